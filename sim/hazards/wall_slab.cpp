// SPDX-License-Identifier: Apache-2.0
#include "sim/hazards/wall_slab.h"

#include <cmath>

#include "sim/base/constants.h"

namespace muster::hazards {

namespace {
constexpr double growth = 1.6;        // from one cell of the grid to the next
constexpr double outer_w_m2_k = 5.0;  // from the far side to still air; CFAST's natural convection at about 40 K

/// From the far side to surroundings at ambient temperature: air and radiation. Matters for thin walls only.
double outer_coefficient(double surface_k, double ambient_k, double emissivity) {
    return outer_w_m2_k + emissivity * stefan_boltzmann_w_m2k4 * (surface_k * surface_k + ambient_k * ambient_k) *
                              (surface_k + ambient_k);
}
}  // namespace

WallMaterial brick_wall() { return {}; }
WallMaterial concrete_slab() { return {1.6, 2400.0, 750.0, 0.15, 0.94}; }

WallSlab::WallSlab(const WallMaterial& m, double ambient_k) : ambient_k_(ambient_k), emissivity_(m.emissivity) {
    node_.fill(ambient_k);
    capacity_.fill(0.0);
    // Nodes at the ends and between cells of growing thickness.
    double sum = 0.0;
    for (std::size_t i = 0; i + 1 < nodes; ++i) sum += std::pow(growth, static_cast<double>(i));
    for (std::size_t i = 0; i + 1 < nodes; ++i) {
        const double dx = m.thickness_m * std::pow(growth, static_cast<double>(i)) / sum;
        conductance_[i] = m.conductivity / dx;
        capacity_[i] += 0.5 * dx * m.density * m.specific_heat;
        capacity_[i + 1] += 0.5 * dx * m.density * m.specific_heat;
    }
}

double WallSlab::step(double dt_s, double coefficient, double gas_k, double net_w_m2) {
    // Tridiagonal system, solved by elimination from the far side to the near one.
    std::array<double, nodes> diagonal, right;
    for (std::size_t i = 0; i < nodes; ++i) {
        diagonal[i] =
            capacity_[i] / dt_s + (i > 0 ? conductance_[i - 1] : 0.0) + (i + 1 < nodes ? conductance_[i] : 0.0);
        right[i] = capacity_[i] / dt_s * node_[i];
    }
    diagonal[0] += coefficient;
    right[0] += coefficient * gas_k + net_w_m2;
    const double outer = outer_coefficient(node_[nodes - 1], ambient_k_, emissivity_);
    diagonal[nodes - 1] += outer;
    right[nodes - 1] += outer * ambient_k_;
    for (std::size_t i = nodes - 1; i > 0; --i) {
        const double f = conductance_[i - 1] / diagonal[i];
        diagonal[i - 1] -= f * conductance_[i - 1];
        right[i - 1] += f * right[i];
    }
    node_[0] = right[0] / diagonal[0];
    for (std::size_t i = 1; i < nodes; ++i) node_[i] = (right[i] + conductance_[i - 1] * node_[i - 1]) / diagonal[i];
    return coefficient * (gas_k - node_[0]);
}

}  // namespace muster::hazards
