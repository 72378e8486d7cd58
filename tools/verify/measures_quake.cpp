// SPDX-License-Identifier: Apache-2.0
// Earthquakes against closed forms, reference solutions of rigid blocks, and one record.
#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>
#include <string>
#include <vector>

#include "sim/base/constants.h"
#include "sim/hazards/aftershock.h"
#include "sim/hazards/fragility.h"
#include "sim/hazards/ground_motion.h"
#include "sim/hazards/rigid_block.h"
#include "sim/hazards/shear_building.h"
#include "tools/verify/measures_component.h"
#include "tools/verify/measures_fire.h"
#include "tools/verify/readings.h"

namespace muster::verify {

namespace {

using std::numbers::pi;
constexpr double fine_s = 1e-3;

double share_off(double value, double expected) { return std::abs(value / expected - 1.0); }

std::vector<double> half_sine(double amplitude_g, double seconds) {
    std::vector<double> out;
    for (double t = 0.0; t < seconds; t += fine_s)
        out.push_back(amplitude_g * standard_gravity_m_s2 * std::sin(pi * t / seconds));
    return out;
}
std::vector<double> full_sine(double amplitude_g, double seconds) {
    std::vector<double> out;
    for (double t = 0.0; t < seconds; t += fine_s)
        out.push_back(amplitude_g * standard_gravity_m_s2 * std::sin(2.0 * pi * t / seconds));
    return out;
}
std::vector<double> rectangle(double amplitude_g, double seconds) {
    return std::vector<double>(static_cast<std::size_t>(std::lround(seconds / fine_s)),
                               amplitude_g * standard_gravity_m_s2);
}

/// Least amplitude in g, to 0.001, at which the block overturns.
template <class Pulse>
double min_overturning(const hazards::RockingBlock& block, Pulse pulse) {
    for (double g = 0.1; g < 2.0; g += 0.001)
        if (hazards::rock(block, pulse(g), fine_s).overturned != 0) return g;
    return never;
}

// share: of the slip under a rectangular pulse of 0.5 g and 0.4 s, D = V^2 / (2 mu g) (1 - mu g / A), and mirrored.
Measurement measure_sliding(const TestBench& bench) {
    Measurement out;
    double worst = 0.0;
    std::vector<double> slips;
    for (const double mu : {0.1, 0.2, 0.3, 0.4}) {
        const double a = 0.5 * standard_gravity_m_s2, v = a * 0.4, hold = mu * standard_gravity_m_s2;
        const double expected = v * v / (2.0 * hold) * (1.0 - hold / a);
        std::vector<double> pulse = rectangle(0.5, 0.4), mirrored = pulse;
        for (double& x : mirrored) x = -x;
        const hazards::Slip slip = hazards::slip_of(pulse, fine_s, mu);
        slips.push_back(std::abs(slip.final_m));
        worst = std::max({worst, share_off(slips.back(), expected),
                          std::abs(hazards::slip_of(mirrored, fine_s, mu).final_m + slip.final_m)});
    }
    out.figure = shown(slips, 4) + " m; " + shown(100.0 * worst, 3) + " %";
    out.meets_criterion = worst <= bench.limit("share");
    return out;
}

struct BlockReference {
    double width_m, height_m, quarter_s, half_sine_g, full_sine_g, rectangle_g;
};
// Fourth-order Runge-Kutta solutions made for this project; from 0.5 alpha, pulses of 0.5, 1.0 and 0.4 s.
constexpr std::array<BlockReference, 6> blocks{{{0.30, 1.80, 0.4642, 0.318, 0.208, 0.246},
                                                {0.45, 1.80, 0.4684, 0.479, 0.314, 0.371},
                                                {0.60, 2.00, 0.4974, 0.595, 0.385, 0.459},
                                                {0.46, 1.32, 0.4072, 0.618, 0.427, 0.480},
                                                {0.50, 1.50, 0.4330, 0.611, 0.413, 0.474},
                                                {0.40, 1.60, 0.4416, 0.464, 0.309, 0.360}}};

// share: of the quarter period from half the slenderness.
Measurement measure_rocking_period(const TestBench& bench) {
    Measurement out;
    double worst = 0.0;
    std::vector<double> periods;
    for (const BlockReference& b : blocks) {
        periods.push_back(hazards::quarter_period_s({b.width_m, b.height_m}, 0.5));
        worst = std::max(worst, share_off(periods.back(), b.quarter_s));
    }
    const double linear = std::acosh(2.0) / hazards::RockingBlock{0.30, 1.80}.frequency();
    out.figure = shown(periods, 4) + " s; " + shown(100.0 * worst, 2) + " %; T/4 = " + shown(linear, 4) + " s";
    out.meets_criterion = worst <= bench.limit("share");
    return out;
}

// share: of the least pulses that overturn six blocks.
Measurement measure_overturning(const TestBench& bench) {
    Measurement out;
    double worst = 0.0;
    for (const BlockReference& b : blocks) {
        const hazards::RockingBlock block{b.width_m, b.height_m};
        const std::array ours{min_overturning(block, [](double g) { return half_sine(g, 0.5); }),
                              min_overturning(block, [](double g) { return full_sine(g, 1.0); }),
                              min_overturning(block, [](double g) { return rectangle(g, 0.4); })};
        worst = std::max({worst, share_off(ours[0], b.half_sine_g), share_off(ours[1], b.full_sine_g),
                          share_off(ours[2], b.rectangle_g)});
    }
    out.figure = shown(100.0 * worst, 1) + " % (n = 18)";
    out.meets_criterion = worst <= bench.limit("share");
    return out;
}

// The record of its case. peak_g, velocity, duration_s of El Centro 1940 NS; share of the first and last,
// velocity_share.
Measurement measure_record(const TestBench& bench) {
    Measurement out;
    const GroundMotion m = *bench.run(0, 1).world->scenario.earthquake->record;
    const double peak = hazards::peak_of(m.accel) / standard_gravity_m_s2,
                 velocity = hazards::peak_velocity(m.accel, m.dt_s),
                 duration = hazards::significant_duration(m.accel, m.dt_s);
    out.figure = shown(peak, 3) + " g; " + shown(velocity, 3) + " m/s; " + shown(duration, 1) + " s";
    out.meets_criterion = share_off(peak, bench.limit("peak_g")) <= bench.limit("share") &&
                          share_off(velocity, bench.limit("velocity")) <= bench.limit("velocity_share") &&
                          share_off(duration, bench.limit("duration_s")) <= bench.limit("share");
    return out;
}

// most_error: of two points of the curves.
Measurement measure_fragility(const TestBench& bench) {
    Measurement out;
    const double building =
        hazards::Fragility{hazards::building_fragility({StructureType::rc_frame, CodeLevel::low}, 5).median_g[3],
                           hazards::building_beta}
            .probability(0.54);
    const hazards::Fragility bookcase{0.251, 0.5};
    const double one_sigma = bookcase.probability(0.251 * std::exp(0.5));  // Phi(1)
    out.figure = shown(building, 6) + "; " + shown(bookcase.probability(0.251), 6) + "; " + shown(one_sigma, 6);
    out.meets_criterion = std::abs(building - 0.5) <= bench.limit("most_error") &&
                          std::abs(bookcase.probability(0.251) - 0.5) <= bench.limit("most_error") &&
                          std::abs(one_sigma - 0.8413447460685429) <= bench.limit("most_error");
    return out;
}

// share: of the chance of an aftershock within one magnitude in 10 min and a day; of 4000 draws, draw_share.
Measurement measure_aftershocks(const TestBench& bench) {
    Measurement out;
    const auto chance = [](double seconds) { return 1.0 - std::exp(-hazards::expected_aftershocks(1.0, seconds)); };
    constexpr int draws = 4000;
    int within = 0;
    for (int seed = 1; seed <= draws; ++seed) {
        const auto drawn = hazards::draw_aftershocks(static_cast<std::uint64_t>(seed), 86400.0);
        within += std::any_of(drawn.begin(), drawn.end(), [](const Aftershock& s) { return s.magnitudes <= 1.0; });
    }
    const double share = static_cast<double>(within) / draws;
    out.figure = shown(chance(600.0), 4) + "; " + shown(chance(86400.0), 3) + "; " + shown(share, 3);
    out.meets_criterion = share_off(chance(600.0), 0.0279) <= bench.limit("share") &&
                          share_off(chance(86400.0), 0.449) <= bench.limit("share") &&
                          share_off(share, chance(86400.0)) <= bench.limit("draw_share");
    return out;
}

// share: of the spectrum of drawn motions from 0.1 to 2 s, mean over periods, five seeds, two levels.
Measurement measure_drawn_spectrum(const TestBench& bench) {
    Measurement out;
    double worst = 0.0, sum = 0.0;
    int n = 0;
    for (const QuakeLevel level : {QuakeLevel::design, QuakeLevel::rare})
        for (std::uint64_t seed = 1; seed <= 5; ++seed) {
            CodeSpectrum code;
            code.level = level;
            const GroundMotion m = hazards::draw_motion(code, seed);
            for (double t = 0.1; t <= 2.0; t *= 1.2) {
                const double off = share_off(hazards::oscillator_peak(m.accel, m.dt_s, t) / standard_gravity_m_s2,
                                             hazards::spectral_acceleration_g(code, t));
                worst = std::max(worst, off);
                sum += off;
                ++n;
            }
        }
    out.figure = shown(100.0 * sum / n, 1) + " %; " + shown(100.0 * worst, 0) + " %";
    out.meets_criterion = sum / n <= bench.limit("share") && worst <= bench.limit("most");
    return out;
}

// share: of the period and damping of a one-storey building, from its free swing after a pulse.
Measurement measure_free_swing(const TestBench& bench) {
    Measurement out;
    hazards::ShearModel model;
    model.storey_m = {3.6};
    model.period_s = 0.4;
    model.yield_drift = 1.0;  // elastic
    GroundMotion pulse;
    pulse.dt_s = fine_s;
    pulse.accel.assign(4000, 0.0);
    pulse.accel[1] = 100.0;
    const hazards::FloorMotion swing = hazards::shake(model, pulse);
    std::vector<double> crossings, peaks;
    const auto& a = swing.accel[1];
    for (std::size_t i = 11; i + 1 < a.size(); ++i) {
        if (a[i] > 0.0 && a[i - 1] <= 0.0) crossings.push_back(static_cast<double>(i) * fine_s);
        if (a[i] > a[i - 1] && a[i] >= a[i + 1] && a[i] > 0.0) peaks.push_back(a[i]);
    }
    const double period = (crossings[5] - crossings[0]) / 5.0;
    const double decrement = std::log(peaks[0] / peaks[5]) / 5.0 / (2.0 * pi);
    out.figure = shown(period, 4) + " s; " + shown(100.0 * decrement, 2) + " %";
    out.meets_criterion = share_off(period, 0.4 / std::sqrt(1.0 - 0.05 * 0.05)) <= bench.limit("share") &&
                          share_off(decrement, 0.05 / std::sqrt(1.0 - 0.05 * 0.05)) <= bench.limit("share");
    return out;
}

constexpr std::array of_quakes{NamedMeasure{"sliding", measure_sliding},
                               NamedMeasure{"rocking_period", measure_rocking_period},
                               NamedMeasure{"overturning", measure_overturning},
                               NamedMeasure{"quake_record", measure_record},
                               NamedMeasure{"fragility", measure_fragility},
                               NamedMeasure{"aftershocks", measure_aftershocks},
                               NamedMeasure{"drawn_spectrum", measure_drawn_spectrum},
                               NamedMeasure{"free_swing", measure_free_swing}};

}  // namespace

std::span<const NamedMeasure> quake_measures() { return of_quakes; }

}  // namespace muster::verify
