// SPDX-License-Identifier: Apache-2.0
#include "sim/analysis/person_story.h"

#include <algorithm>
#include <cstdlib>
#include <type_traits>

#include "sim/analysis/bottlenecks.h"
#include "sim/analysis/crossings.h"
#include "sim/analysis/time_lost.h"

namespace muster::analysis {

bool concerns(const Event& event, PersonId person, GroupId group) {
    return std::visit(
        [&](const auto& e) {
            using E = std::decay_t<decltype(e)>;
            if constexpr (requires { e.person; })
                return e.person == person;
            else if constexpr (requires { e.group; })
                return e.group == group;
            else
                return std::is_same_v<E, AlarmSounds> || std::is_same_v<E, ShakingStarts> ||
                       std::is_same_v<E, ShakingEnds> || std::is_same_v<E, AftershockStarts> ||
                       std::is_same_v<E, EarlyWarning> || std::is_same_v<E, PowerLost>;
        },
        event);
}

PersonFollow::PersonFollow(const World& world, PersonId person) : world_(world), person_(person) {
    for (std::size_t l = 0; l < world.building.levels.size(); ++l)
        cells_.push_back(cells_of(world.building, LevelId{l}));
}

// As LocalDensity, but round one place only.
float PersonFollow::density_round(const TracePoint* people, std::size_t n) const {
    const TracePoint& me = people[person_.index()];
    if (!LocalDensity::counts(me)) return 0.0F;
    const LevelId level = world_.building.space(me.space).level;
    const LevelCells& cells = cells_[level.index()];
    if (cells.empty()) return 0.0F;
    const auto place_of = [&](const TracePoint& p) {
        const int cell = static_cast<int>(cells.cell_of({p.x, p.y}));
        return std::pair{cell % cells.columns, cell / cells.columns};
    };
    const auto [column, row] = place_of(me);
    const auto reach = static_cast<float>(2.0 * cells.cell_m);
    int persons = 0;
    for (std::size_t p = 0; p < n; ++p) {
        const TracePoint& other = people[p];
        if (std::abs(other.x - me.x) > reach || std::abs(other.y - me.y) > reach) continue;
        if (!LocalDensity::counts(other) || world_.building.space(other.space).level != level) continue;
        const auto [c, r] = place_of(other);
        if (std::abs(c - column) <= 1 && std::abs(r - row) <= 1) ++persons;
    }
    const float floor_m2 = cells.window_m2[cells.cell_of({me.x, me.y})];
    return static_cast<float>(persons) / std::max(static_cast<float>(min_density_area_m2), floor_m2);
}

void PersonFollow::extend(const Trace& trace) {
    const std::size_t p = person_.index();
    for (std::size_t i = speed_.size(); i < trace.sample_times.size(); ++i) {
        const TracePoint& at = trace.sample(i)[p];
        const double more_lost_s = i > 0 ? lost_under_way_s(trace, i - 1, p) : 0.0;
        lost_.push_back((i > 0 ? lost_.back() : 0.0F) + static_cast<float>(more_lost_s));
        speed_.push_back(at.state == PersonState::gone ? 0.0F : at.speed);
        density_.push_back(density_round(trace.sample(i), trace.people.size()));
        pressure_.push_back(at.pressure);
        dose_.push_back(at.dose);
    }
    for (; events_read_ < trace.events.size(); ++events_read_)
        if (concerns(trace.events[events_read_].event, person_, trace.people[p].group)) events_.push_back(events_read_);
}

PersonStory PersonFollow::at(const Trace& trace, std::size_t sample) const {
    const TracePoint& now = trace.sample(sample)[person_.index()];
    PersonStory story{now.state,
                      {now.x, now.y},
                      now.space,
                      static_cast<double>(speed_[sample]),
                      static_cast<double>(density_[sample]),
                      static_cast<double>(now.pressure),
                      static_cast<double>(lost_[sample]),
                      static_cast<double>(now.dose),
                      {},
                      {}};
    const auto waits = [&](std::size_t i) {
        return under_way(trace.sample(i)[person_.index()].state) && static_cast<double>(speed_[i]) < queue_speed_m_s;
    };
    for (std::size_t i = sample + 1; i-- > 0 && waits(i);) story.waiting_since_s = trace.sample_times[i].seconds();
    for (const std::size_t e : events_)
        if (trace.events[e].time <= trace.sample_times[sample]) story.events.push_back(e);
    return story;
}

}  // namespace muster::analysis
