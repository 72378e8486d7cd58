// SPDX-License-Identifier: Apache-2.0
#include "render/viewer/panels/ui.h"

namespace muster::viewer {

void Ui::mark(const std::string& id) { spots[id] = 0.5F * (ImGui::GetItemRectMin() + ImGui::GetItemRectMax()); }

bool Ui::button(const std::string& id, ImVec2 size) { return button(id, text(id), size); }

bool Ui::button(const std::string& id, const std::string& words, ImVec2 size) {
    const bool pressed = ImGui::Button((words + "##" + id).c_str(), size);
    mark(id);
    return pressed;
}

bool Ui::switch_button(const std::string& id, const std::string& words, bool on) {
    if (on) ImGui::PushStyleColor(ImGuiCol_Button, ImGui::GetStyleColorVec4(ImGuiCol_ButtonActive));
    const bool pressed = button(id, words);
    if (on) ImGui::PopStyleColor();
    return pressed;
}

bool Ui::check(const std::string& id, bool& value) {
    const bool changed = ImGui::Checkbox((text(id) + "##" + id).c_str(), &value);
    mark(id);
    return changed;
}

bool Ui::choose(const std::string& id, int& value, std::span<const char* const> names) {
    bool changed = false;
    const std::string now = text(names[static_cast<std::size_t>(value)]);
    const bool open = ImGui::BeginCombo(("##" + id).c_str(), now.c_str());
    mark(id);
    if (!open) return false;
    for (std::size_t i = 0; i < names.size(); ++i) {
        if (ImGui::Selectable(text(names[i]).c_str(), static_cast<int>(i) == value)) {
            changed = static_cast<int>(i) != value;
            value = static_cast<int>(i);
        }
        mark(id + ":" + std::to_string(i));
    }
    ImGui::EndCombo();
    return changed;
}

bool Ui::begin_tab(const std::string& id) {
    const bool on_top = ImGui::BeginTabItem((text(id) + "###" + id).c_str());
    mark(id);
    return on_top;
}

void Ui::hint(const std::string& words) const {
    if (ImGui::IsItemHovered()) ImGui::SetTooltip("%s", words.c_str());
}

void Ui::heading(std::string_view id) const {
    ImGui::Spacing();
    ImGui::TextDisabled("%s", text(id).c_str());
    ImGui::Separator();
}

void Ui::row(const std::string& name, const std::string& value) const {
    ImGui::TextDisabled("%s", name.c_str());
    ImGui::SameLine();
    const float left = ImGui::GetContentRegionAvail().x - ImGui::CalcTextSize(value.c_str()).x;
    if (left > 0.0F) ImGui::SetCursorPosX(ImGui::GetCursorPosX() + left);
    ImGui::TextUnformatted(value.c_str());
}

ImU32 tint(picture::Colour c) {
    return ImGui::ColorConvertFloat4ToU32(
        {static_cast<float>(c.r), static_cast<float>(c.g), static_cast<float>(c.b), static_cast<float>(c.a)});
}

}  // namespace muster::viewer
