// SPDX-License-Identifier: Apache-2.0
// The grid of one space and the fields over it, each made when first asked for, once, whichever thread asks.
#pragma once

#include <cstddef>
#include <vector>

#include "sim/routing/distance_field.h"
#include "sim/routing/free_space.h"
#include "sim/routing/lazy.h"

namespace muster::routing {

class SpaceFields {
public:
    /// `building` is not owned, and what concerns the space in it must not change any more.
    SpaceFields(const Building& building, SpaceId space, Surroundings surroundings = {});

    [[nodiscard]] const FreeSpace& grid() const;
    /// Pre: `opening` joins the space.
    [[nodiscard]] const DistanceField& to(OpeningId opening) const;
    /// Pre: the spot lies in the space.
    [[nodiscard]] const DistanceField& to(AssemblySpotId spot) const;
    /// To the middle of the space, as a destination.
    [[nodiscard]] const DistanceField& to_middle() const;
    /// Walking distance between the field targets of two of its openings; see Navigation::between_m.
    [[nodiscard]] double between_m(OpeningId a, OpeningId b) const;
    /// From the field target of an opening to a spot or to the middle.
    [[nodiscard]] double from_m(OpeningId opening, const DistanceField& field) const;
    /// Length factor: 1 / Flight::plan_per_incline() on flights, else 1.
    [[nodiscard]] double incline() const { return incline_; }
    [[nodiscard]] std::size_t bytes() const;
    [[nodiscard]] std::size_t fields_made() const;

private:
    [[nodiscard]] std::vector<double> all_between() const;
    [[nodiscard]] std::size_t place(OpeningId opening) const;

    const Building& building_;
    SpaceId space_;
    Surroundings surroundings_;
    double incline_ = 1.0;
    std::vector<AssemblySpotId> spots_;  // in it
    mutable Lazy<FreeSpace> grid_;
    mutable std::vector<Lazy<DistanceField>> to_openings_, to_spots_;
    mutable Lazy<DistanceField> to_middle_;
    mutable Lazy<std::vector<double>> between_;  // square, in the order of its openings
};

}  // namespace muster::routing
