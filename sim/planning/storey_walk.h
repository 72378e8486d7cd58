// SPDX-License-Identifier: Apache-2.0
// Walking distances within a storey, on the room-and-door graph with the distances of sim/routing.
#pragma once

#include <optional>
#include <vector>

#include "sim/model/building.h"
#include "sim/routing/navigation.h"

namespace muster::planning {

/// Walking distances between openings of one storey, through its corridors, lobbies and galleries.
class StoreyWalk {
public:
    StoreyWalk(const Building& building, const routing::Navigation& navigation, std::vector<OpeningId> ends);
    [[nodiscard]] std::size_t ends() const { return ends_.size(); }
    [[nodiscard]] OpeningId end(std::size_t i) const { return ends_[i]; }
    /// Infinity when there is no way.
    [[nodiscard]] double m(OpeningId from, std::size_t end) const { return to_end_[end][from.index()]; }
    /// To the nearest end; none = no way.
    [[nodiscard]] std::optional<std::size_t> nearest(OpeningId from) const;
    /// How far `from` lies off the way between two ends (a dead end's length); to the nearest end when there is but
    /// one.
    [[nodiscard]] double off_the_way_m(OpeningId from) const;

private:
    std::vector<OpeningId> ends_;
    std::vector<std::vector<double>> to_end_;  // [end][opening]
};

}  // namespace muster::planning
