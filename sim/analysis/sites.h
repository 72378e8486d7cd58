// SPDX-License-Identifier: Apache-2.0
// The places a bottleneck analysis keeps books on: every opening, then every flight, under one dense index.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "sim/analysis/results.h"

namespace muster::analysis {

class Sites {
public:
    explicit Sites(const Building& building);

    [[nodiscard]] std::size_t size() const { return openings_ + flights_.size(); }
    [[nodiscard]] static std::size_t of(OpeningId opening) { return opening.index(); }
    /// Site of the flight whose space this is; empty for every other space.
    [[nodiscard]] std::optional<std::size_t> flight(SpaceId space) const;
    [[nodiscard]] bool is_flight(std::size_t site) const { return site >= openings_; }
    [[nodiscard]] SpaceId flight_space(std::size_t site) const { return flights_[site - openings_]; }

    /// A bottleneck with its place, kind and width filled in.
    [[nodiscard]] Bottleneck blank(std::size_t site) const;
    /// Of any place: one of the two is valid; a space that is no flight has no width.
    [[nodiscard]] Bottleneck blank(OpeningId opening, SpaceId space) const;

private:
    const Building& building_;
    std::size_t openings_;
    std::vector<SpaceId> flights_;
    std::vector<std::size_t> site_of_space_;  // 0-based flight index + 1; 0 = not a flight
};

[[nodiscard]] BottleneckKind kind_of(const Building& building, OpeningId opening);

}  // namespace muster::analysis
