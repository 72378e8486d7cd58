// SPDX-License-Identifier: Apache-2.0
#include "render/viewer/edit/edit_spaces.h"

#include <algorithm>
#include <cmath>
#include <set>

#include "render/viewer/edit/edit_openings.h"

namespace muster::viewer {

namespace {

// As finely as plans are kept: a turned box stays one, a traced outline keeps its shape.
Vec2 shifted(Vec2 p, Vec2 by) {
    constexpr double per_metre = 1e7;
    return {std::round((p.x + by.x) * per_metre) / per_metre, std::round((p.y + by.y) * per_metre) / per_metre};
}

void shift(Ring& ring, Vec2 by) {
    for (Vec2& p : ring) p = shifted(p, by);
}

/// Moves each thing once, however many of what it belongs to are selected.
class Mover {
public:
    Mover(Building& building, Vec2 by) : b_(building), by_(by) {}

    void take(ObjectRef o) {
        if (o.kind == ObjectKind::level) {
            for (std::size_t i = 0; i < b_.spaces.size(); ++i)
                if (b_.spaces[i].level.index() == o.index) take({ObjectKind::space, i});
        } else if (o.kind == ObjectKind::stair) {
            for (const auto* parts : {&b_.stairs[o.index].flights, &b_.stairs[o.index].landings})
                for (const SpaceId s : *parts) take({ObjectKind::space, s.index()});
        } else if (o.kind == ObjectKind::space) {
            take_space(o.index);
        } else if (o.kind == ObjectKind::assembly_area) {
            for (const AssemblySpotId s : b_.assembly_areas[o.index].spots)
                objects_.insert({ObjectKind::spot, s.index()});
            objects_.insert(o);
        } else {
            objects_.insert(o);
        }
    }
    void apply() {
        for (const ObjectRef o : objects_) move(o);
    }
    [[nodiscard]] const std::set<SpaceId>& spaces() const { return spaces_; }

private:
    void take_space(std::size_t index) {
        const SpaceId id{index};
        if (!spaces_.insert(id).second) return;
        objects_.insert({ObjectKind::space, index});
        const auto inside = [&](ObjectKind kind, const auto& items) {
            for (std::size_t i = 0; i < items.size(); ++i)
                if (items[i].space == id) objects_.insert({kind, i});
        };
        inside(ObjectKind::obstacle, b_.obstacles);
        inside(ObjectKind::fixture, b_.fixtures);
        inside(ObjectKind::assembly_area, b_.assembly_areas);
        inside(ObjectKind::spot, b_.spots);
    }
    void move(ObjectRef o) {
        if (o.kind == ObjectKind::space) {
            shift(b_.spaces[o.index].area.outer, by_);
            for (Ring& hole : b_.spaces[o.index].area.holes) shift(hole, by_);
        } else if (o.kind == ObjectKind::obstacle) {
            shift(b_.obstacles[o.index].outline, by_);
        } else if (o.kind == ObjectKind::assembly_area) {
            shift(b_.assembly_areas[o.index].outline, by_);
        } else if (o.kind == ObjectKind::spot) {
            b_.spots[o.index].at = shifted(b_.spots[o.index].at, by_);
        } else if (o.kind == ObjectKind::fixture) {
            b_.fixtures[o.index].at = shifted(b_.fixtures[o.index].at, by_);
        }
    }

    Building& b_;
    Vec2 by_;
    std::set<ObjectRef> objects_;
    std::set<SpaceId> spaces_;
};

// Things that were moved out of their space belong to the one they are in now.
void find_space(const Building& b, SpaceId& space, Vec2 at) {
    if (contains(b.space(space).area, at)) return;
    if (const SpaceId now = b.space_at(b.space(space).level, at); now.valid()) space = now;
}

}  // namespace

Box bounds_of(const Building& b, ObjectRef o) {
    if (const Ring* ring = ring_of(b, o); ring != nullptr && !ring->empty()) return bounds(*ring);
    if (o.kind == ObjectKind::opening) return bounds({b.openings[o.index].at.a, b.openings[o.index].at.b});
    const Vec2 p = place_of(b, o);
    return {p, p};
}

Edited add_space(Building building, LevelId level, const Ring& outline, const SpaceStyle& style) {
    auto ring = sound_outline(outline);
    if (!ring) return refused("edit.refuse.bad_outline");
    if (level.value >= building.levels.size()) return refused("edit.refuse.no_level");
    Space space;
    space.key = next_key(building, stem_for(building, level, style.use));
    space.name = style.name == Name{} ? Name{space.key, space.key} : style.name;
    space.level = level;
    space.use = style.use;
    space.outdoor = style.outdoor || style.use == SpaceUse::grounds;
    space.floor_m = style.floor_m;
    space.area.outer = std::move(*ring);
    building.spaces.push_back(std::move(space));
    const ObjectRef made{ObjectKind::space, building.spaces.size() - 1};
    return done(std::move(building), "edit.step.add_space", made);
}

Edited move_objects(Building building, const std::vector<ObjectRef>& objects, Vec2 by) {
    if (objects.empty()) return refused("edit.refuse.nothing_selected");
    if (objects.size() == 1 && objects.front().kind == ObjectKind::opening) {
        const OpeningId id{objects.front().index};
        const Vec2 to = building.opening(id).at.middle() + by;
        return move_opening(std::move(building), id, to);
    }
    const Building before = building;
    Mover mover(building, tidy(by));
    for (const ObjectRef o : objects) mover.take(o);
    mover.apply();
    for (const ObjectRef o : objects) {
        if (o.kind == ObjectKind::obstacle)
            find_space(building, building.obstacles[o.index].space, place_of(building, o));
        if (o.kind == ObjectKind::fixture)
            find_space(building, building.fixtures[o.index].space, place_of(building, o));
    }
    auto lost = settle_openings(building, before, mover.spaces(), tidy(by));
    Edited out = done(std::move(building), "edit.step.move", objects.front());
    out.lost = std::move(lost);
    return out;
}

Edited resize_object(Building building, ObjectRef object, const Box& to) {
    const Ring* ring = ring_of(building, object);
    if (ring == nullptr || ring->empty()) return refused("edit.refuse.nothing_selected");
    const Building before = building;
    const Box from = bounds(*ring);
    const Vec2 old = from.high - from.low, now = to.high - to.low;
    if (now.x < 0.05 || now.y < 0.05 || old.x <= 0.0 || old.y <= 0.0) return refused("edit.refuse.too_small");
    const auto stretch = [&](const Ring& in) {
        Ring out;
        for (const Vec2 p : in)
            out.push_back(tidy(to.low + Vec2{(p.x - from.low.x) * now.x / old.x, (p.y - from.low.y) * now.y / old.y}));
        return out;
    };
    auto sound = sound_outline(stretch(*ring));
    if (!sound) return refused("edit.refuse.bad_outline");
    std::vector<std::string> lost;
    if (object.kind == ObjectKind::space) {
        Space& space = building.spaces[object.index];
        for (Ring& hole : space.area.holes) hole = stretch(hole);
        space.area.outer = std::move(*sound);
        lost = settle_openings(building, before, {SpaceId{object.index}}, {});
    } else if (object.kind == ObjectKind::obstacle) {
        building.obstacles[object.index].outline = std::move(*sound);
    } else {
        building.assembly_areas[object.index].outline = std::move(*sound);
    }
    Edited out = done(std::move(building), "edit.step.resize", object);
    out.lost = std::move(lost);
    return out;
}

Edited change_space(Building building, SpaceId id, const SpaceChange& change) {
    Space& space = building.spaces[id.index()];
    if (change.name) space.name = *change.name;
    if (change.use) space.use = *change.use;
    if (change.outdoor) space.outdoor = *change.outdoor;
    if (change.capacity) space.capacity = std::clamp(*change.capacity, 0, 100'000);
    if (change.height_m) space.height_m = *change.height_m > 0.0 ? std::clamp(*change.height_m, 1.5, 100.0) : 0.0;
    if (change.floor_m) space.floor_m = std::clamp(*change.floor_m, -20.0, 20.0);
    if (change.level) {
        if (change.level->value >= building.levels.size()) return refused("edit.refuse.no_level");
        space.level = *change.level;
    }
    return done(std::move(building), "edit.step.change", ObjectRef{ObjectKind::space, id.index()});
}

Edited rename_object(Building building, ObjectRef o, const Name& name) {
    if (name.zh.empty() && name.en.empty()) return refused("edit.refuse.no_name");
    if (o.kind == ObjectKind::level) {
        building.levels[o.index].name = name;
    } else if (o.kind == ObjectKind::space) {
        building.spaces[o.index].name = name;
    } else if (o.kind == ObjectKind::opening) {
        building.openings[o.index].name = name;
    } else if (o.kind == ObjectKind::stair) {
        building.stairs[o.index].name = name;
    } else if (o.kind == ObjectKind::assembly_area) {
        building.assembly_areas[o.index].name = name;
    } else if (o.kind == ObjectKind::spot) {
        building.spots[o.index].name = name;
    } else if (o.kind == ObjectKind::plan) {
        building.name = name;
    } else {
        return refused("edit.refuse.has_no_name");
    }
    return done(std::move(building), "edit.step.rename", o);
}

}  // namespace muster::viewer
