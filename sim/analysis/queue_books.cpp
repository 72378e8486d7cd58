// SPDX-License-Identifier: Apache-2.0
#include "sim/analysis/queue_books.h"

#include <algorithm>

#include "sim/analysis/bottlenecks.h"

namespace muster::analysis {

QueueBooks::QueueBooks(const Trace& trace, const Sites& sites)
    : trace_(trace), building_(trace.world->building), sites_(sites), books_(sites.size()) {}

Stay QueueBooks::stay_of(std::size_t i, std::size_t person, const Passing* next) const {
    const auto& flight = building_.space(trace_.sample(i)[person].space).flight;
    return analysis::stay_of(trace_, i, person, flight && next != nullptr && next->opening == flight->head);
}

void QueueBooks::book(std::size_t site, std::size_t person, const TracePoint& at, const Stay& stay) {
    Book& b = books_[site];
    b.delay_person_s += stay.lost_s;
    b.pressure = std::max(b.pressure, static_cast<double>(at.pressure));
    if (!stay.slow) return;
    if (b.queue++ == 0) waited_at_.push_back(site);
    b.waiting_person_s += stay.dt_s;
    if (b.group_wait_s.empty()) b.group_wait_s.resize(trace_.world->scenario.population.groups.size(), 0.0);
    b.group_wait_s[trace_.people[person].group.index()] += stay.dt_s;
}

void QueueBooks::count(std::size_t i, std::size_t person, const Passing* next) {
    const TracePoint& at = trace_.sample(i)[person];
    if (!under_way(at.state) || !at.space.valid()) return;
    if (next == nullptr && !sites_.flight(at.space)) return;
    const Stay stay = stay_of(i, person, next);
    for_queue_sites(building_, sites_, at, next, stay.slow, [&](std::size_t site, bool own_loss) {
        Stay here = stay;
        if (!own_loss) here.lost_s = 0.0;
        book(site, person, at, here);
    });
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
    b.delay_person_s = from.delay_person_s;
    b.waiting_person_s = from.waiting_person_s;
    b.longest_queue = from.longest;
    b.peak_pressure = from.pressure;
    b.groups = groups_of(from);
}

}  // namespace muster::analysis
