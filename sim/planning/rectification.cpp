// SPDX-License-Identifier: Apache-2.0
#include "sim/planning/rectification.h"

#include <algorithm>
#include <cmath>

#include "sim/base/overload.h"
#include "sim/flow/hydraulic.h"

namespace muster::planning {

namespace {

constexpr double min_door_m = 0.9;  // GB 50099-2011 8.2.4, not compared with the official text
constexpr double clear_of_m = 0.1;  // between a widened flight and what is beside it

// A flight drawn as a rectangle: where its long sides are, seen across the way up.
struct Sides {
    Vec2 across;
    double low = 0.0, high = 0.0;
};
Sides sides_of(const Space& flight) {
    Sides s{perpendicular(flight.flight->up), 1e9, -1e9};
    for (const Vec2 p : flight.area.outer) {
        s.low = std::min(s.low, dot(p, s.across));
        s.high = std::max(s.high, dot(p, s.across));
    }
    return s;
}

// Nothing but the flight itself is on this strip beside it, on its storey and on the one it leads to.
bool strip_is_free(const Building& b, SpaceId flight, double from, double to) {
    const Space& space = b.space(flight);
    const Vec2 up = space.flight->up, across = perpendicular(up);
    double start = 1e9, end = -1e9;
    for (const Vec2 p : space.area.outer) {
        start = std::min(start, dot(p, up));
        end = std::max(end, dot(p, up));
    }
    const LevelId head = b.space(b.opening(space.flight->head).other(flight)).level;
    for (double along = start + 0.05; along < end; along += 0.1)
        for (double off = from; off <= to + 1e-9; off += std::max(0.05, (to - from) / 8.0)) {
            const Vec2 p = along * up + off * across;
            for (const LevelId level : {space.level, head})
                if (const SpaceId there = b.space_at(level, p); there.valid() && there != flight) return false;
        }
    return true;
}

// The floors at both ends reach as far as the flight will.
bool ends_reach(const Building& b, SpaceId flight, double from, double to) {
    const Flight& f = *b.space(flight).flight;
    for (const OpeningId end : {f.foot, f.head}) {
        const Opening& o = b.opening(end);
        const Space& beyond = b.space(o.other(flight));
        const Vec2 across = perpendicular(f.up), into = o.normal_into(o.other(flight));
        const double line = dot(o.at.middle(), f.up);
        for (const double off : {from + 0.02, 0.5 * (from + to), to - 0.02})
            if (!contains(beyond.area, line * f.up + off * across + 0.1 * into)) return false;
    }
    return true;
}

bool widen_flight(Building& b, SpaceId id, double width_m) {
    Space& space = b.spaces[id.index()];
    Sides sides = sides_of(space);
    const double more = width_m - (sides.high - sides.low);
    if (more > 1e-6) {
        const bool above = strip_is_free(b, id, sides.high + 0.01, sides.high + more + clear_of_m) &&
                           ends_reach(b, id, sides.low, sides.high + more);
        const bool below = !above && strip_is_free(b, id, sides.low - more - clear_of_m, sides.low - 0.01) &&
                           ends_reach(b, id, sides.low - more, sides.high);
        if (!above && !below) return false;
        const double edge = above ? sides.high : sides.low, moved = above ? edge + more : edge - more;
        for (Vec2& p : space.area.outer)
            if (std::abs(dot(p, sides.across) - edge) < 1e-3) p += (moved - edge) * sides.across;
        sides = sides_of(space);
    }
    const double middle = 0.5 * (sides.low + sides.high);
    for (const OpeningId end : {space.flight->foot, space.flight->head}) {
        Opening& o = b.openings[end.index()];
        const double line = dot(o.at.middle(), space.flight->up);
        const double sense = dot(o.at.direction(), sides.across) < 0.0 ? -1.0 : 1.0;
        const Vec2 centre = line * space.flight->up + middle * sides.across;
        o.at = {centre - 0.5 * width_m * sense * sides.across, centre + 0.5 * width_m * sense * sides.across};
        o.clear_width_m = width_m;
    }
    space.flight->clear_width_m = width_m;
    return true;
}

}  // namespace

std::string code_of(const Change& change, const Scenario& scenario) {
    return std::visit(
        Overload{[](const WidenOpening&) { return "widen_door"; }, [](const WidenStair&) { return "widen_flight"; },
                 [](const UnlockOpening&) { return "open_exit"; }, [](const ReverseSwing&) { return "reverse_swing"; },
                 [](const AddMiddleRail&) { return "middle_rail"; },
                 [](const RemoveObstacle&) { return "remove_obstacle"; },
                 [&](const DropIncident& c) {
                     return std::holds_alternative<SetOpening>(scenario.incidents[c.incident].what) ? "open_exit"
                                                                                                    : "clear_way";
                 },
                 [](const HoldStorey&) { return "stagger_storey"; }, [](const PostTeacher&) { return "post_guide"; }},
        change);
}

bool changes_plan(const Change& change) {
    return !std::holds_alternative<DropIncident>(change) && !std::holds_alternative<HoldStorey>(change) &&
           !std::holds_alternative<PostTeacher>(change);
}

bool seen_by_model(const Change& change) {
    return !std::holds_alternative<ReverseSwing>(change) && !std::holds_alternative<AddMiddleRail>(change);
}

double next_width_m(double width_m, double required_m) {
    const double streams = std::floor(width_m / stream_width_m + 1e-6) + 1.0;
    const double needed = std::ceil(required_m / stream_width_m - 1e-6);
    return std::max(min_door_m, std::max(streams, needed) * stream_width_m);
}

double flight_passage_s(int persons, double clear_width_m) {
    const flow::HydraulicElement flight{flow::HydraulicKind::stair_65_12,
                                        flow::effective_width_m(clear_width_m, flow::Boundary::stair_wall)};
    return flight.capacity() > 0.0 ? flow::passage_time_s(persons, flight) : 0.0;
}

Scenario with_change(Scenario scenario, const Change& change) {
    if (const auto* drop = std::get_if<DropIncident>(&change))
        scenario.incidents.erase(scenario.incidents.begin() + static_cast<std::ptrdiff_t>(drop->incident));
    if (const auto* hold = std::get_if<HoldStorey>(&change)) {
        const double told_s = scenario.alarm.at_s + scenario.alarm.announcement_s;
        for (const GroupId group : hold->groups) {
            scenario.incidents.push_back({0.0, HoldGroup{group}});
            scenario.incidents.push_back({told_s + hold->delay_s, ReleaseGroup{group}});
        }
    }
    if (const auto* post = std::get_if<PostTeacher>(&change))
        scenario.incidents.push_back({0.0, PostGuide{post->opening, false}});
    std::stable_sort(scenario.incidents.begin(), scenario.incidents.end(),
                     [](const TimedIncident& a, const TimedIncident& b) { return a.at_s < b.at_s; });
    return scenario;
}

std::optional<Building> widened_stair(Building building, const WidenStair& change) {
    for (const SpaceId flight : building.stair(change.stair).flights) {
        if (building.space(flight).flight->clear_width_m >= change.width_m - 1e-6) continue;
        if (!widen_flight(building, flight, change.width_m)) return std::nullopt;
    }
    return building;
}

}  // namespace muster::planning
