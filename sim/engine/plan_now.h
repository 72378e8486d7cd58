// SPDX-License-Identifier: Apache-2.0
// The plan with its furniture where it stands now, and the ways through it. Without an earthquake nothing moves: then
// they are those that all replications share.
#pragma once

#include <memory>
#include <vector>

#include "sim/engine/prepared.h"
#include "sim/record/quake.h"
#include "sim/routing/navigation.h"

namespace muster::engine {

struct PlanSettings {
    // Of the widest body: how wide a gap must be, for shoulders turn. Assumption.
    double body_share = 0.85;
};

class PlanNow {
public:
    PlanNow(const Prepared& prepared, double widest_radius_m);

    [[nodiscard]] const Building& building() const { return standing_ ? *standing_ : *drawn_; }
    [[nodiscard]] const routing::Navigation& navigation() const { return *navigation_; }

    /// Pre: an earthquake's damage is drawn. The pieces put elsewhere; a toppled one is lower than it was.
    std::vector<ObstacleId> move_furniture(const std::vector<LyingItem>& items);
    void lower(ObstacleId item, double height_m) { standing_->obstacles[item.index()].height_m = height_m; }
    /// Pre: there is an earthquake.
    void shun_facades(bool on) { own_navigation_->shun_facades(on); }

private:
    const Building* drawn_;
    // Where furniture moves.
    std::unique_ptr<Building> standing_;
    // Over the shared one, in an earthquake.
    std::unique_ptr<routing::Navigation> own_navigation_;
    // The one or the other.
    const routing::Navigation* navigation_;
};

}  // namespace muster::engine
