// SPDX-License-Identifier: Apache-2.0
#include "sim/behaviour/free_area.h"

#include <algorithm>
#include <cmath>

namespace muster::behaviour {

namespace {

constexpr double smallest_bucket_m = 0.5;
constexpr double max_buckets = 40000.0;
constexpr double reach_cell_m = 0.1;
constexpr double max_reach_cells = 250000.0;  // 2,500 m2; furniture does not lock people in on larger grounds

double squared_distance(const Segment& s, Vec2 p) {
    const Vec2 along = s.b - s.a, to = p - s.a;
    const double n = dot(along, along);
    const double t = n > 0.0 ? std::clamp(dot(to, along) / n, 0.0, 1.0) : 0.0;
    const Vec2 off = to - t * along;
    return dot(off, off);
}

int count_of(double length_m, double side_m) { return std::max(1, static_cast<int>(std::ceil(length_m / side_m))); }

}  // namespace

FreeArea::FreeArea(const Building& building, SpaceId space, double clearance_m)
    : area_(&building.space(space).area), box_(bounds(area_->outer)), clearance_(clearance_m) {
    const Vec2 size = box_.high - box_.low;
    side_ = std::max(smallest_bucket_m, std::sqrt(size.x * size.y / max_buckets));
    side_ = std::max(side_, std::max(size.x, size.y) / max_buckets);
    columns_ = count_of(size.x, side_);
    rows_ = count_of(size.y, side_);
    cells_.resize(static_cast<std::size_t>(columns_) * static_cast<std::size_t>(rows_));
    add_ring(area_->outer);
    for (const Ring& hole : area_->holes) add_ring(hole);
    for (const ObstacleId id : building.space(space).obstacles) {
        const Ring& outline = building.obstacle(id).outline;
        if (outline.size() < 3) continue;
        const auto index = static_cast<std::uint32_t>(obstacles_.size());
        obstacles_.push_back(&outline);
        const Box around = bounds(outline);
        for_cells(around.low, around.high, [&](Cell& cell) { cell.obstacles.push_back(index); });
        add_ring(outline);
    }
}

template <class Visit>
void FreeArea::for_cells(Vec2 low, Vec2 high, Visit&& visit) {
    const auto column = [&](double x) { return static_cast<int>(std::floor((x - box_.low.x) / side_)); };
    const auto row = [&](double y) { return static_cast<int>(std::floor((y - box_.low.y) / side_)); };
    const int c1 = std::min(column(high.x), columns_ - 1), r1 = std::min(row(high.y), rows_ - 1);
    for (int r = std::max(row(low.y), 0); r <= r1; ++r)
        for (int c = std::max(column(low.x), 0); c <= c1; ++c)
            visit(
                cells_[static_cast<std::size_t>(r) * static_cast<std::size_t>(columns_) + static_cast<std::size_t>(c)]);
}

void FreeArea::add_ring(const Ring& ring) {
    for (std::size_t i = 0; i < ring.size(); ++i) add_edge({ring[i], ring[(i + 1) % ring.size()]});
}

void FreeArea::add_edge(const Segment& edge) {
    const auto index = static_cast<std::uint32_t>(edges_.size());
    edges_.push_back(edge);
    const Vec2 margin{clearance_, clearance_};
    const Vec2 low{std::min(edge.a.x, edge.b.x), std::min(edge.a.y, edge.b.y)};
    const Vec2 high{std::max(edge.a.x, edge.b.x), std::max(edge.a.y, edge.b.y)};
    for_cells(low - margin, high + margin, [&](Cell& cell) { cell.edges.push_back(index); });
}

std::size_t FreeArea::cell_of(Vec2 p) const {
    const int c = std::clamp(static_cast<int>((p.x - box_.low.x) / side_), 0, columns_ - 1);
    const int r = std::clamp(static_cast<int>((p.y - box_.low.y) / side_), 0, rows_ - 1);
    return static_cast<std::size_t>(r) * static_cast<std::size_t>(columns_) + static_cast<std::size_t>(c);
}

bool FreeArea::holds(Vec2 p) const {
    if (p.x < box_.low.x || p.y < box_.low.y || p.x > box_.high.x || p.y > box_.high.y) return false;
    const Cell& cell = cells_[cell_of(p)];
    const double least = clearance_ * clearance_;
    for (const std::uint32_t i : cell.edges)
        if (squared_distance(edges_[i], p) < least) return false;
    for (const std::uint32_t i : cell.obstacles)
        if (contains(*obstacles_[i], p)) return false;
    return contains(*area_, p);
}

ReachableArea::ReachableArea(const Building& building, SpaceId space, double radius_m) {
    const Space& in = building.space(space);
    if (in.obstacles.empty() || in.openings.empty()) return;
    // Half a cell less than the radius, so that a gap just wide enough always holds a row of cells.
    const FreeArea free(building, space, std::max(0.01, radius_m - 0.5 * reach_cell_m));
    const Vec2 size = free.box().high - free.box().low;
    if (size.x * size.y > max_reach_cells * reach_cell_m * reach_cell_m) return;
    origin_ = free.box().low + Vec2{0.5 * reach_cell_m, 0.5 * reach_cell_m};
    columns_ = count_of(size.x, reach_cell_m);
    rows_ = count_of(size.y, reach_cell_m);
    marks_.resize(static_cast<std::size_t>(columns_) * static_cast<std::size_t>(rows_), Mark::blocked);
    for (int r = 0; r < rows_; ++r)
        for (int c = 0; c < columns_; ++c)
            if (free.holds(origin_ + reach_cell_m * Vec2{static_cast<double>(c), static_cast<double>(r)}))
                marks_[static_cast<std::size_t>(r * columns_ + c)] = Mark::free;
    std::vector<int> front;
    for (const OpeningId id : in.openings) {
        const Opening& o = building.opening(id);
        const double depth = o.from == space ? o.depth_from_m : o.depth_to_m;
        const int cell = nearest_free(o.at.middle() + (depth + radius_m) * o.normal_into(space));
        if (cell >= 0) front.push_back(cell);
    }
    everywhere_ = front.empty();
    flood(std::move(front));
}

int ReachableArea::nearest_free(Vec2 p) const {
    constexpr double reach_m = 1.0;
    int best = -1;
    double best_distance = reach_m;
    const Vec2 at = (1.0 / reach_cell_m) * (p - origin_);
    const int around = static_cast<int>(reach_m / reach_cell_m);
    const int c0 = static_cast<int>(std::lround(at.x)), r0 = static_cast<int>(std::lround(at.y));
    for (int r = std::max(0, r0 - around); r <= std::min(rows_ - 1, r0 + around); ++r)
        for (int c = std::max(0, c0 - around); c <= std::min(columns_ - 1, c0 + around); ++c) {
            const double d = reach_cell_m * std::hypot(c - at.x, r - at.y);
            if (marks_[static_cast<std::size_t>(r * columns_ + c)] == Mark::blocked || d >= best_distance) continue;
            best = r * columns_ + c;
            best_distance = d;
        }
    return best;
}

void ReachableArea::flood(std::vector<int> front) {
    for (const int i : front) marks_[static_cast<std::size_t>(i)] = Mark::reached;
    while (!front.empty()) {
        const int i = front.back();
        front.pop_back();
        for (int r = std::max(0, i / columns_ - 1); r <= std::min(rows_ - 1, i / columns_ + 1); ++r)
            for (int c = std::max(0, i % columns_ - 1); c <= std::min(columns_ - 1, i % columns_ + 1); ++c) {
                Mark& mark = marks_[static_cast<std::size_t>(r * columns_ + c)];
                if (mark != Mark::free) continue;
                mark = Mark::reached;
                front.push_back(r * columns_ + c);
            }
    }
}

bool ReachableArea::holds(Vec2 p) const {
    if (everywhere_) return true;
    const Vec2 at = (1.0 / reach_cell_m) * (p - origin_);
    const int c = std::clamp(static_cast<int>(std::lround(at.x)), 0, columns_ - 1);
    const int r = std::clamp(static_cast<int>(std::lround(at.y)), 0, rows_ - 1);
    return marks_[static_cast<std::size_t>(r * columns_ + c)] == Mark::reached;
}

}  // namespace muster::behaviour
