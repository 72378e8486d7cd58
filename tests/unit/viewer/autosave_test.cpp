// SPDX-License-Identifier: Apache-2.0
// What happens to a plan that is not saved when something ends.
#include <catch2/catch.hpp>
#include <map>

#include "render/viewer/state/controller.h"
#include "tests/unit/viewer/small_plan.h"

using namespace muster;

namespace {

// Files of a test: what is kept beside plans, and whether the disk takes anything.
class Kept final : public ViewerHost {
public:
    OpenedFile open(const std::string& path) override {
        OpenedFile file;
        file.path = file.plan_path = path;
        World world;
        world.building = plan_with_door();
        file.world = std::make_shared<const World>(std::move(world));
        return file;
    }
    PlanCheck check_plan(const Building&) override { return {}; }
    Checked<std::shared_ptr<const World>> with_plan(const Session&, const Building&) override { return {}; }
    HostAnswer save_plan(const Building&, const std::string& path) override {
        if (!full) saved.push_back(path);
        return {!full, ""};
    }
    void autosave(const Building& building, const std::string& path) override {
        beside.insert_or_assign(path, building);
    }
    void forget_autosave(const std::string& path) override { beside.erase(path); }
    std::optional<Building> autosaved(const std::string& path) override {
        const auto found = beside.find(path);
        return found == beside.end() ? std::nullopt : std::optional(found->second);
    }
    HostAnswer save_scenario(const Session&, const std::string&) override { return {}; }
    HostAnswer save_picture(const ViewerState&, const std::string&) override { return {}; }
    HostAnswer save_route_card(const ViewerState&, const std::string&) override { return {}; }
    HostAnswer make_video(const Trace&, Lang, const std::string&) override { return {}; }
    void remember(const Settings&) override {}

    std::map<std::string, Building> beside;
    std::vector<std::string> saved;
    bool full = false;
};

struct Desk {
    Desk() { controller.carry_out({wish::OpenPath{"a.plan.json", false}, wish::SetMode{Mode::edit}}); }
    void add_storey() { controller.carry_out({wish::EditStep{add_level(state.desk->edit.building(), 3.6)}}); }
    [[nodiscard]] std::size_t storeys() const { return state.desk->edit.building().levels.size(); }
    Kept files;
    ViewerState state;
    Controller controller{state, files};
};

}  // namespace

TEST_CASE("autosave: a window closed over an unsaved plan keeps it and asks", "[viewer]") {
    Desk desk;
    desk.add_storey();
    desk.controller.carry_out({wish::Leave{}});
    CHECK(desk.state.leaving);
    CHECK_FALSE(desk.controller.quit());
    CHECK(desk.files.beside.at("a.plan.json").levels.size() == 2);
    desk.controller.carry_out({wish::Leave{wish::Leaving::stay, {}}});
    CHECK_FALSE(desk.state.leaving);
    CHECK_FALSE(desk.controller.quit());
    desk.controller.carry_out({wish::Leave{wish::Leaving::save, "b.plan.json"}});
    CHECK(desk.controller.quit());
    CHECK(desk.files.saved == std::vector<std::string>{"b.plan.json"});
    CHECK(desk.files.beside.empty());
}

TEST_CASE("autosave: a plan that cannot be saved keeps the window open", "[viewer]") {
    Desk desk;
    desk.add_storey();
    desk.files.full = true;
    desk.controller.carry_out({wish::Leave{wish::Leaving::save, "b.plan.json"}});
    CHECK_FALSE(desk.controller.quit());
}

TEST_CASE("autosave: nothing is asked when nothing was changed, and nothing kept when it is not wanted", "[viewer]") {
    Desk unchanged;
    unchanged.controller.carry_out({wish::Leave{}});
    CHECK(unchanged.controller.quit());
    Desk changed;
    changed.add_storey();
    changed.controller.carry_out({wish::Leave{}, wish::Leave{wish::Leaving::leave, {}}});
    CHECK(changed.controller.quit());
    CHECK(changed.files.beside.empty());
}

TEST_CASE("autosave: what was kept is told of and can be taken over in one step that can be undone", "[viewer]") {
    Desk desk;
    desk.add_storey();
    // Another file is opened over it, as when one is dropped onto the window.
    desk.controller.carry_out({wish::OpenPath{"c.plan.json", false}, wish::OpenPath{"a.plan.json", false}});
    desk.state.message.clear();
    desk.controller.carry_out({wish::SetMode{Mode::edit}});
    CHECK(desk.state.message.find("a.plan.json.autosave") != std::string::npos);
    REQUIRE(desk.storeys() == 1);
    desk.controller.carry_out({wish::RestoreAutosave{}});
    CHECK(desk.storeys() == 2);
    CHECK(desk.state.desk->edit.dirty());
    CHECK_FALSE(desk.state.desk->found);
    desk.controller.carry_out({wish::Undo{}});
    CHECK(desk.storeys() == 1);
}

TEST_CASE("autosave: what was kept can be thrown away", "[viewer]") {
    Desk desk;
    desk.files.beside.insert_or_assign("c.plan.json", plan_with_door());
    desk.controller.carry_out({wish::OpenPath{"c.plan.json", false}, wish::SetMode{Mode::edit}});
    REQUIRE(desk.state.desk->found);
    desk.controller.carry_out({wish::DiscardAutosave{}});
    CHECK_FALSE(desk.state.desk->found);
    CHECK(desk.files.beside.empty());
}
