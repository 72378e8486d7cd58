// SPDX-License-Identifier: Apache-2.0
#include "sim/planning/check_way_widths.h"

#include <algorithm>
#include <cmath>
#include <map>

#include "sim/planning/check_widths.h"
#include "sim/planning/clear_width.h"

namespace muster::planning {

namespace {

double width_of(const CodeSite& site, const std::vector<OpeningId>& doors) {
    double m = 0.0;
    for (const OpeningId d : doors) m += site.building.opening(d).clear_width_m;
    return m;
}

void judge(const WidthPer100& rule, const RuleContext& in, std::size_t block, SpaceId space, Measure measure,
           double persons, double width_m) {
    const int storey = in.site.storey_of(space);
    const auto factor = per_100(rule, in, block, storey);
    const ComplianceSubject about = in.site.about(space);
    if (!factor) {
        in.lines.not_judged(about, measure, "compliance.why.no_row", {{"grade", std::to_string(in.fire_grade())}});
        return;
    }
    ComplianceLine& line = in.lines.at_least(about, measure, *factor * persons / 100.0, width_m);
    line.persons = static_cast<int>(std::lround(persons));
    line.people = in.site.basis_on(block, storey);
    line.per_100 = *factor;
    line.reading = rule.reading;
    if (measure == Measure::corridor_total) line.reason = "compliance.note.fullest_way";
}

using PersonsByWay = std::map<std::size_t, double>;  // index of the stair or exit

// A room's people leave by its doors in proportion to their widths, each to the nearest stair or exit. Only rooms with
// a door to the corridor count: who comes from another corridor is not followed.
std::map<SpaceId, PersonsByWay> corridor_loads(const CodeSite& site, std::size_t block) {
    std::map<SpaceId, PersonsByWay> loads;
    for (const SpaceId room : site.rooms(block, {})) {
        const std::vector<OpeningId> doors = site.open_doors_of(room);
        const double all_m = width_of(site, doors);
        for (const OpeningId door : doors) {
            const Opening& o = site.building.opening(door);
            const SpaceId beyond = o.other(room);
            if (!beyond.valid() || !is_corridor(site.building.space(beyond).use)) continue;
            const auto way = site.walk(block, site.storey_of(room)).nearest(door);
            if (way) loads[beyond][*way] += site.persons_in(room) * o.clear_width_m / all_m;
        }
    }
    return loads;
}

double fullest(const PersonsByWay& ways) {
    double most = 0.0;
    for (const auto& [way, persons] : ways) most = std::max(most, persons);
    return most;
}

}  // namespace

void check_room_widths(const WidthPer100& rule, const RuleContext& in) {
    for (const std::size_t block : in.blocks)
        for (const SpaceId room : in.site.rooms(block, {}))
            if (const auto doors = in.site.open_doors_of(room); !doors.empty() && in.site.persons_in(room) > 0)
                judge(rule, in, block, room, Measure::room_width, in.site.persons_in(room), width_of(in.site, doors));
}

void check_corridor_widths(const WidthPer100& rule, const RuleContext& in) {
    for (const std::size_t block : in.blocks)
        for (const auto& [corridor, ways] : corridor_loads(in.site, block)) {
            const ClearWidth width = clear_width(in.site.building, corridor);
            if (std::isfinite(width.m))
                judge(rule, in, block, corridor, Measure::corridor_total, fullest(ways), width.m);
            else
                in.lines.not_judged(in.site.about(corridor), Measure::corridor_total, "compliance.why.no_facing_walls");
        }
}

}  // namespace muster::planning
