// SPDX-License-Identifier: Apache-2.0
// Watches a run and counts what must never be: people who are nowhere, people inside a wall.
#pragma once

#include <algorithm>
#include <vector>

#include "sim/record/observer.h"

namespace muster {

/// in = inside + out at every sample, and nobody inside a wall by more than a millimetre.
class Accountant final : public RunObserver {
public:
    void run_started(const RunHeader& header) override {
        building_ = &header.world->building;
        for (const Opening& o : building_->openings) slots_.push_back(slot_of(o));
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
    const Building* building_ = nullptr;
    std::vector<Ring> slots_;
};

}  // namespace muster
