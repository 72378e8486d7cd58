// SPDX-License-Identifier: Apache-2.0
// Outlines and their vertices.
#include <algorithm>
#include <cmath>

#include "render/viewer/edit/edit_openings.h"
#include "render/viewer/edit/edit_spaces.h"

namespace muster::viewer {

namespace {

constexpr double min_m2 = 0.01;  // of an outline, as the plan reader asks
constexpr double same_point_m = 1e-3;

// The outline as what the building is: constant or not.
template <class AnyBuilding>
auto* find_ring(AnyBuilding& b, ObjectRef o, std::size_t ring) {
    decltype(&b.spaces[0].area.outer) found = nullptr;
    if (o.kind == ObjectKind::space && ring == 0) found = &b.spaces[o.index].area.outer;
    if (o.kind == ObjectKind::space && ring > 0 && ring <= b.spaces[o.index].area.holes.size())
        found = &b.spaces[o.index].area.holes[ring - 1];
    if (o.kind == ObjectKind::obstacle && ring == 0) found = &b.obstacles[o.index].outline;
    if (o.kind == ObjectKind::assembly_area && ring == 0) found = &b.assembly_areas[o.index].outline;
    return found;
}

bool crosses_itself(const Ring& ring) {
    const std::size_t n = ring.size();
    for (std::size_t i = 0; i < n; ++i)
        for (std::size_t j = i + 1; j < n; ++j) {
            const Segment e{ring[i], ring[(i + 1) % n]}, f{ring[j], ring[(j + 1) % n]};
            const bool neighbours = j == i + 1 || (i == 0 && j == n - 1);
            if (!neighbours && intersect(e, f)) return true;
            if (!neighbours) continue;
            const Vec2 far = j == i + 1 ? f.b : f.a;  // a spike lies on the edge before it
            if (distance_to(e, far) < 1e-6) return true;
        }
    return false;
}

Edited reshaped(Building building, const Building& before, const VertexRef& at, Ring ring) {
    if (at.ring > 0) std::reverse(ring.begin(), ring.end());
    auto sound = sound_outline(std::move(ring));
    if (!sound) return refused("edit.refuse.bad_outline");
    if (at.ring > 0) std::reverse(sound->begin(), sound->end());  // holes run clockwise
    *find_ring(building, at.object, at.ring) = std::move(*sound);
    std::vector<std::string> lost;
    if (at.object.kind == ObjectKind::space) lost = settle_openings(building, before, {SpaceId{at.object.index}}, {});
    Edited out = done(std::move(building), "edit.step.reshape", at.object);
    out.lost = std::move(lost);
    return out;
}

bool is_vertex(const Building& b, const VertexRef& at) {
    const Ring* ring = exists(b, at.object) ? ring_of(b, at.object, at.ring) : nullptr;
    return ring != nullptr && at.vertex < ring->size();
}

// Where two lines meet; none when they are parallel.
std::optional<Vec2> crossing(Vec2 p, Vec2 along, Vec2 q, Vec2 other) {
    const double turn = cross(along, other);
    if (std::abs(turn) < 1e-9) return {};
    return p + (cross(q - p, other) / turn) * along;
}

}  // namespace

Ring rectangle(Vec2 a, Vec2 c) {
    const Vec2 low{std::min(a.x, c.x), std::min(a.y, c.y)}, high{std::max(a.x, c.x), std::max(a.y, c.y)};
    return {low, {high.x, low.y}, high, {low.x, high.y}};
}

const Ring* ring_of(const Building& b, ObjectRef o, std::size_t ring) { return find_ring(b, o, ring); }

std::optional<Ring> sound_outline(Ring outline) {
    for (Vec2& p : outline) p = tidy(p);
    Ring out;
    for (const Vec2 p : outline)
        if (out.empty() || distance(p, out.back()) > same_point_m) out.push_back(p);
    while (out.size() > 1 && distance(out.front(), out.back()) <= same_point_m) out.pop_back();
    if (out.size() < 3 || crosses_itself(out) || std::abs(signed_area(out)) < min_m2) return {};
    if (signed_area(out) < 0.0) std::reverse(out.begin() + 1, out.end());
    return out;
}

Edited move_vertex(Building building, const VertexRef& at, Vec2 to) {
    if (!is_vertex(building, at)) return refused("edit.refuse.nothing_selected");
    Ring ring = *ring_of(building, at.object, at.ring);
    ring[at.vertex] = tidy(to);
    const Building before = building;
    return reshaped(std::move(building), before, at, std::move(ring));
}

Edited insert_vertex(Building building, const VertexRef& at, Vec2 p) {
    if (!is_vertex(building, at)) return refused("edit.refuse.nothing_selected");
    Ring ring = *ring_of(building, at.object, at.ring);
    const Segment edge{ring[at.vertex], ring[(at.vertex + 1) % ring.size()]};
    if (distance(p, edge.a) < 0.01 || distance(p, edge.b) < 0.01) return refused("edit.refuse.bad_outline");
    ring.insert(ring.begin() + static_cast<std::ptrdiff_t>(at.vertex) + 1, tidy(p));
    const Building before = building;
    return reshaped(std::move(building), before, at, std::move(ring));
}

Edited delete_vertex(Building building, const VertexRef& at) {
    if (!is_vertex(building, at)) return refused("edit.refuse.nothing_selected");
    Ring ring = *ring_of(building, at.object, at.ring);
    ring.erase(ring.begin() + static_cast<std::ptrdiff_t>(at.vertex));
    const Building before = building;
    return reshaped(std::move(building), before, at, std::move(ring));
}

Edited drag_edge(Building building, const VertexRef& at, Vec2 p) {
    if (!is_vertex(building, at)) return refused("edit.refuse.nothing_selected");
    Ring ring = *ring_of(building, at.object, at.ring);
    const std::size_t n = ring.size(), i = at.vertex, j = (i + 1) % n;
    const Vec2 a = ring[i], b = ring[j], along = normalised(b - a);
    const Vec2 by = dot(p - a, perpendicular(along)) * perpendicular(along);
    const Vec2 before_a = ring[(i + n - 1) % n], behind_b = ring[(j + 1) % n];
    ring[i] = tidy(crossing(a + by, along, a, a - before_a).value_or(a + by));
    ring[j] = tidy(crossing(b + by, along, b, behind_b - b).value_or(b + by));
    const Building before = building;
    return reshaped(std::move(building), before, at, std::move(ring));
}

}  // namespace muster::viewer
