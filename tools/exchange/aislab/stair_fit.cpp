// SPDX-License-Identifier: Apache-2.0
#include "tools/exchange/aislab/stair_fit.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "floorplans/polygon_ops.h"

namespace muster::aislab {

namespace {

struct Steps {
    int risers;  // for a whole storey
    double tread_m;
};
// From comfortable to as steep as old school stairs are. Assumed, not drawn.
constexpr std::array<Steps, 6> steps_tried{{{24, 0.28}, {24, 0.26}, {20, 0.26}, {20, 0.25}, {20, 0.24}, {20, 0.22}}};
constexpr std::array<double, 2> door_reaches_m{1.0, 2.0};
constexpr double min_floor_m = 0.95;  // in front of the steps
constexpr double min_landing_m = 1.1, largest_landing_m = 1.8;
constexpr double min_flight_m = 0.8, widest_half_flight_m = 1.8, widest_straight_m = 2.4;
constexpr double between_flights_m = 0.1;
constexpr double usual_arm_m = 2.2;  // two narrow flights abreast
constexpr double cell_m = 0.05;

struct Frame {  // u along the flights, v across; world = origin + u * along + v * across
    Vec2 origin, along, across;
    double length_m = 0.0, width_m = 0.0;
    [[nodiscard]] Vec2 at(double u, double v) const { return origin + u * along + v * across; }
    [[nodiscard]] Ring box(double u0, double u1, double v0, double v1) const {
        Ring ring{at(u0, v0), at(u1, v0), at(u1, v1), at(u0, v1)};
        if (signed_area(ring) < 0.0) std::reverse(ring.begin(), ring.end());
        return ring;
    }
};

struct Span {
    int row0 = 0, row1 = 0, column0 = 0, column1 = 0;  // half open
    // Cells of the block, as if it were no higher and no wider than this.
    [[nodiscard]] int cells(int max_rows, int max_columns) const {
        return std::min(row1 - row0, max_rows) * std::min(column1 - column0, max_columns);
    }
};

// Largest block of free cells (all-ones rectangle by row heights and a stack of rising columns).
Span largest_block(const std::vector<std::vector<char>>& free, int max_rows, int max_columns) {
    Span best;
    std::vector<int> height(free.front().size() + 1, 0);
    for (int row = 0; row < static_cast<int>(free.size()); ++row) {
        const auto& cells = free[static_cast<std::size_t>(row)];
        for (std::size_t c = 0; c < cells.size(); ++c) height[c] = cells[c] != 0 ? height[c] + 1 : 0;
        std::vector<int> rising;
        for (int c = 0; c < static_cast<int>(height.size()); ++c) {
            while (!rising.empty() &&
                   height[static_cast<std::size_t>(rising.back())] >= height[static_cast<std::size_t>(c)]) {
                const int h = height[static_cast<std::size_t>(rising.back())];
                rising.pop_back();
                const Span block{row + 1 - h, row + 1, rising.empty() ? 0 : rising.back() + 1, c};
                if (block.cells(max_rows, max_columns) > best.cells(max_rows, max_columns)) best = block;
            }
            rising.push_back(c);
        }
    }
    return best;
}

Vec2 direction_of(const Polygon& room) {
    Vec2 best{1.0, 0.0};
    double longest = 0.0;
    for (std::size_t i = 0, n = room.outer.size(); i < n; ++i) {
        const Segment s{room.outer[i], room.outer[(i + 1) % n]};
        if (s.length() > longest) longest = s.length(), best = s.direction();
    }
    return best;
}

// Rectangles along the room's longest wall that lie in the room on every storey: the largest, and the longest ones
// that are wide enough for two flights (an L-shaped room has its flights in one of its arms).
std::vector<Frame> common_rectangles(const std::vector<StairStorey>& storeys) {
    const Vec2 u = direction_of(*storeys.front().room), v = perpendicular(u);
    double u0 = 1e18, u1 = -1e18, v0 = 1e18, v1 = -1e18;
    for (const Vec2 p : storeys.front().room->outer) {
        u0 = std::min(u0, dot(p, u)), u1 = std::max(u1, dot(p, u));
        v0 = std::min(v0, dot(p, v)), v1 = std::max(v1, dot(p, v));
    }
    const auto columns = static_cast<std::size_t>((u1 - u0) / cell_m),
               rows = static_cast<std::size_t>((v1 - v0) / cell_m);
    if (columns == 0 || rows == 0 || columns * rows > 1'000'000) return {};
    const auto in_all = [&](std::size_t column, std::size_t row) {
        const Vec2 p = (u0 + static_cast<double>(column) * cell_m) * u + (v0 + static_cast<double>(row) * cell_m) * v;
        return std::all_of(storeys.begin(), storeys.end(), [&](const StairStorey& s) { return contains(*s.room, p); });
    };
    std::vector<std::vector<char>> corner(rows + 1, std::vector<char>(columns + 1, 0));
    for (std::size_t r = 0; r <= rows; ++r)
        for (std::size_t c = 0; c <= columns; ++c) corner[r][c] = in_all(c, r) ? 1 : 0;
    std::vector<std::vector<char>> free(rows, std::vector<char>(columns, 0));
    for (std::size_t r = 0; r < rows; ++r)
        for (std::size_t c = 0; c < columns; ++c)
            free[r][c] = corner[r][c] & corner[r][c + 1] & corner[r + 1][c] & corner[r + 1][c + 1];
    constexpr int any = 1 << 20, arm = static_cast<int>(usual_arm_m / cell_m);
    std::vector<Frame> out;
    for (const auto& [max_rows, max_columns] : {std::pair{any, any}, std::pair{arm, any}, std::pair{any, arm}}) {
        const Span b = largest_block(free, max_rows, max_columns);
        if (b.cells(any, any) > 0)
            out.push_back({(u0 + b.column0 * cell_m) * u + (v0 + b.row0 * cell_m) * v, u, v,
                           (b.column1 - b.column0) * cell_m, (b.row1 - b.row0) * cell_m});
    }
    return out;
}

// The four ways to walk a rectangle: along either side, from either end.
std::array<Frame, 4> turned(const Frame& f) {
    const Frame back{f.at(f.length_m, 0.0), -1.0 * f.along, f.across, f.length_m, f.width_m};
    const Frame side{f.origin, f.across, f.along, f.width_m, f.length_m};
    const Frame side_back{f.at(0.0, f.width_m), -1.0 * f.across, f.along, f.width_m, f.length_m};
    if (f.length_m >= f.width_m) return {f, back, side, side_back};
    return {side, side_back, f, back};
}

// The part of the room on one side of the line u = at.
std::optional<Polygon> part_of(const Polygon& room, const Frame& f, double at, bool before) {
    constexpr double far = 1000.0;
    const Polygon half{before ? f.box(-far, at, -far, far) : f.box(at, far, -far, far), {}};
    const auto pieces = floorplans::intersection(room, half);
    if (!pieces || pieces->empty()) return std::nullopt;
    return *std::max_element(pieces->begin(), pieces->end(),
                             [](const Polygon& a, const Polygon& b) { return area(a) < area(b); });
}

bool doors_fit(const StairStorey& storey, const Polygon& floor, const std::vector<Polygon>& steps, double reach_m) {
    DoorSurroundings around{storey.rooms, {}};
    around.rooms.push_back(&floor);
    for (const Polygon& p : steps) around.rooms.push_back(&p);
    for (const StairDoor& door : storey.doors) {
        std::string why;
        const auto fitted = fit_door({&floor, door.other, door.near, door.width_m, true, reach_m}, around, why);
        if (!fitted) return false;
        around.slots.push_back(slot_ring(*fitted));
    }
    return true;
}

// Steps of a layout are walls to the doors of every storey but the top one, over which there is nothing.
bool all_doors_fit(const std::vector<StairStorey>& storeys, const StairLayout& layout, double reach_m) {
    std::vector<Polygon> steps;
    for (const FittedFlight& f : layout.flights) steps.push_back({f.area, {}});
    if (layout.landing) steps.push_back({*layout.landing, {}});
    for (std::size_t i = 0; i < storeys.size(); ++i)
        if (!doors_fit(storeys[i], layout.floors[i], steps, reach_m)) return false;
    return true;
}

std::optional<StairLayout> two_flights(const std::vector<StairStorey>& storeys, const Frame& f, Steps s,
                                       double height_m) {
    StairLayout out;
    out.risers = s.risers / 2;
    out.riser_m = height_m / s.risers;
    out.tread_m = s.tread_m;
    out.width_m = std::min(widest_half_flight_m, 0.5 * (f.width_m - between_flights_m));
    if (out.width_m < min_flight_m) return std::nullopt;
    const double run = (out.risers - 1) * s.tread_m;
    const double landing = std::clamp(out.width_m, min_landing_m, largest_landing_m);
    const double foot = f.length_m - landing - run, half = foot + run, w = out.width_m, b = f.width_m;
    if (foot < min_floor_m) return std::nullopt;
    for (const StairStorey& storey : storeys) {
        auto floor = part_of(*storey.room, f, foot, true);
        if (!floor) return std::nullopt;
        out.floors.push_back(std::move(*floor));
    }
    out.flights.push_back(
        {f.box(foot, half, 0.0, w), {f.at(foot, 0.0), f.at(foot, w)}, {f.at(half, 0.0), f.at(half, w)}, false});
    out.flights.push_back(
        {f.box(foot, half, b - w, b), {f.at(half, b - w), f.at(half, b)}, {f.at(foot, b - w), f.at(foot, b)}, true});
    out.landing = f.box(half, f.length_m, 0.0, b);
    return out;
}

std::optional<StairLayout> one_flight(const std::vector<StairStorey>& storeys, const Frame& f, Steps s, double height_m,
                                      double slack_share) {
    if (storeys.size() != 2) return std::nullopt;
    StairLayout out;
    out.risers = s.risers;
    out.riser_m = height_m / s.risers;
    out.tread_m = s.tread_m;
    out.width_m = std::min(widest_straight_m, f.width_m);
    const double run = (s.risers - 1) * s.tread_m, slack = f.length_m - run - 2.0 * min_floor_m;
    if (slack < 0.0 || out.width_m < min_flight_m) return std::nullopt;
    const double foot = min_floor_m + slack_share * slack, head = foot + run;
    auto low = part_of(*storeys[0].room, f, foot, true), high = part_of(*storeys[1].room, f, head, false);
    if (!low || !high) return std::nullopt;
    out.floors = {std::move(*low), std::move(*high)};
    out.flights.push_back({f.box(foot, head, 0.0, out.width_m),
                           {f.at(foot, 0.0), f.at(foot, out.width_m)},
                           {f.at(head, 0.0), f.at(head, out.width_m)},
                           false});
    return out;
}

std::optional<StairLayout> fit_in(const std::vector<StairStorey>& storeys, const Frame& f, Steps s, double height_m,
                                  double reach_m) {
    auto two = two_flights(storeys, f, s, height_m);
    if (two && all_doors_fit(storeys, *two, reach_m)) return two;
    for (const double share : {0.5, 0.1, 0.9}) {
        auto one = one_flight(storeys, f, s, height_m, share);
        if (one && all_doors_fit(storeys, *one, reach_m)) return one;
    }
    return std::nullopt;
}

}  // namespace

std::optional<StairLayout> fit_stair(const std::vector<StairStorey>& storeys, double storey_height_m) {
    const std::vector<Frame> rectangles = common_rectangles(storeys);
    for (const double reach : door_reaches_m)
        for (const Steps& s : steps_tried)
            for (const Frame& rectangle : rectangles)
                for (const Frame& f : turned(rectangle))
                    if (auto layout = fit_in(storeys, f, s, storey_height_m, reach)) return layout;
    return std::nullopt;
}

}  // namespace muster::aislab
