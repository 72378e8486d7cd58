// SPDX-License-Identifier: Apache-2.0
#include "sim/behaviour/release.h"

#include <algorithm>
#include <map>

namespace muster {

namespace {

bool leaves_on_order(const Group& group) { return group.sets_off_s < 0.0; }

int storey_of(const World& world, const Group& group) {
    return world.building.level(world.building.space(group.space).level).storey;
}

std::vector<TimedRelease> by_storey(const World& world) {
    const auto& groups = world.scenario.population.groups;
    std::vector<int> storeys;
    for (const Group& g : groups)
        if (leaves_on_order(g)) storeys.push_back(storey_of(world, g));
    std::sort(storeys.begin(), storeys.end());
    storeys.erase(std::unique(storeys.begin(), storeys.end()), storeys.end());

    std::vector<TimedRelease> releases;
    for (std::size_t turn = 0; turn < storeys.size(); ++turn)
        for (std::size_t i = 0; i < groups.size(); ++i)
            if (leaves_on_order(groups[i]) && storey_of(world, groups[i]) == storeys[turn])
                releases.push_back({GroupId{i}, static_cast<double>(turn) * world.scenario.release.interval_s});
    return releases;
}

/// The scenario's order, then the classes it does not name, in file order.
std::vector<GroupId> class_order(const World& world) {
    const auto& groups = world.scenario.population.groups;
    std::vector<GroupId> order;
    for (const GroupId g : world.scenario.release.order)
        if (leaves_on_order(groups[g.index()])) order.push_back(g);
    for (std::size_t i = 0; i < groups.size(); ++i)
        if (groups[i].is_class && leaves_on_order(groups[i]) &&
            std::find(order.begin(), order.end(), GroupId{i}) == order.end())
            order.push_back(GroupId{i});
    return order;
}

std::vector<TimedRelease> at_once_except(const World& world, const std::vector<GroupId>& queued) {
    const auto& groups = world.scenario.population.groups;
    std::vector<TimedRelease> releases;
    for (std::size_t i = 0; i < groups.size(); ++i)
        if (leaves_on_order(groups[i]) && std::find(queued.begin(), queued.end(), GroupId{i}) == queued.end())
            releases.push_back({GroupId{i}, 0.0});
    return releases;
}

}  // namespace

std::vector<TimedRelease> timed_releases(const World& world) {
    const Release& release = world.scenario.release;
    switch (release.policy) {
        case ReleasePolicy::all_at_once:
            return at_once_except(world, {});
        case ReleasePolicy::by_storey:
            return by_storey(world);
        case ReleasePolicy::class_by_class:
            return at_once_except(world, class_order(world));
        case ReleasePolicy::stagger:
            break;
    }
    const std::vector<GroupId> order = class_order(world);
    std::vector<TimedRelease> releases = at_once_except(world, order);
    for (std::size_t turn = 0; turn < order.size(); ++turn)
        releases.push_back({order[turn], static_cast<double>(turn) * release.interval_s});
    return releases;
}

std::vector<std::vector<GroupId>> release_queues(const World& world) {
    if (world.scenario.release.policy != ReleasePolicy::class_by_class) return {};
    const auto& groups = world.scenario.population.groups;
    std::map<std::pair<StairId, int>, std::vector<GroupId>> queues;
    for (const GroupId id : class_order(world)) {
        const Group& g = groups[id.index()];
        queues[{g.route.stair, storey_of(world, g)}].push_back(id);
    }
    std::vector<std::vector<GroupId>> result;
    for (auto& [key, queue] : queues) result.push_back(std::move(queue));
    return result;
}

}  // namespace muster
