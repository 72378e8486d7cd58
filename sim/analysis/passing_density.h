// SPDX-License-Identifier: Apache-2.0
// Density at each opening and on each flight, sample by sample; definitions in analysis/density.h.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "sim/analysis/sites.h"

namespace muster::analysis {

class PassingDensity {
public:
    PassingDensity(const Building& building, const Sites& sites);

    /// Counts one person of the current sample. `next` = the opening he or she goes through next, or not valid.
    void count(const TracePoint& person, OpeningId next);
    /// Ends the sample: `dt_s` is the time it stands for.
    void close_sample(double time_s, double dt_s);
    /// Peak, its time, and congested time into the bottleneck of `site`.
    void write(std::size_t site, Bottleneck& bottleneck) const;

private:
    struct Book {
        std::array<std::uint16_t, 2> persons{};  // on the `from` and the `to` side; a flight uses the first
        std::array<bool, 2> upstream{};
        std::array<double, 2> floor_m2{};  // 0 = not measured yet
        double peak = 0.0, peak_time_s = 0.0, congestion_s = 0.0, critical_s = 0.0;
    };
    void count_openings(const TracePoint& person, OpeningId next);
    void touch(std::size_t site);
    double floor_m2(std::size_t site, std::size_t side);

    const Building& building_;
    const Sites& sites_;
    std::vector<Book> books_;
    std::vector<std::size_t> touched_;
};

}  // namespace muster::analysis
