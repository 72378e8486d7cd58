// SPDX-License-Identifier: Apache-2.0
#include "sim/analysis/moment.h"

#include <catch2/catch.hpp>
#include <numbers>

#include "sim/analysis/heading.h"
#include "tests/support/building_builder.h"

using namespace muster;
using namespace muster::analysis;
using namespace muster::testing;

namespace {

// Two people over four samples of a second: one waits, then walks up, then stands; the other goes away.
struct Two {
    World world;
    Trace trace;
    Two() {
        world.building = BuildingBuilder("demo").level("F1").room("r1", {{0, 0}, {9, 9}}).build();
        trace.world = &world;
        trace.people.resize(2);
        const float y[] = {1.0F, 1.0F, 2.0F, 2.01F};
        for (std::size_t s = 0; s < 4; ++s) {
            trace.sample_times.push_back(SimTime{static_cast<std::int64_t>(s) * 1'000'000});
            trace.points.push_back({3.0F, y[s], 0.0F, 0.0F, SpaceId{0}, PersonState::walking});
            const bool gone = s >= 2;
            trace.points.push_back({static_cast<float>(5 - s), 4.0F, 0.0F, 0.0F, gone ? SpaceId{} : SpaceId{0},
                                    gone ? PersonState::gone : PersonState::walking});
        }
    }
};

}  // namespace

TEST_CASE("heading: the way last walked, and before the first step the way of it") {
    const Two two;
    const std::vector<float> headings = headings_of(two.trace);
    REQUIRE(headings.size() == 8);
    for (std::size_t s = 0; s < 4; ++s) CHECK(headings[2 * s] == Approx(std::numbers::pi / 2));
    CHECK(headings[1] == Approx(std::numbers::pi));
}

TEST_CASE("moment: between samples people walk straight, and who has gone is out") {
    const Two two;
    const Moments moments(two.trace);
    const Moment middle = moments.at(1.5);
    REQUIRE(middle.people.size() == 2);
    CHECK(middle.people[0].at.y == Approx(1.5));
    CHECK(middle.people[1].at.x == Approx(4.0));  // about to go: has nowhere to walk to
    CHECK(middle.inside == 2);
    const Moment late = moments.at(99.0);
    REQUIRE(late.people.size() == 1);
    CHECK(late.people[0].at.y == Approx(2.01));
    CHECK((late.inside == 1 && late.out == 1));
    CHECK(moments.at(-5.0).people[0].at.y == Approx(1.0));
    CHECK(shown_at(two.trace, 2.0).sample == 2);
}

TEST_CASE("moment: a trace without samples shows nobody") {
    Two two;
    two.trace.sample_times.clear();
    two.trace.points.clear();
    CHECK(Moments(two.trace).at(1.0).people.empty());
}

TEST_CASE("moment: the air is that of the last record, and there is none before the first") {
    Two two;
    CHECK(air_at(two.trace, 3.0).empty());
    two.trace.air_times = {SimTime{1'000'000}, SimTime{2'000'000}};
    two.trace.air.resize(2);
    two.trace.air[1].extinction_head = 2.0F;
    CHECK(air_at(two.trace, 0.5).empty());
    CHECK(air_at(two.trace, 1.5)[0].extinction_head == 0.0F);
    CHECK(Moments(two.trace).at(9.0).air[0].extinction_head == 2.0F);
}
