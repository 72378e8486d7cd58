// SPDX-License-Identifier: Apache-2.0
#include "sim/routing/way_down.h"

#include <cstddef>

namespace muster::routing {

namespace {

constexpr double stride_m = 0.1;
constexpr double straight_m = 0.15;  // wiggles of the grid up to this are drawn straight
constexpr int max_strides = 20000;   // 2 km within one space

double bow_of(const std::vector<Vec2>& line, std::size_t first, std::size_t last, std::size_t& where) {
    double most = 0.0;
    for (std::size_t i = first + 1; i < last; ++i) {
        const double m = distance_to({line[first], line[last]}, line[i]);
        if (m > most) most = m, where = i;
    }
    return most;
}

}  // namespace

// Ramer, Douglas and Peucker, without recursion.
std::vector<Vec2> straightened(const std::vector<Vec2>& line) {
    std::vector<Vec2> out{line.front()};
    std::vector<std::size_t> ends{line.size() - 1};
    for (std::size_t first = 0; !ends.empty();) {
        std::size_t where = 0;
        if (bow_of(line, first, ends.back(), where) > straight_m) {
            ends.push_back(where);
        } else {
            first = ends.back();
            ends.pop_back();
            out.push_back(line[first]);
        }
    }
    return out;
}

double length_of(const std::vector<Vec2>& line) {
    double m = 0.0;
    for (std::size_t i = 1; i < line.size(); ++i) m += distance(line[i - 1], line[i]);
    return m;
}

// Down the field from `from` to `end`, or as far as it leads.
std::vector<Vec2> way_down(const DistanceField& field, Vec2 from, double near_m) {
    std::vector<Vec2> line{from};
    for (int i = 0; i < max_strides && field.at(line.back()) > near_m; ++i) {
        const Vec2 ahead = field.descent(line.back());
        if (ahead == Vec2{}) break;
        const Vec2 next = line.back() + stride_m * ahead;
        if (field.at(next) >= field.at(line.back()) + stride_m) break;
        line.push_back(next);
    }
    return line;
}

}  // namespace muster::routing
