// SPDX-License-Identifier: Apache-2.0
// Numbers as people read them, the same on every machine and in every locale. For formats of our own there is
// json_number (floorplans/json_text.h), which keeps every digit.
#pragma once

#include <string>

namespace muster {

/// With exactly so many decimals; never "-0.00".
[[nodiscard]] std::string fixed_number(double value, int decimals);
/// With at most so many decimals, without zeros at the end.
[[nodiscard]] std::string short_number(double value, int decimals = 3);

}  // namespace muster
