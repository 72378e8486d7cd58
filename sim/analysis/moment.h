// SPDX-License-Identifier: Apache-2.0
// Everybody at any time of a trace, between its samples too: what films and windows show.
#pragma once

#include <span>
#include <vector>

#include "sim/record/trace.h"

namespace muster::analysis {

struct PersonThen {
    PersonId person;
    Vec2 at;
    float heading = 0.0F;  // radians from the x axis
    PersonState state = PersonState::waiting;
    LevelId level;
    bool outdoors = false;
};

struct Moment {
    double seconds = 0.0;
    std::vector<PersonThen> people;  // in order of their ids; who has gone is left out
    int inside = 0, out = 0;         // of the building, as at the last sample
    int assembled = 0;               // of those out
    std::span<const SpaceAir> air;   // of every space, as last recorded; empty when nothing burns
};

/// Between which samples a time lies. Pre: the trace has samples.
struct SampleShare {
    std::size_t sample = 0;  // the last at or before the time; 0 before the first
    double share = 0.0;      // of the way to the next one, 0 to 1; 0 after the last
};
[[nodiscard]] SampleShare shown_at(const Trace& trace, double seconds);

/// Where somebody is between two samples: straight on, and still where the way out ends.
[[nodiscard]] Vec2 between(const TracePoint& now, const TracePoint& next, double share);

/// The air last recorded before the time; empty when nothing burns.
[[nodiscard]] std::span<const SpaceAir> air_at(const Trace& trace, double seconds);

class Moments {
public:
    /// `trace` outlives this.
    explicit Moments(const Trace& trace);
    /// Between two samples people walk straight; before the first and after the last they stand there.
    [[nodiscard]] Moment at(double seconds) const;

private:
    const Trace& trace_;
    std::vector<float> headings_;
};

}  // namespace muster::analysis
