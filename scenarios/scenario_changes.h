// SPDX-License-Identifier: Apache-2.0
// What a person did while a run went on, as a scenario of its own: the same people on the same plan, with what was
// changed. For "save as scenario".
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "sim/base/time.h"
#include "sim/model/scenario.h"

namespace muster::scenarios {

struct GroupChange {
    GroupId group;
    std::optional<Route> route{};
    std::optional<Distribution> pre_movement{};
    std::optional<double> sets_off_s{};
};

struct ScenarioChanges {
    std::vector<TimedIncident> incidents;  // besides those of the scenario
    std::optional<Alarm> alarm;
    std::optional<Release> release;
    std::vector<GroupChange> groups;
    std::vector<Group> more_groups;  // guides that were posted
};

/// Incidents in the order of time, those of the scenario first where times are equal. Groups keep their ids; the new
/// ones follow.
[[nodiscard]] Scenario changed(Scenario scenario, const ScenarioChanges& changes);

/// The instant at which to give a command that shall be saved: just past `now`, between two steps of the motion.
/// Advance the run to it, submit, and save the incident with its time; on a step's own instant an incident comes before
/// the step, a command after it.
[[nodiscard]] SimTime instant_for_command(SimTime now);

/// The number of a profile in the population; the standard one of that name is added when nobody has it yet. Not valid
/// when there is none of that name.
[[nodiscard]] ProfileId profile_named(Population& population, const std::string& key);

}  // namespace muster::scenarios
