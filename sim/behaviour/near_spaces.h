// SPDX-License-Identifier: Apache-2.0
// How far it is from where somebody stands to every space: for choosing one to wait in.
#pragma once

#include <span>
#include <utility>
#include <vector>

#include "sim/behaviour/route_book.h"
#include "sim/routing/navigation.h"

namespace muster::behaviour {

struct NearSpaceSettings {
    // What an opening counts for, m: who goes through it may meet others in it. Assumption.
    double opening_m = 5.0;
    // ... and a flight: nobody turns round on a stair without need. Assumption.
    double flight_m = 20.0;
};

class NearSpaces {
public:
    /// By openings not known to be shut, through spaces not known to be closed. Per space, m; infinity = no way. Valid
    /// until the next call.
    std::span<const double> from(const routing::Navigation& navigation, const Knowledge& known, SpaceId in, Vec2 at);

private:
    struct Passage {
        OpeningId through;
        SpaceId into;
    };
    void offer(const routing::Navigation& navigation, const Knowledge& known, Passage passage, double way_m);

    NearSpaceSettings settings_;
    std::vector<double> to_space_m_;
    // Per opening, having passed it one way or the other: 2 * opening + (0 = into `to`, 1 = into `from`).
    std::vector<double> passed_m_;
    // A heap, nearest first.
    std::vector<std::pair<double, std::size_t>> waiting_;
};

}  // namespace muster::behaviour
