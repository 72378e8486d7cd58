// SPDX-License-Identifier: Apache-2.0
#include "sim/analysis/shut_in.h"

namespace muster::analysis {

namespace {

constexpr int flight_closed = 3;  // FlightDamaged::state

/// Spaces joined by what can be passed: each has the number of its part; all that is out of doors is one part.
class Parts {
public:
    Parts(const Building& building, const std::vector<bool>& shut, const std::vector<bool>& closed)
        : building_(building), shut_(shut), closed_(closed), part_(building.spaces.size(), none) {
        for (std::size_t s = 0; s < part_.size(); ++s)
            if (building.spaces[s].outdoor || leads_off_the_site(SpaceId{s})) flood(SpaceId{s}, outside);
        int next = outside + 1;
        for (std::size_t s = 0; s < part_.size(); ++s)
            if (part_[s] == none && !closed[s]) flood(SpaceId{s}, next++);
        count_ = static_cast<std::size_t>(next);
    }

    static constexpr int none = -1, outside = 0;
    [[nodiscard]] int of(SpaceId s) const { return s.valid() ? part_[s.index()] : outside; }
    [[nodiscard]] std::size_t count() const { return count_; }

private:
    [[nodiscard]] bool leads_off_the_site(SpaceId s) const {
        if (closed_[s.index()]) return false;
        for (const OpeningId o : building_.space(s).openings)
            if (!shut_[o.index()] && !building_.opening(o).other(s).valid()) return true;
        return false;
    }
    void flood(SpaceId from, int part) {
        std::vector<SpaceId> open{from};
        while (!open.empty()) {
            const SpaceId s = open.back();
            open.pop_back();
            if (part_[s.index()] != none || closed_[s.index()]) continue;
            part_[s.index()] = part;
            for (const OpeningId o : building_.space(s).openings) {
                const SpaceId next = building_.opening(o).other(s);
                if (!shut_[o.index()] && next.valid()) open.push_back(next);
            }
        }
    }

    const Building& building_;
    const std::vector<bool>&shut_, &closed_;
    std::vector<int> part_;
    std::size_t count_ = 0;
};

std::vector<int> people_by_part(const Trace& trace, const Parts& parts) {
    std::vector<int> people(parts.count(), 0);
    const TracePoint* end = trace.sample(trace.sample_times.size() - 1);
    for (std::size_t p = 0; p < trace.people.size(); ++p)
        if (waits_for_help(end[p].state) && end[p].space.valid() && parts.of(end[p].space) > Parts::outside)
            ++people[static_cast<std::size_t>(parts.of(end[p].space))];
    return people;
}

/// Whom a way between these parts lets out: all of the others, when one of them is out of doors.
int freed(const std::vector<int>& people, const std::vector<int>& joined) {
    bool out = false;
    int sum = 0;
    for (std::size_t i = 0; i < joined.size(); ++i) {
        const int part = joined[i];
        if (part == Parts::outside) out = true;
        if (part <= Parts::outside) continue;
        bool counted = false;
        for (std::size_t k = 0; k < i; ++k) counted = counted || joined[k] == part;
        if (!counted) sum += people[static_cast<std::size_t>(part)];
    }
    return out ? sum : 0;
}

}  // namespace

bool waits_for_help(PersonState state) {
    return state != PersonState::gone && state != PersonState::assembled && state != PersonState::arrived;
}

std::vector<bool> shut_at_end(const Trace& trace) {
    std::vector<bool> shut(trace.world->building.openings.size(), false);
    for (std::size_t o = 0; o < shut.size(); ++o)
        shut[o] = trace.world->building.openings[o].state == DoorState::locked;
    for (const TimedEvent& e : trace.events) {
        if (const auto* jam = std::get_if<DoorJammed>(&e.event)) shut[jam->opening.index()] = true;
        if (const auto* change = std::get_if<OpeningChanged>(&e.event))
            shut[change->opening.index()] = change->blocked || change->state == DoorState::locked;
    }
    return shut;
}

ShutIn shut_in(const Trace& trace) {
    const Building& building = trace.world->building;
    ShutIn out{std::vector<int>(building.openings.size(), 0), std::vector<int>(building.spaces.size(), 0)};
    if (trace.sample_times.empty()) return out;
    const std::vector<bool> shut = shut_at_end(trace);
    std::vector<bool> closed(building.spaces.size(), false);
    for (const TimedEvent& e : trace.events)
        if (const auto* h = std::get_if<FlightDamaged>(&e.event))
            if (h->state >= flight_closed) closed[h->flight.index()] = true;
    const Parts parts(building, shut, closed);
    const std::vector<int> people = people_by_part(trace, parts);
    for (std::size_t o = 0; o < shut.size(); ++o) {
        const Opening& opening = building.openings[o];
        if (shut[o]) out.by_opening[o] = freed(people, {parts.of(opening.from), parts.of(opening.to)});
    }
    for (std::size_t s = 0; s < closed.size(); ++s) {
        if (!closed[s]) continue;
        std::vector<int> joined;
        for (const OpeningId o : building.spaces[s].openings)
            if (!shut[o.index()]) joined.push_back(parts.of(building.opening(o).other(SpaceId{s})));
        out.by_flight[s] = freed(people, joined);
    }
    return out;
}

}  // namespace muster::analysis
