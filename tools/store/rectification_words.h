// SPDX-License-Identifier: Apache-2.0
// The words of items.json, in the order of the enumerations; inside tools/store only.
#pragma once

#include <initializer_list>
#include <string_view>

namespace muster::store {

inline std::initializer_list<std::string_view> standings() {
    static const std::initializer_list<std::string_view> words{"simulated", "estimated", "not_simulated",
                                                               "no_change_found"};
    return words;
}
inline std::initializer_list<std::string_view> hazard_levels() {
    static const std::initializer_list<std::string_view> words{"general", "major"};
    return words;
}
inline std::initializer_list<std::string_view> categories() {
    static const std::initializer_list<std::string_view> words{"fire", "building", "equipment", "management", "people"};
    return words;
}
inline std::initializer_list<std::string_view> evidences() {
    static const std::initializer_list<std::string_view> words{"too_few", "none", "lower", "higher"};
    return words;
}

}  // namespace muster::store
