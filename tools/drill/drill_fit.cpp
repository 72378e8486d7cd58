// SPDX-License-Identifier: Apache-2.0
#include "tools/drill/drill_fit.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace muster {

namespace {

constexpr double delay_probe_s = 10.0;                       // to see what a delay does to each clock
constexpr double speed_step = 0.005;                         // of the search
constexpr double fitted_on_s = 0.5, fitted_on_speed = 0.01;  // nearer than this is the same point

// One measured clock and where it is in the simulated ones.
struct Datum {
    double measured_s = 0.0;
    std::ptrdiff_t group = -1;  // -1 = the school's
    std::size_t clock = 0;
    [[nodiscard]] std::optional<double> in(const DrillTimes& times) const {
        return group < 0 ? times.school.s[clock] : times.classes[static_cast<std::size_t>(group)].s[clock];
    }
};

std::vector<Datum> data_of(const DrillTimes& measured) {
    std::vector<Datum> data;
    for (std::size_t c = 0; c < static_cast<std::size_t>(DrillClock::counted); ++c) {
        if (measured.school.s[c]) data.push_back({*measured.school.s[c], -1, c});
        for (std::size_t i = 0; i < measured.classes.size(); ++i)
            if (const auto time = measured.classes[i].s[c]) data.push_back({*time, static_cast<std::ptrdiff_t>(i), c});
    }
    return data;
}

// Each clock as a function of delay and speed: linear in 1/speed between the speeds that were run, linear in the delay,
// and put right at the last point that was run.
class ClockModel {
public:
    ClockModel(const SimulateDrill& simulate, std::vector<Datum> data) : simulate_(simulate), data_(std::move(data)) {}

    void run_first_points(const FitBounds& bounds) {
        before_ = run(0.0, 1.0);
        std::erase_if(data_, [&](const Datum& d) { return !d.in(before_).has_value(); });
        nodes_[1.0] = times_in(before_);
        for (const double speed : {0.8, 1.25})
            if (speed > bounds.speed_low && speed < bounds.speed_high) nodes_[1.0 / speed] = times_in(run(0.0, speed));
        const std::vector<double> late = times_in(run(delay_probe_s, 1.0));
        correction_.assign(data_.size(), 0.0);
        for (std::size_t i = 0; i < data_.size(); ++i) slope_.push_back((late[i] - nodes_[1.0][i]) / delay_probe_s);
    }

    DrillTimes correct_at(double delay_s, double speed) {
        DrillTimes times = run(delay_s, speed);
        const std::vector<double> seen = times_in(times);
        for (std::size_t i = 0; i < data_.size(); ++i) correction_[i] += seen[i] - modelled(i, delay_s, speed);
        return times;
    }

    [[nodiscard]] double modelled(std::size_t i, double delay_s, double speed) const {
        return at_speed(i, speed) + slope_[i] * delay_s + correction_[i];
    }

    // Of the delay that fits best at this speed.
    [[nodiscard]] double best_delay(double speed, const FitBounds& bounds) const {
        double up = 0.0, down = 0.0;
        for (std::size_t i = 0; i < data_.size(); ++i) {
            up += slope_[i] * (data_[i].measured_s - modelled(i, 0.0, speed));
            down += slope_[i] * slope_[i];
        }
        return std::clamp(down > 0.0 ? up / down : 0.0, bounds.delay_low_s, bounds.delay_high_s);
    }

    [[nodiscard]] double squares(double delay_s, double speed) const {
        double sum = 0.0;
        for (std::size_t i = 0; i < data_.size(); ++i) {
            const double miss = modelled(i, delay_s, speed) - data_[i].measured_s;
            sum += miss * miss;
        }
        return sum;
    }

    [[nodiscard]] double rms(const DrillTimes& times) const {
        double sum = 0.0;
        for (const Datum& d : data_) sum += std::pow(d.in(times).value_or(d.measured_s) - d.measured_s, 2.0);
        return data_.empty() ? 0.0 : std::sqrt(sum / static_cast<double>(data_.size()));
    }

    [[nodiscard]] const DrillTimes& before() const { return before_; }
    [[nodiscard]] int clocks() const { return static_cast<int>(data_.size()); }
    [[nodiscard]] int simulated() const { return simulated_; }

private:
    DrillTimes run(double delay_s, double speed) {
        ++simulated_;
        return simulate_(delay_s, speed);
    }

    [[nodiscard]] std::vector<double> times_in(const DrillTimes& times) const {
        std::vector<double> out;
        // A clock that a run does not reach (somebody stays inside) says nothing about the fit.
        for (const Datum& d : data_) out.push_back(d.in(times).value_or(d.measured_s));
        return out;
    }

    [[nodiscard]] double at_speed(std::size_t i, double speed) const {
        const double slowness = 1.0 / speed;
        auto high = nodes_.lower_bound(slowness);
        if (nodes_.size() == 1) return nodes_.begin()->second[i];
        if (high == nodes_.end()) --high;
        if (high == nodes_.begin()) ++high;
        const auto low = std::prev(high);
        const double share = (slowness - low->first) / (high->first - low->first);
        return low->second[i] + share * (high->second[i] - low->second[i]);
    }

    const SimulateDrill& simulate_;
    std::vector<Datum> data_;
    DrillTimes before_;
    std::map<double, std::vector<double>> nodes_;  // by 1/speed, without delay
    std::vector<double> slope_, correction_;
    int simulated_ = 0;
};

void search(const ClockModel& model, const FitBounds& bounds, DrillFit& fit) {
    const int steps = static_cast<int>(std::lround((bounds.speed_high - bounds.speed_low) / speed_step));
    const auto speed_at = [&](int i) { return bounds.speed_low + i * speed_step; };
    const auto least = [&](double speed) { return model.squares(model.best_delay(speed, bounds), speed); };
    double best = least(1.0);
    fit.speed = 1.0;
    for (int i = 0; i <= steps; ++i)
        if (const double sum = least(speed_at(i)); sum < best - 1e-9) best = sum, fit.speed = speed_at(i);
    const double freedom = std::max(1, model.clocks() - 2);
    const double allowed = best + 4.0 * std::max(best / freedom, stopwatch_s * stopwatch_s);
    fit.speed_from = bounds.speed_high, fit.speed_to = bounds.speed_low;
    for (int i = 0; i <= steps; ++i) {
        if (least(speed_at(i)) > allowed) continue;
        fit.speed_from = std::min(fit.speed_from, speed_at(i));
        fit.speed_to = std::max(fit.speed_to, speed_at(i));
    }
    fit.separable =
        model.clocks() >= 3 && fit.speed_to - fit.speed_from <= (bounds.speed_high - bounds.speed_low) / 2.0;
    if (!fit.separable) fit.speed = 1.0;
    fit.delay_s = std::round(10.0 * model.best_delay(fit.speed, bounds)) / 10.0;  // no stopwatch tells more
}

double least_of(const Law& law) {
    if (law.kind == LawKind::constant || law.kind == LawKind::uniform) return law.a + law.shift;
    return law.low;
}

Law shifted(Law law, double by_s) {
    if (law.kind == LawKind::constant) return law.a += by_s, law;
    if (law.kind == LawKind::uniform) return law.a += by_s, law.b += by_s, law;
    law.shift += by_s;
    law.low = std::max(0.0, law.low + by_s);
    law.high += by_s;
    return law;
}

// The law of `factor` times the quantity.
Law scaled(Law law, double factor) {
    switch (law.kind) {
        case LawKind::log_normal:
            law.a += std::log(factor);
            break;
        case LawKind::gamma:
            law.b *= factor;
            break;
        case LawKind::weibull:
            law.a *= factor;
            break;
        case LawKind::constant:
            law.a *= factor;
            break;
        case LawKind::uniform:
        case LawKind::normal:
            law.a *= factor, law.b *= factor;
            break;
    }
    law.shift *= factor;
    law.low *= factor;
    if (law.high < 1e6) law.high *= factor;
    return law;
}

}  // namespace

DrillFit fit_drill(const DrillTimes& measured, const SimulateDrill& simulate, const FitBounds& bounds) {
    ClockModel model(simulate, data_of(measured));
    model.run_first_points(bounds);
    DrillFit fit;
    fit.before = fit.after = model.before();
    fit.clocks = model.clocks();
    fit.rms_before_s = fit.rms_after_s = model.rms(fit.before);
    // Twice: the second time with the clocks as they came out at the first answer.
    for (int round = 0; round < 2 && fit.clocks > 0; ++round) {
        const DrillFit last = fit;
        search(model, bounds, fit);
        if (round > 0 && std::abs(fit.delay_s - last.delay_s) < fitted_on_s &&
            std::abs(fit.speed - last.speed) < fitted_on_speed) {
            fit.delay_s = last.delay_s, fit.speed = last.speed;
            break;
        }
        fit.after = model.correct_at(fit.delay_s, fit.speed);
        fit.rms_after_s = model.rms(fit.after);
        if (round > 0 && fit.rms_after_s > last.rms_after_s) {
            fit = last;
            break;
        }
    }
    // Nothing gained: what was predicted stands.
    if (fit.rms_after_s >= fit.rms_before_s) {
        fit.delay_s = 0.0, fit.speed = 1.0;
        fit.after = fit.before;
        fit.rms_after_s = fit.rms_before_s;
    }
    const bool low = fit.delay_s <= bounds.delay_low_s + 1e-9, high = fit.delay_s >= bounds.delay_high_s - 1e-9;
    fit.delay_at_bound = fit.delay_s != 0.0 && (low || high);
    fit.speed_at_bound = fit.speed <= bounds.speed_low + 1e-9 || fit.speed >= bounds.speed_high - 1e-9;
    fit.simulated = model.simulated();
    return fit;
}

FitBounds bounds_of(const Scenario& scenario) {
    FitBounds bounds;
    double least = 30.0;
    for (const Group& group : scenario.population.groups)
        if (group.sets_off_s < 0.0) least = std::min(least, least_of(group.pre_movement));
    bounds.delay_low_s = -std::max(0.0, least);
    return bounds;
}

Scenario fitted_scenario(Scenario scenario, double delay_s, double speed, const std::string& source) {
    for (Group& group : scenario.population.groups)
        if (group.sets_off_s < 0.0) group.pre_movement = shifted(group.pre_movement, delay_s);
    if (speed == 1.0) return scenario;
    for (Profile& profile : scenario.population.profiles) {
        profile.free_speed = scaled(profile.free_speed, speed);
        profile.source += (profile.source.empty() ? "" : "; ") + source;
    }
    return scenario;
}

}  // namespace muster
