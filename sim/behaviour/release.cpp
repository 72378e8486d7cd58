// SPDX-License-Identifier: Apache-2.0
#include "sim/behaviour/release.h"

#include <algorithm>
#include <map>
#include <tuple>

namespace muster::behaviour {

namespace {

/// Whom the order sends off.
std::vector<GroupId> concerned(const World& world, const ReleaseOrder& order) {
    const auto& groups = world.scenario.population.groups;
    std::vector<GroupId> out;
    for (std::size_t i = 0; i < groups.size(); ++i)
        if (groups[i].sets_off_s < 0.0 && order.concerns(GroupId{i})) out.push_back(GroupId{i});
    return out;
}

bool is_in(const std::vector<GroupId>& groups, GroupId id) {
    return std::find(groups.begin(), groups.end(), id) != groups.end();
}

int storey_of(const World& world, const Group& group) {
    return world.building.level(world.building.space(group.space).level).storey;
}

std::vector<TimedRelease> by_storey(const World& world, const ReleaseOrder& order) {
    const auto& groups = world.scenario.population.groups;
    const std::vector<GroupId> leaving = concerned(world, order);
    std::vector<int> storeys;
    for (const GroupId g : leaving) storeys.push_back(storey_of(world, groups[g.index()]));
    std::sort(storeys.begin(), storeys.end());
    storeys.erase(std::unique(storeys.begin(), storeys.end()), storeys.end());

    std::vector<TimedRelease> releases;
    for (std::size_t turn = 0; turn < storeys.size(); ++turn)
        for (const GroupId g : leaving)
            if (storey_of(world, groups[g.index()]) == storeys[turn])
                releases.push_back({g, static_cast<double>(turn) * order.release.interval_s});
    return releases;
}

/// The order given, then the classes it does not name, in file order.
std::vector<GroupId> class_order(const World& world, const ReleaseOrder& order) {
    const std::vector<GroupId> leaving = concerned(world, order);
    std::vector<GroupId> out;
    for (const GroupId g : order.release.order)
        if (is_in(leaving, g)) out.push_back(g);
    for (const GroupId g : leaving)
        if (world.scenario.population.groups[g.index()].is_class && !is_in(out, g)) out.push_back(g);
    return out;
}

std::vector<TimedRelease> at_once_except(const World& world, const ReleaseOrder& order,
                                         const std::vector<GroupId>& queued) {
    std::vector<TimedRelease> releases;
    for (const GroupId g : concerned(world, order))
        if (!is_in(queued, g)) releases.push_back({g, 0.0});
    return releases;
}

std::vector<TimedRelease> turns_of(const World& world, const ReleaseOrder& order) {
    switch (order.release.policy) {
        case ReleasePolicy::all_at_once:
            return at_once_except(world, order, {});
        case ReleasePolicy::by_storey:
            return by_storey(world, order);
        case ReleasePolicy::class_by_class:
            return at_once_except(world, order, class_order(world, order));
        case ReleasePolicy::stagger:
            break;
    }
    const std::vector<GroupId> turns = class_order(world, order);
    std::vector<TimedRelease> releases = at_once_except(world, order, turns);
    for (std::size_t turn = 0; turn < turns.size(); ++turn)
        releases.push_back({turns[turn], static_cast<double>(turn) * order.release.interval_s});
    return releases;
}

}  // namespace

std::vector<TimedRelease> timed_releases(const World& world, const ReleaseOrder& order) {
    std::vector<TimedRelease> releases = turns_of(world, order);
    for (TimedRelease& r : releases) r.after_s += world.scenario.population.groups[r.group.index()].release_delay_s;
    return releases;
}

std::vector<std::vector<GroupId>> release_queues(const World& world, const ReleaseOrder& order) {
    if (order.release.policy != ReleasePolicy::class_by_class) return {};
    const auto& groups = world.scenario.population.groups;
    std::map<std::tuple<StairId, OpeningId, int>, std::vector<GroupId>> queues;
    for (const GroupId id : class_order(world, order)) {
        const Group& g = groups[id.index()];
        queues[{g.route.stair, g.route.stair.valid() ? OpeningId{} : g.route.exit, storey_of(world, g)}].push_back(id);
    }
    std::vector<std::vector<GroupId>> result;
    for (auto& [key, queue] : queues) result.push_back(std::move(queue));
    return result;
}

}  // namespace muster::behaviour
