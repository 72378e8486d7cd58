// SPDX-License-Identifier: Apache-2.0
#include "tools/office/tables/text_encoding.h"

#include <glib.h>

#include <memory>

namespace muster::tables {

namespace {

constexpr std::string_view utf8_mark = "\xEF\xBB\xBF";
constexpr std::string_view utf16le_mark = "\xFF\xFE";
constexpr std::string_view utf16be_mark = "\xFE\xFF";

std::optional<DecodedText> in(std::string_view bytes, const char* encoding, const char* name) {
    auto text = to_utf8(bytes, encoding);
    if (!text) return std::nullopt;
    return DecodedText{std::move(*text), name};
}

}  // namespace

std::optional<std::string> to_utf8(std::string_view bytes, const char* encoding) {
    if (bytes.empty()) return std::string();
    gsize length = 0;
    const std::unique_ptr<gchar, decltype(&g_free)> text(
        g_convert(bytes.data(), static_cast<gssize>(bytes.size()), "UTF-8", encoding, nullptr, &length, nullptr),
        g_free);
    if (!text) return std::nullopt;
    return std::string(text.get(), length);
}

std::optional<DecodedText> decoded(std::string_view bytes) {
    if (bytes.starts_with(utf8_mark)) return in(bytes.substr(utf8_mark.size()), "UTF-8", "UTF-8 BOM");
    if (bytes.starts_with(utf16le_mark)) return in(bytes.substr(utf16le_mark.size()), "UTF-16LE", "UTF-16LE");
    if (bytes.starts_with(utf16be_mark)) return in(bytes.substr(utf16be_mark.size()), "UTF-16BE", "UTF-16BE");
    if (auto text = in(bytes, "UTF-8", "UTF-8")) return text;
    return in(bytes, "GB18030", "GB18030");
}

bool has_lost_characters(std::string_view utf8) {
    return utf8.find("\xEF\xBF\xBD") != utf8.npos || utf8.find("锟斤拷") != utf8.npos;
}

}  // namespace muster::tables
