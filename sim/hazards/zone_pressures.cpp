// SPDX-License-Identifier: Apache-2.0
// The pressure equation of each zone, V/(gamma-1) dP/dt = heat and enthalpy in, solved for the end of the step by
// Newton's method with the orifice flows' own slopes.
#include <algorithm>
#include <cmath>

#include "sim/hazards/zone_network.h"

namespace muster::hazards {

namespace {

constexpr double converged_w = 1e-3;  // of the pressure equations, all rooms together
constexpr int max_iterations = 40;
constexpr int max_strides = 4;

}  // namespace

VentFlows ZoneNetwork::flows_of(const ZoneVent& vent) const {
    VentShape shape = vent.shape;
    shape.width_m *= vent.open;
    if (shape.width_m <= 0.0) return {};
    const auto side = [&](std::size_t zone) {
        if (zone == outdoors) {
            AirColumn out;
            out.density = {outdoor_density_, outdoor_density_};
            out.temperature = {settings_.outdoor_k, settings_.outdoor_k};
            return out;
        }
        AirColumn in = column(zone);
        in.gauge_pa = trial_[zone];
        return in;
    };
    return flows_through(shape, side(vent.a), side(vent.b), outdoor_density_);
}

/// Sum of squares of what the equations lack, W2, for the trial pressures; leaves the flows, and the matrix.
double ZoneNetwork::residuals(double dt_s) {
    matrix_.clear();
    for (std::size_t i = 0; i < shapes_.size(); ++i) {
        const double stiff = volume(i) / ((gas_gamma - 1.0) * dt_s);
        residual_[i] = (into_[i][0].joule + into_[i][1].joule) / dt_s - stiff * (trial_[i] - old_pressure_[i]);
        matrix_.add_diagonal(i, stiff);
    }
    for (std::size_t v = 0; v < vents_.size(); ++v) {
        const ZoneVent& vent = vents_[v];
        slabs_[v] = flows_of(vent);
        double enthalpy = 0.0, slope = 0.0;
        for (const SlabFlow& s : slabs_[v].all()) {
            enthalpy += (s.from == 0 ? 1.0 : -1.0) * s.kg_s * gas_cp * s.temperature;
            slope += s.per_pa * gas_cp * s.temperature;
        }
        through_[v] = enthalpy;
        if (slabs_[v].count == 0) continue;
        slope *= stiffness_[v];
        if (vent.a != outdoors) {
            residual_[vent.a] -= enthalpy;
            matrix_.add_diagonal(vent.a, slope);
        }
        if (vent.b != outdoors) {
            residual_[vent.b] += enthalpy;
            matrix_.add_diagonal(vent.b, slope);
        }
        if (vent.a != outdoors && vent.b != outdoors && vent.a != vent.b) matrix_.add_pair(vent.a, vent.b, -slope);
    }
    double sum = 0.0;
    for (const double r : residual_) sum += r * r;
    return sum;
}

ZoneStep ZoneNetwork::solve_pressures(double dt_s) {
    ZoneStep out;
    trial_ = pressure_;  // the last solution is the best guess
    std::fill(stiffness_.begin(), stiffness_.end(), 1.0);
    double error = residuals(dt_s);
    for (; out.iterations < max_iterations; ++out.iterations) {
        if (error < converged_w * converged_w) {
            pressure_ = trial_;
            return out;
        }
        std::copy(residual_.begin(), residual_.end(), newton_.begin());
        if (!matrix_.solve(newton_)) break;
        guess_ = trial_;
        before_ = through_;
        double stride = 1.0, now = 0.0;
        for (int halving = 0; halving < max_strides; ++halving, stride *= 0.5) {
            for (std::size_t i = 0; i < trial_.size(); ++i) trial_[i] = guess_[i] + stride * newton_[i];
            now = residuals(dt_s);
            if (now < error) break;
        }
        // Near zero a flow goes with the root of the pressure, and a full step from the tangent only turns it round.
        for (std::size_t v = 0; v < vents_.size(); ++v)
            stiffness_[v] = through_[v] * before_[v] < 0.0 ? std::min(64.0, 2.0 * stiffness_[v])
                                                           : std::max(1.0, 0.5 * stiffness_[v]);
        error = now;
    }
    out.converged = false;
    for (std::size_t i = 0; i < residual_.size(); ++i)
        if (std::abs(residual_[i]) > std::abs(residual_[out.worst_zone]) || !std::isfinite(residual_[i]))
            out.worst_zone = i;
    // Close enough to carry on: the next step starts from the true pressures of what is in the rooms.
    const double tolerable_w = 1.0;
    out.converged = std::isfinite(error) && std::sqrt(error) < tolerable_w;
    if (out.converged) pressure_ = trial_;
    return out;
}

}  // namespace muster::hazards
