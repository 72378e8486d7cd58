// SPDX-License-Identifier: Apache-2.0
// Which spaces can be walked between at the end of a run, and which are cut off.
#pragma once

#include <vector>

#include "sim/record/trace.h"

namespace muster::analysis {

/// What nobody can pass at the end of a run.
struct Barriers {
    std::vector<bool> openings;  // jammed and not forced, blocked or locked
    std::vector<bool> flights;   // by space; those that carry nobody any more
};
[[nodiscard]] Barriers barriers_at_end(const Trace& trace);

/// Spaces joined by what can be passed: each has the number of its part; all that is out of doors is one part.
class Parts {
public:
    Parts(const Building& building, const Barriers& barriers);

    static constexpr int none = -1, outside = 0;
    [[nodiscard]] int of(SpaceId space) const { return space.valid() ? part_[space.index()] : outside; }
    [[nodiscard]] std::size_t count() const { return count_; }
    /// Of what lies on the two sides of an opening, or at the passable ends of a flight that is closed.
    [[nodiscard]] std::vector<int> joined_by(OpeningId opening) const;
    [[nodiscard]] std::vector<int> joined_by_flight(SpaceId flight) const;

private:
    [[nodiscard]] bool leads_off_the_site(SpaceId space) const;
    void flood(SpaceId from, int part);

    const Building& building_;
    const Barriers& barriers_;
    std::vector<int> part_;
    std::size_t count_ = 0;
};

}  // namespace muster::analysis
