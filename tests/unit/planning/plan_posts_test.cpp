// SPDX-License-Identifier: Apache-2.0
// Guides in corridors: where classes come upon each other and were held up, and nowhere else.
#include <algorithm>
#include <catch2/catch.hpp>

#include "scenarios/reader.h"
#include "sim/engine/simulation.h"
#include "sim/planning/corridor_meetings.h"
#include "sim/planning/guide_posts.h"
#include "sim/planning/plan_assembly.h"
#include "tests/support/paths.h"

using namespace muster;
using namespace muster::planning;

namespace {

struct PrimarySchool {
    PrimarySchool() {
        const auto loaded =
            scenarios::load_world(testing::source_file("scenarios/library/primary_drill.scenario.json"));
        REQUIRE(loaded.value);
        prepared = engine::prepare(loaded.value->world);
        problem = std::make_unique<PlanProblem>(*prepared.world, *prepared.navigation);
        for (const PlanUnit& u : problem->units()) {
            today.option.push_back(u.today);
            today.delay.push_back(0);
        }
    }
    [[nodiscard]] OpeningId opening(const char* key) const { return prepared.world->building.find_opening(key); }

    engine::Prepared prepared;
    std::unique_ptr<PlanProblem> problem;
    DrillCandidate today;
};

// What a run would have shown at this opening.
PlanVariant held_up_at(std::vector<std::pair<OpeningId, double>> places) {
    PlanVariant v;
    for (const auto& [opening, congestion_s] : places) {
        analysis::Bottleneck b;
        b.opening = opening;
        b.congestion_s = congestion_s;
        b.peak_density = 6.0;
        b.persons = 47;
        v.worst.push_back(b);
    }
    return v;
}

std::vector<GuidePost> corridor_posts(PrimarySchool& school, const PlanVariant& variant) {
    DrillPlan plan;
    fill_plan(plan, *school.problem, {school.today, variant, GroupClocks(24)});
    std::erase_if(plan.posts, [](const GuidePost& p) { return p.duty != PostDuty::corridor; });
    return plan.posts;
}

}  // namespace

TEST_CASE("posts: the landing between the first and second storey always has one, others where it was crowded",
          "[planning]") {
    PrimarySchool school;
    const Building& b = school.prepared.world->building;
    DrillPlan plan;
    fill_plan(plan, *school.problem, {school.today, held_up_at({}), GroupClocks(24)});
    std::erase_if(plan.posts, [](const GuidePost& p) { return p.duty != PostDuty::landing; });
    REQUIRE(plan.posts.size() == 2);  // west and east
    for (const GuidePost& p : plan.posts) {
        CHECK(b.level(p.level).elevation_m + b.space(p.space).floor_m > 0.0);
        CHECK(b.level(p.level).elevation_m + b.space(p.space).floor_m < 3.6);
    }
    const Stair& west = b.stair(b.find_stair("ST_W"));
    analysis::Bottleneck jam;
    jam.space = west.landings.back();
    jam.congestion_s = 20.0;
    CHECK(landing_posts(b, {b.find_stair("ST_W")}, {jam}).size() == 2);
}

TEST_CASE("posts: guides are posted for the worst of the ways that were compared", "[planning]") {
    PrimarySchool school;
    DrillPlan plan;
    plan.variants.push_back(held_up_at({{school.opening("exit_w"), 40.0}}));
    fill_plan(plan, *school.problem, {school.today, held_up_at({{school.opening("exit_w"), 1.0}}), GroupClocks(24)});
    const auto exit = std::find_if(plan.posts.begin(), plan.posts.end(), [&](const GuidePost& p) {
        return p.duty == PostDuty::exit && p.opening == school.opening("exit_w");
    });
    REQUIRE(exit != plan.posts.end());
    CHECK(exit->congestion_s == 40.0);
}

TEST_CASE("a drill is not better when the real day by its ways is worse", "[planning]") {
    const auto days = [](double out_s, double crowded_person_s, int inside) {
        PlanVariant v;
        for (std::uint64_t seed = 1; seed <= 8; ++seed) {
            analysis::RunFigures r;
            r.seed = seed;
            r.last_out_of_building = out_s + static_cast<double>(seed);
            r.exposure_person_s = crowded_person_s + 3.0 * static_cast<double>(seed);
            r.left_inside = inside;
            v.runs.push_back(r);
        }
        v.left_inside = {static_cast<double>(inside), static_cast<double>(inside), static_cast<double>(inside)};
        return v;
    };
    const PlanVariant today = days(200.0, 900.0, 0);
    CHECK(is_no_worse(today, today));
    CHECK(is_no_worse(today, days(190.0, 800.0, 0)));
    CHECK_FALSE(is_no_worse(today, days(230.0, 800.0, 0)));
    CHECK_FALSE(is_no_worse(today, days(190.0, 1200.0, 0)));
    CHECK_FALSE(is_no_worse(today, days(190.0, 800.0, 2)));
}

TEST_CASE("posts: they are counted against adults who lead no class", "[planning]") {
    PrimarySchool school;
    World world = *school.prepared.world;
    const Staffing none = staffing_of(world, 12);
    CHECK(none.with_classes == 48);
    CHECK(none.others == 0);
    CHECK(none.lacking() == 12);
    Group office;
    office.count = 9;
    office.profile = world.scenario.population.groups.front().teacher_profile;
    world.scenario.population.groups.push_back(office);
    CHECK(staffing_of(world, 12).lacking() == 3);
    CHECK(staffing_of(world, 5).lacking() == 0);
}

TEST_CASE("corridor posts: classes of a storey meet on the way to their stair, not on the stair", "[planning]") {
    const PrimarySchool school;
    const auto meetings = corridor_meetings(*school.problem, school.today);
    const auto at = [&](const char* key) {
        return std::find_if(meetings.begin(), meetings.end(),
                            [&](const CorridorMeeting& m) { return m.in == school.opening(key); });
    };
    REQUIRE(at("F3_C1_rear") != meetings.end());  // two more classes pass its door
    CHECK(at("F3_C1_rear")->units.size() == 1);
    CHECK(at("F3_C1_rear")->out == school.opening("ST_W_L3_in"));
    CHECK(at("ST_W_L3_in") == meetings.end());
}

TEST_CASE("corridor posts: only where somebody was held up, one for each way out of a corridor", "[planning]") {
    PrimarySchool school;
    CHECK(corridor_posts(school, held_up_at({})).empty());
    CHECK(corridor_posts(school, held_up_at({{school.opening("F3_C1_rear"), 9.0}})).empty());
    const auto posts = corridor_posts(school, held_up_at({{school.opening("F3_C2_rear"), 30.0},
                                                          {school.opening("F3_C1_rear"), 65.0},
                                                          {school.opening("F3_C6_front"), 38.0}}));
    REQUIRE(posts.size() == 2);  // west and east
    for (const GuidePost& p : posts) {
        CHECK((p.opening == school.opening("F3_C1_rear") || p.opening == school.opening("F3_C6_front")));
        CHECK(p.space == school.prepared.world->building.find_space("F3_gallery"));
        CHECK(p.persons == 47);
        CHECK(p.crowded());
    }
}
