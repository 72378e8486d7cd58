// SPDX-License-Identifier: Apache-2.0
#include "sim/planning/check_rooms.h"

#include <algorithm>
#include <limits>

namespace muster::planning {

namespace {

void judge_storey(const StageRange& range, const RuleContext& in, SpaceId room) {
    const int storey = in.site.storey_of(room);
    const bool strict = storey <= range.strict.value, lenient = storey <= range.lenient.value;
    if (strict == lenient)
        in.lines.at_most(in.site.about(room), Measure::highest_storey,
                         strict ? range.strict.value : range.lenient.value, storey);
    else
        in.lines.not_judged(in.site.about(room), Measure::highest_storey, "compliance.why.stage_not_stated");
}

double between_m(const Ring& a, const Ring& b) {
    double least = std::numeric_limits<double>::infinity();
    const auto to_edges = [&](const Ring& points, const Ring& edges) {
        for (const Vec2 p : points)
            for (std::size_t i = 0; i < edges.size(); ++i)
                least = std::min(least, distance_to({edges[i], edges[(i + 1) % edges.size()]}, p));
    };
    to_edges(a, b);
    to_edges(b, a);
    if (contains(a, b.front()) || contains(b, a.front())) return 0.0;
    return least;
}

ComplianceSubject about_assembly(std::size_t area) {
    ComplianceSubject about;
    about.assembly = area;
    return about;
}

}  // namespace

void check(const UseStoreys& rule, const RuleContext& in) {
    const StageRange range = stage_range(rule.most, in.site.building.design.stage, false);
    for (const std::size_t block : in.blocks) {
        for (const SpaceId room : in.site.rooms(block, rule.uses)) {
            const bool below = in.site.storey_of(room) < 1;
            if (!rule.basement && (below || rule.most.empty()))
                in.lines.yes(in.site.about(room), Measure::basement, !below);
            else if (range.any)
                judge_storey(range, in, room);
        }
    }
}

void check(const AreaPerPerson& rule, const RuleContext& in) {
    const StageRange range = stage_range(rule.stages, in.site.building.design.stage, true);
    for (const std::size_t block : in.blocks) {
        for (const SpaceId room : in.site.rooms(block, rule.uses)) {
            const int persons = in.site.people.pupils[room.index()];  // the code counts a place for each pupil
            const PeopleBasis basis = in.site.people.basis[room.index()];
            if (persons == 0 || basis == PeopleBasis::assumed || !range.any) continue;  // else it judges itself
            const double m2 = area(in.site.building.space(room).area) / persons;
            const bool strict = m2 >= range.strict.value - 1e-6, lenient = m2 >= range.lenient.value - 1e-6;
            if (strict != lenient) {
                in.lines.not_judged(in.site.about(room), Measure::area_per_person, "compliance.why.stage_not_stated");
                continue;
            }
            ComplianceLine& line = in.lines.at_least(in.site.about(room), Measure::area_per_person,
                                                     strict ? range.strict.value : range.lenient.value, m2);
            line.persons = persons;
            line.people = basis;
        }
    }
}

void check(const AssemblySpace& rule, const RuleContext& in) {
    double m2 = 0.0;
    int persons = 0;
    for (const AssemblyArea& a : in.site.building.assembly_areas) m2 += std::abs(signed_area(a.outline));
    for (const BuildingBlock& b : in.site.blocks) persons += b.persons;
    if (in.site.building.assembly_areas.empty())
        return static_cast<void>(in.lines.not_judged({}, Measure::assembly_area, "compliance.why.no_assembly"));
    if (persons == 0) return;
    in.lines.at_least({}, Measure::assembly_area, rule.m2_per_person, m2 / persons).persons = persons;
}

void check(const DistanceFrom& rule, const RuleContext& in) {
    const Building& building = in.site.building;
    if (building.assembly_areas.empty())
        return static_cast<void>(in.lines.not_judged({}, Measure::assembly_distance, "compliance.why.no_assembly"));
    bool any = false;
    for (std::size_t s = 0; s < building.spaces.size(); ++s) {
        if (!has_use(rule.uses, building.spaces[s].use)) continue;
        any = true;
        for (std::size_t a = 0; a < building.assembly_areas.size(); ++a) {
            ComplianceSubject about = about_assembly(a);
            about.space = SpaceId{s};
            in.lines.at_least(about, Measure::assembly_distance, rule.min_m,
                              between_m(building.assembly_areas[a].outline, building.spaces[s].area.outer));
        }
    }
    if (!any) in.lines.not_judged({}, Measure::assembly_distance, "compliance.why.no_such_rooms");
}

void check(const FixtureOnStorey& rule, const RuleContext& in) {
    const Building& building = in.site.building;
    for (const std::size_t block : in.blocks) {
        for (const int storey : in.site.blocks[block].storeys) {
            if (!in.site.holds(block, storey, rule.uses)) continue;
            if (building.fixtures.empty()) {
                in.lines.not_judged(in.site.about(block, storey), Measure::fixtures, "compliance.why.no_fixtures");
                continue;
            }
            const auto count = std::count_if(building.fixtures.begin(), building.fixtures.end(), [&](const Fixture& f) {
                const bool kind = std::find(rule.kinds.begin(), rule.kinds.end(), f.kind) != rule.kinds.end();
                return kind && in.site.block_of(f.space) == block && in.site.storey_of(f.space) == storey;
            });
            in.lines.at_least(in.site.about(block, storey), Measure::fixtures, 1, static_cast<double>(count));
        }
    }
}

// Its reason is the rule's own.
void check(const NotInPlan&, const RuleContext& in) {
    in.lines.not_judged({}, Measure::other, "compliance.why.not_in_plan");
}

}  // namespace muster::planning
