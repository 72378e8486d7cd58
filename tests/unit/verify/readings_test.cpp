// SPDX-License-Identifier: Apache-2.0
// The observer's tools of the catalogue, on made-up traces and files.
#include "tools/verify/readings.h"

#include <catch2/catch.hpp>
#include <cmath>
#include <filesystem>
#include <fstream>

#include "tools/verify/suite_run.h"
#include "tools/verify/trajectories.h"

using namespace muster;
using namespace muster::verify;

namespace {

// Three people walk along x at 1 m/s, 2 m apart, sampled every 0.5 s; the first one leaves at 6 s.
Trace three_walkers() {
    Trace trace;
    trace.people.resize(3);
    for (int s = 0; s <= 20; ++s) {
        const double t = 0.5 * s;
        trace.sample_times.push_back(SimTime{} + Duration::from_seconds(t));
        for (int i = 0; i < 3; ++i) {
            TracePoint p{};
            p.x = static_cast<float>(t - 2.0 * i);
            p.y = 0.5F;
            p.speed = 1.0F;
            p.state = i == 0 && t >= 6.0 ? PersonState::gone : PersonState::walking;
            trace.points.push_back(p);
        }
    }
    return trace;
}

TestEntry entry() {
    TestEntry test;
    test.id = "t";
    return test;
}

}  // namespace

TEST_CASE("flow is people less one over the time between the first and the last", "[verify]") {
    CHECK(mean_flow({3.0, 1.0, never, 2.0}) == Approx(1.0));
    CHECK(mean_flow({3.0}) == 0.0);
    CHECK(sorted_times({3.0, never, 1.0}) == std::vector<double>{1.0, 3.0});
    CHECK(last_time({}) == 0.0);
}

TEST_CASE("a line is passed once, between two samples", "[verify]") {
    const auto times = passing_times(three_walkers(), Axis::x, 3.25);
    CHECK(times[0] == Approx(3.25));
    CHECK(times[1] == Approx(5.25));
    CHECK(times[2] == Approx(7.25));
    CHECK(std::isinf(passing_times(three_walkers(), Axis::x, 9.0)[1]));
}

TEST_CASE("a box counts those who are there, gone ones never", "[verify]") {
    const auto readings = read_box(three_walkers(), {{0.0, 0.0}, {10.0, 1.0}});
    CHECK(readings.at(0).count == 1);
    CHECK(readings.at(10).count == 3);
    CHECK(readings.at(12).count == 2);
    CHECK(readings.at(10).mean_speed_ms == Approx(1.0));
    CHECK(peak_density(readings, 10.0) == Approx(0.3));
    CHECK(peak_density(readings, 10.0, 5.0) == Approx(0.2));
}

TEST_CASE("one analysis for measured tracks and for our own", "[verify]") {
    const AreaReading r = read_area(trajectories_of(three_walkers()), {{2.1, 0.0}, {4.1, 1.0}}, 0.0, 1.0);
    CHECK(r.flow == Approx(0.5));
    CHECK(r.speed == Approx(1.0));
    CHECK(r.density * r.speed * 1.0 == Approx(r.flow).epsilon(0.2));
}

TEST_CASE("files of tracks are read in centimetres, and a broken line is named", "[verify]") {
    const auto path = (std::filesystem::temp_directory_path() / "muster_tracks.txt").string();
    std::ofstream(path) << "# id frame x y z\n7 16 100 200 180\n7 17 110 200 180\n";
    const Trajectories read = read_trajectories(path, 16.0);
    REQUIRE(read.tracks.size() == 1);
    CHECK(read.tracks[0].first_s == Approx(1.0));
    CHECK(read.tracks[0].places[1].x == Approx(1.1));
    std::ofstream(path) << "7 16 100\n";
    CHECK_THROWS_WITH(read_trajectories(path, 16.0), Catch::Contains(":1:"));
    std::filesystem::remove(path);
    CHECK_THROWS_WITH(read_trajectories(path, 16.0), Catch::Contains(path));
}

TEST_CASE("Kolmogorov and Smirnov accept what follows the law and refuse what does not", "[verify]") {
    std::vector<double> even;
    for (int i = 0; i < 100; ++i) even.push_back((i + 0.5) / 100.0);
    CHECK(kolmogorov_smirnov_p(even, [](double x) { return x; }) > 0.99);
    CHECK(kolmogorov_smirnov_p(even, [](double x) { return x * x; }) < 0.001);
}

TEST_CASE("the document's criterion decides, our aim only marks", "[verify]") {
    Measurement good, off, bad, none;
    good.meets_criterion = off.meets_criterion = true;
    off.on_target = false;
    bad.on_target = true;
    none.not_run = {"无", "none"};
    TestEntry known = entry();
    known.expected_failure = Name{"因", "why"};
    CHECK(judge(entry(), good) == TestVerdict::passed);
    CHECK(judge(entry(), off) == TestVerdict::off_target);
    CHECK(judge(entry(), bad) == TestVerdict::failed);
    CHECK(judge(entry(), none) == TestVerdict::not_run);
    CHECK(judge(known, bad) == TestVerdict::expected_failure);
    CHECK(judge(known, good) == TestVerdict::unexpected_pass);
    CHECK(is_failure(TestVerdict::unexpected_pass));
    CHECK_FALSE(is_failure(TestVerdict::expected_failure));
}
