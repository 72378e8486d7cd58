// SPDX-License-Identifier: Apache-2.0
// What an earthquake did to a storey: fallen furniture hatched, debris stippled, damaged flights crossed, jammed doors
// with a cross. Shapes, not colours alone: it is printed in black and white.
#include <algorithm>
#include <cmath>

#include "render/picture/level_layers.h"

namespace muster::picture {

namespace {

constexpr Colour damage{0.70, 0.10, 0.10, 1.0};

void draw_cross(Canvas& canvas, Vec2 at, double size) {
    const Stroke halo{.width = 5.0, .colour = ink::paper, .round = true},
        line{.width = 2.6, .colour = damage, .round = true};
    for (const Stroke& s : {halo, line}) {
        canvas.line(at + Vec2{-size, -size}, at + Vec2{size, size}, s);
        canvas.line(at + Vec2{-size, size}, at + Vec2{size, -size}, s);
    }
}

/// A triangle: things may come down here.
void draw_falling(Canvas& canvas, Vec2 at, double size) {
    const Ring sign{at + Vec2{0.0, -size}, at + Vec2{size, 0.8 * size}, at + Vec2{-size, 0.8 * size}};
    canvas.fill(sign, {1.0, 0.85, 0.2, 1.0});
    canvas.outline(sign, {.width = 1.4, .colour = ink::black, .round = true});
    canvas.text(at + Vec2{0.0, 0.2 * size}, "!", {.size = 9.0, .bold = true, .align = Align::middle});
}

void draw_debris(const LevelSheet& s, const Space& space) {
    std::vector<Ring> rings{s.view.page(space.area.outer)};
    s.canvas.hatch(rings, 9.0, 20.0, {.width = 0.7, .colour = {0.45, 0.30, 0.15, 0.8}});
    s.canvas.hatch(rings, 9.0, 110.0, {.width = 0.7, .colour = {0.45, 0.30, 0.15, 0.8}});
}

}  // namespace

void draw_damage(const LevelSheet& s) {
    const Building& b = s.world.building;
    const auto on_level = [&](SpaceId id) { return id.valid() && b.space(id).level == s.level; };
    for (const analysis::QuakeHarm& h : s.picture.quake->harms)
        if (h.kind == analysis::QuakeHarmKind::debris && on_level(h.space)) draw_debris(s, b.space(h.space));
    for (const QuakeRecord& shock : s.picture.quake->shocks)
        for (const LyingItem& f : shock.fallen) {
            if (!on_level(b.obstacle(f.item).space)) continue;
            const Ring ring = s.view.page(f.footprint);
            if (!f.toppled) {
                s.canvas.outline(ring, {.width = 1.3, .colour = damage, .dash = 3.0});
                continue;
            }
            s.canvas.fill(ring, {0.80, 0.45, 0.30, 0.45});
            s.canvas.hatch(std::span(&ring, 1), 5.0, 45.0, {.width = 1.0, .colour = damage});
            s.canvas.outline(ring, {.width = 1.4, .colour = damage});
        }
    for (const analysis::QuakeHarm& h : s.picture.quake->harms) {
        if (h.kind == analysis::QuakeHarmKind::flight_damaged && on_level(h.space)) {
            const Vec2 at = s.view.page(inner_point(b.space(h.space).area));
            for (int k = 0; k < h.state; ++k)
                draw_cross(s.canvas, at + Vec2{11.0 * (k - 0.5 * (h.state - 1)), 0.0}, 4.0);
        }
        if (!h.opening.valid()) continue;
        const Opening& o = b.opening(h.opening);
        const SpaceId inside = b.space(o.from).outdoor && o.to.valid() ? o.to : o.from;
        if (!on_level(inside)) continue;
        const Vec2 at = s.view.page(o.at.middle());
        if (h.kind == analysis::QuakeHarmKind::door_jammed) draw_cross(s.canvas, at, 6.0);
        if (h.kind == analysis::QuakeHarmKind::way_narrowed) draw_cross(s.canvas, at, 4.0);
        if (h.kind == analysis::QuakeHarmKind::facade) {
            const Vec2 out = o.normal_into(o.other(inside));
            draw_falling(s.canvas, s.view.page(o.at.middle() + 2.6 * out), 8.0);
        }
    }
}

}  // namespace muster::picture
