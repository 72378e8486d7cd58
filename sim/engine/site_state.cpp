// SPDX-License-Identifier: Apache-2.0
#include "sim/engine/site_state.h"

#include <algorithm>

namespace muster {

SiteState::SiteState(const Building& building)
    : space_closed_(building.spaces.size(), false), speed_factor_(building.spaces.size(), 1.0) {
    for (const Opening& o : building.openings) openings_.push_back({o.state, false, o.clear_width_m});
}

SiteState::OpeningNow& SiteState::change(OpeningId id) {
    if (std::find(changed_.begin(), changed_.end(), id) == changed_.end()) changed_.push_back(id);
    return openings_[id.index()];
}

void SiteState::close(SpaceId id) {
    if (space_closed_[id.index()]) return;
    space_closed_[id.index()] = true;
    closed_spaces_.push_back(id);
}

}  // namespace muster
