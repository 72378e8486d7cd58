// SPDX-License-Identifier: Apache-2.0
// Bytes of a text file -> UTF-8, whatever Excel, WPS or Notepad wrote them in.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace muster::tables {

struct DecodedText {
    std::string text;      // UTF-8, without byte order mark
    std::string encoding;  // as in TextGrid
};

/// UTF-8 when it is valid UTF-8, UTF-16 by its mark, else GB18030 (which holds GBK and GB 2312); nothing when it is
/// none of them.
[[nodiscard]] std::optional<DecodedText> decoded(std::string_view bytes);

/// `bytes` in `encoding` (a name g_convert knows) as UTF-8; nothing when they are not valid in it.
[[nodiscard]] std::optional<std::string> to_utf8(std::string_view bytes, const char* encoding);

/// True when a program before us lost characters: U+FFFD, or "锟斤拷", which is what U+FFFD looks like in GBK.
[[nodiscard]] bool has_lost_characters(std::string_view utf8);

}  // namespace muster::tables
