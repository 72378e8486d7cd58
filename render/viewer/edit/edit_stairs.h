// SPDX-License-Identifier: Apache-2.0
// Straight flights of steps. A flight is drawn as a rectangle and the direction up; its space, its two openings and its
// stair follow.
#pragma once

#include "render/viewer/edit/edit_types.h"

namespace muster::viewer {

struct FlightPlan {
    SpaceId lower, upper;  // where it begins and ends; may be on different levels
    Vec2 foot;             // middle of the lowest riser
    Vec2 up;               // direction in plan
    double width_m = 1.8;
    double tread_m = 0.28;
    int risers = 0;   // 0: as many as the height asks for, at most 0.15 m each
    StairId stair{};  // not valid: a new one
};

/// Height from the floor of `lower` to that of `upper`, m.
[[nodiscard]] double rise_between(const Building& building, SpaceId lower, SpaceId upper);
/// The number of risers for a rise, each at most 0.15 m (the limit of schools: GB 50099-2011 8.7.3, as reprinted).
[[nodiscard]] int risers_for(double rise_m);
/// Plan length of a flight: (risers - 1) treads.
[[nodiscard]] double flight_length_m(int risers, double tread_m);

/// A flight drawn as a rectangle from its foot edge: finds the spaces before its foot (on `level`) and behind its head
/// (on `level`, else on the one above). None where there are none.
struct DrawnFlight {
    LevelId level;
    Segment foot_edge;  // as wide as the flight
    Vec2 up;            // unit; the rectangle lies on this side of the edge
    double length_m = 0.0;
};
[[nodiscard]] std::optional<FlightPlan> plan_flight(const Building& building, const DrawnFlight& drawn);

[[nodiscard]] Edited add_flight(Building building, const FlightPlan& plan);

struct FlightChange {
    std::optional<int> risers{};
    std::optional<double> riser_m{};
    std::optional<double> tread_m{};
    std::optional<double> clear_width_m{};
    std::optional<bool> middle_rail{};
};
/// What is said of the steps; the rectangle stays.
[[nodiscard]] Edited change_flight(Building building, SpaceId flight, const FlightChange& change);

/// Makes a space a landing of the stair.
[[nodiscard]] Edited add_landing(Building building, SpaceId space, StairId stair);

}  // namespace muster::viewer
