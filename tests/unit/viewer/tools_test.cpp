// SPDX-License-Identifier: Apache-2.0
// The pointer in the editor, stroke by stroke, without a window.
#include <catch2/catch.hpp>

#include "floorplans/json_cursor.h"
#include "floorplans/plan_rewriter.h"
#include "floorplans/reader.h"
#include "floorplans/writer.h"
#include "render/viewer/edit/edit_levels.h"
#include "render/viewer/edit/edit_tools.h"
#include "sim/base/random.h"
#include "tests/unit/viewer/small_plan.h"
#include "tools/edit/plan_check.h"

using namespace muster;
using namespace muster::viewer;

namespace {

/// Whoever sits at the screen.
struct Hand {
    PlanEdit edit{new_plan({"新教学楼", "New block"})};
    EditTools tools{edit};
    LevelId level{0};

    Pointer at(Vec2 p) const { return {p, level}; }
    void stroke(Vec2 from, Vec2 to) {
        tools.hover(at(from));
        tools.press(at(from));
        tools.drag(at(0.5 * (from + to)));
        tools.drag(at(to));
        tools.release(at(to));
    }
    void click(Vec2 p) { stroke(p, p); }
    void draw(SpaceUse use, Vec2 from, Vec2 to) {
        tools.choose(Tool::rectangle);
        tools.settings.space.use = use;
        stroke(from, to);
    }
    [[nodiscard]] const Building& plan() const { return edit.building(); }
};

}  // namespace

TEST_CASE("tools: two rooms, a corridor, doors, an exit and an assembly area are drawn, checked, saved and read again",
          "[viewer]") {
    Hand hand;
    hand.draw(SpaceUse::classroom, {0.03, -0.02}, {8.98, 7.02});
    hand.draw(SpaceUse::classroom, {9.2, 0.04}, {18.2, 7.0});  // the corner snaps into line with the first room
    hand.draw(SpaceUse::corridor, {0.0, 7.24}, {18.2, 9.6});
    hand.draw(SpaceUse::grounds, {20.0, 0.0}, {50.0, 30.0});
    REQUIRE(hand.plan().spaces.size() == 4);
    CHECK(hand.plan().spaces[0].area.outer == rectangle({0, 0}, {9, 7}));
    CHECK(hand.plan().spaces[1].area.outer[0].y == 0.0);

    hand.tools.choose(Tool::opening);
    hand.tools.settings.opening.width_m = 1.0;
    hand.tools.hover(hand.at({4.0, 7.1}));
    CHECK(hand.tools.preview().lines.size() == 1);
    CHECK(hand.tools.preview().refusal.empty());
    hand.click({4.0, 7.1});
    hand.click({14.0, 7.1});
    hand.tools.settings.opening.width_m = 1.5;
    hand.click({18.2, 8.4});
    REQUIRE(hand.plan().openings.size() == 3);
    hand.click({4.0, 3.0});
    CHECK(hand.edit.refusal() == "edit.refuse.no_wall");
    CHECK(hand.plan().openings.size() == 3);
    REQUIRE(hand.edit.apply(set_opening_width(hand.plan(), OpeningId{0}, 1.2)));

    hand.tools.choose(Tool::assembly);
    hand.stroke({25, 5}, {38, 25});
    hand.click({30, 10});
    hand.click({34, 10});
    CHECK(hand.plan().assembly_areas.size() == 1);
    CHECK(hand.plan().spots.size() == 2);
    hand.tools.choose(Tool::obstacle);
    hand.tools.settings.columns = 4;
    hand.tools.settings.rows = 3;
    hand.click({1.5, 1.5});
    CHECK(hand.plan().obstacles.size() == 12);

    const PlanCheck check = edit::recheck(hand.plan());
    INFO(listing(check));
    CHECK(check.findings.empty());
    REQUIRE(check.healed);

    const std::string text = floorplans::write_floor_plan(hand.plan());
    const auto document = floorplans::JsonDocument::parse(text, "new.plan.json");
    REQUIRE(document);
    const auto again = floorplans::read_floor_plan(*document.value);
    REQUIRE(again);
    CHECK(floorplans::write_floor_plan(*again.value) == text);
    CHECK(again.value->openings[0].clear_width_m == 1.2);
    hand.edit.mark_saved();
    CHECK_FALSE(hand.edit.dirty());
    CHECK(floorplans::rewrite_floor_plan(text, hand.plan()).text == text);
}

TEST_CASE("tools: a polygon is clicked corner by corner, ends on its first corner, and Escape takes a corner back",
          "[viewer]") {
    Hand hand;
    hand.tools.choose(Tool::polygon);
    for (const Vec2 p : {Vec2{0, 0}, Vec2{8, 0}, Vec2{8, 4}, Vec2{20, 20}}) hand.click(p);
    CHECK(hand.tools.preview().handles.size() == 4);
    hand.tools.cancel();
    hand.click({4, 4});
    hand.click({4, 8});
    hand.click({0, 8});
    hand.click({0.05, 0.05});
    REQUIRE(hand.plan().spaces.size() == 1);
    CHECK(area(hand.plan().spaces[0].area) == Approx(8 * 4 + 4 * 4));
    CHECK(hand.tools.preview().handles.empty());
    hand.click({10, 10});
    hand.click({14, 14});
    hand.click({14, 10});
    hand.click({10, 14});
    hand.tools.finish();
    CHECK(hand.edit.refusal() == "edit.refuse.bad_outline");
    CHECK(hand.plan().spaces.size() == 1);
}

TEST_CASE("tools: selecting, moving, dragging a wall and a corner, each is one step back", "[viewer]") {
    Hand hand;
    hand.edit.apply(done(plan_with_door(), "edit.step.change"));
    hand.click({4, 3});
    REQUIRE(hand.edit.selection() == std::vector<ObjectRef>{{ObjectKind::space, 0}});
    CHECK(hand.tools.preview().handles.size() == 4);
    hand.stroke({4, 3}, {3.1, 3.0});
    CHECK(hand.plan().spaces[0].area.outer[0] == Vec2{-0.9, 0});
    CHECK(hand.edit.undo_step() == "edit.step.move");
    REQUIRE(hand.edit.undo());
    hand.click({4, 3});
    hand.stroke({3, 0.05}, {3, 1.0});  // the south wall
    CHECK(hand.plan().spaces[0].area.outer[0] == Vec2{0, 1});
    CHECK(hand.edit.undo_step() == "edit.step.reshape");
    hand.stroke({0.1, 1.1}, {1.0, 2.0});  // its corner
    CHECK(hand.plan().spaces[0].area.outer[0] == Vec2{1, 2});
    REQUIRE(hand.edit.undo());
    REQUIRE(hand.edit.undo());
    CHECK(hand.plan().spaces[0].area.outer[0] == Vec2{0, 0});
    hand.click({4.0, 7.12});
    REQUIRE(hand.edit.selection() == std::vector<ObjectRef>{{ObjectKind::opening, 0}});
    hand.stroke({4.0, 7.12}, {6.0, 7.2});
    CHECK(hand.plan().openings[0].at.middle().x == Approx(6.0));
    hand.tools.remove_selection();
    CHECK(hand.plan().openings.size() == 2);
    CHECK(hand.edit.selection().empty());
    hand.stroke({-3, -3}, {20, 8});  // a band round both rooms
    CHECK(hand.edit.selection().size() > 2);
    hand.tools.cancel();
    CHECK(hand.edit.selection().empty());
}

TEST_CASE("tools: a stair is drawn with its foot and its run", "[viewer]") {
    Hand hand;
    Building b = plan_with_door();
    b = *add_level(b, 3.6).building;
    b = *add_space(b, LevelId{1}, rectangle({-14, 7.24}, {-6.44, 9.64}), {SpaceUse::lobby}).building;
    hand.edit.apply(done(std::move(b), "edit.step.change"));
    hand.tools.settings.snap.lines = false;
    hand.tools.choose(Tool::flight);
    hand.stroke({0.0, 7.5}, {0.0, 9.3});
    hand.tools.hover(hand.at({-6.4, 8.0}));
    CHECK(hand.tools.preview().refusal.empty());
    hand.click({-6.4, 8.0});
    REQUIRE(hand.plan().stairs.size() == 1);
    const PlanCheck check = edit::recheck(hand.plan());
    INFO(listing(check));
    CHECK(check.healed);
}

TEST_CASE("tools: a distance is measured; two points of the picture are handed over once", "[viewer]") {
    Hand hand;
    hand.tools.choose(Tool::measure);
    hand.stroke({30, 30}, {33, 34});
    REQUIRE(hand.tools.preview().labels.size() == 1);
    CHECK(hand.tools.preview().labels[0].value == Approx(5.0));
    CHECK_FALSE(hand.tools.take_underlay_points());
    hand.tools.choose(Tool::underlay_scale);
    hand.click({1.234, 2});
    hand.click({4.234, 6});
    const auto points = hand.tools.take_underlay_points();
    REQUIRE(points);
    CHECK(distance(points->first, points->second) == Approx(5.0));
    CHECK_FALSE(hand.tools.take_underlay_points());
    CHECK(hand.edit.undo_step().empty());
}

TEST_CASE("tools: whatever the hand does, nothing breaks and everything can be undone", "[viewer][property]") {
    for (std::uint64_t seed = 1; seed <= 25; ++seed) {
        INFO("seed " << seed);
        RandomStream rng(seed, Purpose::test, 2);
        const auto below = [&](int n) { return static_cast<int>(rng.uniform() * n); };
        PlanEdit edit(plan_with_door());
        const std::string begun = floorplans::write_floor_plan(edit.building());
        EditTools tools(edit);
        for (int i = 0; i < 250; ++i) {
            const Pointer at{{rng.uniform(-2, 25), rng.uniform(-2, 14)}, LevelId{0}, below(5) == 0, below(5) == 0};
            switch (below(14)) {
                case 0:
                    tools.choose(static_cast<Tool>(below(10)));
                    break;
                case 1:
                    tools.cancel();
                    break;
                case 2:
                    tools.finish();
                    break;
                case 3:
                    tools.double_click(at);
                    break;
                case 4:
                    if (below(4) == 0) tools.remove_selection();
                    break;
                case 5:
                    rng.uniform() < 0.5 ? edit.undo() : edit.redo();
                    break;
                case 6:
                case 7:
                    tools.hover(at);
                    break;
                case 8:
                case 9:
                    tools.drag(at);
                    break;
                case 10:
                case 11:
                    tools.release(at);
                    break;
                default:
                    tools.press(at);
            }
            CHECK(tools.preview().rings.size() < 1000);
        }
        while (edit.undo()) {}
        CHECK(floorplans::write_floor_plan(edit.building()) == begun);
    }
}
