// SPDX-License-Identifier: Apache-2.0
#include "sim/behaviour/route_line.h"

#include <algorithm>

namespace muster {

namespace {

constexpr double stride_m = 0.1;
constexpr double straight_m = 0.15;  // wiggles of the grid up to this are drawn straight
constexpr int most_strides = 20000;  // 2 km within one space

double bow_of(const std::vector<Vec2>& line, std::size_t first, std::size_t last, std::size_t& where) {
    double most = 0.0;
    for (std::size_t i = first + 1; i < last; ++i) {
        const double m = distance_to({line[first], line[last]}, line[i]);
        if (m > most) most = m, where = i;
    }
    return most;
}

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
std::vector<Vec2> down(const DistanceField& field, Vec2 from, double near_m) {
    std::vector<Vec2> line{from};
    for (int i = 0; i < most_strides && field.at(line.back()) > near_m; ++i) {
        const Vec2 ahead = field.descent(line.back());
        if (ahead == Vec2{}) break;
        const Vec2 next = line.back() + stride_m * ahead;
        if (field.at(next) >= field.at(line.back()) + stride_m) break;
        line.push_back(next);
    }
    return line;
}

class Tracer {
public:
    Tracer(const Navigation& navigation, const RouteTable& table)
        : navigation_(navigation), building_(navigation.building()), table_(table) {}

    std::vector<RouteLeg> trace(SpaceId start) {
        SpaceId space = start;
        Vec2 at = navigation_.free_space(start).nearest(inner_point(building_.space(start).area));
        while (space.valid() && legs_.size() <= building_.openings.size()) {
            const auto next = navigation_.next_step(table_, space, at);
            if (!next) return {};
            if (!next->opening.valid()) {
                finish(space, at);
                break;
            }
            at = go_through(space, at, next->opening);
            space = building_.opening(next->opening).other(space);
        }
        return std::move(legs_);
    }

private:
    void add(SpaceId space, OpeningId through, std::vector<Vec2> line) {
        line = straightened(line);
        const double m = length_of(line) * navigation_.incline_factor(space);
        legs_.push_back({space, through, std::move(line), m});
    }
    Vec2 go_through(SpaceId space, Vec2 at, OpeningId through) {
        const Opening& o = building_.opening(through);
        std::vector<Vec2> line = down(navigation_.field(space, through), at, stride_m);
        const Vec2 in_the_door = o.at.middle() + 0.6 * (closest_point(o.at, line.back()) - o.at.middle());
        line.push_back(in_the_door);
        add(space, through, std::move(line));
        return in_the_door;
    }
    void finish(SpaceId space, Vec2 at) {
        const Destination& to = table_.destination;
        if (to.kind != Destination::Kind::spot && to.kind != Destination::Kind::room) return;
        std::vector<Vec2> line = down(navigation_.field(to), at, stride_m);
        if (to.kind == Destination::Kind::spot) line.push_back(building_.spot(to.spot).at);
        if (line.size() > 1) add(space, {}, std::move(line));
    }

    const Navigation& navigation_;
    const Building& building_;
    const RouteTable& table_;
    std::vector<RouteLeg> legs_;
};

}  // namespace

std::vector<RouteLeg> route_line(RouteBook& book, const World& world, const Navigation& navigation, GroupId group) {
    const Group& who = world.scenario.population.groups[group.index()];
    return Tracer(navigation, book.table(book.way(group, who.route), 0)).trace(who.space);
}

std::vector<RouteLeg> route_line(const World& world, const Navigation& navigation, GroupId group) {
    RouteBook book(world, navigation);
    return route_line(book, world, navigation, group);
}

}  // namespace muster
