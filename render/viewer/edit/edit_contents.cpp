// SPDX-License-Identifier: Apache-2.0
#include "render/viewer/edit/edit_contents.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

#include "render/viewer/edit/edit_spaces.h"

namespace muster::viewer {

namespace {

constexpr int max_in_grid = 2000;

Vec2 turned(Vec2 p, double angle_deg) {
    const double angle = angle_deg * std::numbers::pi / 180.0;
    const bool upright = std::fmod(angle_deg, 90.0) == 0.0;
    const double c = upright ? std::round(std::cos(angle)) : std::cos(angle);
    const double s = upright ? std::round(std::sin(angle)) : std::sin(angle);
    return {c * p.x - s * p.y, s * p.x + c * p.y};
}

const char* stem_of(ObstacleKind kind) {
    static constexpr std::array words{"desk",   "table",     "bed",    "shelf",   "cabinet",
                                      "column", "equipment", "parked", "obstacle"};
    return words.at(static_cast<std::size_t>(kind));
}

const char* stem_of(FixtureKind kind) {
    static constexpr std::array words{"smoke", "heat",  "call",    "camera",       "alarm",
                                      "sign",  "light", "hydrant", "extinguisher", "sprinkler"};
    return words.at(static_cast<std::size_t>(kind));
}

// The smallest space there, as a click means it.
SpaceId space_under(const Building& b, LevelId level, Vec2 p) {
    SpaceId best;
    for (std::size_t i = 0; i < b.spaces.size(); ++i)
        if (b.spaces[i].level == level && contains(b.spaces[i].area, p) &&
            (!best.valid() || area(b.spaces[i].area) < area(b.space(best).area)))
            best = SpaceId{i};
    return best;
}

// Fixtures hang on walls, just outside the floor.
SpaceId space_near(const Building& b, LevelId level, Vec2 p) {
    if (const SpaceId in = space_under(b, level, p); in.valid()) return in;
    SpaceId best;
    double nearest = 0.3;
    for (std::size_t i = 0; i < b.spaces.size(); ++i) {
        if (b.spaces[i].level != level) continue;
        const double off = distance_to_boundary(b.spaces[i].area, p);
        if (off <= nearest) best = SpaceId{i}, nearest = off;
    }
    return best;
}

Obstacle obstacle_of(const Furniture& piece, SpaceId space, Vec2 middle) {
    Obstacle o;
    o.kind = piece.kind;
    o.space = space;
    o.outline = furniture_outline(piece, middle);
    o.height_m = piece.height_m;
    o.mass_kg = piece.mass_kg;
    return o;
}

}  // namespace

Furniture usual_furniture(ObstacleKind kind) {
    switch (kind) {
        case ObstacleKind::desk:
            return {kind, {0.6, 0.4}, 0.0, 0.75, 12.0};
        case ObstacleKind::table:
            return {kind, {1.6, 0.8}, 0.0, 0.75, 40.0};
        case ObstacleKind::bed:
            return {kind, {2.0, 0.9}, 0.0, 1.8, 60.0};
        case ObstacleKind::shelf:
            return {kind, {1.2, 0.4}, 0.0, 1.8, 80.0};
        case ObstacleKind::cabinet:
            return {kind, {1.0, 0.45}, 0.0, 1.8, 60.0};
        case ObstacleKind::column:
            return {kind, {0.5, 0.5}, 0.0, 3.0, 0.0};
        case ObstacleKind::equipment:
            return {kind, {1.0, 0.8}, 0.0, 1.0, 0.0};
        case ObstacleKind::parked:
            return {kind, {1.8, 0.6}, 0.0, 1.1, 80.0};
        case ObstacleKind::other:
            break;
    }
    return {kind, {1.0, 1.0}, 0.0, 1.0, 0.0};
}

Ring furniture_outline(const Furniture& piece, Vec2 middle) {
    Ring ring;
    for (const Vec2 k : {Vec2{-0.5, -0.5}, Vec2{0.5, -0.5}, Vec2{0.5, 0.5}, Vec2{-0.5, 0.5}})
        ring.push_back(middle + turned({k.x * piece.size_m.x, k.y * piece.size_m.y}, piece.angle_deg));
    return ring;
}

Edited add_furniture(Building building, LevelId level, Vec2 middle, const Furniture& piece) {
    FurnitureGrid one;
    one.piece = piece;
    one.first = middle;
    return add_furniture_grid(std::move(building), level, one);
}

Edited add_furniture_grid(Building building, LevelId level, const FurnitureGrid& grid) {
    const SpaceId space = space_under(building, level, grid.first);
    if (!space.valid()) return refused("edit.refuse.no_space");
    const Vec2 size = grid.piece.size_m;
    if (size.x < 0.05 || size.y < 0.05 || size.x > 100.0 || size.y > 100.0) return refused("edit.refuse.too_small");
    if (grid.columns < 1 || grid.rows < 1 || grid.columns > max_in_grid / grid.rows)
        return refused("edit.refuse.too_many");
    const Vec2 first = tidy(grid.first);
    const std::string key = next_key(building, building.space(space).key + "_" + stem_of(grid.piece.kind));
    int number = 0;
    const std::size_t made = building.obstacles.size();
    for (int row = 0; row < grid.rows; ++row)
        for (int column = 0; column < grid.columns; ++column) {
            const Vec2 at = first + turned({column * grid.pitch_m.x, row * grid.pitch_m.y}, grid.piece.angle_deg);
            if (!contains(building.space(space).area, at)) continue;
            Obstacle o = obstacle_of(grid.piece, space, tidy(at));
            o.key = ++number == 1 ? key : key + "_" + std::to_string(number);  // as the format names equal pieces
            building.obstacles.push_back(std::move(o));
        }
    return done(std::move(building), number > 1 ? "edit.step.add_furniture_grid" : "edit.step.add_furniture",
                ObjectRef{ObjectKind::obstacle, made});
}

std::optional<Furniture> furniture_of(const Obstacle& o) {
    if (o.outline.size() != 4) return {};
    const Vec2 along = o.outline[1] - o.outline[0], across = o.outline[3] - o.outline[0];
    const bool box = distance(o.outline[2], o.outline[1] + across) < 1e-3 &&
                     std::abs(dot(along, across)) < 1e-3 * length(along) * length(across);
    if (!box) return {};
    const auto millimetres = [](double v) { return std::round(v * 1e3) / 1e3; };
    Furniture out;
    out.kind = o.kind;
    out.size_m = {millimetres(length(along)), millimetres(length(across))};
    out.angle_deg = millimetres(std::atan2(along.y, along.x) * 180.0 / std::numbers::pi);
    out.height_m = o.height_m;
    out.mass_kg = o.mass_kg;
    return out;
}

Edited set_furniture_box(Building building, std::size_t obstacle, Vec2 size_m, double angle_deg) {
    if (!(size_m.x >= 0.05 && size_m.y >= 0.05 && size_m.x <= 100.0 && size_m.y <= 100.0))
        return refused("edit.refuse.too_small");
    Obstacle& o = building.obstacles[obstacle];
    Furniture box;
    box.size_m = size_m;
    box.angle_deg = angle_deg;
    o.outline = furniture_outline(box, tidy(centroid({o.outline, {}})));
    return done(std::move(building), "edit.step.resize", ObjectRef{ObjectKind::obstacle, obstacle});
}

Edited turn_obstacle(Building building, std::size_t obstacle, double by_deg) {
    Ring& ring = building.obstacles[obstacle].outline;
    const Vec2 middle = centroid({ring, {}});
    for (Vec2& p : ring) p = middle + turned(p - middle, by_deg);
    return done(std::move(building), "edit.step.turn", ObjectRef{ObjectKind::obstacle, obstacle});
}

Edited change_obstacle(Building building, std::size_t obstacle, const ObstacleChange& change) {
    Obstacle& o = building.obstacles[obstacle];
    if (change.kind) o.kind = *change.kind;
    if (change.height_m) o.height_m = std::clamp(*change.height_m, 0.0, 20.0);
    if (change.mass_kg) o.mass_kg = std::clamp(*change.mass_kg, 0.0, 100'000.0);
    return done(std::move(building), "edit.step.change", ObjectRef{ObjectKind::obstacle, obstacle});
}

Edited add_fixture(Building building, LevelId level, Vec2 at, FixtureKind kind) {
    Fixture f;
    f.space = space_near(building, level, at);
    if (!f.space.valid()) return refused("edit.refuse.no_space");
    f.key = next_key(building, building.space(f.space).key + "_" + stem_of(kind));
    f.kind = kind;
    f.at = tidy(at);
    building.fixtures.push_back(std::move(f));
    const ObjectRef made{ObjectKind::fixture, building.fixtures.size() - 1};
    return done(std::move(building), "edit.step.add_fixture", made);
}

Edited change_fixture(Building building, std::size_t fixture, FixtureKind kind) {
    building.fixtures[fixture].kind = kind;
    return done(std::move(building), "edit.step.change", ObjectRef{ObjectKind::fixture, fixture});
}

Edited add_window(Building building, SpaceId space, double width_m) {
    if (!(width_m >= 0.05 && width_m <= 200.0)) return refused("edit.refuse.too_small");
    Window w;
    w.key = next_key(building, building.space(space).key + "_window");
    w.space = space;
    w.width_m = width_m;
    building.windows.push_back(std::move(w));
    const ObjectRef made{ObjectKind::window, building.windows.size() - 1};
    return done(std::move(building), "edit.step.add_window", made);
}

Edited change_window(Building building, std::size_t window, const WindowChange& change) {
    Window& w = building.windows[window];
    if (change.width_m) w.width_m = std::clamp(*change.width_m, 0.05, 200.0);
    if (change.sill_m) w.sill_m = std::clamp(*change.sill_m, 0.0, 20.0);
    if (change.head_m) w.head_m = std::clamp(*change.head_m, 0.1, 30.0);
    if (change.open) w.open = std::clamp(*change.open, 0.0, 1.0);
    return done(std::move(building), "edit.step.change", ObjectRef{ObjectKind::window, window});
}

Edited add_assembly_area(Building building, LevelId level, const Ring& outline) {
    auto ring = sound_outline(outline);
    if (!ring) return refused("edit.refuse.bad_outline");
    AssemblyArea a;
    a.space = space_under(building, level, centroid({*ring, {}}));
    if (!a.space.valid()) return refused("edit.refuse.no_space");
    a.key = next_key(building, "assembly");
    a.name = {a.key, a.key};
    a.outline = std::move(*ring);
    building.assembly_areas.push_back(std::move(a));
    const ObjectRef made{ObjectKind::assembly_area, building.assembly_areas.size() - 1};
    return done(std::move(building), "edit.step.add_assembly", made);
}

namespace {

ObjectRef put_spot(Building& b, std::size_t area_index, Vec2 at, double radius_m) {
    AssemblySpot spot;
    spot.key = next_key(b, b.assembly_areas[area_index].key + "_spot");
    spot.name = {spot.key, spot.key};
    spot.space = b.assembly_areas[area_index].space;
    spot.at = tidy(at);
    spot.radius_m = std::clamp(radius_m, 0.1, 50.0);
    b.assembly_areas[area_index].spots.push_back(AssemblySpotId{b.spots.size()});
    b.spots.push_back(std::move(spot));
    return {ObjectKind::spot, b.spots.size() - 1};
}

}  // namespace

Edited add_spot(Building building, LevelId level, Vec2 at, double radius_m) {
    for (std::size_t i = 0; i < building.assembly_areas.size(); ++i) {
        const bool here = level_of(building, {ObjectKind::assembly_area, i}) == level;
        if (!here || !contains(building.assembly_areas[i].outline, at)) continue;
        const ObjectRef made = put_spot(building, i, at, radius_m);
        return done(std::move(building), "edit.step.add_spot", made);
    }
    return refused("edit.refuse.no_assembly_area");
}

Edited add_spots(Building building, std::size_t area_index, int count, double apart_m) {
    if (count < 1 || count > max_in_grid || !(apart_m >= 0.2)) return refused("edit.refuse.too_many");
    const Ring outline = building.assembly_areas[area_index].outline;
    const Box box = bounds(outline);
    int left = count;
    ObjectRef made;
    for (double y = box.high.y - 0.5 * apart_m; y > box.low.y && left > 0; y -= apart_m)
        for (double x = box.low.x + 0.5 * apart_m; x < box.high.x && left > 0; x += apart_m)
            if (contains(outline, {x, y})) made = put_spot(building, area_index, {x, y}, 0.5 * apart_m), --left;
    if (left > 0) return refused("edit.refuse.no_room_for_spots", {{"left", std::to_string(left)}});
    return done(std::move(building), "edit.step.add_spot", made);
}

}  // namespace muster::viewer
