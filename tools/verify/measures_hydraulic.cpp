// SPDX-License-Identifier: Apache-2.0
// The hydraulic model against hand calculations, and the agent model against the hydraulic one.
#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>

#include "sim/flow/hydraulic.h"
#include "tools/verify/measures_component.h"
#include "tools/verify/readings.h"

namespace muster::verify {

namespace {

// most_error: of each greatest specific flow against the limits k_0, k_1, ... (kinds in their order).
Measurement measure_greatest_flows(const TestBench& bench) {
    std::vector<double> flows;
    double error = 0.0;
    for (std::size_t i = 0; i < flow::hydraulic_kinds.size(); ++i) {
        flows.push_back(flow::greatest_specific_flow(flow::hydraulic_kinds[i]));
        error = std::max(error, std::abs(flows.back() - bench.limit("k_" + std::to_string(i))));
    }
    Measurement out;
    out.figure = shown(flows, 3) + " 1/(m s)";
    out.meets_criterion = error <= bench.limit("most_error");
    return out;
}

// at, least_step, most_step: the formula's jump of speed at that density, as a share.
Measurement measure_speed_step(const TestBench& bench) {
    const double at = bench.limit("at");
    const double below = flow::hydraulic_speed_ms(flow::HydraulicKind::level, std::nextafter(at, 0.0));
    const double above = flow::hydraulic_speed_ms(flow::HydraulicKind::level, at);
    const double step = above / below - 1.0;
    Measurement out;
    out.figure = shown(below, 3) + " -> " + shown(above, 3) + " m/s (" + shown(100.0 * step, 1) + " %)";
    out.meets_criterion = std::abs(step) <= bench.limit("most_step");
    std::vector<double> densities, speeds;
    for (double d = 0.0; d <= 3.8; d += 0.05)
        densities.push_back(d), speeds.push_back(flow::hydraulic_speed_ms(flow::HydraulicKind::level, d));
    out.plots.push_back({{"水力模型：速度与密度", "Hydraulic model: speed over density"},
                         {"密度（人/m²）", "density (persons/m2)"},
                         {"速度（m/s）", "speed (m/s)"},
                         {{{"平地", "level"}, Plot::Shape::line, densities, speeds, {}}}});
    return out;
}

// most_error: of the balance in = out + queue, persons/s, over flows and widths.
Measurement measure_merging(const TestBench& bench) {
    double error = 0.0;
    int cases = 0;
    for (double first = 0.0; first <= 3.0; first += 0.25) {
        for (double second = 0.0; second <= 3.0; second += 0.25) {
            for (const flow::HydraulicKind kind : flow::hydraulic_kinds) {
                const flow::Junction j = flow::merge(std::array{first, second}, {kind, 0.9});
                const double parts = std::accumulate(j.parts.begin(), j.parts.end(), 0.0);
                error =
                    std::max({error, std::abs(first + second - j.passes - j.queue_growth), std::abs(parts - j.passes)});
                ++cases;
            }
        }
    }
    Measurement out;
    out.figure = shown(error, 6) + " 1/s (n = " + std::to_string(cases) + ")";
    out.meets_criterion = error <= bench.limit("most_error");
    return out;
}

// most_error, persons: queue_length against small steps of time.
Measurement measure_queue(const TestBench& bench) {
    const std::array inflows{flow::Inflow{0, 60, 1.5}, flow::Inflow{20, 20, 1.0}, flow::Inflow{90, 30, 1.4}};
    const flow::HydraulicElement door{flow::HydraulicKind::level,
                                      flow::effective_width_m(1.0, flow::Boundary::door_jamb)};
    double queue = 0.0, error = 0.0;
    std::vector<double> times, queues;
    constexpr double step = 0.01;
    for (int i = 0; i < 20'000; ++i) {
        const double t = step * i;
        if (i % 500 == 0) {
            times.push_back(t);
            queues.push_back(flow::queue_length(inflows, door, t));
            error = std::max(error, std::abs(queues.back() - queue));
        }
        double comes = 0.0;
        for (const flow::Inflow& f : inflows)
            comes += t + step / 2 > f.from_s && t + step / 2 < f.from_s + f.lasts_s ? f.flow : 0.0;
        queue = std::max(0.0, queue + step * (comes - door.capacity()));
    }
    Measurement out;
    out.figure = shown(error, 3);
    out.meets_criterion = error <= bench.limit("most_error");
    out.plots.push_back({{"门前排队", "Queue before a door"},
                         {"时间（s）", "time (s)"},
                         {"排队人数", "persons in the queue"},
                         {{{"水力模型", "hydraulic model"}, Plot::Shape::line, times, queues, {}}}});
    return out;
}

// most_error: share by which the agent model's time may differ from people / capacity plus the walk of the first to
// the door (walk_s). One case for each number of people.
Measurement measure_agents_and_hydraulic(const TestBench& bench) {
    std::vector<double> people, agents, hydraulic, share;
    for (std::size_t c = 0; c < bench.test().cases.size(); ++c) {
        double n = 0.0, width = 0.0, first = 0.0;
        agents.push_back(median_of(over_seeds(bench, c, [&](const Recording& run) {
            const auto times = sorted_times(first_crossings(run, "exit"));
            const Building& b = run.world->building;
            width = b.opening(b.find_opening("exit")).clear_width_m;
            n = static_cast<double>(run.trace.people.size());
            first = times.empty() ? never : times.front();
            return times.size() == run.trace.people.size() ? times.back() : never;
        })));
        people.push_back(n);
        hydraulic.push_back(
            first + flow::passage_time_s(
                        n, {flow::HydraulicKind::level, flow::effective_width_m(width, flow::Boundary::door_jamb)}));
        share.push_back(100.0 * (agents.back() / hydraulic.back() - 1.0));
    }
    Measurement out;
    out.figure = shown(agents, 1) + " s; " + shown(share, 0) + " %";
    out.meets_criterion = std::all_of(share.begin(), share.end(),
                                      [&](double s) { return std::abs(s) <= 100.0 * bench.limit("most_error"); });
    out.remark = {"水力模型 " + shown(hydraulic, 1) + " s", "Hydraulic model " + shown(hydraulic, 1) + " s"};
    out.plots.push_back({{"单门房间用时", "Times of rooms with one door"},
                         {"人数", "persons"},
                         {"用时（s）", "time (s)"},
                         {{{"个体模型", "agents"}, Plot::Shape::points, people, agents, {}},
                          {{"水力模型", "hydraulic model"}, Plot::Shape::line, people, hydraulic, {}}}});
    return out;
}

}  // namespace

std::span<const NamedMeasure> hydraulic_measures() {
    static constexpr std::array<NamedMeasure, 5> measures{{{"greatest_flows", measure_greatest_flows},
                                                           {"speed_step", measure_speed_step},
                                                           {"merging", measure_merging},
                                                           {"queue", measure_queue},
                                                           {"agents_and_hydraulic", measure_agents_and_hydraulic}}};
    return measures;
}

}  // namespace muster::verify
