// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>
#include <cmath>
#include <limits>
#include <thread>

#include "tests/unit/routing/support.h"

using namespace muster;
using namespace muster::routing;
using namespace muster::testing;

namespace {

const Destination out_of_building{Destination::Kind::out_of_building, {}, {}};

std::vector<double> no_extra(const Building& b) { return std::vector<double>(b.openings.size(), 0.0); }

/// Every simple way from passage to passage, by brute force.
double shortest(const Navigation& nav, const std::vector<double>& extra, SpaceId in, OpeningId by,
                std::vector<bool>& used) {
    const Building& b = nav.building();
    const SpaceId next = b.opening(by).other(in);
    const double here = extra[by.index()];
    const Segment near = field_target(b, in, by);
    if (!next.valid()) return here + distance(near.middle(), b.opening(by).at.middle());
    const double wall = distance(near.middle(), field_target(b, next, by).middle());
    double least = infinity;
    used[by.index()] = true;
    for (const OpeningId o : b.space(next).openings)
        if (!used[o.index()]) least = std::min(least, nav.between_m(next, by, o) + shortest(nav, extra, next, o, used));
    used[by.index()] = false;
    return here + wall + crossing_m(b.space(next)) + least;
}

/// Yard with two spots, a hall before it, a room behind, a flight up to a gallery.
Building small_school() {
    return BuildingBuilder()
        .level("F1")
        .room("hall", {{0, 0}, {12, 8}}, SpaceUse::hall)
        .room("room", {{12.24, 0}, {20, 8}})
        .space("flight", ring_of({{0, 8}, {2, 11.36}}), SpaceUse::stair_flight)
        .yard("yard", {{0, -40.24}, {40, -0.24}})
        .level("F2", 1.8, 2)
        .room("gallery", {{0, 11.36}, {12, 14}}, SpaceUse::gallery)
        .door("rd", "room", "hall", {{12.12, 3}, {12.12, 4}})
        .doorway("hy", "hall", "yard", {{5, -0.12}, {7, -0.12}})
        .door("ry", "room", "yard", {{17, -0.12}, {18, -0.12}})
        .door("foot", "hall", "flight", {{0.1, 8}, {1.9, 8}}, OpeningKind::flight_end)
        .door("head", "flight", "gallery", {{0.1, 11.36}, {1.9, 11.36}}, OpeningKind::flight_end)
        .door("gate", "yard", "outside", {{40, -20}, {40, -16}}, OpeningKind::gate)
        .flight("flight", {"ST", "foot", "head", 12, 0.15, 0.28})
        .assembly("A", "yard", {{2, -38}, {38, -10}})
        .spot("A1", {6, -20})
        .spot("A2", {30, -20})
        .build();
}

}  // namespace

TEST_CASE("navigation: the cheapest way agrees with all ways tried", "[routing][property]") {
    const auto seed = GENERATE(range(0, 12));
    INFO("seed " << seed);
    const Building b = row_of_rooms(4);
    const Navigation nav(b);
    RandomStream random(static_cast<std::uint64_t>(seed), Purpose::test, 3);
    std::vector<double> extra = no_extra(b);
    for (double& e : extra) {
        const double draw = random.uniform();
        e = draw < 0.15 ? infinity : draw < 0.5 ? random.uniform(0.0, 30.0) : 0.0;
    }
    const RouteTable table = nav.route_table(off_site, extra);
    for (std::size_t i = 0; i < b.openings.size(); ++i) {
        std::vector<bool> used(b.openings.size(), false);
        const double want = shortest(nav, extra, b.openings[i].from, OpeningId{i}, used);
        INFO(b.openings[i].key);
        if (std::isinf(want))
            CHECK(std::isinf(table.beyond_m[2 * i]));
        else
            CHECK(table.beyond_m[2 * i] == Approx(want).margin(1e-9));
    }
}

TEST_CASE("navigation: the next opening is the one with the least way through it", "[routing]") {
    const Building b = row_of_rooms(5);
    const Navigation nav(b);
    const RouteTable table = nav.route_table(off_site, no_extra(b));
    for (std::size_t s = 0; s < b.spaces.size(); ++s) {
        const SpaceId space{s};
        const Box box = bounds(b.spaces[s].area.outer);
        for (double x = box.low.x + 0.1; x < box.high.x; x += 1.3) {
            for (double y = box.low.y + 0.1; y < box.high.y; y += 1.1) {
                double least = infinity;
                OpeningId best;
                for (const OpeningId o : b.spaces[s].openings) {
                    const double way = nav.to_go_m(table, space, {x, y}, o);
                    if (way < least) least = way, best = o;
                }
                const auto next = nav.next_step(table, space, {x, y});
                REQUIRE(next);
                CHECK(next->opening == best);
                CHECK(next->to_go_m == least);
            }
        }
    }
}

TEST_CASE("navigation: a closed opening is not used, and no way at all is said so", "[routing]") {
    const Building b = small_school();
    const Navigation nav(b);
    std::vector<double> extra = no_extra(b);
    const SpaceId room = b.find_space("room");
    CHECK(nav.next_step(nav.route_table(out_of_building, extra), room, {16, 2})->opening == b.find_opening("ry"));
    extra[b.find_opening("ry").index()] = infinity;
    CHECK(nav.next_step(nav.route_table(out_of_building, extra), room, {16, 2})->opening == b.find_opening("rd"));
    extra[b.find_opening("rd").index()] = infinity;
    CHECK_FALSE(nav.next_step(nav.route_table(out_of_building, extra), room, {16, 2}));
    CHECK(std::isinf(nav.to_go_m(nav.route_table(out_of_building, extra), room, {16, 2})));
}

TEST_CASE("navigation: nobody cuts through a classroom for a few steps, but does for many", "[routing]") {
    const Building b = BuildingBuilder()
                           .corridor("west", {{0, 0}, {4, 3}})
                           .room("class", {{4.24, 0}, {10, 3}})
                           .corridor("east", {{10.24, 0}, {14, 3}})
                           .corridor("round", {{0, 3.24}, {14, 5}})
                           .door("in", "west", "class", {{4.12, 1}, {4.12, 2}})
                           .door("out", "class", "east", {{10.12, 1}, {10.12, 2}})
                           .door("up", "west", "round", {{0.5, 3.12}, {1.5, 3.12}})
                           .door("down", "round", "east", {{12.5, 3.12}, {13.5, 3.12}})
                           .exit("e", "east", {{14, 1}, {14, 2}})
                           .build();
    const Navigation nav(b);
    std::vector<double> extra = no_extra(b);
    const SpaceId west = b.find_space("west");  // 7 m farther round than through
    CHECK(nav.next_step(nav.route_table(off_site, extra), west, {3.5, 1.5})->opening == b.find_opening("up"));
    CHECK(nav.to_go_m(nav.route_table(off_site, extra), b.find_space("class"), {5, 1.5}) < 10.0);  // its own class
    extra[b.find_opening("up").index()] = 20.0;
    CHECK(nav.next_step(nav.route_table(off_site, extra), west, {3.5, 1.5})->opening == b.find_opening("in"));
}

TEST_CASE("navigation: an opening's extra cost turns people away when it outweighs the detour", "[routing]") {
    const Building b = small_school();
    const Navigation nav(b);
    std::vector<double> extra = no_extra(b);
    const SpaceId room = b.find_space("room");
    const double free_way = nav.to_go_m(nav.route_table(out_of_building, extra), room, {16, 2});
    extra[b.find_opening("ry").index()] = 3.0;
    CHECK(nav.to_go_m(nav.route_table(out_of_building, extra), room, {16, 2}) == Approx(free_way + 3.0));
    extra[b.find_opening("ry").index()] = 50.0;
    CHECK(nav.next_step(nav.route_table(out_of_building, extra), room, {16, 2})->opening == b.find_opening("rd"));
}

TEST_CASE("navigation: each kind of destination ends where it should", "[routing]") {
    const Building b = small_school();
    const Navigation nav(b);
    const SpaceId yard = b.find_space("yard"), hall = b.find_space("hall"), room = b.find_space("room");
    const auto next = [&](const Destination& d, SpaceId in, Vec2 p) {
        return nav.next_step(nav.route_table(d, no_extra(b)), in, p);
    };
    SECTION("off the site: by the gate") {
        CHECK(next(off_site, yard, {20, -20})->opening == b.find_opening("gate"));
        CHECK(next(off_site, hall, {2, 4})->opening == b.find_opening("hy"));
    }
    SECTION("out of the building: those out of doors are there") {
        CHECK_FALSE(next(out_of_building, yard, {20, -20})->opening.valid());
        CHECK(next(out_of_building, yard, {20, -20})->to_go_m == 0.0);
        CHECK(next(out_of_building, hall, {6, 4})->opening == b.find_opening("hy"));
    }
    SECTION("a spot: to it within the yard, each room by its nearer door") {
        const Destination a1{Destination::Kind::spot, b.find_spot("A1"), {}};
        const Destination a2{Destination::Kind::spot, b.find_spot("A2"), {}};
        CHECK_FALSE(next(a1, yard, {20, -20})->opening.valid());
        CHECK(next(a1, yard, {20, -20})->to_go_m == Approx(12.5).epsilon(0.03));
        CHECK(next(a1, room, {13, 3.5})->opening == b.find_opening("rd"));
        CHECK(next(a2, room, {13, 3.5})->opening == b.find_opening("ry"));
    }
    SECTION("a room") {
        const Destination to{Destination::Kind::room, {}, room};
        CHECK(next(to, hall, {6, 4})->opening == b.find_opening("rd"));
        CHECK_FALSE(next(to, room, {13, 3.5})->opening.valid());
        CHECK(next(to, b.find_space("gallery"), {5, 13})->opening == b.find_opening("head"));
    }
}

TEST_CASE("navigation: flights count along the incline", "[routing]") {
    const Building b = small_school();
    const Navigation nav(b);
    const SpaceId flight = b.find_space("flight");
    CHECK(nav.incline_factor(flight) == Approx(std::hypot(0.28, 0.15) / 0.28));
    CHECK(nav.incline_factor(b.find_space("hall")) == 1.0);
    const double plan_m = 3.36 - 2 * 0.07;  // between the two targets
    CHECK(nav.between_m(flight, b.find_opening("foot"), b.find_opening("head")) ==
          Approx(plan_m * nav.incline_factor(flight)).epsilon(0.01));
}

TEST_CASE("navigation: the whole way is the sum of its parts, also while passing a door", "[routing]") {
    const Building b = small_school();
    const Navigation nav(b);
    const RouteTable table = nav.route_table(out_of_building, no_extra(b));
    const double before = nav.to_go_m(table, b.find_space("flight"), {1, 8.04}, b.find_opening("foot"));
    const double after = nav.to_go_m(table, b.find_space("hall"), {1, 7.96}, b.find_opening("hy"));
    CHECK(before == Approx(after).margin(0.25));  // the slot counts whole until it is passed
    const double whole = nav.to_go_m(table, b.find_space("gallery"), {1, 12.5});
    const double exact = 1.14 + 3.36 * nav.incline_factor(b.find_space("flight")) + std::hypot(3.3, 8.0) + 0.12;
    CHECK(whole == Approx(exact).epsilon(0.04));
}

TEST_CASE("navigation: distances between openings are the same both ways", "[routing]") {
    const Building b = row_of_rooms(4);
    const Navigation nav(b);
    const auto& doors = b.spaces[0].openings;
    for (const OpeningId p : doors)
        for (const OpeningId q : doors) CHECK(nav.between_m(first_space, p, q) == nav.between_m(first_space, q, p));
    CHECK(nav.between_m(first_space, b.find_opening("west"), b.find_opening("east")) == Approx(23.86).epsilon(0.02));
}

TEST_CASE("navigation: who asks first makes no difference", "[routing]") {
    const Building b = row_of_rooms(6);
    const Navigation alone(b);
    const RouteTable want = alone.route_table(off_site, no_extra(b));
    for (int trial = 0; trial < 5; ++trial) {
        const Navigation shared(b);
        std::vector<RouteTable> got(4);
        std::vector<const DistanceField*> seen(got.size());
        std::vector<std::thread> threads;
        for (std::size_t i = 0; i < got.size(); ++i) {
            threads.emplace_back([&, i] {
                for (std::size_t k = 0; k < b.openings.size(); ++k) {  // each in another order
                    const OpeningId o{(k * (2 * i + 1) + i) % b.openings.size()};
                    seen[i] = &shared.field(b.opening(o).from, o);
                }
                got[i] = shared.route_table(off_site, no_extra(b));
                seen[i] = &shared.field(first_space, b.spaces[0].openings[2]);
            });
        }
        for (std::thread& t : threads) t.join();
        for (const RouteTable& table : got) CHECK(table.beyond_m == want.beyond_m);
        for (const DistanceField* f : seen) CHECK(f == seen[0]);
        CHECK(seen[0]->cost == alone.field(first_space, b.spaces[0].openings[2]).cost);
    }
}

TEST_CASE("navigation: fields are made when asked for and counted", "[routing]") {
    const Building b = row_of_rooms(3);
    const Navigation nav(b);
    CHECK(nav.fields_made() == 0);
    CHECK(nav.bytes() == 0);
    (void)nav.field(first_space, b.spaces[0].openings[0]);
    CHECK(nav.fields_made() == 1);
    const std::size_t one = nav.bytes();
    CHECK(one > 6U * 180 * 24);
    (void)nav.field(first_space, b.spaces[0].openings[0]);
    CHECK(nav.bytes() == one);
}
