// SPDX-License-Identifier: Apache-2.0
#include "render/text/language.h"

#include <string>

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

std::string_view tag_of(Lang lang) { return lang == Lang::zh_cn ? "zh-CN" : "en"; }

std::string_view own_name(Lang lang) { return lang == Lang::zh_cn ? "中文" : "English"; }

std::optional<Lang> language_from_tag(std::string_view tag) {
    const std::string part = primary_part(tag);
    if (part == "zh") return Lang::zh_cn;
    if (part == "en") return Lang::en;
    return std::nullopt;
}

Lang language_from_locale(std::string_view value) {
    const std::string part = primary_part(value);
    return part == "en" || part == "c" || part == "posix" ? Lang::en : Lang::zh_cn;
}

const std::string& in_language(const Name& name, Lang lang) {
    const std::string& wanted = lang == Lang::zh_cn ? name.zh : name.en;
    if (!wanted.empty()) return wanted;
    return lang == Lang::zh_cn ? name.en : name.zh;
}

}  // namespace muster::text
