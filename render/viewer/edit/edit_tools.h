// SPDX-License-Identifier: Apache-2.0
// What the pointer does in the layout editor: pointer events in metres go in, steps on a PlanEdit and shapes to draw
// come out. Knows no window; pixels are the caller's.
//
// press -> drag ... -> release is one stroke; hover() is the pointer moving with no button down. Polygons are clicked
// corner by corner and ended by double_click(), finish() (the Enter key) or a click on the first corner.
#pragma once

#include <memory>

#include "render/viewer/edit/edit_contents.h"
#include "render/viewer/edit/edit_openings.h"
#include "render/viewer/edit/edit_spaces.h"
#include "render/viewer/edit/plan_edit.h"
#include "render/viewer/edit/snapping.h"

namespace muster::viewer {

enum class Tool : std::uint8_t {
    select,
    rectangle,  // a space
    polygon,    // a space
    opening,
    flight,    // the foot edge from end to end, then up the run
    obstacle,  // one piece, or a grid
    fixture,
    assembly,  // an area by a stroke, a spot by a click in one
    measure,
    underlay_scale,
};

struct Pointer {
    Vec2 p;  // m
    LevelId level;
    bool shift = false;  // straight lines; adds to the selection
    bool alt = false;    // nothing snaps
};

struct ToolSettings {
    SnapSettings snap;
    SpaceStyle space;
    OpeningStyle opening;
    Furniture furniture;
    int columns = 1, rows = 1;  // of the grid that a click with the obstacle tool puts
    Vec2 pitch_m{1.2, 0.9};     // from middle to middle
    FixtureKind fixture = FixtureKind::smoke_detector;
    double spot_radius_m = 1.5;
};

/// To be drawn over the plan, in metres.
struct Preview {
    struct Label {
        Vec2 at;
        double value = 0.0;
        bool is_area = false;  // m2; else m
    };
    std::vector<Ring> rings;
    std::vector<Segment> lines;
    std::vector<Segment> guides;  // lines of snapping
    std::vector<Vec2> handles;    // corners that can be dragged
    std::vector<Label> labels;
    std::optional<Vec2> cursor;  // where the pointer snapped to
    SnapKind snapped = SnapKind::none;
    std::string refusal;  // id of a text: why a release here would do nothing; empty when it would
};

/// Two points of the plan under which the underlay's two points lie, for the panel to ask the real distance.
struct TwoPoints {
    Vec2 first, second;
};

class PointerTool;

class EditTools {
public:
    explicit EditTools(PlanEdit& edit);  // not owned
    ~EditTools();

    ToolSettings settings;

    void choose(Tool tool);  // drops what was begun
    [[nodiscard]] Tool tool() const { return tool_; }

    void press(const Pointer& at);
    void drag(const Pointer& at);
    void release(const Pointer& at);
    void hover(const Pointer& at);
    void double_click(const Pointer& at);  // after the second release
    void finish();
    void cancel();  // the Escape key; with nothing begun, back to the select tool
    void remove_selection();

    [[nodiscard]] Preview preview() const;
    /// Once, after the second point of the tool underlay_scale.
    [[nodiscard]] std::optional<TwoPoints> take_underlay_points();

private:
    PlanEdit& edit_;
    Tool tool_ = Tool::select;
    std::unique_ptr<PointerTool> state_;
};

}  // namespace muster::viewer
