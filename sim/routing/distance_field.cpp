// SPDX-License-Identifier: Apache-2.0
// Reading a field. Called for everybody in every motion step: the way over four reachable cells has no branch but one.
#include "sim/routing/distance_field.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

namespace muster::routing {

namespace {

constexpr double reach_outside_m = 0.6;  // the deepest slot (wall limit of the plan format)
constexpr double full_heading = 127.0;
constexpr double min_agreement = 0.3;  // of the mean of four unit vectors: below it they cancel (a ridge)

}  // namespace

/// The four cell centres around a point, with their bilinear weights.
struct DistanceField::Square {
    std::array<std::size_t, 4> cell{};
    std::array<double, 4> weight{};
    std::array<float, 4> cost{};

    [[nodiscard]] bool smooth(float widest) const {  // false also when one is infinite
        const float high = std::max(std::max(cost[0], cost[1]), std::max(cost[2], cost[3]));
        const float low = std::min(std::min(cost[0], cost[1]), std::min(cost[2], cost[3]));
        return high - low <= widest;
    }
    /// Drops the unreachable corners, and all but the heaviest when a wall parts the others. False: none is left.
    bool keep_reachable(float widest) {
        double sum = 0.0;
        float low = std::numeric_limits<float>::infinity(), high = 0.0F;
        std::size_t heaviest = 4;
        for (std::size_t i = 0; i < 4; ++i) {
            if (!std::isfinite(cost[i])) {
                weight[i] = 0.0, cost[i] = 0.0F;
                continue;
            }
            weight[i] += 1e-9;  // a corner of weight zero may be the only one left
            sum += weight[i];
            low = std::min(low, cost[i]), high = std::max(high, cost[i]);
            if (heaviest == 4 || weight[i] > weight[heaviest]) heaviest = i;
        }
        if (heaviest == 4) return false;
        for (std::size_t i = 0; i < 4; ++i) weight[i] /= sum;
        if (high - low > widest)
            for (std::size_t i = 0; i < 4; ++i) weight[i] = i == heaviest ? 1.0 : 0.0;
        return true;
    }
};

bool DistanceField::square_at(Vec2 p, Square& out) const {
    const double x = (p.x - origin.x) / cell_m, y = (p.y - origin.y) / cell_m;
    if (!(x >= 0.0 && y >= 0.0 && x < columns - 1 && y < rows - 1)) return false;
    const int column = static_cast<int>(x), row = static_cast<int>(y);
    const double fx = x - column, fy = y - row;
    const auto first = static_cast<std::size_t>(row * columns + column);
    const auto above = first + static_cast<std::size_t>(columns);
    out.cell = {first, first + 1, above, above + 1};
    out.weight = {(1.0 - fx) * (1.0 - fy), fx * (1.0 - fy), (1.0 - fx) * fy, fx * fy};
    out.cost = {cost[first], cost[first + 1], cost[above], cost[above + 1]};
    return true;
}

Vec2 DistanceField::centre(int cell) const {
    return {origin.x + (cell % columns) * cell_m, origin.y + (cell / columns) * cell_m};
}

int DistanceField::nearest_reachable(Vec2 p) const {
    if (!std::isfinite(p.x) || !std::isfinite(p.y)) return -1;
    const double limit = reach_outside_m + 0.5 * cell_m;
    const auto clamp = [this](double v, double at, int n) {
        return static_cast<int>(std::clamp((v - at) / cell_m, 0.0, n - 1.0));
    };
    const int left = clamp(p.x - limit, origin.x, columns), right = clamp(p.x + limit, origin.x, columns);
    const int bottom = clamp(p.y - limit, origin.y, rows), top = clamp(p.y + limit, origin.y, rows);
    double least = limit;
    int best = -1;
    for (int row = bottom; row <= top; ++row) {
        for (int column = left; column <= right; ++column) {
            const int cell = row * columns + column;
            if (!std::isfinite(cost[static_cast<std::size_t>(cell)])) continue;
            const double d = distance(centre(cell), p);
            if (d < least) least = d, best = cell;
        }
    }
    return best;
}

double DistanceField::at(Vec2 in_plan) const {
    const Vec2 p = turn.to_grid(in_plan);
    Square s;
    if (square_at(p, s) && (s.smooth(widest_step) || s.keep_reachable(widest_step)))
        return s.weight[0] * s.cost[0] + s.weight[1] * s.cost[1] + s.weight[2] * s.cost[2] + s.weight[3] * s.cost[3];
    const int cell = nearest_reachable(p);
    return cell < 0 ? infinity : cost[static_cast<std::size_t>(cell)] + distance(centre(cell), p);
}

Vec2 DistanceField::descent(Vec2 in_plan) const {
    const Vec2 p = turn.to_grid(in_plan);
    Square s;
    if (square_at(p, s) && (s.smooth(widest_step) || s.keep_reachable(widest_step))) {
        Vec2 sum;
        for (std::size_t i = 0; i < 4; ++i) {
            const Heading h = headings[s.cell[i]];
            sum += s.weight[i] * Vec2{static_cast<double>(h.x), static_cast<double>(h.y)};
        }
        const double n = dot(sum, sum);
        constexpr double least = min_agreement * full_heading;
        if (n > least * least) return turn.to_plan((1.0 / std::sqrt(n)) * sum);
        const auto heaviest =
            static_cast<std::size_t>(std::max_element(s.weight.begin(), s.weight.end()) - s.weight.begin());
        const Heading h = headings[s.cell[heaviest]];
        return turn.to_plan(normalised({static_cast<double>(h.x), static_cast<double>(h.y)}));
    }
    const int cell = nearest_reachable(p);
    return cell < 0 ? Vec2{} : turn.to_plan(normalised(centre(cell) - p));
}

std::size_t DistanceField::bytes() const {
    return sizeof(*this) + cost.capacity() * sizeof(float) + headings.capacity() * sizeof(Heading);
}

}  // namespace muster::routing
