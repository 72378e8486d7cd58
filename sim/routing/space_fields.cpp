// SPDX-License-Identifier: Apache-2.0
#include "sim/routing/space_fields.h"
#include "sim/routing/make_field.h"

#include <algorithm>
#include <cassert>
#include <limits>
#include <utility>

namespace muster::routing {

namespace {

constexpr double room_radius_m = 0.5;  // around the middle of a destination room

std::vector<AssemblySpotId> spots_in(const Building& building, SpaceId space) {
    std::vector<AssemblySpotId> out;
    for (std::size_t i = 0; i < building.spots.size(); ++i)
        if (building.spots[i].space == space) out.push_back(AssemblySpotId{i});
    return out;
}

/// Least value over a target segment: people pass a wide opening where it suits them.
double least_over(const DistanceField& field, const Segment& target) {
    double least = std::numeric_limits<double>::infinity();
    for (const double t : {0.1, 0.3, 0.5, 0.7, 0.9})
        least = std::min(least, field.at(target.a + t * (target.b - target.a)));
    return least;
}

}  // namespace

SpaceFields::SpaceFields(const Building& building, SpaceId space, Surroundings surroundings)
    : building_(building),
      space_(space),
      surroundings_(std::move(surroundings)),
      spots_(spots_in(building, space)),
      to_openings_(building.space(space).openings.size()),
      to_spots_(spots_.size()) {
    const Space& is = building.space(space);
    if (is.flight) incline_ = 1.0 / is.flight->plan_per_incline();
}

std::size_t SpaceFields::place(OpeningId opening) const {
    const auto& doors = building_.space(space_).openings;
    return static_cast<std::size_t>(std::lower_bound(doors.begin(), doors.end(), opening) - doors.begin());
}

const FreeSpace& SpaceFields::grid() const {
    return grid_.get(
        [&] { return FreeSpace(building_, space_, field_settings_for(building_, space_), surroundings_); });
}

const DistanceField& SpaceFields::to(OpeningId opening) const {
    assert(building_.opening(opening).joins(space_) && "a field leads to an opening of its own space");
    return to_openings_[place(opening)].get([&] { return make_field(building_, grid(), space_, opening); });
}

const DistanceField& SpaceFields::to(AssemblySpotId id) const {
    const auto at = static_cast<std::size_t>(std::lower_bound(spots_.begin(), spots_.end(), id) - spots_.begin());
    const AssemblySpot& spot = building_.spot(id);
    return to_spots_[at].get([&] { return make_field(grid(), spot.at, spot.radius_m); });
}

const DistanceField& SpaceFields::to_middle() const {
    return to_middle_.get([&] { return make_field(grid(), inner_point(building_.space(space_).area), room_radius_m); });
}

double SpaceFields::from_m(OpeningId opening, const DistanceField& field) const {
    return incline_ * least_over(field, field_target(building_, space_, opening));
}

std::vector<double> SpaceFields::all_between() const {
    const std::vector<OpeningId>& doors = building_.space(space_).openings;
    const std::size_t n = doors.size();
    std::vector<double> out(n * n, 0.0);
    for (std::size_t a = 0; a < n; ++a)
        for (std::size_t b = a + 1; b < n; ++b) out[a * n + b] = out[b * n + a] = from_m(doors[b], to(doors[a]));
    return out;
}

double SpaceFields::between_m(OpeningId a, OpeningId b) const {
    const auto& all = between_.get([&] { return all_between(); });
    return all[place(a) * to_openings_.size() + place(b)];
}

std::size_t SpaceFields::bytes() const {
    std::size_t sum = 0;
    const auto add = [&sum](const auto& made) {
        if (const auto* ready = made.peek()) sum += ready->bytes();
    };
    add(grid_), add(to_middle_);
    for (const auto* all : {&to_openings_, &to_spots_})
        for (const auto& one : *all) add(one);
    return sum;
}

std::size_t SpaceFields::fields_made() const {
    std::size_t made = to_middle_.peek() != nullptr ? 1 : 0;
    for (const auto* all : {&to_openings_, &to_spots_})
        for (const auto& one : *all) made += one.peek() != nullptr ? 1 : 0;
    return made;
}

}  // namespace muster::routing
