// SPDX-License-Identifier: Apache-2.0
// Ways out and assigned routes. Passing an opening is possible in both directions, so what is joined with what is a
// matter of connected parts of the plan: once over all openings, once without those that stay locked.
#include <algorithm>
#include <map>

#include "sim/model/validate.h"

namespace muster::validation {

namespace {

class Parts {
public:
    Parts(const Building& building, const std::vector<bool>& passable)
        : part_(building.spaces.size()), out_(building.spaces.size(), false) {
        for (std::size_t i = 0; i < part_.size(); ++i) part_[i] = i;
        for (std::size_t i = 0; i < building.openings.size(); ++i) {
            const Opening& o = building.openings[i];
            if (passable[i] && o.to.valid()) part_[root(o.from.index())] = root(o.to.index());
        }
        for (std::size_t i = 0; i < building.openings.size(); ++i)
            if (passable[i] && !building.openings[i].to.valid()) out_[root(building.openings[i].from.index())] = true;
        for (std::size_t i = 0; i < part_.size(); ++i)
            if (building.spaces[i].outdoor) out_[root(i)] = true;
    }
    [[nodiscard]] bool joined(SpaceId a, SpaceId b) const { return root(a.index()) == root(b.index()); }
    /// Into the open air, or off the site.
    [[nodiscard]] bool leads_out(SpaceId s) const { return out_[root(s.index())]; }

private:
    std::size_t root(std::size_t i) {
        while (part_[i] != i) i = part_[i] = part_[part_[i]];
        return i;
    }
    [[nodiscard]] std::size_t root(std::size_t i) const {
        while (part_[i] != i) i = part_[i];
        return i;
    }
    std::vector<std::size_t> part_;
    std::vector<bool> out_;
};

// An opening that is locked at the start counts as passable when the scenario opens it at some time.
std::vector<bool> unlocked(const World& world) {
    std::vector<bool> passable;
    for (const Opening& o : world.building.openings) passable.push_back(o.state != DoorState::locked);
    for (const TimedIncident& incident : world.scenario.incidents)
        if (const auto* set = std::get_if<SetOpening>(&incident.what))
            if (set->opening.valid() && set->state != DoorState::locked) passable[set->opening.index()] = true;
    return passable;
}

class RouteCheck {
public:
    RouteCheck(const World& world, Report& report)
        : world_(world),
          building_(world.building),
          report_(report),
          unlocked_(unlocked(world)),
          all_(building_, std::vector<bool>(building_.openings.size(), true)),
          open_(building_, unlocked_) {}

    void check(GroupId id) {
        group_ = &world_.scenario.population.groups[id.index()];
        pointer_ = pointer_of(world_.scenario, id);
        if (group_->count <= 0 && group_->teachers.empty()) return;
        check_way_out();
        check_parts(group_->route);
        check_spot_of_class(id);
    }

    /// Another route, which the group is given meanwhile.
    void check(GroupId id, const Route& route, const std::string& at) {
        group_ = &world_.scenario.population.groups[id.index()];
        pointer_ = at;
        check_parts(route);
    }

    /// What only all groups together show.
    void finish() {
        if (classes_without_spot_ > 0 && !building_.spots.empty())
            report_.warning("route.classes_without_spot", "/people",
                            {{"count", std::to_string(classes_without_spot_)}});
    }

private:
    using Args = Report::Args;

    void check_parts(const Route& route) {
        route_ = route;
        check_door();
        check_stair();
        check_exit();
        check_spot();
    }

    void check_way_out() {
        const SpaceId from = group_->space;
        if (group_->destination.valid())
            return check_joined(group_->destination, {"group.destination_unreachable", "group.destination_locked_off"},
                                "/destination", building_.space(group_->destination).key);
        if (building_.space(from).outdoor) return;
        const Args args{{"group", group_->key}, {"space", building_.space(from).key}};
        if (!all_.leads_out(from))
            report_.error("group.no_way_out", pointer_, args);
        else if (!open_.leads_out(from))
            report_.warning("group.locked_in", pointer_, args);
    }

    struct Codes {
        const char *unreachable, *locked_off;  // no passage leads there / all that do are locked
    };

    void check_joined(SpaceId to, const Codes& codes, const char* member, const std::string& key) {
        const Args args{{"group", group_->key}, {"id", key}};
        if (!all_.joined(group_->space, to))
            report_.error(codes.unreachable, pointer_ + member, args);
        else if (!open_.joined(group_->space, to))
            report_.warning(codes.locked_off, pointer_ + member, args);
    }

    void check_unlocked(OpeningId id, const char* member) {
        if (unlocked_[id.index()]) return;
        report_.warning("route.opening_locked", pointer_ + member,
                        {{"group", group_->key}, {"opening", building_.opening(id).key}});
    }

    void check_door() {
        const OpeningId door = route_.door;
        if (!door.valid()) return;
        const Opening& o = building_.opening(door);
        if (o.joins(group_->space)) return check_unlocked(door, "/route/door");
        report_.error("route.door_not_of_room", pointer_ + "/route/door",
                      {{"group", group_->key}, {"opening", o.key}, {"space", building_.space(group_->space).key}});
    }

    void check_stair() {
        if (!route_.stair.valid()) return;
        const Stair& stair = building_.stair(route_.stair);
        if (stair.flights.empty()) return;
        check_joined(stair.flights.front(), {"route.stair_unreachable", "route.stair_locked_off"}, "/route/stair",
                     stair.key);
        const LevelId level = building_.space(group_->space).level;
        if (!serves(stair, level))
            report_.warning("route.stair_not_on_level", pointer_ + "/route/stair",
                            {{"group", group_->key}, {"stair", stair.key}, {"level", building_.level(level).key}});
    }

    [[nodiscard]] bool serves(const Stair& stair, LevelId level) const {
        const auto on_level = [&](SpaceId s) { return s.valid() && building_.space(s).level == level; };
        return std::any_of(stair.flights.begin(), stair.flights.end(), [&](SpaceId f) {
            const auto& openings = building_.space(f).openings;
            return on_level(f) || std::any_of(openings.begin(), openings.end(),
                                              [&](OpeningId o) { return on_level(building_.opening(o).other(f)); });
        });
    }

    void check_exit() {
        const OpeningId exit = route_.exit;
        if (!exit.valid()) return;
        const Opening& o = building_.opening(exit);
        if (!building_.is_building_exit(exit)) {
            report_.error("route.not_an_exit", pointer_ + "/route/exit", {{"group", group_->key}, {"opening", o.key}});
            return;
        }
        const SpaceId inside = building_.space(o.from).outdoor ? o.to : o.from;
        check_joined(inside, {"route.exit_unreachable", "route.exit_locked_off"}, "/route/exit", o.key);
        check_unlocked(exit, "/route/exit");
    }

    void check_spot() {
        if (!route_.spot.valid()) return;
        const AssemblySpot& spot = building_.spot(route_.spot);
        check_joined(spot.space, {"route.spot_unreachable", "route.spot_locked_off"}, "/route/spot", spot.key);
    }

    void check_spot_of_class(GroupId id) {
        if (!group_->is_class) return;
        if (!route_.spot.valid()) {
            if (!group_->destination.valid()) ++classes_without_spot_;
            return;
        }
        const auto [first, is_new] = class_at_.emplace(route_.spot, id);
        if (is_new) return;
        report_.warning("route.spot_shared", pointer_ + "/route/spot",
                        {{"spot", building_.spot(route_.spot).key},
                         {"first", world_.scenario.population.groups[first->second.index()].key},
                         {"second", group_->key}});
    }

    const World& world_;
    const Building& building_;
    Report& report_;
    std::vector<bool> unlocked_;
    Parts all_, open_;
    const Group* group_ = nullptr;
    Route route_;
    std::string pointer_;
    std::map<AssemblySpotId, GroupId> class_at_;
    int classes_without_spot_ = 0;
};

}  // namespace

void check_routes(const World& world, Report& report) {
    RouteCheck check(world, report);
    for (std::size_t i = 0; i < world.scenario.population.groups.size(); ++i) check.check(GroupId{i});
    check.finish();
}

void check_route(const World& world, GroupId group, const Route& route, const std::string& at, Report& report) {
    RouteCheck(world, report).check(group, route, at);
}

}  // namespace muster::validation
