// SPDX-License-Identifier: Apache-2.0
// Layers that show the building itself.
#include <algorithm>
#include <cmath>
#include <numbers>
#include <utility>

#include "render/picture/level_layers.h"
#include "render/text/catalogue.h"

namespace muster::picture {

namespace {

constexpr double wall_m = 0.24;  // drawn thickness; where rooms stand closer together, the gap is the wall

bool on_level(const Opening& o, const LevelSheet& s) {
    const Building& b = s.world.building;
    if (b.space(o.from).level == s.level) return true;
    return o.to.valid() && b.space(o.to).level == s.level;
}

bool arrives_here(const Space& flight, const LevelSheet& s) {
    if (!flight.flight || flight.level == s.level || !flight.flight->head.valid()) return false;
    return on_level(s.world.building.opening(flight.flight->head), s);
}

// Flights and landings of stairs that come up to this storey from another one: seen from above, where nothing of this
// storey lies over them.
std::vector<SpaceId> stairs_from_below(const LevelSheet& s) {
    const Building& b = s.world.building;
    std::vector<SpaceId> seen;
    for (const Stair& stair : b.stairs) {
        const auto last = std::find_if(stair.flights.begin(), stair.flights.end(),
                                       [&](SpaceId id) { return arrives_here(b.space(id), s); });
        if (last == stair.flights.end()) continue;
        const auto take = [&](SpaceId id) {
            if (b.space(id).level == b.space(*last).level) seen.push_back(id);
        };
        std::for_each(stair.flights.begin(), stair.flights.end(), take);
        std::for_each(stair.landings.begin(), stair.landings.end(), take);
    }
    return seen;
}

void draw_space(const LevelSheet& s, const Space& space) {
    const std::vector<Ring> rings = s.view.page(space.area);
    s.canvas.fill(rings, fill_of(space));
    const Stroke edge =
        space.outdoor ? Stroke{.width = 0.6, .colour = ink::pale} : Stroke{.width = 0.5, .colour = ink::wall};
    for (const Ring& ring : rings) s.canvas.outline(ring, edge);
}

void draw_wall(const LevelSheet& s, const Space& space) {
    const double width = std::max(2.0 * s.view.page(wall_m), 2.4);
    for (const Ring& ring : s.view.page(space.area)) s.canvas.outline(ring, {.width = width, .colour = ink::wall});
}

// Interval of the line x = middle + t * along inside the flight's outline.
struct Chord {
    double low = 0.0, high = 0.0;
};

Chord chord_of(const Ring& ring, Vec2 through, Vec2 along) {
    Chord chord{1e9, -1e9};
    for (std::size_t i = 0; i < ring.size(); ++i) {
        const Vec2 a = ring[i] - through, b = ring[(i + 1) % ring.size()] - through;
        const double side_a = cross(along, a), side_b = cross(along, b);
        if ((side_a < 0.0) == (side_b < 0.0)) continue;
        const double t = dot(along, a + side_a / (side_a - side_b) * (b - a));
        chord.low = std::min(chord.low, t);
        chord.high = std::max(chord.high, t);
    }
    return chord;
}

void draw_treads(const LevelSheet& s, const Space& space, Stroke stroke) {
    const Flight& flight = *space.flight;
    const Building& b = s.world.building;
    const Vec2 foot = b.opening(flight.foot).at.middle();
    const double run = distance(foot, b.opening(flight.head).at.middle());
    const Vec2 along = perpendicular(flight.up);
    const int treads = std::max(1, flight.risers - 1);
    for (int i = 0; i <= treads; ++i) {
        const Vec2 at = foot + (run * i / treads) * flight.up;
        const Chord chord = chord_of(space.area.outer, at, along);
        if (chord.low < chord.high)
            s.canvas.line(s.view.page(at + chord.low * along), s.view.page(at + chord.high * along), stroke);
    }
}

void draw_arrow(const LevelSheet& s, const Space& space, bool from_below) {
    const Flight& flight = *space.flight;
    const Building& b = s.world.building;
    Vec2 foot = s.view.page(b.opening(flight.foot).at.middle());
    Vec2 head = s.view.page(b.opening(flight.head).at.middle());
    if (from_below) std::swap(foot, head);  // seen from its upper end, it leads down
    const Vec2 direction = normalised(head - foot), side = perpendicular(direction);
    const double length = distance(foot, head);
    if (length < 14.0) return;
    const Vec2 start = foot + 0.28 * length * direction, tip = foot + 0.94 * length * direction;
    s.canvas.line(start, tip, {.width = 1.0, .colour = ink::wall});
    const double barb = std::clamp(0.12 * length, 3.0, 6.0);
    s.canvas.fill(Ring{tip, tip - barb * direction + 0.45 * barb * side, tip - barb * direction - 0.45 * barb * side},
                  ink::wall);
    const double size = std::clamp(0.2 * length, 5.0, 9.0);
    s.canvas.text(foot + 0.17 * length * direction,
                  text::Catalogue(s.picture.lang).text(from_below ? "plan.from_below" : "plan.up"),
                  {.size = size, .bold = true, .colour = ink::wall, .align = Align::middle, .halo = 1.0});
}

void draw_flight(const LevelSheet& s, const Space& space, bool from_below) {
    if (!space.flight->foot.valid() || !space.flight->head.valid()) return;
    const double gap = s.view.page(space.flight->tread_m);
    if (gap > 1.2)
        draw_treads(s, space, {.width = from_below ? 0.4 : 0.6, .colour = from_below ? ink::pale : ink::thin});
    draw_arrow(s, space, from_below);
}

// A door's leaf and the quarter circle it sweeps.
void draw_leaf(const LevelSheet& s, Vec2 hinge, Vec2 closed_tip, Vec2 into) {
    const double radius = distance(hinge, closed_tip);
    const Vec2 shut = normalised(closed_tip - hinge);
    Ring arc;
    for (int i = 0; i <= 10; ++i) {
        const double angle = i * std::numbers::pi / 20.0;
        arc.push_back(s.view.page(hinge + radius * (std::cos(angle) * shut + std::sin(angle) * into)));
    }
    s.canvas.line(arc, {.width = 0.4, .colour = ink::thin});
    s.canvas.line(s.view.page(hinge), arc.back(), {.width = 1.0, .colour = ink::wall});
}

void draw_leaves(const LevelSheet& s, const Opening& o) {
    if (!o.swings_into || s.view.page(o.clear_width_m) < 7.0) return;
    const Vec2 into = o.normal_into(*o.swings_into);
    if (o.leaf == Leaf::single) draw_leaf(s, o.at.a, o.at.b, into);
    if (o.leaf == Leaf::double_leaf) {
        draw_leaf(s, o.at.a, o.at.middle(), into);
        draw_leaf(s, o.at.b, o.at.middle(), into);
    }
}

void draw_gap(const LevelSheet& s, const Opening& o) {
    const double over = std::max(0.02, 0.5 / s.view.page(1.0));  // covers the edge lines of both spaces
    const Vec2 into = (o.depth_to_m + over) * o.normal, back = (o.depth_from_m + over) * o.normal;
    const Ring slot{o.at.a - back, o.at.b - back, o.at.b + into, o.at.a + into};
    s.canvas.fill(s.view.page(slot), ink::paper);
    if (o.state != DoorState::locked) return;
    s.canvas.line(s.view.page(o.at.a), s.view.page(o.at.b), {.width = 3.0, .colour = ink::target});
}

void draw_width(const LevelSheet& s, const Opening& o) {
    if (s.view.page(o.clear_width_m) < 9.0) return;
    s.canvas.text(s.view.page(o.at.middle() - 0.45 * o.normal), width_text(o.clear_width_m),
                  {.size = 5.5, .colour = ink::thin, .align = Align::middle, .halo = 1.0});
}

}  // namespace

void draw_spaces_and_walls(const LevelSheet& s) {
    const auto each = [&](bool outdoor, auto&& draw) {
        for (const Space& space : s.world.building.spaces)
            if (space.level == s.level && space.outdoor == outdoor) draw(s, space);
    };
    each(true, draw_space);
    const std::vector<SpaceId> below = stairs_from_below(s);
    for (const SpaceId id : below) draw_wall(s, s.world.building.space(id));
    each(false, draw_wall);
    for (const SpaceId id : below) s.canvas.fill(s.view.page(s.world.building.space(id).area), rgb(0xe6e9ed));
    each(false, draw_space);
}

void draw_stairs(const LevelSheet& s) {
    const Building& b = s.world.building;
    for (const Space& space : b.spaces)
        if (space.flight && space.level == s.level) draw_flight(s, space, false);
    for (const SpaceId id : stairs_from_below(s)) {
        const Space& space = b.space(id);
        if (space.flight && !b.space_at(s.level, inner_point(space.area)).valid()) draw_flight(s, space, true);
    }
}

void draw_furniture(const LevelSheet& s) {
    for (const Obstacle& obstacle : s.world.building.obstacles) {
        if (s.world.building.space(obstacle.space).level != s.level) continue;
        const Ring ring = s.view.page(obstacle.outline);
        const bool solid = obstacle.kind == ObstacleKind::column;
        s.canvas.fill(ring, solid ? ink::wall : ink::furniture);
        if (!solid) s.canvas.outline(ring, {.width = 0.35, .colour = rgb(0xa9b1b9)});
    }
}

void draw_openings(const LevelSheet& s) {
    for (const Opening& o : s.world.building.openings) {
        if (!on_level(o, s)) continue;
        if (o.kind == OpeningKind::flight_end) {
            s.canvas.line(s.view.page(o.at.a), s.view.page(o.at.b), {.width = 1.4, .colour = rgb(0xf0f3f7)});
            continue;
        }
        draw_gap(s, o);
        draw_leaves(s, o);
        if (s.picture.labels == LabelDetail::rooms_and_widths) draw_width(s, o);
    }
}

}  // namespace muster::picture
