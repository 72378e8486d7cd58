// SPDX-License-Identifier: Apache-2.0
// A world for tests: a building, some groups, and what happens. Everybody walks at exactly 1.3 m/s unless told
// otherwise.
#pragma once

#include <memory>
#include <string>
#include <utility>

#include "sim/model/world.h"

namespace muster::testing {

class WorldBuilder {
public:
    explicit WorldBuilder(Building building) {
        world_.building = std::move(building);
        Profile p;
        p.key = "walker";
        p.free_speed = {DistributionKind::constant, 1.3};
        p.radius = {DistributionKind::constant, 0.18};
        world_.scenario.population.profiles.push_back(p);
        world_.scenario.run.max_s = 600.0;
    }

    /// `count` people in `space`, off `pre_movement_s` after being told.
    WorldBuilder& group(const std::string& key, const std::string& space, int count, double pre_movement_s = 0.0) {
        Group g;
        g.key = key;
        g.name = {key, key};
        g.space = world_.building.find_space(space);
        g.profile = ProfileId{0};
        g.teacher_profile = ProfileId{0};
        g.count = count;
        g.pre_movement = {DistributionKind::constant, pre_movement_s};
        world_.scenario.population.groups.push_back(g);
        return *this;
    }
    Group& last_group() { return world_.scenario.population.groups.back(); }
    WorldBuilder& incident(double at_s, Incident what) {
        world_.scenario.incidents.push_back({at_s, std::move(what)});
        return *this;
    }
    WorldBuilder& risk(Risk risk) {
        world_.risk_map.risks.push_back(std::move(risk));
        return *this;
    }
    Scenario& scenario() { return world_.scenario; }
    [[nodiscard]] const Building& building() const { return world_.building; }
    [[nodiscard]] OpeningId opening(const std::string& key) const { return world_.building.find_opening(key); }
    [[nodiscard]] SpaceId space(const std::string& key) const { return world_.building.find_space(key); }
    [[nodiscard]] std::shared_ptr<const World> build() const { return std::make_shared<const World>(world_); }

private:
    World world_;
};

}  // namespace muster::testing
