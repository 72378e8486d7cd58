// SPDX-License-Identifier: Apache-2.0
#include "sim/planning/check_way_counts.h"

#include <algorithm>
#include <cstdint>
#include <numeric>

namespace muster::planning {

namespace {

/// Why one way out will do, or why that cannot be said.
enum class OneWay : std::uint8_t { no, never, small_storey, by_table, persons_unknown, lower_primary };

bool lets_off(OneWay one) { return one == OneWay::small_storey || one == OneWay::by_table; }

// Rooms without a number count nobody; a scenario says who is there.
bool all_counted(const CodeSite& site, std::size_t block) {
    if (site.people.any(PeopleBasis::scenario)) return true;
    const auto rooms = site.rooms(block, stayed_in);
    return std::all_of(rooms.begin(), rooms.end(), [&](SpaceId r) { return site.persons_in(r) > 0; });
}

int persons_above(const CodeSite& site, std::size_t block) {
    int n = 0;
    for (const int storey : site.blocks[block].storeys)
        if (storey > 1) n += site.persons_on(block, storey);
    return n;
}

bool has_basement(const BuildingBlock& block) { return block.storeys.front() < 1; }

bool small_storey(const WayCount& rule, const CodeSite& site, std::size_t block) {
    const BuildingBlock& b = site.blocks[block];
    return b.storeys_above_ground() <= 1 && site.floor_area_on(block, 1) <= rule.spared_m2 + rounding &&
           b.persons <= rule.spared_persons;
}

// Such tables speak of what stands above the ground storey, which goes by its own persons.
bool by_table(const WayCount& rule, const RuleContext& in, std::size_t block) {
    const BuildingBlock& b = in.site.blocks[block];
    const int storeys = b.storeys_above_ground(), above = persons_above(in.site, block);
    if (storeys < 2) return false;
    if (rule.of == WidthOf::exits && in.site.persons_on(block, 1) > rule.spared_persons) return false;
    return std::any_of(rule.one_way.begin(), rule.one_way.end(), [&](const OneWayBand& band) {
        return of_grade(band.fire_grades, in.fire_grade()) && storeys <= band.storeys && above <= band.persons_above &&
               std::all_of(b.storeys.begin(), b.storeys.end(),
                           [&](int storey) { return in.site.floor_area_on(block, storey) <= band.m2 + rounding; });
    });
}

bool may_be_lower_primary(const WayCount& rule, const RuleContext& in, std::size_t block) {
    constexpr int low_rise = 3, good_grade = 2;  // GB 50099-2011 8.5.1 asks grade I or II and a low building
    const SchoolStage stage = in.site.building.design.stage;
    if (rule.lower_primary_m2 <= 0.0 || (stage != SchoolStage::primary && stage != SchoolStage::not_stated))
        return false;
    const auto& storeys = in.site.blocks[block].storeys;
    const double m2 = std::accumulate(storeys.begin(), storeys.end(), 0.0, [&](double sum, int storey) {
        return sum + in.site.floor_area_on(block, storey);
    });
    return m2 <= rule.lower_primary_m2 + rounding && storeys.back() <= low_rise && in.fire_grade() <= good_grade;
}

OneWay one_way(const WayCount& rule, const RuleContext& in, std::size_t block) {
    if (has_basement(in.site.blocks[block])) return OneWay::no;
    const bool small = rule.of == WidthOf::exits && small_storey(rule, in.site, block);
    const bool table = !small && by_table(rule, in, block);
    const bool never =
        !rule.never_spared.empty() && (in.site.holds(block, rule.never_spared) || in.site.children_stay_in(block));
    if (never) return small || table ? OneWay::never : OneWay::no;
    if ((small || table) && !all_counted(in.site, block)) return OneWay::persons_unknown;
    if (small) return OneWay::small_storey;
    if (table) return OneWay::by_table;
    return may_be_lower_primary(rule, in, block) ? OneWay::lower_primary : OneWay::no;
}

const char* reason_of(OneWay one) {
    switch (one) {
        case OneWay::small_storey:
            return "compliance.note.small_storey";
        case OneWay::by_table:
            return "compliance.note.small_building";
        case OneWay::never:
            return "compliance.note.never_spared";
        case OneWay::persons_unknown:
            return "compliance.why.persons_unknown";
        case OneWay::lower_primary:
            return "compliance.why.lower_primary";
        case OneWay::no:
            break;
    }
    return "";
}

ComplianceLine& judge(const WayCount& rule, const RuleContext& in, const ComplianceSubject& about, Measure measure,
                      OneWay one, std::size_t count) {
    const bool open = one == OneWay::persons_unknown || one == OneWay::lower_primary;
    if (count == 1 && open) return in.lines.not_judged(about, measure, reason_of(one));
    ComplianceLine& line =
        in.lines.at_least(about, measure, lets_off(one) ? 1 : rule.least, static_cast<double>(count));
    if (lets_off(one) || (one == OneWay::never && line.verdict != ComplianceVerdict::pass))
        line.reason = reason_of(one);
    return line;
}

void judge_exits(const WayCount& rule, const RuleContext& in, std::size_t block) {
    const StoreyWays& ways = in.site.ways(block, 1);
    ComplianceLine& line =
        judge(rule, in, in.site.about(block, 1), Measure::exits, one_way(rule, in, block), ways.exits.size());
    if (ways.locked.empty() || line.verdict == ComplianceVerdict::not_judged) return;
    line.reason = "compliance.note.locked";
    line.reason_args = {{"count", std::to_string(ways.locked.size())}};
}

void judge_stairs(const WayCount& rule, const RuleContext& in, std::size_t block) {
    const OneWay one = one_way(rule, in, block);
    for (const int storey : in.site.blocks[block].storeys)
        if (storey != 1 && in.site.holds(block, storey, rule.uses))
            judge(rule, in, in.site.about(block, storey), Measure::stairs, one,
                  in.site.ways(block, storey).stairs.size());
}

}  // namespace

void check(const WayCount& rule, const RuleContext& in) {
    for (const std::size_t block : in.blocks) {
        if (!in.site.holds(block, rule.uses)) continue;
        if (rule.of == WidthOf::exits)
            judge_exits(rule, in, block);
        else
            judge_stairs(rule, in, block);
    }
}

}  // namespace muster::planning
