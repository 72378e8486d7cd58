// SPDX-License-Identifier: Apache-2.0
#include "sim/hazards/shaking_intensity.h"

#include <algorithm>
#include <cmath>
#include <complex>
#include <unsupported/Eigen/FFT>

namespace muster::hazards {

namespace {

constexpr double exceeded_s = 0.3;
constexpr double gal = 0.01;  // m/s2

/// sqrt(1/f), a high cut and a low cut (JMA 1996).
double filter_at(double hz) {
    if (hz <= 0.0) return 0.0;
    const double y = hz / 10.0, y2 = y * y;
    const double high =
        1.0 /
        std::sqrt(1.0 + y2 * (0.694 + y2 * (0.241 + y2 * (0.0557 + y2 * (0.009664 + y2 * (0.00134 + y2 * 0.000155))))));
    const double low = std::sqrt(1.0 - std::exp(-std::pow(hz / 0.5, 3.0)));
    return std::sqrt(1.0 / hz) * high * low;
}

std::vector<double> filtered(std::span<const double> accel, double dt_s) {
    std::size_t n = 1;
    while (n < accel.size() * 2) n *= 2;  // room for the filter to ring out
    std::vector<double> padded(n, 0.0);
    std::copy(accel.begin(), accel.end(), padded.begin());
    std::vector<std::complex<double>> spectrum;
    Eigen::FFT<double> fft;
    fft.fwd(spectrum, padded);
    for (std::size_t k = 0; k < spectrum.size(); ++k) {
        const auto at = static_cast<double>(std::min(k, n - k));
        spectrum[k] *= filter_at(at / (static_cast<double>(n) * dt_s));
    }
    std::vector<double> out;
    fft.inv(out, spectrum, static_cast<Eigen::Index>(n));
    out.resize(accel.size());
    return out;
}

/// The level that |a| exceeds for 0.3 s in all; `scratch` is used up.
double level_of(std::vector<double>& scratch, double dt_s) {
    const auto rank = static_cast<std::size_t>(exceeded_s / dt_s);
    if (scratch.size() <= rank) return 0.0;
    std::nth_element(scratch.begin(), scratch.begin() + static_cast<std::ptrdiff_t>(rank), scratch.end(),
                     std::greater<>());
    return scratch[rank];
}

double intensity_of(double a0) { return a0 > 0.0 ? std::max(0.0, 2.0 * std::log10(a0 / gal) + 0.94) : 0.0; }

}  // namespace

double jma_intensity(std::span<const double> accel, double dt_s) {
    std::vector<double> a = filtered(accel, dt_s);
    for (double& v : a) v = std::abs(v);
    return intensity_of(level_of(a, dt_s));
}

std::vector<double> running_jma(std::span<const double> accel, double dt_s, double window_s, double every_s) {
    const std::vector<double> a = filtered(accel, dt_s);
    const auto window = static_cast<std::size_t>(window_s / dt_s), every = static_cast<std::size_t>(every_s / dt_s);
    std::vector<double> out, scratch;
    for (std::size_t end = 0; end < a.size() + window; end += std::max<std::size_t>(1, every)) {
        scratch.clear();
        for (std::size_t i = end > window ? end - window : 0; i < std::min(end, a.size()); ++i)
            scratch.push_back(std::abs(a[i]));
        out.push_back(intensity_of(level_of(scratch, dt_s)));
    }
    return out;
}

std::vector<double> running_china(std::span<const double> accel, std::span<const double> velocity, double dt_s,
                                  double window_s, double every_s) {
    const auto window = static_cast<std::size_t>(window_s / dt_s), every = static_cast<std::size_t>(every_s / dt_s);
    const auto peak = [](std::span<const double> of, std::size_t from, std::size_t to) {
        double most = 0.0;
        for (std::size_t i = from; i < std::min(to, of.size()); ++i) most = std::max(most, std::abs(of[i]));
        return most;
    };
    std::vector<double> out;
    for (std::size_t end = 0; end < accel.size() + window; end += std::max<std::size_t>(1, every)) {
        const std::size_t from = end > window ? end - window : 0;
        out.push_back(china_intensity(peak(accel, from, end), peak(velocity, from, end)));
    }
    return out;
}

double china_intensity(double pga, double pgv) {
    const double by_a = pga > 0.0 ? 3.17 * std::log10(pga) + 6.59 : 1.0;
    const double by_v = pgv > 0.0 ? 3.00 * std::log10(pgv) + 9.77 : 1.0;
    return std::clamp(0.5 * (by_a + by_v), 1.0, 12.0);
}

}  // namespace muster::hazards
