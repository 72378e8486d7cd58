// SPDX-License-Identifier: Apache-2.0
#include "sim/planning/check_ways.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "sim/planning/clear_width.h"
#include "sim/routing/way_down.h"

namespace muster::planning {

namespace {

/// A door this far off the way between two exits still lies on it: across a corridor, or in a bay of it.
constexpr double on_the_way_m = 3.0;

const DistanceBand* band_of(const std::vector<DistanceBand>& bands, int grade) {
    for (const DistanceBand& b : bands)
        if (std::find(b.fire_grades.begin(), b.fire_grades.end(), grade) != b.fire_grades.end()) return &b;
    return nullptr;
}

bool ends_at_open_stair(const CodeSite& site, std::size_t block, int storey, OpeningId end) {
    for (const StoreyStair& stair : site.ways(block, storey).stairs) {
        const bool its = std::find(stair.entries.begin(), stair.entries.end(), end) != stair.entries.end();
        if (its) return !site.building.stair(stair.stair).enclosed;
    }
    return false;
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
    if (way.dead_end) {
        line.reason = "compliance.note.dead_end";
        line.reason_args = {{"m", metres_text(way.stub_m)}};
    }
}

std::vector<OpeningId> usable_doors(const CodeSite& site, SpaceId room) {
    std::vector<OpeningId> doors = site.doors_of(room);
    std::erase_if(doors, [&](OpeningId d) { return site.building.opening(d).state == DoorState::locked; });
    return doors;
}

void judge_room(const TravelDistance& rule, const DistanceBand& band, const RuleContext& in, std::size_t block,
                SpaceId room) {
    const auto doors = usable_doors(in.site, room);
    if (doors.empty()) {
        in.lines.not_judged(in.site.about(room), Measure::travel, "compliance.why.no_door_of_its_own");
        return;
    }
    if (rule.inside_room) {
        const double factor = in.site.building.design.sprinklered ? rule.sprinkler_factor : 1.0;
        in.lines.at_most(in.site.about(room), Measure::room_travel, factor * band.dead_end_m,
                         deepest_m(in.site, room, doors));
        return;
    }
    for (const OpeningId door : doors) judge_door(rule, band, in, block, room, door);
}

// Rooms on both sides when two doors face one another across it.
bool double_loaded(const Building& building, SpaceId corridor, const std::vector<SpaceUse>& uses) {
    std::vector<Vec2> into;
    for (const OpeningId id : building.space(corridor).openings) {
        const Opening& o = building.opening(id);
        const SpaceId room = o.other(corridor);
        if (!room.valid() || is_circulation(building.space(room).use) || building.space(room).outdoor) continue;
        if (!has_use(uses, building.space(room).use)) continue;
        into.push_back(o.normal_into(corridor));
    }
    for (const Vec2 a : into)
        for (const Vec2 b : into)
            if (dot(a, b) < -0.5) return true;
    return false;
}

bool has_room(const Building& building, SpaceId corridor, const std::vector<SpaceUse>& uses) {
    const auto& openings = building.space(corridor).openings;
    return std::any_of(openings.begin(), openings.end(), [&](OpeningId id) {
        const SpaceId room = building.opening(id).other(corridor);
        return room.valid() && !is_circulation(building.space(room).use) && !building.space(room).outdoor &&
               has_use(uses, building.space(room).use);
    });
}

int stairs_there(const CodeSite& site, std::size_t block, int storey) {
    return static_cast<int>(site.ways(block, storey).stairs.size());
}

double area_on(const CodeSite& site, std::size_t block, int storey) {
    double m2 = 0.0;
    for (const SpaceId s : site.blocks[block].spaces)
        if (site.storey_of(s) == storey) m2 += area(site.building.space(s).area);
    return m2;
}

void judge_exits(const WayCount& rule, const RuleContext& in, std::size_t block) {
    const StoreyWays& ways = in.site.ways(block, 1);
    const bool spared = rule.spared_persons > 0 && in.site.blocks[block].storeys_above_ground() <= 1 &&
                        area_on(in.site, block, 1) <= rule.spared_m2 &&
                        in.site.blocks[block].persons <= rule.spared_persons;
    ComplianceLine& line = in.lines.at_least(in.site.about(block, 1), Measure::exits, spared ? 1 : rule.least,
                                             static_cast<double>(ways.exits.size()));
    if (spared) line.reason = "compliance.note.small_storey";
    if (ways.locked.empty()) return;
    line.reason = "compliance.note.locked";
    line.reason_args = {{"count", std::to_string(ways.locked.size())}};
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

double deepest_m(const CodeSite& site, SpaceId room, const std::vector<OpeningId>& doors) {
    const routing::FreeSpace& free = site.navigation.free_space(room);
    double worst = -1.0;
    Vec2 from;
    const routing::DistanceField* field = nullptr;
    for (int cell = 0; cell < static_cast<int>(free.lattice().size()); ++cell) {
        if (!free.free(cell)) continue;
        double least = std::numeric_limits<double>::infinity();
        const routing::DistanceField* nearest = nullptr;
        for (const OpeningId d : doors) {
            const routing::DistanceField& f = site.navigation.field(room, d);
            if (const double m = f.at(free.centre(cell)); m < least) least = m, nearest = &f;
        }
        if (nearest != nullptr && least > worst) worst = least, from = free.centre(cell), field = nearest;
    }
    return field == nullptr ? 0.0 : routing::length_of(routing::straightened(routing::way_down(*field, from, 0.1)));
}

void check(const WayCount& rule, const RuleContext& in) {
    for (const std::size_t block : in.blocks) {
        if (!in.site.holds(block, rule.uses)) continue;
        if (rule.of == WidthOf::exits) {
            judge_exits(rule, in, block);
            continue;
        }
        for (const int storey : in.site.blocks[block].storeys)
            if (storey != 1 && in.site.holds(block, storey, rule.uses))
                in.lines.at_least(in.site.about(block, storey), Measure::stairs, rule.least,
                                  stairs_there(in.site, block, storey));
    }
}

void check(const TravelDistance& rule, const RuleContext& in) {
    for (const std::size_t block : in.blocks) {
        const auto rooms = in.site.rooms(block, rule.uses);
        if (rooms.empty()) continue;
        const DistanceBand* band = band_of(rule.bands, in.fire_grade());
        for (const SpaceId room : rooms) {
            if (band != nullptr)
                judge_room(rule, *band, in, block, room);
            else
                in.lines.not_judged(in.site.about(room), rule.inside_room ? Measure::room_travel : Measure::travel,
                                    "compliance.why.no_row", {{"grade", std::to_string(in.fire_grade())}});
        }
    }
}

void check(const DeadEnd& rule, const RuleContext& in) {
    for (const std::size_t block : in.blocks) {
        for (const SpaceId room : in.site.rooms(block, {})) {
            for (const OpeningId door : usable_doors(in.site, room)) {
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
            if (!is_corridor(use) || !has_room(building, id, rule.uses)) continue;
            const bool both = double_loaded(building, id, rule.uses);
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
