// SPDX-License-Identifier: Apache-2.0
#include "render/viewer/edit/edit_stairs.h"

#include <algorithm>
#include <cmath>

#include "render/viewer/edit/edit_openings.h"
#include "render/viewer/edit/edit_spaces.h"

namespace muster::viewer {

namespace {

constexpr double highest_riser_m = 0.15;
constexpr double usual_tread_m = 0.28;

double floor_of(const Building& b, SpaceId s) { return b.level(b.space(s).level).elevation_m + b.space(s).floor_m; }

LevelId level_above(const Building& b, LevelId level) {
    LevelId best;
    for (std::size_t i = 0; i < b.levels.size(); ++i) {
        const double up = b.levels[i].elevation_m;
        if (up > b.level(level).elevation_m && (!best.valid() || up < b.level(best).elevation_m)) best = LevelId{i};
    }
    return best;
}

// The space that begins within a wall's thickness of `p` in this direction.
SpaceId beyond(const Building& b, LevelId level, Vec2 p, Vec2 along) {
    if (!level.valid()) return {};
    for (double way = 0.05; way <= thickest_wall_m; way += 0.05)
        if (const SpaceId s = b.space_at(level, p + way * along); s.valid() && !b.space(s).flight) return s;
    return {};
}

OpeningId add_end(Building& b, const std::string& key, SpaceId from, SpaceId to, const Segment& at) {
    Opening o;
    o.key = key;
    o.name = {key, key};
    o.from = from;
    o.to = to;
    o.at = {tidy(at.a), tidy(at.b)};
    o.clear_width_m = std::round(at.length() * 1e3) / 1e3;
    o.kind = OpeningKind::flight_end;
    b.openings.push_back(std::move(o));
    return OpeningId{b.openings.size() - 1};
}

StairId stair_for(Building& b, StairId wanted) {
    if (wanted.valid()) return wanted;
    Stair stair;
    stair.key = next_key(b, "stair");
    stair.name = {stair.key, stair.key};
    b.stairs.push_back(std::move(stair));
    return StairId{b.stairs.size() - 1};
}

// Bottom to top, as the format has them.
void list_flight(Building& b, StairId stair, SpaceId flight) {
    auto& flights = b.stairs[stair.index()].flights;
    flights.push_back(flight);
    std::stable_sort(flights.begin(), flights.end(),
                     [&](SpaceId x, SpaceId y) { return floor_of(b, x) < floor_of(b, y) - 1e-9; });
}

}  // namespace

double rise_between(const Building& b, SpaceId lower, SpaceId upper) { return floor_of(b, upper) - floor_of(b, lower); }

int risers_for(double rise_m) { return std::max(1, static_cast<int>(std::ceil(rise_m / highest_riser_m - 1e-6))); }

double flight_length_m(int risers, double tread_m) { return (risers - 1) * tread_m; }

std::optional<FlightPlan> plan_flight(const Building& b, const DrawnFlight& drawn) {
    FlightPlan plan;
    plan.foot = drawn.foot_edge.middle();
    plan.up = normalised(drawn.up);
    plan.width_m = drawn.foot_edge.length();
    const Vec2 head = plan.foot + drawn.length_m * plan.up;
    plan.lower = beyond(b, drawn.level, plan.foot, -1.0 * plan.up);
    plan.upper = beyond(b, drawn.level, head, plan.up);
    const bool rises = plan.lower.valid() && plan.upper.valid() && rise_between(b, plan.lower, plan.upper) > 0.1;
    if (!rises) plan.upper = beyond(b, level_above(b, drawn.level), head, plan.up);
    if (!plan.lower.valid() || !plan.upper.valid()) return {};
    plan.risers = risers_for(rise_between(b, plan.lower, plan.upper));
    plan.tread_m = plan.risers > 1 ? std::round(1e3 * drawn.length_m / (plan.risers - 1)) / 1e3 : usual_tread_m;
    const StairId known = b.space(plan.lower).use == SpaceUse::stair_landing ? [&] {
        for (std::size_t i = 0; i < b.stairs.size(); ++i)
            for (const SpaceId s : b.stairs[i].landings)
                if (s == plan.lower) return StairId{i};
        return StairId{};
    }() : StairId{};
    plan.stair = known;
    return plan;
}

Edited add_flight(Building building, const FlightPlan& plan) {
    if (!plan.lower.valid() || !plan.upper.valid() || plan.lower == plan.upper)
        return refused("edit.refuse.flight_ends");
    const double rise_m = rise_between(building, plan.lower, plan.upper);
    if (rise_m < 0.05) return refused("edit.refuse.flight_level");
    if (plan.width_m < narrowest_opening_m || plan.tread_m < 0.1 || plan.tread_m > 0.6 || length(plan.up) < 1e-9)
        return refused("edit.refuse.flight_size");
    const int risers = plan.risers > 0 ? plan.risers : risers_for(rise_m);
    if (risers > 60 || rise_m / risers > 0.3) return refused("edit.refuse.flight_size");
    const Vec2 up = normalised(plan.up), across = perpendicular(up), half = 0.5 * plan.width_m * across;
    const Vec2 head = plan.foot + std::max(plan.tread_m, flight_length_m(risers, plan.tread_m)) * up;
    auto outline = sound_outline({plan.foot + half, plan.foot - half, head - half, head + half});
    if (!outline) return refused("edit.refuse.flight_size");

    const Space& lower = building.space(plan.lower);
    Space space;
    space.key = next_key(building, stem_for(building, lower.level, SpaceUse::stair_flight));
    space.name = {space.key, space.key};
    space.level = lower.level;
    space.use = SpaceUse::stair_flight;
    space.floor_m = lower.floor_m;
    space.area.outer = std::move(*outline);
    const std::string key = space.key;
    building.spaces.push_back(std::move(space));
    const SpaceId id{building.spaces.size() - 1};

    Flight flight;
    flight.foot = add_end(building, key + "_foot", plan.lower, id, {plan.foot + half, plan.foot - half});
    flight.head = add_end(building, key + "_head", id, plan.upper, {head + half, head - half});
    for (const OpeningId end : {flight.foot, flight.head})
        if (!stands(building, building.opening(end))) return refused("edit.refuse.flight_ends");
    flight.stair = stair_for(building, plan.stair);
    flight.risers = risers;
    flight.riser_m = rise_m / risers;
    flight.tread_m = plan.tread_m;
    flight.clear_width_m = plan.width_m;
    building.spaces[id.index()].flight = flight;
    list_flight(building, flight.stair, id);
    return done(std::move(building), "edit.step.add_flight", ObjectRef{ObjectKind::space, id.index()});
}

Edited change_flight(Building building, SpaceId id, const FlightChange& change) {
    auto& flight = building.spaces[id.index()].flight;
    if (!flight) return refused("edit.refuse.no_flight");
    if (change.risers) flight->risers = std::clamp(*change.risers, 1, 60);
    if (change.riser_m) flight->riser_m = std::clamp(*change.riser_m, 0.05, 0.3);
    if (change.tread_m) flight->tread_m = std::clamp(*change.tread_m, 0.1, 0.6);
    if (change.clear_width_m) flight->clear_width_m = std::clamp(*change.clear_width_m, 0.3, 20.0);
    if (change.middle_rail) flight->middle_rail = *change.middle_rail;
    return done(std::move(building), "edit.step.change", ObjectRef{ObjectKind::space, id.index()});
}

Edited add_landing(Building building, SpaceId space, StairId stair) {
    if (building.space(space).flight) return refused("edit.refuse.flight_ends");
    for (Stair& s : building.stairs) std::erase(s.landings, space);
    building.stairs[stair.index()].landings.push_back(space);
    building.spaces[space.index()].use = SpaceUse::stair_landing;
    return done(std::move(building), "edit.step.change", ObjectRef{ObjectKind::space, space.index()});
}

}  // namespace muster::viewer
