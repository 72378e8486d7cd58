// SPDX-License-Identifier: Apache-2.0
#include "sim/planning/way_finder.h"

#include <algorithm>
#include <cmath>

namespace muster::planning {

namespace {

constexpr double no_way_m = behaviour::RouteBook::off_route_m;  // as long as that only off the route

bool somebody_starts_in(const World& world, SpaceId space) {
    const auto& groups = world.scenario.population.groups;
    return std::any_of(groups.begin(), groups.end(), [&](const Group& g) { return g.space == space; });
}

bool ends_indoors(const Building& b, SpaceId space) { return space.valid() && !b.space(space).outdoor; }

}  // namespace

WayFinder::WayFinder(const World& world, const routing::Navigation& navigation)
    : world_(world), navigation_(navigation), book_(world, navigation) {
    for (const TimedIncident& incident : world.scenario.incidents) {
        if (const auto* i = std::get_if<SetOpening>(&incident.what))
            known_ = book_.learn_opening(known_, i->opening, i->state == DoorState::locked);
        if (const auto* i = std::get_if<BlockOpening>(&incident.what))
            known_ = book_.learn_opening(known_, i->opening, i->blocked);
        if (const auto* i = std::get_if<CloseSpace>(&incident.what)) known_ = book_.learn_space(known_, i->space);
        // Who is in the room that burns has to come out of it all the same.
        if (const auto* i = std::get_if<StartFire>(&incident.what))
            if (i->space.valid() && !somebody_starts_in(world, i->space)) known_ = book_.learn_space(known_, i->space);
    }
}

bool WayFinder::shut(OpeningId opening) const {
    const auto& closed = book_.knowledge(known_).closed_openings;
    return std::binary_search(closed.begin(), closed.end(), opening);
}

std::optional<TracedWay> WayFinder::trace(GroupId group, const Route& route) {
    const Building& b = world_.building;
    const Group& g = world_.scenario.population.groups[group.index()];
    const behaviour::WayId way = book_.way(group, route);
    const routing::RouteTable& table = book_.table(way, known_);
    TracedWay out;
    SpaceId in = g.space;
    Vec2 at = inner_point(b.space(in).area);
    out.indoors_m = navigation_.to_go_m(table, in, at);
    if (!(out.indoors_m < no_way_m)) return std::nullopt;
    while (out.openings.size() <= b.openings.size()) {
        const auto next = navigation_.next_step(table, in, at);
        if (!next) return std::nullopt;
        if (!next->opening.valid()) return out;  // bound for a room
        out.openings.push_back(next->opening);
        const SpaceId into = b.opening(next->opening).other(in);
        if (!ends_indoors(b, into)) {
            const std::size_t node = 2 * next->opening.index() + (b.opening(next->opening).to == into ? 0 : 1);
            if (into.valid()) out.outside_m = table.beyond_m[node];
            out.indoors_m -= out.outside_m;
            return out;
        }
        in = into;
        at = b.opening(next->opening).at.middle();
    }
    return std::nullopt;
}

std::vector<StairId> WayFinder::stairs_of(const TracedWay& way) const {
    std::vector<StairId> out;
    for (const OpeningId o : way.openings)
        for (const SpaceId s : {world_.building.opening(o).from, world_.building.opening(o).to})
            if (s.valid() && world_.building.space(s).flight) {
                const StairId stair = world_.building.space(s).flight->stair;
                if (std::find(out.begin(), out.end(), stair) == out.end()) out.push_back(stair);
            }
    return out;
}

WayOption WayFinder::option_of(GroupId group, const Route& route, const TracedWay& way) const {
    const Building& b = world_.building;
    WayOption option{route, way.openings, way.indoors_m, {}, {}, 0.0, {}, true};
    if (way.openings.size() < 2) return option;
    const SpaceId room = world_.scenario.population.groups[group.index()].space;
    option.corridor = b.opening(way.openings[0]).other(room);
    option.joins = way.openings[1];
    option.to_join_m = navigation_.between_m(option.corridor, way.openings[0], way.openings[1]);
    SpaceId in = room;
    for (std::size_t i = 0; i + 1 < way.openings.size(); ++i) {
        in = b.opening(way.openings[i]).other(in);
        if (b.space(in).outdoor || is_stair_part(b.space(in).use)) continue;  // on a stair all go down
        option.steps.push_back({in, way.openings[i], way.openings[i + 1]});
    }
    return option;
}

// A route names the stair its way takes and no other, and is taken once.
void WayFinder::add(GroupId group, const Route& route, Found& found) {
    const std::optional<TracedWay> way = trace(group, route);
    if (!way || way->openings.empty()) return;
    const std::vector<StairId> stairs = stairs_of(*way);
    const bool as_named = route.stair.valid() ? stairs == std::vector{route.stair} : stairs.empty();
    if (!as_named || way->openings.front() != route.door || way->openings.back() != route.exit) return;
    const auto same = [&](const TracedWay& t) { return t.openings == way->openings; };
    if (std::any_of(found.traced.begin(), found.traced.end(), same)) return;
    found.options.push_back(option_of(group, route, *way));
    found.traced.push_back(*way);
}

namespace {

// The shortest ones, in the order of their length; equal lengths stay in the order found.
void keep_shortest(WayFinder::Found& found) {
    std::vector<std::size_t> order(found.options.size());
    for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        return found.options[a].length_m < found.options[b].length_m;
    });
    WayFinder::Found kept;
    for (const std::size_t i : order) {
        if (kept.options.size() == WayFinder::max_options) break;
        if (found.options[i].length_m > found.options[order.front()].length_m + WayFinder::longest_detour_m) break;
        // From the foot of a stair to the exit beside it: further on, files from other stairs would be met.
        const Route& route = found.options[i].route;
        const bool nearer_exit = std::any_of(kept.options.begin(), kept.options.end(), [&](const WayOption& k) {
            return route.stair.valid() && k.route.stair == route.stair && k.route.exit != route.exit;
        });
        if (nearer_exit) continue;
        kept.options.push_back(std::move(found.options[i]));
        kept.traced.push_back(std::move(found.traced[i]));
    }
    found = std::move(kept);
}

}  // namespace

WayFinder::Found WayFinder::options(GroupId group) {
    const Building& b = world_.building;
    const Group& g = world_.scenario.population.groups[group.index()];
    Found found;
    for (const OpeningId door : b.space(g.space).openings) {
        if (shut(door)) continue;
        for (std::size_t e = 0; e < b.openings.size(); ++e) {
            if (!b.is_building_exit(OpeningId{e}) || shut(OpeningId{e})) continue;
            add(group, {door, {}, OpeningId{e}, g.route.spot}, found);
            for (std::size_t s = 0; s < b.stairs.size(); ++s)
                add(group, {door, StairId{s}, OpeningId{e}, g.route.spot}, found);
        }
    }
    keep_shortest(found);
    const std::optional<TracedWay> own = trace(group, g.route);
    if (!own || own->openings.empty()) return found;
    const auto same = std::find_if(found.traced.begin(), found.traced.end(),
                                   [&](const TracedWay& t) { return t.openings == own->openings; });
    found.today = static_cast<std::uint16_t>(same - found.traced.begin());
    if (same != found.traced.end()) return found;
    // Alone in having it, so that there is at least one: its delay can still be planned.
    WayOption option = option_of(group, g.route, *own);
    option.may_choose = found.options.empty();
    found.options.push_back(std::move(option));
    found.traced.push_back(*own);
    return found;
}

flow::FlowConditions conditions_of(const World& world) {
    flow::FlowConditions c;
    const Building& b = world.building;
    c.regulation = world.scenario.run.door_mode == DoorMode::regulation;
    c.passages = passages_of(b, world.scenario.run.assumption);
    const auto widths = [&]() -> std::vector<double>& {
        if (c.clear_width_m.empty())
            for (const Opening& o : b.openings) c.clear_width_m.push_back(o.clear_width_m);
        return c.clear_width_m;
    };
    const auto slow = [&](SpaceId space, double factor) {
        if (c.speed_factor.empty()) c.speed_factor.resize(b.spaces.size(), 1.0);
        c.speed_factor[space.index()] = std::min(c.speed_factor[space.index()], factor);
    };
    for (const TimedIncident& incident : world.scenario.incidents) {
        if (const auto* i = std::get_if<ObstructOpening>(&incident.what))
            widths()[i->opening.index()] = std::max(0.0, i->clear_width_m);
        if (const auto* i = std::get_if<SlowSpace>(&incident.what)) slow(i->space, i->speed_factor);
        if (const auto* i = std::get_if<LightsOut>(&incident.what)) {
            for (const SpaceId s : i->spaces) slow(s, i->speed_factor);
            for (std::size_t s = 0; i->spaces.empty() && s < b.spaces.size(); ++s)
                if (!b.spaces[s].outdoor) slow(SpaceId{s}, i->speed_factor);
        }
    }
    return c;
}

}  // namespace muster::planning
