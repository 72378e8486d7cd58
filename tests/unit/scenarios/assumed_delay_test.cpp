// SPDX-License-Identifier: Apache-2.0
// Who sets off when, and how fast people are, on each assumption.
#include <catch2/catch.hpp>

#include "sim/engine/crowd.h"
#include "tests/unit/scenarios/small_site.h"

using namespace muster;
using namespace muster::scenarios;

namespace {

struct Means {
    double delay_s = 0.0, speed_m_s = 0.0, slowest_m_s = 9.0;
};

/// Of forty people of one profile in a room; `more` are members of their group.
Means means_of(const std::string& profile, const std::string& more, const std::string& assumption) {
    const auto read =
        read_scenario_text(scenario_text(R"({"id": "g", "kind": "group", "space": "r1", "count": 40, "profile": ")" +
                                             profile + "\"" + more + "}",
                                         R"(, "run": {"assumption": ")" + assumption + "\"}"),
                           small_site());
    REQUIRE(read.value);
    const engine::Crowd crowd = engine::make_crowd(World{small_site(), {}, *read.value}, 1);
    Means out;
    const auto n = static_cast<double>(crowd.size());
    for (std::size_t i = 0; i < crowd.size(); ++i) {
        const double speed = static_cast<double>(crowd.info[i].free_speed);
        out.delay_s += crowd.disposition[i].pre_movement_s / n;
        out.speed_m_s += speed / n;
        out.slowest_m_s = std::min(out.slowest_m_s, speed);
    }
    return out;
}

}  // namespace

TEST_CASE("assumption: who states no delay takes that of the age, who states one keeps it", "[scenario]") {
    CHECK(means_of("kindergarten_3_4", "", "quick").delay_s == 0.0);
    CHECK(means_of("kindergarten_3_4", "", "planning").delay_s == Approx(46.0).margin(8.0));
    CHECK(means_of("kindergarten_5_6", "", "planning").delay_s == Approx(20.0).margin(4.0));
    const std::string stated = R"(, "pre_movement": {"law": "constant", "value_s": 30})";
    CHECK(means_of("kindergarten_3_4", stated, "planning").delay_s == Approx(30.0));
    CHECK(means_of("kindergarten_3_4", stated, "slow").delay_s == Approx(38.4));
}

TEST_CASE("assumption: grown persons walk slower in buildings, children as in drills", "[scenario]") {
    CHECK(means_of("adult", "", "planning").speed_m_s == Approx(0.89 * means_of("adult", "", "quick").speed_m_s));
    CHECK(means_of("primary_8_9", "", "planning").speed_m_s == Approx(means_of("primary_8_9", "", "quick").speed_m_s));
    CHECK(means_of("primary_8_9", "", "slow").speed_m_s ==
          Approx(0.82 * means_of("primary_8_9", "", "quick").speed_m_s));
}

TEST_CASE("standard profiles: no child of the kindergarten walks slower than was measured", "[profiles]") {
    CHECK(means_of("kindergarten_3_4", "", "quick").slowest_m_s >= 0.69);
    CHECK(means_of("kindergarten_5_6", "", "quick").slowest_m_s >= 0.69);
}
