// SPDX-License-Identifier: Apache-2.0
// The storeys: one, side by side or one above the other, and both runs where two are compared. Wheel zooms, dragging
// pans, a click asks.
#include <cmath>

#include "render/viewer/panels/panels.h"
#include "render/viewer/scene/pane.h"

namespace muster::viewer {

namespace {

constexpr float gap = 4.0F;

std::vector<LevelId> levels_shown(const ViewerState& state) {
    if (state.arrangement == Arrangement::one || state.sessions.size() > 1) return {state.level};
    std::vector<LevelId> levels;
    for (std::size_t i = 0; i < state.session().world().building.levels.size(); ++i) levels.push_back(LevelId{i});
    return levels;
}

// Columns of a grid of `count` panes in a rectangle, so that panes are as large as can be.
int columns_of(const ViewerState& state, std::size_t count, ImVec2 size) {
    if (state.arrangement == Arrangement::stacked && state.sessions.size() == 1) return 1;
    if (state.sessions.size() > 1) return static_cast<int>(count);
    const double wide =
        std::sqrt(static_cast<double>(count) * static_cast<double>(size.x / std::max(size.y, 1.0F)) / 2.5);
    return std::clamp(static_cast<int>(std::lround(wide)), 1, static_cast<int>(count));
}

void interact(const ViewerState& state, const PaneView& view, const PaneContent& content, Wishes& wishes) {
    const ImGuiIO& io = ImGui::GetIO();
    const bool hovered = ImGui::IsItemHovered();
    if (hovered && io.MouseWheel != 0.0F)
        wishes.emplace_back(wish::SetCamera{zoomed(view, io.MousePos, io.MouseWheel)});
    const bool drags = ImGui::IsItemActive() && ImGui::IsMouseDragging(ImGuiMouseButton_Left, 4.0F);
    if (drags && (io.MouseDelta.x != 0.0F || io.MouseDelta.y != 0.0F))
        wishes.emplace_back(wish::SetCamera{dragged(view, io.MouseDelta)});
    const ImVec2 moved = ImGui::GetMouseDragDelta(ImGuiMouseButton_Left, 0.0F);
    if (hovered && ImGui::IsMouseReleased(ImGuiMouseButton_Left) && moved.x * moved.x + moved.y * moved.y < 16.0F) {
        wishes.emplace_back(wish::Select{pick(view, content, io.MousePos)});
        if (state.level != content.level) wishes.emplace_back(wish::ShowLevel{content.level});
    }
}

}  // namespace

void draw_plan_view(Ui& ui, const ViewerState& state, Wishes& wishes) {
    const std::vector<LevelId> levels = levels_shown(state);
    const std::size_t count = levels.size() * state.sessions.size();
    const ImVec2 origin = ImGui::GetCursorScreenPos(), size = ImGui::GetContentRegionAvail();
    const int columns = columns_of(state, count, size);
    const int rows = (static_cast<int>(count) + columns - 1) / columns;
    const ImVec2 cell{(size.x - gap * static_cast<float>(columns - 1)) / static_cast<float>(columns),
                      (size.y - gap * static_cast<float>(rows - 1)) / static_cast<float>(rows)};
    if (cell.x < 20.0F || cell.y < 20.0F) return;
    for (std::size_t i = 0; i < count; ++i) {
        const auto column = static_cast<float>(static_cast<int>(i) % columns);
        const auto row = static_cast<float>(static_cast<int>(i) / columns);
        const std::size_t run = i / levels.size();
        PaneView view;
        view.low = origin + ImVec2{column * (cell.x + gap), row * (cell.y + gap)};
        view.high = view.low + cell;
        const Session& session = *state.sessions[run];
        view.camera = state.camera.px_per_m > 0.0 ? state.camera : fitting(state.books[run]->bounds(), cell);
        const std::string name = "pane" + std::to_string(i);
        const PaneContent content{state, session, state.moments[run], *state.books[run], levels[i % levels.size()],
                                  name};
        ImGui::SetCursorScreenPos(view.low);
        ImGui::InvisibleButton(name.c_str(), cell);
        ui.mark(name);
        ui.spots[name + ".low"] = view.low;
        ui.spots[name + ".high"] = view.high;
        ui.cameras[name] = view.camera;
        interact(state, view, content, wishes);
        draw_pane(ui, *ImGui::GetWindowDrawList(), view, content);
    }
}

}  // namespace muster::viewer
