// SPDX-License-Identifier: Apache-2.0
// Watches a run and counts what must never be: people who are nowhere, people inside a wall or in furniture, also where
// it fell or slid to.
#pragma once

#include <algorithm>
#include <vector>

#include "sim/record/observer.h"

namespace muster::testing {

/// in = inside + out at every sample, and nobody inside a wall by more than a millimetre.
class Accountant final : public RunObserver {
public:
    void run_started(const RunHeader& header) override {
        building_ = &header.world->building;
        for (const Opening& o : building_->openings) slots_.push_back(slot_of(o));
        for (const Obstacle& o : building_->obstacles) furniture_.push_back(o.outline);
    }
    void quake(const QuakeRecord& shock) override { lying_ = shock.fallen; }
    void event_happened(SimTime, const Event& event) override {
        const auto* falls = std::get_if<ItemFalls>(&event);
        const bool slide = std::holds_alternative<FurnitureSlid>(event);
        for (const LyingItem& i : lying_)
            if (i.toppled ? falls != nullptr && falls->item == i.item : slide) furniture_[i.item.index()] = i.footprint;
    }
    void frame(const Frame& f) override {
        for (std::size_t i = 0; i < f.x.size(); ++i) {
            if (f.state[i] == PersonState::gone) continue;
            if (!f.space[i].valid()) {
                ++lost;
                continue;
            }
            const bool in_line = f.state[i] == PersonState::assembled || f.state[i] == PersonState::arrived;
            if (!in_line && in_wall(f.space[i], {f.x[i], f.y[i]})) ++in_walls;
            if (!in_line && in_furniture(f.space[i], {f.x[i], f.y[i]})) ++in_walls;
        }
    }
    int lost = 0, in_walls = 0;

private:
    [[nodiscard]] bool in_wall(SpaceId id, Vec2 p) const {
        const Space& s = building_->space(id);
        if (contains(s.area, p)) return false;
        const auto in_slot = [&](OpeningId o) { return contains(slots_[o.index()], p); };
        return std::none_of(s.openings.begin(), s.openings.end(), in_slot) && distance_to_boundary(s.area, p) > 0.001;
    }
    [[nodiscard]] bool in_furniture(SpaceId id, Vec2 p) const {
        const auto& all = building_->space(id).obstacles;
        return std::any_of(all.begin(), all.end(), [&](ObstacleId o) {
            const Polygon outline{furniture_[o.index()], {}};
            return contains(outline, p) && distance_to_boundary(outline, p) > 0.02;
        });
    }
    const Building* building_ = nullptr;
    std::vector<Ring> furniture_;   // per obstacle: where it stands now
    std::vector<LyingItem> lying_;  // of the last shock
    std::vector<Ring> slots_;
};

}  // namespace muster::testing
