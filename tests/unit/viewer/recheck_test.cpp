// SPDX-License-Identifier: Apache-2.0
// What the editor makes is what the plan reader accepts, and findings lead to their objects.
#include <catch2/catch.hpp>
#include <chrono>
#include <filesystem>

#include "floorplans/json_cursor.h"
#include "floorplans/reader.h"
#include "floorplans/writer.h"
#include "render/viewer/edit/edit_contents.h"
#include "render/viewer/edit/edit_removal.h"
#include "tests/support/paths.h"
#include "tests/unit/viewer/small_plan.h"
#include "tools/edit/plan_check.h"

using namespace muster;
using namespace muster::viewer;

namespace {

const PlanFinding* find(const PlanCheck& check, const std::string& code) {
    for (const PlanFinding& f : check.findings)
        if (f.finding.code == code) return &f;
    return nullptr;
}

Building library_plan(const char* name) {
    auto read = floorplans::read_floor_plan(testing::source_file("floorplans/library/") + name + ".plan.json");
    REQUIRE(read);
    return std::move(*read.value);
}

}  // namespace

TEST_CASE("recheck: a plan drawn with the editor is read without a finding", "[viewer]") {
    const PlanCheck check = edit::recheck(plan_with_door());
    INFO(listing(check));
    CHECK(check.findings.empty());
    REQUIRE(check.healed);
    CHECK(check.healed->openings.size() == 3);
}

TEST_CASE("recheck: a finding names the object it is about and where it is", "[viewer]") {
    Building b = plan_with_door();
    b = *add_furniture(b, LevelId{0}, {2, 2}, {}).building;
    b = *add_furniture(b, LevelId{0}, {4.0, 6.8}, {ObstacleKind::cabinet, {1.4, 0.4}}).building;
    const PlanCheck blocked = edit::recheck(b);
    const PlanFinding* door = find(blocked, "opening.blocked");
    REQUIRE(door != nullptr);
    CHECK(door->object == ObjectRef{ObjectKind::opening, 0});
    CHECK(door->at == b.openings[0].at.middle());
    CHECK(door->level == LevelId{0});
    CHECK_FALSE(blocked.healed);

    b.obstacles[1].outline = furniture_outline({}, {30.0, 3.0});
    const PlanCheck away = edit::recheck(b);
    const PlanFinding* desk = find(away, "obstacle.elsewhere");
    INFO(listing(away));
    REQUIRE(desk != nullptr);
    CHECK(desk->object == ObjectRef{ObjectKind::obstacle, 1});

    const PlanCheck shut = edit::recheck(*remove_objects(b, {{ObjectKind::opening, 1}}).building);
    const PlanFinding* room = find(shut, "space.unreachable");
    INFO(listing(shut));
    REQUIRE(room != nullptr);
    CHECK(room->object == ObjectRef{ObjectKind::space, 1});
}

TEST_CASE("recheck: every library plan comes back as it was", "[viewer][library]") {
    for (const char* name : {"two_rooms", "primary_4f", "secondary_5f", "dormitory_6f", "canteen", "kindergarten_2f"}) {
        INFO(name);
        const Building b = library_plan(name);
        const PlanCheck check = edit::recheck(b);
        INFO(listing(check));
        REQUIRE(check.healed);
        CHECK(floorplans::write_floor_plan(*check.healed) == floorplans::write_floor_plan(b));
    }
}

TEST_CASE("editing: a storey of the primary school once more on top is read without an error", "[viewer]") {
    for (const char* name : {"primary_4f", "secondary_5f", "dormitory_6f", "kindergarten_2f"}) {
        INFO(name);
        const Building b = library_plan(name);
        const LevelId top{b.levels.size() - 1};
        const double height_m = b.levels.back().elevation_m - b.levels[b.levels.size() - 2].elevation_m;
        const Edited e = duplicate_storey(b, top, height_m);
        REQUIRE(e);
        const PlanCheck check = edit::recheck(*e.building);
        INFO(listing(check));
        REQUIRE(check.healed);
        CHECK(check.healed->levels.size() == b.levels.size() + 1);
        CHECK(check.healed->spaces.size() > b.spaces.size());
        const Edited less = remove_objects(*e.building, {{ObjectKind::level, top.index() + 1}});
        REQUIRE(less);
        CHECK(less.building->levels.size() == b.levels.size());
    }
}
