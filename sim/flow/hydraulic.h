// SPDX-License-Identifier: Apache-2.0
// The hydraulic model of the SFPE Handbook: crowds as a fluid through elements of an effective width. A hand
// calculation that the agent model is compared with; no person is moved by it.
//
// Source: Nelson & Mowrer; Gwynne & Rosenbaum, SFPE Handbook of Fire Protection Engineering, 5th ed., ch. 59. Checked
// against third-party ports: v = k - a k D with a = 0.266 m2/person, k = 1.40 m/s on the level, free speed 0.85 k below
// 0.54 persons/m2, 0.15 m taken off each side of a door. Quoted unchecked: k of stairs, other boundary layers, merging.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <vector>

namespace muster::flow {

/// Level floors, doors and ramps of any slope up to 1:12, or stairs by riser and tread (inches in the source).
enum class HydraulicKind : std::uint8_t { level, stair_75_10, stair_70_11, stair_65_12, stair_65_13 };
inline constexpr std::array hydraulic_kinds{HydraulicKind::level, HydraulicKind::stair_75_10,
                                            HydraulicKind::stair_70_11, HydraulicKind::stair_65_12,
                                            HydraulicKind::stair_65_13};

/// Floor that people keep free along one side, m.
enum class Boundary : std::uint8_t { door_jamb, stair_wall, handrail, corridor_wall, obstacle };
[[nodiscard]] double boundary_layer_m(Boundary boundary);

/// k, m/s.
[[nodiscard]] double speed_factor_ms(HydraulicKind kind);

/// Walking speed at `density` (persons/m2), m/s along the incline: 0.85 k below 0.54, 0 from 1/a = 3.76 on. The
/// source's formula steps by 0.8 % at 0.54.
[[nodiscard]] double hydraulic_speed_ms(HydraulicKind kind, double density);

/// Specific flow k D (1 - a D), persons/(m s) of effective width; its greatest value k / (4 a) is at 1.88 persons/m2.
[[nodiscard]] double specific_flow(HydraulicKind kind, double density);
[[nodiscard]] double greatest_specific_flow(HydraulicKind kind);

/// Clear width less the boundary layer of either side, m; not below 0.
[[nodiscard]] double effective_width_m(double clear_m, Boundary side);

/// An element of a way: what can pass at most, persons/s.
struct HydraulicElement {
    HydraulicKind kind = HydraulicKind::level;
    double effective_m = 0.0;
    [[nodiscard]] double capacity() const { return greatest_specific_flow(kind) * effective_m; }
};

/// People / capacity, s.
[[nodiscard]] double passage_time_s(double people, const HydraulicElement& element);

/// Flows, persons/s, that come together before an element: what passes, what is kept back, and each inflow's part of
/// what passes. Shared in proportion to the inflows.
struct Junction {
    double passes = 0.0;
    double queue_growth = 0.0;
    std::vector<double> parts;
};
[[nodiscard]] Junction merge(std::span<const double> inflows, const HydraulicElement& into);

/// An inflow, persons/s, that lasts from `from_s` for `lasts_s`.
struct Inflow {
    double from_s = 0.0, lasts_s = 0.0, flow = 0.0;
};
/// Length of the queue before `into` at `at_s`: integral of what comes less what passes. Persons.
[[nodiscard]] double queue_length(std::span<const Inflow> inflows, const HydraulicElement& into, double at_s);

}  // namespace muster::flow
