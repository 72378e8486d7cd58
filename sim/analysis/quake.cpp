// SPDX-License-Identifier: Apache-2.0
#include "sim/analysis/quake.h"

#include <algorithm>
#include <set>

#include "sim/analysis/shut_in.h"

namespace muster::analysis {

namespace {

class Harms {
public:
    explicit Harms(const Trace& trace) : trace_(trace), starts_(trace.world->building.spaces.size(), 0) {
        for (const PersonInfo& p : trace.people)
            if (p.start.valid()) ++starts_[p.start.index()];
        crossed_.resize(trace.world->building.openings.size());
        for (const TimedEvent& e : trace.events)
            if (const auto* c = std::get_if<PersonCrossed>(&e.event))
                crossed_[c->opening.index()].insert(c->person.value);
    }
    [[nodiscard]] int by_door(OpeningId door) const {
        const Opening& o = trace_.world->building.opening(door);
        int people = 0;
        for (const SpaceId s : {o.from, o.to})
            if (s.valid()) people += starts_[s.index()];
        return people > 0 ? people : through(door);
    }
    [[nodiscard]] int through(OpeningId door) const { return static_cast<int>(crossed_[door.index()].size()); }
    [[nodiscard]] int over(SpaceId flight) const { return through(trace_.world->building.space(flight).flight->foot); }
    [[nodiscard]] int in(SpaceId space) const {
        if (starts_[space.index()] > 0) return starts_[space.index()];
        int most = 0;  // nobody's room: who came through
        for (const OpeningId o : trace_.world->building.space(space).openings) most = std::max(most, through(o));
        return most;
    }

private:
    const Trace& trace_;
    std::vector<int> starts_;
    std::vector<std::set<std::uint32_t>> crossed_;
};

double collapse_share(double height_m) {
    if (height_m <= 24.0) return 2.0 / 3.0;
    if (height_m >= 54.0) return 0.5;
    return 2.0 / 3.0 + (0.5 - 2.0 / 3.0) * (height_m - 24.0) / 30.0;
}

}  // namespace

QuakeOutcome quake_of(const Trace& trace) {
    const Building& building = trace.world->building;
    const Harms people(trace);
    QuakeOutcome out;
    out.shocks = trace.quakes;
    const auto add = [&](QuakeHarm harm) {
        for (QuakeHarm& known : out.harms)
            if (known.kind == harm.kind && known.opening == harm.opening && known.space == harm.space &&
                known.item == harm.item) {
                known.state = std::max(known.state, harm.state);
                return;
            }
        out.harms.push_back(harm);
    };
    for (const TimedEvent& e : trace.events) {
        if (std::holds_alternative<EarlyWarning>(e.event)) out.warned_s = e.time.seconds();
        if (std::holds_alternative<ShakingEnds>(e.event) && !out.order_s) out.order_s = e.time.seconds();
        if (std::holds_alternative<PowerLost>(e.event)) out.power_lost = true;
        if (std::holds_alternative<PersonStruck>(e.event)) ++out.struck;
        if (std::holds_alternative<PersonFell>(e.event)) ++out.thrown;
        if (std::holds_alternative<DoorForced>(e.event)) ++out.doors_forced;
        if (const auto* h = std::get_if<DoorJammed>(&e.event))
            add({QuakeHarmKind::door_jammed, h->opening, {}, {}, 0, people.by_door(h->opening)});
        if (const auto* h = std::get_if<ItemFalls>(&e.event)) {
            const SpaceId space = building.obstacle(h->item).space;
            add({QuakeHarmKind::item_fallen, {}, space, h->item, 0, people.in(space)});
        }
        if (const auto* h = std::get_if<FlightDamaged>(&e.event))
            add({QuakeHarmKind::flight_damaged, {}, h->flight, {}, h->state, people.over(h->flight)});
        if (const auto* h = std::get_if<DebrisFalls>(&e.event))
            add({QuakeHarmKind::debris, {}, h->space, {}, 0, people.in(h->space)});
        if (const auto* h = std::get_if<FacadeFalls>(&e.event))
            add({QuakeHarmKind::facade, h->exit, {}, {}, 0, people.through(h->exit)});
        if (const auto* h = std::get_if<WayNarrowed>(&e.event))
            add({QuakeHarmKind::way_narrowed, h->opening, {}, {}, 0, people.by_door(h->opening)});
    }
    const ShutIn shut = shut_in(trace);
    for (QuakeHarm& h : out.harms) {
        if (h.opening.valid()) h.shut_in = shut.by_opening[h.opening.index()];
        if (h.kind == QuakeHarmKind::flight_damaged) h.shut_in = shut.by_flight[h.space.index()];
    }
    std::stable_sort(out.harms.begin(), out.harms.end(), [](const QuakeHarm& a, const QuakeHarm& b) {
        return std::pair(a.shut_in, a.people) > std::pair(b.shut_in, b.people);
    });
    return out;
}

std::vector<SpotDistance> spot_distances(const Building& building) {
    const double height = building.top_m();
    std::vector<SpotDistance> out;
    for (std::size_t i = 0; i < building.spots.size(); ++i) {
        SpotDistance d;
        d.spot = AssemblySpotId{i};
        d.nearest_m = 1e9;
        d.reach_m = collapse_share(height) * height;
        d.band_m = building.falling_band_m();
        for (const Space& s : building.spaces)
            if (!s.outdoor && !s.area.outer.empty())
                d.nearest_m = std::min(d.nearest_m, contains(s.area, building.spots[i].at)
                                                        ? 0.0
                                                        : distance_to_boundary(s.area, building.spots[i].at));
        out.push_back(d);
    }
    return out;
}

}  // namespace muster::analysis
