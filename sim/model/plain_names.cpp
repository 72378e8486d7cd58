// SPDX-License-Identifier: Apache-2.0
#include "sim/model/plain_names.h"

#include <algorithm>
#include <map>
#include <set>
#include <string_view>

namespace muster {

namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_word(char c) { return is_digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

std::string lower(std::string s) {
    for (char& c : s)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return s;
}

// Of a name in lower case.
bool ends_like_a_part(std::string_view name) {
    while (!name.empty() && is_digit(name.back())) name.remove_suffix(1);
    return name.ends_with("_cell");
}

bool says_something(const std::string& plain) {
    const std::string name = lower(plain);
    return std::any_of(name.begin(), name.end(), is_word) && name != "outside" && !ends_like_a_part(name);
}

std::string numbered(const std::string& plain, std::size_t place) {
    const std::size_t first = plain.find_first_not_of('_'), last = plain.find_last_not_of('_');
    const std::string number = std::to_string(place + 1);
    return first == std::string::npos ? "n" + number : plain.substr(first, last - first + 1) + "_" + number;
}

}  // namespace

std::string plain_name(const std::string& key) {
    std::string out = key;
    std::replace_if(
        out.begin(), out.end(), [](char c) { return !is_word(c); }, '_');
    return out;
}

std::vector<std::string> plain_names(const std::vector<std::string>& keys) {
    std::vector<std::string> out;
    std::map<std::string, int> bearers;
    for (const std::string& key : keys) ++bearers[lower(out.emplace_back(plain_name(key)))];
    std::set<std::string> taken;
    const auto keeps = [&](const std::string& plain) { return says_something(plain) && bearers[lower(plain)] == 1; };
    for (const std::string& plain : out)
        if (keeps(plain)) taken.insert(lower(plain));
    for (std::size_t i = 0; i < out.size(); ++i) {
        if (keeps(out[i])) continue;
        out[i] = numbered(out[i], i);
        while (!taken.insert(lower(out[i])).second) out[i] += "_";
    }
    return out;
}

}  // namespace muster
