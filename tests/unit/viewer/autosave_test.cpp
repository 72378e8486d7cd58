// SPDX-License-Identifier: Apache-2.0
// What happens to a plan that is not saved when something ends.
#include <catch2/catch.hpp>

#include "render/viewer/edit/edit_levels.h"
#include "render/viewer/state/controller.h"
#include "tests/unit/viewer/fake_host.h"
#include "tests/unit/viewer/small_plan.h"

using namespace muster;
using namespace muster::viewer;

namespace {

// Any path is a plan.
class Kept final : public FakeHost {
public:
    OpenedFile open(const std::string& path) override {
        OpenedFile file;
        file.path = file.plan_path = path;
        World world;
        world.building = plan_with_door();
        file.world = std::make_shared<const World>(std::move(world));
        return file;
    }
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
    CHECK(desk.files.kept.at("a.plan.json.autosave").levels.size() == 2);
    desk.controller.carry_out({wish::Leave{wish::Leaving::stay, {}}});
    CHECK_FALSE(desk.state.leaving);
    CHECK_FALSE(desk.controller.quit());
    desk.controller.carry_out({wish::Leave{wish::Leaving::save, "b.plan.json"}});
    CHECK(desk.controller.quit());
    CHECK(desk.files.plans.contains("b.plan.json"));
    CHECK(desk.files.kept.empty());
}

TEST_CASE("autosave: a plan that cannot be saved keeps the window open", "[viewer]") {
    Desk desk;
    desk.add_storey();
    desk.files.disk_full = true;
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
    CHECK(changed.files.kept.empty());
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
    desk.files.kept.insert_or_assign("c.plan.json.autosave", plan_with_door());
    desk.controller.carry_out({wish::OpenPath{"c.plan.json", false}, wish::SetMode{Mode::edit}});
    REQUIRE(desk.state.desk->found);
    desk.controller.carry_out({wish::DiscardAutosave{}});
    CHECK_FALSE(desk.state.desk->found);
    CHECK(desk.files.kept.empty());
}

TEST_CASE("autosave: what was found and not answered is not written over", "[viewer]") {
    Desk desk;
    const Building found = add_level(plan_with_door(), 3.6).building.value();
    desk.files.kept.insert_or_assign("c.plan.json.autosave", found);
    desk.controller.carry_out({wish::OpenPath{"c.plan.json", false}, wish::SetMode{Mode::edit}});
    desk.add_storey();
    desk.add_storey();
    desk.controller.keep_unsaved();
    CHECK(desk.files.kept.at("c.plan.json.autosave.1").levels.size() == 2);
    CHECK(desk.files.kept.at("c.plan.json.autosave").levels.size() == 3);
    SECTION("it can still be taken over; then the plan's own file holds it") {
        desk.controller.carry_out({wish::RestoreAutosave{}});
        CHECK(desk.storeys() == 2);
        CHECK(desk.files.kept.at("c.plan.json.autosave").levels.size() == 2);
        CHECK(desk.files.kept.size() == 1);
    }
    SECTION("saving the plan leaves it") {
        desk.controller.carry_out({wish::SavePlan{"d.plan.json"}});
        CHECK(desk.files.kept.size() == 1);
        CHECK(desk.files.kept.contains("c.plan.json.autosave.1"));
    }
}
