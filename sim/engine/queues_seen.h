// SPDX-License-Identifier: Apache-2.0
// Who heads for which opening, as somebody standing in front of it sees: brought up to date once per decision interval,
// read by those who choose their way by time.
#pragma once

#include <cstdint>
#include <vector>

#include "sim/base/id.h"

namespace muster::engine {

class QueuesSeen {
public:
    explicit QueuesSeen(std::size_t openings) : ways_(2 * openings) {}

    void clear() {
        for (auto& w : ways_) w.clear();
    }
    /// One person on that side of the opening (0 = in `from`, 1 = in `to`), with so far to go to it, m.
    void add(OpeningId opening, int side, float way_m) { ways_[slot(opening, side)].push_back(way_m); }
    void sort();

    [[nodiscard]] int heading(OpeningId opening, int side) const {
        return static_cast<int>(ways_[slot(opening, side)].size());
    }
    /// How many of them are nearer than this.
    [[nodiscard]] int nearer(OpeningId opening, int side, float way_m) const;

private:
    static std::size_t slot(OpeningId opening, int side) {
        return 2 * opening.index() + static_cast<std::size_t>(side);
    }
    std::vector<std::vector<float>> ways_;
};

}  // namespace muster::engine
