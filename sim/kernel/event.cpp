// SPDX-License-Identifier: Apache-2.0
#include "sim/kernel/event.h"

#include <algorithm>

namespace muster {

namespace {

template <class... Kinds>
constexpr std::size_t highest_code(std::variant<Kinds...>*) {
    return std::max({std::size_t{Kinds::kind.code}...});
}
constexpr std::size_t code_count =
    1 + std::max(highest_code(static_cast<Event*>(nullptr)), highest_code(static_cast<Scheduled*>(nullptr)));
using Words = std::array<std::string_view, code_count>;

template <class... Kinds>
constexpr void enter(std::variant<Kinds...>*, Words& words) {
    ((words[Kinds::kind.code] = Kinds::kind.word), ...);
}

constexpr Words words_by_code = [] {
    Words words{};
    enter(static_cast<Event*>(nullptr), words);
    enter(static_cast<Scheduled*>(nullptr), words);
    return words;
}();

// Of two kinds with one code or one word, one would be missing or there twice.
constexpr bool each_has_its_own() {
    for (std::size_t i = 0; i < code_count; ++i) {
        if (words_by_code[i].empty()) return false;
        for (std::size_t k = 0; k < i; ++k)
            if (words_by_code[i] == words_by_code[k]) return false;
    }
    return true;
}
static_assert(each_has_its_own());

}  // namespace

std::span<const std::string_view> event_words() { return words_by_code; }

std::uint8_t code_of(const Event& event) {
    return std::visit([](const auto& e) { return e.kind.code; }, event);
}

std::string_view word_of(const Event& event) { return words_by_code[code_of(event)]; }

bool is_landmark(const Event& event) {
    return std::visit([](const auto& e) { return e.kind.told == Told::landmark; }, event);
}

}  // namespace muster
