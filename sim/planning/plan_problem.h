// SPDX-License-Identifier: Apache-2.0
// What a plan may choose, and what it costs on the queue network: the classes of a world with the ways each may
// take, the rules a school can follow, and one number to compare candidates by. Prepared once; evaluate() allocates
// nothing and runs thousands of times a second.
//
// Rules every candidate keeps or is refused:
// * a class stays together: one door, one stair, one exit;
// * fire: everybody is released by the order to leave; drill: or when the class before on the same stair and storey has
//   left its room, 30 s after the order at the latest; dismissal: at one moment, a multiple of 5 s;
// * classes that leave a corridor by the same opening form a file: nearest first, nobody passes a class still inside;
// * dismissal: in a file the next class comes no nearer than 3 m behind the last of the one before (predicted by the
//   network);
// * no two classes meet head-on in a corridor, unless no other choice of ways avoids it.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

#include "sim/flow/building_network.h"
#include "sim/flow/queue_network.h"
#include "sim/model/world.h"
#include "sim/planning/drill_plan.h"
#include "sim/routing/navigation.h"

namespace muster::planning {

/// Across one corridor or lobby.
struct WayStep {
    SpaceId space;
    OpeningId in, out;
    bool operator==(const WayStep&) const = default;
};
/// Each goes by where the other comes in, the other way.
[[nodiscard]] bool head_on(const routing::Navigation& navigation, const WayStep& a, const WayStep& b);

struct WayOption {
    Route route;                      // as it would stand in the scenario
    std::vector<OpeningId> openings;  // door of the room ... exit of the building
    double length_m = 0.0;            // indoors
    SpaceId corridor;                 // behind the door; not valid when that is out of doors
    OpeningId joins;                  // by which the corridor is left
    double to_join_m = 0.0;           // from the door to it
    std::vector<WayStep> steps;       // of the whole way, where others may come the other way
    bool may_choose = true;           // false: only today's plan has it
};

struct PlanUnit {
    GroupId group;
    int persons = 0;
    int storey = 1;
    double speed_m_s = 1.0;  // on the level, in a file
    std::vector<WayOption> options;
    std::uint16_t today = 0;  // index into options
};

/// Per unit.
struct DrillCandidate {
    std::vector<std::uint16_t> option;
    std::vector<std::int16_t> delay;  // in steps of PlanRules::delay_step_s; 0 but for a dismissal
    bool held = false;                // classes wait for the one before on their stair and storey
    bool operator==(const DrillCandidate&) const = default;
};

struct PlanScore {
    int stuck = 0;               // persons
    int crossings = 0;           // pairs of classes that meet head-on
    double gap_missing_s = 0.0;  // by how much gaps are too short, summed
    double crowded_person_s = 0.0, last_out_s = 0.0;
    [[nodiscard]] bool keeps_rules() const { return stuck == 0 && gap_missing_s <= 0.0; }
};

/// Why there is nothing to plan; a message of render/text says it.
enum class PlanRefusal : std::uint8_t { nobody_to_plan, one_unit_only, no_way_out };

class PlanProblem {
public:
    /// Both must outlive this.
    PlanProblem(const World& world, const routing::Navigation& navigation, PlanRules rules = {});

    [[nodiscard]] std::optional<PlanRefusal> refusal() const;
    [[nodiscard]] const std::vector<PlanUnit>& units() const { return units_; }
    [[nodiscard]] const World& world() const { return world_; }
    [[nodiscard]] const routing::Navigation& navigation() const { return navigation_; }
    [[nodiscard]] const PlanRules& rules() const { return rules_; }

    /// Delays handed out again within every file, so that nearer classes go first. Keeps which delays there are.
    void put_in_order(DrillCandidate& candidate) const;
    [[nodiscard]] int crossings(const DrillCandidate& candidate) const;
    [[nodiscard]] bool same_stair(const DrillCandidate& candidate, std::size_t a, std::size_t b) const;
    /// For whom unit `u` waits in a candidate that is held: the next nearer one on its stair and storey (classes
    /// without a stair: at their exit).
    [[nodiscard]] std::optional<std::size_t> waits_for(const DrillCandidate& candidate, std::size_t u) const;
    /// How much later unit `u` would have to come, after the last evaluation.
    [[nodiscard]] double gap_missing_s(const DrillCandidate& candidate, std::size_t u) const;
    /// Pre: the candidate has one entry per unit, options in range.
    PlanScore evaluate(const DrillCandidate& candidate);
    /// The scenario as it stands: by the network, for comparison only.
    PlanScore evaluate_today();
    /// Today's ways, nobody waits.
    [[nodiscard]] DrillCandidate all_at_once() const;
    [[nodiscard]] const flow::QueueOutcome& outcome() const { return *outcome_; }  // of the last evaluation
    [[nodiscard]] const flow::GroupTimes& times(std::size_t unit) const {
        return outcome_->groups[units_[unit].group.index()];
    }

    /// Order of release at the stair (no stair: at the exit) of every unit, from 1.
    [[nodiscard]] std::vector<int> orders(const DrillCandidate& candidate) const;
    /// Routes, delays and waits of the candidate in a copy of the scenario. A dismissal is written as one.
    [[nodiscard]] Scenario scenario_of(const DrillCandidate& candidate) const;

    [[nodiscard]] const flow::BuildingNetwork& network() const { return network_; }
    [[nodiscard]] flow::QueueRun& queues() { return *queues_; }

private:
    void hold(const DrillCandidate& candidate);
    [[nodiscard]] bool same_file(std::size_t a, const WayOption& of_a, std::size_t b, const WayOption& of_b) const;
    [[nodiscard]] bool meet(const WayOption& a, const WayOption& b) const;
    void find_crossings();
    void add_group(GroupId group, bool is_unit, class WayFinder& finder, const class FlowPeople& people,
                   std::vector<flow::QueueGroup>& groups);

    const World& world_;
    const routing::Navigation& navigation_;
    PlanRules rules_;
    flow::BuildingNetwork network_;
    std::vector<PlanUnit> units_;
    std::vector<std::size_t> first_option_;  // per unit, in a numbering over all options
    std::size_t all_options_ = 0;
    std::vector<std::uint8_t> meets_;  // all_options_ x all_options_
    std::unique_ptr<flow::QueueRun> queues_;
    std::vector<flow::QueueChoice> choices_;     // per group of the scenario
    std::vector<flow::QueueChoice> background_;  // what those who are not planned do
    const flow::QueueOutcome* outcome_ = nullptr;
};

/// By the clock, by turns, or for another class.
[[nodiscard]] bool somebody_waits(const Scenario& scenario);
/// The scenario after an alarm: nobody waits, and it is no dismissal.
[[nodiscard]] Scenario nobody_waits(Scenario scenario);

}  // namespace muster::planning
