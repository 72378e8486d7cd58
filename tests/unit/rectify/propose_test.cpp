// SPDX-License-Identifier: Apache-2.0
// Which changes are proposed for what.
#include "sim/planning/propose_changes.h"
#include "tests/support/paths.h"
#include "tests/unit/rectify/primary_school.h"

using namespace muster;
using namespace muster::rectify;

TEST_CASE("a queue on a stair: clear the mouth, widen, hold the top storey, post a teacher") {
    const PrimarySchool school;
    const auto all = planning::propose(school.world(), school.queue_at_west_stair(), {});
    REQUIRE(proposal_of<planning::DropIncident>(all) != nullptr);
    const planning::Change& clear = *proposal_of<planning::DropIncident>(all)->change;
    CHECK(planning::code_of(clear, school.world().scenario) == "clear_way");
    CHECK(std::holds_alternative<ObstructOpening>(
        school.world().scenario.incidents[std::get<planning::DropIncident>(clear).incident].what));
    CHECK(school.building().opening(proposal_of<planning::DropIncident>(all)->opening).key == "ST_W_1a_foot");

    REQUIRE(proposal_of<planning::WidenStair>(all) != nullptr);
    CHECK(std::get<planning::WidenStair>(*proposal_of<planning::WidenStair>(all)->change).width_m == Approx(2.4));

    REQUIRE(proposal_of<planning::HoldStorey>(all) != nullptr);
    const auto& hold = std::get<planning::HoldStorey>(*proposal_of<planning::HoldStorey>(all)->change);
    CHECK(school.building().level(hold.level).storey == 4);
    CHECK(hold.groups == std::vector<GroupId>{school.group("class_5_3")});
    CHECK(hold.delay_s == 25.0);  // half of two classes of 47 at 2 persons/s, in steps of 5 s

    REQUIRE(proposal_of<planning::PostTeacher>(all) != nullptr);
    CHECK(all.size() == 4);
}

TEST_CASE("a small queue is worth no change; the same change is proposed once") {
    const PrimarySchool school;
    auto queue = school.queue_at_west_stair();
    queue.front().delay_person_s = 10.0;
    CHECK(planning::propose(school.world(), queue, {}).empty());
    queue = school.queue_at_west_stair();
    queue.push_back(queue.front());
    queue.back().space = school.building().find_space("ST_W_1b");
    const auto all = planning::propose(school.world(), queue, {});
    CHECK(std::count_if(all.begin(), all.end(), [](const planning::Proposal& p) {
              return std::holds_alternative<planning::WidenStair>(*p.change);
          }) == 1);
}

TEST_CASE("a queue at a door: the next width in streams of 0.6 m") {
    CHECK(planning::next_width_m(1.0) == Approx(1.2));
    CHECK(planning::next_width_m(1.2) == Approx(1.8));
    CHECK(planning::next_width_m(1.5, 2.84) == Approx(3.0));
    CHECK(planning::next_width_m(0.5) == Approx(0.9));
    const PrimarySchool school;
    analysis::Bottleneck b;
    b.opening = school.building().find_opening("F1_C1_front");
    b.clear_width_m = 1.0;
    b.delay_person_s = 100.0;
    const auto all = planning::propose(school.world(), {b}, {});
    REQUIRE(proposal_of<planning::WidenOpening>(all) != nullptr);
    CHECK(std::get<planning::WidenOpening>(*proposal_of<planning::WidenOpening>(all)->change).width_m == Approx(1.2));
}

TEST_CASE("a width is never less than what is there") {
    const PrimarySchool school;
    analysis::Bottleneck b;
    b.opening = school.building().find_opening("exit_w");
    b.clear_width_m = 0.7;  // as something left of it
    b.delay_person_s = 100.0;
    CHECK(proposal_of<planning::WidenOpening>(planning::propose(school.world(), {b}, {})) == nullptr);
}

TEST_CASE("a locked exit is opened, whether the plan or the scenario locks it") {
    const std::string path = testing::source_file("scenarios/library/dormitory_night_locked_exit.scenario.json");
    const auto loaded = scenarios::load_world(path);
    REQUIRE(loaded);
    const auto all = planning::propose(*loaded.value->world, {}, {});
    REQUIRE(proposal_of<planning::DropIncident>(all) != nullptr);
    CHECK(planning::code_of(*proposal_of<planning::DropIncident>(all)->change, loaded.value->world->scenario) ==
          "open_exit");

    World locked = *loaded.value->world;
    locked.scenario.incidents.clear();
    const OpeningId exit = locked.building.find_opening("exit_e");
    locked.building.openings[exit.index()].state = DoorState::locked;
    const auto again = planning::propose(locked, {}, {});
    REQUIRE(proposal_of<planning::UnlockOpening>(again) != nullptr);
    CHECK(proposal_of<planning::UnlockOpening>(again)->opening == exit);
}

TEST_CASE("shortfalls of the check: a change where there is one, else said so") {
    const PrimarySchool school;
    const auto line = [](planning::Measure measure, double required, double actual) {
        planning::ComplianceLine l;
        l.measure = measure;
        l.required = required;
        l.actual = actual;
        l.verdict = planning::ComplianceVerdict::short_of;
        return l;
    };
    std::vector<planning::ComplianceLine> lines{
        line(planning::Measure::door_width, 1.4, 1.0), line(planning::Measure::door_swing, 1.0, 0.0),
        line(planning::Measure::middle_rail, 1.0, 0.0), line(planning::Measure::travel, 22.0, 30.0),
        line(planning::Measure::door_width, 0.9, 1.0)};
    lines[0].subject.opening = school.building().find_opening("F1_C1_front");
    lines[1].subject.opening = school.building().find_opening("F1_C2_front");
    lines[2].subject.space = school.building().find_space("ST_W_1a");
    lines[4].verdict = planning::ComplianceVerdict::pass;
    const auto all = planning::propose(school.world(), {}, lines);
    REQUIRE(all.size() == 4);
    CHECK(std::get<planning::WidenOpening>(*all[0].change).width_m == Approx(1.8));  // three streams
    const auto& swing = std::get<planning::ReverseSwing>(*all[1].change);
    CHECK(school.building().space(swing.into).key == "F1_C2");  // it opened into the gallery
    CHECK_FALSE(planning::seen_by_model(*all[1].change));
    CHECK(std::holds_alternative<planning::AddMiddleRail>(*all[2].change));
    CHECK_FALSE(all[3].change);
    CHECK(all[3].line == 3U);
}
