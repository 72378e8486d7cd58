// SPDX-License-Identifier: Apache-2.0
// One person through a run: read once per sample for the person somebody clicked on, looked up at any moment.
#pragma once

#include <optional>
#include <vector>

#include "sim/analysis/density.h"
#include "sim/record/trace.h"

namespace muster::analysis {

struct PersonStory {
    PersonState state = PersonState::waiting;
    Vec2 at;
    SpaceId space;                                      // not valid once gone
    double speed = 0.0, density = 0.0, pressure = 0.0;  // m/s, persons/m2 (0 when not counted), N/m
    double time_lost_s = 0.0;                           // so far, under way, against free walking
    double dose = 0.0;
    std::optional<double> waiting_since_s;  // slower than 0.3 m/s without a break, under way
    std::vector<std::size_t> events;        // indices into Trace::events, so far, that concern him or her
};

/// After a run was rewound and went another way, make a new one.
class PersonFollow {
public:
    PersonFollow(const World& world, PersonId person);

    /// Reads what the trace has more than at the last call.
    void extend(const Trace& trace);
    /// Pre: the sample has been read.
    [[nodiscard]] PersonStory at(const Trace& trace, std::size_t sample) const;
    [[nodiscard]] PersonId person() const { return person_; }

    // Per sample.
    [[nodiscard]] const std::vector<float>& speed() const { return speed_; }
    [[nodiscard]] const std::vector<float>& density() const { return density_; }
    [[nodiscard]] const std::vector<float>& pressure() const { return pressure_; }
    [[nodiscard]] const std::vector<float>& time_lost() const { return lost_; }
    [[nodiscard]] const std::vector<float>& dose() const { return dose_; }

private:
    [[nodiscard]] float density_round(const TracePoint* people, std::size_t n) const;

    const World& world_;
    PersonId person_;
    std::vector<LevelCells> cells_;  // by level
    std::vector<float> speed_, density_, pressure_, lost_, dose_;
    std::vector<std::size_t> events_;
    std::size_t events_read_ = 0;
};

/// About the person, his or her group, or everybody. Crossings of others, doors and the like are not.
[[nodiscard]] bool concerns(const Event& event, PersonId person, GroupId group);

}  // namespace muster::analysis
