// SPDX-License-Identifier: Apache-2.0
// Who was to leave and did not, each counted once, at the one place that held him or her.
#pragma once

#include <vector>

#include "sim/analysis/results.h"

namespace muster::analysis {

struct HeldPerson {
    PersonId person;
    Hold by = Hold::no_way;
    // Exactly one is valid.
    OpeningId opening;
    SpaceId space;
    bool overcome = false;
};

/// As many as Headcount::left_inside(). Asked in this order:
/// * turned to wait because of a door that is still shut: that door;
/// * cut off from the outside: the shut opening or broken flight at the edge of where he or she is cut off, nearest of
///   those that alone would have let them out, else nearest of all (even if overcome there: an open way would have
///   saved them);
/// * overcome: smoke, where it happened; fallen: where he or she lies;
/// * has not set off: no signal, where he or she waits; told to go, but short of time: as under way;
/// * sees no way: the smoke last turned back from, else the nearest closed room, else the nearest shut opening;
/// * under way: the queue before the next way towards the outside, or on the flight, when time ran out.
[[nodiscard]] std::vector<HeldPerson> held_of(const Trace& trace);

/// Writes them into the bottlenecks, adding places that nobody passed, and ranks anew.
void write_held(const Trace& trace, std::vector<Bottleneck>& bottlenecks);

}  // namespace muster::analysis
