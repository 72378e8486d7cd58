// SPDX-License-Identifier: Apache-2.0
// Saving an edited plan: what did not change keeps its bytes.
#include "floorplans/plan_rewriter.h"

#include <sstream>

#include "floorplans/writer.h"
#include "tests/support/temporary_folder.h"
#include "tests/unit/floorplans/plan_text.h"

using namespace muster;
using namespace muster::floorplans;
using namespace muster::testing;

namespace {

Building read(const std::string& text) {
    Checked<Building> checked = read_plan_text(text);
    INFO(listing(checked.findings));
    REQUIRE(checked);
    return std::move(*checked.value);
}

std::vector<std::string> lines_of(const std::string& text) {
    std::vector<std::string> lines;
    std::istringstream in(text);
    for (std::string line; std::getline(in, line);) lines.push_back(line);
    return lines;
}

/// Lines of `b` that differ from those of `a`; -1 when their numbers do.
int changed_lines(const std::string& a, const std::string& b) {
    const auto x = lines_of(a), y = lines_of(b);
    if (x.size() != y.size()) return -1;
    int n = 0;
    for (std::size_t i = 0; i < x.size(); ++i) n += x[i] != y[i] ? 1 : 0;
    return n;
}

void set_width(Opening& o, double width_m) {
    const Vec2 middle = o.at.middle(), half = 0.5 * width_m * o.at.direction();
    o.at = {middle - half, middle + half};
    o.clear_width_m = width_m;
}

const std::string with_extras = R"({ "$schema": "plan.schema.json", "format": "muster.plan", "schema_version": 1,
  "verification": {"tests": ["mine"]}, "id": "t", "name": "t",
  "levels": [{"id": "F1", "name": "1", "elevation_m": 0.0, "storey": 1}],
  "spaces": [
    {"area": [[0, 0], [9.0, 0], [9, 7], [0, 7]], "id": "r1", "level": "F1", "name": "r1", "use": "other", "colour": "red"},
    {"id": "c1", "level": "F1", "name": "\u8d70\u5eca", "use": "corridor", "area": [[0, 7.24], [9, 7.24], [9, 9.64], [0, 9.64]]}
  ],
  "openings": [
    {"id": "d1", "between": ["r1", "c1"], "at": [[7, 7.12], [8, 7.12]], "clear_width_m": 1.00, "state": "open"},
    {"id": "e1", "between": ["c1", "outside"], "at": [[9, 8], [9, 9]], "clear_width_m": 1}],
  "obstacles": [
    {"id": "desk", "kind": "desk", "space": "r1", "size_m": [0.6, 0.4], "at": [[2, 2], [3.5, 2], [5, 2]]}
  ]
}
)";

}  // namespace

TEST_CASE("saving: every plan of the library that was not changed is saved byte for byte", "[floorplans][library]") {
    for (const std::string& path : library_plans()) {
        INFO(path);
        const std::string text = content_of(path);
        const auto saved = rewrite_floor_plan(text, read(text));
        CHECK(saved.kept_form);
        CHECK(saved.text == text);
    }
}

TEST_CASE("saving: the width of one door changes one line of the file", "[floorplans][library][slow][sanitized]") {
    for (const std::string& path : library_plans()) {
        INFO(path);
        const std::string text = content_of(path);
        Building b = read(text);
        for (std::size_t i = 0; i < b.openings.size(); i += 13) {
            Building edited = b;
            set_width(edited.openings[i], edited.openings[i].clear_width_m - 0.1);
            const auto saved = rewrite_floor_plan(text, edited);
            INFO(edited.openings[i].key);
            CHECK(saved.kept_form);
            CHECK(changed_lines(text, saved.text) == 1);
        }
    }
}

TEST_CASE("saving: order, spelling and members the program does not know stay", "[floorplans]") {
    Building b = read(with_extras);
    CHECK(rewrite_floor_plan(with_extras, b).text == with_extras);
    b.spaces[1].capacity = 12;
    b.openings[0].state = DoorState::closed;
    const auto saved = rewrite_floor_plan(with_extras, b);
    INFO(saved.text);
    CHECK(saved.kept_form);
    CHECK(changed_lines(with_extras, saved.text) == 2);
    for (const char* kept : {"\"colour\": \"red\"", "\"verification\"", "\\u8d70", "\"$schema\"", "1.00"})
        CHECK(saved.text.find(kept) != std::string::npos);
    CHECK(read(saved.text).openings[0].state == DoorState::closed);
}

TEST_CASE("saving: rows that are added, taken away or emptied leave the others alone", "[floorplans]") {
    Building b = read(with_extras);
    Fixture bell;
    bell.key = "bell";
    bell.space = SpaceId{1};
    bell.at = {4.0, 9.6};
    b.fixtures.push_back(bell);
    Obstacle shelf = b.obstacles[0];
    shelf.key = "shelf";
    shelf.kind = ObstacleKind::shelf;
    shelf.outline = {{0.1, 5}, {0.5, 5}, {0.5, 6}, {0.1, 6}};
    b.obstacles.erase(b.obstacles.begin(), b.obstacles.end());
    b.obstacles.push_back(shelf);
    b.spaces[0].obstacles.clear();
    const auto saved = rewrite_floor_plan(with_extras, b);
    INFO(saved.text);
    CHECK(saved.kept_form);
    CHECK(saved.text.find("\"desk\", \"kind\"") == std::string::npos);
    CHECK(saved.text.find("\"colour\": \"red\"") != std::string::npos);
    const Building again = read(saved.text);
    REQUIRE(again.obstacles.size() == 1);
    CHECK(again.obstacles[0].key == "shelf");
    REQUIRE(again.fixtures.size() == 1);
    CHECK(again.fixtures[0].key == "bell");
}

TEST_CASE("saving: one desk of a row that moved is one place in the row", "[floorplans]") {
    Building b = read(with_extras);
    for (Vec2& p : b.obstacles[1].outline) p += Vec2{0.25, 0.0};
    const auto saved = rewrite_floor_plan(with_extras, b);
    INFO(saved.text);
    CHECK(saved.kept_form);
    CHECK(saved.text.find("[[2, 2], [3.75, 2], [5, 2]]") != std::string::npos);
    CHECK(changed_lines(with_extras, saved.text) == 1);
}

TEST_CASE("saving: a file that is no plan is written anew, and says so", "[floorplans]") {
    const Building b = read(two_rooms().text());
    for (const char* original : {"", "{}", "[1, 2", "{\"format\": \"muster.scenario\"}"}) {
        const auto saved = rewrite_floor_plan(original, b);
        CHECK_FALSE(saved.kept_form);
        CHECK(saved.text == write_floor_plan(b));
    }
}

TEST_CASE("saving: a plan with an error can be saved and read into the editor again", "[floorplans]") {
    PlanText plan = two_rooms();
    plan.room("shut", "[[20, 0], [25, 0], [25, 5], [20, 5]]");
    plan.door("bad", "shut", "c1", "[[0, 20], [1, 20]]");
    const auto document = JsonDocument::parse(plan.text(), "t.plan.json");
    REQUIRE(document);
    PlanInWork work = read_plan_in_work(*document.value);
    CHECK(has_errors(work.findings));
    REQUIRE(work.building.spaces.size() == 3);
    REQUIRE(work.building.openings.size() == 3);
    CHECK(rewrite_floor_plan(plan.text(), work.building).text == plan.text());
    work.building.spaces[2].capacity = 3;
    const auto saved = rewrite_floor_plan(plan.text(), work.building);
    CHECK(saved.kept_form);
    CHECK(changed_lines(plan.text(), saved.text) == 1);
}
