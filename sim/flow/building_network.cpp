// SPDX-License-Identifier: Apache-2.0
#include "sim/flow/building_network.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>

namespace muster::flow {

namespace {

constexpr double min_flow = 0.2;  // persons/s: who can get through at all, gets through
constexpr double min_area_m2 = 1.0;
constexpr double before_a_door_m2 = 0.5 * std::numbers::pi * 1.5 * 1.5;  // the half disc of analysis/density.h
constexpr double longest_single_m = 12.0;                                // a space no longer than this is one cell

bool is_flight_end(const Building& b, SpaceId space, OpeningId o) {
    return b.space(space).flight && (b.space(space).flight->foot == o || b.space(space).flight->head == o);
}

}  // namespace

BuildingNetwork::BuildingNetwork(const Building& building, const routing::Navigation& navigation,
                                 FlowConditions conditions, FlowParameters parameters)
    : building_(building), navigation_(navigation), conditions_(std::move(conditions)), p_(parameters) {}

double BuildingNetwork::width_m(OpeningId o) const {
    const double clear = building_.opening(o).clear_width_m;
    return conditions_.clear_width_m.empty() ? clear : std::min(clear, conditions_.clear_width_m[o.index()]);
}

double BuildingNetwork::factor(SpaceId space) const {
    return conditions_.speed_factor.empty() ? 1.0 : conditions_.speed_factor[space.index()];
}

double BuildingNetwork::door_flow(OpeningId o, bool of_room) const {
    const double width = width_m(o);
    if (width <= 0.0) return 0.0;
    const double flow =
        of_room ? p_.room_door_per_m * (width - p_.room_door_lost_m) : p_.door_per_m * width + p_.door_more;
    return conditions_.regulation ? std::min(flow, p_.regulation_per_m * width) : flow;
}

double BuildingNetwork::assumed_flow(OpeningId o, SpaceId into) const {
    if (conditions_.passages.empty()) return std::numeric_limits<double>::infinity();
    return conditions_.passages[o.index()][way_through(into == building_.opening(o).to)].persons_s(width_m(o));
}

double BuildingNetwork::flow_factor(SpaceId space) const {
    const Walker free;
    const double speed = is_stair_part(building_.space(space).use) ? free.down_m_s : free.level_m_s;
    const double slow = factor(space) * speed;
    return slow / speed * (p_.spacing_m + p_.headway_s * speed) / (p_.spacing_m + p_.headway_s * slow);
}

// Something that stands in the mouth of a flight narrows it like a door, not over its length.
double BuildingNetwork::flight_flow(const Flight& flight, OpeningId end, bool onto) const {
    const bool upwards = onto == (end == flight.foot);
    const double flow = (onto ? p_.onto_flight : p_.off_flight) * (upwards ? p_.up_share : 1.0) * flight.clear_width_m;
    return width_m(end) < flight.clear_width_m ? std::min(flow, door_flow(end, false)) : flow;
}

double BuildingNetwork::longest_m(SpaceId space) const {
    const auto& doors = building_.space(space).openings;
    double longest = 0.0;
    for (const OpeningId a : doors)
        for (const OpeningId b : doors)
            if (a < b) {
                const double d = navigation_.between_m(space, a, b);
                if (std::isfinite(d)) longest = std::max(longest, d);
            }
    return longest;
}

// What the opening lets through, or the flight behind it, or the corridor before it.
double BuildingNetwork::flow_out(SpaceId space, OpeningId out, bool room) const {
    const SpaceId next = building_.opening(out).other(space);
    double flow = door_flow(out, room);
    if (is_flight_end(building_, space, out)) flow = flight_flow(*building_.space(space).flight, out, false);
    if (next.valid() && is_flight_end(building_, next, out))
        flow = flight_flow(*building_.space(next).flight, out, true);
    flow = std::min(flow, assumed_flow(out, next));
    const SpaceUse use = building_.space(space).use;
    if (use == SpaceUse::corridor || use == SpaceUse::gallery) {
        const double length = longest_m(space);
        if (length > longest_single_m)
            flow = std::min(flow, p_.corridor_per_m * area(building_.space(space).area) / length);
    }
    return std::max(min_flow, flow * flow_factor(space));
}

// Floor by its distance to the opening, in `count` rings of stretch_m (the last takes what is left).
std::vector<double> BuildingNetwork::stretches_m2(SpaceId space, OpeningId out, int count) const {
    std::vector<double> m2(static_cast<std::size_t>(count), 0.0);
    const routing::DistanceField& field = navigation_.field(space, out);
    const double cell_m2 = field.cell_m * field.cell_m;
    for (const float cost : field.cost)
        if (std::isfinite(cost)) {
            const auto ring = static_cast<std::size_t>(static_cast<double>(cost) / p_.stretch_m);
            m2[std::min(ring, m2.size() - 1)] += cell_m2;
        }
    return m2;
}

BuildingNetwork::Chain BuildingNetwork::make_chain(SpaceId space, OpeningId out, bool room) {
    const Space& s = building_.space(space);
    const double length = room || s.flight ? 0.0 : longest_m(space);
    const int count = length > longest_single_m ? std::max(1, static_cast<int>(length / p_.stretch_m)) : 1;
    const std::vector<double> m2 = count > 1 ? stretches_m2(space, out, count) : std::vector{area(s.area)};
    const double holds = is_stair_part(s.use) || s.use == SpaceUse::lobby ? p_.stair_holds : p_.corridor_holds;
    const double flow = flow_out(space, out, room);
    Chain chain;
    for (int k = 0; k < count; ++k) {
        QueueCell cell;
        cell.area_m2 = room ? before_a_door_m2 : std::max(min_area_m2, m2[static_cast<std::size_t>(k)]);
        if (!room && !s.outdoor) cell.holds = holds * cell.area_m2;
        cell.flow = k == 0 ? flow : p_.corridor_per_m * area(s.area) / length * flow_factor(space) * 1.5;
        cell.is_room = room;
        cell.counts = !s.outdoor;
        chain.cells.push_back(static_cast<std::uint32_t>(cells_.size()));
        chain.begins_m.push_back(k * p_.stretch_m);
        cells_.push_back(cell);
        places_.push_back({space, out, k});
    }
    return chain;
}

const BuildingNetwork::Chain& BuildingNetwork::chain(SpaceId space, OpeningId out, bool room) {
    const auto key = std::pair{space, out};
    const auto found = chains_.find(key);
    return found != chains_.end() ? found->second : chains_.emplace(key, make_chain(space, out, room)).first->second;
}

double BuildingNetwork::walk_s(SpaceId space, OpeningId in, OpeningId out, double metres, const Walker& walker) const {
    const Space& s = building_.space(space);
    double speed = walker.level_m_s;
    if (s.flight) speed = out == s.flight->head && in != out ? walker.up_m_s : walker.down_m_s;
    return metres / std::max(0.05, speed * p_.walking_share * factor(space));
}

QueueWay BuildingNetwork::way(SpaceId room, std::span<const OpeningId> openings, const Walker& walker) {
    QueueWay out;
    SpaceId in = room;
    for (std::size_t i = 0; i < openings.size(); ++i) {
        const Chain& c = chain(in, openings[i], i == 0);
        if (i == 0) {
            out.steps.push_back({c.cells.front(), 0.0F});
        } else {
            const double metres = navigation_.between_m(in, openings[i - 1], openings[i]);
            std::size_t k = c.cells.size() - 1;
            while (k > 0 && c.begins_m[k] >= metres) --k;
            double from = std::isfinite(metres) ? metres : 0.0;
            for (;; --k) {
                const double part = std::max(0.0, from - c.begins_m[k]);
                const double s = walk_s(in, openings[i - 1], openings[i], part, walker);
                out.steps.push_back({c.cells[k], static_cast<float>(s)});
                from = c.begins_m[k];
                if (k == 0) break;
            }
        }
        in = building_.opening(openings[i]).other(in);
        if (!in.valid()) break;
    }
    return out;
}

}  // namespace muster::flow
