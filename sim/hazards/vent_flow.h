// SPDX-License-Identifier: Apache-2.0
// Flow through an upright opening between two rooms of two layers each, or between a room and outdoors: orifice flow in
// slabs between the opening's ends, the layer interfaces and the neutral planes, where the pressure difference is
// linear. Source: CFAST Technical Reference Guide (NIST TN 1889v1), wall vents; the derivative is ours.
#pragma once

#include <array>
#include <cstddef>
#include <span>

namespace muster::hazards {

/// The air on one side of an opening. Heights in m above the site's zero.
struct AirColumn {
    double floor_m = 0.0;
    double gauge_pa = 0.0;                            // at the floor, against outdoors at the same height
    double layer_m = 0.0;                             // height of the interface above the site's zero
    std::array<double, 2> density{1.2, 1.2};          // kg/m3: lower, upper
    std::array<double, 2> temperature{293.0, 293.0};  // K: lower, upper
};

struct VentShape {
    double bottom_m = 0.0, top_m = 0.0;  // above the site's zero
    double width_m = 0.0;                // what is open of it
    double discharge = 0.7;              // orifice coefficient; doors and windows, CFAST
};

/// One slab's flow: from which side (0 = a, 1 = b) and layer (0 lower, 1 upper), how much, and how it changes with the
/// pressure difference.
struct SlabFlow {
    int from = 0;
    int layer = 0;
    double kg_s = 0.0;
    double per_pa = 0.0;         // d(kg_s) / d(|pressure difference|), >= 0
    double height_m = 0.0;       // middle of the slab, above the site's zero
    double temperature = 293.0;  // K, of what flows
};

struct VentFlows {
    std::array<SlabFlow, 6> slab;
    std::size_t count = 0;

    [[nodiscard]] std::span<const SlabFlow> all() const { return {slab.data(), count}; }
};

/// `outdoor_density` is that of the air outdoors, kg/m3, against which gauge pressures are measured.
[[nodiscard]] VentFlows flows_through(const VentShape& vent, const AirColumn& a, const AirColumn& b,
                                      double outdoor_density);

/// Share of a flow at `kelvin` that joins the upper layer of the room it enters, 0 to 1 (CFAST's flogo, smooth).
[[nodiscard]] double share_into_upper(double kelvin, double lower_k, double upper_k);

/// kg/s entrained by a flow that rises (or sinks) through a layer of another temperature behind an opening.
/// Poreh's spill plume as in CFAST; `excess_k` > 0 is the difference to that layer, `rise_m` the way through it.
[[nodiscard]] double spill_entrainment(double kg_s, double excess_k, double layer_k, double layer_density,
                                       double width_m, double rise_m);

}  // namespace muster::hazards
