// SPDX-License-Identifier: Apache-2.0
// Ids of a plan for programs that know plain words only: ASCII letters, digits and '_' (CFAST).
#pragma once

#include <string>
#include <vector>

namespace muster {

/// "a_b" for "a-b": every byte that is no ASCII letter or digit becomes '_'.
[[nodiscard]] std::string plain_name(const std::string& key);

/// One for each key, no two alike, whatever the case. A key keeps its plain name where that is its own and says
/// something; else its place in the list (from 1) tells it apart: "n3", "lab_4". None ends like a part of another
/// ("_cell2"), and none is "outside".
[[nodiscard]] std::vector<std::string> plain_names(const std::vector<std::string>& keys);

/// The ids of spaces, fixtures, ..., in their order.
template <class Part>
[[nodiscard]] std::vector<std::string> keys_of(const std::vector<Part>& parts) {
    std::vector<std::string> out;
    for (const Part& part : parts) out.push_back(part.key);
    return out;
}

}  // namespace muster
