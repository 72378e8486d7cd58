// SPDX-License-Identifier: Apache-2.0
#include "sim/behaviour/route_line.h"

#include "sim/routing/way_down.h"

namespace muster::behaviour {

namespace {

constexpr double near_m = 0.1;

class Tracer {
public:
    Tracer(const routing::Navigation& navigation, const routing::RouteTable& table)
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
        line = routing::straightened(line);
        const double m = routing::length_of(line) * navigation_.incline_factor(space);
        legs_.push_back({space, through, std::move(line), m});
    }
    Vec2 go_through(SpaceId space, Vec2 at, OpeningId through) {
        const Opening& o = building_.opening(through);
        std::vector<Vec2> line = routing::way_down(navigation_.field(space, through), at, near_m);
        const Vec2 in_the_door = o.at.middle() + 0.6 * (closest_point(o.at, line.back()) - o.at.middle());
        line.push_back(in_the_door);
        add(space, through, std::move(line));
        return in_the_door;
    }
    void finish(SpaceId space, Vec2 at) {
        const routing::Destination& to = table_.destination;
        if (to.kind != routing::Destination::Kind::spot && to.kind != routing::Destination::Kind::room) return;
        std::vector<Vec2> line = routing::way_down(navigation_.field(to), at, near_m);
        if (to.kind == routing::Destination::Kind::spot) line.push_back(building_.spot(to.spot).at);
        if (line.size() > 1) add(space, {}, std::move(line));
    }

    const routing::Navigation& navigation_;
    const Building& building_;
    const routing::RouteTable& table_;
    std::vector<RouteLeg> legs_;
};

}  // namespace

std::vector<RouteLeg> route_line(RouteBook& book, const World& world, const routing::Navigation& navigation,
                                 GroupId group) {
    const Group& who = world.scenario.population.groups[group.index()];
    return Tracer(navigation, book.table(book.way(group, who.route), 0)).trace(who.space);
}

std::vector<RouteLeg> route_line(const World& world, const routing::Navigation& navigation, GroupId group) {
    RouteBook book(world, navigation);
    return route_line(book, world, navigation, group);
}

}  // namespace muster::behaviour
