// SPDX-License-Identifier: Apache-2.0
#include "sim/engine/crowd.h"

#include <catch2/catch.hpp>

using namespace muster;
using namespace muster::engine;

TEST_CASE("crowd: somebody walks as long as one state says so", "[engine]") {
    Crowd crowd(1);
    PersonInfo who;
    who.group = GroupId{0};
    const PersonId first = crowd.add(who, {}), second = crowd.add(who, {});
    CHECK(crowd.state(first) == PersonState::waiting);
    CHECK(!crowd.anybody_walks());

    crowd.set_state(first, PersonState::walking);
    crowd.set_state(first, PersonState::walking);  // again: is not counted twice
    crowd.set_state(second, PersonState::walking);
    CHECK(crowd.anybody_walks());

    crowd.set_state(first, PersonState::fallen);
    crowd.set_state(first, PersonState::incapacitated);
    CHECK(crowd.anybody_walks());
    crowd.set_state(second, PersonState::gone);
    CHECK(!crowd.anybody_walks());
}

TEST_CASE("crowd: who has arrived walks straight to the place in the line", "[engine]") {
    const LinePlace place{{0.0, 0.0}, {4.0, 0.0}, SimTime::from_seconds(10.0), 2.0, SpaceId{0}};
    CHECK(place.at(SimTime::from_seconds(10.0)).x == Approx(0.0));
    CHECK(place.at(SimTime::from_seconds(11.0)).x == Approx(2.0));
    CHECK(place.at(SimTime::from_seconds(60.0)).x == Approx(4.0));
}
