// SPDX-License-Identifier: Apache-2.0
// Groups, profiles, given positions, and whether everybody has floor to stand on.
#include <algorithm>
#include <cmath>
#include <map>
#include <unordered_set>

#include "sim/model/distribution.h"
#include "sim/model/validate.h"

namespace muster::validation {

namespace {

constexpr std::size_t max_people = 100'000;
constexpr double slowest_m_s = 0.05, fastest_m_s = 5.0;
constexpr double thinnest_m = 0.05, widest_m = 0.5;  // body radius
constexpr double closest_positions_m = 0.2;          // two bodies nearer than this overlap, children's too

/// Below this nobody finds a place to stand: four to the square metre of free floor is the density at which a crowd
/// hardly moves any more. Assumption; a seated class has 1.2-1.5 m2 each.
constexpr double min_free_m2 = 0.25;

void check_profiles(const World& world, Report& report) {
    const auto& profiles = world.scenario.population.profiles;
    for (const Profile& p : profiles) {
        const DistributionRange speed = range_of(p.free_speed), radius = range_of(p.radius);
        if (!(speed.low >= slowest_m_s && speed.high <= fastest_m_s))
            report.error("profile.speed_out_of_range", "/profiles",
                         {{"profile", p.key},
                          {"from", shown(speed.low)},
                          {"to", shown(speed.high)},
                          {"low", shown(slowest_m_s)},
                          {"high", shown(fastest_m_s)}});
        if (!(radius.low >= thinnest_m && radius.high <= widest_m))
            report.error("profile.radius_out_of_range", "/profiles",
                         {{"profile", p.key},
                          {"from", shown(radius.low)},
                          {"to", shown(radius.high)},
                          {"low", shown(thinnest_m)},
                          {"high", shown(widest_m)}});
        const auto usable = [](double factor) { return factor >= 0.05 && factor <= 2.0; };
        if (!usable(p.stair_down_factor) || !usable(p.stair_up_factor))
            report.error("profile.stair_factor_out_of_range", "/profiles", {{"profile", p.key}});
    }
}

void check_positions(const Building& building, const Group& g, const std::string& pointer, Report& report) {
    const std::size_t members = static_cast<std::size_t>(std::max(0, g.count)) + g.teachers.size();
    if (g.positions.size() > members)
        report.warning(
            "group.too_many_positions", pointer + "/positions",
            {{"group", g.key}, {"positions", std::to_string(g.positions.size())}, {"people", std::to_string(members)}});
    const Space& space = building.space(g.space);
    for (std::size_t i = 0; i < g.positions.size(); ++i) {
        const std::string at = pointer + "/positions/" + std::to_string(i);
        if (!contains(space.area, g.positions[i]) && distance_to_boundary(space.area, g.positions[i]) > 0.01) {
            report.error("group.position_outside", at, {{"group", g.key}, {"space", space.key}});
            continue;
        }
        for (const ObstacleId id : space.obstacles) {
            if (!contains(building.obstacle(id).outline, g.positions[i])) continue;
            report.error("group.position_in_obstacle", at, {{"group", g.key}, {"obstacle", building.obstacle(id).key}});
            break;
        }
    }
}

void check_overlaps(const Group& g, const std::string& pointer, Report& report) {
    std::vector<Vec2> sorted = g.positions;
    std::sort(sorted.begin(), sorted.end(), [](Vec2 a, Vec2 b) { return a.x < b.x || (a.x == b.x && a.y < b.y); });
    for (std::size_t i = 0; i < sorted.size(); ++i)
        for (std::size_t j = i + 1; j < sorted.size() && sorted[j].x - sorted[i].x < closest_positions_m; ++j) {
            if (distance(sorted[i], sorted[j]) >= closest_positions_m) continue;
            report.warning("group.positions_overlap", pointer + "/positions",
                           {{"group", g.key}, {"x", shown(sorted[i].x)}, {"y", shown(sorted[i].y)}});
            return;
        }
}

void check_group(const World& world, GroupId id, Report& report) {
    const Group& g = world.scenario.population.groups[id.index()];
    const std::string pointer = pointer_of(world.scenario, id);
    const double end_s = world.scenario.run.max_s;
    if (g.count < 0) report.error("group.negative_count", pointer, {{"group", g.key}});
    if (g.count == 0 && g.teachers.empty()) report.warning("group.nobody", pointer, {{"group", g.key}});
    if (g.destination == g.space) report.error("group.destination_is_start", pointer, {{"group", g.key}});
    if (!std::isfinite(g.sets_off_s) || !(g.release_delay_s >= 0.0) || !std::isfinite(g.release_delay_s))
        report.error("group.bad_time", pointer, {{"group", g.key}});
    const DistributionRange wait = range_of(g.pre_movement);
    if (!(wait.low >= -1e-9) || !std::isfinite(wait.high)) report.error("group.bad_time", pointer, {{"group", g.key}});
    const double earliest_s = std::max(g.sets_off_s, g.release_delay_s + wait.low);
    if (earliest_s > end_s)
        report.warning("group.waits_past_end", pointer,
                       {{"group", g.key}, {"at", shown(earliest_s)}, {"end", shown(end_s)}});
    check_positions(world.building, g, pointer, report);
    check_overlaps(g, pointer, report);
}

}  // namespace

void check_people(const World& world, Report& report) {
    const Population& population = world.scenario.population;
    check_profiles(world, report);
    std::unordered_set<std::string> keys;
    std::size_t total = 0;
    for (std::size_t i = 0; i < population.groups.size(); ++i) {
        const Group& g = population.groups[i];
        if (!keys.insert(g.key).second)
            report.error("group.duplicate_id", pointer_of(world.scenario, GroupId{i}), {{"id", g.key}});
        total += static_cast<std::size_t>(std::max(0, g.count)) + g.teachers.size();
        check_group(world, GroupId{i}, report);
    }
    if (total == 0) report.error("scenario.nobody", "/people");
    if (total > max_people)
        report.error("scenario.too_many_people", "/people",
                     {{"people", std::to_string(total)}, {"limit", std::to_string(max_people)}});
}

namespace {

double free_area_m2(const Building& building, const Space& space) {
    double free = area(space.area);
    for (const ObstacleId id : space.obstacles) free -= std::abs(signed_area(building.obstacle(id).outline));
    return std::max(0.0, free);
}

struct Load {
    std::size_t people = 0;  // teachers included
    std::size_t seated = 0;  // teachers left out, as a classroom's capacity counts pupils
    GroupId last;

    void add(const Group& group, GroupId id) {
        const auto count = static_cast<std::size_t>(std::max(0, group.count));
        people += count + group.teachers.size();
        seated += count;
        last = id;
    }
};

using Loads = std::map<SpaceId, Load>;

/// What a crowd that has too little floor is told: who stands there when the run begins, and who is sent there.
struct LoadWords {
    const char* too_many;
    const char* over_capacity;
    const char* member;  // of the group, in the scenario
};
constexpr LoadWords of_start{"space.too_many_people", "space.over_capacity", ""};
constexpr LoadWords of_destination{"space.too_many_sent", "space.sent_over_capacity", "/destination"};

void check_load(const World& world, SpaceId id, const Load& load, const LoadWords& words, Report& report) {
    const Space& space = world.building.space(id);
    const std::string pointer = pointer_of(world.scenario, load.last) + words.member;
    const double free_m2 = free_area_m2(world.building, space);
    const double most = std::floor(free_m2 / min_free_m2 + 1e-9);
    const auto people = static_cast<double>(load.people);
    if (people > most)
        report.error(words.too_many, pointer,
                     {{"space", space.key},
                      {"people", std::to_string(load.people)},
                      {"free_m2", shown(free_m2)},
                      {"most", shown(most)},
                      {"least_m2", shown(min_free_m2)}});
    else if (space.capacity > 0 && load.seated > static_cast<std::size_t>(space.capacity))
        report.warning(words.over_capacity, pointer,
                       {{"space", space.key},
                        {"people", std::to_string(load.seated)},
                        {"capacity", std::to_string(space.capacity)}});
}

void check_loads(const World& world, const Loads& loads, const LoadWords& words, Report& report) {
    for (const auto& [space, load] : loads)
        if (load.people > 0) check_load(world, space, load, words, report);
}

}  // namespace

// Who begins in a room to which others are sent leaves it: the two crowds are not added up.
void check_room(const World& world, Report& report) {
    Loads begin, sent;
    const auto& groups = world.scenario.population.groups;
    for (std::size_t i = 0; i < groups.size(); ++i) {
        begin[groups[i].space].add(groups[i], GroupId{i});
        if (groups[i].destination.valid()) sent[groups[i].destination].add(groups[i], GroupId{i});
    }
    check_loads(world, begin, of_start, report);
    check_loads(world, sent, of_destination, report);
}

}  // namespace muster::validation
