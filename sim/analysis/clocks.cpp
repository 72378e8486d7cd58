// SPDX-License-Identifier: Apache-2.0
#include "sim/analysis/clocks.h"

#include <algorithm>

namespace muster::analysis {

namespace {

using Times = std::vector<std::optional<double>>;  // per person or group, s

template <class E>
Times last_time_of(const Trace& trace) {
    Times times(trace.people.size());
    for (const TimedEvent& e : trace.events)
        if (const auto* what = std::get_if<E>(&e.event)) times[what->person.index()] = e.time.seconds();
    return times;
}

std::vector<double> sorted(const Times& times) {
    std::vector<double> out;
    for (const std::optional<double>& t : times)
        if (t) out.push_back(*t);
    std::sort(out.begin(), out.end());
    return out;
}

// Latest time among those concerned; empty when one of them has none, or nobody is concerned.
template <class Concerned>
std::optional<double> latest(const Times& times, Concerned&& concerned) {
    std::optional<double> last;
    for (std::size_t i = 0; i < times.size(); ++i) {
        if (!concerned(i)) continue;
        if (!times[i]) return std::nullopt;
        last = std::max(last.value_or(*times[i]), *times[i]);
    }
    return last;
}

const Group& group_of(const Trace& trace, std::size_t person) {
    return trace.world->scenario.population.groups[trace.people[person].group.index()];
}

bool starts_indoors(const Trace& trace, std::size_t person) {
    const SpaceId start = trace.people[person].start;
    return start.valid() && !trace.world->building.space(start).outdoor;
}

bool bound_for_room(const Trace& trace, std::size_t person) { return group_of(trace, person).destination.valid(); }

// Off the site, or out of doors for good without a spot to go to: nobody waits for them at assembly.
std::vector<bool> gone_at_end(const Trace& trace) {
    std::vector<bool> gone(trace.people.size(), false);
    for (const TimedEvent& e : trace.events)
        if (const auto* c = std::get_if<PersonCrossed>(&e.event)) gone[c->person.index()] = !c->into.valid();
    if (trace.sample_times.empty()) return gone;
    const TracePoint* end = trace.sample(trace.sample_times.size() - 1);
    for (std::size_t p = 0; p < gone.size(); ++p)
        if (end[p].state == PersonState::gone) gone[p] = true;
    return gone;
}

std::optional<double> roll_call_clock(const Trace& trace, const std::vector<bool>& gone) {
    const std::vector<Group>& groups = trace.world->scenario.population.groups;
    Times done(groups.size());
    for (const TimedEvent& e : trace.events)
        if (const auto* r = std::get_if<RollCallDone>(&e.event)) done[r->group.index()] = e.time.seconds();
    std::vector<bool> expected(groups.size(), false);  // a group that went away altogether is not counted
    for (std::size_t p = 0; p < trace.people.size(); ++p)
        if (!gone[p]) expected[trace.people[p].group.index()] = true;
    return latest(done, [&](std::size_t g) { return (expected[g] || done[g]) && !groups[g].destination.valid(); });
}

}  // namespace

std::optional<double> alarm_of(const Trace& trace) {
    std::optional<double> first, stays;
    for (const TimedEvent& e : trace.events) {
        if (std::holds_alternative<AlarmSilenced>(e.event)) stays.reset();
        if (!std::holds_alternative<AlarmSounds>(e.event)) continue;
        if (!first) first = e.time.seconds();
        if (!stays) stays = e.time.seconds();
    }
    return stays ? stays : first;
}

Clocks clocks_of(const Trace& trace) {
    const std::vector<bool> gone = gone_at_end(trace);
    const Times at_assembly = last_time_of<PersonAtAssembly>(trace);
    Clocks clocks;
    clocks.alarm = alarm_of(trace);
    clocks.last_out_of_room = latest(last_time_of<PersonLeftRoom>(trace), [&](std::size_t p) {
        return starts_indoors(trace, p) && group_of(trace, p).destination != trace.people[p].start;
    });
    clocks.last_out_of_building = latest(last_time_of<PersonLeftBuilding>(trace), [&](std::size_t p) {
        return starts_indoors(trace, p) && !bound_for_room(trace, p);
    });
    clocks.last_at_assembly =
        latest(at_assembly, [&](std::size_t p) { return !bound_for_room(trace, p) && (at_assembly[p] || !gone[p]); });
    clocks.roll_call_done = roll_call_clock(trace, gone);
    return clocks;
}

double signal_s(const World& world, const Clocks& clocks) {
    const Scenario& scenario = world.scenario;
    const double ordered =
        scenario.earthquake ? scenario.earthquake->at_s + scenario.earthquake->shelter_s : scenario.alarm.at_s;
    return clocks.alarm.value_or(ordered);
}

namespace {

// By person, at the end of the run; who left after the last sample is out.
std::vector<bool> out_at_end(const Trace& trace) {
    const bool sampled = !trace.sample_times.empty();
    const SimTime last_sample = sampled ? trace.sample_times.back() : SimTime{-1};
    std::vector<bool> out(trace.people.size(), false);
    for (std::size_t p = 0; p < out.size(); ++p)
        out[p] = sampled ? is_out(trace.world->building, trace.sample(trace.sample_times.size() - 1)[p])
                         : !starts_indoors(trace, p);
    for (const TimedEvent& e : trace.events)
        if (const auto* left = std::get_if<PersonLeftBuilding>(&e.event))
            if (e.time > last_sample) out[left->person.index()] = true;
    return out;
}

}  // namespace

Headcount headcount_of(const Trace& trace) {
    const bool sampled = !trace.sample_times.empty();
    const TracePoint* end = sampled ? trace.sample(trace.sample_times.size() - 1) : nullptr;
    const std::vector<bool> out = out_at_end(trace);
    Headcount count;
    for (std::size_t p = 0; p < trace.people.size(); ++p) {
        ++count.total;
        ++(out[p] ? count.evacuated : count.inside);
        if (out[p] || !sampled) continue;
        if (end[p].state == PersonState::fallen || end[p].state == PersonState::incapacitated) ++count.incapacitated;
        if (end[p].state == PersonState::arrived) ++count.arrived;
    }
    return count;
}

std::vector<bool> left_inside(const Trace& trace) {
    std::vector<bool> left = out_at_end(trace);
    left.flip();
    if (trace.sample_times.empty()) return left;
    const TracePoint* end = trace.sample(trace.sample_times.size() - 1);
    for (std::size_t p = 0; p < left.size(); ++p)
        if (end[p].state == PersonState::arrived) left[p] = false;
    return left;
}

std::vector<double> times_out_of_building(const Trace& trace) {
    return sorted(last_time_of<PersonLeftBuilding>(trace));
}

std::vector<double> times_at_assembly(const Trace& trace) { return sorted(last_time_of<PersonAtAssembly>(trace)); }

}  // namespace muster::analysis
