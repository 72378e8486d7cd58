// SPDX-License-Identifier: Apache-2.0
#include "scenarios/scenario_changes.h"

#include <algorithm>

#include "scenarios/reader.h"

namespace muster::scenarios {

Scenario changed(Scenario scenario, const ScenarioChanges& changes) {
    auto& incidents = scenario.incidents;
    incidents.insert(incidents.end(), changes.incidents.begin(), changes.incidents.end());
    std::stable_sort(incidents.begin(), incidents.end(),
                     [](const TimedIncident& a, const TimedIncident& b) { return a.at_s < b.at_s; });
    if (changes.alarm) scenario.alarm = *changes.alarm;
    if (changes.release) scenario.release = *changes.release;
    auto& groups = scenario.population.groups;
    for (const GroupChange& change : changes.groups) {
        Group& group = groups[change.group.index()];
        if (change.route) group.route = *change.route;
        if (change.pre_movement) group.pre_movement = *change.pre_movement;
        if (change.sets_off_s) group.sets_off_s = *change.sets_off_s;
    }
    groups.insert(groups.end(), changes.more_groups.begin(), changes.more_groups.end());
    return scenario;
}

SimTime instant_for_command(SimTime now) { return now + Duration{1}; }  // a microsecond, the clock's unit

ProfileId profile_named(Population& population, const std::string& key) {
    auto& known = population.profiles;
    const auto named = [&](const Profile& p) { return p.key == key; };
    if (const auto it = std::find_if(known.begin(), known.end(), named); it != known.end())
        return ProfileId{static_cast<std::size_t>(it - known.begin())};
    const std::vector<Profile> standard = standard_profiles();
    const auto it = std::find_if(standard.begin(), standard.end(), named);
    if (it == standard.end()) return {};
    known.push_back(*it);
    return ProfileId{known.size() - 1};
}

}  // namespace muster::scenarios
