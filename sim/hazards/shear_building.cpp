// SPDX-License-Identifier: Apache-2.0
#include "sim/hazards/shear_building.h"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "sim/hazards/ground_motion.h"

namespace muster::hazards {

namespace {

using std::numbers::pi;
constexpr double longest_step_s = 1e-3;

/// A spring that yields and unloads along its first stiffness, per unit of floor mass.
struct BilinearSpring {
    double stiffness = 0.0, yield = 0.0, hardening = 0.1;  // 1/s2, m, share
    double slipped = 0.0;                                  // plastic part of the displacement, m

    double force(double u) {
        const double limit = (1.0 - hardening) * stiffness * yield;
        double plastic = (1.0 - hardening) * stiffness * (u - slipped);
        if (std::abs(plastic) > limit) {
            plastic = std::copysign(limit, plastic);
            slipped = u - plastic / ((1.0 - hardening) * stiffness);
        }
        return hardening * stiffness * u + plastic;
    }
};

/// k/m of equal storeys with that first period: w1 = 2 sqrt(k/m) sin(pi / (4n + 2)).
double stiffness_of(double period_s, std::size_t storeys) {
    const double w = 2.0 * pi / period_s, half = std::sin(pi / (4.0 * static_cast<double>(storeys) + 2.0));
    return w * w / (4.0 * half * half);
}

double frequency_of(double stiffness, std::size_t storeys, std::size_t mode) {
    const double n = static_cast<double>(storeys), k = static_cast<double>(mode);
    return 2.0 * std::sqrt(stiffness) * std::sin((2.0 * k - 1.0) * pi / (4.0 * n + 2.0));
}

}  // namespace

double first_period_s(StructureType type, double height_m, double breadth_m) {
    const double root = std::cbrt(std::max(1.0, breadth_m));
    const bool frame = type == StructureType::rc_frame || type == StructureType::rc_frame_infill;
    return frame ? 0.25 + 0.00053 * height_m * height_m / root : 0.03 + 0.03 * height_m / root;
}

ShearModel shear_model(const Structure& structure, std::vector<double> storey_m, double breadth_m) {
    ShearModel out;
    double height = 0.0;
    for (const double h : storey_m) height += h;
    out.period_s = structure.period_s > 0.0 ? structure.period_s : first_period_s(structure.type, height, breadth_m);
    const bool frame = structure.type == StructureType::rc_frame;
    out.yield_drift = frame ? 1.0 / 550.0 : 1.0 / 1000.0;  // masonry and infilled frames crack sooner; assumption
    out.storey_m = std::move(storey_m);
    return out;
}

FloorMotion shake(const ShearModel& model, const GroundMotion& ground) {
    const std::size_t n = model.storey_m.size();
    FloorMotion out;
    out.dt_s = ground.dt_s;
    out.accel.assign(n + 1, {});
    out.accel[0] = ground.accel;
    for (std::size_t i = 1; i <= n; ++i) out.accel[i].reserve(ground.accel.size());
    out.drift.assign(n, 0.0);
    if (n > 0) {
        const double k = stiffness_of(model.period_s, n);
        const double w1 = frequency_of(k, n, 1), w3 = frequency_of(k, n, std::min<std::size_t>(3, n));
        const double of_mass = n > 1 ? 2.0 * model.damping * w1 * w3 / (w1 + w3) : 2.0 * model.damping * w1;
        const double of_stiffness = n > 1 ? 2.0 * model.damping / (w1 + w3) : 0.0;
        std::vector<BilinearSpring> springs;
        for (const double h : model.storey_m) springs.push_back({k, model.yield_drift * h, model.hardening, 0.0});
        const int parts = std::max(1, static_cast<int>(std::ceil(ground.dt_s / longest_step_s)));
        const double dt = ground.dt_s / parts;
        std::vector<double> u(n, 0.0), v(n, 0.0), storey(n + 1, 0.0);
        double before = 0.0;
        for (const double now : ground.accel) {
            for (int part = 1; part <= parts; ++part) {
                const double g = before + (now - before) * part / parts;
                for (std::size_t i = 0; i < n; ++i) {
                    const double du = u[i] - (i > 0 ? u[i - 1] : 0.0), dv = v[i] - (i > 0 ? v[i - 1] : 0.0);
                    storey[i] = springs[i].force(du) + of_stiffness * k * dv;
                    out.drift[i] = std::max(out.drift[i], std::abs(du) / model.storey_m[i]);
                }
                for (std::size_t i = 0; i < n; ++i) v[i] += dt * (storey[i + 1] - storey[i] - of_mass * v[i] - g);
                for (std::size_t i = 0; i < n; ++i) u[i] += dt * v[i];
            }
            before = now;
            for (std::size_t i = 0; i < n; ++i) out.accel[i + 1].push_back(storey[i + 1] - storey[i] - of_mass * v[i]);
        }
    }
    for (const auto& a : out.accel) {
        out.peak_accel.push_back(peak_of(a));
        out.peak_velocity.push_back(hazards::peak_velocity(a, out.dt_s));
    }
    return out;
}

}  // namespace muster::hazards
