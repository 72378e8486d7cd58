// SPDX-License-Identifier: Apache-2.0
// Where crowds stand dense, and how flow and speed in a corridor depend on density.
#include <algorithm>
#include <cmath>

#include "tools/verify/measures_component.h"
#include "tools/verify/readings.h"

namespace muster::verify {

namespace {

// The box of `depth_m` before an opening, on the side of `in`, as wide as the opening. Openings along an axis only.
Box box_before(const Building& building, const std::string& opening, SpaceId in, double depth_m) {
    const Opening& o = building.opening(building.find_opening(opening));
    const Vec2 far = o.at.middle() + depth_m * o.normal_into(in);
    return {{std::min({o.at.a.x, o.at.b.x, far.x}), std::min({o.at.a.y, o.at.b.y, far.y})},
            {std::max({o.at.a.x, o.at.b.x, far.x}), std::max({o.at.a.y, o.at.b.y, far.y})}};
}

Box box_in_middle(const Building& building, SpaceId space, double depth_m) {
    const Box all = bounds(building.space(space).area.outer);
    const double middle = 0.5 * (all.low.x + all.high.x);
    return {{middle - 0.5 * depth_m, all.low.y}, {middle + 0.5 * depth_m, all.high.y}};
}

// Mean over the samples of a while, persons/m2.
double mean_density(const Trace& trace, const Box& box, double from_s, double until_s) {
    const Vec2 size = box.high - box.low;
    std::vector<double> counts;
    for (const BoxReading& r : read_box(trace, box))
        if (r.time_s >= from_s && r.time_s <= until_s) counts.push_back(r.count);
    return mean_of(counts) / (size.x * size.y);
}

struct CorridorReading {
    double density = 0.0;  // filled with, persons/m2
    double flow = 0.0;     // persons/(m s)
    double speed = 0.0;    // mean in the zone, m/s
    double fastest = 0.0;  // anybody's mean speed through the zone, m/s
};

CorridorReading read_corridor(const TestBench& bench, const Recording& run) {
    const double from = bench.limit("from_s"), until = bench.limit("until_s");
    const Box all = bounds(run.world->building.spaces.front().area.outer);
    const double width = all.high.y - all.low.y, line = bench.limit("line_m"), zone = bench.limit("zone_from_m");
    CorridorReading out;
    out.density = static_cast<double>(run.trace.people.size()) / (width * (all.high.x - all.low.x));
    const auto in = passing_times(run.trace, Axis::x, zone), through = passing_times(run.trace, Axis::x, line);
    const auto within = [&](double t) { return t >= from && t < until; };
    out.flow = static_cast<double>(std::count_if(through.begin(), through.end(), within)) / (width * (until - from));
    for (std::size_t i = 0; i < in.size(); ++i)
        if (std::isfinite(in[i]) && std::isfinite(through[i]))
            out.fastest = std::max(out.fastest, (line - zone) / (through[i] - in[i]));
    double people = 0.0, sum = 0.0;
    for (const BoxReading& r : read_box(run.trace, {{zone, all.low.y}, {line, all.high.y}})) {
        if (!within(r.time_s)) continue;
        people += r.count;
        sum += r.count * r.mean_speed_ms;
    }
    out.speed = people > 0.0 ? sum / people : 0.0;
    return out;
}

// Per case, means over the seeds; `fastest` the largest.
std::vector<CorridorReading> read_corridors(const TestBench& bench) {
    std::vector<CorridorReading> out;
    for (std::size_t c = 0; c < bench.test().cases.size(); ++c) {
        CorridorReading mean;
        for (int seed = 1; seed <= bench.seeds(); ++seed) {
            const CorridorReading one = read_corridor(bench, bench.run(c, static_cast<std::uint64_t>(seed)));
            mean.density = one.density;
            mean.flow += one.flow / bench.seeds();
            mean.speed += one.speed / bench.seeds();
            mean.fastest = std::max(mean.fastest, one.fastest);
        }
        out.push_back(mean);
    }
    return out;
}

std::vector<double> column(const std::vector<CorridorReading>& rows, double CorridorReading::*member) {
    std::vector<double> out;
    for (const CorridorReading& r : rows) out.push_back(r.*member);
    return out;
}

Plot corridor_plot(const std::vector<CorridorReading>& rows, bool of_speed) {
    const auto x = column(rows, &CorridorReading::density);
    const auto y = column(rows, of_speed ? &CorridorReading::speed : &CorridorReading::flow);
    return {of_speed ? Name{"走廊：速度与密度", "Corridor: speed over density"}
                     : Name{"走廊：流量与密度", "Corridor: flow over density"},
            {"初始密度（人/m²）", "initial density (persons/m2)"},
            of_speed ? Name{"速度（m/s）", "speed (m/s)"} : Name{"比流量（人/(m·s)）", "specific flow (persons/(m s))"},
            {{{"实测", "measured"}, Plot::Shape::line, x, y, {}}}};
}

}  // namespace

// box_m: depth of the boxes; flow_less, persons/s: the stair's mean flow is lower than the corridor's inflow by this at
// least. Densities are means from the first person at the stair to the last out of the room: both queues stand then,
// and the one before the stair has not yet filled the corridor all the time. Means over the seeds.
Measurement measure_stair_congestion(const TestBench& bench) {
    const double depth = bench.limit("box_m");
    std::vector<double> exit, middle, foot, inflow, stair;
    for (int seed = 1; seed <= bench.seeds(); ++seed) {
        const Recording run = bench.run(0, static_cast<std::uint64_t>(seed));
        const Building& b = run.world->building;
        const SpaceId room = b.find_space("room"), corridor = b.find_space("corridor");
        const auto entering = first_crossings(run, "room_exit");
        const double from = sorted_times(first_crossings(run, "stair_foot")).front(), until = last_time(entering);
        exit.push_back(mean_density(run.trace, box_before(b, "room_exit", room, depth), from, until));
        middle.push_back(mean_density(run.trace, box_in_middle(b, corridor, depth), from, until));
        foot.push_back(mean_density(run.trace, box_before(b, "stair_foot", corridor, depth), from, until));
        inflow.push_back(mean_flow(entering));
        stair.push_back(mean_flow(first_crossings(run, "stair_head")));
    }
    Measurement out;
    out.figure = shown({mean_of(exit), mean_of(middle), mean_of(foot)}, 1) + " 1/m2; " +
                 shown({mean_of(inflow), mean_of(stair)}) + " 1/s";
    out.meets_criterion = mean_of(exit) > mean_of(middle) && mean_of(foot) > mean_of(middle) &&
                          mean_of(stair) < mean_of(inflow) - bench.limit("flow_less");
    out.remark = {
        "房间排空期间的平均密度：房间出口 / 走廊中段 / 楼梯脚；流量：走廊流入 / 楼梯",
        "Mean densities while the room empties: its exit / middle of the corridor / stair's foot; flows: into "
        "the corridor / stair"};
    return out;
}

// moderate, dense: places of two cases; zone_from_m, line_m, from_s, until_s: where and when is measured.
Measurement measure_corridor_flow(const TestBench& bench) {
    const auto rows = read_corridors(bench);
    const auto at = [&](const char* limit) { return rows.at(static_cast<std::size_t>(bench.limit(limit))).flow; };
    Measurement out;
    out.figure = shown(column(rows, &CorridorReading::flow)) + " 1/(m s)";
    out.meets_criterion = at("dense") < at("moderate");
    out.remark = {"初始密度 " + shown(column(rows, &CorridorReading::density)) + " 人/m²",
                  "Filled with " + shown(column(rows, &CorridorReading::density)) + " persons/m2"};
    out.plots.push_back(corridor_plot(rows, false));
    return out;
}

// As above, and free_ms + slack_ms: nobody's mean speed through the zone is above.
Measurement measure_corridor_diagram(const TestBench& bench) {
    const auto rows = read_corridors(bench);
    const auto speeds = column(rows, &CorridorReading::speed), flows = column(rows, &CorridorReading::flow);
    const auto fastest = column(rows, &CorridorReading::fastest);
    const auto peak = std::max_element(flows.begin(), flows.end());
    const bool falls = std::is_sorted(speeds.rbegin(), speeds.rend(), std::less_equal<>());
    const bool hump = peak != flows.begin() && peak + 1 != flows.end();
    const double quickest = *std::max_element(fastest.begin(), fastest.end());
    Measurement out;
    out.figure = shown(speeds) + " m/s; " + shown(flows) + " 1/(m s); " + shown(quickest, 3) + " m/s";
    out.meets_criterion = falls && hump && quickest <= bench.limit("free_ms") + bench.limit("slack_ms");
    out.remark = {"速度；比流量；单人最快", "Speeds; specific flows; the quickest of all"};
    out.plots.push_back(corridor_plot(rows, true));
    out.plots.push_back(corridor_plot(rows, false));
    return out;
}

}  // namespace muster::verify
