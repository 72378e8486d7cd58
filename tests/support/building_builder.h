// SPDX-License-Identifier: Apache-2.0
// Buildings for tests in a few lines, sealed and sound as the reader would leave them:
//   const Building b = BuildingBuilder()
//       .level("F1").room("r1", {{0, 0}, {9, 7}}).corridor("c1", {{0, 7.24}, {9, 9.64}})
//       .door("d1", "r1", "c1", {{7, 7.12}, {8, 7.12}}).exit("e1", "c1", {{9, 7.7}, {9, 9.2}})
//       .build();
// Spaces go to the level named last; spots to the assembly area named last. Slot depths follow from the wall gap.
#pragma once

#include <algorithm>
#include <cassert>
#include <cmath>
#include <string>
#include <utility>

#include "sim/model/building.h"

namespace muster::testing {

inline Ring ring_of(const Box& box) { return {box.low, {box.high.x, box.low.y}, box.high, {box.low.x, box.high.y}}; }

struct FlightDef {
    std::string stair, foot, head;  // keys; the stair is made when it is new
    int risers = 12;
    double riser_m = 0.15;
    double tread_m = 0.28;
    bool middle_rail = false;
};

class BuildingBuilder {
public:
    explicit BuildingBuilder(const std::string& key = "test") {
        made_.key = key;
        made_.name = {key, key};
    }

    BuildingBuilder& level(const std::string& key, double elevation_m = 0.0, int storey = 1) {
        made_.levels.push_back({key, {key, key}, elevation_m, storey});
        return *this;
    }

    // ---- spaces ----
    BuildingBuilder& space(const std::string& key, const Ring& outer, SpaceUse use) {
        if (made_.levels.empty()) level("F1");
        Space s;
        s.key = key;
        s.name = {key, key};
        s.level = LevelId{made_.levels.size() - 1};
        s.use = use;
        s.area.outer = turned(outer, true);
        made_.spaces.push_back(std::move(s));
        return *this;
    }
    BuildingBuilder& room(const std::string& key, const Box& box, SpaceUse use = SpaceUse::classroom) {
        return space(key, ring_of(box), use);
    }
    BuildingBuilder& corridor(const std::string& key, const Box& box) { return room(key, box, SpaceUse::corridor); }
    BuildingBuilder& yard(const std::string& key, const Box& box) {
        room(key, box, SpaceUse::grounds);
        made_.spaces.back().outdoor = true;
        return *this;
    }
    BuildingBuilder& hole(const Ring& ring) {  // in the space named last
        made_.spaces.back().area.holes.push_back(turned(ring, false));
        return *this;
    }
    BuildingBuilder& floor(double floor_m) {  // of the space named last, over its level
        made_.spaces.back().floor_m = floor_m;
        return *this;
    }

    // ---- openings ----
    BuildingBuilder& door(const std::string& key, const std::string& from, const std::string& to, const Segment& at,
                          OpeningKind kind = OpeningKind::door) {
        Opening o;
        o.key = key;
        o.name = {key, key};
        o.from = space_id(from);
        if (to != "outside") o.to = space_id(to);
        o.at = at;
        o.clear_width_m = at.length();
        o.kind = kind;
        o.leaf = kind == OpeningKind::door ? Leaf::single : Leaf::none;
        o.depth_from_m = depth_to(o.from, at);
        o.depth_to_m = o.to.valid() ? depth_to(o.to, at) : slot_overlap_m;
        made_.openings.push_back(std::move(o));
        return *this;
    }
    BuildingBuilder& doorway(const std::string& key, const std::string& from, const std::string& to,
                             const Segment& at) {
        return door(key, from, to, at, OpeningKind::doorway);
    }
    BuildingBuilder& exit(const std::string& key, const std::string& from, const Segment& at) {
        return door(key, from, "outside", at);
    }
    BuildingBuilder& state(DoorState state) {  // of the opening named last
        made_.openings.back().state = state;
        return *this;
    }

    // ---- stairs: name the flight's space and its two openings (kind flight_end) first ----
    BuildingBuilder& flight(const std::string& space, const FlightDef& def) {
        StairId stair = made_.find_stair(def.stair);
        if (!stair.valid()) {
            stair = StairId{made_.stairs.size()};
            made_.stairs.push_back({def.stair, {def.stair, def.stair}, false, {}, {}});
        }
        Flight f;
        f.stair = stair;
        f.foot = opening_id(def.foot);
        f.head = opening_id(def.head);
        f.risers = def.risers;
        f.riser_m = def.riser_m;
        f.tread_m = def.tread_m;
        f.middle_rail = def.middle_rail;
        f.clear_width_m = std::min(made_.opening(f.foot).clear_width_m, made_.opening(f.head).clear_width_m);
        const SpaceId id = space_id(space);
        made_.spaces[id.index()].use = SpaceUse::stair_flight;
        made_.spaces[id.index()].flight = f;
        made_.stairs[stair.index()].flights.push_back(id);
        return *this;
    }
    BuildingBuilder& landing(const std::string& space, const std::string& stair) {
        const SpaceId id = space_id(space);
        made_.spaces[id.index()].use = SpaceUse::stair_landing;
        made_.stairs[made_.find_stair(stair).index()].landings.push_back(id);
        return *this;
    }

    // ---- furniture, assembly, fixtures ----
    BuildingBuilder& obstacle(const std::string& key, const std::string& space, const Ring& outline,
                              ObstacleKind kind = ObstacleKind::desk, double mass_kg = 12.0) {
        made_.obstacles.push_back({key, kind, space_id(space), turned(outline, true), 0.75, mass_kg});
        return *this;
    }
    BuildingBuilder& obstacle(const std::string& key, const std::string& space, const Box& box,
                              ObstacleKind kind = ObstacleKind::desk, double mass_kg = 12.0) {
        return obstacle(key, space, ring_of(box), kind, mass_kg);
    }
    BuildingBuilder& assembly(const std::string& key, const std::string& space, const Box& box) {
        made_.assembly_areas.push_back({key, {key, key}, space_id(space), ring_of(box), {}});
        return *this;
    }
    BuildingBuilder& spot(const std::string& key, Vec2 at, double radius_m = 1.5) {
        AssemblyArea& area = made_.assembly_areas.back();
        area.spots.push_back(AssemblySpotId{made_.spots.size()});
        made_.spots.push_back({key, {key, key}, area.space, at, radius_m});
        return *this;
    }
    BuildingBuilder& fixture(const std::string& key, FixtureKind kind, const std::string& space, Vec2 at) {
        made_.fixtures.push_back({key, kind, space_id(space), at});
        return *this;
    }

    [[nodiscard]] Building build() const {
        Building out = made_;
        out.seal();
        return out;
    }

private:
    static constexpr double slot_overlap_m = 0.03;  // a slot reaches this far into either space

    static Ring turned(Ring ring, bool counter_clockwise) {
        if ((signed_area(ring) > 0.0) != counter_clockwise) std::reverse(ring.begin(), ring.end());
        return ring;
    }
    [[nodiscard]] SpaceId space_id(const std::string& key) const {
        const SpaceId id = made_.find_space(key);
        assert(id.valid() && "name the space before what refers to it");
        return id;
    }
    [[nodiscard]] OpeningId opening_id(const std::string& key) const {
        const OpeningId id = made_.find_opening(key);
        assert(id.valid() && "name the opening before what refers to it");
        return id;
    }
    [[nodiscard]] double depth_to(SpaceId id, const Segment& at) const {
        const Polygon& area = made_.space(id).area;
        double gap_m = 0.0;
        for (const Vec2 p : {at.a, at.middle(), at.b})
            if (!contains(area, p)) gap_m = std::max(gap_m, distance_to_boundary(area, p));
        return gap_m + slot_overlap_m;
    }

    Building made_;
};

/// The same building turned by `angle_rad` about the origin and then moved by `shift_m`.
inline Building turned_and_moved(Building b, double angle_rad, Vec2 shift_m) {
    const double c = std::cos(angle_rad), s = std::sin(angle_rad);
    const auto move = [=](Vec2& p) { p = Vec2{c * p.x - s * p.y, s * p.x + c * p.y} + shift_m; };
    const auto move_all = [&](Ring& ring) { std::for_each(ring.begin(), ring.end(), move); };
    for (Space& space : b.spaces) {
        move_all(space.area.outer);
        for (Ring& hole : space.area.holes) move_all(hole);
    }
    for (Opening& o : b.openings) move(o.at.a), move(o.at.b);
    for (Obstacle& o : b.obstacles) move_all(o.outline);
    for (AssemblyArea& a : b.assembly_areas) move_all(a.outline);
    for (AssemblySpot& spot : b.spots) move(spot.at);
    for (Fixture& f : b.fixtures) move(f.at);
    b.seal();
    return b;
}

}  // namespace muster::testing
