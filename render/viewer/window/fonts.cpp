// SPDX-License-Identifier: Apache-2.0
#include "render/viewer/window/fonts.h"

#include <fontconfig/fontconfig.h>
#include <imgui.h>

#include <memory>

#include "render/text/catalogue.h"

namespace muster::viewer {

namespace {

struct Free {
    void operator()(FcPattern* p) const { FcPatternDestroy(p); }
    void operator()(FcCharSet* p) const { FcCharSetDestroy(p); }
};
using Pattern = std::unique_ptr<FcPattern, Free>;

constexpr FcChar32 example = 0x758F;  // 疏: no font without simplified Chinese has it

bool has_chinese(FcPattern* font) {
    FcCharSet* glyphs = nullptr;
    return FcPatternGetCharSet(font, FC_CHARSET, 0, &glyphs) == FcResultMatch &&
           FcCharSetHasChar(glyphs, example) == FcTrue;
}

}  // namespace

std::optional<FontFile> find_chinese_font() {
    const Pattern wanted(
        FcNameParse(reinterpret_cast<const FcChar8*>("Noto Sans CJK SC,Source Han Sans SC,sans-serif:lang=zh-cn")));
    FcConfigSubstitute(nullptr, wanted.get(), FcMatchPattern);
    FcDefaultSubstitute(wanted.get());
    FcResult result = FcResultNoMatch;
    const Pattern found(FcFontMatch(nullptr, wanted.get(), &result));
    if (!found || !has_chinese(found.get())) return {};
    FcChar8* path = nullptr;
    if (FcPatternGetString(found.get(), FC_FILE, 0, &path) != FcResultMatch) return {};
    FontFile file{reinterpret_cast<const char*>(path), 0};
    FcPatternGetInteger(found.get(), FC_INDEX, 0, &file.index);
    file.index &= 0xffff;  // the upper half names an instance of a variable font
    return file;
}

void load_fonts(const std::optional<FontFile>& font, float height_px) {
    ImFontAtlas& atlas = *ImGui::GetIO().Fonts;
    atlas.Clear();
    if (!font) {
        ImFontConfig config;
        config.SizePixels = height_px;
        atlas.AddFontDefault(&config);
        atlas.Build();
        return;
    }
    // The common characters, and every one of our own sentences.
    ImFontGlyphRangesBuilder glyphs;
    glyphs.AddRanges(atlas.GetGlyphRangesChineseSimplifiedCommon());
    for (const text::Lang lang : text::all_languages) {
        const text::Texts& all = text::texts_of(lang);
        for (const auto& rows : {all.texts, all.findings, all.hints})
            for (const text::TextRow& row : rows) glyphs.AddText(row.text.data());  // literals: they end in a zero
    }
    glyphs.AddText("←→↑↓●√°²³×–…");
    ImVector<ImWchar> ranges;
    glyphs.BuildRanges(&ranges);
    ImFontConfig config;
    config.FontNo = font->index;
    config.OversampleH = 1;
    atlas.AddFontFromFileTTF(font->path.c_str(), height_px, &config, ranges.Data);
    atlas.Build();  // reads `ranges`
}

}  // namespace muster::viewer
