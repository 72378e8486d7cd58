// SPDX-License-Identifier: Apache-2.0
#include "floorplans/ring_repair.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <utility>

#include "floorplans/polygon_ops.h"

namespace muster::floorplans {

namespace {

constexpr std::size_t max_crossed_vertices = 5'000;  // pairs of edges are compared
constexpr std::size_t max_meetings = 20'000;         // scribble, not an outline
constexpr double min_hole_m2 = 0.01;

bool near(Vec2 a, Vec2 b) { return distance(a, b) < tidy_distance_m; }

// Runs from a to b and back along (nearly) the same line to c.
bool is_spike(Vec2 a, Vec2 b, Vec2 c) {
    const Vec2 u = a - b, v = c - b;
    return dot(u, v) > 0.0 && std::abs(cross(u, v)) < tidy_distance_m * std::max(length(u), length(v));
}

void push_tidy(Ring& out, Vec2 p) {
    while (out.size() >= 2 && !near(out.back(), p) && is_spike(out[out.size() - 2], out.back(), p)) out.pop_back();
    if (out.empty() || !near(out.back(), p)) out.push_back(p);
}

// The same at the seam between the last and the first vertex.
Ring tidy_seam(const Ring& ring) {
    std::size_t first = 0, end = ring.size();
    while (end - first >= 3) {
        if (near(ring[first], ring[end - 1]) || is_spike(ring[end - 2], ring[end - 1], ring[first])) {
            --end;
        } else if (is_spike(ring[end - 1], ring[first], ring[first + 1])) {
            ++first;
        } else {
            break;
        }
    }
    return {ring.begin() + static_cast<std::ptrdiff_t>(first), ring.begin() + static_cast<std::ptrdiff_t>(end)};
}

Ring tidy(Ring ring) {
    ring = quantised(std::move(ring));
    Ring out;
    for (const Vec2 p : ring) push_tidy(out, p);
    return tidy_seam(out);
}

Ring oriented(Ring ring, bool counter_clockwise) {
    if (ring.size() > 1 && (signed_area(ring) > 0.0) != counter_clockwise) std::reverse(ring.begin() + 1, ring.end());
    return ring;
}

// Where edge (a, b) has to be cut because of edge (c, d): parameters along (a, b).
void cuts_on(Segment ab, Segment cd, std::vector<double>& out) {
    const Vec2 u = ab.b - ab.a;
    const double n2 = dot(u, u);
    for (const Vec2 p : {cd.a, cd.b})
        if (distance_to(ab, p) < 2 * vertex_quantum_m) out.push_back(dot(p - ab.a, u) / n2);
    const Vec2 v = cd.b - cd.a;
    const double turn = cross(u, v);
    if (std::abs(turn) < 1e-12 || !intersect(ab, cd)) return;
    out.push_back(cross(cd.a - ab.a, v) / turn);
}

// The ring with a vertex wherever it meets itself; empty when that is nearly everywhere.
Ring with_meeting_points(const Ring& ring) {
    const std::size_t n = ring.size();
    const auto edge = [&](std::size_t i) { return Segment{ring[i], ring[(i + 1) % n]}; };
    std::vector<std::vector<double>> cuts(n);
    std::size_t meetings = 0;
    for (std::size_t i = 0; i < n && meetings < max_meetings; ++i) {
        const Box bi = grown(bounds({edge(i).a, edge(i).b}), 1e-6);
        for (std::size_t j = i + 1; j < n; ++j) {
            const Box bj = bounds({edge(j).a, edge(j).b});
            if (!touching(bi, bj)) continue;
            cuts_on(edge(i), edge(j), cuts[i]);
            cuts_on(edge(j), edge(i), cuts[j]);
        }
        meetings += cuts[i].size();
    }
    if (meetings >= max_meetings) return {};
    Ring out;
    for (std::size_t i = 0; i < n; ++i) {
        out.push_back(ring[i]);
        std::sort(cuts[i].begin(), cuts[i].end());
        for (const double t : cuts[i]) {
            const Vec2 p = quantised(ring[i] + t * (edge(i).b - ring[i]));
            if (t > 0.0 && t < 1.0 && p != out.back() && p != edge(i).b) out.push_back(p);
        }
    }
    return out;
}

// Loops that meet themselves nowhere: each time the walk comes back to a point, what it walked since is a loop.
std::vector<Ring> simple_loops(const Ring& ring) {
    std::vector<Ring> loops;
    Ring walk;
    std::map<std::pair<double, double>, std::size_t> at;
    for (const Vec2 p : with_meeting_points(ring)) {
        const auto seen = at.find({p.x, p.y});
        if (seen == at.end()) {
            at[{p.x, p.y}] = walk.size();
            walk.push_back(p);
            continue;
        }
        const auto from = static_cast<std::ptrdiff_t>(seen->second);
        loops.emplace_back(walk.begin() + from, walk.end());
        for (auto it = walk.begin() + from + 1; it != walk.end(); ++it) at.erase({it->x, it->y});
        walk.erase(walk.begin() + from + 1, walk.end());
    }
    loops.push_back(walk);
    for (Ring& loop : loops) loop = tidy(std::move(loop));
    std::erase_if(loops, [](const Ring& loop) { return loop.size() < 3; });
    return loops;
}

// Keeps the largest loop; loops of the other sense inside it are holes (a room drawn round a core with a cut line).
RepairedRing uncrossed(const Ring& ring) {
    RepairedRing out{{}, true, true, 1.0};
    if (ring.size() > max_crossed_vertices) return out;
    std::vector<Ring> loops = simple_loops(ring);
    if (loops.empty()) return out;
    std::stable_sort(loops.begin(), loops.end(),
                     [](const Ring& a, const Ring& b) { return std::abs(signed_area(a)) > std::abs(signed_area(b)); });
    double total = 0.0;
    for (const Ring& loop : loops) total += std::abs(signed_area(loop));
    double kept = std::abs(signed_area(loops.front()));
    const bool sense = signed_area(loops.front()) > 0.0;
    out.polygon.outer = oriented(loops.front(), true);
    for (std::size_t i = 1; i < loops.size(); ++i) {
        const double a = signed_area(loops[i]);
        if ((a > 0.0) == sense || std::abs(a) < min_hole_m2) continue;
        if (!contains(loops.front(), inner_point({loops[i], {}}))) continue;
        out.polygon.holes.push_back(oriented(loops[i], false));
        kept += std::abs(a);
    }
    if (total > 0.0 && is_valid(out.polygon)) out.lost_share = (total - kept) / total;
    return out;
}

}  // namespace

RepairedRing repair_ring(const Ring& drawn) {
    Ring open = drawn;
    if (open.size() > 1 && near(open.front(), open.back())) open.pop_back();
    const Ring ring = oriented(tidy(open), true);
    const bool tidied = ring.size() != open.size();
    if (ring.size() < 3) return {{}, tidied, false, 0.0};
    if (!is_valid({ring, {}})) return uncrossed(ring);
    return {{ring, {}}, tidied, false, 0.0};
}

}  // namespace muster::floorplans
