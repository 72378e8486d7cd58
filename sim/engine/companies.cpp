// SPDX-License-Identifier: Apache-2.0
#include "sim/engine/companies.h"

#include <algorithm>
#include <string>

namespace muster::engine {

Companies::Companies(RunState& run) : run_(run) {
    company_of_.assign(run_.crowd.size(), no_company);
    std::vector<std::string> names;
    for (std::size_t i = 0; i < run_.crowd.size(); ++i) {
        const std::string& name = run_.group_of(PersonId{i}).company;
        if (name.empty()) continue;
        const auto found = std::find(names.begin(), names.end(), name);
        company_of_[i] = static_cast<std::uint32_t>(found - names.begin());
        if (found == names.end()) names.push_back(name);
    }
    companies_.resize(names.size());
}

// The hindmost and the slowest of those who walk: who has fallen, waits or is out keeps nobody back.
void Companies::look_after() {
    if (companies_.empty()) return;
    std::fill(companies_.begin(), companies_.end(), Company{});
    for (std::size_t i = 0; i < run_.crowd.size(); ++i) {
        if (company_of_[i] == no_company || run_.state(PersonId{i}) != PersonState::walking) continue;
        Company& c = companies_[company_of_[i]];
        c.hindmost_m = std::max(c.hindmost_m, run_.intents[i].remaining_m);
        c.slowest = std::min(c.slowest, free_pace(PersonId{i}));
    }
}

// Slows whoever is ahead, but never quite to a stand: who stands still in a doorway keeps others from getting out.
void Companies::keep_together(PersonId id, physics::Intent& intent) const {
    if (companies_.empty() || company_of_[id.index()] == no_company) return;
    const Company& c = companies_[company_of_[id.index()]];
    const float own = free_pace(id);
    const auto ahead_m = static_cast<double>(c.hindmost_m - intent.remaining_m) - settings_.ahead_m;
    if (ahead_m <= 0.0) return;
    const double pace = std::max(settings_.min_share, 1.0 - ahead_m / settings_.ahead_m);
    intent.speed *= static_cast<float>(std::min(1.0, double{std::min(c.slowest, own)} / double{own} * pace));
}

float Companies::free_pace(PersonId id) const { return run_.crowd.info[id.index()].free_speed; }

}  // namespace muster::engine
