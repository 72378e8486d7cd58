// SPDX-License-Identifier: Apache-2.0
// What comes out when panels are pressed.
#include <catch2/catch.hpp>

#include "render/viewer/panels/edit_panels.h"
#include "tests/unit/panels/panel_bench.h"

using namespace muster;
using namespace muster::viewer;

TEST_CASE("panels: pressing play, step, faster and the events asks for just that", "[panels]") {
    PanelBench bench;
    bench.obey = false;
    const Wishes play = bench.click("viewer.play");
    REQUIRE(find_wish<wish::Play>(play));
    CHECK(find_wish<wish::Play>(play)->on);
    CHECK(find_wish<wish::StepBy>(bench.click("viewer.step"))->samples == 1);
    CHECK(find_wish<wish::SetSpeed>(bench.click("viewer.faster"))->speed == 2.0);
    CHECK(find_wish<wish::SetSpeed>(bench.click("viewer.slower"))->speed == 0.5);
    CHECK(find_wish<wish::NextEvent>(bench.click("viewer.event_next"))->direction == 1);
    CHECK(find_wish<wish::NextEvent>(bench.click("viewer.event_before"))->direction == -1);
    CHECK(find_wish<wish::Seek>(bench.click("viewer.timeline")));
    CHECK(bench.recovered == 0);
}

TEST_CASE("panels: tabs of storeys, arrangements, modes, language and help", "[panels]") {
    PanelBench bench;
    bench.click("viewer.mode.lesson");
    CHECK(bench.state.mode == Mode::lesson);
    bench.click("viewer.mode.edit");
    CHECK(bench.state.mode == Mode::edit);
    bench.click("viewer.mode.watch");
    CHECK(bench.state.mode == Mode::watch);
    bench.click("viewer.language");
    CHECK(bench.state.settings.lang == text::Lang::en);
    bench.click("viewer.help_button");
    CHECK(bench.state.help);
    bench.key(key_f1);
    CHECK_FALSE(bench.state.help);
    CHECK(find_wish<wish::ShowLevel>(bench.click("viewer.level:F1"))->level == LevelId{0});
    CHECK(bench.recovered == 0);
}

TEST_CASE("panels: a click on the plan chooses the person, the door or the room under it", "[panels]") {
    PanelBench bench;
    bench.see(0.0);
    bench.frames(2);
    bench.click(bench.on_screen({4.5, 7.12}));
    CHECK(std::get_if<OpeningId>(&bench.state.selection) != nullptr);
    const PersonNow someone = bench.state.moment().people()[4];
    bench.click(bench.on_screen(someone.at));
    REQUIRE(std::get_if<PersonId>(&bench.state.selection) != nullptr);
    const PersonId chosen = std::get<PersonId>(bench.state.selection);
    CHECK(distance(bench.state.moment().people()[chosen.index()].at, someone.at) < 0.4);
    bench.click(bench.on_screen({17.9, 9.3}));
    CHECK(bench.state.selection == Selection{bench.state.session().world().building.find_space("c1")});
    bench.key(ImGui::GetKeyIndex(ImGuiKey_Escape));
    CHECK(std::holds_alternative<std::monostate>(bench.state.selection));
}

TEST_CASE("panels: what is pressed under Change is the command that is given", "[panels]") {
    PanelBench bench;
    bench.obey = false;
    const auto given = [&](const char* id) {
        const Wishes wishes = bench.click(id);
        INFO(id);
        const auto* give = find_wish<wish::Give>(wishes);
        REQUIRE(give != nullptr);
        return give->command;
    };
    bench.click("viewer.tab.change");
    CHECK(std::holds_alternative<SoundAlarm>(given("viewer.do.alarm")));
    CHECK(std::holds_alternative<SilenceAlarm>(given("viewer.do.silence")));
    CHECK(std::holds_alternative<StartShaking>(given("viewer.do.shake")));
    CHECK(std::get<LightsOut>(given("viewer.do.lights_out")).spaces.empty());
    CHECK(std::holds_alternative<LightsOn>(given("viewer.do.lights_on")));
    CHECK(std::get<ChangeRelease>(given("viewer.order.class")).release.policy == ReleasePolicy::class_by_class);

    bench.state.selection = OpeningId{1};
    CHECK(std::get<SetOpening>(given("viewer.do.lock")).opening == OpeningId{1});
    CHECK(std::get<SetOpening>(given("viewer.do.open")).state == DoorState::open);
    CHECK(std::get<SetOpening>(given("viewer.do.close")).state == DoorState::closed);
    CHECK(std::get<BlockOpening>(given("viewer.do.jam")).blocked);
    CHECK_FALSE(std::get<BlockOpening>(given("viewer.do.free")).blocked);
    CHECK(std::get<PostGuide>(given("viewer.do.guide")).opening == OpeningId{1});
    CHECK(std::get<RemoveGuide>(given("viewer.do.no_guide")).opening == OpeningId{1});

    bench.state.selection = SpaceId{0};
    CHECK(std::get<PersonFalls>(given("viewer.do.fall")).space == SpaceId{0});
    CHECK(std::get<CloseSpace>(given("viewer.do.close_space")).space == SpaceId{0});
    CHECK(std::get<StartFire>(given("viewer.do.fire")).space == SpaceId{0});
    CHECK(std::get<LightsOut>(given("viewer.do.dark_here")).spaces == std::vector<SpaceId>{SpaceId{0}});

    bench.state.group = GroupId{1};
    CHECK(std::get<ReleaseGroup>(given("viewer.do.release")).group == GroupId{1});
    CHECK(std::get<HoldGroup>(given("viewer.do.hold")).group == GroupId{1});
    CHECK(find_wish<wish::Undo>(bench.click("viewer.undo")));
    CHECK(find_wish<wish::SaveScenario>(bench.click("viewer.save_scenario"))->path == "a.changed.scenario.json");
    CHECK(bench.recovered == 0);
}

TEST_CASE("panels: keys play, step, change what is shown, undo and save", "[panels]") {
    PanelBench bench;
    bench.obey = false;
    CHECK(find_wish<wish::Play>(bench.key(ImGui::GetKeyIndex(ImGuiKey_Space))));
    CHECK(find_wish<wish::StepBy>(bench.key(ImGui::GetKeyIndex(ImGuiKey_LeftArrow)))->samples == -1);
    CHECK(find_wish<wish::NextEvent>(bench.key(']'))->direction == 1);
    CHECK(find_wish<wish::SetLayers>(bench.key('T'))->layers.trails);
    CHECK(find_wish<wish::SetLayers>(bench.key('C'))->layers.colouring == Colouring::group);
    CHECK(find_wish<wish::SetMode>(bench.key('L'))->mode == Mode::lesson);
    CHECK(find_wish<wish::ShowLevel>(bench.key('1'))->level == LevelId{0});
    CHECK(find_wish<wish::Undo>(bench.key('Z', true)));
    CHECK(find_wish<wish::SaveScenario>(bench.key('S', true)) == nullptr);  // nothing was changed
    bench.obey = true;
    bench.controller.carry_out({wish::Give{LightsOut{{}, 0.5}}});
    bench.key('S', true);
    CHECK(bench.host.scenarios.contains("a.changed.scenario.json"));
}

TEST_CASE("panels: a rectangle dragged on the drawing board becomes a room, undone with Ctrl+Z", "[panels]") {
    PanelBench bench;
    bench.click("viewer.mode.edit");
    REQUIRE(bench.state.desk);
    bench.click("viewer.tool.rectangle");
    bench.frame();
    const std::size_t spaces = bench.state.desk->edit.building().spaces.size();
    bench.drag(bench.on_screen({2.0, 10.4}), bench.on_screen({8.0, 12.4}));
    REQUIRE(bench.state.desk->edit.building().spaces.size() == spaces + 1);
    CHECK(area(bench.state.desk->edit.building().spaces.back().area) > 8.0);
    bench.key('Z', true);
    CHECK(bench.state.desk->edit.building().spaces.size() == spaces);
    bench.key('Y', true);
    CHECK(bench.state.desk->edit.building().spaces.size() == spaces + 1);
    bench.key('S', true);
    CHECK(bench.host.plans.contains("school.edited.plan.json"));
    CHECK(bench.recovered == 0);
}

TEST_CASE("panels: a person who was chosen is nobody while the run starts over; nothing breaks", "[panels]") {
    PanelBench bench;
    bench.click("viewer.tab.change");
    bench.state.selection = PersonId{3};
    bench.frames(2);
    CHECK(bench.ui.spots.contains("viewer.do.fall"));
    bench.state.moments.front() = CrowdNow{};
    CHECK_FALSE(bench.words_of(draw_commands).empty());
    (void)bench.words_of(draw_inspector);
    CHECK(bench.recovered == 0);
}
