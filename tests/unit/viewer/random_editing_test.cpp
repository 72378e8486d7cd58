// SPDX-License-Identifier: Apache-2.0
// Whatever is clicked in whatever order: nothing breaks, undoing gives back what was, and what is accepted can be
// written and read.
#include <catch2/catch.hpp>

#include "floorplans/json_cursor.h"
#include "floorplans/reader.h"
#include "floorplans/writer.h"
#include "render/viewer/edit/edit_contents.h"
#include "render/viewer/edit/edit_removal.h"
#include "render/viewer/edit/edit_stairs.h"
#include "render/viewer/edit/plan_edit.h"
#include "sim/base/random.h"
#include "tests/unit/viewer/small_plan.h"
#include "tools/edit/plan_check.h"

using namespace muster;
using namespace muster::viewer;

namespace {

class Clicker {
public:
    explicit Clicker(std::uint64_t seed) : rng_(seed, Purpose::test, 1) {}

    /// `gently`: nothing that a reader is likely to refuse, such as a room without a door.
    Edited step(const Building& b, bool gently) {
        switch (gently ? 10 + below(5) : below(18)) {
            case 0:
            case 1:
                return add_space(b, level(b), rectangle(point(), point()), {static_cast<SpaceUse>(below(22))});
            case 2:
                return add_space(b, level(b), {point(), point(), point(), point(), point()}, {});
            case 3:
                return move_objects(b, {object(b), object(b)}, {rng_.uniform(-3, 3), rng_.uniform(-3, 3)});
            case 4:
                return resize_object(b, object(b), bounds({point(), point()}));
            case 5:
                return move_vertex(b, vertex(b), point());
            case 6:
                return insert_vertex(b, vertex(b), point());
            case 7:
                return delete_vertex(b, vertex(b));
            case 8:
                return drag_edge(b, vertex(b), point());
            case 9:
            case 10:
                return add_opening(b, level(b), point(), {rng_.uniform(0.3, 3.0)});
            case 11:
                return b.openings.empty() ? Edited{} : move_opening(b, OpeningId{below(b.openings.size())}, point());
            case 12:
                return b.openings.empty()
                           ? Edited{}
                           : set_opening_width(b, OpeningId{below(b.openings.size())}, rng_.uniform(0, 5));
            case 13:
                return rng_.uniform() < 0.3 ? remove_objects(b, {object(b)}) : Edited{};
            case 14:
                return add_furniture(b, level(b), point(), {ObstacleKind::shelf, {1.2, 0.4}, rng_.uniform(-180, 180)});
            case 15:
                return flight(b);
            case 16:
                return rng_.uniform() < 0.2 ? add_level(b, 3.6) : add_fixture(b, level(b), point(), FixtureKind::alarm);
            default:
                return b.levels.size() < 4 && rng_.uniform() < 0.2
                           ? duplicate_storey(b, level(b), 3.3)
                           : add_assembly_area(b, level(b), rectangle(point(), point()));
        }
    }

private:
    std::size_t below(std::size_t n) { return static_cast<std::size_t>(rng_.uniform() * static_cast<double>(n)); }
    Vec2 point() { return {rng_.uniform(-2, 25), rng_.uniform(-2, 14)}; }
    LevelId level(const Building& b) { return LevelId{below(b.levels.size())}; }
    ObjectRef object(const Building& b) {
        const auto kind = static_cast<ObjectKind>(below(9));
        const ObjectRef any{kind, below(12)};
        return exists(b, any)     ? any
               : b.spaces.empty() ? ObjectRef{}
                                  : ObjectRef{ObjectKind::space, below(b.spaces.size())};
    }
    VertexRef vertex(const Building& b) { return {object(b), below(2), below(6)}; }
    Edited flight(const Building& b) {
        const Vec2 a = point();
        const auto plan = plan_flight(b, {level(b), {a, a + Vec2{0.0, 1.8}}, {-1, 0}, rng_.uniform(1, 8)});
        return plan ? add_flight(b, *plan) : Edited{};
    }

    RandomStream rng_;
};

}  // namespace

TEST_CASE("editing: random clicks never break a plan, and undoing them gives back every plan on the way",
          "[viewer][property][slow][sanitized]") {
    int readable = 0, taken = 0;
    for (std::uint64_t seed = 1; seed <= 40; ++seed) {
        INFO("seed " << seed);
        Clicker clicker(seed);
        PlanEdit edit(plan_with_door());
        std::vector<std::string> texts{floorplans::write_floor_plan(edit.building())};
        for (int i = 0; i < 60; ++i) {
            if (!edit.apply(clicker.step(edit.building(), i < 8))) continue;
            ++taken;
            texts.push_back(floorplans::write_floor_plan(edit.building()));
            if (i >= 8 && i % 8 != 0) continue;
            const auto healed = edit::recheck(edit.building()).healed;
            if (!healed) continue;
            ++readable;
            const auto again = edit::recheck(*healed).healed;
            REQUIRE(again);
            CHECK(floorplans::write_floor_plan(*again) == floorplans::write_floor_plan(*healed));
        }
        const auto document = floorplans::JsonDocument::parse(texts.back(), "");
        REQUIRE(document);
        const floorplans::PlanInWork work = floorplans::read_plan_in_work(*document.value);
        CHECK(work.building.levels.size() == edit.building().levels.size());
        for (std::size_t i = texts.size() - 1; i-- > 0;) {
            REQUIRE(edit.undo());
            CHECK(floorplans::write_floor_plan(edit.building()) == texts[i]);
        }
        CHECK_FALSE(edit.dirty());
        for (std::size_t i = 1; i < texts.size(); ++i) REQUIRE(edit.redo());
        CHECK(floorplans::write_floor_plan(edit.building()) == texts.back());
    }
    CHECK(taken > 500);
    CHECK(readable > 40);  // most heaps of random rooms overlap; some do not
}
