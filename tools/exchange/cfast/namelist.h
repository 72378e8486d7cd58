// SPDX-License-Identifier: Apache-2.0
// Fortran namelist files as CFAST 7 writes them: "&NAME key = value value, key = value /".
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace muster::cfast {

struct NamelistRecord {
    std::string name;                                        // COMP, VENT, ...; upper case
    std::map<std::string, std::vector<std::string>> values;  // keys in upper case; quotes taken off
    int line = 0;

    [[nodiscard]] bool has(const std::string& key) const { return values.count(key) != 0; }
    [[nodiscard]] std::string text(const std::string& key, const std::string& otherwise = {}) const;
    /// Every value as a number; text that is none counts as `otherwise`.
    [[nodiscard]] double number(const std::string& key, double otherwise, std::size_t at = 0) const;
    [[nodiscard]] std::vector<double> numbers(const std::string& key) const;
};

/// In file order. What stands outside records is a remark and is left out.
[[nodiscard]] std::vector<NamelistRecord> read_namelist(std::string_view text);

}  // namespace muster::cfast
