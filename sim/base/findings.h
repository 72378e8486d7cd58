// SPDX-License-Identifier: Apache-2.0
// Lists of findings.
#pragma once

#include <iterator>
#include <utility>

#include "sim/base/finding.h"

namespace muster {

inline void append(Findings& to, Findings more) {
    to.insert(to.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
}

}  // namespace muster
