// SPDX-License-Identifier: Apache-2.0
// Tools that put something with a click: openings, furniture, fixtures. And the flight of steps, drawn in two strokes.
#include "render/viewer/edit/edit_stairs.h"
#include "render/viewer/edit/pointer_tool.h"

namespace muster::viewer {

namespace {

class OpeningTool final : public PointerTool {
public:
    using PointerTool::PointerTool;

    void hover(const Pointer& at) override { at_ = at; }
    void release(const Pointer& at) override {
        at_ = at;
        edit_.apply(add_opening(edit_.building(), at.level, at.p, settings_.opening));
    }
    [[nodiscard]] Preview preview() const override {
        Preview out;
        if (!at_) return out;
        const auto wall = wall_at(edit_.building(), at_->level, at_->p, thickest_wall_m);
        if (!wall) {
            out.refusal = "edit.refuse.no_wall";
            return out;
        }
        const Segment where = opening_on(*wall, at_->p, settings_.opening.width_m);
        show_line(out, where);
        for (const Vec2 end : {wall->line.a, wall->line.b}) {  // how far from the corners
            const Segment rest{end, distance(end, where.a) < distance(end, where.b) ? where.a : where.b};
            out.guides.push_back(rest);
            out.labels.push_back({rest.middle(), rest.length(), false});
        }
        if (where.length() < narrowest_opening_m) out.refusal = "edit.refuse.opening_too_narrow";
        return out;
    }

private:
    std::optional<Pointer> at_;
};

class ObstacleTool final : public PointerTool {
public:
    using PointerTool::PointerTool;

    void release(const Pointer& at) override {
        hover(at);
        edit_.apply(add_furniture_grid(edit_.building(), at.level, grid(cursor_->p)));
    }
    [[nodiscard]] Preview preview() const override {
        Preview out = with_cursor({});
        if (!cursor_) return out;
        const FurnitureGrid all = grid(cursor_->p);
        const Vec2 along = normalised(furniture_outline(all.piece, {})[1] - furniture_outline(all.piece, {})[0]);
        for (int row = 0; row < all.rows; ++row)
            for (int column = 0; column < all.columns; ++column)
                out.rings.push_back(furniture_outline(all.piece, all.first + column * all.pitch_m.x * along +
                                                                     row * all.pitch_m.y * perpendicular(along)));
        return out;
    }

private:
    [[nodiscard]] FurnitureGrid grid(Vec2 first) const {
        return {settings_.furniture, first, settings_.columns, settings_.rows, settings_.pitch_m};
    }
};

class FixtureTool final : public PointerTool {
public:
    using PointerTool::PointerTool;
    void release(const Pointer& at) override {
        hover(at);
        edit_.apply(add_fixture(edit_.building(), at.level, cursor_->p, settings_.fixture));
    }
};

/// The first stroke is the foot of the flight from end to end, the second click says how far it runs and which way.
class FlightTool final : public PointerTool {
public:
    using PointerTool::PointerTool;

    void press(const Pointer& at) override {
        hover(at);
        if (!foot_) first_ = cursor_->p;
    }
    void drag(const Pointer& at) override { hover(at); }
    void hover(const Pointer& at) override {
        level_ = at.level;
        SnapScene scene;
        if (first_) scene.more_corners = {*first_};
        cursor_ = snapped(at, scene);
        if (at.shift && first_ && cursor_->kind != SnapKind::corner) cursor_->p = straightened(*first_, cursor_->p);
    }
    void release(const Pointer& at) override {
        hover(at);
        if (foot_) {
            const auto drawn = flight();
            const auto plan = drawn ? plan_flight(edit_.building(), *drawn) : std::nullopt;
            edit_.apply(plan ? add_flight(edit_.building(), *plan) : refused("edit.refuse.flight_ends"));
            foot_.reset();
        } else if (first_ && distance(*first_, cursor_->p) >= narrowest_opening_m) {
            foot_ = Segment{*first_, cursor_->p};
        }
        first_.reset();
    }
    bool cancel() override {
        const bool begun = first_ || foot_;
        first_.reset();
        foot_.reset();
        return begun;
    }
    [[nodiscard]] Preview preview() const override {
        Preview out = with_cursor({});
        if (first_ && !foot_ && cursor_) show_line(out, {*first_, cursor_->p});
        const auto drawn = flight();
        if (!drawn) return out;
        const Vec2 run = drawn->length_m * drawn->up;
        show_ring(out, {foot_->a, foot_->b, foot_->b + run, foot_->a + run});
        out.lines.push_back({foot_->middle(), foot_->middle() + run});
        if (!plan_flight(edit_.building(), *drawn)) out.refusal = "edit.refuse.flight_ends";
        return out;
    }

private:
    [[nodiscard]] std::optional<DrawnFlight> flight() const {
        if (!foot_ || !cursor_) return {};
        const Vec2 across = perpendicular(foot_->direction());
        const double way = dot(cursor_->p - foot_->middle(), across);
        if (std::abs(way) < 0.1) return {};
        return DrawnFlight{level_, *foot_, way > 0.0 ? across : -1.0 * across, std::abs(way)};
    }

    std::optional<Vec2> first_;
    std::optional<Segment> foot_;
    LevelId level_;
};

}  // namespace

MadeTool make_opening_tool(PlanEdit& edit, const ToolSettings& settings) {
    return std::make_unique<OpeningTool>(edit, settings);
}
MadeTool make_obstacle_tool(PlanEdit& edit, const ToolSettings& settings) {
    return std::make_unique<ObstacleTool>(edit, settings);
}
MadeTool make_fixture_tool(PlanEdit& edit, const ToolSettings& settings) {
    return std::make_unique<FixtureTool>(edit, settings);
}
MadeTool make_flight_tool(PlanEdit& edit, const ToolSettings& settings) {
    return std::make_unique<FlightTool>(edit, settings);
}

}  // namespace muster::viewer
