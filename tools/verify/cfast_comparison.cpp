// SPDX-License-Identifier: Apache-2.0
#include "tools/verify/cfast_comparison.h"

#include <algorithm>
#include <cmath>

#include "sim/base/constants.h"
#include "sim/hazards/detector.h"
#include "tools/verify/readings.h"

namespace muster::verify {

namespace {

constexpr double warm_k = 10.0, smoky_per_m = 0.1;  // from here on differences count as shares
constexpr double arrived_share = 0.6;               // of the height
constexpr double soot_mg_m3 = 1e6;                  // kg/m3 -> mg/m3
constexpr double no_fire_m = 5.0;                   // distance of a detector where nothing burns: of no effect
constexpr int tick_every_s = 60;

std::optional<double> average(const std::vector<double>& v) {
    return v.empty() ? std::nullopt : std::optional(mean_of(v));
}
std::optional<double> middle_of(std::vector<double> v) {
    return v.empty() ? std::nullopt : std::optional(median_of(std::move(v)));
}

std::vector<hazards::Detector> detectors_of(const cfast::CfastModel& model) {
    std::vector<hazards::Detector> out;
    for (const cfast::CfastDevice& d : model.devices) {
        if (d.type == "PLATE" || d.type == "CYLINDER") continue;
        hazards::DetectorSpec spec;
        spec.kind = d.type == "SPRINKLER"       ? hazards::DetectorKind::sprinkler
                    : d.type == "HEAT_DETECTOR" ? hazards::DetectorKind::heat
                                                : hazards::DetectorKind::smoke;
        spec.zone = d.zone;
        spec.distance_m = model.fire_spots.empty()
                              ? no_fire_m
                              : std::hypot(d.x - model.fire_spots.front().x, d.y - model.fire_spots.front().y);
        spec.height_m = d.z;
        spec.set_point = spec.kind == hazards::DetectorKind::smoke ? -std::log10(1.0 - d.setpoint / 100.0) : d.setpoint;
        spec.rti = d.rti;
        spec.spray_m_s = d.spray_m_s;
        out.emplace_back(spec, model.settings.ambient_k);
    }
    return out;
}

/// The columns of one room, and what its differences are gathered from.
class RoomCurve {
public:
    RoomCurve(const scenarios::SeriesTable& table, std::string room, double height_m, double ambient_k)
        : height_m_(height_m),
          ambient_c_(ambient_k - zero_celsius_k),
          layer_(column(table, room, "Layer Height", {"m"})),
          upper_(column(table, room, "Upper Layer Temperature", {"C"})),
          density_(column(table, room, "Optical Density Upper Layer", {"1/m", "mg/m^3"})) {
        out_.room = std::move(room);
    }

    void compare(const hazards::ZoneNow& is, std::size_t row, double now_s) {
        if (upper_ == nullptr || density_ == nullptr) return;
        if (!std::isfinite(upper_->values[row]) || !std::isfinite(density_->values[row])) return;
        const double rise = upper_->values[row] - ambient_c_, ours = is.upper_k - zero_celsius_k - ambient_c_;
        if (rise >= warm_k)
            warmth_.push_back(std::abs(ours - rise) / rise);
        else
            warmth_k_.push_back(std::abs(ours - rise));
        const double thick = hazards::optical_density(is.soot_upper);
        // A concentration by the density it makes, whether we have any soot there or none.
        const double cfast = density_->unit == "1/m" ? density_->values[row]
                                                     : hazards::optical_density(density_->values[row] / soot_mg_m3);
        if (cfast >= smoky_per_m) smoke_.push_back(std::abs(thick / cfast - 1.0));
        out_.time_s.push_back(now_s);
        out_.upper_c.push_back(ours + ambient_c_);
        out_.upper_cfast_c.push_back(rise + ambient_c_);
        if (layer_ != nullptr && std::isfinite(layer_->values[row]))
            compare_layers(is.layer_m, layer_->values[row], now_s);
    }

    RoomDifference finish() {
        out_.layer_share = average(layers_);
        out_.warmth = middle_of(warmth_);
        out_.warmth_k = average(warmth_k_);
        out_.smoke = middle_of(smoke_);
        if (cfast_arrived_ != never) out_.arrival_s = arrived_ - cfast_arrived_;
        return std::move(out_);
    }

private:
    static const scenarios::SeriesColumn* column(const scenarios::SeriesTable& table, const std::string& room,
                                                 const char* measurement, const std::vector<std::string>& units) {
        const scenarios::SeriesColumn* found = table.find(room, measurement);
        if (found != nullptr && std::find(units.begin(), units.end(), found->unit) == units.end())
            throw UnknownUnit(found->name + " (" + room + "): " + measurement + ", " + found->unit);
        return found;
    }

    void compare_layers(double ours_m, double cfast_m, double now_s) {
        layers_.push_back(std::abs(ours_m - cfast_m) / height_m_);
        if (ours_m < arrived_share * height_m_ && arrived_ == never) arrived_ = now_s;
        if (cfast_m < arrived_share * height_m_ && cfast_arrived_ == never) cfast_arrived_ = now_s;
        out_.layer_m.push_back(ours_m);
        out_.layer_cfast_m.push_back(cfast_m);
    }

    double height_m_, ambient_c_;
    const scenarios::SeriesColumn *layer_, *upper_, *density_;
    std::vector<double> layers_, warmth_, warmth_k_, smoke_;
    double arrived_ = never, cfast_arrived_ = never;
    RoomDifference out_;
};

class Comparing {
public:
    explicit Comparing(const CfastCase& reference)
        : model_(reference.model),
          table_(reference.results),
          network_(model_.network()),
          detectors_(detectors_of(model_)) {
        out_.tripped_s.assign(detectors_.size(), never);
        for (std::size_t z = 0; z < model_.zones.size(); ++z)
            curves_.emplace_back(table_, model_.zone_names[z], model_.zones[z].height_m, model_.settings.ambient_k);
    }

    CfastComparison run(double until_s, const std::function<void()>& tick) {
        const double end_s = table_.time_s.empty() ? 0.0 : std::min(until_s, table_.time_s.back());
        for (int s = 0; s <= end_s; ++s) {
            compare_rows(s);
            step(s);
            if (tick && s % tick_every_s == 0) tick();
        }
        for (RoomCurve& curve : curves_) out_.rooms.push_back(curve.finish());
        return std::move(out_);
    }

private:
    void compare_rows(double now_s) {
        for (; row_ < table_.time_s.size() && table_.time_s[row_] <= now_s + 1e-9; ++row_)
            for (std::size_t z = 0; z < curves_.size(); ++z) curves_[z].compare(network_.now()[z], row_, now_s);
    }

    void step(double now_s) {
        model_.set(network_, now_s);
        if (held_w_ >= 0.0) {
            double& heat_w = network_.fires()[0].free_burning_w;
            heat_w = std::min(heat_w, held_w_ * std::exp(-(now_s - held_s_) / out_.decay_s));
        }
        out_.converged = network_.step(1.0).converged && out_.converged;
        if (!network_.fires().empty()) out_.heat_w.push_back(network_.fires_now()[0].heat_w);
        for (std::size_t d = 0; d < detectors_.size(); ++d) {
            if (!detectors_[d].step(network_, 1.0)) continue;
            out_.tripped_s[d] = now_s + 1.0;
            hold_down(detectors_[d].spec().spray_m_s, now_s + 1.0);
        }
    }

    // The first sprinkler that opens holds the first fire down.
    void hold_down(double spray_m_s, double since_s) {
        if (spray_m_s <= 0.0 || held_w_ >= 0.0 || network_.fires().empty()) return;
        held_w_ = out_.heat_at_trip_w = network_.fires_now()[0].heat_w;
        held_s_ = since_s;
        out_.decay_s = hazards::sprinkler_decay_s(spray_m_s);
    }

    const cfast::CfastModel& model_;
    const scenarios::SeriesTable& table_;
    hazards::ZoneNetwork network_;
    std::vector<hazards::Detector> detectors_;
    std::vector<RoomCurve> curves_;
    std::size_t row_ = 0;
    double held_w_ = -1.0, held_s_ = 0.0;
    CfastComparison out_;
};

}  // namespace

CfastComparison compare_with_cfast(const CfastCase& reference, double until_s, const std::function<void()>& tick) {
    return Comparing(reference).run(until_s, tick);
}

bool within(const RoomDifference& room, const CfastLimits& limits) {
    const auto small = [](const std::optional<double>& value, double limit) {
        return !value || std::abs(*value) <= limit;
    };
    return small(room.layer_share, limits.layer_share) && small(room.warmth, limits.warmth) &&
           small(room.warmth_k, limits.warmth_k) && small(room.smoke, limits.smoke) &&
           small(room.arrival_s, limits.arrival_s);
}

}  // namespace muster::verify
