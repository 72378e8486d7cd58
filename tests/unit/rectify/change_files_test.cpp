// SPDX-License-Identifier: Apache-2.0
// A change as files: only what it speaks of is changed, and the plan reads without errors.
#include "tools/office/rectify/change_files.h"

#include <sstream>

#include "floorplans/plan_rewriter.h"
#include "floorplans/reader.h"
#include "sim/planning/propose_changes.h"
#include "tests/support/temporary_folder.h"
#include "tests/unit/rectify/primary_school.h"
#include "tools/office/rectify/describe_changes.h"
#include "tools/store/output_file.h"

using namespace muster;
using namespace muster::rectify;
using namespace muster::testing;

namespace {

std::vector<std::string> lines_of(const std::string& text) {
    std::vector<std::string> lines;
    std::istringstream in(text);
    for (std::string line; std::getline(in, line);) lines.push_back(line);
    return lines;
}

Building read(const std::string& plan) {
    const auto document = floorplans::JsonDocument::parse(plan, "plan.json");
    REQUIRE(document);
    auto read = floorplans::read_floor_plan(*document.value);
    REQUIRE(read);
    return std::move(*read.value);
}

// Lines of the changed text that the original has not.
std::vector<std::string> new_lines(const std::string& original, const std::string& changed) {
    const auto before = lines_of(original);
    std::vector<std::string> fresh;
    for (const std::string& line : lines_of(changed))
        if (std::find(before.begin(), before.end(), line) == before.end()) fresh.push_back(line);
    return fresh;
}

}  // namespace

TEST_CASE("a wider door: one row of the plan changes") {
    const PrimarySchool school;
    const OpeningId exit = school.building().find_opening("exit_w");
    const double width_m = planning::next_width_m(school.building().opening(exit).clear_width_m);
    const ChangedPlan plan = changed_plan(school.files(), planning::WidenOpening{exit, width_m});
    REQUIRE(plan.refusal.empty());
    const auto fresh = new_lines(school.files().plan_text, plan.text);
    REQUIRE(fresh.size() == 1);
    CHECK(fresh.front().find("\"exit_w\"") != std::string::npos);
    const Building after = read(plan.text);
    CHECK(after.opening(after.find_opening("exit_w")).clear_width_m == Approx(width_m));
    World changed = school.world();
    changed.building = after;
    CHECK(describe_changes(school.world(), changed, text::Lang::en).size() == 1);
    CHECK(describe_changes(school.world(), school.world(), text::Lang::zh_cn).empty());
}

TEST_CASE("a door wider than its wall is refused, and so is a stair between walls") {
    const PrimarySchool school;
    const OpeningId door = school.building().find_opening("F1_lobby_w");  // as wide as the gallery already
    CHECK_FALSE(changed_plan(school.files(), planning::WidenOpening{door, 3.0}).refusal.empty());
    const StairId stair = school.building().find_stair("ST_W");
    CHECK(changed_plan(school.files(), planning::WidenStair{stair, 2.4}).refusal == "rectify.reason.redesign");
}

TEST_CASE("a width is cut to the streams that the wall has room for") {
    const PrimarySchool school;
    const OpeningId full = school.building().find_opening("F1_lobby_w"),
                    exit = school.building().find_opening("exit_w");
    CHECK_FALSE(fitted_to_wall(school.building(), {full, 3.0}));
    CHECK_FALSE(fitted_to_wall(school.building(), {exit, 0.9}));  // narrower than it is
    const double width_m = school.building().opening(exit).clear_width_m;
    const auto fitted = fitted_to_wall(school.building(), {exit, planning::next_width_m(width_m, 60.0)});
    REQUIRE(fitted);
    CHECK(fitted->width_m > width_m);
    CHECK(fitted->width_m < 60.0);
    CHECK(changed_plan(school.files(), *fitted).refusal.empty());
}

TEST_CASE("a stair whose rails stand in from its walls is widened to them") {
    const PrimarySchool school;
    Building narrow = school.building();
    const StairId stair = narrow.find_stair("ST_W");
    for (const SpaceId f : narrow.stair(stair).flights) {
        Flight& flight = *narrow.spaces[f.index()].flight;
        flight.clear_width_m = 1.2;
        for (const OpeningId end : {flight.foot, flight.head}) {
            Opening& o = narrow.openings[end.index()];
            const Vec2 middle = o.at.middle(), half = 0.6 * o.at.direction();
            o.at = {middle - half, middle + half};
            o.clear_width_m = 1.2;
        }
    }
    const auto wide = planning::widened_stair(narrow, planning::WidenStair{stair, 1.8});
    REQUIRE(wide);
    const Building after = read(floorplans::rewrite_floor_plan(school.files().plan_text, *wide).text);
    for (const SpaceId f : after.stair(after.find_stair("ST_W")).flights) {
        CHECK(after.space(f).flight->clear_width_m == Approx(1.8));
        CHECK(after.opening(after.space(f).flight->head).clear_width_m == Approx(1.8));
    }
    CHECK_FALSE(planning::widened_stair(narrow, planning::WidenStair{stair, 2.4}));
    CHECK(planning::flight_passage_s(423, 1.2) > planning::flight_passage_s(423, 1.8));
}

TEST_CASE("a scenario without the object at the stair mouth, and with a storey held, reads again") {
    const PrimarySchool school;
    const TemporaryFolder folder;
    const auto all = planning::propose(school.world(), school.queue_at_west_stair(), {});
    const std::string path = folder.file("changed.scenario.json");
    store::write_file(path,
                      changed_scenario(school.files(), *proposal_of<planning::DropIncident>(all)->change, path, ""));
    const auto cleared = scenarios::load_world(path);
    REQUIRE(cleared);
    CHECK(cleared.value->world->scenario.incidents.size() == school.world().scenario.incidents.size() - 1);

    const std::string held_text =
        changed_scenario(school.files(), *proposal_of<planning::HoldStorey>(all)->change, path, "");
    store::write_file(path, held_text);
    const auto held = scenarios::load_world(path);
    REQUIRE(held);
    const auto& incidents = held.value->world->scenario.incidents;
    CHECK(std::any_of(incidents.begin(), incidents.end(), [](const TimedIncident& i) {
        return std::holds_alternative<ReleaseGroup>(i.what) && i.at_s == 30.0;  // told at 5 s, held for 25 s
    }));
    CHECK(new_lines(school.files().scenario_text, held_text).size() <= 6);  // two incidents, two paths, two commas
}

TEST_CASE("a scenario beside its changed plan names it") {
    const PrimarySchool school;
    const TemporaryFolder folder;
    const planning::Change change = planning::RemoveObstacle{ObstacleId{0}};
    const ChangedPlan plan = changed_plan(school.files(), change);
    REQUIRE(plan.refusal.empty());
    store::write_file(folder.file("x.plan.json"), plan.text);
    const std::string path = folder.file("x.scenario.json");
    store::write_file(path, changed_scenario(school.files(), change, path, "x.plan.json"));
    const auto loaded = scenarios::load_world(path);
    REQUIRE(loaded);
    CHECK(loaded.value->files[1] == folder.file("x.plan.json"));
    CHECK(loaded.value->world->building.obstacles.size() == school.building().obstacles.size() - 1);
}
