// SPDX-License-Identifier: Apache-2.0
// Everybody at any time of a trace, between its samples too: what films and windows show.
#pragma once

#include <vector>

#include "sim/record/trace.h"

namespace muster {

struct PersonThen {
    PersonId person;
    Vec2 at;
    float heading = 0.0F;  // radians from the x axis
    PersonState state = PersonState::waiting;
    LevelId level;
    bool outdoors = false;
};

struct Moment {
    std::vector<PersonThen> people;  // in order of their ids; who has gone is left out
    int inside = 0, out = 0;         // of the building, as at the last sample
    int assembled = 0;               // of those out
};

class Moments {
public:
    /// `trace` outlives this.
    explicit Moments(const Trace& trace);
    /// Between two samples people walk straight; before the first and after the last they stand there.
    [[nodiscard]] Moment at(double seconds) const;
    /// The sample that is shown at this time. Pre: the trace has samples.
    [[nodiscard]] std::size_t sample_at(double seconds) const;

private:
    const Trace& trace_;
    std::vector<float> headings_;
};

}  // namespace muster
