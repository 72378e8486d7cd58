// SPDX-License-Identifier: Apache-2.0
#include "render/document/html.h"

#include <glib.h>

#include <memory>

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
    if (bytes.empty()) return {};
    const auto* data = reinterpret_cast<const guchar*>(bytes.data());
    const std::unique_ptr<gchar, decltype(&g_free)> text(g_base64_encode(data, bytes.size()), g_free);
    return text.get();
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
