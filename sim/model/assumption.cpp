// SPDX-License-Identifier: Apache-2.0
#include "sim/model/assumption.h"

#include <algorithm>
#include <bit>
#include <cmath>

#include "sim/base/random.h"
#include "sim/model/building.h"
#include "sim/model/population.h"
#include "sim/model/world.h"

namespace muster {

namespace {

// "not compared with the original" holds for every source here: abstracts, reprints and memory.
constexpr MovementFigures quick{};

constexpr MovementFigures planning{
    .door_flow = 1.33,    // IMO MSC.1/Circ.1533 and SFPE 1.32: doorways without a leaf. Range 1.27-1.5
    .door_edges_m = 0.0,  // range 0-0.30
    .open_leaf_m = 0.17,  // Daamen & Hoogendoorn 2012: a leaf at 90 degrees takes 20 % of a door of 0.85 m
    .held_leaf_m = 0.26,  // Takeichi et al. 2005: a door shut at first takes 30 %; of 0.85 m. Range 0.1-0.3
    .least_flow = 0.66,   // a door of 1.0 m in a Helsinki office drill, over 50 s: VTT Working Papers 85. Range 0.6-0.9
    .push_open_s = 2.4,   // Son et al. 2020: 1.96-2.88
    .pull_open_s = 4.2,   // Son et al. 2020: 3.91-4.43
    .stair_flow_share = 0.85,  // Pauls 1980, 200 persons per metre: 0.86 of 1.015 at 7/11 inches. Range 0.7-1.0
    .stair_edge_m = 0.15,      // SFPE; 0.09 beside a rail
    .up_share = 0.8,           // IMO MSC.1/Circ.1533: 0.88 of 1.1
    .by_step = true,
    .grown_speed = 0.89,  // SFPE 1.19 m/s in evacuations against 1.34 m/s of free walking
    .child_speed = 1.0,
    .delay = 1.0,
    .delay_by_age = true,
};

constexpr MovementFigures slow{
    .door_flow = 1.32,     // SFPE
    .door_edges_m = 0.30,  // SFPE: 0.15 m at each jamb
    .open_leaf_m = 0.17,
    .held_leaf_m = 0.26,
    .least_flow = 0.60,  // assumption, below every stream found
    .push_open_s = 2.88,
    .pull_open_s = 4.43,
    .stair_flow_share = 0.70,  // Pauls 1980, 100 persons per metre: 0.71 of 1.015
    .stair_edge_m = 0.15,
    .up_share = 0.8,
    .by_step = true,
    .grown_speed = 0.80,  // assumption: SFPE's share and children's together
    .child_speed = 0.82,  // Dalian kindergarten: 0.86 m/s in drills against 1.05 m/s of free walking
    .delay = 1.28,        // Czech nursery schools: 59 s, the longest of 15 drills, against 46 s in Prague
    .delay_by_age = true,
};

// SFPE: speed at density D (persons/m2) is k (1 - a D), k = 0.863 sqrt(tread / riser) m/s, flow at most k / (4 a).
constexpr double sfpe_a_m2 = 0.266, sfpe_k_m_s = 0.863;
constexpr double usual_tread_m = 0.279, usual_riser_m = 0.178;  // 11 and 7 inches, on which stair factors are known
constexpr double rail_edge_m = 0.09;                            // SFPE, from the middle of a handrail

double lost_at_sides(const Flight& flight, const MovementFigures& f) {
    const int rails = std::clamp(flight.handrails.value_or(0), 0, 2);
    return rails * rail_edge_m + (2 - rails) * f.stair_edge_m;
}

PassageLaw stair_law(const Flight& flight, bool down, const MovementFigures& f) {
    PassageLaw law;
    law.per_m = f.stair_flow_share * stair_capacity(flight.tread_m, flight.riser_m) * (down ? 1.0 : f.up_share);
    law.lost_m = lost_at_sides(flight, f);
    law.widest_m = flight.clear_width_m;
    law.least = f.least_flow;
    return law;
}

// With no word which way it swings a leaf is taken to swing with the flow where it stands open, and against it where it
// has to be opened: the worse of the two.
PassageLaw door_law(const Opening& o, SpaceId into, const MovementFigures& f) {
    const int leaves = o.leaf == Leaf::single ? 1 : o.leaf == Leaf::double_leaf ? 2 : 0;
    const bool known = o.swings_into.has_value();
    const bool away = known && *o.swings_into == into;
    PassageLaw law;
    law.per_m = f.door_flow;
    law.lost_m = f.door_edges_m;
    law.least = f.least_flow;
    if (o.state == DoorState::open) {
        if (away || !known) law.lost_m += leaves * f.open_leaf_m;
    } else {
        law.lost_m += leaves * f.held_leaf_m;
        if (leaves > 0) law.opens_s = away ? f.push_open_s : f.pull_open_s;
    }
    return law;
}

const Flight* flight_at(const Building& building, const Opening& o) {
    for (const SpaceId s : {o.from, o.to})
        if (s.valid() && building.space(s).flight) return &*building.space(s).flight;
    return nullptr;
}

PassageLaw law_into(const Building& building, OpeningId id, SpaceId into, const MovementFigures& f) {
    const Opening& o = building.opening(id);
    const Flight* flight = flight_at(building, o);
    if (o.kind != OpeningKind::flight_end || !flight) return f.door_flow > 0.0 ? door_law(o, into, f) : PassageLaw{};
    if (f.stair_flow_share <= 0.0) return {};
    const bool onto = into.valid() && building.space(into).flight && &*building.space(into).flight == flight;
    return stair_law(*flight, onto == (id == flight->head), f);
}

}  // namespace

const MovementFigures& figures_of(Assumption assumption) {
    switch (assumption) {
        case Assumption::quick:
            return quick;
        case Assumption::planning:
            return planning;
        case Assumption::slow:
            break;
    }
    return slow;
}

double PassageLaw::persons_s(double clear_width_m) const {
    if (!limits()) return std::numeric_limits<double>::infinity();
    return std::max(least, per_m * (std::min(clear_width_m, widest_m) - lost_m));
}

TwoWayLaw passage_of(const Building& building, OpeningId opening, Assumption assumption) {
    const MovementFigures& f = figures_of(assumption);
    const Opening& o = building.opening(opening);
    return {law_into(building, opening, o.from, f), law_into(building, opening, o.to, f)};
}

std::vector<TwoWayLaw> passages_of(const Building& building, Assumption assumption) {
    std::vector<TwoWayLaw> out;
    for (std::size_t i = 0; i < building.openings.size(); ++i)
        out.push_back(passage_of(building, OpeningId{i}, assumption));
    const bool any =
        std::any_of(out.begin(), out.end(), [](const TwoWayLaw& p) { return p[0].limits() || p[1].limits(); });
    if (!any) out.clear();
    return out;
}

double stair_capacity(double tread_m, double riser_m) {
    return sfpe_k_m_s * std::sqrt(tread_m / riser_m) / (4.0 * sfpe_a_m2);
}

double stair_speed_share(const Profile& profile, const Flight& flight, bool down, Assumption assumption) {
    const double share = down ? profile.stair_down_factor : profile.stair_up_factor;
    if (!figures_of(assumption).by_step) return share;
    // Nobody is taken to be quicker on an easy stair than the factor measured on a usual one.
    return share * std::min(1.0, std::sqrt((flight.tread_m / flight.riser_m) / (usual_tread_m / usual_riser_m)));
}

double level_speed_share(const Profile& profile, Assumption assumption) {
    const MovementFigures& f = figures_of(assumption);
    return profile.child ? f.child_speed : f.grown_speed;
}

std::shared_ptr<const World> under(const std::shared_ptr<const World>& world, Assumption assumption) {
    if (world->scenario.run.assumption == assumption) return world;
    auto changed = std::make_shared<World>(*world);
    changed->scenario.run.assumption = assumption;
    return changed;
}

std::vector<AssumptionRow> assumption_table(Assumption assumption) {
    const MovementFigures& f = figures_of(assumption);
    return {
        {"door_flow", f.door_flow, "1/(m s)"},
        {"door_edges", f.door_edges_m, "m"},
        {"open_leaf", f.open_leaf_m, "m"},
        {"held_leaf", f.held_leaf_m, "m"},
        {"least_flow", f.least_flow, "1/s"},
        {"push_open", f.push_open_s, "s"},
        {"pull_open", f.pull_open_s, "s"},
        {"stair_flow_share", f.stair_flow_share, ""},
        {"stair_edge", f.stair_edge_m, "m"},
        {"up_share", f.up_share, ""},
        {"by_step", f.by_step ? 1.0 : 0.0, ""},
        {"grown_speed", f.grown_speed, ""},
        {"child_speed", f.child_speed, ""},
        {"delay", f.delay, ""},
        {"delay_by_age", f.delay_by_age ? 1.0 : 0.0, ""},
    };
}

std::uint64_t assumption_hash(Assumption assumption) {
    std::uint64_t hash = 0;
    for (const AssumptionRow& row : assumption_table(assumption))
        hash = mix64(hash * 31 + std::bit_cast<std::uint64_t>(row.value) + 1);
    return hash;
}

}  // namespace muster
