// SPDX-License-Identifier: Apache-2.0
// Select, move, drag corners and walls. Corners and walls belong to the one thing that is selected.
#include <algorithm>

#include "render/viewer/edit/measures.h"
#include "render/viewer/edit/pointer_tool.h"

namespace muster::viewer {

namespace {

constexpr double moved_m = 0.02;  // a stroke shorter than this is a click

class SelectTool final : public PointerTool {
public:
    using PointerTool::PointerTool;

    void press(const Pointer& at) override {
        from_ = at;
        stroke_ = Stroke::none;
        if (const auto corner = corner_under(at)) {
            grip_ = *corner;
            stroke_ = Stroke::corner;
            return;
        }
        const auto under = object_at(edit_.building(), at.level, at.p, settings_.snap.reach_m);
        const bool small = under && under->kind != ObjectKind::space && under->kind != ObjectKind::assembly_area;
        if (const auto wall = wall_under(at); wall && !small && !at.shift) {
            grip_ = *wall;
            stroke_ = Stroke::wall;
            return;
        }
        pick(under, at.shift);
        stroke_ = under && edit_.is_selected(*under) ? Stroke::move : Stroke::band;
    }
    void drag(const Pointer& at) override {
        if (stroke_ == Stroke::none) return;
        to_ = at;
        if (distance(from_.p, at.p) < moved_m && !ghost_) return;
        if (stroke_ == Stroke::band) return;
        ghost_ = stroke_result(at);
    }
    void release(const Pointer& at) override {
        drag(at);
        if (stroke_ == Stroke::band && to_ && distance(from_.p, at.p) >= moved_m)
            edit_.select(objects_in(edit_.building(), at.level, bounds({from_.p, at.p})));
        if (ghost_) edit_.apply(std::move(*ghost_));
        stop();
    }
    void hover(const Pointer&) override {}
    /// On a wall of what is selected: another corner there.
    void double_click(const Pointer& at) override {
        if (corner_under(at)) return;
        if (const auto wall = wall_under(at)) edit_.apply(insert_vertex(edit_.building(), *wall, snapped(at).p));
    }
    bool cancel() override {
        const bool begun = stroke_ != Stroke::none || !edit_.selection().empty();
        if (stroke_ == Stroke::none) edit_.select({});
        stop();
        return begun;
    }

    [[nodiscard]] Preview preview() const override {
        Preview out;
        if (stroke_ == Stroke::band && to_) out.rings.push_back(rectangle(from_.p, to_->p));
        if (ghost_) {
            out.guides = guides_;
            out.refusal = ghost_->refusal;
        }
        const Building& b = ghost_ && ghost_->building ? *ghost_->building : edit_.building();
        for (const ObjectRef o : edit_.selection()) show(out, b, o);
        return out;
    }

private:
    enum class Stroke : std::uint8_t { none, band, move, corner, wall };

    [[nodiscard]] std::optional<ObjectRef> only_one(LevelId level) const {
        if (edit_.selection().size() != 1) return {};
        const ObjectRef o = edit_.selection().front();
        return level_of(edit_.building(), o) == level ? std::optional(o) : std::nullopt;
    }
    // The nearest corner of what is selected, or wall, within reach.
    template <class Distance>
    [[nodiscard]] std::optional<VertexRef> grip_under(const Pointer& at, Distance off) const {
        const auto object = only_one(at.level);
        if (!object) return {};
        std::optional<VertexRef> best;
        double nearest = settings_.snap.reach_m;
        for (std::size_t r = 0; const Ring* ring = ring_of(edit_.building(), *object, r); ++r)
            for (std::size_t i = 0; i < ring->size(); ++i)
                if (const double d = off(*ring, i); d <= nearest) best = VertexRef{*object, r, i}, nearest = d;
        return best;
    }
    [[nodiscard]] std::optional<VertexRef> corner_under(const Pointer& at) const {
        return grip_under(at, [&](const Ring& ring, std::size_t i) { return distance(ring[i], at.p); });
    }
    [[nodiscard]] std::optional<VertexRef> wall_under(const Pointer& at) const {
        return grip_under(at, [&](const Ring& ring, std::size_t i) {
            return distance_to({ring[i], ring[(i + 1) % ring.size()]}, at.p);
        });
    }

    void pick(const std::optional<ObjectRef>& under, bool adds) {
        if (under && adds)
            edit_.toggle(*under);
        else if (under && !edit_.is_selected(*under))
            edit_.select({*under});
        else if (!under && !adds)
            edit_.select({});
    }

    Edited stroke_result(const Pointer& at) {
        const Building& b = edit_.building();
        if (stroke_ == Stroke::move) return move_objects(b, edit_.selection(), way(at));
        SnapScene scene;
        scene.leave_out = {grip_.object};
        const Snapped to = snapped(at, scene);
        guides_ = to.guides;
        return stroke_ == Stroke::corner ? move_vertex(b, grip_, to.p) : drag_edge(b, grip_, to.p);
    }
    // The corner nearest to where it was grabbed goes where a corner would snap to.
    Vec2 way(const Pointer& at) {
        const Vec2 by = at.p - from_.p;
        guides_.clear();
        const Ring* ring = edit_.selection().empty() ? nullptr : ring_of(edit_.building(), edit_.selection().front());
        if (ring == nullptr || at.alt) return tidy(by);
        const Vec2 corner = *std::min_element(
            ring->begin(), ring->end(), [&](Vec2 x, Vec2 y) { return distance(x, from_.p) < distance(y, from_.p); });
        SnapScene scene;
        scene.leave_out = edit_.selection();
        const Snapped to = snap(edit_.building(), at.level, corner + by, settings_.snap, scene);
        guides_ = to.guides;
        return to.p - corner;
    }

    void show(Preview& out, const Building& b, ObjectRef o) const {
        if (!exists(b, o)) return;
        const bool alone = edit_.selection().size() == 1;
        for (std::size_t r = 0; const Ring* ring = ring_of(b, o, r); ++r) {
            if (!alone) {
                out.rings.push_back(*ring);
                continue;
            }
            show_ring(out, *ring);
            out.handles.insert(out.handles.end(), ring->begin(), ring->end());
        }
        if (o.kind == ObjectKind::opening) show_line(out, b.openings[o.index].at);
    }

    void stop() {
        stroke_ = Stroke::none;
        ghost_.reset();
        to_.reset();
        guides_.clear();
    }

    Stroke stroke_ = Stroke::none;
    Pointer from_;
    std::optional<Pointer> to_;
    VertexRef grip_;
    std::optional<Edited> ghost_;
    std::vector<Segment> guides_;
};

}  // namespace

MadeTool make_select_tool(PlanEdit& edit, const ToolSettings& settings) {
    return std::make_unique<SelectTool>(edit, settings);
}

}  // namespace muster::viewer
