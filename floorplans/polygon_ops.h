// SPDX-License-Identifier: Apache-2.0
// Polygon work that needs a library: validity, set operations, a spatial index. The only door to Boost.Geometry, whose
// types stay in polygon_ops.cpp.
#pragma once

#include <memory>
#include <optional>
#include <vector>

#include "sim/geometry/polygon.h"

namespace muster::floorplans {

/// Every vertex that leaves the reader is a multiple of this, so that healing twice gives what healing once gives.
inline constexpr double vertex_quantum_m = 1e-7;

[[nodiscard]] Vec2 quantised(Vec2 p);
[[nodiscard]] Ring quantised(Ring ring);

/// Neither crosses nor touches itself; holes inside and apart.
[[nodiscard]] bool is_valid(const Polygon& polygon);
/// Area that both cover, m2, by slabs between the heights at which anything changes: no topology that could go wrong.
[[nodiscard]] double overlap_area(const Polygon& a, const Polygon& b);
/// a and b. Results of the set operations are compared with overlap_area; nothing when they disagree.
[[nodiscard]] std::optional<std::vector<Polygon>> intersection(const Polygon& a, const Polygon& b);
/// a without b, largest piece first.
[[nodiscard]] std::optional<std::vector<Polygon>> difference(const Polygon& a, const Polygon& b);

/// Width of a strip with this area and outline length (exact for rectangles and bent strips of one width).
[[nodiscard]] double strip_width(const Polygon& polygon);
/// The widest of them; 0 for none.
[[nodiscard]] double widest(const std::vector<Polygon>& pieces);
[[nodiscard]] double total_area(const std::vector<Polygon>& pieces);

/// Boxes by number, for finding the ones near a place.
class BoxIndex {
public:
    explicit BoxIndex(const std::vector<Box>& boxes);
    ~BoxIndex();
    /// Numbers of the boxes that touch `box`, ascending.
    [[nodiscard]] std::vector<std::size_t> touching(const Box& box) const;

private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

[[nodiscard]] std::vector<Segment> edges_of(const Polygon& polygon);
[[nodiscard]] Box grown(Box box, double by_m);
[[nodiscard]] bool touching(const Box& a, const Box& b);

}  // namespace muster::floorplans
