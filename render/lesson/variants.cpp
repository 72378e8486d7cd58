// SPDX-License-Identifier: Apache-2.0
#include "render/lesson/variants.h"

#include <algorithm>
#include <limits>
#include <numeric>

#include "sim/analysis/clocks.h"
#include "sim/behaviour/route_line.h"

namespace muster::lesson {

namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();
constexpr double gap_m = 1.0;        // between classes; assumption: close up, as classes are taught to
constexpr double flow_per_m = 1.2;   // persons/(m s) of a stair or an exit; only to spread classes alike. Assumption
constexpr double walking_m_s = 1.0;  // likewise
constexpr double lights_after_s = 30.0;  // of the signal: people are in the corridors
constexpr double stops_for_s = 12.0;

// From a room to the flights by which its storey is left: down from upper ones, up from basements.
class WaysToStairs {
public:
    WaysToStairs(const World& world, const routing::Navigation& navigation)
        : building_(world.building), navigation_(navigation) {
        open_.assign(building_.openings.size(), 0.0);
        for (std::size_t i = 0; i < open_.size(); ++i)
            if (building_.openings[i].state == DoorState::locked) open_[i] = infinity;
    }
    [[nodiscard]] double to_stair_m(SpaceId room, StairId stair) const {
        const LevelId level = building_.space(room).level;
        const bool below_ground = building_.level(level).storey < 0;
        double least = infinity;
        for (const SpaceId flight : building_.stair(stair).flights) {
            const Flight& steps = *building_.space(flight).flight;
            const SpaceId here = building_.opening(below_ground ? steps.foot : steps.head).other(flight);
            const bool leads_out = (building_.space(flight).level == level) == below_ground;
            if (!leads_out || !here.valid() || building_.space(here).level != level) continue;
            least = std::min(least, way_m(room, {routing::Destination::Kind::room, {}, flight}));
        }
        return least;
    }
    [[nodiscard]] double way_m(SpaceId room, const routing::Destination& to) const {
        return navigation_.to_go_m(navigation_.route_table(to, open_), room, inner_point(building_.space(room).area));
    }
    [[nodiscard]] double to_exit_m(SpaceId room, OpeningId exit) const {
        std::vector<double> only = open_;
        for (std::size_t i = 0; i < only.size(); ++i)
            if (OpeningId{i} != exit && building_.is_building_exit(OpeningId{i})) only[i] = infinity;
        const routing::RouteTable table =
            navigation_.route_table({routing::Destination::Kind::out_of_building, {}, {}}, only);
        return navigation_.to_go_m(table, room, inner_point(building_.space(room).area));
    }

private:
    const Building& building_;
    const routing::Navigation& navigation_;
    std::vector<double> open_;
};

double persons_of(const Group& group) {
    return static_cast<double>(group.count) + static_cast<double>(group.teachers.size());
}

bool leaves(const World& world, const Group& group) {
    return !group.destination.valid() && group.sets_off_s < 0.0 && !world.building.space(group.space).outdoor;
}

double width_of(const Building& building, StairId stair) {
    double least = infinity;
    for (const SpaceId f : building.stair(stair).flights)
        least = std::min(least, building.space(f).flight->clear_width_m);
    return least;
}

// Places of one kind (stairs, exits) that fill as classes are given to them.
struct Loads {
    std::vector<double> width_m, persons;
    [[nodiscard]] double ready_s(std::size_t place, double more, double way_m) const {
        return std::max((persons[place] + more) / (flow_per_m * width_m[place]), 0.0) + way_m / walking_m_s;
    }
};

struct Want {
    std::size_t group = 0;
    std::vector<double> way_m;             // by place
    [[nodiscard]] double regret() const {  // what it costs to be sent elsewhere than to the nearest
        std::vector<double> sorted = way_m;
        std::sort(sorted.begin(), sorted.end());
        return sorted.size() < 2 || sorted[1] == infinity ? 1e9 : sorted[1] - sorted[0];
    }
};

// Each to the place that is then done first; whom a detour would cost most chooses first.
std::vector<std::size_t> spread(const std::vector<Group>& groups, std::vector<Want>& wants, Loads& loads) {
    std::stable_sort(wants.begin(), wants.end(), [](const Want& a, const Want& b) { return a.regret() > b.regret(); });
    std::vector<std::size_t> given;
    for (const Want& want : wants) {
        const double more = persons_of(groups[want.group]);
        std::size_t best = 0;
        double least = infinity;
        for (std::size_t p = 0; p < want.way_m.size(); ++p) {
            const double s = want.way_m[p] < infinity ? loads.ready_s(p, more, want.way_m[p]) : infinity;
            if (s < least) least = s, best = p;
        }
        if (least < infinity) loads.persons[best] += more;
        given.push_back(least < infinity ? best : want.way_m.size());
    }
    return given;
}

void keep_spot_only(const World& world, Scenario& scenario) {
    for (Group& group : scenario.population.groups)
        if (leaves(world, group)) group.route = {{}, {}, {}, group.route.spot}, group.choice = {};
    scenario.release = {};
}

OpeningId exit_on(const Building& building, const std::vector<behaviour::RouteLeg>& way) {
    for (const behaviour::RouteLeg& leg : way)
        if (leg.through.valid() && building.is_building_exit(leg.through)) return leg.through;
    return {};
}

class Arranger {
public:
    Arranger(const World& world, const routing::Navigation& navigation)
        : world_(world), building_(world.building), navigation_(navigation), ways_(world, navigation), made_(world) {
        keep_spot_only(world_, made_.scenario);
    }

    Scenario arrange() {
        give_stairs();
        give_exits();
        order();
        return std::move(made_.scenario);
    }

private:
    std::vector<Group>& groups() { return made_.scenario.population.groups; }

    void give_stairs() {
        Loads loads;
        for (std::size_t s = 0; s < building_.stairs.size(); ++s)
            loads.width_m.push_back(width_of(building_, StairId{s}));
        loads.persons.assign(loads.width_m.size(), 0.0);
        std::vector<Want> wants;
        for (std::size_t g = 0; g < groups().size(); ++g) {
            if (!leaves(world_, groups()[g])) continue;
            Want want{g, {}};
            for (std::size_t s = 0; s < loads.width_m.size(); ++s)
                want.way_m.push_back(ways_.to_stair_m(groups()[g].space, StairId{s}));
            if (std::any_of(want.way_m.begin(), want.way_m.end(), [](double m) { return m < infinity; }))
                wants.push_back(std::move(want));
        }
        const std::vector<std::size_t> given = spread(groups(), wants, loads);
        for (std::size_t i = 0; i < wants.size(); ++i) groups()[wants[i].group].route.stair = StairId{given[i]};
    }

    // Who comes down a stair leaves by the exit that lies there; the others by one with room left.
    void give_exits() {
        std::vector<OpeningId> exits;
        Loads loads;
        for (std::size_t i = 0; i < building_.openings.size(); ++i) {
            if (!building_.is_building_exit(OpeningId{i}) || building_.openings[i].state == DoorState::locked) continue;
            exits.push_back(OpeningId{i});
            loads.width_m.push_back(building_.openings[i].clear_width_m);
        }
        loads.persons.assign(exits.size(), 0.0);
        behaviour::RouteBook book(made_, navigation_);
        std::vector<Want> wants;
        for (std::size_t g = 0; g < groups().size(); ++g) {
            if (!leaves(world_, groups()[g])) continue;
            if (groups()[g].route.stair.valid()) {
                const OpeningId out = exit_on(building_, behaviour::route_line(book, made_, navigation_, GroupId{g}));
                groups()[g].route.exit = out;
                const auto at = std::find(exits.begin(), exits.end(), out);
                if (at != exits.end())
                    loads.persons[static_cast<std::size_t>(at - exits.begin())] += persons_of(groups()[g]);
                continue;
            }
            Want want{g, {}};
            for (const OpeningId exit : exits) want.way_m.push_back(ways_.to_exit_m(groups()[g].space, exit));
            wants.push_back(std::move(want));
        }
        const std::vector<std::size_t> given = spread(groups(), wants, loads);
        for (std::size_t i = 0; i < wants.size(); ++i)
            if (given[i] < exits.size()) groups()[wants[i].group].route.exit = exits[given[i]];
    }

    void order() {
        std::vector<std::tuple<int, double, std::size_t>> ranked;
        for (std::size_t g = 0; g < groups().size(); ++g) {
            const Group& group = groups()[g];
            if (!group.is_class) continue;
            const double way = group.route.stair.valid()  ? ways_.to_stair_m(group.space, group.route.stair)
                               : group.route.exit.valid() ? ways_.to_exit_m(group.space, group.route.exit)
                                                          : 0.0;
            ranked.emplace_back(building_.level(building_.space(group.space).level).storey, way, g);
        }
        std::sort(ranked.begin(), ranked.end());
        if (ranked.empty()) return;
        made_.scenario.release = {ReleasePolicy::class_by_class, 0.0, gap_m, {}};
        for (const auto& row : ranked) made_.scenario.release.order.push_back(GroupId{std::get<2>(row)});
    }

    const World& world_;
    const Building& building_;
    const routing::Navigation& navigation_;
    WaysToStairs ways_;
    World made_;
};

}  // namespace

Scenario near_stair(const World& world, const routing::Navigation& navigation) {
    Scenario scenario = world.scenario;
    keep_spot_only(world, scenario);
    const WaysToStairs ways(world, navigation);
    for (Group& group : scenario.population.groups) {
        if (!leaves(world, group)) continue;
        double least = infinity;
        for (std::size_t s = 0; s < world.building.stairs.size(); ++s) {
            const double m = ways.to_stair_m(group.space, StairId{s});
            if (m < least) least = m, group.route.stair = StairId{s};
        }
    }
    return scenario;
}

Scenario popular_stair(const World& world, const routing::Navigation& navigation) {
    Scenario scenario = near_stair(world, navigation);
    std::vector<double> nearest_to(world.building.stairs.size(), 0.0);  // persons
    for (const Group& group : scenario.population.groups)
        if (group.route.stair.valid()) nearest_to[group.route.stair.index()] += persons_of(group);
    if (nearest_to.empty()) return scenario;
    const auto most = std::max_element(nearest_to.begin(), nearest_to.end()) - nearest_to.begin();
    for (Group& group : scenario.population.groups)
        if (group.route.stair.valid()) group.route.stair = StairId{static_cast<std::size_t>(most)};
    return scenario;
}

Scenario by_class(const World& world, const routing::Navigation& navigation) {
    return Arranger(world, navigation).arrange();
}

TimedIncident lights_out(const World& world) { return {analysis::signal_s(world, {}) + lights_after_s, LightsOut{}}; }

std::optional<TimedIncident> someone_stops(const analysis::RunBook& book, const Trace& trace) {
    const Building& building = book.world().building;
    SpaceId fullest;
    float most = 0.0F;
    const auto look = [&](bool flights) {
        for (std::size_t s = 0; s < building.spaces.size(); ++s) {
            const Space& space = building.spaces[s];
            const bool wanted = flights ? space.flight && building.level(space.level).storey == 1
                                        : !space.flight && !space.outdoor && is_circulation(space.use);
            const std::vector<float>& persons = book.persons_in(SpaceId{s});
            if (!wanted || persons.empty()) continue;
            const float peak = *std::max_element(persons.begin(), persons.end());
            if (peak > most) most = peak, fullest = SpaceId{s};
        }
    };
    look(true);
    if (!fullest.valid()) look(false);
    if (!fullest.valid()) return {};
    const std::vector<float>& persons = book.persons_in(fullest);
    std::size_t i = 0;  // when it is nearly full for the first time
    while (persons[i] < 0.8F * most) ++i;
    return TimedIncident{trace.sample_times[i].seconds(), PersonFalls{fullest, stops_for_s}};
}

}  // namespace muster::lesson
