// SPDX-License-Identifier: Apache-2.0
// Heat going into a wall, floor or ceiling: one-dimensional conduction, implicit in time, on a grid that is finest at
// the surface facing the room.
#pragma once

#include <array>
#include <cstddef>

namespace muster::hazards {

struct WallMaterial {
    double conductivity = 0.69;    // W/(m K)
    double density = 1600.0;       // kg/m3
    double specific_heat = 840.0;  // J/(kg K)
    double thickness_m = 0.24;
    double emissivity = 0.94;
};

/// The materials of our reference runs; handbook values. A plan does not say what its walls are made of.
[[nodiscard]] WallMaterial brick_wall();     // 0.24 m, plastered
[[nodiscard]] WallMaterial concrete_slab();  // 0.15 m

class WallSlab {
public:
    WallSlab(const WallMaterial& material, double ambient_k);

    [[nodiscard]] double surface_k() const { return node_[0]; }
    [[nodiscard]] double emissivity() const { return emissivity_; }
    /// Room side: `coefficient` W/(m2 K) to gas at `gas_k`, and `net_w_m2` besides (radiation). Returns the heat taken
    /// from the gas by convection, W/m2 (mean over the step).
    double step(double dt_s, double coefficient, double gas_k, double net_w_m2);

private:
    static constexpr std::size_t nodes = 12;
    std::array<double, nodes> node_;             // K
    std::array<double, nodes> capacity_;         // J/(m2 K)
    std::array<double, nodes - 1> conductance_;  // W/(m2 K)
    double ambient_k_;
    double emissivity_;
};

}  // namespace muster::hazards
