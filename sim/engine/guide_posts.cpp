// SPDX-License-Identifier: Apache-2.0
#include "sim/engine/guide_posts.h"

#include <algorithm>

namespace muster::engine {

// Who comes down a stair is not sent off it: neither on a flight, nor from the next one.
bool GuidePosts::is_turned_away(PersonId id, SpaceId in, OpeningId opening) const {
    if (run_.site.opening(opening).guide != Guide::turns_away || let_through_[id.index()]) return false;
    const Building& building = run_.world().building;
    const bool on_stair =
        is_stair_part(building.space(in).use) || building.opening(opening).kind == OpeningKind::flight_end;
    return !(on_stair && run_.stair_of(id).valid());
}

// Who has no other way is let through, here and by every other guide.
bool GuidePosts::let_through(PersonId id) {
    if (let_through_[id.index()]) return false;
    Person& p = run_.person(id);
    for (const OpeningId o : run_.site.changed_openings()) {
        if (run_.site.opening(o).guide != Guide::turns_away || !run_.site.opening(o).passable() ||
            !knows_shut(run_, id, o))
            continue;
        p.knowledge = run_.routes.learn_opening(p.knowledge, o, false);
        let_through_[id.index()] = true;
    }
    return let_through_[id.index()];
}

bool knows_shut(const RunState& run, PersonId id, OpeningId opening) {
    const auto& known = run.routes.knowledge(run.person(id).knowledge).closed_openings;
    return std::binary_search(known.begin(), known.end(), opening);
}

}  // namespace muster::engine
