// SPDX-License-Identifier: Apache-2.0
// The four big buttons of a lesson: the same school, two ways to leave it, and two things that go wrong.
#pragma once

#include <optional>

#include "sim/analysis/run_book.h"
#include "sim/routing/navigation.h"

namespace muster::lesson {

/// Everybody takes the stair nearest to the room, all at once; what was arranged about doors and exits is dropped.
[[nodiscard]] Scenario near_stair(const World& world, const routing::Navigation& navigation);

/// Everybody from upstairs takes the one stair that lies nearest to most people, all at once.
[[nodiscard]] Scenario popular_stair(const World& world, const routing::Navigation& navigation);

/// Every class has its stair and its exit, spread so that all carry alike for their width; the classes leave one
/// behind the other, lower storeys and those nearest their stair first.
[[nodiscard]] Scenario by_class(const World& world, const routing::Navigation& navigation);

/// The lights of the whole site go out when people are on their way.
[[nodiscard]] TimedIncident lights_out(const World& world);

/// Somebody stops where a run that has been seen was fullest: on a flight between the first and second storey, else in
/// the fullest corridor. Empty when nobody walked there.
[[nodiscard]] std::optional<TimedIncident> someone_stops(const analysis::RunBook& book, const Trace& trace);

}  // namespace muster::lesson
