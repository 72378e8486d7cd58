// SPDX-License-Identifier: Apache-2.0
// A square grid laid over a space, and the drawing of rings onto it by scan lines.
#pragma once

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <vector>

#include "sim/geometry/polygon.h"

namespace muster::routing {

/// A turn about the origin. Grids lie along the walls of their space, else a corridor at 30 degrees would have jagged
/// walls and pass 7 % fewer people than the same one along x. No turn changes no bit.
struct Turn {
    Vec2 ahead{1.0, 0.0};  // unit vector: where the grid's x points in the plan
    [[nodiscard]] Vec2 to_grid(Vec2 p) const { return {dot(p, ahead), cross(ahead, p)}; }
    [[nodiscard]] Vec2 to_plan(Vec2 q) const { return {q.x * ahead.x - q.y * ahead.y, q.x * ahead.y + q.y * ahead.x}; }
};
/// Along the longest edge, less whole quarters; none for less than a thousandth of a degree.
[[nodiscard]] Turn along_walls(const Ring& outer);
[[nodiscard]] Ring to_grid(const Turn& turn, Ring ring);

struct Lattice {
    Vec2 origin;  // centre of cell (0,0)
    double cell_m = 0.1;
    int columns = 0, rows = 0;

    [[nodiscard]] std::size_t size() const {
        return static_cast<std::size_t>(columns) * static_cast<std::size_t>(rows);
    }
    [[nodiscard]] int index(int column, int row) const { return row * columns + column; }
    [[nodiscard]] Vec2 centre(int column, int row) const {
        return {origin.x + column * cell_m, origin.y + row * cell_m};
    }
    [[nodiscard]] Vec2 centre(int cell) const { return centre(cell % columns, cell / columns); }
    [[nodiscard]] bool holds(int column, int row) const {
        return column >= 0 && row >= 0 && column < columns && row < rows;
    }
    /// First row or column whose centres lie at or behind `offset` from the origin. The one rounding rule for what is
    /// inside an edge and what the edge parts.
    [[nodiscard]] int line_after(double offset) const { return static_cast<int>(std::ceil(offset / cell_m)); }
    /// Cell whose square holds p; -1 outside the lattice.
    [[nodiscard]] int cell_at(Vec2 p) const {
        const double column = std::floor((p.x - origin.x) / cell_m + 0.5);
        const double row = std::floor((p.y - origin.y) / cell_m + 0.5);
        const bool inside = column >= 0.0 && row >= 0.0 && column < columns && row < rows;  // false for NaN too
        return inside ? index(static_cast<int>(column), static_cast<int>(row)) : -1;
    }
};

/// Lattice over `box` with a margin of at least one cell all round.
[[nodiscard]] inline Lattice lattice_over(const Box& box, double cell_m) {
    Lattice out;
    out.cell_m = cell_m;
    out.origin = box.low - Vec2{1.5 * cell_m, 1.5 * cell_m};
    out.columns = static_cast<int>(std::ceil((box.high.x - box.low.x) / cell_m)) + 4;
    out.rows = static_cast<int>(std::ceil((box.high.y - box.low.y) / cell_m)) + 4;
    return out;
}

/// Where the ring's edges cross the lines through the cell centres: visit(line, position along the line).
/// Along = &Vec2::x, Across = &Vec2::y: the rows; swapped: the columns.
template <double Vec2::*Along, double Vec2::*Across, class Visit>
void for_crossings(const Lattice& on, const Ring& ring, Visit&& visit) {
    const int lines = Across == &Vec2::y ? on.rows : on.columns;
    for (std::size_t i = 0, n = ring.size(), j = n - 1; i < n; j = i++) {
        const Vec2 a = ring[i], b = ring[j];
        const double low = (std::min(a.*Across, b.*Across) - on.origin.*Across) / on.cell_m;
        const double high = (std::max(a.*Across, b.*Across) - on.origin.*Across) / on.cell_m;
        const int first = static_cast<int>(std::max(0.0, std::floor(low)));
        const int last = static_cast<int>(std::min(lines - 1.0, std::ceil(high)));
        for (int line = first; line <= last; ++line) {
            const double at = on.origin.*Across + line * on.cell_m;
            if ((a.*Across > at) == (b.*Across > at)) continue;
            visit(line, (b.*Along - a.*Along) * (at - a.*Across) / (b.*Across - a.*Across) + a.*Along);
        }
    }
}

/// Sets mask[cell] = value where a cell's centre lies inside (even-odd, so holes may follow their outer ring).
void fill(const Lattice& on, const std::vector<const Ring*>& rings, std::uint8_t value,
          std::vector<std::uint8_t>& mask);

}  // namespace muster::routing
