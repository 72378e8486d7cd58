// SPDX-License-Identifier: Apache-2.0
#include "sim/base/number_text.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace muster {

std::string fixed_number(double value, int decimals) {
    std::array<char, 400> buffer{};  // the longest double has 309 digits before the point
    const auto [end, error] = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value,
                                            std::chars_format::fixed, std::clamp(decimals, 0, 20));
    if (error != std::errc{}) return {};
    std::string text(buffer.data(), end);
    const bool is_zero = text.find_first_not_of("-0.") == std::string::npos;
    return is_zero && text.front() == '-' ? text.substr(1) : text;
}

std::string short_number(double value, int decimals) {
    std::string text = fixed_number(value, decimals);
    if (text.find('.') == std::string::npos) return text;
    text.erase(text.find_last_not_of('0') + 1);
    if (text.back() == '.') text.pop_back();
    return text;
}

}  // namespace muster
