// SPDX-License-Identifier: Apache-2.0
// What must hold whatever the bytes are.
#pragma once

namespace muster::testing {

inline void require(bool holds) {
    if (!holds) __builtin_trap();
}

}  // namespace muster::testing
