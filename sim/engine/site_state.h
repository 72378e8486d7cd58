// SPDX-License-Identifier: Apache-2.0
// The building as it really is at this moment of a run (not as anybody knows it): doors, closed spaces, slow and dark
// ones.
#pragma once

#include <vector>

#include "sim/model/building.h"

namespace muster {

class SiteState {
public:
    explicit SiteState(const Building& building);

    struct OpeningNow {
        DoorState state = DoorState::open;
        bool blocked = false;        // jammed, or something stands in it
        double clear_width_m = 0.0;  // what is left of it
        bool risky = false;          // things fall before it
        [[nodiscard]] bool passable() const { return state != DoorState::locked && !blocked && clear_width_m > 0.0; }
    };

    [[nodiscard]] const OpeningNow& opening(OpeningId id) const { return openings_[id.index()]; }
    OpeningNow& change(OpeningId id);
    void close(SpaceId id);
    [[nodiscard]] bool closed(SpaceId id) const { return space_closed_[id.index()]; }
    [[nodiscard]] const std::vector<OpeningId>& changed_openings() const { return changed_; }  // since the start
    [[nodiscard]] const std::vector<SpaceId>& closed_spaces() const { return closed_spaces_; }

    void slow(SpaceId id, double factor) { speed_factor_[id.index()] *= factor; }
    [[nodiscard]] double speed_factor(SpaceId id) const { return speed_factor_[id.index()]; }

private:
    std::vector<OpeningNow> openings_;
    std::vector<bool> space_closed_;
    std::vector<double> speed_factor_;
    std::vector<OpeningId> changed_;
    std::vector<SpaceId> closed_spaces_;
};

}  // namespace muster
