// SPDX-License-Identifier: Apache-2.0
// The languages the product speaks. Chinese first: it is what an unknown locale gets.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

#include "sim/model/name.h"

namespace muster::text {

enum class Lang : std::uint8_t { zh_cn, en };

inline constexpr std::array<Lang, 2> all_languages{Lang::zh_cn, Lang::en};

/// As written in file names, `--lang` and HTML: "zh-CN", "en".
[[nodiscard]] std::string_view tag_of(Lang lang);
/// As its speakers call it.
[[nodiscard]] std::string_view own_name(Lang lang);
/// "zh-CN", "zh", "zh_CN.UTF-8", "en", "en-US", ... in any case; nothing for other languages.
[[nodiscard]] std::optional<Lang> language_from_tag(std::string_view tag);
/// From the value of LC_ALL, LC_MESSAGES or LANG (the caller reads the environment). English locales and "C"/"POSIX"
/// give English; everything else, also an empty value, Chinese.
[[nodiscard]] Lang language_from_locale(std::string_view value);

/// The name in `lang`; the other one where it is empty.
[[nodiscard]] const std::string& in_language(const Name& name, Lang lang);

}  // namespace muster::text
