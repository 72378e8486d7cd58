// SPDX-License-Identifier: Apache-2.0
#include "sim/engine/site_state.h"

#include <algorithm>

namespace muster::engine {

SiteState::SiteState(const Building& building)
    : space_closed_(building.spaces.size(), false),
      slowings_(building.spaces.size()),
      speed_factor_(building.spaces.size(), 1.0),
      in_file_(building.spaces.size(), false),
      shaking_factor_(building.levels.size(), 1.0F),
      passed_at_(building.openings.size(), SimTime{-1}) {
    for (const Opening& o : building.openings)
        openings_.push_back({o.state, false, o.clear_width_m, false, Guide::none});
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

void SiteState::set_burning(SpaceId id) {
    if (!burns(id)) burning_.push_back(id);
}

bool SiteState::burns(SpaceId id) const { return std::find(burning_.begin(), burning_.end(), id) != burning_.end(); }

void SiteState::slow_down(SpaceId id, double factor, bool by_darkness) {
    slowings_[id.index()].push_back({factor, by_darkness});
    speed_factor_[id.index()] *= factor;
}

void SiteState::light(SpaceId id) {
    auto& slowings = slowings_[id.index()];
    std::erase_if(slowings, [](const Slowing& s) { return s.by_darkness; });
    speed_factor_[id.index()] = 1.0;
    for (const Slowing& s : slowings) speed_factor_[id.index()] *= s.factor;
}

bool SiteState::dark(SpaceId id) const {
    const auto& slowings = slowings_[id.index()];
    return std::any_of(slowings.begin(), slowings.end(), [](const Slowing& s) { return s.by_darkness; });
}

void SiteState::post(const Building& building, OpeningId at, Guide guide) {
    change(at).guide = guide;
    for (const SpaceId s : {building.opening(at).from, building.opening(at).to}) {
        if (!s.valid() || !building.space(s).flight) continue;
        const auto& ends = building.space(s).openings;
        in_file_[s.index()] =
            std::any_of(ends.begin(), ends.end(), [&](OpeningId o) { return opening(o).guide == Guide::keeps_order; });
    }
}

}  // namespace muster::engine
