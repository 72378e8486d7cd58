// SPDX-License-Identifier: Apache-2.0
// Left of the drawing board: tools and what they make, storeys, the posted map, save.
#include <array>
#include <filesystem>

#include "render/text/names.h"
#include "render/viewer/edit/edit_levels.h"
#include "render/viewer/panels/edit_panels.h"
#include "render/viewer/panels/panels.h"

namespace muster::viewer {

namespace {

constexpr double usual_storey_m = 3.6;

constexpr std::array tool_ids{"viewer.tool.select",  "viewer.tool.rectangle", "viewer.tool.polygon",
                              "viewer.tool.opening", "viewer.tool.flight",    "viewer.tool.obstacle",
                              "viewer.tool.fixture", "viewer.tool.assembly",  "viewer.tool.measure",
                              "viewer.tool.underlay"};

template <class Kind>
bool choose_kind(Ui& ui, const char* id, Kind& kind, int count) {
    bool changed = false;
    ImGui::SetNextItemWidth(-1.0F);
    const bool open =
        ImGui::BeginCombo((std::string("##") + id).c_str(), std::string(text::name_of(kind, ui.lang())).c_str());
    ui.mark(id);
    if (!open) return false;
    for (int i = 0; i < count; ++i) {
        const auto one = static_cast<Kind>(i);
        if (ImGui::Selectable(std::string(text::name_of(one, ui.lang())).c_str(), one == kind)) {
            kind = one;
            changed = true;
        }
        ui.mark(std::string(id) + ":" + std::to_string(i));
    }
    ImGui::EndCombo();
    return changed;
}

bool number(Ui& ui, const char* id, double& value, double step) {
    ImGui::SetNextItemWidth(7.0F * ui.unit);
    const bool changed = ImGui::InputDouble((ui.text(id) + "##" + id).c_str(), &value, step, 0.0, "%.2f");
    ui.mark(id);
    return changed;
}

void draw_settings(Ui& ui, const EditDesk& desk, Wishes& wishes) {
    ToolSettings settings = desk.tools.settings;
    bool changed = false;
    switch (desk.tools.tool()) {
        case Tool::rectangle:
        case Tool::polygon:
            changed = choose_kind(ui, "viewer.edit.use", settings.space.use, static_cast<int>(SpaceUse::other) + 1);
            if (changed) settings.space.outdoor = settings.space.use == SpaceUse::grounds;
            break;
        case Tool::opening:
            changed = choose_kind(ui, "viewer.edit.opening_kind", settings.opening.kind, 3);
            changed |= number(ui, "viewer.edit.width", settings.opening.width_m, 0.1);
            break;
        case Tool::obstacle:
            if (choose_kind(ui, "viewer.edit.obstacle_kind", settings.furniture.kind,
                            static_cast<int>(ObstacleKind::other) + 1)) {
                settings.furniture = usual_furniture(settings.furniture.kind);
                changed = true;
            }
            changed |= ImGui::InputInt(ui.text("viewer.edit.columns").c_str(), &settings.columns);
            changed |= ImGui::InputInt(ui.text("viewer.edit.rows").c_str(), &settings.rows);
            break;
        case Tool::fixture:
            changed = choose_kind(ui, "viewer.edit.fixture_kind", settings.fixture,
                                  static_cast<int>(FixtureKind::sprinkler) + 1);
            break;
        case Tool::select:
        case Tool::flight:
        case Tool::assembly:
        case Tool::measure:
        case Tool::underlay_scale:
            break;
    }
    changed |= number(ui, "viewer.edit.grid", settings.snap.grid_m, 0.05);
    if (changed) wishes.emplace_back(wish::EditSettings{settings});
}

void draw_storeys(Ui& ui, const ViewerState& state, Wishes& wishes) {
    ui.heading("viewer.edit.storeys");
    const Building& building = state.desk->edit.building();
    if (ui.button("viewer.edit.add_storey")) wishes.emplace_back(wish::EditStep{add_level(building, usual_storey_m)});
    ImGui::SameLine();
    if (ui.button("viewer.edit.copy_storey"))
        wishes.emplace_back(wish::EditStep{duplicate_storey(building, state.level, usual_storey_m)});
}

void draw_map(Ui& ui, const ViewerState& state, Wishes& wishes) {
    ui.heading("viewer.edit.map");
    const EditDesk& desk = *state.desk;
    std::string& path = ui.fields.map_path;
    std::array<char, 512> typed{};
    path.copy(typed.data(), typed.size() - 1);
    ImGui::SetNextItemWidth(-1.0F);
    if (ImGui::InputTextWithHint("##map", ui.text("viewer.edit.map_path").c_str(), typed.data(), typed.size()))
        path = typed.data();
    ui.mark("viewer.edit.map_path");
    if (ui.button("viewer.edit.map_show") && !path.empty()) {
        const Textures::Size size = ui.textures->size_of(path);
        if (size.width > 0)
            wishes.emplace_back(wish::EditUnderlay{
                {path, {static_cast<double>(size.width), static_cast<double>(size.height)}, 0.5, state.level, {}}});
        else
            wishes.emplace_back(wish::Say{ui.text("viewer.edit.map_bad", {{"file", path}})});
    }
    if (!desk.underlay) return;
    ImGui::SameLine();
    if (ui.button("viewer.edit.map_hide")) wishes.emplace_back(wish::RemoveUnderlay{});
    Underlay map = *desk.underlay;
    auto opacity = static_cast<float>(map.opacity);
    if (ImGui::SliderFloat(ui.text("viewer.edit.map_opacity").c_str(), &opacity, 0.1F, 1.0F)) {
        map.opacity = static_cast<double>(opacity);
        wishes.emplace_back(wish::EditUnderlay{map});
    }
    if (!desk.underlay_points) {
        ImGui::TextWrapped("%s", ui.text("viewer.edit.map_how").c_str());
        return;
    }
    number(ui, "viewer.edit.map_distance", ui.fields.map_distance_m, 0.5);
    if (ui.button("viewer.edit.map_scale")) wishes.emplace_back(wish::ScaleUnderlay{ui.fields.map_distance_m});
}

}  // namespace

void draw_edit_tools(Ui& ui, const ViewerState& state, Wishes& wishes) {
    const EditDesk& desk = *state.desk;
    ui.heading("viewer.edit.tools");
    for (std::size_t i = 0; i < tool_ids.size(); ++i) {
        const auto tool = static_cast<Tool>(i);
        if (ui.switch_button(tool_ids[i], ui.text(tool_ids[i]), desk.tools.tool() == tool))
            wishes.emplace_back(wish::EditTool{tool});
        if (i % 2 == 0 && i + 1 < tool_ids.size()) ImGui::SameLine(0.5F * ImGui::GetWindowContentRegionMax().x);
    }
    draw_settings(ui, desk, wishes);
    draw_storeys(ui, state, wishes);
    draw_map(ui, state, wishes);
    ui.heading("viewer.edit.keep");
    if (ui.button("viewer.undo")) wishes.emplace_back(wish::Undo{});
    ui.hint(ui.text(desk.edit.undo_step()));
    ImGui::SameLine();
    if (ui.button("viewer.redo")) wishes.emplace_back(wish::Redo{});
    if (ui.button("viewer.edit.save")) wishes.emplace_back(wish::SavePlan{name_for_edited(desk)});
    ImGui::SameLine();
    if (ui.button("viewer.edit.try")) wishes.emplace_back(wish::TryPlan{});
    if (ui.button("viewer.new_plan")) wishes.emplace_back(wish::NewPlan{});
    if (desk.found) {
        ImGui::TextWrapped("%s", ui.text("viewer.edit.autosave_found", {{"file", desk.found->file}}).c_str());
        if (ui.button("viewer.edit.restore")) wishes.emplace_back(wish::RestoreAutosave{});
        ImGui::SameLine();
        if (ui.button("viewer.edit.discard")) wishes.emplace_back(wish::DiscardAutosave{});
    }
    if (desk.edit.dirty()) ImGui::TextDisabled("%s", ui.text("viewer.unsaved").c_str());
}

std::string name_for_edited(const EditDesk& desk) {
    namespace fs = std::filesystem;
    const std::string& plan_path = desk.path;
    if (desk.begun_here) return plan_path;
    constexpr std::string_view ending = ".plan.json", mark = ".edited";
    std::string stem = fs::path(plan_path).filename().string();
    if (stem.ends_with(ending)) stem.resize(stem.size() - ending.size());
    if (stem.empty()) stem = "new";
    if (!stem.ends_with(mark)) stem += mark;
    return (fs::path(plan_path).parent_path() / (stem + std::string(ending))).string();
}

}  // namespace muster::viewer
