// SPDX-License-Identifier: Apache-2.0
// Queue zones sample by sample; definitions in analysis/queues.h.
#pragma once

#include <vector>

#include "sim/analysis/crossings.h"
#include "sim/analysis/sites.h"

namespace muster {

class QueueBooks {
public:
    QueueBooks(const Trace& trace, const Sites& sites);

    /// One person at sample `i`, with the next crossing (nullptr: none).
    void count(std::size_t i, std::size_t person, const Crossing* next);
    void close_sample();
    void write(std::size_t site, Bottleneck& bottleneck) const;

private:
    struct Book {
        int queue = 0, longest = 0;  // persons waiting in this sample, most in any
        double lost_person_s = 0.0, waiting_person_s = 0.0, pressure = 0.0;
        std::vector<double> group_wait_s;  // by group; empty until somebody waits
    };
    struct Stay {  // of one person over one interval
        bool slow;
        double dt_s, lost_s;
    };
    [[nodiscard]] Stay stay_of(std::size_t i, std::size_t person, const Crossing* next) const;
    [[nodiscard]] bool in_zone(const TracePoint& at, const Opening& opening, bool slow) const;
    void book(std::size_t site, std::size_t person, const TracePoint& at, const Stay& stay);
    [[nodiscard]] std::vector<GroupId> groups_of(const Book& book) const;

    const Trace& trace_;
    const Building& building_;
    const Sites& sites_;
    std::vector<Book> books_;
    std::vector<std::size_t> waited_at_;  // sites with a queue in this sample
};

}  // namespace muster
