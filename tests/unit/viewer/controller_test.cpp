// SPDX-License-Identifier: Apache-2.0
// Wishes carried out on the state of the window.
#include "render/viewer/state/controller.h"

#include <catch2/catch.hpp>

#include "render/viewer/edit/edit_spaces.h"
#include "tests/unit/viewer/fake_host.h"
#include "tests/unit/viewer/small_runs.h"

using namespace muster;
using namespace muster::viewer;

namespace {

constexpr double frame_s = 1.0 / 30.0;

struct Watching {
    FakeHost host;
    ViewerState state;
    Controller controller{state, host};

    Watching() {
        host.worlds["a.scenario.json"] = small_school().build();
        host.worlds["b.scenario.json"] = small_school().group("k3", "r2", 3, 1.0).build();
        wish(wish::OpenPath{"a.scenario.json", false});
    }
    void wish(Wish one) { controller.carry_out({std::move(one)}); }
    void play_until(double at_s) {
        wait_for([&] {
            controller.pass(frame_s);
            return state.playback.at_s >= at_s || !state.playback.playing;
        });
    }
    void see(double at_s) {
        wish(wish::Seek{at_s});
        wait_for([&] {
            controller.pass(0.0);
            return controller.caught_up();
        });
        controller.pass(0.0);
    }
};

}  // namespace

TEST_CASE("controller: playing goes on in time, waits for the run, and stops at its end", "[viewer]") {
    Watching v;
    v.wish(wish::SetSpeed{8.0});
    v.wish(wish::Play{true});
    v.play_until(2.0);
    CHECK(v.state.playback.playing);
    CHECK(v.state.moment().people().size() == 20);
    CHECK(v.state.session().reached_s() >= 1.5);
    v.wish(wish::SetSpeed{64.0});
    v.play_until(1e9);
    CHECK_FALSE(v.state.playback.playing);
    CHECK(v.state.session().ended());
    CHECK(v.state.playback.at_s == Approx(v.state.session().end_s()));
    v.wish(wish::Play{true});
    CHECK(v.state.playback.at_s == 0.0);
}

TEST_CASE("controller: a long frame does not make people jump", "[viewer]") {
    Watching v;
    v.see(0.0);
    v.wish(wish::Play{true});
    v.controller.pass(5.0);
    CHECK(v.state.playback.at_s <= 0.11);
}

TEST_CASE("controller: time stays within the run and speed within its limits", "[viewer]") {
    Watching v;
    v.wish(wish::Seek{-5.0});
    CHECK(v.state.playback.at_s == 0.0);
    v.wish(wish::Seek{1e9});
    CHECK(v.state.playback.at_s == v.state.session().end_s());
    v.wish(wish::SetSpeed{1e6});
    CHECK(v.state.playback.speed == 64.0);
    v.wish(wish::SetSpeed{0.0});
    CHECK(v.state.playback.speed == 0.25);
    v.wish(wish::Seek{10.0});
    v.wish(wish::Play{true});
    v.wish(wish::StepBy{2});
    CHECK_FALSE(v.state.playback.playing);
    CHECK(v.state.playback.at_s == Approx(10.0 + 2.0 * v.state.session().world().scenario.run.sample_s));
    v.wish(wish::SetScale{99.0});
    CHECK(v.state.settings.scale == 3.0);
}

TEST_CASE("controller: jumps from event to event and back", "[viewer]") {
    Watching v;
    v.see(5.0);
    v.wish(wish::Give{SetOpening{OpeningId{0}, DoorState::locked}});
    v.see(12.0);
    const auto marks = landmarks(v.state.session().trace());
    REQUIRE(marks.size() >= 2);
    for (std::size_t i = 1; i < marks.size(); ++i) CHECK(marks[i - 1]->time <= marks[i]->time);
    v.wish(wish::Seek{1.0});
    v.wish(wish::NextEvent{1});
    const double next = v.state.playback.at_s;
    CHECK(next > 1.0);
    CHECK(next <= 6.5);
    v.wish(wish::NextEvent{-1});
    CHECK(v.state.playback.at_s < next);
}

TEST_CASE("controller: a file that cannot be opened is told, and what is open stays", "[viewer]") {
    Watching v;
    v.see(3.0);
    v.wish(wish::OpenPath{"missing.scenario.json", false});
    REQUIRE(v.state.open());
    CHECK(v.state.session().file().path == "a.scenario.json");
    CHECK(v.state.playback.at_s == 3.0);
    CHECK(v.state.message.find("missing") != std::string::npos);
    v.wish(wish::OpenPath{"missing.scenario.json", true});
    CHECK(v.state.sessions.size() == 1);
    CHECK(v.state.settings.recent == std::vector<std::string>{"a.scenario.json"});
}

TEST_CASE("controller: two runs are watched on one clock, and one is left when comparing ends", "[viewer]") {
    Watching v;
    v.see(2.0);
    v.wish(wish::OpenPath{"b.scenario.json", true});
    REQUIRE(v.state.sessions.size() == 2);
    v.see(4.0);
    CHECK(v.state.moments[0].people().size() == 20);
    CHECK(v.state.moments[1].people().size() == 23);
    CHECK(v.state.settings.recent.front() == "b.scenario.json");
    v.wish(wish::Activate{7});
    CHECK(v.state.active == 1);
    v.wish(wish::CloseCompared{});
    CHECK(v.state.sessions.size() == 1);
    CHECK(v.state.active == 0);
    v.controller.pass(frame_s);
    CHECK(v.state.moment().people().size() == 20);
}

TEST_CASE("controller: nothing that is wished for without an open file does harm", "[viewer]") {
    FakeHost host;
    ViewerState state;
    Controller controller(state, host);
    controller.carry_out({wish::Play{true}, wish::Seek{3.0}, wish::StepBy{1}, wish::NextEvent{1},
                          wish::Give{SoundAlarm{}}, wish::Undo{}, wish::Redo{}, wish::CloseCompared{},
                          wish::SetMode{Mode::edit}, wish::EditTool{Tool::rectangle}, wish::SetMode{Mode::lesson},
                          wish::LessonRun{wish::LessonWay::by_class}, wish::SomeoneStops{}, wish::AskQuiz{},
                          wish::OpenPath{"nothing", true}});
    controller.pass(1.0);
    CHECK_FALSE(state.open());
    CHECK_FALSE(state.playback.playing);
}

TEST_CASE("controller: a changed run is saved once, and a full disk leaves it unsaved", "[viewer]") {
    Watching v;
    v.see(2.0);
    v.wish(wish::Give{LightsOut{{}, 0.5}});
    v.host.disk_full = true;
    v.wish(wish::SaveScenario{"kept.scenario.json"});
    CHECK(v.state.session().unsaved());
    CHECK(v.state.message == "disk full");
    v.host.disk_full = false;
    v.wish(wish::SaveScenario{"kept.scenario.json"});
    CHECK_FALSE(v.state.session().unsaved());
    REQUIRE(v.host.scenarios.contains("kept.scenario.json"));
    CHECK(v.host.scenarios["kept.scenario.json"].incidents.size() == 2);
}

TEST_CASE("controller: a plan being edited is kept beside until it is saved, and tried in the run", "[viewer]") {
    Watching v;
    v.wish(wish::SetMode{Mode::edit});
    REQUIRE(v.state.desk);
    v.wish(
        wish::EditStep{add_space(v.state.desk->edit.building(), LevelId{0}, rectangle({0, 20}, {6, 26}), {}), false});
    REQUIRE(v.state.desk->edit.dirty());
    for (int i = 0; i < 100; ++i) v.controller.pass(frame_s);
    CHECK(v.host.kept.contains("school.plan.json.autosave"));
    v.wish(wish::SavePlan{"school.edited.plan.json"});
    CHECK(v.host.kept.empty());
    CHECK(v.host.plans.at("school.edited.plan.json").spaces.size() == 4);
    CHECK_FALSE(v.state.desk->edit.dirty());
    wait_for([&] {
        v.controller.pass(frame_s);
        return v.state.desk->healed() != nullptr && v.state.desk->checked();
    });
    v.wish(wish::TryPlan{});
    CHECK(v.state.mode == Mode::watch);
    CHECK(v.state.session().world().building.spaces.size() == 4);
    v.see(2.0);
    CHECK(v.state.moment().people().size() == 20);
}

TEST_CASE("controller: the language is changed at once and remembered; a message goes away by itself", "[viewer]") {
    Watching v;
    v.wish(wish::SetLanguage{text::Lang::en});
    CHECK(v.host.remembered.lang == text::Lang::en);
    v.wish(wish::Say{"something"});
    CHECK(v.state.message_left_s > 0.0);
    v.controller.pass(60.0);
    CHECK(v.state.message_left_s == 0.0);
}

TEST_CASE("controller: folders are browsed, the last one is remembered and given up when it is gone", "[viewer]") {
    Watching v;
    v.host.folders[""] = {"/home", "/", {{"学校", EntryKind::folder}}, ""};
    v.host.folders["/home/学校"] = {"/home/学校", "/home", {{"b.scenario.json", EntryKind::scenario}}, ""};
    v.wish(wish::BrowseFolder{});
    CHECK(v.state.browser->folder == "/home");
    v.wish(wish::BrowseFolder{"/home/学校"});
    v.wish(wish::CloseBrowser{});
    CHECK_FALSE(v.state.browser);
    CHECK(v.host.remembered.folder == "/home/学校");
    v.wish(wish::BrowseFolder{});
    CHECK(v.state.browser->folder == "/home/学校");
    v.wish(wish::BrowseFolder{"/locked"});
    CHECK(v.state.browser->folder == "/home/学校");
    CHECK(v.state.message == "no folder /locked");
    v.host.folders.erase("/home/学校");
    v.wish(wish::BrowseFolder{});
    CHECK(v.state.browser->folder == "/home");
    v.wish(wish::OpenPath{"nothing.json", false});
    CHECK(v.state.browser);
    v.wish(wish::OpenPath{"b.scenario.json", false});
    CHECK_FALSE(v.state.browser);
}

TEST_CASE("controller: a new plan takes the place of what is open, whose unsaved changes are kept", "[viewer]") {
    Watching v;
    v.state.settings.folder = "/home";
    v.wish(wish::SetMode{Mode::edit});
    v.wish(wish::EditStep{add_level(v.state.desk->edit.building(), 3.6)});
    v.wish(wish::NewPlan{});
    CHECK(v.host.kept.contains("school.plan.json.autosave"));
    REQUIRE(v.state.sessions.size() == 1);
    CHECK(v.state.mode == Mode::edit);
    CHECK(v.state.desk->path == "/home/new.plan.json");
    CHECK(v.state.desk->edit.building().spaces.empty());
    v.controller.pass(frame_s);
    v.wish(wish::SetMode{Mode::watch});
    v.controller.pass(frame_s);
}
