// SPDX-License-Identifier: Apache-2.0
#include "sim/engine/plan_now.h"

namespace muster::engine {

namespace {

bool furniture_moves(const Scenario& scenario) {
    return scenario.earthquake && scenario.earthquake->shakes() && scenario.earthquake->damage;
}

}  // namespace

PlanNow::PlanNow(const Prepared& prepared, double widest_radius_m)
    : drawn_(&prepared.world->building),
      standing_(furniture_moves(prepared.world->scenario) ? std::make_unique<Building>(*drawn_) : nullptr),
      own_navigation_(prepared.world->scenario.earthquake
                          ? std::make_unique<routing::Navigation>(*prepared.navigation, building(),
                                                                  2.0 * PlanSettings{}.body_share * widest_radius_m)
                          : nullptr),
      navigation_(own_navigation_ ? own_navigation_.get() : prepared.navigation.get()) {}

std::vector<ObstacleId> PlanNow::move_furniture(const std::vector<LyingItem>& items) {
    std::vector<ObstacleId> moved;
    for (const LyingItem& i : items) {
        standing_->obstacles[i.item.index()].outline = i.footprint;
        moved.push_back(i.item);
    }
    own_navigation_->move_furniture(moved);
    return moved;
}

}  // namespace muster::engine
