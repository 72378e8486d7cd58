// SPDX-License-Identifier: Apache-2.0
#include "sim/analysis/held.h"

#include <algorithm>
#include <cstdlib>
#include <limits>
#include <map>
#include <utility>

#include "sim/analysis/bottlenecks.h"
#include "sim/analysis/clocks.h"
#include "sim/analysis/enclosure.h"
#include "sim/analysis/sites.h"

namespace muster::analysis {

namespace {

constexpr double storey_away_m = 1000.0;  // what is on another storey is farther than anything on this one

/// Openings to cross from each space until outdoors, over what can be passed at the end.
std::vector<int> hops_out(const Building& building, const Barriers& barriers) {
    std::vector<int> hops(building.spaces.size(), std::numeric_limits<int>::max());
    std::vector<SpaceId> reached;
    const auto reach = [&](SpaceId s, int n) {
        if (!s.valid() || barriers.flights[s.index()] || hops[s.index()] <= n) return;
        hops[s.index()] = n;
        reached.push_back(s);
    };
    for (std::size_t s = 0; s < hops.size(); ++s)
        if (building.spaces[s].outdoor) reach(SpaceId{s}, 0);
    for (std::size_t o = 0; o < building.openings.size(); ++o)
        if (!building.openings[o].to.valid() && !barriers.openings[o]) reach(building.openings[o].from, 1);
    for (std::size_t i = 0; i < reached.size(); ++i)
        for (const OpeningId o : building.space(reached[i]).openings)
            if (!barriers.openings[o.index()])
                reach(building.opening(o).other(reached[i]), hops[reached[i].index()] + 1);
    return hops;
}

class Holding {
public:
    explicit Holding(const Trace& trace)
        : trace_(trace),
          building_(trace.world->building),
          barriers_(barriers_at_end(trace)),
          parts_(building_, barriers_),
          hops_(hops_out(building_, barriers_)),
          refused_(trace.people.size()),
          waits_for_(trace.people.size()),
          told_(trace.world->scenario.population.groups.size(), false) {
        for (const TimedEvent& e : trace.events) {
            if (const auto* back = std::get_if<PersonTurnsBack>(&e.event)) refused_[back->person.index()] = back->from;
            if (const auto* wait = std::get_if<PersonTurnsToWait>(&e.event))
                waits_for_[wait->person.index()] = wait->opening;
            if (const auto* told = std::get_if<GroupReleased>(&e.event)) told_[told->group.index()] = true;
            if (const auto* closed = std::get_if<SpaceCloses>(&e.event)) closed_.push_back(closed->space);
        }
    }

    [[nodiscard]] HeldPerson what_held(PersonId id, const TracePoint& at) const {
        HeldPerson held{id, Hold::no_way, {}, at.space, at.state == PersonState::incapacitated};
        if (const OpeningId door = waits_for_[id.index()]; door.valid() && barriers_.openings[door.index()]) {
            held.by = Hold::shut;
            held.opening = door;
            held.space = {};
            return held;
        }
        if (parts_.of(at.space) > Parts::outside && set_barrier(at, parts_.of(at.space), held)) return held;
        switch (at.state) {
            case PersonState::incapacitated:
                held.by = Hold::smoke;
                return held;
            case PersonState::fallen:
                held.by = Hold::fallen;
                return held;
            case PersonState::waiting:
            case PersonState::sheltering:
                // Told to go and not off yet: it is time that was short.
                held.by = told_[trace_.people[id.index()].group.index()] ? Hold::queue : Hold::no_signal;
                return held;
            case PersonState::stranded:
                set_why_stranded(id, at, held);
                return held;
            default:
                held.by = Hold::queue;
                set_queue(at, held);
                return held;
        }
    }

private:
    [[nodiscard]] double away_m(const TracePoint& at, LevelId level, Vec2 place) const {
        const int here = building_.level(building_.space(at.space).level).storey;
        return distance(place, {at.x, at.y}) + storey_away_m * std::abs(building_.level(level).storey - here);
    }
    [[nodiscard]] double away_m(const TracePoint& at, OpeningId o) const {
        return away_m(at, building_.space(building_.opening(o).from).level, building_.opening(o).at.middle());
    }
    [[nodiscard]] double away_m(const TracePoint& at, SpaceId s) const {
        return away_m(at, building_.space(s).level, centroid(building_.space(s).area));
    }

    /// The nearest barrier of those that `counts` names the class of: lower classes first, negative = none.
    template <class Counts>
    bool set_nearest_barrier(const TracePoint& at, HeldPerson& held, const Counts& counts) const {
        std::pair best{std::numeric_limits<int>::max(), 0.0};
        const auto offer = [&](int rank, double away, Hold by, OpeningId opening, SpaceId space) {
            if (rank < 0 || std::pair{rank, away} >= best) return;
            best = {rank, away};
            held.by = by;
            held.opening = opening;
            held.space = space;
        };
        for (std::size_t o = 0; o < barriers_.openings.size(); ++o)
            if (const OpeningId id{o}; barriers_.openings[o])
                offer(counts(parts_.joined_by(id)), away_m(at, id), Hold::shut, id, {});
        for (std::size_t s = 0; s < barriers_.flights.size(); ++s)
            if (const SpaceId id{s}; barriers_.flights[s])
                offer(counts(parts_.joined_by_flight(id)), away_m(at, id), Hold::damage, {}, id);
        return best.first != std::numeric_limits<int>::max();
    }
    bool set_barrier(const TracePoint& at, int part, HeldPerson& held) const {
        return set_nearest_barrier(at, held, [part](const std::vector<int>& joined) {
            const auto has = [&](int p) { return std::find(joined.begin(), joined.end(), p) != joined.end(); };
            if (!has(part)) return -1;
            return has(Parts::outside) ? 0 : 1;
        });
    }
    void set_why_stranded(PersonId id, const TracePoint& at, HeldPerson& held) const {
        if (const SpaceId refused = refused_[id.index()]; refused.valid()) {
            held.by = Hold::smoke;
            held.space = refused;
            return;
        }
        const auto nearest = std::min_element(closed_.begin(), closed_.end(),
                                              [&](SpaceId a, SpaceId b) { return away_m(at, a) < away_m(at, b); });
        if (nearest != closed_.end()) {
            held.by = Hold::closed;
            held.space = *nearest;
            return;
        }
        set_nearest_barrier(at, held, [](const std::vector<int>&) { return 0; });
    }
    // In the tail of whose queue: as the books of queues have it (bottlenecks.h), but ahead only.
    void set_queue(const TracePoint& at, HeldPerson& held) const {
        if (building_.space(at.space).flight) return;
        double min_m = queue_tail_m;
        for (const OpeningId o : building_.space(at.space).openings) {
            const SpaceId next = building_.opening(o).other(at.space);
            const bool ahead = !next.valid() || hops_[next.index()] < hops_[at.space.index()];
            const double m = distance_to(building_.opening(o).at, {at.x, at.y});
            if (barriers_.openings[o.index()] || !ahead || m >= min_m) continue;
            min_m = m;
            held.opening = o;
        }
        if (!held.opening.valid()) return;
        const SpaceId next = building_.opening(held.opening).other(at.space);
        const bool onto_flight = next.valid() && building_.space(next).flight.has_value();
        held.space = onto_flight ? next : SpaceId{};
        if (onto_flight) held.opening = {};
    }

    const Trace& trace_;
    const Building& building_;
    Barriers barriers_;
    Parts parts_;
    std::vector<int> hops_;
    std::vector<SpaceId> refused_;      // by person
    std::vector<OpeningId> waits_for_;  // by person: the door that he or she says is shut
    std::vector<bool> told_;            // by group: to go
    std::vector<SpaceId> closed_;
};

}  // namespace

Hold HeldHere::mainly() const { return static_cast<Hold>(std::max_element(by.begin(), by.end()) - by.begin()); }

std::vector<HeldPerson> held_of(const Trace& trace) {
    std::vector<HeldPerson> held;
    if (trace.sample_times.empty()) return held;
    const std::vector<bool> inside = left_inside(trace);
    if (std::none_of(inside.begin(), inside.end(), [](bool is) { return is; })) return held;
    const Holding holding(trace);
    const TracePoint* end = trace.sample(trace.sample_times.size() - 1);
    for (std::size_t p = 0; p < trace.people.size(); ++p)
        if (inside[p]) held.push_back(holding.what_held(PersonId{p}, end[p]));
    return held;
}

void write_held(const Trace& trace, std::vector<Bottleneck>& bottlenecks) {
    const Sites sites(trace.world->building);
    const auto place_of = [](const auto& x) { return std::pair{x.opening, x.space}; };
    std::map<std::pair<OpeningId, SpaceId>, std::vector<HeldPerson>> places;
    for (const HeldPerson& h : held_of(trace)) places[place_of(h)].push_back(h);
    for (const auto& [place, people] : places) {
        const auto known = std::find_if(bottlenecks.begin(), bottlenecks.end(),
                                        [&, &at = place](const Bottleneck& b) { return place_of(b) == at; });
        Bottleneck& b =
            known != bottlenecks.end() ? *known : bottlenecks.emplace_back(sites.blank(place.first, place.second));
        std::map<GroupId, int> by_group;
        for (const HeldPerson& h : people) {
            ++b.held.by[static_cast<std::size_t>(h.by)];
            b.held.overcome += h.overcome ? 1 : 0;
            ++by_group[trace.people[h.person.index()].group];
        }
        std::vector<std::pair<int, GroupId>> most;
        for (const auto& [group, count] : by_group) most.emplace_back(-count, group);
        std::sort(most.begin(), most.end());
        for (const auto& [count, group] : most) b.held.groups.push_back(group);
    }
    std::sort(bottlenecks.begin(), bottlenecks.end(), worse);
}

}  // namespace muster::analysis
