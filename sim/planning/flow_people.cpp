// SPDX-License-Identifier: Apache-2.0
#include "sim/planning/flow_people.h"

#include <algorithm>
#include <cmath>

#include "sim/engine/alarm_and_release.h"
#include "sim/model/distribution.h"

namespace muster::planning {

namespace {

constexpr int packet_size = 5;              // persons
constexpr std::uint64_t prepared_seed = 1;  // of the people that candidates are compared with

}  // namespace

double mean_speed_m_s(const World& world, const Group& group) {
    const Profile& profile = world.scenario.population.profiles[group.profile.index()];
    return level_speed_share(profile, world.scenario.run.assumption) * mean(profile.free_speed);
}

FlowPeople::FlowPeople(const World& world, const routing::Navigation& navigation)
    : world_(world), navigation_(navigation), crowd_(engine::make_crowd(world, prepared_seed)) {}

std::vector<PersonId> FlowPeople::members(GroupId group, bool rear) const {
    std::vector<PersonId> out;
    for (const PersonId p : crowd_.members[group.index()])
        if (crowd_.disposition[p.index()].rear_teacher == rear) out.push_back(p);
    return out;
}

double FlowPeople::at_door_s(PersonId person, OpeningId door) const {
    return crowd_.disposition[person.index()].pre_movement_s + to_door_s(person, door);
}

// Like walkers together, and those packets first whose people are at the door first, on average.
std::vector<FlowPeople::Packet> FlowPeople::walkers(GroupId group, OpeningId door) const {
    std::vector<PersonId> people = members(group, false);
    std::stable_sort(people.begin(), people.end(), [&](PersonId a, PersonId b) {
        return crowd_.info[a.index()].free_speed > crowd_.info[b.index()].free_speed;
    });
    std::vector<Packet> out;
    std::size_t next = 0;
    for (const std::uint8_t size : flow::packets_of(static_cast<int>(people.size()), packet_size)) {
        Packet packet{size, static_cast<double>(crowd_.info[people[next + size - 1U].index()].free_speed), 0.0};
        for (const std::size_t end = next + size; next < end; ++next)
            packet.at_door_s += at_door_s(people[next], door) / size;
        out.push_back(packet);
    }
    std::stable_sort(out.begin(), out.end(),
                     [](const Packet& a, const Packet& b) { return a.at_door_s < b.at_door_s; });
    return out;
}

flow::QueueGroup FlowPeople::packets(GroupId id, OpeningId door) const {
    const double mean_m_s = mean_speed_m_s(world_, world_.scenario.population.groups[id.index()]);
    flow::QueueGroup out;
    for (const Packet& p : walkers(id, door)) {
        out.packets.push_back(p.size);
        out.pace.push_back(static_cast<float>(p.speed_m_s / mean_m_s));
    }
    const std::vector<PersonId> rear = members(id, true);
    if (rear.empty()) return out;
    out.packets.push_back(static_cast<std::uint8_t>(rear.size()));
    out.pace.push_back(crowd_.info[rear.back().index()].free_speed / static_cast<float>(mean_m_s));
    out.closes_by_s =
        crowd_.disposition[rear.back().index()].pre_movement_s + engine::ReleaseSettings{}.rear_teacher_limit_s;
    return out;
}

double FlowPeople::to_door_s(PersonId person, OpeningId door) const {
    const PersonInfo& info = crowd_.info[person.index()];
    const double metres = navigation_.field(info.start, door).at(crowd_.start[person.index()]);
    return std::isfinite(metres) ? metres / static_cast<double>(info.free_speed) : 0.0;
}

std::vector<float> FlowPeople::ready_s(const flow::QueueGroup& packets, GroupId group, OpeningId door) const {
    std::vector<double> at_door;
    for (const PersonId p : members(group, false)) at_door.push_back(at_door_s(p, door));
    std::sort(at_door.begin(), at_door.end());
    std::vector<float> out;
    std::size_t last = 0;
    for (const std::uint8_t size : packets.packets)
        if ((last += size) <= at_door.size()) out.push_back(static_cast<float>(at_door[last - 1]));
    double closing = 0.0;
    for (const PersonId p : members(group, true)) closing = std::max(closing, to_door_s(p, door));
    if (packets.closes_by_s >= 0.0) out.push_back(static_cast<float>(closing));
    return out;
}

}  // namespace muster::planning
