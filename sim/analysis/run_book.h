// SPDX-License-Identifier: Apache-2.0
// Everything the panels of a window ask about a run over time, kept as the run grows: read once per sample, looked up
// at any moment. Queues and densities at openings follow analysis/bottlenecks.h and analysis/density.h. While somebody
// has not yet gone through his or her next opening, the nearest opening of the space stands for it; that is put right
// when he or she crosses, and taken out at the end of the run for those who never do.
#pragma once

#include <cstdint>
#include <vector>

#include "sim/analysis/crossings.h"
#include "sim/analysis/results.h"
#include "sim/analysis/sites.h"

namespace muster::analysis {

/// After a run was rewound and went another way, make a new one.
class RunBook {
public:
    explicit RunBook(const World& world);

    /// Reads what the trace has more than at the last call.
    void extend(const Trace& trace);

    [[nodiscard]] const World& world() const { return world_; }
    [[nodiscard]] std::size_t samples() const { return samples_; }
    /// As they stand at the end of what has been read.
    [[nodiscard]] const Clocks& clocks() const { return clocks_; }

    // Per sample, over what has been read.
    [[nodiscard]] const std::vector<float>& persons_in(SpaceId space) const { return in_space_[space.index()]; }
    [[nodiscard]] const std::vector<float>& out_of_rooms() const { return out_of_rooms_; }
    [[nodiscard]] const std::vector<float>& out_of_building() const { return out_of_building_; }
    [[nodiscard]] const std::vector<float>& at_assembly() const { return at_assembly_; }
    /// Persons waiting there (slower than 0.3 m/s in its queue zone).
    [[nodiscard]] const std::vector<float>& queue_at(OpeningId opening) const { return queue_[Sites::of(opening)]; }
    /// On the flight or before it. Pre: the space is a flight.
    [[nodiscard]] const std::vector<float>& queue_at_flight(SpaceId flight) const;
    /// Persons / m2 on the side people come from.
    [[nodiscard]] std::vector<float> density_at(OpeningId opening) const;

    /// Times of everybody going through it, s, ascending; `into` one of its spaces, or not valid for outside the site.
    [[nodiscard]] const std::vector<float>& crossings(OpeningId opening, SpaceId into) const;

private:
    struct Side {  // of an opening, persons in its half disc per sample
        std::vector<std::uint16_t> persons, going_through;
    };
    void read_sample(const Trace& trace);
    void read_events(const Trace& trace);
    void settle(const Trace& trace, std::size_t person, const Passing* crossing);
    void book(const TracePoint& at, std::size_t sample, const Passing* next, int by);
    [[nodiscard]] Passing guess(const TracePoint& at) const;
    [[nodiscard]] Side& side(OpeningId opening, SpaceId space);
    [[nodiscard]] std::size_t direction(OpeningId opening, SpaceId into) const;

    const World& world_;
    Sites sites_;
    std::size_t samples_ = 0, events_ = 0;
    bool ended_ = false;
    Clocks clocks_;
    std::vector<std::vector<float>> in_space_, queue_;
    std::vector<float> out_of_rooms_, out_of_building_, at_assembly_;
    std::vector<std::vector<float>> crossed_;   // by 2 * opening + direction
    std::vector<Side> sides_;                   // by 2 * opening + (0 = from, 1 = to)
    std::vector<std::uint32_t> settled_until_;  // by person: samples before it are booked by a known crossing
};

}  // namespace muster::analysis
