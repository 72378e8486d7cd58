// SPDX-License-Identifier: Apache-2.0
#include "sim/engine/crowd.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>

#include "sim/behaviour/placement.h"
#include "sim/model/distribution.h"

namespace muster::engine {

namespace {

constexpr double line_spacing_m = 0.55;  // between pupils lined up at a spot; assumption, arm's length of a child

/// What the school states holds; else, where the assumption says so, what was measured at that age.
const Distribution& delay_of(const Group& group, const Profile& profile, Assumption assumption) {
    const Distribution& stated = group.pre_movement;
    const bool states_none = stated.kind == DistributionKind::constant && stated.a == 0.0 && stated.shift == 0.0;
    return states_none && figures_of(assumption).delay_by_age ? profile.pre_movement : stated;
}

/// `teacher`: no value = one of the class.
void add_person(const World& world, std::uint64_t seed, GroupId group, ProfileId profile,
                std::optional<TeacherPlace> teacher, Crowd& crowd) {
    const Profile& kind = world.scenario.population.profiles[profile.index()];
    const Group& g = world.scenario.population.groups[group.index()];
    const std::uint64_t index = crowd.size();
    RandomStream speed(seed, Purpose::free_speed, index), radius(seed, Purpose::body_radius, index),
        wait(seed, Purpose::pre_movement, index);
    PersonInfo info;
    info.group = group;
    info.profile = profile;
    info.teacher = teacher.has_value();
    info.start = g.space;
    const Assumption assumption = world.scenario.run.assumption;
    info.free_speed = static_cast<float>(level_speed_share(kind, assumption) * draw(kind.free_speed, speed));
    info.radius_m = static_cast<float>(draw(kind.radius, radius));
    Disposition drawn;
    // ISO 13571: 11 % of people are overcome at a dose of 0.3, half at 1 [unchecked]: log-normal, sd of ln 0.98.
    constexpr double endurance_sd = 0.98;
    RandomStream dose(seed, Purpose::dose_threshold, index), turn(seed, Purpose::turning_back, index);
    drawn.endures = static_cast<float>(std::exp(endurance_sd * dose.normal()));
    drawn.turns_back_at = static_cast<float>(turn.uniform());
    const Distribution& delay = delay_of(g, kind, assumption);
    drawn.pre_movement_s = figures_of(assumption).delay * std::max(0.0, draw(delay, wait));
    drawn.rear_teacher = teacher == TeacherPlace::rear;
    crowd.add(info, drawn);
}

void add_group(const World& world, std::uint64_t seed, GroupId id, Crowd& crowd) {
    const Group& g = world.scenario.population.groups[id.index()];
    const auto add_teachers = [&](TeacherPlace place) {
        for (const TeacherPlace p : g.teachers)
            if (p == place) add_person(world, seed, id, g.teacher_profile, p, crowd);
    };
    add_teachers(TeacherPlace::front);
    for (int i = 0; i < g.count; ++i) add_person(world, seed, id, g.profile, std::nullopt, crowd);
    add_teachers(TeacherPlace::rear);
    crowd.progress[id.index()].members = static_cast<int>(crowd.members[id.index()].size());
}

// The front teacher goes with the first of the class, the rear teacher not before the last.
void lead_and_close(const Group& g, const std::vector<PersonId>& members, Crowd& crowd) {
    if (g.teachers.empty() || g.count == 0) return;
    double first = 1e9, last = 0.0;
    for (const PersonId p : members) {
        if (crowd.info[p.index()].teacher) continue;
        first = std::min(first, crowd.disposition[p.index()].pre_movement_s);
        last = std::max(last, crowd.disposition[p.index()].pre_movement_s);
    }
    for (const PersonId p : members)
        if (crowd.info[p.index()].teacher)
            crowd.disposition[p.index()].pre_movement_s = crowd.disposition[p.index()].rear_teacher ? last : first;
}

void place(const World& world, std::uint64_t seed, GroupId id, std::map<SpaceId, std::vector<Vec2>>& taken,
           Crowd& crowd) {
    const Group& g = world.scenario.population.groups[id.index()];
    const auto& members = crowd.members[id.index()];
    double radius = 0.0;
    for (const PersonId p : members) radius = std::max(radius, static_cast<double>(crowd.info[p.index()].radius_m));
    std::vector<Vec2> places = g.positions;
    std::vector<Vec2>& in_space = taken[g.space];
    in_space.insert(in_space.end(), places.begin(), places.end());
    if (places.size() < members.size()) {
        RandomStream stream(seed, Purpose::placement, id.index());
        const int wanted = static_cast<int>(members.size() - places.size());
        const auto drawn = behaviour::place_group(world.building, g.space, wanted, radius, stream, in_space);
        places.insert(places.end(), drawn.begin(), drawn.end());
    }
    const Vec2 spare = inner_point(world.building.space(g.space).area);
    for (std::size_t i = 0; i < members.size(); ++i)
        crowd.start[members[i].index()] = i < places.size() ? places[i] : spare;
}

}  // namespace

Vec2 LinePlace::at(SimTime now) const {
    const double way = distance(from, to);
    const double walked = (now - since).seconds() * speed;
    return walked >= way ? to : from + (walked / way) * (to - from);
}

PersonId Crowd::add(const PersonInfo& who, const Disposition& drawn) {
    const PersonId id{size()};
    Person person;
    person.way = behaviour::WayId{who.group.index()};
    info.push_back(who);
    people.push_back(person);
    disposition.push_back(drawn);
    line.emplace_back();
    states_.push_back(PersonState::waiting);
    members[who.group.index()].push_back(id);
    return id;
}

Crowd make_crowd(const World& world, std::uint64_t seed) {
    const auto& groups = world.scenario.population.groups;
    Crowd crowd(groups.size());
    for (std::size_t i = 0; i < groups.size(); ++i) add_group(world, seed, GroupId{i}, crowd);
    crowd.start.resize(crowd.size());
    std::map<SpaceId, std::vector<Vec2>> taken;
    for (std::size_t i = 0; i < groups.size(); ++i) {
        lead_and_close(groups[i], crowd.members[i], crowd);
        place(world, seed, GroupId{i}, taken, crowd);
    }
    return crowd;
}

Vec2 place_in_line(int k) {
    if (k == 0) return {};
    // Ring r of a hexagonal lattice holds 6 r places; the ring of place k follows from 1 + 3 r (r + 1) > k.
    int ring = 1;
    while (1 + 3 * ring * (ring + 1) <= k) ++ring;
    const int in_ring = k - (1 + 3 * ring * (ring - 1));
    const int side = in_ring / ring, along = in_ring % ring;
    constexpr double third = 1.0471975511965976;  // 60 degrees
    const auto corner = [&](int i) { return Vec2{std::cos(third * i), std::sin(third * i)}; };
    return line_spacing_m * ((ring - along) * corner(side) + along * corner(side + 1));
}

}  // namespace muster::engine
