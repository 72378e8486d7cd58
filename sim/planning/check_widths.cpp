// SPDX-License-Identifier: Apache-2.0
#include "sim/planning/check_widths.h"

#include <algorithm>
#include <optional>

#include "sim/planning/check_way_widths.h"

namespace muster::planning {

namespace {

struct Need {
    double m = 0.0;
    double per_100 = 0.0;
    int persons = 0;
    int storey = 0;  // whose need it is
    bool row_missing = false;
};

std::optional<double> basement_row(const WidthPer100& rule, const CodeSite& site, std::size_t block, int storey) {
    if (rule.deep_basement) {
        const WidthPer100::DeepBasement& deep = *rule.deep_basement;
        const bool crowded = !deep.crowded.empty() && site.holds(block, storey, deep.crowded);
        if (crowded || site.below_ground_m(block, storey) > deep.over_m + rounding) return deep.m_per_100;
    }
    return rule.basement_m_per_100 > 0.0 ? std::optional(rule.basement_m_per_100) : std::nullopt;
}

std::optional<double> row_of(const WidthPer100& rule, int grade, int storey) {
    for (const WidthBand& band : rule.bands)
        if (of_grade(band.fire_grades, grade) && storey <= band.up_to) return band.m_per_100;
    return {};
}

// A stair carries everybody from above: the storey that needs most decides for all below it. By the exits of the ground
// storey those of the basement leave, too.
Need need_of(const WidthPer100& rule, const RuleContext& in, std::size_t block, int from_storey) {
    Need need;
    const BuildingBlock& b = in.site.blocks[block];
    for (const int storey : b.storeys) {
        const bool all = rule.of == WidthOf::exits && from_storey == 1;
        const bool passes = all || (from_storey > 0 ? storey >= from_storey : storey <= from_storey);
        const int persons = in.site.persons_on(block, storey);
        if (!passes || persons == 0) continue;
        const auto factor = per_100(rule, in, block, storey);
        if (!factor) {
            need.row_missing = true;
            continue;
        }
        const double m = *factor * persons / 100.0;
        if (m > need.m) need = {m, *factor, persons, storey, need.row_missing};
    }
    return need;
}

double stairs_m(const StoreyWays& ways) {
    double m = 0.0;
    for (const StoreyStair& s : ways.stairs) m += s.width_m;
    return m;
}

double exits_m(const CodeSite& site, const StoreyWays& ways) {
    double m = 0.0;
    for (const OpeningId e : ways.exits) m += site.building.opening(e).clear_width_m;
    return m;
}

// From each storey with people on it or beyond; exits are those of the ground storey.
std::vector<int> storeys_to_judge(const CodeSite& site, std::size_t block, WidthOf of) {
    if (of == WidthOf::exits) return {1};
    std::vector<int> out;
    for (const int storey : site.blocks[block].storeys)
        if (storey != 1) out.push_back(storey);
    return out;
}

void explain(ComplianceLine& line, const RuleContext& in, std::size_t block, const Need& need) {
    line.persons = need.persons;
    line.people = in.site.basis_on(block, need.storey);
    line.per_100 = need.per_100;
    const StoreyWays& ways = in.site.ways(block, line.subject.storey);
    if (line.measure == Measure::exit_width && !ways.locked.empty()) {
        line.reason = "compliance.note.locked";
        line.reason_args = {{"count", std::to_string(ways.locked.size())}};
    } else if (need.storey != line.subject.storey) {
        line.reason = "compliance.note.storey_needs_most";
        line.reason_args = {{"storey", std::to_string(need.storey)}, {"persons", std::to_string(need.persons)}};
    }
}

void judge_storey(const WidthPer100& rule, const RuleContext& in, std::size_t block, int storey) {
    const bool exits = rule.of == WidthOf::exits;
    const Need need = need_of(rule, in, block, storey);
    const Measure measure = exits ? Measure::exit_width : Measure::stair_width;
    const ComplianceSubject about = in.site.about(block, storey);
    if (need.row_missing)
        in.lines.not_judged(about, measure, "compliance.why.no_row", {{"grade", std::to_string(in.fire_grade())}});
    if (need.m <= 0.0) return;
    const StoreyWays& ways = in.site.ways(block, storey);
    ComplianceLine& line = in.lines.at_least(about, measure, need.m, exits ? exits_m(in.site, ways) : stairs_m(ways));
    if (rule.major_below > 0.0) line.major_below = rule.major_below * need.m;
    line.reading = rule.reading;
    explain(line, in, block, need);
}

double per_person_m(const WidthPerPerson& rule, int persons) {
    int served = 0;
    double width = 0.0;
    for (const WidthPerPerson::Step& step : rule.steps) {
        if (persons <= step.persons) return step.width_m;
        served = step.persons;
        width = step.width_m;
    }
    return width + (persons - served) * rule.mm / 1000.0;
}

}  // namespace

std::optional<double> per_100(const WidthPer100& rule, const RuleContext& in, std::size_t block, int storey) {
    if (storey < 0) return basement_row(rule, in.site, block, storey);
    const bool of_building = rule.reading == StoreyReading::of_the_building;
    return row_of(rule, in.fire_grade(), of_building ? in.site.blocks[block].storeys_above_ground() : storey);
}

void check(const WidthPer100& rule, const RuleContext& in) {
    if (rule.of == WidthOf::room_doors) return check_room_widths(rule, in);
    if (rule.of == WidthOf::corridors) return check_corridor_widths(rule, in);
    for (const std::size_t block : in.blocks)
        for (const int storey : storeys_to_judge(in.site, block, rule.of)) judge_storey(rule, in, block, storey);
}

void check(const WidthPerPerson& rule, const RuleContext& in) {
    const bool exits = rule.of == WidthOf::exits;
    for (const std::size_t block : in.blocks) {
        for (const int storey : storeys_to_judge(in.site, block, rule.of)) {
            int persons = 0;
            for (const int s : in.site.blocks[block].storeys)
                if (storey > 0 ? s >= storey : s <= storey) persons = std::max(persons, in.site.persons_on(block, s));
            if (persons == 0) continue;
            const StoreyWays& ways = in.site.ways(block, storey);
            ComplianceLine& line =
                in.lines.at_least(in.site.about(block, storey), exits ? Measure::exit_width : Measure::stair_width,
                                  per_person_m(rule, persons), exits ? exits_m(in.site, ways) : stairs_m(ways));
            line.persons = persons;
            line.people = in.site.basis_on(block, storey);
        }
    }
}

}  // namespace muster::planning
