// SPDX-License-Identifier: Apache-2.0
// The groups of checks that validate() of world.h runs, one file each. Private to sim/model.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "sim/model/world.h"

namespace muster::validation {

/// Collects findings about a world whose ids are all in range.
class Report {
public:
    using Args = std::vector<std::pair<std::string, std::string>>;
    void error(std::string code, std::string pointer, Args args = {});
    void warning(std::string code, std::string pointer, Args args = {});
    Findings take() { return std::move(findings_); }

private:
    Findings findings_;
};

[[nodiscard]] std::string pointer_of(const Scenario& scenario, GroupId group);
[[nodiscard]] std::string shown(double value);  // at most two decimals

inline constexpr double day_s = 86400.0;

struct Limits {
    const char* pointer;
    double value, low, high;
};
void check_limits(const Limits& limits, Report& report);

/// A route of this group, and an order of release, wherever in the scenario they stand.
void check_route(const World& world, GroupId group, const Route& route, const std::string& at, Report& report);
void check_release(const World& world, const Release& release, const std::string& at, Report& report);

void check_times(const World& world, Report& report);      // run settings, alarm, release, earthquake
void check_incidents(const World& world, Report& report);  // things that cannot happen
void check_people(const World& world, Report& report);     // groups, profiles, positions
void check_room(const World& world, Report& report);       // enough floor for everybody
void check_routes(const World& world, Report& report);     // ways out, assigned routes

}  // namespace muster::validation
