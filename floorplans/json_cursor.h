// SPDX-License-Identifier: Apache-2.0
// Reading a JSON document written by people: every value knows its JSON pointer and its line, every mistake becomes a
// finding, nothing throws. Used by the plan, risk-map and scenario readers.
//
// The parser refuses (as errors, with line): syntax errors, wrong encodings (not UTF-8; a BOM is accepted), duplicate
// keys, numbers out of range (1e400), nesting over 64 levels, documents over 256 MB or 8 million values, strings over
// 1 MB.
#pragma once

#include <array>
#include <initializer_list>
#include <memory>
#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "sim/base/finding.h"
#include "sim/base/vec2.h"
#include "sim/base/words.h"
#include "sim/model/name.h"

namespace muster::floorplans {

/// A parsed document and the line of each value in it.
class JsonDocument {
public:
    /// Findings get `file` as their file. No value when it cannot be parsed.
    static Checked<JsonDocument> parse(std::string text, std::string file);
    /// Reads the file; a missing or unreadable one is the finding "file.unreadable".
    static Checked<JsonDocument> load(const std::string& path);

    JsonDocument(JsonDocument&&) noexcept;
    JsonDocument& operator=(JsonDocument&&) noexcept;
    ~JsonDocument();

    [[nodiscard]] const nlohmann::json& root() const;
    [[nodiscard]] const std::string& file() const;
    [[nodiscard]] int line_of(const std::string& pointer) const;  // of the nearest ancestor known; 0 = unknown

private:
    struct Impl;
    explicit JsonDocument(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> impl_;
};

/// A place in a document, with typed access that reports what is wrong there. Cheap to copy; refers to the document and
/// to the findings, which must outlive it.
class JsonCursor {
public:
    JsonCursor(const JsonDocument& document, Findings& findings);

    [[nodiscard]] const std::string& pointer() const { return pointer_; }
    [[nodiscard]] bool missing() const { return value_ == nullptr; }
    [[nodiscard]] bool is_object() const;
    [[nodiscard]] bool is_array() const;
    [[nodiscard]] bool is_string() const;
    [[nodiscard]] bool is_number() const;

    /// Member `key`; a cursor that is missing() when there is none. On a non-object: reports json.wrong_type once.
    [[nodiscard]] JsonCursor operator[](std::string_view key) const;
    /// Elements of an array; empty (and json.wrong_type) when it is present and not an array.
    [[nodiscard]] std::vector<JsonCursor> elements() const;
    [[nodiscard]] bool has(std::string_view key) const;

    /// Reports json.unknown_key (warning, with the nearest known key) for each member that is not listed.
    void allow_keys(std::span<const std::string_view> keys) const;
    void allow_keys(std::initializer_list<std::string_view> keys) const {
        allow_keys(std::span(keys.begin(), keys.size()));
    }

    // Required values: a missing one is json.missing_key, one of the wrong kind json.wrong_type, one outside
    // [low, high] json.out_of_range; each returns the fallback then.
    [[nodiscard]] double number(double low, double high, double fallback = 0.0) const;
    [[nodiscard]] int integer(int low, int high, int fallback = 0) const;
    [[nodiscard]] std::string string(std::string fallback = {}) const;  // not empty
    [[nodiscard]] bool boolean(bool fallback = false) const;
    [[nodiscard]] Vec2 point() const;                // [x, y], |.| <= 1e8
    [[nodiscard]] std::vector<Vec2> points() const;  // [[x, y], ...], at most 100,000
    [[nodiscard]] Name name() const;                 // "..." or {"zh-CN": ..., "en": ...}
    /// The value whose word this is, or json.unknown_word with the nearest (all of them when none is near).
    template <class Value>
    [[nodiscard]] std::optional<Value> word_in(std::span<const Word<Value>> table) const;
    template <class Value, std::size_t size>
    [[nodiscard]] std::optional<Value> word_in(const std::array<Word<Value>, size>& table) const {
        return word_in<Value>(std::span<const Word<Value>>(table));
    }
    /// Of an enumeration with words_of<Enum>; it must be there.
    template <class Enum>
    [[nodiscard]] std::optional<Enum> word() const;
    /// Of the elements of an array; unknown ones are left out.
    template <class Enum>
    [[nodiscard]] std::vector<Enum> words() const;
    // What may be left out: `otherwise` when it is missing, or is not what was expected.
    [[nodiscard]] double number_or(double low, double high, double otherwise) const {
        return missing() ? otherwise : number(low, high, otherwise);
    }
    [[nodiscard]] int integer_or(int low, int high, int otherwise) const {
        return missing() ? otherwise : integer(low, high, otherwise);
    }
    [[nodiscard]] bool boolean_or(bool otherwise) const { return missing() ? otherwise : boolean(otherwise); }
    template <class Enum>
    [[nodiscard]] Enum word_or(Enum otherwise) const {
        return missing() ? otherwise : word<Enum>().value_or(otherwise);
    }
    template <class Value, std::size_t size>
    [[nodiscard]] Value word_or(const std::array<Word<Value>, size>& table, Value otherwise) const {
        return missing() ? otherwise : word_in(table).value_or(otherwise);
    }

    /// Adds a finding at this place.
    void report(Severity severity, std::string code, std::vector<std::pair<std::string, std::string>> args = {}) const;

    /// The raw value, for what the calls above do not cover. Pre: not missing().
    [[nodiscard]] const nlohmann::json& raw() const;

private:
    JsonCursor(const JsonCursor& parent, const nlohmann::json* value, std::string pointer);
    void expect(std::string_view expected) const;
    [[nodiscard]] const std::string& string_here() const;  // Pre: is_string()
    void report_no_word(const std::vector<std::string>& words) const;
    const JsonDocument* document_;
    Findings* findings_;
    const nlohmann::json* value_;
    std::string pointer_;
};

template <class Value>
std::optional<Value> JsonCursor::word_in(std::span<const Word<Value>> table) const {
    if (is_string())
        if (const auto value = value_in<Value>(table, string_here())) return value;
    std::vector<std::string> words;
    for (const Word<Value>& row : table)
        if (*row.text != '\0') words.emplace_back(row.text);
    report_no_word(words);
    return std::nullopt;
}

template <class Enum>
std::optional<Enum> JsonCursor::word() const {
    static_assert(!words_of<Enum>.empty(), "this enumeration has no words");
    return word_in(words_of<Enum>);
}

template <class Enum>
std::vector<Enum> JsonCursor::words() const {
    std::vector<Enum> values;
    for (const JsonCursor& element : elements())
        if (const auto value = element.word<Enum>()) values.push_back(*value);
    return values;
}

/// The candidate with the least edit distance to `word`; "" when nothing is within half its length.
[[nodiscard]] std::string nearest_word(const std::string& word, const std::vector<std::string>& candidates);

}  // namespace muster::floorplans
