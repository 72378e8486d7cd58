// SPDX-License-Identifier: Apache-2.0
// A name as its author wrote it, per language. Data, not user-interface text.
#pragma once

#include <string>

namespace muster {

struct Name {
    std::string zh;  // either may be empty; readers fill the missing one with the other
    std::string en;
    bool operator==(const Name&) const = default;
};

}  // namespace muster
