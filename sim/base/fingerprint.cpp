// SPDX-License-Identifier: Apache-2.0
#include "sim/base/fingerprint.h"

#include <cstdio>

namespace muster {

std::string Fingerprint::text() const {
    std::array<char, 17> digits{};
    std::snprintf(digits.data(), digits.size(), "%016llx", static_cast<unsigned long long>(total()));
    return digits.data();
}

}  // namespace muster
