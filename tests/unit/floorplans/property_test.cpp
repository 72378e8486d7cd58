// SPDX-License-Identifier: Apache-2.0
// What holds for every plan: reading what was written changes nothing, turning, moving and shuffling a plan change
// nothing that matters, and every opening is as wide as it says.
#include <cmath>
#include <functional>
#include <map>
#include <numeric>
#include <set>

#include "floorplans/polygon_ops.h"
#include "floorplans/writer.h"
#include "sim/base/number_text.h"
#include "sim/base/random.h"
#include "tests/unit/floorplans/gauge.h"
#include "tests/unit/floorplans/plan_text.h"

using namespace muster;
using namespace muster::floorplans;

namespace {

Building read_library(const std::string& path) {
    Checked<Building> read = read_floor_plan(path);
    INFO(path << "\n" << listing(read.findings));
    REQUIRE(read);
    return std::move(*read.value);
}

// Two storeys of rooms along a corridor, with dirt as traced plans have it: overlaps under 0.2 m, kinks, doubles.
Building dirty_building(std::uint64_t seed) {
    RandomStream rng(seed, Purpose::test, 1);
    const auto at = [](double v) { return short_number(v, 4); };
    PlanText plan;
    plan.room("c", "[[0, 7.1], [40, 7.1], [40, 9.5], [0, 9.5]]", R"("use": "corridor")");
    plan.door("e", "c", "outside", "[[40, 7.8], [40, 8.8]]");
    for (int i = 0; i < 5; ++i) {
        const double x = 8.0 * i, y = 7.0 + rng.uniform(-0.09, 0.09);
        const std::string id = "r" + std::to_string(i), x0 = at(x + rng.uniform(-0.05, 0.05)), x1 = at(x + 8.0);
        plan.room(id, "[[" + x0 + ", 0], [" + x1 + ", 0], [" + x1 + ", 0], [" + at(x + 8.0 + rng.uniform(-0.05, 0.05)) +
                          ", " + at(y) + "], [" + at(x + 4) + ", 7" + "], [" + x0 + ", " + at(y) + "]]");
        plan.door("d" + std::to_string(i), id, "c", "[[" + at(x + 5) + ", 7.05], [" + at(x + 6) + ", 7.05]]");
    }
    Checked<Building> read = read_plan_text(plan.text());
    INFO(listing(read.findings));
    REQUIRE(read);
    return std::move(*read.value);
}

Building reread(const Building& building) {
    const std::string text = write_floor_plan(building);
    const Checked<Building> read = read_plan_text(text);
    INFO(listing(read.findings));
    REQUIRE(read);
    CHECK(std::none_of(read.findings.begin(), read.findings.end(), [](const Finding& f) {
        return f.code.starts_with("space.overlap") || f.code == "space.contained";
    }));
    return *read.value;
}

void check_same(const Building& a, const Building& b) {
    CHECK(write_floor_plan(a) == write_floor_plan(b));
    CHECK(a.site_origin == b.site_origin);
    REQUIRE(a.spaces.size() == b.spaces.size());
    REQUIRE(a.openings.size() == b.openings.size());
    REQUIRE(a.obstacles.size() == b.obstacles.size());
    for (std::size_t i = 0; i < a.spaces.size(); ++i) {
        INFO(a.spaces[i].key);
        CHECK(a.spaces[i].area == b.spaces[i].area);
        CHECK(a.spaces[i].openings == b.spaces[i].openings);
        CHECK(a.spaces[i].flight.has_value() == b.spaces[i].flight.has_value());
        CHECK(a.spaces[i].floor_m == b.spaces[i].floor_m);
    }
    for (std::size_t i = 0; i < a.openings.size(); ++i) {
        INFO(a.openings[i].key);
        CHECK(a.openings[i].at == b.openings[i].at);
        CHECK(a.openings[i].depth_from_m == b.openings[i].depth_from_m);
        CHECK(a.openings[i].depth_to_m == b.openings[i].depth_to_m);
        CHECK(a.openings[i].normal == b.openings[i].normal);
        CHECK(a.openings[i].name == b.openings[i].name);
    }
    for (std::size_t i = 0; i < a.obstacles.size(); ++i) CHECK(a.obstacles[i].outline == b.obstacles[i].outline);
}

// The building with every coordinate moved by `move`, written without the reader's help.
Building moved(Building b, const std::function<Vec2(Vec2)>& move) {
    const auto ring = [&](Ring& r) {
        for (Vec2& p : r) p = move(p);
    };
    for (Space& s : b.spaces) {
        ring(s.area.outer);
        for (Ring& h : s.area.holes) ring(h);
    }
    for (Opening& o : b.openings) o.at = {move(o.at.a), move(o.at.b)};
    for (Obstacle& o : b.obstacles) ring(o.outline);
    for (AssemblyArea& a : b.assembly_areas) ring(a.outline);
    for (AssemblySpot& s : b.spots) s.at = move(s.at);
    for (Fixture& f : b.fixtures) f.at = move(f.at);
    return b;
}

using Joined = std::set<std::set<std::string>>;

Joined joined_spaces(const Building& b) {
    Joined out;
    for (const Opening& o : b.openings)
        out.insert({b.space(o.from).key, o.to.valid() ? b.space(o.to).key : "outside", "by " + o.key});
    return out;
}

std::map<std::string, double> areas(const Building& b) {
    std::map<std::string, double> out;
    for (const Space& s : b.spaces) out[s.key] = area(s.area);
    return out;
}

}  // namespace

TEST_CASE("plans: healing twice is healing once, and reading what was written gives the same building",
          "[floorplans][property][slow][sanitized]") {
    for (const std::string& path : library_plans()) {
        const Building b = read_library(path);
        INFO(path);
        check_same(b, reread(b));
    }
    for (std::uint64_t seed = 1; seed <= 20; ++seed) {
        INFO("seed " << seed);
        const Building b = dirty_building(seed);
        check_same(b, reread(b));
    }
}

TEST_CASE("plans: healed spaces of one level are disjoint, but for strips under a millimetre that count as touching",
          "[floorplans][property]") {
    for (std::uint64_t seed = 1; seed <= 20; ++seed) {
        INFO("seed " << seed);
        const Building b = dirty_building(seed);
        for (std::size_t i = 0; i < b.spaces.size(); ++i) {
            for (std::size_t j = i + 1; j < b.spaces.size(); ++j) {
                const auto common = intersection(b.spaces[i].area, b.spaces[j].area);
                REQUIRE(common);
                CHECK(widest(*common) < 1e-3);
            }
        }
    }
}

TEST_CASE("plans: turned by 17 degrees a plan has the same graph, areas and slots", "[floorplans][property][slow]") {
    const double c = std::cos(17.0 * 3.14159265358979 / 180.0), s = std::sin(17.0 * 3.14159265358979 / 180.0);
    for (const std::string& path : library_plans()) {
        const Building b = read_library(path);
        const Building turned = reread(moved(b, [&](Vec2 p) { return Vec2{c * p.x - s * p.y, s * p.x + c * p.y}; }));
        INFO(path);
        CHECK(joined_spaces(turned) == joined_spaces(b));
        for (std::size_t i = 0; i < b.openings.size(); ++i) {
            CHECK(turned.openings[i].depth_from_m == Approx(b.openings[i].depth_from_m).margin(1e-5));
            CHECK(turned.openings[i].depth_to_m == Approx(b.openings[i].depth_to_m).margin(1e-5));
        }
        const auto before = areas(b), after = areas(turned);
        for (const auto& [key, m2] : before) CHECK(after.at(key) == Approx(m2).epsilon(1e-6).margin(1e-4));
    }
}

TEST_CASE("plans: in map coordinates a plan is the same, about an origin of its own", "[floorplans][property][slow]") {
    for (const std::string& path : library_plans()) {
        const Building b = read_library(path);
        const Building far = reread(moved(b, [](Vec2 p) { return p + Vec2{700'000, 5'000'000}; }));
        INFO(path);
        CHECK(far.site_origin.x > 600'000);
        CHECK(joined_spaces(far) == joined_spaces(b));
        const Vec2 shift = Vec2{700'000, 5'000'000} - far.site_origin;
        for (std::size_t i = 0; i < b.spaces.size(); ++i) {
            REQUIRE(far.spaces[i].area.outer.size() == b.spaces[i].area.outer.size());
            for (std::size_t k = 0; k < b.spaces[i].area.outer.size(); ++k)
                CHECK(distance(far.spaces[i].area.outer[k], b.spaces[i].area.outer[k] + shift) < 1e-6);
        }
        check_same(far, reread(far));
    }
}

TEST_CASE("plans: the order of spaces and openings does not matter", "[floorplans][property][slow][sanitized]") {
    for (const std::string& path : library_plans()) {
        const Building b = read_library(path);
        Building shuffled = b;
        std::reverse(shuffled.spaces.begin(), shuffled.spaces.end());
        std::reverse(shuffled.openings.begin(), shuffled.openings.end());
        const auto space = [&](SpaceId& id) {
            if (id.valid()) id = SpaceId{b.spaces.size() - 1 - id.index()};
        };
        const auto opening = [&](OpeningId& id) { id = OpeningId{b.openings.size() - 1 - id.index()}; };
        for (Opening& o : shuffled.openings) {
            space(o.from), space(o.to);
            if (o.swings_into) space(*o.swings_into);
        }
        for (Space& s : shuffled.spaces)
            if (s.flight) opening(s.flight->foot), opening(s.flight->head);
        for (Stair& s : shuffled.stairs) {
            for (SpaceId& id : s.flights) space(id);
            for (SpaceId& id : s.landings) space(id);
        }
        for (Obstacle& o : shuffled.obstacles) space(o.space);
        for (AssemblyArea& a : shuffled.assembly_areas) space(a.space);
        for (Fixture& f : shuffled.fixtures) space(f.space);
        const Building again = reread(shuffled);
        INFO(path);
        CHECK(joined_spaces(again) == joined_spaces(b));
        CHECK(areas(again) == areas(b));
        for (const Opening& o : b.openings) {
            const Opening& twin = again.opening(again.find_opening(o.key));
            CHECK(twin.at == o.at);
            CHECK(twin.depth_from_m == o.depth_from_m);
        }
    }
}

TEST_CASE("plans: overlaps are healed alike in any order", "[floorplans][property]") {
    PlanText plan, turned;
    const std::vector<std::pair<std::string, std::string>> rooms{{"a", "[[0, 0], [10, 0], [10, 10], [0, 10]]"},
                                                                 {"b", "[[9.9, 0], [15, 0], [15, 10], [9.9, 10]]"},
                                                                 {"c", "[[9, 9.9], [12, 9.9], [12, 12], [9, 12]]"}};
    const auto doors = [](PlanText& p) {
        p.door("1", "a", "outside", "[[0, 1], [0, 2]]").door("2", "b", "outside", "[[15, 1], [15, 2]]");
        p.door("3", "c", "outside", "[[10, 12], [11, 12]]");
    };
    for (const auto& [key, ring] : rooms) plan.room(key, ring);
    for (auto it = rooms.rbegin(); it != rooms.rend(); ++it) turned.room(it->first, it->second);
    doors(plan), doors(turned);
    const Checked<Building> one = read_plan_text(plan.text()), two = read_plan_text(turned.text());
    REQUIRE((one && two));
    CHECK(one.findings.size() == 3);
    const auto first = areas(*one.value), second = areas(*two.value);
    for (const auto& [key, m2] : first) CHECK(second.at(key) == Approx(m2).margin(1e-6));
}

TEST_CASE("gauge: a disc narrower by 0.1 m passes every opening, one wider by 0.1 m does not", "[floorplans][gauge]") {
    std::vector<Building> buildings;
    for (const std::string& path : library_plans()) buildings.push_back(read_library(path));
    for (std::uint64_t seed = 1; seed <= 20; ++seed) buildings.push_back(dirty_building(seed));
    for (const Building& b : buildings) {
        for (const Opening& o : b.openings) {
            INFO(b.key << " " << o.key << " " << o.clear_width_m << " m");
            const double gauge = gauge_m(b, o);
            CHECK(bar_passes(b, o, o.clear_width_m - 0.1));
            CHECK(gauge > o.clear_width_m - 0.1);
            CHECK(gauge < o.clear_width_m + 0.1);
        }
    }
}

TEST_CASE("graph: rooms joined by openings are the rooms that a flood of the walkable ground joins",
          "[floorplans][property]") {
    for (std::uint64_t seed = 1; seed <= 10; ++seed) {
        const Building b = dirty_building(seed);
        constexpr double cell = 0.05;
        constexpr int columns = 830, rows = 220;
        const auto centre = [](int c, int r) { return Vec2{-0.5 + (c + 0.5) * cell, -0.5 + (r + 0.5) * cell}; };
        // Ground is a space eroded by half a cell (so that neighbours never touch through a wall without thickness), or
        // a slot.
        std::vector<int> room(static_cast<std::size_t>(columns) * rows, -1);
        std::vector<char> slot(room.size());
        for (int r = 0; r < rows; ++r) {
            for (int c = 0; c < columns; ++c) {
                const auto i = static_cast<std::size_t>(r * columns + c);
                const Vec2 p = centre(c, r);
                for (std::size_t s = 0; s < b.spaces.size(); ++s)
                    if (contains(b.spaces[s].area, p)) room[i] = static_cast<int>(s);
                for (const Opening& o : b.openings)
                    if (contains(slot_of(o), p)) slot[i] = 1;
            }
        }
        std::vector<std::size_t> part(room.size());
        std::iota(part.begin(), part.end(), std::size_t{0});
        const auto root = [&](std::size_t i) {
            while (part[i] != i) i = part[i] = part[part[i]];
            return i;
        };
        const auto link = [&](std::size_t i, std::size_t j) {
            const bool same_room = room[i] >= 0 && room[i] == room[j];
            const bool doorway = (slot[i] != 0) && (slot[j] != 0 || room[j] >= 0);
            const bool doorway_back = (slot[j] != 0) && room[i] >= 0;
            if (same_room || doorway || doorway_back) part[root(i)] = root(j);
        };
        for (int r = 0; r + 1 < rows; ++r) {
            for (int c = 0; c + 1 < columns; ++c) {
                const auto i = static_cast<std::size_t>(r * columns + c);
                link(i, i + 1);
                link(i, i + columns);
            }
        }
        std::set<std::size_t> parts;
        for (std::size_t i = 0; i < room.size(); ++i)
            if (room[i] >= 0) parts.insert(root(i));
        INFO("seed " << seed);
        CHECK(parts.size() == 1);  // the reader found no room unreachable
    }
}
