// SPDX-License-Identifier: Apache-2.0
// A plan that a headteacher can sign: which class goes by which door, stair and exit, who waits for whom, where guides
// stand, what happens when, and how the plan compares with today's. What may be planned depends on what the plan is
// for (PlanUse): after an alarm nobody waits by the clock. Plain values; what they are called in a
// language is the business of render/. Names of classes and places: by id, in the world that the plan was made for.
//
// All times are seconds after the signal that the drill's clock starts with (in an earthquake: the order to leave after
// the shaking), as in every report. Predicted ones are medians over the replications of `seeds`; empty = it never
// happened in one of them.
#pragma once

#include <algorithm>
#include <cstdint>
#include <optional>
#include <vector>

#include "sim/analysis/results.h"
#include "sim/analysis/run_figures.h"
#include "sim/model/world.h"

namespace muster::planning {

/// What a plan is for. A signal means one thing: whoever has learnt to line up and wait after the alarm will do so in
/// smoke. So only a dismissal, which has another signal, may stagger classes by the clock.
enum class PlanUse : std::uint8_t {
    fire,   // everybody leaves at the signal; only doors, stairs and exits are sought
    drill,  // the same, but a class may let the one before it on its stair out first, PlanRules::longest_wait_s at most
    dismissal,  // end of school, breaks, assembly: classes are released one after the other by the clock
};

/// One row of form F2. Units are the classes; in a building without classes, every group that is sent out of a room.
struct ClassPlan {
    GroupId group;
    int persons = 0;             // teachers included
    Route route;                 // parts left out: the class needs none (no stair on the ground floor), or may choose
    int order = 1;               // of release at its stair (classes without a stair: at their exit), from 1; each once
    double release_delay_s = 0;  // from the order to leave, by the clock; a multiple of PlanRules::delay_step_s
    bool held = false;           // waits for the class before it on its stair and storey (PlanUse::drill)
    std::optional<double> out_of_room_s, out_of_building_s, at_spot_s;  // last of the class, predicted
};

/// What a guide does at a post.
enum class PostDuty : std::uint8_t {
    storey_stair,  // where a storey's classes join a stair: holds them there while it is full below
    landing,       // at a turn of the stair (or half-way down a straight flight): keep right, no stopping, who falls
    corridor,      // where classes merge or meet in a corridor and were held up: lets one pass, the other waits
    exit,          // holds the door open, sends everybody on to the assembly area
    assembly,      // receives the classes, roll call
};

/// One row of form F3, most crowded first within a duty.
struct GuidePost {
    PostDuty duty = PostDuty::storey_stair;
    LevelId level;
    SpaceId space;              // where the guide stands
    OpeningId opening;          // that he or she watches; not valid for a landing and for assembly
    StairId stair;              // of storey_stair and landing
    double on_post_by_s = 0.0;  // 0 = before the signal; else when the first class comes, predicted
    // Of the worst of the variants but a proposal that was turned down: guides stand there for the bad day, not the
    // calm.
    double peak_density = 0.0;  // persons/m2, median over a variant's runs (density_method)
    double congestion_s = 0.0;  // time at over 3.5 persons/m2, median
    int persons = 0;            // who pass
    [[nodiscard]] bool crowded() const { return congestion_s > 0.0; }
};

/// Guides that are needed, and adults there are. Who leads a class stays with it.
struct Staffing {
    int posts = 0;
    int with_classes = 0;  // teachers who lead a class
    int others = 0;  // adults of the scenario who lead none and search no rooms; the school knows who may stand guard
    [[nodiscard]] int lacking() const { return std::max(0, posts - others); }
};

/// One row of form F4, in the order of time.
enum class TimelineKind : std::uint8_t {
    shaking,                // begins; before the signal, so its time is negative
    signal,                 // T+0
    order_to_leave,         // the announcement is over: classes without a delay are released
    class_released,         // `groups`
    hold_ends,              // PlanRules::longest_wait_s is over: whoever still waits goes
    first_out_of_building,  // predicted, as are the following
    last_out_of_room,
    last_out_of_building,
    last_at_spot,
    roll_call_done,
};
struct TimelineEntry {
    TimelineKind kind = TimelineKind::signal;
    double at_s = 0.0;
    std::vector<GroupId> groups{};  // of class_released: all that go at this time
};

enum class PlanVariantKind : std::uint8_t { today, all_at_once, proposal, real_day };

/// What one way of leaving came to over the seeds. Today: the scenario as it stands. All at once: today's routes, no
/// class waits for another; left out where nobody waits today. Real day: the proposal's routes, everybody at once; left
/// out where nobody waits in the proposal, or where it is one of the others.
struct PlanVariant {
    PlanVariantKind kind = PlanVariantKind::today;
    std::vector<analysis::RunFigures> runs;  // by seed, in the order of DrillPlan::seeds
    analysis::ClockSpread clocks;            // after the signal
    analysis::Spread exposure_person_s;      // person-seconds at over 4 persons/m2 (critical_density)
    analysis::Spread left_inside;            // persons who were to leave and did not
    double peak_density = 0.0;  // persons/m2, the largest of all places (density_method), medians over the runs
    std::vector<analysis::Bottleneck>
        worst;  // what kept somebody inside, the longest crowded, then the densest; medians over the runs
};

/// What is sought: the first figure decides, the second where the first is as good (see PlanScore).
enum class PlanObjective : std::uint8_t { crowding, time, balanced };

/// What a school can follow; every candidate keeps them (sim/planning/plan_rules.h checks).
struct PlanRules {
    PlanUse use = PlanUse::fire;
    double longest_wait_s = 30.0;  // of a drill, from the order to leave; our judgement, no rule's
    double delay_step_s = 5.0;
    double longest_delay_s = 600.0;
    double gap_m = 3.0;          // between the last of one class and the first of the next at a stair
    double density_limit = 4.0;  // persons/m2, critical_density of analysis
};

enum class PlanVerdict : std::uint8_t {
    better,      // than today's plan in what was sought, and the seeds agree (paired; 95 %)
    not_better,  // today's plan is proposed: keep it
};

struct DrillPlan {
    PlanUse use = PlanUse::fire;
    PlanObjective objective = PlanObjective::crowding;
    PlanVerdict verdict = PlanVerdict::not_better;
    PlanRules rules;
    std::vector<ClassPlan> classes;  // by storey from the lowest, then by stair and order
    std::vector<GuidePost> posts;
    Staffing staff;
    std::vector<TimelineEntry> timeline;
    std::vector<PlanVariant> variants;  // in the order of their kinds, those there are
    std::vector<std::uint64_t> seeds;   // of the physics' replications, the same for every variant
    std::uint64_t search_seed = 1;
    std::size_t evaluations = 0;                           // candidates tried on the queue network
    bool cut_short = false;                                // by the time the person gave
    PlanVariantKind real_day = PlanVariantKind::real_day;  // which variant is the real day of the plan that is written
    std::optional<double> network_last_out_s;  // what the queue network said of the proposal, beside the physics'

    /// Null: it is not among the variants.
    [[nodiscard]] const PlanVariant* variant(PlanVariantKind kind) const {
        for (const PlanVariant& v : variants)
            if (v.kind == kind) return &v;
        return nullptr;
    }
    [[nodiscard]] bool somebody_waits() const {
        for (const ClassPlan& c : classes)
            if (c.held || c.release_delay_s > 0.0) return true;
        return false;
    }
};

/// What the proposal is held against: today's plan where classes may wait, else everybody at the signal by today's
/// routes. Pre: plan.variants is not empty.
[[nodiscard]] const PlanVariant& baseline_of(const DrillPlan& plan);
/// Everybody at once by the routes of the plan: what a real alarm comes to. Null: it was not run.
[[nodiscard]] const PlanVariant* real_day_of(const DrillPlan& plan);

}  // namespace muster::planning
