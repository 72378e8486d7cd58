// SPDX-License-Identifier: Apache-2.0
#include "render/viewer/edit/edit_tools.h"

#include "render/viewer/edit/edit_removal.h"
#include "render/viewer/edit/measures.h"
#include "render/viewer/edit/pointer_tool.h"

namespace muster::viewer {

namespace {

MadeTool make_tool(Tool tool, PlanEdit& edit, const ToolSettings& settings) {
    switch (tool) {
        case Tool::select:
            return make_select_tool(edit, settings);
        case Tool::rectangle:
            return make_rectangle_tool(edit, settings);
        case Tool::polygon:
            return make_polygon_tool(edit, settings);
        case Tool::opening:
            return make_opening_tool(edit, settings);
        case Tool::flight:
            return make_flight_tool(edit, settings);
        case Tool::obstacle:
            return make_obstacle_tool(edit, settings);
        case Tool::fixture:
            return make_fixture_tool(edit, settings);
        case Tool::assembly:
            return make_assembly_tool(edit, settings);
        case Tool::measure:
            return make_measure_tool(edit, settings, false);
        case Tool::underlay_scale:
            return make_measure_tool(edit, settings, true);
    }
    return make_select_tool(edit, settings);
}

}  // namespace

EditTools::EditTools(PlanEdit& edit) : edit_(edit), state_(make_select_tool(edit, settings)) {}
EditTools::~EditTools() = default;

void EditTools::choose(Tool tool) {
    state_->cancel();
    tool_ = tool;
    state_ = make_tool(tool, edit_, settings);
}

void EditTools::press(const Pointer& at) { state_->press(at); }
void EditTools::drag(const Pointer& at) { state_->drag(at); }
void EditTools::release(const Pointer& at) { state_->release(at); }
void EditTools::hover(const Pointer& at) { state_->hover(at); }
void EditTools::double_click(const Pointer& at) { state_->double_click(at); }
void EditTools::finish() { state_->finish(); }

void EditTools::cancel() {
    if (!state_->cancel()) choose(Tool::select);
}

void EditTools::remove_selection() {
    const auto selection = edit_.selection();
    state_->cancel();
    edit_.apply(remove_objects(edit_.building(), selection));
}

Preview EditTools::preview() const { return state_->preview(); }
std::optional<TwoPoints> EditTools::take_underlay_points() { return state_->take_points(); }

void show_line(Preview& preview, const Segment& line) {
    preview.lines.push_back(line);
    preview.labels.push_back({line.middle(), line.length(), false});
}

void show_ring(Preview& preview, const Ring& ring) {
    if (ring.size() < 3) return;
    preview.rings.push_back(ring);
    for (const MeasuredLine& edge : edge_lengths(ring))
        preview.labels.push_back({edge.line.middle(), edge.length_m, false});
    preview.labels.push_back({centroid({ring, {}}), area({ring, {}}), true});
}

}  // namespace muster::viewer
