// SPDX-License-Identifier: Apache-2.0
#include "sim/hazards/external_fire.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "sim/hazards/exposure.h"

namespace muster::hazards {

namespace {

// Where the record has no detector of that name: smoke by density (8 %/ft), heat by the upper layer without lag.
constexpr double smoke_alarm_extinction = 0.119 * 2.302585;  // 1/m
constexpr double heat_alarm_k = 330.15, sprinkler_k = 341.15;
constexpr double under_ceiling_m = 0.1;
constexpr std::array quantities{AirQuantity::temperature, AirQuantity::extinction, AirQuantity::co,
                                AirQuantity::co2,         AirQuantity::oxygen,     AirQuantity::hcn};

AirAtHead between(AirAtHead a, AirAtHead b, double share) {
    AirAtHead out = a;
    for (const AirQuantity q : quantities) value_of(out, q) += share * (value_of(b, q) - value_of(a, q));
    out.radiation_w_m2 += share * (b.radiation_w_m2 - a.radiation_w_m2);
    return out;
}

/// Index of the grid's point nearest to `at`; the grid's size outside of it.
std::size_t nearest_point(const std::vector<double>& grid, double at) {
    if (grid.size() < 2) return grid.size();
    const double margin = 0.5 * (grid[1] - grid[0]);
    if (at < grid.front() - margin || at > grid.back() + margin) return grid.size();
    const auto after = std::lower_bound(grid.begin(), grid.end(), at);
    if (after == grid.begin()) return 0;
    if (after == grid.end()) return grid.size() - 1;
    const auto i = static_cast<std::size_t>(after - grid.begin());
    return at - grid[i - 1] < grid[i] - at ? i - 1 : i;
}

}  // namespace

ExternalFire::ExternalFire(const Building& building, const SmokeSettings& settings,
                           const std::vector<std::size_t>& failed)
    : building_(building),
      settings_(settings),
      record_(*settings.outside),
      zones_(building),
      room_of_zone_(zones_.shapes().size(), -1) {
    for (std::size_t r = 0; r < record_.rooms.size(); ++r) {
        const auto zones = zones_.zones_of(record_.rooms[r].space);
        const int cell = record_.rooms[r].cell;
        for (std::size_t z = 0; z < zones.size(); ++z)
            if (cell < 0 || static_cast<std::size_t>(cell) == z) room_of_zone_[zones[z]] = static_cast<int>(r);
    }
    for (const RecordedSlice& slice : record_.slices) {
        std::vector<std::vector<std::size_t>> inside(building.spaces.size());
        for (std::size_t y = 0; y < slice.y.size(); ++y)
            for (std::size_t x = 0; x < slice.x.size(); ++x)
                if (const SpaceId in = building.space_at(slice.level, {slice.x[x], slice.y[y]}); in.valid())
                    inside[in.index()].push_back(y * slice.x.size() + x);
        inside_.push_back(std::move(inside));
    }
    for (std::size_t i = 0; i < building.fixtures.size(); ++i) {
        const Fixture& f = building.fixtures[i];
        const bool detects = f.kind == FixtureKind::smoke_detector || f.kind == FixtureKind::heat_detector ||
                             f.kind == FixtureKind::sprinkler;
        if (!detects || std::find(failed.begin(), failed.end(), i) != failed.end()) continue;
        const auto trip = std::find_if(record_.trips.begin(), record_.trips.end(),
                                       [&](const RecordedTrip& t) { return t.fixture == i; });
        const double at_s = trip == record_.trips.end() ? -1.0 : trip->at_s;
        detectors_.push_back({i, {f.space, f.at, zones_.ceiling_m(f.space) - under_ceiling_m}, at_s, false});
    }
}

void ExternalFire::advance_to(SimTime until) {
    now_s_ = until.seconds() - record_.starts_s;
    tripped_.clear();
    for (Listening& d : detectors_) {
        if (d.tripped || !answers(d)) continue;
        d.tripped = true;
        tripped_.push_back({d.fixture});
    }
}

bool ExternalFire::answers(const Listening& d) const {
    if (now_s_ < 0.0) return false;
    if (d.trips_s >= 0.0) return now_s_ >= d.trips_s;
    const AirAtHead air = air_at(d.ceiling);
    switch (building_.fixtures[d.fixture].kind) {
        case FixtureKind::smoke_detector:
            return air.extinction >= smoke_alarm_extinction;
        case FixtureKind::heat_detector:
            return air.temperature_k >= heat_alarm_k;
        default:
            return air.temperature_k >= sprinkler_k;
    }
}

ExternalFire::Moment ExternalFire::moment_of(const std::vector<double>& times) const {
    const auto after = std::upper_bound(times.begin(), times.end(), now_s_);
    if (after == times.begin()) return {0, 0.0};
    const auto before = static_cast<std::size_t>(after - times.begin()) - 1;
    if (after == times.end()) return {before, 0.0};
    return {before, (now_s_ - times[before]) / (times[before + 1] - times[before])};
}

LayeredAir ExternalFire::layers_in(std::size_t zone) const {
    LayeredAir out;
    out.layer_m = zones_.shapes()[zone].height_m;
    const int room = room_of_zone_[zone];
    if (room < 0 || now_s_ < 0.0) return out;
    const auto& at = record_.rooms[static_cast<std::size_t>(room)].at;
    const auto [before, share] = moment_of(record_.time_s);
    if (share == 0.0) return at[before];
    const LayeredAir &a = at[before], &b = at[before + 1];
    out.layer_m = a.layer_m + share * (b.layer_m - a.layer_m);
    out.lower = between(a.lower, b.lower, share);
    out.upper = between(a.upper, b.upper, share);
    return out;
}

double ExternalFire::slice_value(const RecordedSlice& slice, std::size_t point) const {
    const std::size_t points = slice.x.size() * slice.y.size();
    const auto [before, share] = moment_of(slice.time_s);
    const double a = slice.values[before * points + point];
    return share == 0.0 ? a : a + share * (slice.values[(before + 1) * points + point] - a);
}

AirAtHead ExternalFire::with_slices(AirAtHead air, const Place& place) const {
    if (now_s_ < 0.0) return air;
    for (const RecordedSlice& slice : record_.slices) {
        if (slice.level != building_.space(place.space).level) continue;
        const std::size_t x = nearest_point(slice.x, place.at.x), y = nearest_point(slice.y, place.at.y);
        if (x == slice.x.size() || y == slice.y.size()) continue;
        value_of(air, slice.what) = slice_value(slice, y * slice.x.size() + x);
    }
    return air;
}

AirAtHead ExternalFire::air_at(const Place& place) const {
    const std::size_t zone = zones_.zone_at(place.space, place.at);
    if (zone == outdoors) return {};
    const LayeredAir layers = layers_in(zone);
    return with_slices(between(layers.lower, layers.upper, upper_share(place.head_m, layers.layer_m)), place);
}

double ExternalFire::dose_per_s(const AirAtHead& air) const {
    return gas_dose_per_s(settings_.dose, air) + heat_dose_per_s(air);
}

SpaceAir ExternalFire::air_of(SpaceId space) const {
    constexpr double head_m = 1.5;
    SpaceAir out;
    out.layer_m = static_cast<float>(zones_.ceiling_m(space));
    for (const std::size_t z : zones_.zones_of(space)) {
        const LayeredAir layers = layers_in(z);
        const AirAtHead air = between(layers.lower, layers.upper, upper_share(head_m, layers.layer_m));
        take_worst(out, layers, air, dose_per_s(air));
    }
    if (now_s_ < 0.0) return out;
    AirAtHead worst;  // each quantity's worst, which may be in different places
    for (std::size_t i = 0; i < record_.slices.size(); ++i) {
        const RecordedSlice& slice = record_.slices[i];
        double& value = value_of(worst, slice.what);
        const bool less_is_worse = slice.what == AirQuantity::oxygen;
        for (const std::size_t point : inside_[i][space.index()]) {
            const double v = slice_value(slice, point);
            value = less_is_worse ? std::min(value, v) : std::max(value, v);
        }
    }
    LayeredAir at_head;
    at_head.upper = at_head.lower = worst;
    if (!record_.slices.empty()) take_worst(out, at_head, worst, dose_per_s(worst));
    return out;
}

}  // namespace muster::hazards
