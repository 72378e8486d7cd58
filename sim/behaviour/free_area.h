// SPDX-License-Identifier: Apache-2.0
// Where the middle of a body of a given radius may be inside a space, walls and obstacles considered. For placing
// people; the way through a space is sim/routing's.
#pragma once

#include <cstdint>
#include <vector>

#include "sim/model/building.h"

namespace muster::behaviour {

class FreeArea {
public:
    FreeArea(const Building& building, SpaceId space, double clearance_m);

    /// In the space, outside every obstacle, and at least the clearance from the boundary of both.
    [[nodiscard]] bool holds(Vec2 p) const;
    [[nodiscard]] const Box& box() const { return box_; }

private:
    struct Cell {
        std::vector<std::uint32_t> edges;      // within the clearance of some point of the cell
        std::vector<std::uint32_t> obstacles;  // whose box touches the cell
    };
    void add_ring(const Ring& ring);
    void add_edge(const Segment& edge);
    template <class Visit>
    void for_cells(Vec2 low, Vec2 high, Visit&& visit);
    [[nodiscard]] std::size_t cell_of(Vec2 p) const;

    const Polygon* area_;
    std::vector<const Ring*> obstacles_;
    std::vector<Segment> edges_;
    std::vector<Cell> cells_;
    Box box_;
    double clearance_, side_ = 1.0;
    int columns_ = 1, rows_ = 1;
};

/// The part of a space from which a body of radius `radius_m` can get to one of its openings, on a grid of 0.1 m.
/// Everywhere in spaces without obstacles or openings, and in those too large for the grid.
class ReachableArea {
public:
    ReachableArea(const Building& building, SpaceId space, double radius_m);
    [[nodiscard]] bool holds(Vec2 p) const;

private:
    void flood(std::vector<int> front);
    [[nodiscard]] int nearest_free(Vec2 p) const;

    bool everywhere_ = true;
    Vec2 origin_;
    int columns_ = 0, rows_ = 0;
    enum class Mark : std::uint8_t { blocked, free, reached };
    std::vector<Mark> marks_;
};

}  // namespace muster::behaviour
