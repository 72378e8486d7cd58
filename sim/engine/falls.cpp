// SPDX-License-Identifier: Apache-2.0
#include "sim/engine/falls.h"

#include <limits>

namespace muster::engine {

void Falls::trip(const PersonFalls& w) {
    pending_.push_back(w);
    trip_pending();
}

void Falls::trip_pending() {
    for (std::size_t k = 0; k < pending_.size();) {
        const PersonId who = nearest_walker(pending_[k].space);
        if (!who.valid()) {
            ++k;
            continue;
        }
        run_.fall(who, PersonFell{who}, pending_[k].down_s);
        pending_.erase(pending_.begin() + static_cast<std::ptrdiff_t>(k));
    }
}

PersonId Falls::nearest_walker(SpaceId space) const {
    const physics::Bodies bodies = run_.physics->bodies();
    const Vec2 middle = inner_point(run_.world().building.space(space).area);
    PersonId best;
    double least = std::numeric_limits<double>::infinity();
    for (std::size_t i = 0; i < run_.crowd.size(); ++i) {
        if (run_.state(PersonId{i}) != PersonState::walking || bodies.space[i] != space) continue;
        const double d = distance(middle, {bodies.x[i], bodies.y[i]});
        if (d < least) least = d, best = PersonId{i};
    }
    return best;
}

void Falls::get_up(PersonId id) {
    if (run_.state(id) != PersonState::fallen) return;
    if (shaking_.keeps_under_cover(id)) return run_.set_state(id, PersonState::sheltering);
    if (!run_.person(id).walks) return run_.set_state(id, PersonState::waiting);
    run_.set_state(id, PersonState::walking);
    decisions_.decide(id, run_.where(id));
    run_.wake_motion();
}

}  // namespace muster::engine
