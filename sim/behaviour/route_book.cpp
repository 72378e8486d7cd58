// SPDX-License-Identifier: Apache-2.0
#include "sim/behaviour/route_book.h"

#include <algorithm>
#include <limits>

namespace muster {

namespace {

template <class Id>
void set_member(std::vector<Id>& sorted, Id id, bool member) {
    const auto at = std::lower_bound(sorted.begin(), sorted.end(), id);
    const bool there = at != sorted.end() && *at == id;
    if (member && !there) sorted.insert(at, id);
    if (!member && there) sorted.erase(at);
}

double way_from(const Navigation& navigation, const RouteTable& table, const Group& group) {
    const Space& start = navigation.building().space(group.space);
    const auto next = navigation.next_step(table, group.space, inner_point(start.area));
    return next ? next->to_go_m : std::numeric_limits<double>::infinity();
}

}  // namespace

RouteBook::RouteBook(const World& world, const Navigation& navigation) : world_(&world), navigation_(&navigation) {
    Knowledge at_start;  // doors that are locked every day are known to be
    for (std::size_t i = 0; i < world.building.openings.size(); ++i)
        if (world.building.openings[i].state == DoorState::locked) at_start.closed_openings.push_back(OpeningId{i});
    (void)intern(std::move(at_start));
    for (const Group& group : world.scenario.population.groups) destinations_.push_back(choose_destination(group));
}

KnowledgeId RouteBook::intern(Knowledge knowledge) {
    const auto [it, is_new] = ids_.try_emplace(std::move(knowledge), static_cast<KnowledgeId>(knowledge_.size()));
    if (is_new) knowledge_.push_back(&it->first);
    return it->second;
}

KnowledgeId RouteBook::learn_opening(KnowledgeId known, OpeningId opening, bool shut) {
    Knowledge next = *knowledge_[known];
    set_member(next.closed_openings, opening, shut);
    return intern(std::move(next));
}

KnowledgeId RouteBook::learn_space(KnowledgeId known, SpaceId space) {
    Knowledge next = *knowledge_[known];
    set_member(next.closed_spaces, space, true);
    return intern(std::move(next));
}

// A group without a spot of its own goes to the nearest one; on a site without spots, off the site; else out of doors.
Destination RouteBook::choose_destination(const Group& group) const {
    const Building& building = world_->building;
    if (group.destination.valid()) return {Destination::Kind::room, {}, group.destination};
    if (group.route.spot.valid()) return {Destination::Kind::spot, group.route.spot, {}};

    const std::vector<double> costs = opening_costs(group, *knowledge_.front());
    Destination best{Destination::Kind::off_site, {}, {}};
    double least = std::numeric_limits<double>::infinity();
    for (std::size_t i = 0; i < building.assembly_areas.size(); ++i) {
        if (building.assembly_areas[i].spots.empty()) continue;
        const Destination spot{Destination::Kind::spot, building.assembly_areas[i].spots.front(), {}};
        const double way = way_from(*navigation_, navigation_->route_table(spot, costs), group);
        if (way < least) least = way, best = spot;
    }
    if (least < std::numeric_limits<double>::infinity()) return best;
    if (way_from(*navigation_, navigation_->route_table(best, costs), group) < std::numeric_limits<double>::infinity())
        return best;
    return {Destination::Kind::out_of_building, {}, {}};
}

std::vector<double> RouteBook::opening_costs(const Group& group, const Knowledge& known) const {
    const Building& building = world_->building;
    std::vector<double> extra(building.openings.size(), 0.0);
    const Route& route = group.route;
    if (route.door.valid())
        for (const OpeningId door : building.space(group.space).openings)
            if (door != route.door) extra[door.index()] += off_route_m;
    if (route.exit.valid())
        for (std::size_t i = 0; i < extra.size(); ++i)
            if (OpeningId{i} != route.exit && building.is_building_exit(OpeningId{i})) extra[i] += off_route_m;
    if (route.stair.valid())
        for (const Space& space : building.spaces)
            if (space.flight && space.flight->stair != route.stair) extra[space.flight->foot.index()] += off_route_m;
    for (const SpaceId closed : known.closed_spaces)
        for (const OpeningId o : building.space(closed).openings) extra[o.index()] += closed_space_m;
    for (const OpeningId closed : known.closed_openings)
        extra[closed.index()] = std::numeric_limits<double>::infinity();
    return extra;
}

const RouteTable& RouteBook::table(GroupId group, KnowledgeId known) {
    const auto key = std::pair{group, known};
    const auto found = tables_.find(key);
    if (found != tables_.end()) return found->second;
    const Group& who = world_->scenario.population.groups[group.index()];
    return tables_.emplace(key, navigation_->route_table(destination(group), opening_costs(who, *knowledge_[known])))
        .first->second;
}

}  // namespace muster
