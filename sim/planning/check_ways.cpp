// SPDX-License-Identifier: Apache-2.0
#include "sim/planning/check_ways.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "sim/planning/clear_width.h"
#include "sim/planning/room_reach.h"

namespace muster::planning {

namespace {

/// A door this far off the way between two exits still lies on it: across a corridor, or in a bay of it.
constexpr double on_the_way_m = 3.0;

const DistanceBand* band_of(const std::vector<DistanceBand>& bands, int grade, std::size_t doors) {
    for (const DistanceBand& b : bands)
        if (of_grade(b.fire_grades, grade) && static_cast<int>(doors) >= b.least_doors) return &b;
    return nullptr;
}

bool ends_at_open_stair(const CodeSite& site, std::size_t block, int storey, OpeningId end) {
    for (const StoreyStair& stair : site.ways(block, storey).stairs) {
        const bool its = std::find(stair.entries.begin(), stair.entries.end(), end) != stair.entries.end();
        if (its) return !site.building.stair(stair.stair).enclosed;
    }
    return false;
}

double apart_m(const Segment& a, const Segment& b) {
    return std::min({distance_to(a, b.a), distance_to(a, b.b), distance_to(b, a.a), distance_to(b, a.b)});
}

bool opens_on_gallery(const CodeSite& site, SpaceId room, OpeningId door) {
    const SpaceId beyond = site.building.opening(door).other(room);
    return beyond.valid() && site.building.space(beyond).use == SpaceUse::gallery;
}

double limit_m(const TravelDistance& rule, const DistanceBand& band, const RuleContext& in, std::size_t block,
               SpaceId room, OpeningId door, const DoorWay& way) {
    double m = way.dead_end ? band.dead_end_m : band.between_m;
    const int storey = in.site.storey_of(room);
    if (opens_on_gallery(in.site, room, door)) m += rule.gallery_m;
    if (way.end && ends_at_open_stair(in.site, block, storey, in.site.walk(block, storey).end(*way.end)))
        m -= way.dead_end ? rule.open_stair_dead_end_m : rule.open_stair_between_m;
    return in.site.building.design.sprinklered ? m * rule.sprinkler_factor : m;
}

void judge_door(const TravelDistance& rule, const DistanceBand& band, const RuleContext& in, std::size_t block,
                SpaceId room, OpeningId door) {
    const ComplianceSubject about = in.site.about(door, room);
    const DoorWay way = door_way(in.site, block, in.site.storey_of(room), door);
    if (!way.end) return static_cast<void>(in.lines.not_judged(about, Measure::travel, "compliance.why.no_way"));
    ComplianceLine& line =
        in.lines.at_most(about, Measure::travel, limit_m(rule, band, in, block, room, door, way), way.m);
    const OpeningId end = in.site.walk(block, in.site.storey_of(room)).end(*way.end);
    line.beside_m = std::min(way.m, apart_m(in.site.building.opening(door).at, in.site.building.opening(end).at));
    if (way.dead_end) {
        line.reason = "compliance.note.dead_end";
        line.reason_args = {{"m", metres_text(way.stub_m)}};
    }
}

void judge_inside(const TravelDistance& rule, const DistanceBand& band, const RuleContext& in, SpaceId room,
                  const std::vector<OpeningId>& doors) {
    const double factor = in.site.building.design.sprinklered ? rule.sprinkler_factor : 1.0;
    const RoomReach reach = room_reach(in.site, room, doors);
    ComplianceLine& line =
        in.lines.at_most(in.site.about(room), Measure::room_travel, factor * band.dead_end_m, reach.straight_m);
    line.beside_m = reach.walked_m;
    if (band.least_doors > 0) {
        line.reason = "compliance.note.doors_of_room";
        line.reason_args = {{"count", std::to_string(band.least_doors)}};
    }
}

void judge_room(const TravelDistance& rule, const RuleContext& in, std::size_t block, SpaceId room) {
    const auto doors = in.site.open_doors_of(room);
    const Measure measure = rule.inside_room ? Measure::room_travel : Measure::travel;
    const DistanceBand* band = band_of(rule.bands, in.fire_grade(), doors.size());
    if (doors.empty())
        in.lines.not_judged(in.site.about(room), measure, "compliance.why.no_door_of_its_own");
    else if (band == nullptr)
        in.lines.not_judged(in.site.about(room), measure, "compliance.why.no_row",
                            {{"grade", std::to_string(in.fire_grade())}});
    else if (rule.inside_room)
        judge_inside(rule, *band, in, room, doors);
    else
        for (const OpeningId door : doors) judge_door(rule, *band, in, block, room, door);
}

// Rooms on both sides when two doors face one another across it.
bool double_loaded(const CodeSite& site, SpaceId corridor, const std::vector<SpaceUse>& uses) {
    const Building& building = site.building;
    std::vector<Vec2> into;
    for (const OpeningId id : building.space(corridor).openings) {
        const Opening& o = building.opening(id);
        const SpaceId room = o.other(corridor);
        if (!room.valid() || is_circulation(building.space(room).use) || building.space(room).outdoor) continue;
        if (!has_use(uses, site.use_of(room))) continue;
        into.push_back(o.normal_into(corridor));
    }
    for (const Vec2 a : into)
        for (const Vec2 b : into)
            if (dot(a, b) < -0.5) return true;
    return false;
}

bool has_room(const CodeSite& site, SpaceId corridor, const std::vector<SpaceUse>& uses) {
    const Building& building = site.building;
    const auto& openings = building.space(corridor).openings;
    return std::any_of(openings.begin(), openings.end(), [&](OpeningId id) {
        const SpaceId room = building.opening(id).other(corridor);
        return room.valid() && !is_circulation(building.space(room).use) && !building.space(room).outdoor &&
               has_use(uses, site.use_of(room));
    });
}

}  // namespace

DoorWay door_way(const CodeSite& site, std::size_t block, int storey, OpeningId door) {
    const StoreyWalk& walk = site.walk(block, storey);
    DoorWay way;
    way.end = walk.nearest(door);
    if (!way.end) return way;
    way.m = walk.m(door, *way.end);
    way.stub_m = walk.off_the_way_m(door);
    way.dead_end = way.stub_m > on_the_way_m;
    return way;
}

bool in_end_wall(const CodeSite& site, std::size_t block, SpaceId room, OpeningId door) {
    const int storey = site.storey_of(room);
    const SpaceId beyond = site.building.opening(door).other(room);
    if (site.open_air(beyond)) return false;
    if (site.walk(block, storey).ends() > 1 && !door_way(site, block, storey, door).dead_end) return false;
    const FloorBefore floor = floor_before(site.building, beyond, door);
    return floor.across_m <= floor.ahead_m;
}

void check(const TravelDistance& rule, const RuleContext& in) {
    for (const std::size_t block : in.blocks)
        for (const SpaceId room : in.site.rooms(block, rule.uses)) judge_room(rule, in, block, room);
}

void check(const DeadEnd& rule, const RuleContext& in) {
    for (const std::size_t block : in.blocks) {
        for (const SpaceId room : in.site.rooms(block, {})) {
            for (const OpeningId door : in.site.open_doors_of(room)) {
                const DoorWay way = door_way(in.site, block, in.site.storey_of(room), door);
                if (way.end)
                    in.lines.at_most(in.site.about(door, room), Measure::dead_end, rule.max_m,
                                     way.dead_end ? way.stub_m : 0.0);
            }
        }
    }
}

void check(const CorridorWidth& rule, const RuleContext& in) {
    const Building& building = in.site.building;
    for (const std::size_t block : in.blocks) {
        for (const SpaceId id : in.site.blocks[block].spaces) {
            const SpaceUse use = building.space(id).use;
            if (!is_corridor(use) || !has_room(in.site, id, rule.uses)) continue;
            const bool both = double_loaded(in.site, id, rule.uses);
            const double least = both ? rule.double_m : use == SpaceUse::gallery ? rule.gallery_m : rule.single_m;
            const ClearWidth width = clear_width(building, id);
            if (!std::isfinite(width.m)) {
                in.lines.not_judged(in.site.about(id), Measure::corridor_width, "compliance.why.no_facing_walls");
                continue;
            }
            ComplianceLine& line = in.lines.at_least(in.site.about(id), Measure::corridor_width, least, width.m);
            line.reason = both                       ? "compliance.note.rooms_both_sides"
                          : use == SpaceUse::gallery ? "compliance.note.gallery"
                                                     : "compliance.note.rooms_one_side";
        }
    }
}

}  // namespace muster::planning
