// SPDX-License-Identifier: Apache-2.0
#include "render/text/language.h"

#include <string>

#include "render/text/catalogue.h"

namespace muster::text {

namespace {

// "zh_CN.UTF-8" -> "zh"; "C.UTF-8" -> "c".
std::string primary_part(std::string_view tag) {
    std::string part;
    for (const char c : tag.substr(0, tag.find_first_of("-_.@")))
        part += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    return part;
}

}  // namespace

std::string_view own_name(Lang lang) { return text_of("language.own_name", lang).value(); }

std::optional<Lang> language_from_tag(std::string_view tag) {
    const std::string part = primary_part(tag);
    for (const Lang lang : all_languages)
        if (primary_part(tag_of(lang)) == part) return lang;
    return std::nullopt;
}

Lang language_from_locale(std::string_view value) {
    const std::string part = primary_part(value);
    if (part == "c" || part == "posix") return Lang::en;
    return language_from_tag(value).value_or(all_languages.front());
}

const std::string& in_language(const Name& name, Lang lang) {
    if (lang == Lang::zh_cn && !name.zh.empty()) return name.zh;
    return name.en.empty() ? name.zh : name.en;
}

}  // namespace muster::text
