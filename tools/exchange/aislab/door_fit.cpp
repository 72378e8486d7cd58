// SPDX-License-Identifier: Apache-2.0
#include "tools/exchange/aislab/door_fit.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace muster::aislab {

namespace {

constexpr double deepest_wall_m = 0.60;  // between the centre line and either room
constexpr double usual_slide_m = 0.45;
constexpr double slide_step_m = 0.05;
constexpr double ray_margin_m = 0.01;  // rays run this far outside the jambs, so that kinks beside them do not jam
constexpr std::array<double, 3> narrow_widths_m{0.8, 0.7, 0.6};
constexpr std::array<double, 5> ray_places{-0.5, -0.25, 0.0, 0.25, 0.5};

struct Edge {
    Segment at;
    double length_m;
};

void add_edges(const Ring& ring, Vec2 near, double reach_m, std::vector<Edge>& edges) {
    for (std::size_t i = 0, n = ring.size(); i < n; ++i) {
        const Segment s{ring[i], ring[(i + 1) % n]};
        if (s.length() >= 0.3 && distance_to(s, near) <= reach_m) edges.push_back({s, s.length()});
    }
}

std::vector<Edge> edges_near(const Polygon& room, Vec2 near, double reach_m) {
    std::vector<Edge> edges;
    add_edges(room.outer, near, reach_m, edges);
    for (const Ring& hole : room.holes) add_edges(hole, near, reach_m, edges);
    return edges;
}

void add_hits(const Ring& ring, Vec2 p, Vec2 n, std::vector<double>& hits) {
    for (std::size_t i = 0, count = ring.size(); i < count; ++i) {
        const Vec2 a = ring[i] - p, e = ring[(i + 1) % count] - ring[i];
        const double parallel = cross(n, e);
        if (std::abs(parallel) < 1e-12) continue;
        const double d = cross(a, e) / parallel, u = cross(a, n) / parallel;
        if (u >= 0.0 && u <= 1.0 && std::abs(d) <= deepest_wall_m) hits.push_back(d);
    }
}

// Where the line p + d n passes between `room` (on the side of `side`: -1 behind, +1 ahead) and what is not it, nearest
// to p.
std::optional<double> wall_of(const Polygon& room, Vec2 p, Vec2 n, double side) {
    std::vector<double> hits;
    add_hits(room.outer, p, n, hits);
    for (const Ring& hole : room.holes) add_hits(hole, p, n, hits);
    std::sort(hits.begin(), hits.end(), [](double x, double y) { return std::abs(x) < std::abs(y); });
    for (const double d : hits)
        if (contains(room, p + (d + 0.02 * side) * n) && !contains(room, p + (d - 0.02 * side) * n)) return d;
    return std::nullopt;
}

bool apart_along(const Ring& p, const Ring& q, Vec2 axis) {
    const auto range = [axis](const Ring& ring) {
        std::pair<double, double> r{1e18, -1e18};
        for (const Vec2 v : ring) r = {std::min(r.first, dot(v, axis)), std::max(r.second, dot(v, axis))};
        return r;
    };
    const auto a = range(p), b = range(q);
    return a.second < b.first || b.second < a.first;
}

bool slots_meet(const Ring& p, const Ring& q) {
    for (const Ring* r : {&p, &q})
        for (const std::size_t i : {std::size_t{0}, std::size_t{1}})
            if (apart_along(p, q, normalised((*r)[i + 1] - (*r)[i]))) return false;
    return true;
}

class Fitter {
public:
    Fitter(const DoorWish& wish, const DoorSurroundings& around) : wish_(wish), around_(around) {
        edges_ = edges_near(*wish.a, wish.near, wish.reach_m);
        if (wish.b != nullptr) {
            const std::vector<Edge> more = edges_near(*wish.b, wish.near, wish.reach_m);
            edges_.insert(edges_.end(), more.begin(), more.end());
        }
        std::stable_sort(edges_.begin(), edges_.end(),
                         [](const Edge& x, const Edge& y) { return x.length_m > y.length_m; });
    }

    std::optional<FittedDoor> fit() {
        if (edges_.empty()) return give("import.door_off_wall");
        const double usual = std::min(usual_slide_m, wish_.reach_m);
        for (const double reach : {usual, wish_.reach_m}) {
            if (auto door = slide(wish_.width_m, reach)) return door;
            for (const double w : narrow_widths_m)
                if (wish_.may_narrow && w < wish_.width_m)
                    if (auto door = slide(w, reach)) return door;
        }
        return give(third_room_   ? "import.door_third_room"
                    : slot_taken_ ? "import.door_slots_meet"
                                  : "import.door_no_common_wall");
    }
    const char* why() const { return why_; }

private:
    std::nullopt_t give(const char* why) {
        why_ = why;
        return std::nullopt;
    }

    std::optional<FittedDoor> slide(double width_m, double reach_m) {
        const int steps = static_cast<int>(reach_m / slide_step_m + 0.5);
        for (int step = 0; step <= steps; ++step)
            for (const double way : {1.0, -1.0}) {
                if (step == 0 && way < 0.0) continue;
                if (auto door = along_edges(width_m, way * step * slide_step_m)) return door;
            }
        return std::nullopt;
    }

    std::optional<FittedDoor> along_edges(double width_m, double slid_m) {
        for (const Edge& e : edges_) {
            const Vec2 u = e.at.direction();
            const Vec2 middle = e.at.a + dot(wish_.near - e.at.a, u) * u + slid_m * u;
            for (const Vec2 n : {perpendicular(u), -1.0 * perpendicular(u)})
                if (auto door = through(middle, u, n, width_m)) {
                    door->slid_m = distance(wish_.near, door->at.middle());
                    return door;
                }
        }
        return std::nullopt;
    }

    // A door with a behind and b ahead of the line through `middle`.
    std::optional<FittedDoor> through(Vec2 middle, Vec2 u, Vec2 n, double width_m) {
        double a_low = 1e9, a_high = -1e9, b_low = 1e9, b_high = -1e9;
        for (const double place : ray_places) {
            const Vec2 p = middle + place * (width_m + 2.0 * ray_margin_m) * u;
            const auto a = wall_of(*wish_.a, p, n, -1.0);
            if (!a) return std::nullopt;
            const auto b = wish_.b != nullptr ? wall_of(*wish_.b, p, n, 1.0) : a;
            if (!b || *b < *a - 0.02 || *b - *a > deepest_wall_m) return std::nullopt;
            a_low = std::min(a_low, *a), a_high = std::max(a_high, *a);
            b_low = std::min(b_low, *b), b_high = std::max(b_high, *b);
        }
        const double line = 0.5 * (a_high + b_low);
        FittedDoor door;
        door.width_m = width_m;
        door.at = {middle + line * n - 0.5 * width_m * u, middle + line * n + 0.5 * width_m * u};
        door.depth_a_m = std::max(0.0, line - a_low) + slot_overlap_m;
        door.depth_b_m = wish_.b != nullptr ? std::max(0.0, b_high - line) + slot_overlap_m : slot_overlap_m;
        if (std::max(door.depth_a_m, door.depth_b_m) > deepest_wall_m) return std::nullopt;
        // From a to b the normal must point the way slot_ring() takes it: to the left of the segment.
        if (dot(perpendicular(u), n) < 0.0) std::swap(door.at.a, door.at.b);
        return free_of_others(door, n) ? std::optional(door) : std::nullopt;
    }

    bool free_of_others(const FittedDoor& door, Vec2 n) {
        const double ahead_m = wish_.b != nullptr ? door.depth_b_m : 0.8;  // a way out must lead into the open
        for (const Polygon* room : around_.rooms) {
            if (room == wish_.a || room == wish_.b || !in_slot(*room, door, n, ahead_m)) continue;
            third_room_ = true;
            return false;
        }
        const Ring slot = slot_ring(door);
        for (const Ring& taken : around_.slots) {
            if (!slots_meet(slot, taken)) continue;
            slot_taken_ = true;
            return false;
        }
        return true;
    }

    static bool in_slot(const Polygon& room, const FittedDoor& door, Vec2 n, double ahead_m) {
        if (room.outer.empty() || distance_to_box(room, door.at.middle()) > door.width_m + 1.0) return false;
        constexpr int steps = 4;
        for (const double place : {0.0, 0.25, 0.5, 0.75, 1.0})
            for (int i = 0; i <= steps; ++i) {
                const double d = -door.depth_a_m + (door.depth_a_m + ahead_m) * i / steps;
                const Vec2 p = door.at.a + place * (door.at.b - door.at.a) + d * n;
                if (contains(room, p) && distance_to_boundary(room, p) > 0.005) return true;
            }
        return false;
    }
    static double distance_to_box(const Polygon& room, Vec2 p) {
        const Box box = bounds(room.outer);
        const Vec2 nearest{std::clamp(p.x, box.low.x, box.high.x), std::clamp(p.y, box.low.y, box.high.y)};
        return distance(nearest, p);
    }

    const DoorWish& wish_;
    const DoorSurroundings& around_;
    std::vector<Edge> edges_;
    bool third_room_ = false, slot_taken_ = false;
    const char* why_ = "";
};

bool in_any(const std::vector<const Polygon*>& rooms, const Polygon& but, Vec2 p) {
    return std::any_of(rooms.begin(), rooms.end(),
                       [&](const Polygon* room) { return room != &but && !room->outer.empty() && contains(*room, p); });
}

}  // namespace

std::optional<FittedDoor> fit_door(const DoorWish& wish, const DoorSurroundings& around, std::string& why) {
    Fitter fitter(wish, around);
    auto door = fitter.fit();
    why = fitter.why();
    return door;
}

Ring slot_ring(const FittedDoor& door) {
    const Vec2 n = perpendicular(door.at.direction());
    return {door.at.a - door.depth_a_m * n, door.at.b - door.depth_a_m * n, door.at.b + door.depth_b_m * n,
            door.at.a + door.depth_b_m * n};
}

OutlinePiece longest_outer_wall(const Polygon& room, const std::vector<const Polygon*>& rooms) {
    constexpr double step = 0.1;
    OutlinePiece best;
    const Ring& ring = room.outer;
    for (std::size_t i = 0, n = ring.size(); i < n; ++i) {
        const Segment edge{ring[i], ring[(i + 1) % n]};
        const Vec2 u = edge.direction(), out = -1.0 * perpendicular(u);  // rings are counter-clockwise
        const int steps = static_cast<int>(edge.length() / step);
        int from = 0;
        for (int k = 0; k <= steps; ++k) {
            const Vec2 p = edge.a + (k + 0.5) * step * u;
            const bool open = k < steps && !in_any(rooms, room, p + 0.15 * out) &&
                              !in_any(rooms, room, p + 0.4 * out) && !in_any(rooms, room, p + 0.8 * out) &&
                              !contains(room, p + 0.4 * out);
            if (open) continue;
            const double length_m = (k - from) * step;
            if (length_m > best.length_m + 1e-9) best = {edge.a + 0.5 * (from + k) * step * u, length_m};
            from = k + 1;
        }
    }
    return best;
}

}  // namespace muster::aislab
