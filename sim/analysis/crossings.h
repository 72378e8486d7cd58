// SPDX-License-Identifier: Apache-2.0
// Who went through which opening when, ordered per person, so that an analysis can ask "where to next?".
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "sim/base/id.h"
#include "sim/base/time.h"
#include "sim/record/trace.h"

namespace muster::analysis {

struct Passing {
    SimTime time;
    OpeningId opening;
    SpaceId into;  // not valid = left the site
};

/// Crossings of one person in order of time.
class Crossings {
public:
    explicit Crossings(const Trace& trace);
    [[nodiscard]] std::span<const Passing> of(std::size_t person) const {
        return {all_.data() + first_[person], all_.data() + first_[person + 1]};
    }

private:
    std::vector<std::size_t> first_;  // per person, and one more
    std::vector<Passing> all_;
};

/// Walks along the samples of a trace and knows everybody's next crossing after the instant it stands at.
class NextCrossing {
public:
    explicit NextCrossing(const Crossings& crossings, std::size_t people) : crossings_(crossings), at_(people, 0) {}

    /// The first crossing later than `now`; nullptr when there is none. `now` must not decrease between calls.
    const Passing* after(std::size_t person, SimTime now) {
        const std::span<const Passing> all = crossings_.of(person);
        std::uint32_t& i = at_[person];
        while (i < all.size() && all[i].time <= now) ++i;
        return i < all.size() ? &all[i] : nullptr;
    }

private:
    const Crossings& crossings_;
    std::vector<std::uint32_t> at_;
};

/// On the way, as opposed to waiting for the word, standing at the assembly spot, or gone.
[[nodiscard]] constexpr bool under_way(PersonState s) {
    return s == PersonState::walking || s == PersonState::fallen || s == PersonState::stranded;
}

}  // namespace muster::analysis
