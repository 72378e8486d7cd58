// SPDX-License-Identifier: Apache-2.0
#include "sim/behaviour/placement.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <utility>

#include "sim/behaviour/free_area.h"

namespace muster::behaviour {

namespace {

constexpr double max_cells = 250000.0;

// Points that keep a distance from each other, found again by a grid of linked lists.
class SpacedPoints {
public:
    SpacedPoints(const Box& box, double spacing_m) : box_(box), spacing_(spacing_m) {
        const Vec2 size = box.high - box.low;
        side_ = std::max({spacing_m, std::sqrt(size.x * size.y / max_cells), std::max(size.x, size.y) / max_cells});
        columns_ = static_cast<int>(size.x / side_) + 1;
        rows_ = static_cast<int>(size.y / side_) + 1;
        head_.assign(static_cast<std::size_t>(columns_) * static_cast<std::size_t>(rows_), -1);
    }

    void add(Vec2 p) {
        int& head = head_[cell(column(p), row(p))];
        points_.push_back({p, head});
        head = static_cast<int>(points_.size()) - 1;
    }

    [[nodiscard]] bool has_room_for(Vec2 p) const {
        for (int r = std::max(0, row(p) - 1); r <= std::min(rows_ - 1, row(p) + 1); ++r)
            for (int c = std::max(0, column(p) - 1); c <= std::min(columns_ - 1, column(p) + 1); ++c)
                for (int i = head_[cell(c, r)]; i >= 0; i = points_[static_cast<std::size_t>(i)].next)
                    if (distance(points_[static_cast<std::size_t>(i)].at, p) < spacing_) return false;
        return true;
    }

private:
    struct Point {
        Vec2 at;
        int next;
    };
    [[nodiscard]] int column(Vec2 p) const {
        return static_cast<int>(std::clamp((p.x - box_.low.x) / side_, 0.0, columns_ - 1.0));
    }
    [[nodiscard]] int row(Vec2 p) const {
        return static_cast<int>(std::clamp((p.y - box_.low.y) / side_, 0.0, rows_ - 1.0));
    }
    [[nodiscard]] std::size_t cell(int c, int r) const {
        return static_cast<std::size_t>(r) * static_cast<std::size_t>(columns_) + static_cast<std::size_t>(c);
    }

    Box box_;
    double spacing_, side_ = 1.0;
    int columns_ = 1, rows_ = 1;
    std::vector<int> head_;
    std::vector<Point> points_;
};

template <class T>
void shuffle(std::vector<T>& items, RandomStream& stream) {
    for (std::size_t i = items.size(); i > 1; --i) std::swap(items[i - 1], items[stream.below(i)]);
}

struct Task {
    const FreeArea& free;
    const ReachableArea* reachable;  // none = pockets are allowed too
    const std::vector<Vec2>& taken;
    std::size_t count;
    double spacing_m;

    [[nodiscard]] bool holds(Vec2 p) const { return free.holds(p) && (!reachable || reachable->holds(p)); }
    [[nodiscard]] SpacedPoints spaced() const {
        SpacedPoints points(free.box(), spacing_m);
        for (const Vec2 p : taken) points.add(p);
        return points;
    }
};

// One dart per cell of a grid, thrown in random order: a Poisson-disk sample where there is room.
void throw_darts(const Task& task, double cell_m, RandomStream& stream, SpacedPoints& spaced, std::vector<Vec2>& out) {
    const Vec2 low = task.free.box().low, size = task.free.box().high - low;
    const auto columns = static_cast<std::uint32_t>(size.x / cell_m) + 1;
    const auto rows = static_cast<std::uint32_t>(size.y / cell_m) + 1;
    std::vector<std::uint32_t> order(static_cast<std::size_t>(columns) * rows);
    for (std::size_t i = 0; i < order.size(); ++i) order[i] = static_cast<std::uint32_t>(i);
    // The order is drawn as it is used: most cells of a large hall are never looked at.
    for (std::size_t i = 0; i < order.size() && out.size() < task.count; ++i) {
        std::swap(order[i], order[i + stream.below(order.size() - i)]);
        const double x = order[i] % columns + stream.uniform(), y = order[i] / columns + stream.uniform();
        const Vec2 p = low + cell_m * Vec2{x, y};
        if (!spaced.has_room_for(p) || !task.holds(p)) continue;
        spaced.add(p);
        out.push_back(p);
    }
}

std::vector<Vec2> at_random(const Task& task, double area_m2, RandomStream& stream) {
    SpacedPoints spaced = task.spaced();
    std::vector<Vec2> out;
    const Vec2 size = task.free.box().high - task.free.box().low;
    // 16 cells a person keep the sample random in large halls; no cell is smaller than needed, nor are there too many.
    const double wide = std::sqrt(area_m2 / (16.0 * static_cast<double>(task.count)));
    const double least = std::sqrt(size.x * size.y / max_cells);
    for (const double cell : {std::max(wide, 0.7 * task.spacing_m), 0.5 * task.spacing_m, 0.25 * task.spacing_m})
        throw_darts(task, std::max(cell, least), stream, spaced, out);
    return out;
}

struct Lattice {
    Vec2 first;           // offset of its first point from the corner of the space's box, m
    bool square = false;  // else hexagonal, rows along x
};

std::vector<Vec2> on_lattice(const Task& task, const Lattice& lattice) {
    const SpacedPoints spaced = task.spaced();
    std::vector<Vec2> out;
    const Box& box = task.free.box();
    const double pitch = task.spacing_m * (1.0 + 1e-9), rise = lattice.square ? pitch : pitch * 0.8660254037844386;
    int row = 0;
    for (double y = box.low.y + lattice.first.y; y <= box.high.y; y += rise, ++row) {
        const double shift = lattice.square ? 0.0 : 0.5 * (row % 2) * pitch;
        for (double x = box.low.x + lattice.first.x + shift; x <= box.high.x; x += pitch)
            if (const Vec2 p{x, y}; task.holds(p) && spaced.has_room_for(p)) out.push_back(p);
    }
    return out;
}

// Row by row, each as close to those before as it goes: better than a lattice between rows of desks.
std::vector<Vec2> row_by_row(const Task& task) {
    SpacedPoints spaced = task.spaced();
    std::vector<Vec2> out;
    const Vec2 low = task.free.box().low, size = task.free.box().high - low;
    const double step = std::max(0.04, std::sqrt(size.x * size.y / max_cells));
    for (double y = 0.0; y <= size.y; y += step)
        for (double x = 0.0; x <= size.x; x += step) {
            const Vec2 p = low + Vec2{x, y};
            if (!spaced.has_room_for(p) || !task.holds(p)) continue;
            spaced.add(p);
            out.push_back(p);
        }
    return out;
}

std::vector<Vec2> packed(const Task& task, double radius_m, RandomStream& stream) {
    std::vector<Vec2> best = row_by_row(task);
    const Vec2 corner{radius_m * (1.0 + 1e-9), radius_m * (1.0 + 1e-9)};
    std::vector<Lattice> lattices{{corner, true}, {corner, false}};
    for (int i = 0; i < 3; ++i) lattices.push_back({task.spacing_m * Vec2{stream.uniform(), stream.uniform()}, false});
    for (const Lattice& lattice : lattices) {
        if (best.size() >= task.count) break;
        std::vector<Vec2> points = on_lattice(task, lattice);
        if (points.size() > best.size()) best = std::move(points);
    }
    shuffle(best, stream);
    if (best.size() > task.count) best.resize(task.count);
    return best;
}

}  // namespace

std::vector<Vec2> place_group(const Building& building, SpaceId space, int count, double radius_m, RandomStream& stream,
                              std::vector<Vec2>& taken) {
    const Space& in = building.space(space);
    if (count <= 0 || in.area.outer.size() < 3) return {};
    const double area_m2 = area(in.area);
    const FreeArea free(building, space, radius_m);
    const ReachableArea reachable(building, space, radius_m);
    const auto wanted = static_cast<std::size_t>(count);
    const Task task{free, &reachable, taken, wanted, 2.0 * radius_m + placement_gap_m};
    std::vector<Vec2> places = at_random(task, area_m2, stream);
    if (places.size() < wanted) {
        std::vector<Vec2> dense = packed(task, radius_m, stream);
        if (dense.size() > places.size()) places = std::move(dense);
    }
    taken.insert(taken.end(), places.begin(), places.end());
    if (places.size() < wanted && !in.obstacles.empty()) {
        const Task rest{free, nullptr, taken, wanted - places.size(), task.spacing_m};
        std::vector<Vec2> pockets = packed(rest, radius_m, stream);
        taken.insert(taken.end(), pockets.begin(), pockets.end());
        places.insert(places.end(), pockets.begin(), pockets.end());
    }
    return places;
}

}  // namespace muster::behaviour
