// SPDX-License-Identifier: Apache-2.0
// A file is chosen: folders, and what in them can be opened.
#include <algorithm>
#include <array>

#include "render/viewer/panels/panels.h"

namespace muster::viewer {

namespace {

constexpr std::array kind_ids{"viewer.browse.folder", "viewer.browse.run", "viewer.browse.scenario",
                              "viewer.browse.plan"};
constexpr std::array filter_ids{"viewer.browse.all", "viewer.browse.runs", "viewer.browse.scenarios",
                                "viewer.browse.plans"};

struct Dialog {
    Ui& ui;
    const ViewerState& state;
    Wishes& wishes;
    std::vector<const FolderEntry*> shown{};

    [[nodiscard]] const FolderList& list() const { return *state.browser; }
    [[nodiscard]] Browsing& at() const { return ui.fields.browsing; }
    [[nodiscard]] const FolderEntry* chosen() const { return at().row < shown.size() ? shown[at().row] : nullptr; }
    void go(const std::string& folder) const {
        if (!folder.empty()) wishes.emplace_back(wish::BrowseFolder{folder});
    }
    void open(bool beside) const {
        const FolderEntry* const entry = chosen();
        if (entry == nullptr) return;
        if (entry->kind == EntryKind::folder)
            go(path_of(list(), *entry));
        else
            wishes.emplace_back(wish::OpenPath{path_of(list(), *entry), beside});
    }
};

void find_shown(Dialog& d) {
    if (d.at().folder != d.list().folder) {
        d.at().folder = d.list().folder;
        d.at().row = 0;
    }
    for (const FolderEntry& entry : d.list().entries)
        if (d.at().filter == 0 || entry.kind == EntryKind::folder ||
            entry.kind == static_cast<EntryKind>(d.at().filter))
            d.shown.push_back(&entry);
}

// True when another row was chosen, which is then brought into sight.
bool read_browser_keys(const Dialog& d) {
    const auto pressed = [](ImGuiKey key, bool repeats = false) {
        return ImGui::IsKeyPressed(ImGui::GetKeyIndex(key), repeats);
    };
    const std::size_t before = d.at().row, last = d.shown.empty() ? 0 : d.shown.size() - 1;
    if (pressed(ImGuiKey_DownArrow, true)) ++d.at().row;
    if (pressed(ImGuiKey_UpArrow, true) && d.at().row > 0) --d.at().row;
    if (pressed(ImGuiKey_Home)) d.at().row = 0;
    if (pressed(ImGuiKey_End)) d.at().row = last;
    d.at().row = std::min(d.at().row, last);
    if (pressed(ImGuiKey_Enter)) d.open(ImGui::GetIO().KeyCtrl);
    if (pressed(ImGuiKey_Backspace)) d.go(d.list().parent);
    if (pressed(ImGuiKey_Escape)) d.wishes.emplace_back(wish::CloseBrowser{});
    return d.at().row != before;
}

void draw_head(const Dialog& d) {
    if (d.ui.button("viewer.browse.up")) d.go(d.list().parent);
    ImGui::SameLine();
    ImGui::AlignTextToFramePadding();
    ImGui::TextUnformatted(d.list().folder.c_str());
    for (std::size_t i = 0; i < filter_ids.size(); ++i) {
        if (i > 0) ImGui::SameLine();
        if (d.ui.switch_button(filter_ids[i], d.ui.text(filter_ids[i]), d.at().filter == i)) {
            d.at().filter = i;
            d.at().row = 0;
        }
    }
}

void draw_entries(const Dialog& d, bool moved) {
    const float foot = 2.2F * d.ui.unit;
    if (!ImGui::BeginTable("entries", 2, ImGuiTableFlags_ScrollY | ImGuiTableFlags_BordersOuter, {0.0F, -foot})) return;
    ImGui::TableSetupColumn("name", ImGuiTableColumnFlags_WidthStretch);
    ImGui::TableSetupColumn("kind", ImGuiTableColumnFlags_WidthFixed, 6.0F * d.ui.unit);
    for (std::size_t i = 0; i < d.shown.size(); ++i) {
        const FolderEntry& entry = *d.shown[i];
        ImGui::TableNextRow();
        ImGui::TableNextColumn();
        constexpr ImGuiSelectableFlags flags =
            ImGuiSelectableFlags_SpanAllColumns | ImGuiSelectableFlags_AllowDoubleClick;
        if (ImGui::Selectable((entry.name + "##" + std::to_string(i)).c_str(), i == d.at().row, flags)) {
            d.at().row = i;
            if (ImGui::IsMouseDoubleClicked(ImGuiMouseButton_Left)) d.open(false);
        }
        d.ui.mark("viewer.browse.row:" + entry.name);
        if (moved && i == d.at().row) ImGui::SetScrollHereY();
        ImGui::TableNextColumn();
        ImGui::TextDisabled("%s", d.ui.text(kind_ids.at(static_cast<std::size_t>(entry.kind))).c_str());
    }
    ImGui::EndTable();
}

void draw_foot(const Dialog& d) {
    const FolderEntry* const entry = d.chosen();
    if (entry == nullptr) ImGui::TextDisabled("%s", d.ui.text("viewer.browse.nothing").c_str());
    if (entry != nullptr && d.ui.button("viewer.browse.open")) d.open(false);
    ImGui::SameLine();
    if (entry != nullptr && entry->kind != EntryKind::folder && d.state.open()) {
        if (d.ui.button("viewer.browse.beside")) d.open(true);
        d.ui.hint(d.ui.text("viewer.browse.beside_hint"));
        ImGui::SameLine();
    }
    if (d.ui.button("viewer.browse.close")) d.wishes.emplace_back(wish::CloseBrowser{});
}

// What lies under the dialog is seen, and not pressed.
void draw_shade(ImVec2 screen) {
    ImGui::SetNextWindowPos({0.0F, 0.0F});
    ImGui::SetNextWindowSize(screen);
    ImGui::SetNextWindowBgAlpha(0.5F);
    ImGui::Begin("##shade", nullptr, ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoSavedSettings);
    ImGui::End();
}

}  // namespace

void draw_browser(Ui& ui, const ViewerState& state, Wishes& wishes) {
    if (!state.browser) return;
    const ImVec2 screen = ImGui::GetIO().DisplaySize;
    draw_shade(screen);
    ImGui::SetNextWindowPos(0.5F * screen, ImGuiCond_Always, {0.5F, 0.5F});
    ImGui::SetNextWindowSize({std::min(0.9F * screen.x, 42.0F * ui.unit), 0.75F * screen.y});
    ImGui::SetNextWindowFocus();
    Dialog dialog{ui, state, wishes};
    find_shown(dialog);
    const bool moved = read_browser_keys(dialog);
    if (ImGui::Begin((ui.text("viewer.browse.title") + "###browser").c_str(), nullptr,
                     ImGuiWindowFlags_NoResize | ImGuiWindowFlags_NoCollapse | ImGuiWindowFlags_NoSavedSettings)) {
        draw_head(dialog);
        draw_entries(dialog, moved);
        draw_foot(dialog);
    }
    ImGui::End();
}

}  // namespace muster::viewer
