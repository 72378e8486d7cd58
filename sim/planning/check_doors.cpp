// SPDX-License-Identifier: Apache-2.0
#include "sim/planning/check_doors.h"

#include <algorithm>
#include <cmath>

#include "sim/planning/check_ways.h"
#include "sim/planning/room_reach.h"

namespace muster::planning {

namespace {

struct JudgedDoor {
    OpeningId opening;
    SpaceId room;
};

std::vector<JudgedDoor> exits_of(const CodeSite& site, std::size_t block, bool locked_too) {
    std::vector<JudgedDoor> out;
    for (const int storey : site.blocks[block].storeys) {
        const StoreyWays& ways = site.ways(block, storey);
        const auto add = [&](const std::vector<OpeningId>& openings) {
            for (const OpeningId id : openings) {
                const Opening& o = site.building.opening(id);
                out.push_back({id, site.open_air(o.from) ? o.to : o.from});
            }
        };
        add(ways.exits);
        if (locked_too) add(ways.locked);
    }
    return out;
}

std::vector<JudgedDoor> doors_at(const CodeSite& site, std::size_t block, DoorPlace at,
                                 const std::vector<SpaceUse>& uses, int over_persons) {
    std::vector<JudgedDoor> out;
    if (at == DoorPlace::exit) return exits_of(site, block, true);
    if (at == DoorPlace::stair) {
        for (const int storey : site.blocks[block].storeys)
            for (const StoreyStair& stair : site.ways(block, storey).stairs)
                for (const OpeningId id : stair.entries)
                    if (site.building.opening(id).kind == OpeningKind::door)
                        out.push_back({id, site.building.opening(id).from});
        return out;
    }
    for (const SpaceId room : site.rooms(block, uses)) {
        if (site.persons_in(room) <= over_persons) continue;
        for (const OpeningId id : site.doors_of(room)) out.push_back({id, room});
    }
    return out;
}

bool lies_there(RoomPlace place, const CodeSite& site, std::size_t block, SpaceId room, OpeningId door) {
    return place == RoomPlace::anywhere || in_end_wall(site, block, room, door) == (place == RoomPlace::corridor_end);
}

bool one_door_will_do(const RoomDoors& rule, const CodeSite& site, std::size_t block, SpaceId room, OpeningId door) {
    return std::any_of(rule.one_if.begin(), rule.one_if.end(), [&](const OneDoor& one) {
        if (one.up_to_m2 > 0.0 && site.floor_area(room) > one.up_to_m2 + rounding) return false;
        if (site.building.opening(door).clear_width_m < one.width_m - rounding) return false;
        if (one.reach_m > 0.0 && room_reach(site, room, {door}).straight_m > one.reach_m + rounding) return false;
        return lies_there(one.place, site, block, room, door);
    });
}

double nearest_step_m(const CodeSite& site, OpeningId exit, SpaceId inside) {
    const Opening& door = site.building.opening(exit);
    double nearest = 1e9;
    for (const SpaceId s : {inside, door.other(inside)}) {
        if (!s.valid()) continue;
        for (const OpeningId id : site.building.space(s).openings) {
            const Opening& o = site.building.opening(id);
            if (o.kind != OpeningKind::flight_end) continue;
            for (const Vec2 p : {o.at.a, o.at.middle(), o.at.b}) nearest = std::min(nearest, distance_to(door.at, p));
        }
    }
    return nearest;
}

double floor_of(const CodeSite& site, SpaceId id) {
    const Space& s = site.building.space(id);
    return site.building.level(s.level).elevation_m + s.floor_m;
}

}  // namespace

void check(const DoorWidth& rule, const RuleContext& in) {
    for (const std::size_t block : in.blocks)
        for (const JudgedDoor& d : doors_at(in.site, block, rule.at, rule.uses, rule.over_persons))
            in.lines.at_least(in.site.about(d.opening, d.room), Measure::door_width, rule.min_m,
                              in.site.building.opening(d.opening).clear_width_m);
}

void check(const DoorSwing& rule, const RuleContext& in) {
    for (const std::size_t block : in.blocks) {
        for (const SpaceId room : in.site.rooms(block, rule.uses)) {
            const auto doors = in.site.doors_of(room);
            const int persons = in.site.persons_in(room),
                      per_door = persons / std::max(1, static_cast<int>(doors.size()));
            if (persons <= rule.over_persons && (rule.over_per_door == 0 || per_door <= rule.over_per_door)) continue;
            for (const OpeningId id : doors) {
                const Opening& door = in.site.building.opening(id);
                const ComplianceSubject about = in.site.about(id, room);
                const bool has_leaf = door.leaf == Leaf::single || door.leaf == Leaf::double_leaf;
                if (has_leaf && !door.swings_into)
                    in.lines.not_judged(about, Measure::door_swing, "compliance.why.swing_not_stated");
                else
                    in.lines.yes(about, Measure::door_swing, !has_leaf || *door.swings_into != room).persons = persons;
            }
        }
    }
}

void check(const DoorLeaf& rule, const RuleContext& in) {
    for (const std::size_t block : in.blocks)
        for (const JudgedDoor& d : doors_at(in.site, block, rule.at, rule.uses, 0))
            in.lines.yes(in.site.about(d.opening, d.room), Measure::door_leaf,
                         in.site.building.opening(d.opening).leaf != Leaf::sliding);
}

void check(const RoomDoors& rule, const RuleContext& in) {
    for (const std::size_t block : in.blocks) {
        for (const SpaceId room : in.site.rooms(block, rule.uses)) {
            const auto doors = in.site.open_doors_of(room);
            const bool one = doors.size() == 1 && one_door_will_do(rule, in.site, block, room, doors.front());
            ComplianceLine& line = in.lines.at_least(in.site.about(room), Measure::room_doors, one ? 1 : rule.least,
                                                     static_cast<double>(doors.size()));
            if (one) line.reason = "compliance.note.one_door";
        }
    }
}

void check(const LockedExits&, const RuleContext& in) {
    for (const std::size_t block : in.blocks)
        for (const JudgedDoor& d : exits_of(in.site, block, true))
            in.lines.at_most(in.site.about(d.opening, d.room), Measure::locked, 0,
                             in.site.building.opening(d.opening).state == DoorState::locked ? 1 : 0);
}

void check(const StepsAtExit& rule, const RuleContext& in) {
    constexpr double sill_m = 0.02;
    for (const std::size_t block : in.blocks) {
        for (const JudgedDoor& d : exits_of(in.site, block, true)) {
            const SpaceId beyond = in.site.building.opening(d.opening).other(d.room);
            const bool step =
                beyond.valid() && std::abs(floor_of(in.site, d.room) - floor_of(in.site, beyond)) > sill_m;
            const double m = step ? 0.0 : nearest_step_m(in.site, d.opening, d.room);
            const ComplianceSubject about = in.site.about(d.opening, d.room);
            if (m < 1e8)
                in.lines.at_least(about, Measure::steps_at_exit, rule.clear_m, m);
            else
                in.lines.yes(about, Measure::steps_at_exit, true).reason = "compliance.note.no_steps_drawn";
        }
    }
}

}  // namespace muster::planning
