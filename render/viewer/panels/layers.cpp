// SPDX-License-Identifier: Apache-2.0
// What is drawn, and what the colours mean.
#include <array>

#include "render/text/heat_legend.h"
#include "render/text/names.h"
#include "render/viewer/panels/panels.h"
#include "render/viewer/scene/heat_layer.h"
#include "render/viewer/scene/pane.h"
#include "render/viewer/scene/sprites.h"

namespace muster::viewer {

namespace {

constexpr std::array<const char*, 4> colourings{"viewer.colour.state", "viewer.colour.group", "viewer.colour.speed",
                                                "viewer.colour.exposure"};

void legend_row(Ui& ui, PersonState state) {
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float size = ui.unit;
    const SpriteBox uv = sprite_of(state);
    ImGui::GetWindowDrawList()->AddImage(ui.sprites, at, at + ImVec2{size, size}, {uv.u0, uv.v0}, {uv.u1, uv.v1},
                                         tint(picture::person_colour(state)));
    ImGui::Dummy({size, size});
    ImGui::SameLine();
    ImGui::TextUnformatted(std::string(text::name_of(state, ui.lang())).c_str());
}

void scale_row(Ui& ui, const std::string& low, const std::string& high, bool turned) {
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float width = 8.0F * ui.unit, height = 0.7F * ui.unit;
    ImDrawList& list = *ImGui::GetWindowDrawList();
    constexpr int steps = 40;
    for (int i = 0; i < steps; ++i) {
        const double share = (i + 0.5) / steps;
        const float x = at.x + width * static_cast<float>(i) / steps;
        list.AddRectFilled({x, at.y}, {x + width / steps + 1.0F, at.y + height},
                           tint(picture::density_colour(turned ? 1.0 - share : share)));
    }
    ImGui::Dummy({width, height});
    ImGui::TextDisabled("%s", low.c_str());
    ImGui::SameLine(width - 2.0F * ui.unit);
    ImGui::TextDisabled("%s", high.c_str());
}

void draw_legend(Ui& ui, const ViewerState& state) {
    switch (state.layers.colouring) {
        case Colouring::state:
            for (const PersonState s :
                 {PersonState::waiting, PersonState::sheltering, PersonState::walking, PersonState::fallen,
                  PersonState::assembled, PersonState::stranded, PersonState::incapacitated})
                legend_row(ui, s);
            return;
        case Colouring::speed:
            return scale_row(ui, "0", "2 m/s", true);
        case Colouring::exposure:
            return scale_row(ui, "0", "FED 1", false);
        case Colouring::group:
            break;
    }
    const auto& groups = state.session().world().scenario.population.groups;
    for (std::size_t i = 0; i < groups.size(); ++i) {
        ImGui::PushStyleColor(ImGuiCol_Text, tint(group_colour(GroupId{i})));
        const bool mine = state.group == GroupId{i};
        ImGui::Text("%s %s", mine ? ">" : "●", text::in_language(groups[i].name, ui.lang()).c_str());
        ImGui::PopStyleColor();
    }
}

void draw_heat_choice(Ui& ui, LayerChoice& layers) {
    const std::string now = layers.heat ? text::heat_legend(*layers.heat, ui.lang()).name : ui.text("viewer.heat.none");
    ImGui::SetNextItemWidth(-1.0F);
    const bool open = ImGui::BeginCombo("##heat", now.c_str());
    ui.mark("viewer.heat");
    if (!open) return;
    if (ImGui::Selectable(ui.text("viewer.heat.none").c_str(), !layers.heat)) layers.heat.reset();
    for (const analysis::HeatKind kind : analysis::all_heat_kinds) {
        if (ImGui::Selectable(text::heat_legend(kind, ui.lang()).name.c_str(), layers.heat == kind)) layers.heat = kind;
        ui.mark("viewer.heat:" + std::to_string(static_cast<int>(kind)));
    }
    ImGui::EndCombo();
}

}  // namespace

void draw_layers(Ui& ui, const ViewerState& state, Wishes& wishes) {
    ui.heading("viewer.layers");
    LayerChoice layers = state.layers;
    int colouring = static_cast<int>(layers.colouring);
    ImGui::SetNextItemWidth(-1.0F);
    if (ui.choose("viewer.colouring", colouring, colourings)) layers.colouring = static_cast<Colouring>(colouring);
    draw_heat_choice(ui, layers);
    ui.check("viewer.layer.people", layers.people);
    ui.check("viewer.layer.trails", layers.trails);
    ui.check("viewer.layer.routes", layers.routes);
    ui.check("viewer.layer.numbers", layers.numbers);
    ui.check("viewer.layer.risks", layers.risks);
    ui.check("viewer.layer.labels", layers.labels);
    ui.check("viewer.layer.furniture", layers.furniture);
    ui.check("viewer.layer.fixtures", layers.fixtures);
    if (layers != state.layers) wishes.emplace_back(wish::SetLayers{layers});
    if (state.layers.heat) draw_heat_legend(ui, *state.layers.heat);
    ui.heading("viewer.legend");
    draw_legend(ui, state);
    if (state.layers.fixtures) ImGui::TextWrapped("%s", ui.text("viewer.legend.fixtures").c_str());
}

}  // namespace muster::viewer
