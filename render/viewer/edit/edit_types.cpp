// SPDX-License-Identifier: Apache-2.0
#include "render/viewer/edit/edit_types.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace muster::viewer {

namespace {

SpaceId space_of(const Building& b, ObjectRef o) {
    switch (o.kind) {
        case ObjectKind::space:
            return SpaceId{o.index};
        case ObjectKind::opening:
            return b.openings[o.index].from;
        case ObjectKind::stair:
            return b.stairs[o.index].flights.empty() ? SpaceId{} : b.stairs[o.index].flights.front();
        case ObjectKind::obstacle:
            return b.obstacles[o.index].space;
        case ObjectKind::assembly_area:
            return b.assembly_areas[o.index].space;
        case ObjectKind::spot:
            return b.spots[o.index].space;
        case ObjectKind::fixture:
            return b.fixtures[o.index].space;
        case ObjectKind::window:
            return b.windows[o.index].space;
        case ObjectKind::level:
        case ObjectKind::plan:
            break;
    }
    return {};
}

bool within(const Ring& ring, const Box& box) {
    return std::all_of(ring.begin(), ring.end(), [&](Vec2 p) {
        return p.x >= box.low.x && p.x <= box.high.x && p.y >= box.low.y && p.y <= box.high.y;
    });
}

template <class Items>
bool uses(const Items& items, const std::string& key) {
    return std::any_of(items.begin(), items.end(), [&](const auto& item) { return item.key == key; });
}

bool is_used(const Building& b, const std::string& key) {
    return uses(b.levels, key) || uses(b.spaces, key) || uses(b.openings, key) || uses(b.stairs, key) ||
           uses(b.obstacles, key) || uses(b.assembly_areas, key) || uses(b.spots, key) || uses(b.fixtures, key) ||
           uses(b.windows, key);
}

std::optional<ObjectRef> small_thing_at(const Building& b, LevelId level, Vec2 p, double reach_m) {
    std::optional<ObjectRef> best;
    double nearest = reach_m;
    const auto offer = [&](ObjectRef ref, double off) {
        if (off > nearest || level_of(b, ref) != level) return;
        best = ref;
        nearest = off;
    };
    for (std::size_t i = 0; i < b.fixtures.size(); ++i) offer({ObjectKind::fixture, i}, distance(b.fixtures[i].at, p));
    for (std::size_t i = 0; i < b.openings.size(); ++i)
        offer({ObjectKind::opening, i}, distance_to(b.openings[i].at, p));
    for (std::size_t i = 0; i < b.spots.size() && !best; ++i)
        offer({ObjectKind::spot, i}, std::max(0.0, distance(b.spots[i].at, p) - b.spots[i].radius_m));
    return best;
}

}  // namespace

Edited refused(std::string refusal, EditArgs args) {
    Edited out;
    out.refusal = std::move(refusal);
    out.args = std::move(args);
    return out;
}

Edited done(Building building, std::string step, std::optional<ObjectRef> made) {
    building.seal();
    for (Opening& o : building.openings)  // jambs in the order in which the plan reader has them
        if (dot(perpendicular(o.at.direction()), o.normal) < 0.0) std::swap(o.at.a, o.at.b);
    Edited out;
    out.building = std::move(building);
    out.step = std::move(step);
    out.made = made;
    return out;
}

LevelId level_of(const Building& b, ObjectRef o) {
    if (o.kind == ObjectKind::level) return LevelId{o.index};
    const SpaceId space = space_of(b, o);
    return space.valid() ? b.space(space).level : LevelId{};
}

Vec2 place_of(const Building& b, ObjectRef o) {
    if (o.kind == ObjectKind::opening) return b.openings[o.index].at.middle();
    if (o.kind == ObjectKind::obstacle) return centroid({b.obstacles[o.index].outline, {}});
    if (o.kind == ObjectKind::assembly_area && !b.assembly_areas[o.index].outline.empty())
        return centroid({b.assembly_areas[o.index].outline, {}});
    if (o.kind == ObjectKind::spot) return b.spots[o.index].at;
    if (o.kind == ObjectKind::fixture) return b.fixtures[o.index].at;
    const SpaceId space = space_of(b, o);
    return space.valid() ? inner_point(b.space(space).area) : Vec2{};
}

const std::string& key_of(const Building& b, ObjectRef o) {
    switch (o.kind) {
        case ObjectKind::level:
            return b.levels[o.index].key;
        case ObjectKind::space:
            return b.spaces[o.index].key;
        case ObjectKind::opening:
            return b.openings[o.index].key;
        case ObjectKind::stair:
            return b.stairs[o.index].key;
        case ObjectKind::obstacle:
            return b.obstacles[o.index].key;
        case ObjectKind::assembly_area:
            return b.assembly_areas[o.index].key;
        case ObjectKind::spot:
            return b.spots[o.index].key;
        case ObjectKind::fixture:
            return b.fixtures[o.index].key;
        case ObjectKind::window:
            return b.windows[o.index].key;
        case ObjectKind::plan:
            break;
    }
    return b.key;
}

bool exists(const Building& b, ObjectRef o) {
    const std::array sizes{b.levels.size(),    b.spaces.size(),         b.openings.size(), b.stairs.size(),
                           b.obstacles.size(), b.assembly_areas.size(), b.spots.size(),    b.fixtures.size(),
                           b.windows.size(),   std::size_t{1}};
    return o.index < sizes.at(static_cast<std::size_t>(o.kind));
}

std::optional<ObjectRef> object_at(const Building& b, LevelId level, Vec2 p, double reach_m) {
    if (const auto small = small_thing_at(b, level, p, reach_m)) return small;
    for (std::size_t i = b.obstacles.size(); i-- > 0;)
        if (b.space(b.obstacles[i].space).level == level && contains(b.obstacles[i].outline, p))
            return ObjectRef{ObjectKind::obstacle, i};
    for (std::size_t i = b.assembly_areas.size(); i-- > 0;)
        if (level_of(b, {ObjectKind::assembly_area, i}) == level && contains(b.assembly_areas[i].outline, p))
            return ObjectRef{ObjectKind::assembly_area, i};
    std::optional<ObjectRef> best;
    double least = 0.0;
    for (std::size_t i = 0; i < b.spaces.size(); ++i) {  // the smallest where some overlap
        if (b.spaces[i].level != level || !contains(b.spaces[i].area, p)) continue;
        const double m2 = area(b.spaces[i].area);
        if (!best || m2 < least) best = ObjectRef{ObjectKind::space, i}, least = m2;
    }
    return best;
}

std::vector<ObjectRef> objects_in(const Building& b, LevelId level, const Box& box) {
    std::vector<ObjectRef> out;
    const auto take = [&](ObjectKind kind, std::size_t count, auto ring) {
        for (std::size_t i = 0; i < count; ++i)
            if (level_of(b, {kind, i}) == level && within(ring(i), box)) out.push_back({kind, i});
    };
    take(ObjectKind::space, b.spaces.size(), [&](std::size_t i) { return b.spaces[i].area.outer; });
    take(ObjectKind::opening, b.openings.size(), [&](std::size_t i) {
        return Ring{b.openings[i].at.a, b.openings[i].at.b};
    });
    take(ObjectKind::obstacle, b.obstacles.size(), [&](std::size_t i) { return b.obstacles[i].outline; });
    take(ObjectKind::assembly_area, b.assembly_areas.size(),
         [&](std::size_t i) { return b.assembly_areas[i].outline; });
    take(ObjectKind::spot, b.spots.size(), [&](std::size_t i) { return Ring{b.spots[i].at}; });
    take(ObjectKind::fixture, b.fixtures.size(), [&](std::size_t i) { return Ring{b.fixtures[i].at}; });
    return out;
}

std::string next_key(const Building& b, const std::string& stem) {
    for (std::size_t n = 1;; ++n) {
        std::string key = stem + "_" + std::to_string(n);
        if (!is_used(b, key)) return key;
    }
}

std::string stem_for(const Building& b, LevelId level, SpaceUse use) {
    static constexpr std::array words{"room",      "corridor", "gallery", "lobby",   "flight",    "landing",
                                      "toilet",    "office",   "lab",     "library", "dormitory", "nursery",
                                      "canteen",   "kitchen",  "hall",    "store",   "switch",    "gas",
                                      "chemicals", "boiler",   "grounds", "space"};
    std::string stem = b.level(level).key;
    for (char& c : stem)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return stem + "_" + words.at(static_cast<std::size_t>(use));
}

Vec2 tidy(Vec2 p) { return {std::round(p.x * 1e3) / 1e3, std::round(p.y * 1e3) / 1e3}; }

}  // namespace muster::viewer
