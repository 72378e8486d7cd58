// SPDX-License-Identifier: Apache-2.0
// Pieces of JSON text for the writers: one record a line, members in the order of the format.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "sim/base/vec2.h"
#include "sim/model/name.h"

namespace muster::floorplans {

/// A member's name as a step of a JSON pointer (RFC 6901).
[[nodiscard]] std::string pointer_token(std::string_view key);
[[nodiscard]] std::string json_quoted(const std::string& text);
/// The shortest decimal that reads as exactly this number.
[[nodiscard]] std::string json_number(double value);
/// One text where both languages agree, else {"zh-CN": ..., "en": ...}.
[[nodiscard]] std::string json_name(const Name& name);
[[nodiscard]] std::string json_list(const std::vector<std::string>& items, const char* between = ", ");

/// One line `{"key": value, ...}`.
class JsonRow {
public:
    JsonRow& raw(const char* key, const std::string& json);
    JsonRow& text(const char* key, const std::string& value) { return raw(key, json_quoted(value)); }
    JsonRow& value(const char* key, double v) { return raw(key, json_number(v)); }
    JsonRow& flag(const char* key, bool v) { return raw(key, v ? "true" : "false"); }
    [[nodiscard]] bool empty() const { return line_.size() == 1; }
    [[nodiscard]] std::string str() const { return line_ + "}"; }

private:
    std::string line_ = "{";
};

/// A document: a member a line, and of its tables a row a line.
class JsonPage {
public:
    JsonPage& raw(const char* key, const std::string& json);
    JsonPage& text(const char* key, const std::string& value) { return raw(key, json_quoted(value)); }
    JsonPage& value(const char* key, double v) { return raw(key, json_number(v)); }
    JsonPage& table(const char* key, const std::vector<std::string>& rows);
    [[nodiscard]] std::string str() const { return page_ + "\n}\n"; }

private:
    std::string page_ = "{";
};

}  // namespace muster::floorplans
