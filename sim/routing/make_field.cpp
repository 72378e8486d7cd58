// SPDX-License-Identifier: Apache-2.0
// Making a field: exact distances close to the target, fast marching from there, the way down from the result.
#include "sim/routing/make_field.h"

#include <cmath>
#include <limits>

#include "sim/routing/distance_field.h"
#include "sim/routing/fast_marching.h"
#include "sim/routing/free_space.h"

namespace muster::routing {

namespace {

constexpr double exact_within_m = 1.0;
// From the end of the slot (0.03 m inside the wall's face) to the segment a field leads to (0.07 m inside of it).
constexpr double beyond_slot_m = 0.04;
constexpr double fine_area_m2 = 500.0, coarse_area_m2 = 2000.0;
constexpr double on_target_m = 1e-9;

/// The slot, drawn out to the target segment: a box across the opening. Distance 0 inside.
class OpeningTarget {
public:
    OpeningTarget(const Opening& opening, SpaceId space)
        : middle_(opening.at.middle()), along_(opening.at.direction()), inward_(opening.normal_into(space)) {
        const bool from = opening.from == space;
        near_ = (from ? opening.depth_from_m : opening.depth_to_m) + beyond_slot_m;
        far_ = from ? opening.depth_to_m : opening.depth_from_m;
        half_ = 0.5 * opening.at.length();
    }
    [[nodiscard]] Segment segment() const {
        const Vec2 m = middle_ + near_ * inward_;
        return {m - half_ * along_, m + half_ * along_};
    }
    [[nodiscard]] Vec2 closest(Vec2 p) const {
        const double u = std::clamp(dot(p - middle_, along_), -half_, half_);
        const double v = std::clamp(dot(p - middle_, inward_), -far_, near_);
        return middle_ + u * along_ + v * inward_;
    }
    [[nodiscard]] Vec2 inside_heading(Vec2 /*p*/) const { return -1.0 * inward_; }
    [[nodiscard]] double reach_m() const { return half_ + std::max(near_, far_) + exact_within_m; }
    [[nodiscard]] Vec2 middle() const { return middle_; }

private:
    Vec2 middle_, along_, inward_;
    double near_, far_, half_;
};

class PointTarget {
public:
    PointTarget(Vec2 at, double radius_m) : at_(at), radius_(radius_m) {}
    [[nodiscard]] Vec2 closest(Vec2 p) const {
        const double d = distance(p, at_);
        return d <= radius_ ? p : at_ + (radius_ / d) * (p - at_);
    }
    [[nodiscard]] Vec2 inside_heading(Vec2 p) const { return normalised(at_ - p); }
    [[nodiscard]] double reach_m() const { return radius_ + exact_within_m; }
    [[nodiscard]] Vec2 middle() const { return at_; }

private:
    Vec2 at_;
    double radius_;
};

DistanceField::Heading heading_of(Vec2 direction) {
    return {static_cast<std::int8_t>(std::lround(127.0 * direction.x)),
            static_cast<std::int8_t>(std::lround(127.0 * direction.y))};
}

/// visit(cell) for the free cells in the square of `reach_m` around `middle`.
template <class Visit>
void for_free_near(const FreeSpace& over, Vec2 where, double reach_m, Visit&& visit) {
    const Lattice& on = over.lattice();
    const Vec2 middle = over.turn().to_grid(where);
    const auto low = [&](double v, double at) {
        return static_cast<int>(std::max(0.0, (v - reach_m - at) / on.cell_m));
    };
    const auto high = [&](double v, double at, int n) {
        return static_cast<int>(std::min(n - 1.0, std::ceil((v + reach_m - at) / on.cell_m)));
    };
    for (int row = low(middle.y, on.origin.y); row <= high(middle.y, on.origin.y, on.rows); ++row)
        for (int column = low(middle.x, on.origin.x); column <= high(middle.x, on.origin.x, on.columns); ++column)
            if (over.free(on.index(column, row))) visit(on.index(column, row));
}

/// Exact values for the cells within 1 m that see the target; on a grid too coarse to have one, for the nearest cell.
template <class Target>
std::vector<int> seed(const FreeSpace& over, const Target& target, std::vector<float>& cost) {
    std::vector<int> seeds;
    int nearest = -1;
    double least = exact_within_m;
    for_free_near(over, target.middle(), target.reach_m(), [&](int cell) {
        const Vec2 p = over.centre(cell);
        const Vec2 to = target.closest(p);
        const double d = distance(p, to);
        if (d < least) least = d, nearest = cell;
        if (d > exact_within_m || !over.sees(p, to)) return;
        cost[static_cast<std::size_t>(cell)] = static_cast<float>(d);
        seeds.push_back(cell);
    });
    if (seeds.empty() && nearest >= 0) {
        cost[static_cast<std::size_t>(nearest)] = static_cast<float>(least);
        seeds.push_back(nearest);
    }
    return seeds;
}

/// Fall of the cost along one axis, towards the lower open neighbour; second order where the next one is open too.
double fall(const FreeSpace& over, const std::vector<float>& cost, int cell, int stride) {
    const auto& open = over.open_sides();
    const unsigned minus = stride == 1 ? FreeSpace::left : FreeSpace::down;
    const unsigned plus = stride == 1 ? FreeSpace::right : FreeSpace::up;
    const auto value = [&](int c) { return static_cast<double>(cost[static_cast<std::size_t>(c)]); };
    const auto is_open = [&](int c, unsigned side) { return (open[static_cast<std::size_t>(c)] & side) != 0; };
    const double here = value(cell);
    int step = 0;
    if (is_open(cell, minus) && value(cell - stride) < here) step = -stride;
    if (is_open(cell, plus) && value(cell + stride) < (step == 0 ? here : value(cell + step))) step = stride;
    if (step == 0) return 0.0;
    const double sign = step > 0 ? 1.0 : -1.0, near = value(cell + step);
    if (is_open(cell + step, step > 0 ? plus : minus) && value(cell + 2 * step) < near) {
        const double second = 0.5 * (3.0 * here - 4.0 * near + value(cell + 2 * step));
        if (second > 0.0) return sign * second;
    }
    return sign * (here - near);
}

void find_headings(const FreeSpace& over, DistanceField& field) {
    const auto& cost = field.cost;
    for (int cell = 0; cell < static_cast<int>(cost.size()); ++cell) {
        if (!std::isfinite(cost[static_cast<std::size_t>(cell)])) continue;
        const Vec2 down{fall(over, cost, cell, 1), fall(over, cost, cell, field.columns)};
        field.headings[static_cast<std::size_t>(cell)] = heading_of(normalised(down));
    }
}

template <class Target>
DistanceField make(const FreeSpace& over, const Target& target) {
    DistanceField out;
    const Lattice& on = over.lattice();
    out.turn = over.turn();
    out.origin = on.origin;
    out.cell_m = on.cell_m;
    out.columns = on.columns;
    out.rows = on.rows;
    // Slowness times the diagonal, and a little for the error of the grid.
    out.widest_step = static_cast<float>(1.6 * on.cell_m * over.max_slowness());
    out.cost.assign(on.size(), std::numeric_limits<float>::infinity());
    out.headings.assign(on.size(), {});
    const std::vector<int> seeds = seed(over, target, out.cost);
    march(over, seeds, out.cost);
    find_headings(over, out);
    for (const int cell : seeds) {
        const Vec2 p = over.centre(cell);
        const Vec2 way = target.closest(p) - p;
        const Vec2 heading = length(way) > on_target_m ? normalised(way) : target.inside_heading(p);
        out.headings[static_cast<std::size_t>(cell)] = heading_of(over.turn().to_grid(heading));
    }
    return out;
}

}  // namespace

FieldSettings field_settings_for(const Building& building, SpaceId id) {
    const Space& space = building.space(id);
    const double size_m2 = area(space.area);
    const bool furnished = !space.obstacles.empty();
    FieldSettings out;
    if (size_m2 < fine_area_m2 || (furnished && !space.outdoor && size_m2 < coarse_area_m2))
        out.cell_m = 0.1;
    else
        out.cell_m = size_m2 < coarse_area_m2 || furnished ? 0.2 : 0.4;
    return out;
}

DistanceField make_field(const Building& building, const FreeSpace& over, SpaceId space, OpeningId target) {
    return make(over, OpeningTarget(building.opening(target), space));
}

DistanceField make_field(const Building& building, SpaceId space, OpeningId target) {
    return make_field(building, FreeSpace(building, space), space, target);
}

DistanceField make_field(const FreeSpace& over, Vec2 target, double radius_m) {
    return make(over, PointTarget(over.nearest(target), radius_m));
}

DistanceField make_field(const Building& building, SpaceId space, Vec2 target, double radius_m) {
    return make_field(FreeSpace(building, space), target, radius_m);
}

Segment field_target(const Building& building, SpaceId space, OpeningId opening) {
    return OpeningTarget(building.opening(opening), space).segment();
}

}  // namespace muster::routing
