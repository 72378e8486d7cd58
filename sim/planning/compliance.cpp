// SPDX-License-Identifier: Apache-2.0
#include "sim/planning/compliance.h"

#include <algorithm>

#include "sim/planning/check_doors.h"
#include "sim/planning/check_rooms.h"
#include "sim/planning/check_stairs.h"
#include "sim/planning/check_way_counts.h"
#include "sim/planning/check_ways.h"
#include "sim/planning/check_widths.h"
#include "sim/routing/navigation.h"

namespace muster::planning {

namespace {

std::vector<std::size_t> blocks_for(const CodeSite& site, const RulePack& pack) {
    std::vector<std::size_t> out;
    for (std::size_t b = 0; b < site.blocks.size(); ++b)
        if (site.holds(b, pack.applies_to)) out.push_back(b);
    return out;
}

std::vector<std::size_t> blocks_for(const CodeSite& site, const Rule& rule, std::vector<std::size_t> blocks) {
    std::erase_if(blocks, [&](std::size_t b) {
        return !site.all_in(b, rule.all_in) || (!rule.not_all_in.empty() && site.all_in(b, rule.not_all_in));
    });
    return blocks;
}

void apply(const CodeSite& site, const RulePack& pack, std::size_t index, ComplianceResult& result) {
    const auto blocks = blocks_for(site, pack);
    for (std::size_t r = 0; r < pack.rules.size(); ++r) {
        RuleLines lines(pack, index, r);
        const RuleContext in{site, blocks_for(site, pack.rules[r], blocks), lines, result.assumptions};
        if (!blocks.empty())
            std::visit([&](const auto& rule) { check(rule, in); }, pack.rules[r].check);
        else if (r == 0)
            lines.not_judged({}, Measure::other,
                             site.blocks.empty() ? "compliance.why.nobody" : "compliance.why.does_not_apply");
        lines.finish(result.lines);
    }
}

bool rivals(const ComplianceLine& a, const ComplianceLine& b) {
    return !a.comparison && !b.comparison && a.verdict != ComplianceVerdict::not_judged &&
           b.verdict != ComplianceVerdict::not_judged && a.measure == b.measure && a.at_most == b.at_most &&
           a.subject == b.subject;
}

// Which code a school must follow is for a person to decide; the stricter one is proposed.
void propose(std::vector<ComplianceLine>& lines) {
    for (std::size_t i = 0; i < lines.size(); ++i) {
        for (std::size_t k = 0; k < i; ++k) {
            ComplianceLine &before = lines[k], &now = lines[i];
            if (!before.proposed || !rivals(before, now)) continue;
            const bool stricter = now.at_most ? now.required < before.required : now.required > before.required;
            (stricter ? before : now).proposed = false;
            if (!now.proposed) break;
        }
    }
}

void note_people(const PeopleInBuilding& people, std::vector<std::string>& assumptions) {
    for (const auto& [basis, code] : {std::pair{PeopleBasis::scenario, "compliance.assume.people_scenario"},
                                      std::pair{PeopleBasis::capacity, "compliance.assume.people_capacity"},
                                      std::pair{PeopleBasis::assumed, "compliance.assume.people_area"}})
        if (people.any(basis)) assumptions.emplace_back(code);
}

}  // namespace

MeasureUnit unit_of(Measure measure) {
    switch (measure) {
        case Measure::stair_width:
        case Measure::exit_width:
        case Measure::room_width:
        case Measure::door_width:
        case Measure::flight_width:
        case Measure::flight_streams:
        case Measure::tread:
        case Measure::riser:
        case Measure::handrail_height:
        case Measure::half_flight:
        case Measure::landing_depth:
        case Measure::travel:
        case Measure::room_travel:
        case Measure::dead_end:
        case Measure::corridor_width:
        case Measure::corridor_total:
        case Measure::assembly_distance:
        case Measure::steps_at_exit:
        case Measure::stair_discharge:
            return MeasureUnit::metre;
        case Measure::slope:
            return MeasureUnit::degree;
        case Measure::flight_steps:
        case Measure::handrails:
        case Measure::exits:
        case Measure::stairs:
        case Measure::room_doors:
        case Measure::fixtures:
        case Measure::level_change:
        case Measure::locked:
            return MeasureUnit::count;
        case Measure::highest_storey:
            return MeasureUnit::storey;
        case Measure::area_per_person:
        case Measure::assembly_area:
            return MeasureUnit::square_metre;
        case Measure::door_swing:
        case Measure::door_leaf:
        case Measure::middle_rail:
        case Measure::basement:
        case Measure::other:
            return MeasureUnit::none;
    }
    return MeasureUnit::none;
}

bool ComplianceResult::anything_short() const {
    return std::any_of(lines.begin(), lines.end(), [](const ComplianceLine& l) { return l.bad() && l.mandatory; });
}

ComplianceResult check_compliance(const Building& building, const routing::Navigation& navigation,
                                  const PeopleInBuilding& people, const std::vector<RulePack>& packs) {
    ComplianceResult result;
    result.blocks = blocks_of(building, people);
    result.people = people;
    note_people(people, result.assumptions);
    const CodeSite site(building, navigation, result.people, result.blocks);
    for (std::size_t p = 0; p < packs.size(); ++p) apply(site, packs[p], p, result);
    propose(result.lines);
    return result;
}

ComplianceResult check_compliance(const Building& building, const PeopleInBuilding& people,
                                  const std::vector<RulePack>& packs) {
    const routing::Navigation navigation(building);
    return check_compliance(building, navigation, people, packs);
}

}  // namespace muster::planning
