// SPDX-License-Identifier: Apache-2.0
// What the codes ask of one flight, exit or door.
#include "sim/planning/required_width.h"

#include "tests/unit/planning/school_block.h"

using namespace muster;
using namespace muster::planning;

namespace {

struct Asked {
    Building building = school_block();
    ComplianceResult result = checked(building, {"gb50099", "gb50016"});

    [[nodiscard]] std::optional<ComplianceLine> opening(const char* key) const {
        return required_width(building, result, building.find_opening(key), {});
    }
    [[nodiscard]] std::optional<ComplianceLine> flight(const char* key) const {
        return required_width(building, result, {}, building.find_space(key));
    }
};

}  // namespace

TEST_CASE("A flight is held against the stairs of the storey above it, by the code that asks more") {
    const auto top = Asked().flight("w3");
    REQUIRE(top);
    CHECK(is_total(*top));
    CHECK(top->subject.storey == 4);
    CHECK(top->required == Approx(2.835));  // GB 50099 asks 2.835 m, GB 50016 2.70 m
    CHECK(top->actual == Approx(3.6));
    CHECK(top->ratio == Approx(3.6 / 2.835));
}

TEST_CASE("An exit is held against all exits of its block") {
    const auto exit = Asked().opening("XE");
    REQUIRE(exit);
    CHECK(is_total(*exit));
    CHECK(exit->actual == Approx(4.0));
}

TEST_CASE("A door has its own width, whichever door of its kind the check has named") {
    Asked asked;
    asked.building.openings[asked.building.find_opening("Da2").index()].clear_width_m = 0.7;
    asked.result = checked(asked.building, {"gb50099", "gb50016"});
    const auto narrow = asked.opening("Da2"), other = asked.opening("Db3");
    REQUIRE((narrow && other));
    CHECK_FALSE(is_total(*narrow));
    CHECK(narrow->verdict != ComplianceVerdict::pass);
    CHECK(narrow->ratio < 1.0);
    CHECK(other->verdict == ComplianceVerdict::pass);
    CHECK(other->actual == Approx(1.0));
    CHECK(other->required == Approx(narrow->required));
}

TEST_CASE("Where no code was read, nothing is asked") {
    Asked asked;
    asked.result = checked(asked.building, {});
    CHECK_FALSE(asked.opening("XE"));
    CHECK_FALSE(asked.flight("w3"));
}
