// SPDX-License-Identifier: Apache-2.0
// All openings of a storey with kind and clear width, all its rooms with use and capacity: a click selects, a field
// changes.
#include "render/text/places.h"
#include "render/viewer/edit/edit_openings.h"
#include "render/viewer/edit/edit_spaces.h"
#include "render/viewer/panels/choice_box.h"
#include "render/viewer/panels/edit_panels.h"

namespace muster::viewer {

namespace {

struct Table {
    Ui& ui;
    const EditDesk& desk;
    LevelId level;
    Wishes& wishes;

    [[nodiscard]] const Building& building() const { return desk.edit.building(); }
    void step(Edited edited) const { wishes.emplace_back(wish::EditStep{std::move(edited), false}); }
};

// The name takes what the fields leave; cut off, it is whole in the hint.
void name_cell(const Table& t, ObjectRef object, const std::string& key, const std::string& name) {
    ImGui::TableNextColumn();
    if (ImGui::Selectable(name.c_str(), t.desk.edit.is_selected(object)))
        t.wishes.emplace_back(wish::EditSelect{{object}});
    t.ui.mark("viewer.edit.row:" + key);
    t.ui.hint(name + " (" + key + ")");
    ImGui::TableNextColumn();
    ImGui::SetNextItemWidth(-1.0F);
}

void opening_row(const Table& t, OpeningId id) {
    const Opening& o = t.building().opening(id);
    name_cell(t, {ObjectKind::opening, id.index()}, o.key, text::name_of_opening(t.building(), id, t.ui.lang()));
    OpeningKind kind = o.kind;
    if (o.kind == OpeningKind::flight_end)
        ImGui::TextUnformatted(std::string(text::name_of(o.kind, t.ui.lang())).c_str());
    else if (box_of(t.ui, "##kind", kind, kinds_of_openings, ImGuiComboFlags_NoArrowButton))
        t.step(change_opening(t.building(), id, {.kind = kind}));
    t.ui.mark("viewer.edit.kind:" + o.key);
    ImGui::TableNextColumn();
    double width = o.clear_width_m;
    ImGui::SetNextItemWidth(-1.0F);
    ImGui::InputDouble("##width", &width, 0.0, 0.0, "%.2f");
    t.ui.mark("viewer.edit.width:" + o.key);
    if (ImGui::IsItemDeactivatedAfterEdit()) t.step(set_opening_width(t.building(), id, width));
}

void space_row(const Table& t, SpaceId id) {
    const Space& space = t.building().space(id);
    name_cell(t, {ObjectKind::space, id.index()}, space.key, text::name_of_space(t.building(), id, t.ui.lang()));
    SpaceUse use = space.use;
    if (box_of(t.ui, "##use", use, uses_of_spaces, ImGuiComboFlags_NoArrowButton))
        t.step(change_space(t.building(), id, {.use = use}));
    t.ui.mark("viewer.edit.use:" + space.key);
    ImGui::TableNextColumn();
    int capacity = space.capacity;
    ImGui::SetNextItemWidth(-1.0F);
    ImGui::InputInt("##capacity", &capacity, 0);
    t.ui.mark("viewer.edit.capacity:" + space.key);
    if (ImGui::IsItemDeactivatedAfterEdit()) t.step(change_space(t.building(), id, {.capacity = capacity}));
}

bool begin_table(const Table& t, const char* id, const char* kind, const char* figure) {
    if (!ImGui::BeginTable(id, 3, ImGuiTableFlags_RowBg | ImGuiTableFlags_ScrollY | ImGuiTableFlags_Resizable))
        return false;
    ImGui::TableSetupColumn(t.ui.text("viewer.edit.name").c_str(), ImGuiTableColumnFlags_WidthStretch);
    ImGui::TableSetupColumn(t.ui.text(kind).c_str(), ImGuiTableColumnFlags_WidthFixed, 4.0F * t.ui.unit);
    ImGui::TableSetupColumn(t.ui.text(figure).c_str(), ImGuiTableColumnFlags_WidthFixed, 3.4F * t.ui.unit);
    ImGui::TableSetupScrollFreeze(0, 1);
    ImGui::TableHeadersRow();
    return true;
}

void draw_openings(const Table& t) {
    if (!begin_table(t, "openings", "viewer.kind", "viewer.edit.width")) return;
    for (std::size_t i = 0; i < t.building().openings.size(); ++i) {
        if (t.building().space(t.building().openings[i].from).level != t.level) continue;
        ImGui::PushID(static_cast<int>(i));
        opening_row(t, OpeningId{i});
        ImGui::PopID();
    }
    ImGui::EndTable();
}

void draw_spaces(const Table& t) {
    if (!begin_table(t, "spaces", "viewer.edit.use", "viewer.edit.capacity")) return;
    for (std::size_t i = 0; i < t.building().spaces.size(); ++i) {
        if (t.building().spaces[i].level != t.level) continue;
        ImGui::PushID(static_cast<int>(i));
        space_row(t, SpaceId{i});
        ImGui::PopID();
    }
    ImGui::EndTable();
}

}  // namespace

void draw_edit_tables(Ui& ui, const ViewerState& state, Wishes& wishes) {
    const Table t{ui, *state.desk, state.level, wishes};
    if (!ImGui::BeginTabBar("tables")) return;
    ui.tab("viewer.edit.openings", [&] { draw_openings(t); });
    ui.tab("viewer.edit.spaces", [&] { draw_spaces(t); });
    ImGui::EndTabBar();
}

}  // namespace muster::viewer
