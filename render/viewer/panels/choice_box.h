// SPDX-License-Identifier: Apache-2.0
// A box that opens to the names of a kind, in the language of the window.
#pragma once

#include <string>

#include "render/text/names.h"
#include "render/viewer/panels/ui.h"

namespace muster::viewer {

inline constexpr int uses_of_spaces = static_cast<int>(SpaceUse::other) + 1;
inline constexpr int kinds_of_openings = 3;  // those a person may choose; the ends of a flight are not among them

/// Draws into the width set before; `label` may be "##..." for none. True when another one was chosen.
template <class Kind>
bool box_of(Ui& ui, const std::string& label, Kind& kind, int count, ImGuiComboFlags flags = 0) {
    const Kind before = kind;
    if (ImGui::BeginCombo(label.c_str(), std::string(text::name_of(kind, ui.lang())).c_str(), flags)) {
        for (int i = 0; i < count; ++i)
            if (const auto one = static_cast<Kind>(i);
                ImGui::Selectable(std::string(text::name_of(one, ui.lang())).c_str(), one == kind))
                kind = one;
        ImGui::EndCombo();
    }
    return kind != before;
}

/// With the text of `id` beside it; found as `id`.
template <class Kind>
bool choose_one(Ui& ui, const std::string& id, Kind& kind, int count) {
    ImGui::SetNextItemWidth(8.0F * ui.unit);
    const bool changed = box_of(ui, ui.text(id) + "##" + id, kind, count);
    ui.mark(id);
    return changed;
}

}  // namespace muster::viewer
