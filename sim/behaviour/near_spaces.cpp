// SPDX-License-Identifier: Apache-2.0
#include "sim/behaviour/near_spaces.h"

#include <algorithm>
#include <functional>

namespace muster::behaviour {

namespace {

template <class Id>
bool holds(const std::vector<Id>& sorted, Id id) {
    return std::binary_search(sorted.begin(), sorted.end(), id);
}

}  // namespace

void NearSpaces::offer(const routing::Navigation& navigation, const Knowledge& known, Passage p, double way_m) {
    if (!p.into.valid() || holds(known.closed_openings, p.through) || holds(known.closed_spaces, p.into)) return;
    const Building& building = navigation.building();
    way_m += settings_.opening_m + (building.space(p.into).flight ? settings_.flight_m : 0.0);
    const std::size_t node = 2 * p.through.index() + (building.opening(p.through).to == p.into ? 0 : 1);
    if (!(way_m < passed_m_[node])) return;
    passed_m_[node] = way_m;
    to_space_m_[p.into.index()] = std::min(to_space_m_[p.into.index()], way_m);
    waiting_.emplace_back(way_m, node);
    std::push_heap(waiting_.begin(), waiting_.end(), std::greater<>{});
}

std::span<const double> NearSpaces::from(const routing::Navigation& navigation, const Knowledge& known, SpaceId in,
                                         Vec2 at) {
    const Building& building = navigation.building();
    to_space_m_.assign(building.spaces.size(), routing::infinity);
    passed_m_.assign(2 * building.openings.size(), routing::infinity);
    waiting_.clear();
    to_space_m_[in.index()] = 0.0;
    for (const OpeningId o : building.space(in).openings)
        offer(navigation, known, {o, building.opening(o).other(in)},
              navigation.field(in, o).at(at) * navigation.incline_factor(in));
    while (!waiting_.empty()) {
        std::pop_heap(waiting_.begin(), waiting_.end(), std::greater<>{});
        const auto [way_m, node] = waiting_.back();
        waiting_.pop_back();
        if (way_m > passed_m_[node]) continue;
        const OpeningId by{node / 2};
        const SpaceId now_in = node % 2 == 0 ? building.opening(by).to : building.opening(by).from;
        for (const OpeningId o : building.space(now_in).openings)
            if (o != by)
                offer(navigation, known, {o, building.opening(o).other(now_in)},
                      way_m + navigation.between_m(now_in, by, o));
    }
    return to_space_m_;
}

}  // namespace muster::behaviour
