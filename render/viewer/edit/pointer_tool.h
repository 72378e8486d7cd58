// SPDX-License-Identifier: Apache-2.0
// One tool of the editor. Private to the editor; edit_tools.h is its door.
#pragma once

#include <memory>

#include "render/viewer/edit/edit_tools.h"

namespace muster::viewer {

class PointerTool {
public:
    PointerTool(PlanEdit& edit, const ToolSettings& settings) : edit_(edit), settings_(settings) {}
    virtual ~PointerTool() = default;

    virtual void press(const Pointer&) {}
    virtual void drag(const Pointer& at) { hover(at); }
    virtual void release(const Pointer&) {}
    virtual void hover(const Pointer& at) { cursor_ = snapped(at); }
    virtual void double_click(const Pointer&) {}
    virtual void finish() {}
    /// False when nothing had been begun.
    virtual bool cancel() { return false; }
    [[nodiscard]] virtual Preview preview() const { return with_cursor({}); }
    [[nodiscard]] virtual std::optional<TwoPoints> take_points() { return {}; }

protected:
    [[nodiscard]] Snapped snapped(const Pointer& at, const SnapScene& scene = {}) const {
        if (at.alt) return {tidy(at.p), SnapKind::none, {}};
        return snap(edit_.building(), at.level, at.p, settings_.snap, scene);
    }
    [[nodiscard]] Preview with_cursor(Preview out) const {
        if (!cursor_) return out;
        out.cursor = cursor_->p;
        out.snapped = cursor_->kind;
        out.guides = cursor_->guides;
        return out;
    }

    PlanEdit& edit_;
    const ToolSettings& settings_;
    std::optional<Snapped> cursor_;
};

using MadeTool = std::unique_ptr<PointerTool>;
[[nodiscard]] MadeTool make_select_tool(PlanEdit& edit, const ToolSettings& settings);
[[nodiscard]] MadeTool make_rectangle_tool(PlanEdit& edit, const ToolSettings& settings);
[[nodiscard]] MadeTool make_polygon_tool(PlanEdit& edit, const ToolSettings& settings);
[[nodiscard]] MadeTool make_assembly_tool(PlanEdit& edit, const ToolSettings& settings);
[[nodiscard]] MadeTool make_opening_tool(PlanEdit& edit, const ToolSettings& settings);
[[nodiscard]] MadeTool make_obstacle_tool(PlanEdit& edit, const ToolSettings& settings);
[[nodiscard]] MadeTool make_fixture_tool(PlanEdit& edit, const ToolSettings& settings);
[[nodiscard]] MadeTool make_flight_tool(PlanEdit& edit, const ToolSettings& settings);
/// `keeps_points`: the two points are for somebody who asks for them.
[[nodiscard]] MadeTool make_measure_tool(PlanEdit& edit, const ToolSettings& settings, bool keeps_points);

/// A ring with its lengths and its area.
void show_ring(Preview& preview, const Ring& ring);
void show_line(Preview& preview, const Segment& line);

}  // namespace muster::viewer
