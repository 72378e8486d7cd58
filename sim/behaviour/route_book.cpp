// SPDX-License-Identifier: Apache-2.0
#include "sim/behaviour/route_book.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace muster::behaviour {

namespace {

template <class Id>
void set_member(std::vector<Id>& sorted, Id id, bool member) {
    const auto at = std::lower_bound(sorted.begin(), sorted.end(), id);
    const bool there = at != sorted.end() && *at == id;
    if (member && !there) sorted.insert(at, id);
    if (!member && there) sorted.erase(at);
}

double way_from(const routing::Navigation& navigation, const routing::RouteTable& table, const Group& group) {
    const Space& start = navigation.building().space(group.space);
    const auto next = navigation.next_step(table, group.space, inner_point(start.area));
    return next ? next->to_go_m : std::numeric_limits<double>::infinity();
}

}  // namespace

RouteBook::RouteBook(const World& world, const routing::Navigation& navigation)
    : world_(&world), navigation_(&navigation) {
    Knowledge at_start;  // doors that are locked every day are known to be
    for (std::size_t i = 0; i < world.building.openings.size(); ++i)
        if (world.building.openings[i].state == DoorState::locked) at_start.closed_openings.push_back(OpeningId{i});
    (void)intern(std::move(at_start));
    const auto& groups = world.scenario.population.groups;
    for (std::size_t i = 0; i < groups.size(); ++i) add_way(GroupId{i}, groups[i].route);
}

void RouteBook::add_way(GroupId group, const Route& route) {
    Way way{group, route, {}};
    way.to = choose_destination(way);
    ways_.push_back(way);
}

WayId RouteBook::way(GroupId group, const Route& route) {
    const auto known =
        std::find_if(ways_.begin(), ways_.end(), [&](const Way& w) { return w.group == group && w.route == route; });
    const WayId id{static_cast<std::size_t>(known - ways_.begin())};
    if (known == ways_.end()) add_way(group, route);
    return id;
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

KnowledgeId RouteBook::learn_risk(KnowledgeId known, OpeningId opening) {
    Knowledge next = *knowledge_[known];
    set_member(next.risky_openings, opening, true);
    return intern(std::move(next));
}

KnowledgeId RouteBook::learn_space(KnowledgeId known, SpaceId space) {
    Knowledge next = *knowledge_[known];
    set_member(next.closed_spaces, space, true);
    return intern(std::move(next));
}

KnowledgeId RouteBook::learn_furniture(KnowledgeId known, SpaceId space) {
    Knowledge next = *knowledge_[known];
    set_member(next.seen_spaces, space, true);
    return intern(std::move(next));
}

KnowledgeId RouteBook::forget_spaces(KnowledgeId known) {
    Knowledge next = *knowledge_[known];
    next.closed_spaces.clear();
    return intern(std::move(next));
}

KnowledgeId RouteBook::forget_openings(KnowledgeId known, bool those_of_every_day) {
    Knowledge next = *knowledge_[known];
    next.closed_openings = those_of_every_day ? std::vector<OpeningId>{} : knowledge_.front()->closed_openings;
    return intern(std::move(next));
}

// A group without a spot of its own goes to the nearest one; on a site without spots, off the site; else out of doors.
routing::Destination RouteBook::choose_destination(const Way& way) const {
    const Building& building = world_->building;
    const Group& group = group_of(way);
    if (group.destination.valid()) return {routing::Destination::Kind::room, {}, group.destination};
    if (way.route.spot.valid()) return {routing::Destination::Kind::spot, way.route.spot, {}};

    const std::vector<double> costs = opening_costs(way.route, group.space, *knowledge_.front());
    routing::Destination best{routing::Destination::Kind::off_site, {}, {}};
    double least = std::numeric_limits<double>::infinity();
    for (std::size_t i = 0; i < building.assembly_areas.size(); ++i) {
        if (building.assembly_areas[i].spots.empty()) continue;
        const routing::Destination spot{routing::Destination::Kind::spot, building.assembly_areas[i].spots.front(), {}};
        const double length = way_from(*navigation_, navigation_->route_table(spot, costs), group);
        if (length < least) least = length, best = spot;
    }
    if (least < std::numeric_limits<double>::infinity()) return best;
    if (way_from(*navigation_, navigation_->route_table(best, costs), group) < std::numeric_limits<double>::infinity())
        return best;
    return {routing::Destination::Kind::out_of_building, {}, {}};
}

std::vector<double> RouteBook::opening_costs(const Route& route, SpaceId start, const Knowledge& known) const {
    const Building& building = world_->building;
    std::vector<double> extra(building.openings.size(), 0.0);
    if (route.door.valid())
        for (const OpeningId door : building.space(start).openings)
            if (door != route.door) extra[door.index()] += off_route_m;
    if (route.exit.valid())
        for (std::size_t i = 0; i < extra.size(); ++i)
            if (OpeningId{i} != route.exit && building.is_building_exit(OpeningId{i})) extra[i] += off_route_m;
    if (route.stair.valid())
        for (const Space& space : building.spaces)
            if (space.flight && space.flight->stair != route.stair) extra[space.flight->foot.index()] += off_route_m;
    for (const SpaceId closed : known.closed_spaces)
        for (const OpeningId o : building.space(closed).openings) extra[o.index()] += closed_space_m;
    for (const OpeningId risky : known.risky_openings) extra[risky.index()] += risky_m;
    // Ways out into a yard cross the band there; those straight off the site count as much.
    if (navigation_->shuns_facades())
        for (std::size_t i = 0; i < extra.size(); ++i)
            if (building.is_building_exit(OpeningId{i}) && !building.openings[i].to.valid()) extra[i] += risky_m;
    for (const OpeningId closed : known.closed_openings)
        extra[closed.index()] = std::numeric_limits<double>::infinity();
    return extra;
}

RouteBook::Plan& RouteBook::plan(WayId id, KnowledgeId known, SpaceId search) {
    const auto key = std::tuple{id, known, search};
    const auto found = plans_.find(key);
    if (found != plans_.end()) return found->second;
    const Knowledge& knows = *knowledge_[known];
    Plan made;
    if (search.valid()) {
        std::vector<double> costs = opening_costs({}, {}, knows);
        if (id.valid())
            for (const OpeningId o : world_->building.space(search).openings)
                if (std::isinf(costs[o.index()])) costs[o.index()] = shut_door_m;
        made.table = navigation_->route_table({routing::Destination::Kind::room, {}, search}, costs, knows.seen_spaces);
    } else {
        const Way& way = ways_[id.index()];
        const std::vector<double> costs = opening_costs(way.route, group_of(way).space, knows);
        made.table = navigation_->route_table(way.to, costs, knows.seen_spaces);
    }
    made.leaves_by.resize(made.table.beyond_m.size());
    made.traced.resize(made.table.beyond_m.size(), false);
    return plans_.emplace(key, std::move(made)).first->second;
}

namespace {

std::size_t node_of(const Building& building, OpeningId opening, SpaceId into) {
    return 2 * opening.index() + (building.opening(opening).to == into ? 0 : 1);
}

}  // namespace

// Follows the way from opening to opening until it leaves the building. Not valid when it never does.
OpeningId RouteBook::exit_beyond(Plan& plan, OpeningId passed, SpaceId into) const {
    const Building& building = world_->building;
    std::vector<std::size_t> on_the_way;
    OpeningId exit;
    while (on_the_way.size() <= building.openings.size()) {
        const std::size_t node = node_of(building, passed, into);
        if (plan.traced[node]) {
            exit = plan.leaves_by[node];
            break;
        }
        on_the_way.push_back(node);
        if (building.is_building_exit(passed)) {
            exit = passed;
            break;
        }
        if (!into.valid()) break;
        const auto next = navigation_->next_step(plan.table, into, building.opening(passed).at.middle());
        if (!next || !next->opening.valid()) break;
        passed = next->opening;
        into = building.opening(passed).other(into);
    }
    for (const std::size_t node : on_the_way) plan.leaves_by[node] = exit, plan.traced[node] = true;
    return exit;
}

Leg RouteBook::leg(WayId way, KnowledgeId known, SpaceId in, OpeningId next, SpaceId search) {
    constexpr std::uint32_t place_stream = 0x80000000U;  // those who walk to a place, not out: by their destination
    const Building& building = world_->building;
    const routing::Destination to =
        search.valid() ? routing::Destination{routing::Destination::Kind::room, {}, search} : destination(way);
    const std::uint32_t by_place =
        place_stream | (to.kind == routing::Destination::Kind::spot ? to.spot.value : to.room.value);
    if (!next.valid()) return {by_place, 0.0};
    Plan& made = plan(way, known, search);
    const SpaceId into = building.opening(next).other(in);
    const double beyond = made.table.beyond_m[node_of(building, next, into)];
    if (to.kind == routing::Destination::Kind::room || building.space(in).outdoor) return {by_place, beyond};
    const OpeningId exit = exit_beyond(made, next, into);
    if (!exit.valid()) return {by_place, beyond};
    const Opening& out = building.opening(exit);
    const SpaceId outside = out.to.valid() && building.space(out.to).outdoor ? out.to
                            : out.to.valid()                                 ? out.from
                                                                             : SpaceId{};
    return {exit.value, beyond - made.table.beyond_m[node_of(building, exit, outside)]};
}

}  // namespace muster::behaviour
