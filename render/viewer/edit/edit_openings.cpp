// SPDX-License-Identifier: Apache-2.0
#include "render/viewer/edit/edit_openings.h"

#include <algorithm>
#include <cmath>

#include "render/viewer/edit/walls.h"
#include "sim/geometry/reach.h"

namespace muster::viewer {

namespace {

constexpr double jamb_m = 0.05;        // of wall left beside an opening where there is room for it
constexpr double refit_reach_m = 0.8;  // an opening follows its wall this far

void offer(std::optional<WallPlace>& best, WallPlace place, Vec2 p) {
    place.off_m = distance_to(place.line, p);
    if (!best || place.off_m < best->off_m - 1e-9 || (place.off_m < best->off_m + 1e-9 && place.gap_m < best->gap_m))
        best = place;
}

bool near(const Ring& ring, Vec2 p, double by_m) {
    const Box box = bounds(ring);
    return p.x > box.low.x - by_m && p.x < box.high.x + by_m && p.y > box.low.y - by_m && p.y < box.high.y + by_m;
}

// An outer wall of a room that stands in the middle of a space drawn over it (a yard without a hole) leads there.
void look_behind(const Building& b, LevelId level, WallPlace& place) {
    const Vec2 behind = place.line.middle() - 0.1 * perpendicular(place.line.direction());
    for (std::size_t i = 0; i < b.spaces.size(); ++i)
        if (SpaceId{i} != place.from && b.spaces[i].level == level && contains(b.spaces[i].area, behind))
            place.to = SpaceId{i};
}

void put(Opening& opening, const WallPlace& wall, const Segment& at) {
    opening.from = wall.from;
    opening.to = wall.to;
    opening.at = {tidy(at.a), tidy(at.b)};
    opening.clear_width_m = std::round(at.length() * 1e3) / 1e3;
    opening.depth_from_m = opening.depth_to_m = 0.5 * std::max(0.0, wall.gap_m) + 0.03;
    if (opening.swings_into && !opening.joins(*opening.swings_into)) opening.swings_into.reset();
}

bool deep_inside(const Building& b, const Opening& o) {
    for (const SpaceId s : {o.from, o.to}) {
        if (!s.valid()) continue;
        const Polygon& floor = b.space(s).area;
        if (contains(floor, o.at.middle()) && distance_to_boundary(floor, o.at.middle()) > 0.05) return true;
    }
    return false;
}

// The wall between the opening's own two spaces that is nearest to `at` and runs as it does.
std::optional<WallPlace> own_wall(const Building& b, const Opening& o, const Segment& at) {
    std::optional<WallPlace> best;
    for (const WallPlace& w : o.to.valid() ? walls_between(b, o.from, o.to) : outer_walls(b, o.from))
        if (std::abs(cross(w.line.direction(), at.direction())) < 0.1 && w.line.length() >= o.clear_width_m - 1e-6)
            offer(best, w, at.middle());
    return best;
}

bool settle(const Building& b, Opening& o, const Segment& wish) {
    Opening as_wished = o;
    as_wished.at = wish;
    if (stands(b, as_wished) && !deep_inside(b, as_wished)) {
        o.at = wish;
        return true;
    }
    const auto wall = own_wall(b, o, wish);
    if (!wall) return false;
    as_wished.at = opening_on(*wall, wish.middle(), o.clear_width_m);
    const bool same_sense = dot(as_wished.at.direction(), o.at.direction()) >= 0.0;
    if (!same_sense) std::swap(as_wished.at.a, as_wished.at.b);
    if (distance(as_wished.at.middle(), wish.middle()) > refit_reach_m || !stands(b, as_wished)) return false;
    o.at = {tidy(as_wished.at.a), tidy(as_wished.at.b)};
    return true;
}

}  // namespace

std::optional<WallPlace> wall_at(const Building& b, LevelId level, Vec2 p, double reach_m) {
    std::vector<SpaceId> close;
    for (std::size_t i = 0; i < b.spaces.size(); ++i)
        if (b.spaces[i].level == level && near(b.spaces[i].area.outer, p, reach_m + thickest_wall_m))
            close.push_back(SpaceId{i});
    std::optional<WallPlace> best;
    for (std::size_t i = 0; i < close.size(); ++i)
        for (std::size_t j = i + 1; j < close.size(); ++j)
            for (const WallPlace& w : walls_between(b, close[i], close[j])) offer(best, w, p);
    if (best && best->off_m <= reach_m) return best;
    best.reset();
    for (const SpaceId s : close)
        for (const WallPlace& w : outer_walls(b, s)) offer(best, w, p);
    if (!best || best->off_m > reach_m) return {};
    look_behind(b, level, *best);
    return best;
}

Segment opening_on(const WallPlace& wall, Vec2 p, double width_m) {
    const double length_m = wall.line.length(), half = 0.5 * std::min(width_m, length_m);
    const double edge = half + std::min(jamb_m, std::max(0.0, 0.5 * length_m - half));
    const Vec2 along = wall.line.direction();
    const double way = std::clamp(dot(p - wall.line.a, along), edge, std::max(edge, length_m - edge));
    const Vec2 middle = wall.line.a + way * along;
    return {middle - half * along, middle + half * along};
}

Edited add_opening(Building building, LevelId level, Vec2 p, const OpeningStyle& style) {
    const auto wall = wall_at(building, level, p, thickest_wall_m);
    if (!wall) return refused("edit.refuse.no_wall");
    Opening opening;
    put(opening, *wall, opening_on(*wall, p, style.width_m));
    if (opening.clear_width_m < narrowest_opening_m) return refused("edit.refuse.opening_too_narrow");
    opening.key = next_key(
        building, building.space(wall->from).key + "_" + (style.kind == OpeningKind::doorway ? "opening" : "door"));
    opening.name = {opening.key, opening.key};
    opening.kind = style.kind;
    opening.leaf = style.kind == OpeningKind::doorway ? Leaf::none : style.leaf;
    opening.state = style.kind == OpeningKind::doorway ? DoorState::open : style.state;
    building.openings.push_back(std::move(opening));
    const ObjectRef made{ObjectKind::opening, building.openings.size() - 1};
    return done(std::move(building), "edit.step.add_opening", made);
}

Edited move_opening(Building building, OpeningId id, Vec2 p) {
    Opening& opening = building.openings[id.index()];
    const auto wall = wall_at(building, building.space(opening.from).level, p, thickest_wall_m);
    if (!wall) return refused("edit.refuse.no_wall");
    const bool other = !(opening.joins(wall->from) && opening.joins(wall->to));
    if (other && opening.kind == OpeningKind::flight_end) return refused("edit.refuse.flight_end");
    if (wall->line.length() < opening.clear_width_m - 1e-6) return refused("edit.refuse.wall_too_short");
    WallPlace place = *wall;
    if (!other) place.from = opening.from, place.to = opening.to;  // its own order of sides
    put(opening, place, opening_on(*wall, p, opening.clear_width_m));
    return done(std::move(building), "edit.step.move", ObjectRef{ObjectKind::opening, id.index()});
}

Edited set_opening_width(Building building, OpeningId id, double width_m) {
    Opening& opening = building.openings[id.index()];
    if (!(width_m >= narrowest_opening_m)) return refused("edit.refuse.opening_too_narrow");
    Opening wider = opening;
    wider.clear_width_m = std::round(width_m * 1e3) / 1e3;
    const Vec2 half = 0.5 * wider.clear_width_m * opening.at.direction(), middle = opening.at.middle();
    wider.at = {tidy(middle - half), tidy(middle + half)};
    if (!stands(building, wider)) {
        const auto wall = own_wall(building, wider, wider.at);
        if (!wall) return refused("edit.refuse.wall_too_short");
        wider.at = opening_on(*wall, middle, wider.clear_width_m);
        wider.at = {tidy(wider.at.a), tidy(wider.at.b)};
    }
    opening = wider;
    for (Space& s : building.spaces)  // a flight is as wide as its narrower end, at most
        if (s.flight && (s.flight->foot == id || s.flight->head == id))
            s.flight->clear_width_m = std::min(s.flight->clear_width_m, opening.clear_width_m);
    return done(std::move(building), "edit.step.width", ObjectRef{ObjectKind::opening, id.index()});
}

Edited change_opening(Building building, OpeningId id, const OpeningChange& change) {
    Opening& opening = building.openings[id.index()];
    if (change.kind) opening.kind = *change.kind;
    if (change.leaf) opening.leaf = *change.leaf;
    if (change.state) opening.state = *change.state;
    if (change.swings_into) opening.swings_into = *change.swings_into;
    if (change.name) opening.name = *change.name;
    if (opening.kind == OpeningKind::doorway) {  // has no leaf to be shut
        opening.leaf = Leaf::none;
        opening.state = DoorState::open;
        opening.swings_into.reset();
    }
    if (opening.swings_into && !opening.joins(*opening.swings_into)) return refused("edit.refuse.swings_elsewhere");
    return done(std::move(building), "edit.step.change", ObjectRef{ObjectKind::opening, id.index()});
}

bool stands(const Building& b, const Opening& o) {
    const double length_m = o.at.length();
    if (length_m < 0.02) return false;
    const Vec2 across = perpendicular(o.at.direction());
    const double inset = 0.005 / length_m;
    const auto fits = [&](double sense) {
        for (const double share : {inset, 0.25, 0.5, 0.75, 1.0 - inset}) {
            const Vec2 p = o.at.a + share * (o.at.b - o.at.a);
            double thick = reach(b.space(o.from).area, p, -sense * across);
            if (o.to.valid()) thick += reach(b.space(o.to).area, p, sense * across);
            if (thick > thickest_wall_m + 1e-3) return false;
        }
        return true;
    };
    return fits(1.0) || fits(-1.0);
}

std::vector<std::string> settle_openings(Building& building, const Building& before, const std::set<SpaceId>& spaces,
                                         Vec2 by) {
    std::vector<std::string> lost;
    for (std::size_t i = 0; i < building.openings.size(); ++i) {
        Opening& o = building.openings[i];
        const bool from = spaces.contains(o.from), to = o.to.valid() && spaces.contains(o.to);
        if (!from && !to) continue;
        const Segment here = o.at, carried{o.at.a + by, o.at.b + by};
        const bool both = (from || !o.from.valid()) && (to || !o.to.valid());
        if (settle(building, o, carried) || settle(building, o, here)) continue;
        if (both) o.at = carried;
        if (stands(before, before.openings[i])) lost.push_back(o.key);
    }
    return lost;
}

}  // namespace muster::viewer
