// SPDX-License-Identifier: Apache-2.0
#include "sim/hazards/ground_motion.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>
#include <vector>

#include "sim/base/constants.h"
#include "sim/base/random.h"

namespace muster::hazards {

namespace {

using std::numbers::pi;
constexpr double length_s = 30.0, sample_s = 0.01;
constexpr double rise_s = 2.0, plateau_s = 10.0, decay_per_s = 0.2;  // envelope; assumption
constexpr int fits = 8;

struct ByIntensity {
    double intensity;
    std::array<double, 3> alpha_max;  // frequent, design, rare
    std::array<double, 3> peak_gal;   // ditto; frequent = 0.35 of the design's, as commonly tabled
};
// GB 50011-2010 tables 5.1.4-1 and 5.1.2-2, quoted [unchecked].
constexpr std::array<ByIntensity, 6> table{{{6.0, {0.04, 0.12, 0.28}, {18, 50, 125}},
                                            {7.0, {0.08, 0.23, 0.50}, {35, 100, 220}},
                                            {7.5, {0.12, 0.34, 0.72}, {55, 150, 310}},
                                            {8.0, {0.16, 0.45, 0.90}, {70, 200, 400}},
                                            {8.5, {0.24, 0.68, 1.20}, {110, 300, 510}},
                                            {9.0, {0.32, 0.90, 1.40}, {140, 400, 620}}}};

const ByIntensity& row_of(double intensity) {
    return *std::min_element(table.begin(), table.end(), [&](const ByIntensity& a, const ByIntensity& b) {
        return std::abs(a.intensity - intensity) < std::abs(b.intensity - intensity);
    });
}

/// Characteristic period Tg, s; table 5.1.4-2 [unchecked]. 0.05 s more for the rare level.
double characteristic_period(const CodeSpectrum& c) {
    constexpr std::array<std::array<double, 3>, 5> tg{
        {{0.20, 0.25, 0.30}, {0.25, 0.30, 0.35}, {0.35, 0.40, 0.45}, {0.45, 0.55, 0.65}, {0.65, 0.75, 0.90}}};
    const double t = tg[static_cast<std::size_t>(c.site)][static_cast<std::size_t>(std::clamp(c.group, 1, 3) - 1)];
    return t + (c.level == QuakeLevel::rare ? 0.05 : 0.0);
}

double envelope(double t) {
    if (t < rise_s) return t * t / (rise_s * rise_s);
    return t < rise_s + plateau_s ? 1.0 : std::exp(-decay_per_s * (t - rise_s - plateau_s));
}

std::vector<double> matched_periods() {
    std::vector<double> out;
    for (double t = 0.04; t < 6.0; t *= 1.12) out.push_back(t);
    return out;
}

/// Straight in log(period) between the matched ones.
double between(const std::vector<double>& periods, const std::vector<double>& values, double period) {
    const auto after = std::lower_bound(periods.begin(), periods.end(), period);
    if (after == periods.begin()) return values.front();
    if (after == periods.end()) return values.back();
    const auto i = static_cast<std::size_t>(after - periods.begin());
    const double x = std::log(period / periods[i - 1]) / std::log(periods[i] / periods[i - 1]);
    return values[i - 1] + x * (values[i] - values[i - 1]);
}

}  // namespace

double spectral_acceleration_g(const CodeSpectrum& code, double t) {
    const double top = row_of(code.intensity).alpha_max[static_cast<std::size_t>(code.level)];
    const double tg = characteristic_period(code);
    if (t < 0.1) return top * (0.45 + 5.5 * t);
    if (t <= tg) return top;
    if (t <= 5.0 * tg) return top * std::pow(tg / t, 0.9);
    return top * std::max(0.0, std::pow(0.2, 0.9) - 0.02 * (t - 5.0 * tg));
}

double code_peak_g(const CodeSpectrum& code) {
    return row_of(code.intensity).peak_gal[static_cast<std::size_t>(code.level)] / 100.0 / standard_gravity_m_s2;
}

double peak_of(std::span<const double> accel) {
    double most = 0.0;
    for (const double a : accel) most = std::max(most, std::abs(a));
    return most;
}

std::vector<double> velocity_of(std::span<const double> accel, double dt_s) {
    // A first-order high-pass on the integral; at 0.03 Hz it leaves periods under 10 s as they are.
    const double keep = std::exp(-2.0 * pi * 0.03 * dt_s);
    double v = 0.0, before = 0.0;
    std::vector<double> out;
    out.reserve(accel.size());
    for (const double a : accel) {
        v = keep * v + 0.5 * (a + before) * dt_s;
        before = a;
        out.push_back(v);
    }
    return out;
}

double peak_velocity(std::span<const double> accel, double dt_s) {
    double most = 0.0;
    for (const double v : velocity_of(accel, dt_s)) most = std::max(most, std::abs(v));
    return most;
}

double significant_duration(std::span<const double> accel, double dt_s) {
    double all = 0.0, sum = 0.0, from = -1.0, to = 0.0;
    for (const double a : accel) all += a * a;
    for (std::size_t i = 0; i < accel.size(); ++i) {
        sum += accel[i] * accel[i];
        const double t = static_cast<double>(i) * dt_s;
        if (from < 0.0 && sum >= 0.05 * all) from = t;
        if (sum <= 0.95 * all) to = t;
    }
    return std::max(0.0, to - from);
}

// Nigam and Jennings' exact steps for straight lines between the samples would cost more than this needs: central
// differences in steps of at most a fortieth of the period.
double oscillator_peak(std::span<const double> accel, double dt_s, double period_s, double damping) {
    const double w = 2.0 * pi / period_s;
    const int parts = std::max(1, static_cast<int>(std::ceil(dt_s / (period_s / 40.0))));
    const double dt = dt_s / parts;
    double u = 0.0, v = 0.0, most = 0.0, before = 0.0;
    for (const double a : accel) {
        for (int k = 1; k <= parts; ++k) {
            const double ground = before + (a - before) * k / parts;
            v += dt * (-ground - 2.0 * damping * w * v - w * w * u);
            u += dt * v;
            most = std::max(most, std::abs(w * w * u + 2.0 * damping * w * v));
        }
        before = a;
    }
    return most;
}

GroundMotion draw_motion(const CodeSpectrum& code, std::uint64_t seed) {
    RandomStream random(seed, Purpose::ground_motion, 0);
    const auto samples = static_cast<std::size_t>(length_s / sample_s);
    const std::vector<double> periods = matched_periods();
    std::vector<double> amplitude(periods.size(), 1.0);
    constexpr double step_hz = 1.0 / length_s, highest_hz = 25.0;
    const auto waves = static_cast<std::size_t>(highest_hz / step_hz);
    std::vector<double> phase(waves);
    for (double& p : phase) p = 2.0 * pi * random.uniform();
    GroundMotion out;
    out.dt_s = sample_s;
    for (int fit = 0; fit <= fits; ++fit) {
        out.accel.assign(samples, 0.0);
        for (std::size_t w = 5; w < waves; ++w) {
            const double hz = static_cast<double>(w) * step_hz;
            // A cosine by rotation: the phase steps by the same angle each sample.
            const double size = between(periods, amplitude, 1.0 / hz) / std::sqrt(hz), turn = 2.0 * pi * hz * sample_s;
            const double c = std::cos(turn), s = std::sin(turn);
            double x = size * std::cos(phase[w]), y = size * std::sin(phase[w]);
            for (double& a : out.accel) {
                a += x;
                const double next = c * x - s * y;
                y = s * x + c * y;
                x = next;
            }
        }
        for (std::size_t i = 0; i < samples; ++i) out.accel[i] *= envelope(static_cast<double>(i) * sample_s);
        if (fit == fits) break;
        for (std::size_t p = 0; p < periods.size(); ++p) {
            const double is = oscillator_peak(out.accel, sample_s, periods[p]);
            const double wanted = standard_gravity_m_s2 * spectral_acceleration_g(code, periods[p]);
            amplitude[p] *= is > 0.0 ? wanted / is : 1.0;
        }
    }
    return out;
}

}  // namespace muster::hazards
