// SPDX-License-Identifier: Apache-2.0
// Hand calculations with the SFPE hydraulic model; figures computed apart from the program.
#include "sim/flow/hydraulic.h"

#include <catch2/catch.hpp>
#include <numeric>

using namespace muster;
using namespace muster::flow;

namespace {

double time_of(double people, HydraulicKind kind, double clear_m, Boundary side) {
    return passage_time_s(people, {kind, effective_width_m(clear_m, side)});
}

}  // namespace

TEST_CASE("greatest specific flows follow from k", "[hydraulic]") {
    const std::array expected{1.316, 0.940, 1.015, 1.090, 1.156};
    for (std::size_t i = 0; i < expected.size(); ++i)
        CHECK(greatest_specific_flow(hydraulic_kinds[i]) == Approx(expected[i]).margin(6e-4));
}

TEST_CASE("speed falls with density, with a step of less than a hundredth where the source has it", "[hydraulic]") {
    const std::array<std::pair<double, double>, 7> expected{
        {{0.54, 1.199}, {1.0, 1.028}, {1.5, 0.841}, {1.88, 0.700}, {2.5, 0.469}, {3.0, 0.283}, {3.5, 0.097}}};
    for (const auto& [density, speed] : expected)
        CHECK(hydraulic_speed_ms(HydraulicKind::level, density) == Approx(speed).margin(6e-4));
    CHECK(hydraulic_speed_ms(HydraulicKind::level, 0.3) == Approx(1.19));
    CHECK(hydraulic_speed_ms(HydraulicKind::level, 4.0) == 0.0);
}

TEST_CASE("times through doors and down stairs are those of the hand calculation", "[hydraulic]") {
    CHECK(time_of(100, HydraulicKind::level, 1.0, Boundary::door_jamb) == Approx(108.6).epsilon(1e-3));
    CHECK(time_of(50, HydraulicKind::level, 0.9, Boundary::door_jamb) == Approx(63.3).epsilon(1e-3));
    CHECK(time_of(200, HydraulicKind::stair_70_11, 1.2, Boundary::stair_wall) == Approx(218.9).epsilon(1e-3));
    CHECK(time_of(300, HydraulicKind::stair_65_12, 1.5, Boundary::stair_wall) == Approx(229.3).epsilon(1e-3));
    CHECK(HydraulicElement{HydraulicKind::level, effective_width_m(2.0, Boundary::corridor_wall)}.capacity() ==
          Approx(2.105).epsilon(1e-3));
    CHECK(effective_width_m(0.2, Boundary::door_jamb) == 0.0);
}

TEST_CASE("merging loses nobody", "[hydraulic]") {
    const std::array inflows{1.2, 0.6};
    const HydraulicElement stair{HydraulicKind::stair_70_11, 0.9};
    const Junction j = merge(inflows, stair);
    CHECK(j.passes == Approx(stair.capacity()));
    CHECK(j.passes + j.queue_growth == Approx(1.8));
    CHECK(std::accumulate(j.parts.begin(), j.parts.end(), 0.0) == Approx(j.passes));
    CHECK(j.parts[0] == Approx(2.0 * j.parts[1]));
    CHECK(merge(std::array{0.3, 0.2}, stair).queue_growth == 0.0);
}

TEST_CASE("a queue grows by what comes less what passes, and is used up after", "[hydraulic]") {
    const HydraulicElement door{HydraulicKind::level, 0.7};
    const std::array inflows{Inflow{0, 60, 1.5}, Inflow{20, 20, 1.0}};
    CHECK(queue_length(inflows, door, 60) == Approx(60 * 1.5 + 20 - 60 * door.capacity()));
    CHECK(queue_length(inflows, door, 10'000) == 0.0);
}
