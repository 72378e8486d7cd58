// SPDX-License-Identifier: Apache-2.0
#include "tools/verify/readings.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <stdexcept>

#include "sim/base/number_text.h"
#include "sim/base/statistics.h"

namespace muster::verify {

namespace {

void keep_first(double& time, SimTime at) { time = std::min(time, at.seconds()); }

bool is_gone(const TracePoint& p) { return p.state == PersonState::gone; }

double coordinate(const TracePoint& p, Axis axis) { return double{axis == Axis::x ? p.x : p.y}; }

}  // namespace

std::vector<double> first_crossings(const Trace& trace, OpeningId opening, SpaceId into) {
    std::vector<double> out(trace.people.size(), never);
    for (const TimedEvent& e : trace.events) {
        const auto* crossed = std::get_if<PersonCrossed>(&e.event);
        if (crossed == nullptr || crossed->opening != opening || (into.valid() && crossed->into != into)) continue;
        keep_first(out[crossed->person.index()], e.time);
    }
    return out;
}

std::vector<double> first_crossings(const Recording& recording, std::string_view opening) {
    const OpeningId id = recording.world->building.find_opening(std::string(opening));
    if (!id.valid()) throw std::invalid_argument("no opening " + std::string(opening));
    return first_crossings(recording.trace, id);
}

std::vector<double> leaving_times(const Trace& trace) {
    std::vector<double> out(trace.people.size(), never);
    for (const TimedEvent& e : trace.events) {
        if (const auto* left = std::get_if<PersonLeftBuilding>(&e.event)) keep_first(out[left->person.index()], e.time);
        const auto* crossed = std::get_if<PersonCrossed>(&e.event);
        if (crossed != nullptr && !crossed->into.valid()) keep_first(out[crossed->person.index()], e.time);
    }
    return out;
}

std::vector<double> sorted_times(const std::vector<double>& times) {
    std::vector<double> out;
    std::copy_if(times.begin(), times.end(), std::back_inserter(out), [](double t) { return std::isfinite(t); });
    std::sort(out.begin(), out.end());
    return out;
}

double last_time(const std::vector<double>& times) {
    const auto finite = sorted_times(times);
    return finite.empty() ? 0.0 : finite.back();
}

double mean_flow(const std::vector<double>& times) {
    const auto finite = sorted_times(times);
    if (finite.size() < 2 || finite.back() <= finite.front()) return 0.0;
    return static_cast<double>(finite.size() - 1) / (finite.back() - finite.front());
}

std::vector<double> passing_times(const Trace& trace, Axis axis, double at) {
    std::vector<double> out(trace.people.size(), never);
    for (std::size_t s = 1; s < trace.sample_times.size(); ++s) {
        const TracePoint* before = trace.sample(s - 1);
        const TracePoint* after = trace.sample(s);
        const double t0 = trace.sample_times[s - 1].seconds(), t1 = trace.sample_times[s].seconds();
        for (std::size_t i = 0; i < out.size(); ++i) {
            if (std::isfinite(out[i]) || is_gone(before[i]) || is_gone(after[i])) continue;
            const double a = coordinate(before[i], axis), b = coordinate(after[i], axis);
            if (a < at && b >= at) out[i] = t0 + (t1 - t0) * (at - a) / (b - a);
        }
    }
    return out;
}

std::vector<BoxReading> read_box(const Trace& trace, const Box& box) {
    std::vector<BoxReading> out;
    out.reserve(trace.sample_times.size());
    for (std::size_t s = 0; s < trace.sample_times.size(); ++s) {
        BoxReading reading{trace.sample_times[s].seconds(), 0, 0.0};
        const TracePoint* point = trace.sample(s);
        for (std::size_t i = 0; i < trace.people.size(); ++i) {
            const double x = double{point[i].x}, y = double{point[i].y};
            if (is_gone(point[i]) || x < box.low.x || x > box.high.x || y < box.low.y || y > box.high.y) continue;
            ++reading.count;
            reading.mean_speed_ms += double{point[i].speed};
        }
        if (reading.count > 0) reading.mean_speed_ms /= reading.count;
        out.push_back(reading);
    }
    return out;
}

double peak_density(const std::vector<BoxReading>& readings, double area_m2, double hold_s) {
    double peak = 0.0;
    for (std::size_t first = 0; first < readings.size(); ++first) {
        int least = readings[first].count;
        std::size_t last = first;
        while (last + 1 < readings.size() && readings[last].time_s - readings[first].time_s < hold_s)
            least = std::min(least, readings[++last].count);
        if (readings[last].time_s - readings[first].time_s < hold_s) break;
        peak = std::max(peak, least / area_m2);
    }
    return peak;
}

double mean_of(const std::vector<double>& values) {
    if (values.empty()) return 0.0;
    return std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(values.size());
}

double quantile_of(std::vector<double> values, double share) {
    return values.empty() ? 0.0 : quantile(std::move(values), share);
}

double median_of(std::vector<double> values) { return quantile_of(std::move(values), 0.5); }

double deviation_of(const std::vector<double>& values) {
    if (values.size() < 2) return 0.0;
    const double mean = mean_of(values);
    double sum = 0.0;
    for (const double v : values) sum += (v - mean) * (v - mean);
    return std::sqrt(sum / static_cast<double>(values.size() - 1));
}

double kolmogorov_smirnov_p(std::vector<double> values, const std::function<double(double)>& distribution) {
    if (values.empty()) return 0.0;
    std::sort(values.begin(), values.end());
    const auto n = static_cast<double>(values.size());
    double farthest = 0.0;
    for (std::size_t i = 0; i < values.size(); ++i) {
        const double f = distribution(values[i]);
        farthest = std::max({farthest, f - static_cast<double>(i) / n, static_cast<double>(i + 1) / n - f});
    }
    const double root = std::sqrt(n);
    const double lambda = (root + 0.12 + 0.11 / root) * farthest;
    double p = 0.0;
    for (int k = 1; k <= 100; ++k) p += (k % 2 == 1 ? 2.0 : -2.0) * std::exp(-2.0 * k * k * lambda * lambda);
    return lambda < 0.2 ? 1.0 : std::clamp(p, 0.0, 1.0);
}

std::string shown(double value, int digits) { return short_number(value, digits); }

std::string shown(const std::vector<double>& values, int digits) {
    std::string out;
    for (const double v : values) out += (out.empty() ? "" : " / ") + shown(v, digits);
    return out;
}

}  // namespace muster::verify
