// SPDX-License-Identifier: Apache-2.0
#include "render/viewer/state/dropped_path.h"

#include <charconv>

namespace muster::viewer {

namespace {

std::optional<std::string> percent_decoded(std::string_view text) {
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] != '%') {
            out += text[i];
            continue;
        }
        if (i + 2 >= text.size()) return {};
        unsigned value = 0;
        const char* const end = text.data() + i + 3;
        const auto read = std::from_chars(text.data() + i + 1, end, value, 16);
        if (read.ec != std::errc{} || read.ptr != end || value == 0) return {};
        out += static_cast<char>(value);
        i += 2;
    }
    return out;
}

// "file:///path", "file://localhost/path" and "file:/path" are used; another computer's name is not this one's file.
std::optional<std::string> path_of(std::string_view uri) {
    constexpr std::string_view scheme = "file:", host = "//", here = "localhost";
    if (!uri.starts_with(scheme)) return {};
    uri.remove_prefix(scheme.size());
    if (uri.starts_with(host)) {
        uri.remove_prefix(host.size());
        if (uri.starts_with(here)) uri.remove_prefix(here.size());
    }
    if (!uri.starts_with('/')) return {};
    return percent_decoded(uri);
}

}  // namespace

std::optional<std::string> dropped_path(std::string_view uri_list) {
    while (!uri_list.empty()) {
        const std::size_t end = uri_list.find_first_of(std::string_view("\r\n\0", 3));
        if (auto path = path_of(uri_list.substr(0, end))) return path;
        if (end == std::string_view::npos) break;
        uri_list.remove_prefix(end + 1);
    }
    return {};
}

}  // namespace muster::viewer
