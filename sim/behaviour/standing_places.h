// SPDX-License-Identifier: Apache-2.0
// Where people can stand in a space for long without being in anybody's way.
#pragma once

#include <vector>

#include "sim/routing/navigation.h"

namespace muster::behaviour {

struct StandingSettings {
    // Between two who stand, m: 2.8 persons/m2, short of where a standing crowd begins to press (Fruin: 3 to 4).
    double apart_m = 0.6;
    // From walls and furniture, m: the half breadth of an adult.
    double body_m = 0.22;
    // Kept free before every opening, m, shut ones too: they may open, or somebody comes to open them. Assumption.
    double before_opening_m = 1.2;
    // Kept free to either side of the way from one opening to the other, m: with a body, a way 1.2 m wide, more than
    // the least breadth of an escape corridor (GB 55037-2022, 7.1.4: 1.1 m; not compared with the official text).
    double beside_way_m = 0.8;
    // A space has no more places than this, however large it is.
    double most_places = 1500.0;
};

struct StandingPlace {
    Vec2 at;
    // To the nearest opening.
    double from_opening_m = 0.0;
};

/// In no particular order, but always the same; none where the space is all way.
[[nodiscard]] std::vector<StandingPlace> standing_places(const routing::Navigation& navigation, SpaceId space);

/// Nobody who stands here for long is in others' way: not before an opening, nor on a stair.
[[nodiscard]] bool may_stand(const Building& building, SpaceId space, Vec2 at);

}  // namespace muster::behaviour
