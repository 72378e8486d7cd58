// SPDX-License-Identifier: Apache-2.0
// The languages the product speaks. Chinese first: it is what an unknown locale gets.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

#include "sim/model/name.h"

namespace muster::text {

/// Index into `language_tags`; those with a name are called by it somewhere in the code.
enum class Lang : std::uint8_t { zh_cn, en };

/// A language is one line here and one folder of that name: as written in file names, `--lang` and HTML. The first is
/// what an unknown locale gets.
inline constexpr auto language_tags = std::to_array<std::string_view>({
    "zh-CN",
    "en",
});

inline constexpr auto all_languages = [] {
    std::array<Lang, language_tags.size()> all{};
    for (std::size_t i = 0; i < all.size(); ++i) all[i] = static_cast<Lang>(i);
    return all;
}();

[[nodiscard]] constexpr std::string_view tag_of(Lang lang) { return language_tags.at(static_cast<std::size_t>(lang)); }
/// The one after it, and after the last the first: what a switch of languages goes through.
[[nodiscard]] constexpr Lang next_language(Lang lang) {
    return all_languages.at((static_cast<std::size_t>(lang) + 1) % all_languages.size());
}
/// As its speakers call it.
[[nodiscard]] std::string_view own_name(Lang lang);
/// "zh-CN", "zh", "zh_CN.UTF-8", "en", "en-US", ... in any case; nothing for other languages.
[[nodiscard]] std::optional<Lang> language_from_tag(std::string_view tag);
/// From the value of LC_ALL, LC_MESSAGES or LANG (the caller reads the environment). "C" and "POSIX" give English; what
/// we do not speak, also an empty value, the first language.
[[nodiscard]] Lang language_from_locale(std::string_view value);

/// The name in `lang`; the other one where it is empty. Files hold names in Chinese and English: any other language
/// reads the English ones.
[[nodiscard]] const std::string& in_language(const Name& name, Lang lang);

}  // namespace muster::text
