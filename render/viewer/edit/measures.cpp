// SPDX-License-Identifier: Apache-2.0
#include "render/viewer/edit/measures.h"

#include "render/viewer/edit/edit_spaces.h"

namespace muster::viewer {

std::vector<MeasuredLine> edge_lengths(const Ring& ring) {
    std::vector<MeasuredLine> out;
    for (std::size_t i = 0; i < ring.size(); ++i) {
        const Segment edge{ring[i], ring[(i + 1) % ring.size()]};
        out.push_back({edge, edge.length()});
    }
    return out;
}

std::vector<MeasuredLine> lengths_of(const Building& b, ObjectRef o) {
    if (o.kind == ObjectKind::opening) return {{b.openings[o.index].at, b.openings[o.index].clear_width_m}};
    const Ring* ring = ring_of(b, o);
    return ring == nullptr ? std::vector<MeasuredLine>{} : edge_lengths(*ring);
}

double area_of(const Building& b, ObjectRef o) {
    if (o.kind == ObjectKind::space) return area(b.spaces[o.index].area);
    if (o.kind == ObjectKind::level) {
        double sum = 0.0;
        for (const Space& s : b.spaces)
            if (s.level.index() == o.index && !s.outdoor) sum += area(s.area);
        return sum;
    }
    const Ring* ring = ring_of(b, o);
    return ring == nullptr ? 0.0 : area({*ring, {}});
}

}  // namespace muster::viewer
