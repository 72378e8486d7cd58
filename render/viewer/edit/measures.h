// SPDX-License-Identifier: Apache-2.0
// Lengths and areas to be shown beside what is selected or drawn. Numbers only; the words are the panel's.
#pragma once

#include "render/viewer/edit/edit_types.h"

namespace muster::viewer {

struct MeasuredLine {
    Segment line;
    double length_m = 0.0;
};

[[nodiscard]] std::vector<MeasuredLine> edge_lengths(const Ring& ring);
/// Of the outline of a space, obstacle or assembly area; of an opening its clear width.
[[nodiscard]] std::vector<MeasuredLine> lengths_of(const Building& building, ObjectRef object);
/// m2; 0 for what has none. Of a level: its indoor floors.
[[nodiscard]] double area_of(const Building& building, ObjectRef object);

}  // namespace muster::viewer
