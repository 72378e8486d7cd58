// SPDX-License-Identifier: Apache-2.0
#include "sim/routing/free_space.h"

#include <array>
#include <cassert>
#include <limits>

namespace muster::routing {

namespace {

Box box_around(const Ring& outer, const std::vector<Ring>& slots) {
    Box box = bounds(outer);
    for (const Ring& slot : slots) {
        const Box b = bounds(slot);
        box.low = {std::min(box.low.x, b.low.x), std::min(box.low.y, b.low.y)};
        box.high = {std::max(box.high.x, b.high.x), std::max(box.high.y, b.high.y)};
    }
    return box;
}

/// The slot with the cells behind its far end: what shuts the grid there is no wall.
Ring mouth_of(Opening opening, SpaceId space, double cell_m) {
    (opening.from == space ? opening.depth_to_m : opening.depth_from_m) += 1.5 * cell_m;
    return slot_of(opening);
}

bool in_any(const std::vector<Ring>& rings, Vec2 p) {
    return std::any_of(rings.begin(), rings.end(), [p](const Ring& ring) { return contains(ring, p); });
}

struct Stamp {  // how a wall on one side of a cell slows a cell near it
    int column, row;
    float slowness;
};

// Stamps of a wall face on the side (dx, dy) of cell (0,0), one cell long, half a cell from its centre.
std::vector<Stamp> stamps_of(const FieldSettings& s, int dx, int dy) {
    std::vector<Stamp> out;
    const int reach = static_cast<int>(std::ceil(s.clearance_m / s.cell_m)) + 1;
    for (int row = -reach; row <= reach; ++row) {
        for (int column = -reach; column <= reach; ++column) {
            const double away = (0.5 - (column * dx + row * dy)) * s.cell_m;
            const double aside = std::max(0.0, std::abs(column * dy) + std::abs(row * dx) - 0.5) * s.cell_m;
            const double clearance = std::hypot(away, aside);
            if (away < 0.0 || clearance >= s.clearance_m) continue;
            const double share = 1.0 - clearance / s.clearance_m;
            const double soft = 1.0 + (s.clearance_slowness - 1.0) * share;
            out.push_back({column, row, static_cast<float>(clearance < s.tight_m ? s.tight_slowness : soft)});
        }
    }
    return out;
}

}  // namespace

FreeSpace::FreeSpace(const Building& building, SpaceId space)
    : FreeSpace(building, space, field_settings_for(building, space)) {}

FreeSpace::FreeSpace(const Building& building, SpaceId space, const FieldSettings& settings,
                     const Surroundings& surroundings)
    : building_(&building),
      space_(&building.space(space)),
      settings_(settings),
      turn_(along_walls(space_->area.outer)) {
    area_.push_back(to_grid(turn_, space_->area.outer));
    for (const Ring& hole : space_->area.holes) area_.push_back(to_grid(turn_, hole));
    for (const OpeningId id : space_->openings) {
        slots_.push_back(to_grid(turn_, slot_of(building.opening(id))));
        mouths_.push_back(to_grid(turn_, mouth_of(building.opening(id), space, settings.cell_m)));
    }
    for (const ObstacleId id : space_->obstacles) obstacles_.push_back(to_grid(turn_, building.obstacle(id).outline));
    lattice_ = lattice_over(box_around(area_.front(), slots_), settings.cell_m);
    draw();
    open_neighbours();
    for (const Ring& ring : area_) part_by_edges(ring, true);
    for (const Ring& ring : obstacles_) part_by_edges(ring, false);
    for (const Segment& barrier : surroundings.barriers) part_by_edges(to_grid(turn_, {barrier.a, barrier.b}), false);
    max_slowness_ = std::max(1.0, settings.clearance_slowness) * std::max(1.0, surroundings.band_slowness);
    slow_down_near_walls();
    slow_down_by_facades(surroundings);
}

void FreeSpace::draw() {
    free_.assign(lattice_.size(), 0);
    std::vector<const Ring*> rings;
    for (const Ring& ring : area_) rings.push_back(&ring);
    fill(lattice_, rings, 1, free_);
    for (const Ring& slot : slots_) fill(lattice_, {&slot}, 1, free_);
    for (const Ring& ring : obstacles_) fill(lattice_, {&ring}, 0, free_);
}

void FreeSpace::open_neighbours() {
    open_.assign(lattice_.size(), 0);
    for (int row = 1; row + 1 < lattice_.rows; ++row) {
        for (int column = 1; column + 1 < lattice_.columns; ++column) {
            const int cell = lattice_.index(column, row);
            if (!free(cell)) continue;
            const int open = (free(cell - 1) ? left : 0) | (free(cell + 1) ? right : 0) |
                             (free(cell - lattice_.columns) ? down : 0) | (free(cell + lattice_.columns) ? up : 0);
            open_[static_cast<std::size_t>(cell)] = static_cast<std::uint8_t>(open);
        }
    }
}

void FreeSpace::close(int cell, Side side) {
    std::uint8_t& open = open_[static_cast<std::size_t>(cell)];
    open = static_cast<std::uint8_t>(open & ~side);
}

// An edge between two free centres belongs to something thinner than a cell (or to a wall without thickness at a slot,
// where people pass): nobody steps across it.
void FreeSpace::part_by_edges(const Ring& ring, bool slots_pass) {
    for_crossings<&Vec2::x, &Vec2::y>(lattice_, ring, [&](int row, double x) {
        const int column = lattice_.line_after(x - lattice_.origin.x) - 1;
        if (!lattice_.holds(column, row) || !lattice_.holds(column + 1, row)) return;
        const int cell = lattice_.index(column, row);
        if (!free(cell) || !free(cell + 1)) return;
        if (slots_pass && in_any(slots_, {x, lattice_.centre(cell).y})) return;
        close(cell, right), close(cell + 1, left);
    });
    for_crossings<&Vec2::y, &Vec2::x>(lattice_, ring, [&](int column, double y) {
        const int row = lattice_.line_after(y - lattice_.origin.y) - 1;
        if (!lattice_.holds(column, row) || !lattice_.holds(column, row + 1)) return;
        const int cell = lattice_.index(column, row), above = lattice_.index(column, row + 1);
        if (!free(cell) || !free(above)) return;
        if (slots_pass && in_any(slots_, {lattice_.centre(cell).x, y})) return;
        close(cell, up), close(above, down);
    });
}

void FreeSpace::slow_down_near_walls() {
    slowness_.assign(lattice_.size(), 1.0F);
    if (settings_.clearance_slowness <= 1.0) return;
    const std::array<std::vector<Stamp>, 4> stamps{stamps_of(settings_, -1, 0), stamps_of(settings_, 1, 0),
                                                   stamps_of(settings_, 0, -1), stamps_of(settings_, 0, 1)};
    const std::array<int, 4> steps{-1, 1, -lattice_.columns, lattice_.columns};
    for (int cell = 0; cell < static_cast<int>(lattice_.size()); ++cell) {
        const unsigned open = open_[static_cast<std::size_t>(cell)];
        if (!free(cell) || open == (left | right | down | up)) continue;
        const int column = cell % lattice_.columns, row = cell / lattice_.columns;
        for (unsigned side = 0; side < 4; ++side) {
            if ((open >> side & 1U) != 0 || opens_out(cell + steps[side])) continue;
            for (const Stamp& s : stamps[side]) {
                if (!lattice_.holds(column + s.column, row + s.row)) continue;
                float& slow = slowness_[static_cast<std::size_t>(lattice_.index(column + s.column, row + s.row))];
                slow = std::max(slow, s.slowness);
            }
        }
    }
}

void FreeSpace::slow_down_by_facades(const Surroundings& around) {
    std::vector<bool> in_band(lattice_.size(), false);
    for (const Segment& facade : around.facades) {
        const Segment line{turn_.to_grid(facade.a), turn_.to_grid(facade.b)};
        const auto first = [&](double v, double at) {
            return static_cast<int>(std::max(0.0, std::floor((v - around.band_m - at) / lattice_.cell_m)));
        };
        const auto last = [&](double v, double at, int n) {
            return static_cast<int>(std::min(n - 1.0, std::ceil((v + around.band_m - at) / lattice_.cell_m)));
        };
        const int to_column = last(std::max(line.a.x, line.b.x), lattice_.origin.x, lattice_.columns);
        const int to_row = last(std::max(line.a.y, line.b.y), lattice_.origin.y, lattice_.rows);
        for (int row = first(std::min(line.a.y, line.b.y), lattice_.origin.y); row <= to_row; ++row)
            for (int column = first(std::min(line.a.x, line.b.x), lattice_.origin.x); column <= to_column; ++column)
                if (distance_to(line, lattice_.centre(column, row)) <= around.band_m)
                    in_band[static_cast<std::size_t>(lattice_.index(column, row))] = true;
    }
    for (std::size_t cell = 0; cell < in_band.size(); ++cell)
        if (in_band[cell]) slowness_[cell] *= static_cast<float>(around.band_slowness);
}

bool FreeSpace::opens_out(int cell) const { return !free(cell) && in_any(mouths_, lattice_.centre(cell)); }

bool FreeSpace::holds(Vec2 p) const {
    if (!contains(space_->area, p) && !in_any(slots_, turn_.to_grid(p))) return false;
    return std::none_of(space_->obstacles.begin(), space_->obstacles.end(),
                        [&](ObstacleId id) { return contains(building_->obstacle(id).outline, p); });
}

Vec2 FreeSpace::nearest(Vec2 p) const {
    if (holds(p)) return p;
    double least = std::numeric_limits<double>::infinity();
    Vec2 best = p;
    for (int cell = 0; cell < static_cast<int>(lattice_.size()); ++cell) {
        if (!free(cell)) continue;
        const double d = distance(centre(cell), p);
        if (d < least) least = d, best = centre(cell);
    }
    return best;
}

bool FreeSpace::step_is_open(int from, int to) const {
    const int dx = to % lattice_.columns - from % lattice_.columns,
              dy = to / lattice_.columns - from / lattice_.columns;
    if (dx == 0 && dy == 0) return true;
    const auto open = [&](int cell, int side) { return (open_[static_cast<std::size_t>(cell)] & side) != 0; };
    const int across = dx < 0 ? left : right, along = dy < 0 ? down : up;
    if (dy == 0) return open(from, across);
    if (dx == 0) return open(from, along);
    return (open(from, across) && open(from + dx, along)) ||
           (open(from, along) && open(from + dy * lattice_.columns, across));
}

bool FreeSpace::sees(Vec2 p, Vec2 q) const {
    const int steps = static_cast<int>(std::ceil(2.0 * distance(p, q) / lattice_.cell_m));
    int last = lattice_.cell_at(turn_.to_grid(p));
    if (last < 0 || !free(last)) return false;
    for (int i = 1; i <= steps; ++i) {
        const int cell = lattice_.cell_at(turn_.to_grid(p + (1.0 * i / steps) * (q - p)));
        if (cell < 0 || !free(cell) || !step_is_open(last, cell)) return false;
        last = cell;
    }
    return true;
}

std::size_t FreeSpace::bytes() const {
    return sizeof(*this) + free_.capacity() + open_.capacity() + slowness_.capacity() * sizeof(float);
}

}  // namespace muster::routing
