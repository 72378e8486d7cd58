// SPDX-License-Identifier: Apache-2.0
// Everybody at one moment between two samples of a trace that may still grow: places and headings as they are drawn,
// with what panels ask besides. Places are those of sim/analysis/moment.h, as in films.
#pragma once

#include <array>
#include <cstddef>
#include <span>
#include <vector>

#include "sim/record/trace.h"

namespace muster::viewer {

struct PersonNow {
    Vec2 at, heading{1.0, 0.0};  // heading: unit vector; kept while somebody stands
    float speed = 0.0F;          // m/s in plan
    float pressure = 0.0F, dose = 0.0F;
    SpaceId space;
    LevelId level;  // not valid once gone
    PersonState state = PersonState::waiting;
};

class CrowdNow {
public:
    /// Reads `trace` at `time_s`, between its samples; before the first and after the last as they are.
    void look(const Trace& trace, double time_s);

    [[nodiscard]] std::span<const PersonNow> people() const { return people_; }
    /// The last sample at or before the moment.
    [[nodiscard]] std::size_t sample() const { return sample_; }
    [[nodiscard]] bool empty() const { return people_.empty(); }
    /// The last recorded air before the moment; empty when nothing burns.
    [[nodiscard]] std::span<const SpaceAir> air() const { return air_; }

    struct Count {
        int inside = 0, outside = 0, assembled = 0;  // outside: out of the building, not yet at the spot
        int overcome = 0, stranded = 0;              // of those inside
    };
    [[nodiscard]] const Count& count() const { return count_; }

private:
    void look_at(const Trace& trace, std::size_t person, double share);
    void add(const PersonNow& person, const Building& building);

    std::vector<PersonNow> people_;
    std::span<const SpaceAir> air_;
    std::size_t sample_ = 0;
    Count count_;
};

/// The direction somebody faces at a sample: the way last gone. {1, 0} before the first step.
[[nodiscard]] Vec2 heading_at(const Trace& trace, std::size_t person, std::size_t sample);

}  // namespace muster::viewer
