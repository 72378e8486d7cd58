// SPDX-License-Identifier: Apache-2.0
// Queue zones sample by sample; definitions in analysis/bottlenecks.h.
#pragma once

#include <vector>

#include "sim/analysis/bottlenecks.h"
#include "sim/analysis/crossings.h"
#include "sim/analysis/sites.h"
#include "sim/analysis/time_lost.h"

namespace muster::analysis {

/// In the queue zone of an opening that he or she goes through next.
[[nodiscard]] inline bool in_queue_zone(const Opening& opening, const TracePoint& at, bool slow) {
    return opening.joins(at.space) && distance_to(opening.at, {at.x, at.y}) <= (slow ? queue_tail_m : queue_zone_m);
}

/// Calls f(site, has its own loss) for the places whose queue somebody under way at `at` is in. A flight and the
/// opening by which it is entered both count him or her, the loss is the flight's.
template <class F>
void for_queue_sites(const Building& building, const Sites& sites, const TracePoint& at, const Passing* next, bool slow,
                     F&& f) {
    const auto on_flight = sites.flight(at.space);
    if (on_flight) f(*on_flight, true);
    if (next == nullptr || !in_queue_zone(building.opening(next->opening), at, slow)) return;
    const auto entered = on_flight ? std::nullopt : sites.flight(next->into);
    if (entered) f(*entered, true);
    f(Sites::of(next->opening), !on_flight && !entered);
}

class QueueBooks {
public:
    QueueBooks(const Trace& trace, const Sites& sites);

    /// One person at sample `i`, with the next crossing (nullptr: none).
    void count(std::size_t i, std::size_t person, const Passing* next);
    void close_sample();
    void write(std::size_t site, Bottleneck& bottleneck) const;

private:
    struct Book {
        int queue = 0, longest = 0;  // persons waiting in this sample, most in any
        double delay_person_s = 0.0, waiting_person_s = 0.0, pressure = 0.0;
        std::vector<double> group_wait_s;  // by group; empty until somebody waits
    };
    [[nodiscard]] Stay stay_of(std::size_t i, std::size_t person, const Passing* next) const;
    void book(std::size_t site, std::size_t person, const TracePoint& at, const Stay& stay);
    [[nodiscard]] std::vector<GroupId> groups_of(const Book& book) const;

    const Trace& trace_;
    const Building& building_;
    const Sites& sites_;
    std::vector<Book> books_;
    std::vector<std::size_t> waited_at_;  // sites with a queue in this sample
};

}  // namespace muster::analysis
