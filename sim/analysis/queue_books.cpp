// SPDX-License-Identifier: Apache-2.0
#include "sim/analysis/queue_books.h"

#include <algorithm>

#include "sim/analysis/queues.h"

namespace muster {

QueueBooks::QueueBooks(const Trace& trace, const Sites& sites)
    : trace_(trace), building_(trace.world->building), sites_(sites), books_(sites.size()) {}

QueueBooks::Stay QueueBooks::stay_of(std::size_t i, std::size_t person, const Crossing* next) const {
    const TracePoint& now = trace_.sample(i)[person];
    Stay stay{static_cast<double>(now.speed) < queue_speed_m_s, 0.0, 0.0};
    if (i + 1 >= trace_.sample_times.size()) return stay;
    stay.dt_s = (trace_.sample_times[i + 1] - trace_.sample_times[i]).seconds();
    const TracePoint& then = trace_.sample(i + 1)[person];
    const bool stays = then.state != PersonState::gone && then.space.valid();
    double walked_m = stays ? distance({now.x, now.y}, {then.x, then.y}) : static_cast<double>(now.speed) * stay.dt_s;
    double free_speed = static_cast<double>(trace_.people[person].free_speed);
    if (const auto& flight = building_.space(now.space).flight) {
        const Profile& profile = trace_.world->scenario.population.profiles[trace_.people[person].profile.index()];
        walked_m /= flight->plan_per_incline();
        free_speed *=
            next != nullptr && next->opening == flight->head ? profile.stair_up_factor : profile.stair_down_factor;
    }
    stay.lost_s = free_speed > 0.0 ? stay.dt_s - walked_m / free_speed : 0.0;
    return stay;
}

bool QueueBooks::in_zone(const TracePoint& at, const Opening& opening, bool slow) const {
    return opening.joins(at.space) && distance_to(opening.at, {at.x, at.y}) <= (slow ? queue_tail_m : queue_zone_m);
}

void QueueBooks::book(std::size_t site, std::size_t person, const TracePoint& at, const Stay& stay) {
    Book& b = books_[site];
    b.lost_person_s += stay.lost_s;
    b.pressure = std::max(b.pressure, static_cast<double>(at.pressure));
    if (!stay.slow) return;
    if (b.queue++ == 0) waited_at_.push_back(site);
    b.waiting_person_s += stay.dt_s;
    if (b.group_wait_s.empty()) b.group_wait_s.resize(trace_.world->scenario.population.groups.size(), 0.0);
    b.group_wait_s[trace_.people[person].group.index()] += stay.dt_s;
}

void QueueBooks::count(std::size_t i, std::size_t person, const Crossing* next) {
    const TracePoint& at = trace_.sample(i)[person];
    if (!under_way(at.state) || !at.space.valid()) return;
    const auto on_flight = sites_.flight(at.space);
    if (!on_flight && next == nullptr) return;
    const Stay stay = stay_of(i, person, next);
    if (on_flight) book(*on_flight, person, at, stay);
    if (next == nullptr || !in_zone(at, building_.opening(next->opening), stay.slow)) return;
    const auto entered = on_flight ? std::nullopt : sites_.flight(next->into);
    if (entered) book(*entered, person, at, stay);
    Stay at_opening = stay;
    if (on_flight || entered) at_opening.lost_s = 0.0;  // booked on the flight
    book(Sites::of(next->opening), person, at, at_opening);
}

void QueueBooks::close_sample() {
    for (const std::size_t site : waited_at_) {
        books_[site].longest = std::max(books_[site].longest, books_[site].queue);
        books_[site].queue = 0;
    }
    waited_at_.clear();
}

std::vector<GroupId> QueueBooks::groups_of(const Book& b) const {
    std::vector<GroupId> groups;
    for (std::size_t g = 0; g < b.group_wait_s.size(); ++g)
        if (b.group_wait_s[g] > 0.0) groups.push_back(GroupId{g});
    std::stable_sort(groups.begin(), groups.end(),
                     [&](GroupId x, GroupId y) { return b.group_wait_s[x.index()] > b.group_wait_s[y.index()]; });
    return groups;
}

void QueueBooks::write(std::size_t site, Bottleneck& b) const {
    const Book& from = books_[site];
    b.lost_person_s = from.lost_person_s;
    b.waiting_person_s = from.waiting_person_s;
    b.longest_queue = from.longest;
    b.peak_pressure = from.pressure;
    b.groups = groups_of(from);
}

}  // namespace muster
