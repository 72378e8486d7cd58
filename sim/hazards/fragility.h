// SPDX-License-Identifier: Apache-2.0
// How likely something is to break at a given demand: log-normal curves of FEMA P-58 (2nd ed.) and HAZUS 6.1, with the
// units of each. Doors are our own fit.
#pragma once

#include <array>

#include "sim/model/quake.h"

namespace muster::hazards {

struct Fragility {
    double median = 1.0, beta = 0.5;
    /// P(broken) at that demand: Phi(ln(x / median) / beta).
    [[nodiscard]] double probability(double demand) const;
};

// Demand: greatest storey drift / storey height.
inline constexpr Fragility door_jams{0.0045, 0.5};  // our fit to 13 tests of doors in brick walls (0.002-0.010)
inline constexpr std::array stair_damage{Fragility{0.005, 0.6}, Fragility{0.017, 0.6}, Fragility{0.028, 0.45}};
//                                       minor, structural, no longer carries; P-58 C.20.11.011b
inline constexpr Fragility glass_falls{0.0108, 0.25};  // annealed, no clearance; P-58 B.20.22.032
inline constexpr std::array partition_damage{Fragility{0.005, 0.4}, Fragility{0.010, 0.3}, Fragility{0.021, 0.2}};
// Demand: peak floor acceleration, g.
inline constexpr std::array ceiling_falls{Fragility{1.01, 0.25}, Fragility{1.45, 0.25}, Fragility{1.69, 0.25}};
//                                        5, 30, 50 % of the tiles; 23-93 m2, wires only; P-58 C.30.32.001
inline constexpr Fragility lamp_falls{0.60, 0.4};     // pendant, not rated; P-58 C.30.34
inline constexpr Fragility parapet_falls{0.50, 0.6};  // unreinforced chimney by analogy; P-58 B.30.31
inline constexpr Fragility pipe_leaks{1.1, 0.4};      // sprinkler pipe, taken for gas pipes too; P-58 D.40.11

/// Damage states of the whole building by ground acceleration in g: slight, moderate, extensive, complete; HAZUS 6.1
/// with beta 0.64 for one ground input. `storeys` chooses low or mid rise.
struct BuildingFragility {
    std::array<double, 4> median_g{};
    double collapse_share = 0.1;  // of buildings in the complete state
};
inline constexpr double building_beta = 0.64;
[[nodiscard]] BuildingFragility building_fragility(const Structure& structure, int storeys);

}  // namespace muster::hazards
