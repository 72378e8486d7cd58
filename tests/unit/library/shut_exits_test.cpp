// SPDX-License-Identifier: Apache-2.0
// Scenarios of the library with exits locked after half a minute: who finds no way goes to wait somewhere, and nobody
// plugs a door or a stair that others need.
#include <algorithm>
#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "scenarios/reader.h"
#include "sim/engine/simulation.h"
#include "tests/support/paths.h"

using namespace muster;
using namespace muster::testing;

namespace {

// Longer than this nobody stands in a door or on a stair, s: till then the crowd before him may hold him up.
constexpr double too_long_s = 60.0;
// So near to the centre line of an opening one stands in it, m.
constexpr double in_opening_m = 0.3;

/// Who stands where others want to pass, and for how long.
class WhoPlugs : public RunObserver {
public:
    explicit WhoPlugs(const World& world) : world_(world) {}

    void run_started(const RunHeader& header) override { since_s_.assign(header.people.size(), -1.0); }
    void event_happened(SimTime, const Event& event) override {
        if (const auto* changed = std::get_if<OpeningChanged>(&event))
            if (changed->state == DoorState::locked) shut_.push_back(changed->opening);
    }
    void frame(const Frame& now) override {
        for (std::size_t i = 0; i < now.x.size(); ++i) {
            const Vec2 at{now.x[i], now.y[i]};
            const bool plugs = now.state[i] == PersonState::stranded && is_in_the_way(now.space[i], at);
            const double t = now.time.seconds();
            if (!plugs) {
                since_s_[i] = -1.0;
                continue;
            }
            if (since_s_[i] < 0.0) since_s_[i] = t;
            if (t - since_s_[i] > longest_s) longest_s = t - since_s_[i], who = i, where = at;
        }
        plug_at_end =
            static_cast<int>(std::count_if(since_s_.begin(), since_s_.end(), [](double s) { return s >= 0.0; }));
        walk_at_end = static_cast<int>(std::count(now.state.begin(), now.state.end(), PersonState::walking));
        stranded = static_cast<int>(std::count(now.state.begin(), now.state.end(), PersonState::stranded));
    }

    double longest_s = 0.0;
    std::size_t who = 0;
    Vec2 where;
    int plug_at_end = 0, walk_at_end = 0, stranded = 0;

private:
    [[nodiscard]] bool is_in_the_way(SpaceId space, Vec2 at) const {
        if (!space.valid()) return false;
        const Space& in = world_.building.space(space);
        if (is_stair_part(in.use)) return true;
        return std::any_of(in.openings.begin(), in.openings.end(), [&](OpeningId o) {
            return std::find(shut_.begin(), shut_.end(), o) == shut_.end() &&
                   distance_to(world_.building.opening(o).at, at) < in_opening_m;
        });
    }

    const World& world_;
    std::vector<OpeningId> shut_;
    std::vector<double> since_s_;
};

std::vector<OpeningId> exits_of(const Building& building) {
    std::vector<OpeningId> exits;
    for (std::size_t i = 0; i < building.openings.size(); ++i)
        if (building.is_building_exit(OpeningId{i}) && building.openings[i].state != DoorState::locked)
            exits.emplace_back(i);
    return exits;
}

void run_without(const World& as_it_is, const std::vector<OpeningId>& shut) {
    World changed = as_it_is;
    std::string names;
    for (const OpeningId o : shut) {
        changed.scenario.incidents.push_back({30.0, SetOpening{o, DoorState::locked}});
        names += " " + changed.building.opening(o).key;
    }
    const auto world = std::make_shared<const World>(std::move(changed));
    engine::Simulation simulation(engine::prepare(world), 1);
    WhoPlugs plugs(*world);
    simulation.observe(plugs);
    simulation.run();
    INFO(world->scenario.key << " without" << names);
    INFO(plugs.stranded << " shut in, " << plugs.plug_at_end << " in the way; " << plugs.longest_s << " s: person "
                        << plugs.who << " at " << plugs.where.x << ", " << plugs.where.y << "; ended "
                        << simulation.outcome().ended.seconds());
    CHECK(simulation.outcome().everybody_accounted_for);
    CHECK_FALSE(simulation.outcome().ran_out_of_time);
    CHECK(plugs.walk_at_end == 0);
    CHECK(plugs.plug_at_end == 0);
    CHECK(plugs.longest_s <= too_long_s);
}

void shut_exits_of(const std::string& scenario) {
    const auto loaded = scenarios::load_world(source_file("scenarios/library/") + scenario + ".scenario.json");
    REQUIRE(loaded.value);
    const World& world = *loaded.value->world;
    const std::vector<OpeningId> exits = exits_of(world.building);
    for (const OpeningId exit : exits) run_without(world, {exit});
    run_without(world, exits);
}

}  // namespace

TEST_CASE("library: with any exit locked, or all, nobody plugs a door or a stair", "[library][shut]") {
    for (const char* scenario : {"two_rooms_drill", "kindergarten_drill", "kindergarten_fire", "canteen_kitchen_fire",
                                 "canteen_fire_exit_locked", "dormitory_night_fire", "dormitory_night_locked_exit",
                                 "primary_drill", "secondary_drill"})
        shut_exits_of(scenario);
}
