// SPDX-License-Identifier: Apache-2.0
// From the candidate that was chosen and the runs of it to the plan that is written down: rows of F2, posts of F3, the
// timeline of F4, and the verdict against today's plan.
#pragma once

#include <vector>

#include "sim/planning/drill_plan.h"
#include "sim/planning/group_clocks.h"
#include "sim/planning/plan_problem.h"

namespace muster::planning {

/// Pre: at least one run.
[[nodiscard]] PlanVariant variant_of(PlanVariantKind kind, const World& world, std::vector<analysis::RunAnalysis> runs);

/// Better than what it is held against by the paired runs: nobody more is left inside, what is sought first is lower
/// (signed-rank test, 95 %), and what is sought second is not much worse. How much longer a plan may take: after an
/// alarm no longer at all (no evidence of it), in a drill as long as classes may wait, at a dismissal
/// `max_longer_share` of today's median; our judgement, no rule's. Both times are printed.
inline constexpr double max_longer_share = 0.5;
[[nodiscard]] PlanVerdict verdict_of(const PlanRules& rules, PlanObjective objective, const PlanVariant& today,
                                     const PlanVariant& proposal);

/// What a drill teaches is done on the real day: nobody more left inside, and no evidence that the last is out later or
/// that it is more crowded than on today's.
[[nodiscard]] bool is_no_worse(const PlanVariant& today, const PlanVariant& real_day);

struct ChosenPlan {
    const DrillCandidate& candidate;
    const PlanVariant& variant;  // its runs
    const GroupClocks& clocks;   // of the same runs
};

/// classes, posts, staff and timeline of `plan`; posts by the worst of plan.variants. Evaluates the candidate on the
/// network.
void fill_plan(DrillPlan& plan, PlanProblem& problem, const ChosenPlan& chosen);

}  // namespace muster::planning
