// SPDX-License-Identifier: Apache-2.0
#include "floorplans/json_text.h"

#include <array>
#include <charconv>
#include <cmath>
#include <nlohmann/json.hpp>

namespace muster::floorplans {

std::string pointer_token(std::string_view key) {
    std::string out;
    for (const char c : key) out += c == '~' ? "~0" : c == '/' ? "~1" : std::string(1, c);
    return out;
}

std::string json_quoted(const std::string& text) {
    return nlohmann::json(text).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

std::string json_number(double value) {
    if (value == 0.0 || !std::isfinite(value)) return "0";  // also -0; the model holds no others
    std::array<char, 400> buffer{};                         // the longest double is 309 digits
    const bool plain = std::abs(value) >= 1e-6 && std::abs(value) < 1e15;
    const auto format = plain ? std::chars_format::fixed : std::chars_format::scientific;
    const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value, format).ptr;
    return {buffer.data(), end};
}

std::string json_name(const Name& name) {
    if (name.zh == name.en || name.en.empty()) return json_quoted(name.zh);
    if (name.zh.empty()) return json_quoted(name.en);
    return "{\"zh-CN\": " + json_quoted(name.zh) + ", \"en\": " + json_quoted(name.en) + "}";
}

std::string json_list(const std::vector<std::string>& items, const char* between) {
    std::string out = "[";
    for (std::size_t i = 0; i < items.size(); ++i) out += (i > 0 ? between : "") + items[i];
    return out + "]";
}

JsonRow& JsonRow::raw(const char* key, const std::string& json) {
    line_ += (empty() ? "\"" : ", \"") + std::string(key) + "\": " + json;
    return *this;
}

JsonPage& JsonPage::raw(const char* key, const std::string& json) {
    page_ += (page_.size() > 1 ? ",\n  \"" : "\n  \"") + std::string(key) + "\": " + json;
    return *this;
}

JsonPage& JsonPage::table(const char* key, const std::vector<std::string>& rows) {
    std::string out = "[";
    for (std::size_t i = 0; i < rows.size(); ++i) out += (i > 0 ? ",\n    " : "\n    ") + rows[i];
    return raw(key, out + (rows.empty() ? "]" : "\n  ]"));
}

}  // namespace muster::floorplans
