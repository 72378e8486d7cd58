// SPDX-License-Identifier: Apache-2.0
// The four clocks of a drill and the head count, from a trace.
#pragma once

#include <optional>

#include "sim/analysis/results.h"

namespace muster::analysis {

/// The signal that clocks are counted from: the first alarm that nobody silenced afterwards; where all of them were,
/// the first.
[[nodiscard]] std::optional<double> alarm_of(const Trace& trace);

/// A clock stops with the last person (group) whom it concerns and stays empty when one of them never got there:
/// * out of the room: everybody who started indoors, except who started in the room he or she was bound for;
/// * out of the building: everybody who started indoors and is not bound for a room;
/// * at assembly: everybody who is not bound for a room, people who went off for good excepted;
/// * roll call: every group that lines up: not bound for a room, not gone off altogether.
[[nodiscard]] Clocks clocks_of(const Trace& trace);

/// The moment everything is counted from: the signal to leave (after the shaking, in an earthquake), s from the start.
/// When it has not come (yet), the time it is planned for.
[[nodiscard]] double signal_s(const World& world, const Clocks& clocks);

/// total = evacuated + inside always. Out = gone, or in an outdoor space, at the end. Incapacitated = lying on the
/// floor at the end, indoors.
[[nodiscard]] Headcount headcount_of(const Trace& trace);

/// By person: inside at the end, and not where he or she was sent. As many as Headcount::left_inside().
[[nodiscard]] std::vector<bool> left_inside(const Trace& trace);

/// Gone, or in an outdoor space.
[[nodiscard]] inline bool is_out(const Building& building, const TracePoint& p) {
    return p.state == PersonState::gone || !p.space.valid() || building.space(p.space).outdoor;
}

/// Last time of leaving the building of everybody who did, sorted; who started outdoors and stayed there is not in it.
[[nodiscard]] std::vector<double> times_out_of_building(const Trace& trace);
[[nodiscard]] std::vector<double> times_at_assembly(const Trace& trace);

}  // namespace muster::analysis
