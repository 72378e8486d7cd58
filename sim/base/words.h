// SPDX-License-Identifier: Apache-2.0
// The words by which values stand in files: one table per enumeration, which whoever reads or writes them uses, and
// with which the tests hold the JSON schemas. Words are part of the formats: they are not translated and do not change.
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <span>
#include <string_view>

namespace muster {

/// A value and its word. "" = never written: the value is left out of the file.
template <class Value>
struct Word {
    Value value;
    const char* text;
};

/// The table of an enumeration, by specialisation: words_of<DoorState>. The words of the building's and the scenario's
/// enumerations stand in sim/model/words.h.
template <class Enum>
inline constexpr std::array<Word<Enum>, 0> words_of{};

/// Whether an enumerator has this value. Compilers write such a value by its name, any other as "(DoorState)3".
template <class Enum, Enum value>
consteval bool is_enumerator() {
    const std::string_view signature = __PRETTY_FUNCTION__;
    return signature[signature.rfind("= ") + 2] != '(';
}

/// A table for words_of<Enum>. Compiles only when every enumerator is in it, in the order of the enumeration.
template <class Enum, std::size_t size>
consteval std::array<Word<Enum>, size> word_table(const Word<Enum> (&rows)[size]) {
    static_assert(!is_enumerator<Enum, static_cast<Enum>(size)>(), "an enumerator has no word");
    for (std::size_t i = 0; i < size; ++i)
        if (rows[i].value != static_cast<Enum>(i)) throw "the words are not in the order of the enumerators";
    return std::to_array(rows);
}

template <class Enum>
[[nodiscard]] constexpr const char* word_of(Enum value) {
    static_assert(!words_of<Enum>.empty(), "this enumeration has no words");
    return words_of<Enum>.at(static_cast<std::size_t>(value)).text;
}

/// The value of a word in a table; nothing when it is none of its words.
template <class Value>
[[nodiscard]] constexpr std::optional<Value> value_in(std::span<const Word<Value>> table, std::string_view word) {
    for (const Word<Value>& row : table)
        if (!word.empty() && word == row.text) return row.value;
    return std::nullopt;
}
template <class Enum>
[[nodiscard]] constexpr std::optional<Enum> from_word(std::string_view word) {
    static_assert(!words_of<Enum>.empty(), "this enumeration has no words");
    return value_in<Enum>(words_of<Enum>, word);
}

/// The word of a value in a table that is no enumeration's; "" when it has none.
template <class Value, std::size_t size>
[[nodiscard]] constexpr const char* word_in(const std::array<Word<Value>, size>& table, const Value& value) {
    for (const Word<Value>& row : table)
        if (row.value == value) return row.text;
    return "";
}

}  // namespace muster
