// SPDX-License-Identifier: Apache-2.0
#include "tools/office/drill/drill_fit.h"

#include <algorithm>
#include <cmath>
#include <map>

#include "tools/office/drill/robust.h"

namespace muster::drill {

namespace {

constexpr double delay_probe_s = 10.0;                       // to see what a delay does to each clock
constexpr int min_to_doubt = 5;                              // clocks: two values can be made to go through any two
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
        left_out_.assign(data_.size(), false);
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

    // That fits best at this speed; by absolute residuals of all clocks where no deviation is known yet.
    [[nodiscard]] double best_delay(double speed, const FitBounds& bounds, std::optional<double> deviation_s) const {
        std::vector<Line> lines;
        for (std::size_t i = 0; i < data_.size(); ++i)
            if (!deviation_s || !left_out_[i])
                lines.push_back({slope_[i], data_[i].measured_s - modelled(i, 0.0, speed)});
        const double first = min_absolute(lines);
        return std::clamp(deviation_s ? min_huber(lines, *deviation_s, first) : first, bounds.delay_low_s,
                          bounds.delay_high_s);
    }

    [[nodiscard]] double cost(double delay_s, double speed, std::optional<double> deviation_s) const {
        const std::vector<double> all = residuals(delay_s, speed);
        if (deviation_s) return huber_sum(all, *deviation_s);
        double sum = 0.0;
        for (const double r : all) sum += std::abs(r);
        return sum;
    }
    [[nodiscard]] double cost(const DrillTimes& times, double deviation_s) const {
        return huber_sum(misses(times), deviation_s);
    }

    [[nodiscard]] std::vector<double> residuals(double delay_s, double speed) const {
        std::vector<double> out;
        for (std::size_t i = 0; i < data_.size(); ++i) out.push_back(modelled(i, delay_s, speed) - data_[i].measured_s);
        return out;
    }

    // Simulated less measured.
    [[nodiscard]] std::vector<double> misses(const DrillTimes& times) const {
        std::vector<double> out = times_in(times);
        for (std::size_t i = 0; i < data_.size(); ++i) out[i] -= data_[i].measured_s;
        return out;
    }

    void leave_out(std::vector<bool> which) { left_out_ = std::move(which); }
    [[nodiscard]] bool left_out(std::size_t i) const { return left_out_[i]; }

    [[nodiscard]] const std::vector<Datum>& data() const { return data_; }
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

    [[nodiscard]] double huber_sum(const std::vector<double>& residuals, double deviation_s) const {
        double sum = 0.0;
        for (std::size_t i = 0; i < residuals.size(); ++i)
            if (!left_out_[i]) sum += huber_square(residuals[i], deviation_s);
        return sum;
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
    std::vector<bool> left_out_;  // of Huber's fit
    int simulated_ = 0;
};

// The speeds that are tried, and what each costs with the delay that suits it best.
class SpeedSearch {
public:
    SpeedSearch(const ClockModel& model, const FitBounds& bounds) : model_(model), bounds_(bounds) {}

    [[nodiscard]] double best(std::optional<double> deviation_s) const {
        double speed = 1.0, least = cost(1.0, deviation_s);
        for (int i = 0; i <= steps(); ++i)
            if (const double sum = cost(at(i), deviation_s); sum < least - 1e-9) least = sum, speed = at(i);
        return speed;
    }
    [[nodiscard]] double cost(double speed, std::optional<double> deviation_s) const {
        return model_.cost(delay(speed, deviation_s), speed, deviation_s);
    }
    [[nodiscard]] double delay(double speed, std::optional<double> deviation_s) const {
        return model_.best_delay(speed, bounds_, deviation_s);
    }
    // Two standard errors: by so much more than the least cost may be.
    void find_range(double deviation_s, DrillFit& fit) const {
        const double allowed = cost(fit.speed, deviation_s) + 4.0 * deviation_s * deviation_s;
        fit.speed_from = bounds_.speed_high, fit.speed_to = bounds_.speed_low;
        for (int i = 0; i <= steps(); ++i) {
            if (cost(at(i), deviation_s) > allowed) continue;
            fit.speed_from = std::min(fit.speed_from, at(i));
            fit.speed_to = std::max(fit.speed_to, at(i));
        }
    }

private:
    [[nodiscard]] int steps() const {
        return static_cast<int>(std::lround((bounds_.speed_high - bounds_.speed_low) / speed_step));
    }
    [[nodiscard]] double at(int i) const { return bounds_.speed_low + i * speed_step; }

    const ClockModel& model_;
    const FitBounds& bounds_;
};

// First by absolute residuals, which half of the clocks may contradict; what is far off that is left out of Huber's
// fit.
void search(ClockModel& model, const FitBounds& bounds, DrillFit& fit) {
    const SpeedSearch speeds(model, bounds);
    const double rough = speeds.best(std::nullopt);
    const std::vector<double> off = model.residuals(speeds.delay(rough, std::nullopt), rough);
    fit.deviation_s = std::max(stopwatch_s, robust_deviation(off));
    std::vector<bool> far(off.size(), false);
    for (std::size_t i = 0; i < off.size() && model.clocks() >= min_to_doubt; ++i)
        far[i] = std::abs(off[i]) > fit.doubtful_s();
    model.leave_out(std::move(far));
    fit.speed = speeds.best(fit.deviation_s);
    speeds.find_range(fit.deviation_s, fit);
    fit.separable =
        model.clocks() >= 3 && fit.speed_to - fit.speed_from <= (bounds.speed_high - bounds.speed_low) / 2.0;
    if (!fit.separable) fit.speed = 1.0;
    fit.delay_s = std::round(10.0 * speeds.delay(fit.speed, fit.deviation_s)) / 10.0;  // no stopwatch tells more
}

// What was left out, and the error of the rest.
void judge(const ClockModel& model, DrillFit& fit) {
    const std::vector<double> before = model.misses(fit.before), after = model.misses(fit.after);
    double sum_before = 0.0, sum_after = 0.0;
    std::size_t kept = 0;
    for (std::size_t i = 0; i < after.size(); ++i) {
        const Datum& d = model.data()[i];
        if (model.left_out(i)) {
            fit.doubtful.push_back({d.group, static_cast<DrillClock>(d.clock), d.measured_s, d.measured_s + after[i]});
            continue;
        }
        sum_before += before[i] * before[i], sum_after += after[i] * after[i];
        ++kept;
    }
    fit.clocks = static_cast<int>(kept);
    if (kept == 0) return;
    fit.rms_before_s = std::sqrt(sum_before / static_cast<double>(kept));
    fit.rms_after_s = std::sqrt(sum_after / static_cast<double>(kept));
    std::stable_sort(fit.doubtful.begin(), fit.doubtful.end(), [](const DoubtfulClock& a, const DoubtfulClock& b) {
        return std::abs(a.measured_s - a.fitted_s) > std::abs(b.measured_s - b.fitted_s);
    });
}

}  // namespace

DrillFit fit_drill(const DrillTimes& measured, const SimulateDrill& simulate, const FitBounds& bounds) {
    ClockModel model(simulate, data_of(measured));
    model.run_first_points(bounds);
    DrillFit fit;
    fit.before = fit.after = model.before();
    fit.clocks = model.clocks();
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
        if (round > 0 && model.cost(fit.after, fit.deviation_s) > model.cost(last.after, fit.deviation_s)) {
            fit = last;
            break;
        }
    }
    // Nothing gained: what was predicted stands.
    if (model.cost(fit.after, fit.deviation_s) >= model.cost(fit.before, fit.deviation_s)) {
        fit.delay_s = 0.0, fit.speed = 1.0;
        fit.after = fit.before;
    }
    judge(model, fit);
    const bool low = fit.delay_s <= bounds.delay_low_s + 1e-9, high = fit.delay_s >= bounds.delay_high_s - 1e-9;
    fit.delay_at_bound = fit.delay_s != 0.0 && (low || high);
    fit.speed_at_bound = fit.speed <= bounds.speed_low + 1e-9 || fit.speed >= bounds.speed_high - 1e-9;
    fit.simulated = model.simulated();
    return fit;
}

}  // namespace muster::drill
