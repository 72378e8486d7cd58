// SPDX-License-Identifier: Apache-2.0
// Plan shapes. Rings are open (the first vertex is not repeated); outer rings counter-clockwise, holes clockwise, once
// they have passed floorplans/reader.
#pragma once

#include <vector>

#include "sim/base/vec2.h"

namespace muster {

struct Segment {
    Vec2 a, b;
    [[nodiscard]] double length() const { return distance(a, b); }
    [[nodiscard]] Vec2 middle() const { return 0.5 * (a + b); }
    [[nodiscard]] Vec2 direction() const { return normalised(b - a); }
    bool operator==(const Segment&) const = default;
};

using Ring = std::vector<Vec2>;

struct Polygon {
    Ring outer;
    std::vector<Ring> holes;
    bool operator==(const Polygon&) const = default;
};

struct Box {
    Vec2 low, high;
};

[[nodiscard]] double signed_area(const Ring& ring);  // m2, positive = counter-clockwise
[[nodiscard]] double area(const Polygon& polygon);   // m2, holes taken out
[[nodiscard]] Vec2 centroid(const Polygon& polygon);
[[nodiscard]] Box bounds(const Ring& ring);             // pre: not empty
[[nodiscard]] bool contains(const Ring& ring, Vec2 p);  // even-odd; a point on the edge may fall either side
[[nodiscard]] bool contains(const Polygon& polygon, Vec2 p);
/// A point well inside (not the centroid of an L): the best of a fixed grid of candidates, deterministic.
[[nodiscard]] Vec2 inner_point(const Polygon& polygon);
[[nodiscard]] Vec2 closest_point(const Segment& s, Vec2 p);
[[nodiscard]] double distance_to(const Segment& s, Vec2 p);
[[nodiscard]] double distance_to_boundary(const Polygon& polygon, Vec2 p);
/// True when the closed segments share a point.
[[nodiscard]] bool intersect(const Segment& p, const Segment& q);

}  // namespace muster
