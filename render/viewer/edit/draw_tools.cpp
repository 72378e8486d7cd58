// SPDX-License-Identifier: Apache-2.0
// Tools that draw an outline: spaces and assembly areas.
#include "render/viewer/edit/pointer_tool.h"

namespace muster::viewer {

namespace {

constexpr double click_m = 0.05;  // a stroke shorter than this is a click

/// A stroke from corner to corner.
class BoxTool : public PointerTool {
public:
    using PointerTool::PointerTool;

    void press(const Pointer& at) override {
        cursor_ = snapped(at);
        from_ = cursor_->p;
        level_ = at.level;
    }
    void drag(const Pointer& at) override {
        SnapScene scene;
        if (from_) scene.more_corners = {*from_};
        cursor_ = snapped(at, scene);
    }
    void release(const Pointer& at) override {
        if (!from_) return;
        drag(at);
        const Vec2 a = *from_, b = cursor_->p;
        from_.reset();
        if (distance(a, b) < click_m)
            click(at);
        else
            commit(rectangle(a, b));
    }
    bool cancel() override {
        const bool begun = from_.has_value();
        from_.reset();
        return begun;
    }
    [[nodiscard]] Preview preview() const override {
        Preview out = with_cursor({});
        if (from_ && cursor_) show_ring(out, rectangle(*from_, cursor_->p));
        return out;
    }

protected:
    virtual void commit(const Ring& outline) = 0;
    virtual void click(const Pointer&) {}
    LevelId level_;

private:
    std::optional<Vec2> from_;
};

class RectangleTool final : public BoxTool {
public:
    using BoxTool::BoxTool;

private:
    void commit(const Ring& outline) override {
        edit_.apply(add_space(edit_.building(), level_, outline, settings_.space));
    }
};

class AssemblyTool final : public BoxTool {
public:
    using BoxTool::BoxTool;

private:
    void commit(const Ring& outline) override { edit_.apply(add_assembly_area(edit_.building(), level_, outline)); }
    void click(const Pointer& at) override {
        edit_.apply(add_spot(edit_.building(), level_, snapped(at).p, settings_.spot_radius_m));
    }
};

/// Corner by corner.
class PolygonTool final : public PointerTool {
public:
    using PointerTool::PointerTool;

    void press(const Pointer& at) override {
        hover(at);
        level_ = at.level;
        const Vec2 p = cursor_->p;
        if (corners_.size() >= 3 && distance(p, corners_.front()) < 1e-6) return finish();
        if (corners_.empty() || distance(p, corners_.back()) > click_m) corners_.push_back(p);
    }
    void hover(const Pointer& at) override {
        SnapScene scene;
        scene.more_corners = corners_;
        cursor_ = snapped(at, scene);
        if (at.shift && !corners_.empty() && cursor_->kind != SnapKind::corner)
            cursor_->p = straightened(corners_.back(), cursor_->p);
    }
    void double_click(const Pointer&) override { finish(); }
    void finish() override {
        if (corners_.size() < 3) return;
        edit_.apply(add_space(edit_.building(), level_, corners_, settings_.space));
        corners_.clear();
    }
    bool cancel() override {  // takes the last corner back
        if (corners_.empty()) return false;
        corners_.pop_back();
        return true;
    }
    [[nodiscard]] Preview preview() const override {
        Preview out = with_cursor({});
        out.handles = corners_;
        for (std::size_t i = 1; i < corners_.size(); ++i) show_line(out, {corners_[i - 1], corners_[i]});
        if (!corners_.empty() && cursor_) show_line(out, {corners_.back(), cursor_->p});
        return out;
    }

private:
    Ring corners_;
    LevelId level_;
};

}  // namespace

MadeTool make_rectangle_tool(PlanEdit& edit, const ToolSettings& settings) {
    return std::make_unique<RectangleTool>(edit, settings);
}
MadeTool make_assembly_tool(PlanEdit& edit, const ToolSettings& settings) {
    return std::make_unique<AssemblyTool>(edit, settings);
}
MadeTool make_polygon_tool(PlanEdit& edit, const ToolSettings& settings) {
    return std::make_unique<PolygonTool>(edit, settings);
}

}  // namespace muster::viewer
