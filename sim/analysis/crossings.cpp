// SPDX-License-Identifier: Apache-2.0
#include "sim/analysis/crossings.h"

#include <algorithm>

namespace muster::analysis {

Crossings::Crossings(const Trace& trace) : first_(trace.people.size() + 1, 0) {
    for (const TimedEvent& e : trace.events)
        if (const auto* c = std::get_if<PersonCrossed>(&e.event)) ++first_[c->person.index() + 1];
    for (std::size_t i = 1; i < first_.size(); ++i) first_[i] += first_[i - 1];
    all_.resize(first_.back());
    std::vector<std::size_t> fill(first_.begin(), first_.end() - 1);
    for (const TimedEvent& e : trace.events)
        if (const auto* c = std::get_if<PersonCrossed>(&e.event))
            all_[fill[c->person.index()]++] = {e.time, c->opening, c->into};
    for (std::size_t p = 0; p + 1 < first_.size(); ++p)
        std::stable_sort(all_.begin() + static_cast<std::ptrdiff_t>(first_[p]),
                         all_.begin() + static_cast<std::ptrdiff_t>(first_[p + 1]),
                         [](const Passing& a, const Passing& b) { return a.time < b.time; });
}

}  // namespace muster::analysis
