// SPDX-License-Identifier: Apache-2.0
// Cost of the distance fields: making them (a furnished classroom, a large hall, a whole school), reading them (once
// per person and motion step), and a route table. Prints min / median / max. Usage: bench_routing_bench [PLAN.json]
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <string>
#include <vector>

#include "floorplans/reader.h"
#include "sim/base/random.h"
#include "sim/routing/make_field.h"
#include "sim/routing/navigation.h"
#include "tests/support/building_builder.h"

namespace muster::testing {
namespace {

using Clock = std::chrono::steady_clock;

double seconds_since(Clock::time_point start) { return std::chrono::duration<double>(Clock::now() - start).count(); }

/// Runs `work` `times` times after one warm-up; prints the spread of its wall time divided by `per`.
template <class Work>
void measure(const char* what, int times, double per, const char* unit, Work&& work) {
    work();
    std::vector<double> taken;
    for (int i = 0; i < times; ++i) {
        const Clock::time_point start = Clock::now();
        work();
        taken.push_back(seconds_since(start) / per);
    }
    std::sort(taken.begin(), taken.end());
    std::printf("%-44s %9.3f %9.3f %9.3f %s\n", what, taken.front(), taken[taken.size() / 2], taken.back(), unit);
}

Building classroom() {
    BuildingBuilder b;
    b.level("F1").room("r", {{0, 0}, {9, 7.2}}).corridor("c", {{0, 7.44}, {9, 9.84}});
    b.door("d1", "r", "c", {{7.6, 7.32}, {8.6, 7.32}}).door("d2", "r", "c", {{0.4, 7.32}, {1.4, 7.32}});
    int desk = 0;
    for (double x = 0.6; x < 8.0; x += 1.9) {
        for (double y = 1.0; y < 6.0; y += 0.9, ++desk) {
            std::string key = "desk";
            key += std::to_string(desk);
            b.obstacle(key, "r", Box{{x, y}, {x + 1.2, y + 0.4}});
        }
    }
    return b.build();
}

Building hall() { return BuildingBuilder().room("h", {{0, 0}, {100, 100}}).exit("e", "h", {{0, 40}, {0, 44}}).build(); }

constexpr int call_count = 1'000'000;

/// Places where people can be.
std::vector<Vec2> points_in(const routing::FreeSpace& space, const Box& box, std::size_t count) {
    RandomStream random(1, Purpose::test, 0);
    std::vector<Vec2> out;
    while (out.size() < count) {
        const Vec2 p{random.uniform(box.low.x, box.high.x), random.uniform(box.low.y, box.high.y)};
        if (space.holds(p)) out.push_back(p);
    }
    return out;
}

void bench_reading(const char* where, const Building& building, const routing::DistanceField& field) {
    const SpaceId first{std::size_t{0}};
    const Box box = bounds(building.space(first).area.outer);
    const std::vector<Vec2> points =
        points_in(routing::FreeSpace(building, first), box, 1000);  // as many as a school has people
    double sum = 0.0;
    const auto each = [&](auto&& call) {
        for (int i = 0; i < call_count; ++i) sum += call(points[static_cast<std::size_t>(i) % points.size()]);
    };
    const std::string name = where;
    measure((name + ", at()").c_str(), 9, call_count * 1e-9, "ns", [&] { each([&](Vec2 p) { return field.at(p); }); });
    measure((name + ", descent()").c_str(), 9, call_count * 1e-9, "ns",
            [&] { each([&](Vec2 p) { return field.descent(p).x; }); });
    if (sum == 0.5) std::printf("\n");  // keeps the calls
}

void make_everything(const routing::Navigation& navigation) {
    const Building& b = navigation.building();
    for (std::size_t i = 0; i < b.openings.size(); ++i) {
        (void)navigation.field(b.openings[i].from, OpeningId{i});
        if (b.openings[i].to.valid()) (void)navigation.field(b.openings[i].to, OpeningId{i});
    }
    for (std::size_t i = 0; i < b.spots.size(); ++i)
        (void)navigation.field(routing::Destination{routing::Destination::Kind::spot, AssemblySpotId{i}, {}});
}

void bench_plan(const Building& b) {
    measure("whole plan, all fields", 7, 1e-3, "ms", [&] { make_everything(routing::Navigation(b)); });
    const routing::Navigation navigation(b);
    make_everything(navigation);
    std::printf("%-44s %zu spaces, %zu fields, %.1f MB\n", "whole plan", b.spaces.size(), navigation.fields_made(),
                static_cast<double>(navigation.bytes()) / 1e6);
    const std::vector<double> extra(b.openings.size(), 0.0);
    const routing::Destination out{routing::Destination::Kind::out_of_building, {}, {}};
    const routing::RouteTable table = navigation.route_table(out, extra);
    measure("whole plan, route table", 21, 1e-6, "us", [&] { (void)navigation.route_table(out, extra); });
    std::vector<std::pair<SpaceId, Vec2>> places;
    for (std::size_t s = 0; s < b.spaces.size(); ++s)
        for (const Vec2 p : points_in(navigation.free_space(SpaceId{s}), bounds(b.spaces[s].area.outer), 20))
            places.emplace_back(SpaceId{s}, p);
    measure("whole plan, next_step()", 21, static_cast<double>(places.size()) * 1e-9, "ns", [&] {
        for (const auto& [space, p] : places) (void)navigation.next_step(table, space, p);
    });
}

int run(const char* plan) {
    std::printf("%-44s %9s %9s %9s\n", "", "min", "median", "max");
    const SpaceId first{std::size_t{0}};
    const OpeningId door{std::size_t{0}};
    const Building room = classroom(), large = hall();
    const routing::FieldSettings at_20_cm{0.2, 0.25, 2.0};
    measure("classroom 9 x 7.2 m, 0.1 m, grid and field", 51, 1e-3, "ms",
            [&] { (void)routing::make_field(room, first, door); });
    const routing::FreeSpace room_grid(room, first);
    measure("classroom, field alone", 51, 1e-3, "ms", [&] { (void)routing::make_field(room, room_grid, first, door); });
    measure("hall 100 x 100 m, 0.2 m, grid and field", 11, 1e-3, "ms",
            [&] { (void)routing::make_field(large, routing::FreeSpace(large, first, at_20_cm), first, door); });
    bench_reading("classroom", room, routing::make_field(room, first, door));
    bench_reading("hall", large, routing::make_field(large, routing::FreeSpace(large, first, at_20_cm), first, door));
    if (plan == nullptr) return 0;
    const auto read = floorplans::read_floor_plan(plan);
    if (!read) {
        std::fprintf(stderr, "%s: not a sound plan\n", plan);
        return 2;
    }
    bench_plan(*read.value);
    return 0;
}

}  // namespace
}  // namespace muster::testing

int main(int argc, char** argv) { return muster::testing::run(argc > 1 ? argv[1] : nullptr); }
