// SPDX-License-Identifier: Apache-2.0
#include "sim/planning/check_stairs.h"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "sim/planning/clear_width.h"

namespace muster::planning {

namespace {

template <class Each>
void each_flight(const RuleContext& in, Each&& each) {
    for (const std::size_t block : in.blocks)
        for (const SpaceId id : in.site.flights(block)) each(in.site.about(id), *in.site.building.space(id).flight);
}

int streams_of(double width_m, double stream_m) { return static_cast<int>(std::floor(width_m / stream_m + 1e-6)); }

void judge_rails(const Handrails& rule, const RuleContext& in, const ComplianceSubject& about, const Flight& f) {
    const int streams = streams_of(f.clear_width_m, rule.stream_m);
    const int sides = streams >= rule.both_sides_from ? 2 : 1;
    if (rule.both_sides_from > 0 && !f.handrails)
        in.lines.not_judged(about, Measure::handrails, "compliance.why.handrails_not_stated",
                            {{"sides", std::to_string(sides)}});
    else if (rule.both_sides_from > 0)
        in.lines.at_least(about, Measure::handrails, sides, *f.handrails);
    if (streams >= rule.middle_from) in.lines.yes(about, Measure::middle_rail, f.middle_rail);
    if (f.middle_rail && rule.half_min_m > 0.0)
        in.lines.at_least(about, Measure::half_flight, rule.half_min_m, 0.5 * f.clear_width_m);
    if (rule.min_height_m <= 0.0) return;
    if (f.handrail_height_m > 0.0)
        in.lines.at_least(about, Measure::handrail_height, rule.min_height_m, f.handrail_height_m);
    else
        in.lines.not_judged(about, Measure::handrail_height, "compliance.why.handrail_height_not_stated");
}

// With the stage open: judged only where all stages agree.
void judge_by_stage(const RuleContext& in, const ComplianceSubject& about, Measure measure, bool least, double strict,
                    double lenient, double actual) {
    const auto good = [&](double limit) { return least ? actual >= limit - 1e-6 : actual <= limit + 1e-6; };
    const double limit = good(strict) ? strict : lenient;
    if (good(strict) != good(lenient))
        in.lines.not_judged(about, measure, "compliance.why.stage_not_stated");
    else if (least)
        in.lines.at_least(about, measure, limit, actual);
    else
        in.lines.at_most(about, measure, limit, actual);
}

void judge_discharge(const StairDischarge& rule, const RuleContext& in, std::size_t block, StairId stair,
                     OpeningId foot, SpaceId lobby) {
    const StoreyWalk& walk = in.site.walk(block, 1);
    ComplianceSubject about = in.site.about(block, 1);
    about.stair = stair;
    const auto nearest = walk.nearest(foot);
    if (!nearest)
        return static_cast<void>(in.lines.not_judged(about, Measure::stair_discharge, "compliance.why.no_way"));
    const double m = walk.m(foot, *nearest);
    const bool straight_out = in.site.building.opening(walk.end(*nearest)).joins(lobby);
    if (in.site.blocks[block].storeys_above_ground() <= rule.up_to_storeys || straight_out)
        in.lines.at_most(about, Measure::stair_discharge, rule.max_m, m);
    else
        in.lines.not_judged(about, Measure::stair_discharge, "compliance.why.enlarged_enclosure",
                            {{"storeys", std::to_string(rule.up_to_storeys)}, {"m", metres_text(m)}});
}

}  // namespace

void check(const FlightWidth& rule, const RuleContext& in) {
    each_flight(in, [&](const ComplianceSubject& about, const Flight& f) {
        in.lines.at_least(about, Measure::flight_width, rule.min_m, f.clear_width_m);
    });
}

void check(const FlightModule& rule, const RuleContext& in) {
    each_flight(in, [&](const ComplianceSubject& about, const Flight& f) {
        const int streams = streams_of(f.clear_width_m, rule.stream_m);
        ComplianceLine& line = in.lines.at_most(about, Measure::flight_streams, rule.sway_m,
                                                std::max(0.0, f.clear_width_m - streams * rule.stream_m));
        if (line.verdict == ComplianceVerdict::pass) return;
        line.reason = "compliance.note.streams";
        line.reason_args = {{"width", metres_text(f.clear_width_m)}, {"streams", std::to_string(streams)}};
    });
}

void check(const FlightSteps& rule, const RuleContext& in) {
    each_flight(in, [&](const ComplianceSubject& about, const Flight& f) {
        if (f.risers < rule.least)
            in.lines.at_least(about, Measure::flight_steps, rule.least, f.risers);
        else
            in.lines.at_most(about, Measure::flight_steps, rule.most, f.risers);
    });
}

void check(const TreadRiser& rule, const RuleContext& in) {
    const SchoolStage stage = in.site.building.design.stage;
    const StageRange tread = stage_range(rule.stages, stage, true);
    double strict_riser = 1e9, lenient_riser = 0.0;
    for (const StageValue& s : rule.stages) {
        if (stage != SchoolStage::not_stated && s.stage != SchoolStage::not_stated && s.stage != stage) continue;
        strict_riser = std::min(strict_riser, s.second);
        lenient_riser = std::max(lenient_riser, s.second);
    }
    each_flight(in, [&](const ComplianceSubject& about, const Flight& f) {
        if (tread.any) {
            judge_by_stage(in, about, Measure::tread, true, tread.strict.value, tread.lenient.value, f.tread_m);
            judge_by_stage(in, about, Measure::riser, false, strict_riser, lenient_riser, f.riser_m);
        }
        if (rule.max_slope_deg < 90.0)
            in.lines.at_most(about, Measure::slope, rule.max_slope_deg,
                             std::atan2(f.riser_m, f.tread_m) * 180.0 / std::numbers::pi);
    });
}

void check(const Handrails& rule, const RuleContext& in) {
    each_flight(in, [&](const ComplianceSubject& about, const Flight& f) { judge_rails(rule, in, about, f); });
}

void check(const LandingDepth&, const RuleContext& in) {
    const Building& building = in.site.building;
    for (const std::size_t block : in.blocks) {
        for (const SpaceId id : in.site.blocks[block].spaces) {
            const Space& landing = building.space(id);
            if (landing.use != SpaceUse::stair_landing) continue;
            for (const OpeningId end : landing.openings) {
                const SpaceId beyond = building.opening(end).other(id);
                if (!beyond.valid() || !building.space(beyond).flight) continue;
                in.lines.at_least(in.site.about(id), Measure::landing_depth,
                                  building.space(beyond).flight->clear_width_m, depth_behind(building, id, end));
            }
        }
    }
}

void check(const StairDischarge& rule, const RuleContext& in) {
    for (const std::size_t block : in.blocks) {
        for (const SpaceId part : in.site.flights(block)) {
            const Flight& f = *in.site.building.space(part).flight;
            const SpaceId lobby = in.site.building.opening(f.foot).other(part);
            const bool lands = lobby.valid() && !is_stair_part(in.site.building.space(lobby).use) &&
                               in.site.storey_of(lobby) == 1 && in.site.block_of(lobby) == block;
            if (lands) judge_discharge(rule, in, block, f.stair, f.foot, lobby);
        }
    }
}

void check(const StepsInWay& rule, const RuleContext& in) {
    const Building& building = in.site.building;
    const auto passed = [&](SpaceId s) {
        return s.valid() && is_circulation(building.space(s).use) && !is_stair_part(building.space(s).use);
    };
    for (const std::size_t block : in.blocks) {
        for (const SpaceId id : in.site.blocks[block].spaces) {
            if (!passed(id)) continue;
            for (const OpeningId through : building.space(id).openings) {
                const Opening& o = building.opening(through);
                if (o.from != id || !passed(o.to) || in.site.storey_of(o.to) != in.site.storey_of(id)) continue;
                const double step = std::abs(building.space(id).floor_m - building.space(o.to).floor_m);
                if (step > rule.step_m)
                    in.lines.at_least(in.site.about(through, id), Measure::level_change, rule.min_steps, 1);
                else
                    in.lines.yes(in.site.about(through, id), Measure::level_change, true).reason =
                        "compliance.note.level";
            }
        }
        for (const SpaceId part : in.site.flights(block)) {
            const Flight& f = *building.space(part).flight;
            const SpaceId low = building.opening(f.foot).other(part), high = building.opening(f.head).other(part);
            if (passed(low) && passed(high) && in.site.storey_of(low) == in.site.storey_of(high))
                in.lines.at_least(in.site.about(part), Measure::level_change, rule.min_steps, f.risers);
        }
    }
}

}  // namespace muster::planning
