// SPDX-License-Identifier: Apache-2.0
// A font with Chinese glyphs, found through fontconfig.
#pragma once

#include <optional>
#include <string>

namespace muster::viewer {

struct FontFile {
    std::string path;
    int index = 0;  // within a collection
};

/// Nothing when no installed font has simplified Chinese.
[[nodiscard]] std::optional<FontFile> find_chinese_font();

/// Fills Dear ImGui's atlas at that height. Without a font, Latin letters of Dear ImGui's own only.
void load_fonts(const std::optional<FontFile>& font, float height_px);

}  // namespace muster::viewer
