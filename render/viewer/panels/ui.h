// SPDX-License-Identifier: Apache-2.0
// What every panel draws with: the language, the size of things, the pictures, and where each button came to lie, so
// that a script can press it by its id.
#pragma once

#include <imgui.h>

#include <map>
#include <string>
#include <string_view>

#include "render/text/catalogue.h"
#include "render/viewer/scene/plan_images.h"
#include "render/viewer/state/wishes.h"

namespace muster::viewer {

/// Where somebody is in a folder's list.
struct Browsing {
    std::string folder;
    std::size_t row = 0, filter = 0;  // of the rows shown; filter: 0 = all kinds, else an EntryKind
};

/// What is being typed and chosen, until it is asked for.
struct Fields {
    Browsing browsing;
    std::string map_path, name;
    double map_distance_m = 10.0;
};

struct Ui {
    Fields fields;
    text::Catalogue texts{text::Lang::zh_cn};
    float unit = 20.0F;  // px, height of a line of words
    Textures* textures = nullptr;
    PlanImages* plans = nullptr;
    ImTextureID sprites = nullptr;
    double now_s = 0.0;                     // wall time
    std::map<std::string, ImVec2> spots;    // id -> middle on the screen, of this frame
    std::map<std::string, Camera> cameras;  // of the panes of this frame

    [[nodiscard]] text::Lang lang() const { return texts.lang(); }
    [[nodiscard]] std::string text(std::string_view id, const text::TextArgs& args = {}) const {
        return texts.text(id, args);
    }

    /// The last thing drawn can be found as `id`.
    void mark(const std::string& id);
    /// A button with the text of `id`; found as `id`, or `id:suffix`.
    bool button(const std::string& id, ImVec2 size = {0.0F, 0.0F});
    /// A button with words of its own.
    bool button(const std::string& id, const std::string& words, ImVec2 size = {0.0F, 0.0F});
    /// Pressed in while `on`.
    bool switch_button(const std::string& id, const std::string& words, bool on);
    bool check(const std::string& id, bool& value);
    /// True when another one was chosen. Texts: `id:0`, `id:1`, ...
    bool choose(const std::string& id, int& value, std::span<const char* const> names);
    /// A tab with the text of `id`, found as `id`; drawn while it lies on top.
    template <class Draw>
    void tab(const std::string& id, Draw&& draw) {
        if (!begin_tab(id)) return;
        draw();
        ImGui::EndTabItem();
    }
    /// Of the last thing drawn.
    void hint(const std::string& words) const;
    void heading(std::string_view id) const;
    /// "Name   value", the value to the right.
    void row(const std::string& name, const std::string& value) const;

private:
    [[nodiscard]] bool begin_tab(const std::string& id);
};

[[nodiscard]] ImU32 tint(picture::Colour colour);
[[nodiscard]] inline ImVec2 operator+(ImVec2 a, ImVec2 b) { return {a.x + b.x, a.y + b.y}; }
[[nodiscard]] inline ImVec2 operator-(ImVec2 a, ImVec2 b) { return {a.x - b.x, a.y - b.y}; }
[[nodiscard]] inline ImVec2 operator*(float k, ImVec2 a) { return {k * a.x, k * a.y}; }

}  // namespace muster::viewer
