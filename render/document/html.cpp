// SPDX-License-Identifier: Apache-2.0
#include "render/document/html.h"

#include <cstdint>

namespace muster::document {

std::string escaped(std::string_view words) {
    std::string text;
    text.reserve(words.size());
    for (const char c : words) {
        switch (c) {
            case '&':
                text += "&amp;";
                break;
            case '<':
                text += "&lt;";
                break;
            case '>':
                text += "&gt;";
                break;
            case '"':
                text += "&quot;";
                break;
            case '\'':
                text += "&#39;";
                break;
            default:
                text += c;
        }
    }
    return text;
}

std::string base64(std::string_view bytes) {
    constexpr std::string_view digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    std::string text;
    text.reserve((bytes.size() + 2) / 3 * 4);
    const auto byte = [&](std::size_t i) -> std::uint32_t {
        return i < bytes.size() ? static_cast<unsigned char>(bytes[i]) : 0U;
    };
    for (std::size_t i = 0; i < bytes.size(); i += 3) {
        const std::uint32_t group = (byte(i) << 16U) | (byte(i + 1) << 8U) | byte(i + 2);
        for (std::uint32_t d = 0; d < 4; ++d)
            text += i + d > bytes.size() ? '=' : digits[(group >> (18U - 6U * d)) & 63U];
    }
    return text;
}

Html& Html::raw(std::string_view markup) {
    page_ += markup;
    return *this;
}

Html& Html::text(std::string_view words) { return raw(escaped(words)); }

Html& Html::open(std::string_view tag, std::string_view style) {
    page_.append("<").append(tag);
    if (!style.empty()) page_.append(" class=\"").append(style).append("\"");
    page_ += ">";
    return *this;
}

Html& Html::close(std::string_view tag) {
    page_.append("</").append(tag).append(">\n");
    return *this;
}

Html& Html::element(std::string_view tag, std::string_view words, std::string_view style) {
    return open(tag, style).text(words).close(tag);
}

}  // namespace muster::document
