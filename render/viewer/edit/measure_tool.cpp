// SPDX-License-Identifier: Apache-2.0
#include "render/viewer/edit/pointer_tool.h"

namespace muster::viewer {

namespace {

/// From press to release; also by two clicks.
class MeasureTool final : public PointerTool {
public:
    MeasureTool(PlanEdit& edit, const ToolSettings& settings, bool keeps_points)
        : PointerTool(edit, settings), keeps_points_(keeps_points) {}

    void press(const Pointer& at) override {
        hover(at);
        if (!first_ || second_) {
            first_ = cursor_->p;
            second_.reset();
        }
    }
    void hover(const Pointer& at) override {
        // A point of the picture is where the eye has it: nothing of the plan attracts.
        cursor_ = keeps_points_ ? Snapped{at.p, SnapKind::none, {}} : snapped(at);
        if (at.shift && first_ && !second_ && cursor_->kind != SnapKind::corner)
            cursor_->p = straightened(*first_, cursor_->p);
    }
    void release(const Pointer& at) override {
        hover(at);
        if (!first_ || second_ || distance(*first_, cursor_->p) < 0.01) return;
        second_ = cursor_->p;
        if (keeps_points_) points_ = TwoPoints{*first_, *second_};
    }
    bool cancel() override {
        const bool begun = first_.has_value();
        first_.reset();
        second_.reset();
        points_.reset();
        return begun;
    }
    [[nodiscard]] Preview preview() const override {
        Preview out = with_cursor({});
        if (first_ && (second_ || cursor_)) show_line(out, {*first_, second_ ? *second_ : cursor_->p});
        return out;
    }
    [[nodiscard]] std::optional<TwoPoints> take_points() override { return std::exchange(points_, std::nullopt); }

private:
    bool keeps_points_;
    std::optional<Vec2> first_, second_;
    std::optional<TwoPoints> points_;
};

}  // namespace

MadeTool make_measure_tool(PlanEdit& edit, const ToolSettings& settings, bool keeps_points) {
    return std::make_unique<MeasureTool>(edit, settings, keeps_points);
}

}  // namespace muster::viewer
