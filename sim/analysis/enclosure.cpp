// SPDX-License-Identifier: Apache-2.0
#include "sim/analysis/enclosure.h"

namespace muster::analysis {

namespace {

constexpr int flight_closed = 3;  // FlightDamaged::state

}  // namespace

Barriers barriers_at_end(const Trace& trace) {
    const Building& building = trace.world->building;
    Barriers out{std::vector<bool>(building.openings.size(), false), std::vector<bool>(building.spaces.size(), false)};
    for (std::size_t o = 0; o < out.openings.size(); ++o)
        out.openings[o] = building.openings[o].state == DoorState::locked;
    for (const TimedEvent& e : trace.events) {
        if (const auto* jam = std::get_if<DoorJammed>(&e.event)) out.openings[jam->opening.index()] = true;
        if (const auto* change = std::get_if<OpeningChanged>(&e.event))
            out.openings[change->opening.index()] = change->blocked || change->state == DoorState::locked;
        if (const auto* h = std::get_if<FlightDamaged>(&e.event))
            if (h->state >= flight_closed) out.flights[h->flight.index()] = true;
    }
    return out;
}

Parts::Parts(const Building& building, const Barriers& barriers)
    : building_(building), barriers_(barriers), part_(building.spaces.size(), none) {
    for (std::size_t s = 0; s < part_.size(); ++s)
        if (building.spaces[s].outdoor || leads_off_the_site(SpaceId{s})) flood(SpaceId{s}, outside);
    int next = outside + 1;
    for (std::size_t s = 0; s < part_.size(); ++s)
        if (part_[s] == none && !barriers.flights[s]) flood(SpaceId{s}, next++);
    count_ = static_cast<std::size_t>(next);
}

std::vector<int> Parts::joined_by(OpeningId id) const {
    const Opening& opening = building_.opening(id);
    return {of(opening.from), of(opening.to)};
}

std::vector<int> Parts::joined_by_flight(SpaceId flight) const {
    std::vector<int> joined;
    for (const OpeningId o : building_.space(flight).openings)
        if (!barriers_.openings[o.index()]) joined.push_back(of(building_.opening(o).other(flight)));
    return joined;
}

bool Parts::leads_off_the_site(SpaceId s) const {
    if (barriers_.flights[s.index()]) return false;
    for (const OpeningId o : building_.space(s).openings)
        if (!barriers_.openings[o.index()] && !building_.opening(o).other(s).valid()) return true;
    return false;
}

void Parts::flood(SpaceId from, int part) {
    std::vector<SpaceId> open{from};
    while (!open.empty()) {
        const SpaceId s = open.back();
        open.pop_back();
        if (part_[s.index()] != none || barriers_.flights[s.index()]) continue;
        part_[s.index()] = part;
        for (const OpeningId o : building_.space(s).openings) {
            const SpaceId next = building_.opening(o).other(s);
            if (!barriers_.openings[o.index()] && next.valid()) open.push_back(next);
        }
    }
}

}  // namespace muster::analysis
