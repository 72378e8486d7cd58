// SPDX-License-Identifier: Apache-2.0
#include "tools/office/tables/text_encoding.h"

#include <iconv.h>

#include <array>
#include <memory>
#include <type_traits>

namespace muster::tables {

namespace {

constexpr std::string_view utf8_mark = "\xEF\xBB\xBF";
constexpr std::string_view utf16le_mark = "\xFF\xFE";
constexpr std::string_view utf16be_mark = "\xFE\xFF";

struct CloseIconv {
    void operator()(iconv_t handle) const { iconv_close(handle); }
};

std::optional<DecodedText> in(std::string_view bytes, const char* iconv_name, const char* name) {
    auto text = to_utf8(bytes, iconv_name);
    if (!text) return std::nullopt;
    return DecodedText{std::move(*text), name};
}

}  // namespace

std::optional<std::string> to_utf8(std::string_view bytes, const char* encoding) {
    const iconv_t opened = iconv_open("UTF-8", encoding);
    if (opened == reinterpret_cast<iconv_t>(-1)) return std::nullopt;
    const std::unique_ptr<std::remove_pointer_t<iconv_t>, CloseIconv> handle(opened);
    std::string text;
    std::array<char, 8192> buffer{};
    std::string input(bytes);  // iconv wants to write where it promises not to
    char* from = input.data();
    std::size_t left = input.size();
    while (left > 0) {
        char* to = buffer.data();
        std::size_t room = buffer.size();
        const std::size_t before = left;
        const bool stopped = iconv(handle.get(), &from, &left, &to, &room) == static_cast<std::size_t>(-1);
        text.append(buffer.data(), to);
        if (stopped && left == before && to == buffer.data()) return std::nullopt;  // nothing more is valid
    }
    return text;
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
