// SPDX-License-Identifier: Apache-2.0
// Right of the drawing board: the selected thing in fields; below it what the plan reader says.
#include <algorithm>
#include <array>

#include "render/text/names.h"
#include "render/text/places.h"
#include "render/viewer/edit/edit_openings.h"
#include "render/viewer/edit/edit_spaces.h"
#include "render/viewer/edit/edit_stairs.h"
#include "render/viewer/edit/measures.h"
#include "render/viewer/panels/choice_box.h"
#include "render/viewer/panels/edit_panels.h"

namespace muster::viewer {

namespace {

struct Sheet {
    Ui& ui;
    const EditDesk& desk;
    Wishes& wishes;

    [[nodiscard]] const Building& building() const { return desk.edit.building(); }
    void step(Edited edited, bool joins = false) const {
        wishes.emplace_back(wish::EditStep{std::move(edited), joins});
    }
};

// A field that asks for its step when the value was entered.
bool number(const Sheet& s, const std::string& id, double& value, double step = 0.05) {
    ImGui::SetNextItemWidth(6.0F * s.ui.unit);
    ImGui::InputDouble((s.ui.text(id) + "##" + id).c_str(), &value, step, 0.0, "%.2f");
    s.ui.mark(id);
    return ImGui::IsItemDeactivatedAfterEdit();
}

bool words(const Sheet& s, const std::string& id, std::string& value) {
    std::array<char, 256> typed{};
    value.copy(typed.data(), typed.size() - 1);
    ImGui::SetNextItemWidth(8.0F * s.ui.unit);
    ImGui::InputText((s.ui.text(id) + "##" + id).c_str(), typed.data(), typed.size());
    s.ui.mark(id);
    value = typed.data();
    return ImGui::IsItemDeactivatedAfterEdit();
}

Name renamed(const Name& name, const std::string& words, text::Lang lang) {
    if (name.zh == name.en) return {words, words};
    Name out = name;
    text::own_words(out, lang) = words;
    return out;
}

void name_field(const Sheet& s, ObjectRef object, const Name& name) {
    std::string now = text::in_language(name, s.ui.lang());
    if (words(s, "viewer.edit.name", now)) s.step(rename_object(s.building(), object, renamed(name, now, s.ui.lang())));
}

void space_fields(const Sheet& s, std::size_t index) {
    const SpaceId id{index};
    const Space& space = s.building().space(id);
    name_field(s, {ObjectKind::space, index}, space.name);
    SpaceUse use = space.use;
    if (choose_one(s.ui, "viewer.edit.use", use, uses_of_spaces)) s.step(change_space(s.building(), id, {.use = use}));
    s.ui.row(s.ui.text("viewer.area"), text::number_text(area(space.area), 1) + " m²");
    int capacity = space.capacity;
    ImGui::SetNextItemWidth(6.0F * s.ui.unit);
    ImGui::InputInt(s.ui.text("viewer.edit.capacity").c_str(), &capacity);
    if (ImGui::IsItemDeactivatedAfterEdit()) s.step(change_space(s.building(), id, {.capacity = capacity}));
    if (!space.flight) return;
    double width = space.flight->clear_width_m;
    if (number(s, "viewer.edit.flight_width", width)) s.step(change_flight(s.building(), id, {.clear_width_m = width}));
    int risers = space.flight->risers;
    ImGui::SetNextItemWidth(6.0F * s.ui.unit);
    ImGui::InputInt(s.ui.text("viewer.risers").c_str(), &risers);
    if (ImGui::IsItemDeactivatedAfterEdit()) s.step(change_flight(s.building(), id, {.risers = risers}));
}

void opening_fields(const Sheet& s, std::size_t index) {
    const OpeningId id{index};
    const Opening& o = s.building().opening(id);
    name_field(s, {ObjectKind::opening, index}, o.name);
    double width = o.clear_width_m;
    if (number(s, "viewer.clear_width", width)) s.step(set_opening_width(s.building(), id, width));
    OpeningKind kind = o.kind;
    if (kind != OpeningKind::flight_end && choose_one(s.ui, "viewer.kind", kind, kinds_of_openings))
        s.step(change_opening(s.building(), id, {.kind = kind}));
    DoorState state = o.state;
    if (choose_one(s.ui, "viewer.state", state, 3)) s.step(change_opening(s.building(), id, {.state = state}));
    const auto side = [&](SpaceId space) {
        return space.valid() ? text::name_of_space(s.building(), space, s.ui.lang()) : s.ui.text("viewer.edit.outside");
    };
    int swing = !o.swings_into ? 0 : *o.swings_into == o.from ? 1 : 2;
    const std::array<std::string, 3> swings{s.ui.text("viewer.edit.swing_unknown"), side(o.from), side(o.to)};
    if (!ImGui::BeginCombo(s.ui.text("viewer.edit.swing").c_str(), swings.at(static_cast<std::size_t>(swing)).c_str()))
        return;
    for (int i = 0; i < 3; ++i)
        if (ImGui::Selectable(swings.at(static_cast<std::size_t>(i)).c_str(), i == swing)) {
            const std::optional<SpaceId> into = i == 0 ? std::nullopt : std::optional(i == 1 ? o.from : o.to);
            s.step(change_opening(s.building(), id, {.swings_into = into}));
        }
    ImGui::EndCombo();
}

void object_fields(const Sheet& s, ObjectRef object) {
    ImGui::TextDisabled("%s", key_of(s.building(), object).c_str());
    if (object.kind == ObjectKind::space) return space_fields(s, object.index);
    if (object.kind == ObjectKind::opening) return opening_fields(s, object.index);
    if (const double m2 = area_of(s.building(), object); m2 > 0.0)
        s.ui.row(s.ui.text("viewer.area"), text::number_text(m2, 2) + " m²");
}

}  // namespace

void draw_edit_properties(Ui& ui, const ViewerState& state, Wishes& wishes) {
    const Sheet s{ui, *state.desk, wishes};
    ui.heading("viewer.edit.properties");
    const auto& selection = state.desk->edit.selection();
    if (selection.empty()) {
        ImGui::TextWrapped("%s", ui.text("viewer.edit.select_something").c_str());
        return;
    }
    if (selection.size() == 1)
        object_fields(s, selection.front());
    else
        ImGui::TextUnformatted(ui.text("viewer.edit.many", {{"count", std::to_string(selection.size())}}).c_str());
    if (ui.button("viewer.edit.remove")) wishes.emplace_back(wish::EditPress{wish::EditKey::remove});
}

void draw_edit_findings(Ui& ui, const ViewerState& state, Wishes& wishes) {
    const EditDesk& desk = *state.desk;
    int errors = 0;
    for (const PlanFinding& f : desk.findings()) errors += f.finding.severity == Severity::error ? 1 : 0;
    ImGui::TextDisabled("%s",
                        ui.text(desk.checked() ? "viewer.edit.checked" : "viewer.edit.checking",
                                {{"errors", std::to_string(errors)}, {"all", std::to_string(desk.findings().size())}})
                            .c_str());
    for (std::size_t i = 0; i < desk.findings().size(); ++i) {
        const PlanFinding& f = desk.findings()[i];
        const text::FindingText text = text::describe(f.finding, ui.lang());
        const std::string severity(text::name_of(f.finding.severity, ui.lang()));
        const std::string line = text::joined({severity, text.message}, "list.label", ui.lang()) +
                                 (text.hint.empty() ? "" : "  " + text.hint);
        if (!ImGui::Selectable((line + "##" + std::to_string(i)).c_str())) continue;
        if (f.level.valid()) {
            wishes.emplace_back(wish::ShowLevel{f.level});
            wishes.emplace_back(wish::SetCamera{{f.at, 40.0}});
        }
        if (f.object.kind != ObjectKind::plan) wishes.emplace_back(wish::EditSelect{{f.object}});
    }
}

}  // namespace muster::viewer
