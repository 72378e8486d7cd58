// SPDX-License-Identifier: Apache-2.0
// Crowd cases shared by the tests and the benchmark: workloads W1-W4, the bottleneck, and the counterflow of IMO
// MSC.1/Circ.1533 test 8.
#pragma once

#include <cmath>
#include <random>
#include <string>
#include <vector>

#include "sim/base/random.h"
#include "tests/support/building_builder.h"
#include "tests/support/crowd_driver.h"

namespace muster::testing {

struct CrowdCase {
    Building building;
    struct Person {
        std::string space;
        Vec2 at;
        std::string exit;
        float speed = 1.34F;
    };
    std::vector<Person> people;

    /// All people, in order, into the driver.
    void fill(CrowdDriver& driver, float radius_m = 0.18F) const {
        std::vector<std::uint32_t> stream(building.openings.size(), 0xffffffffU);
        for (const Person& p : people) {
            const OpeningId exit = building.find_opening(p.exit);
            if (stream[exit.index()] == 0xffffffffU) stream[exit.index()] = driver.stream_to(exit);
            driver.add({building.find_space(p.space), p.at, stream[exit.index()], p.speed, radius_m});
        }
    }
};

/// Uniform points at least `apart_m` from one another; the same on every machine.
class Sprinkler {
public:
    std::vector<Vec2> in(const Box& box, std::size_t count, double apart_m = 0.5) {
        std::vector<Vec2> out;
        const double cell_m = apart_m;
        const auto columns = static_cast<std::size_t>((box.high.x - box.low.x) / cell_m) + 1;
        const auto rows = static_cast<std::size_t>((box.high.y - box.low.y) / cell_m) + 1;
        std::vector<std::vector<Vec2>> cells(columns * rows);
        while (out.size() < count) {
            const double x = box.low.x + uniform() * (box.high.x - box.low.x);
            const double y = box.low.y + uniform() * (box.high.y - box.low.y);
            const auto i = static_cast<std::size_t>((x - box.low.x) / cell_m);
            const auto j = static_cast<std::size_t>((y - box.low.y) / cell_m);
            bool free = true;
            for (std::size_t r = j == 0 ? 0 : j - 1; r <= std::min(rows - 1, j + 1); ++r)
                for (std::size_t c = i == 0 ? 0 : i - 1; c <= std::min(columns - 1, i + 1); ++c)
                    for (const Vec2 q : cells[r * columns + c]) free = free && distance(q, {x, y}) >= apart_m;
            if (!free) continue;
            out.push_back({x, y});
            cells[j * columns + i].push_back({x, y});
        }
        return out;
    }
    explicit Sprinkler(std::uint64_t seed = 42) : engine_(seed) {}

private:
    double uniform() { return static_cast<double>(engine_() >> 11) * 0x1.0p-53; }
    std::mt19937_64 engine_;
};

inline CrowdCase workload_1() {
    CrowdCase c{BuildingBuilder()
                    .level("F1")
                    .room("room", {{0, 0}, {20, 20}})
                    .corridor("corridor", {{20, 9.4}, {25, 10.6}})
                    .room("outlet", {{25, 8}, {26, 12}})
                    .doorway("in", "room", "corridor", {{20, 9.4}, {20, 10.6}})
                    .doorway("out", "corridor", "outlet", {{25, 9.4}, {25, 10.6}})
                    .exit("exit", "outlet", {{26, 8}, {26, 12}})
                    .build(),
                {}};
    Sprinkler points;
    for (const Vec2 p : points.in({{0.5, 0.5}, {19.5, 19.5}}, 300)) c.people.push_back({"room", p, "exit"});
    return c;
}

inline std::string numbered(std::string key, double number) {
    return key.append(std::to_string(static_cast<int>(number)));
}

/// Twelve classrooms of 45 on a corridor with an exit at either end.
inline CrowdCase workload_2(std::uint64_t seed = 42) {
    BuildingBuilder b;
    b.level("F1").corridor("corridor", {{0, 0}, {60, 3}});
    b.exit("west", "corridor", {{0, 0}, {0, 3}}).exit("east", "corridor", {{60, 0}, {60, 3}});
    CrowdCase c;
    Sprinkler points(seed);
    for (const bool north : {true, false}) {
        for (int i = 0; i < 6; ++i) {
            const double x = 10.0 * i, low = north ? 3.2 : -7.2, door_y = north ? 3.1 : -0.1;
            const std::string key = numbered(north ? "n" : "s", i);
            const Box box{{x + 0.5, low}, {x + 9.5, low + 7.0}};
            b.room(key, box).door(key + "-door", key, "corridor", {{x + 7.5, door_y}, {x + 8.5, door_y}});
            for (const Vec2 p : points.in({box.low + Vec2{0.5, 0.5}, box.high - Vec2{0.5, 0.5}}, 45))
                c.people.push_back({key, p, i < 3 ? "west" : "east"});
        }
    }
    c.building = b.build();
    return c;
}

/// A hall with eight doors of 3 m; side 100 m (W3) or 200 m (W4).
inline CrowdCase hall(double side_m, std::size_t count) {
    BuildingBuilder b;
    b.level("F1").room("hall", {{0, 0}, {side_m, side_m}}, SpaceUse::hall);
    const double q[2] = {0.25 * side_m, 0.75 * side_m}, beyond = 0.5;
    std::vector<std::pair<std::string, Segment>> doors;
    for (const double k : q) doors.push_back({numbered("s", k), {{k - 1.5, -beyond}, {k + 1.5, -beyond}}});
    for (const double k : q)
        doors.push_back({numbered("e", k), {{side_m + beyond, k - 1.5}, {side_m + beyond, k + 1.5}}});
    for (const double k : q)
        doors.push_back({numbered("n", k), {{k - 1.5, side_m + beyond}, {k + 1.5, side_m + beyond}}});
    for (const double k : q) doors.push_back({numbered("w", k), {{-beyond, k - 1.5}, {-beyond, k + 1.5}}});
    for (const auto& [key, at] : doors) b.exit(key, "hall", at);
    CrowdCase c{b.build(), {}};
    Sprinkler points;
    for (const Vec2 p : points.in({{0.5, 0.5}, {side_m - 0.5, side_m - 0.5}}, count)) {
        const auto nearest = std::min_element(doors.begin(), doors.end(), [p](const auto& d, const auto& e) {
            return distance(d.second.middle(), p) < distance(e.second.middle(), p);
        });
        c.people.push_back({"hall", p, nearest->first});
    }
    return c;
}

/// Room 10 x 8 m, corridor 2 m long and `width_m` wide, outlet (geometry of the Juelich bottleneck test).
inline CrowdCase bottleneck(double width_m, std::size_t count, std::uint64_t seed, float speed = 1.34F) {
    const double low = 4.0 - 0.5 * width_m, high = 4.0 + 0.5 * width_m;
    CrowdCase c{BuildingBuilder()
                    .level("F1")
                    .room("room", {{50, 0}, {60, 8}})
                    .corridor("corridor", {{60, low}, {62, high}})
                    .room("outlet", {{62, 0}, {65, 8}})
                    .doorway("in", "room", "corridor", {{60, low}, {60, high}})
                    .doorway("out", "corridor", "outlet", {{62, low}, {62, high}})
                    .exit("exit", "outlet", {{65, 0}, {65, 8}})
                    .build(),
                {}};
    Sprinkler points(seed);
    for (const Vec2 p : points.in({{50.3, 0.3}, {59.5, 7.7}}, count, 0.45))
        c.people.push_back({"room", p, "exit", speed});
    return c;
}

/// IMO test 8: two rooms 10 x 10 m, corridor 10 x 2 m between them, 100 people one way and `against` the other.
inline CrowdCase counterflow(std::size_t against, std::uint64_t seed, double width_m = 2.0) {
    const double low = 5.0 - 0.5 * width_m, high = 5.0 + 0.5 * width_m;
    CrowdCase c{BuildingBuilder()
                    .level("F1")
                    .room("left", {{0, 0}, {10, 10}})
                    .corridor("corridor", {{10, low}, {20, high}})
                    .room("right", {{20, 0}, {30, 10}})
                    .doorway("in", "left", "corridor", {{10, low}, {10, high}})
                    .doorway("out", "corridor", "right", {{20, low}, {20, high}})
                    .exit("west", "left", {{0, 0}, {0, 10}})
                    .exit("east", "right", {{30, 0}, {30, 10}})
                    .build(),
                {}};
    Sprinkler points(seed);
    auto speed = [seed, i = 0]() mutable {
        RandomStream random(seed, Purpose::test, static_cast<std::uint64_t>(i++));
        return static_cast<float>(std::clamp(1.34 + 0.2 * random.normal(), 0.9, 1.8));
    };
    for (const Vec2 p : points.in({{0.3, 0.3}, {9.7, 9.7}}, 100)) c.people.push_back({"left", p, "east", speed()});
    for (const Vec2 p : points.in({{20.3, 0.3}, {29.7, 9.7}}, against))
        c.people.push_back({"right", p, "west", speed()});
    return c;
}

struct DoorFlow {
    double persons_per_s = 0.0;
    double longest_pause_s = 0.0;
    bool locked = false;  // nobody passed for 60 s
};

/// Flow over the line in the middle of the bottleneck's corridor, from the first to the last person.
inline DoorFlow door_flow(const CrowdCase& c, physics::CrowdPhysics& physics) {
    CrowdDriver driver(c.building, physics);
    c.fill(driver);
    const std::size_t n = c.people.size();
    std::vector<bool> passed(n, false);
    DoorFlow flow;
    double first_s = -1.0, last_s = 0.0;
    std::size_t count = 0;
    while (count < n && driver.now_s() - last_s < 60.0) {
        driver.step();
        for (std::size_t i = 0; i < n; ++i) {
            if (passed[i] || physics.bodies().x[i] < 61.0F) continue;
            passed[i] = true;
            ++count;
            if (first_s < 0.0) first_s = driver.now_s();
            if (count > 1) flow.longest_pause_s = std::max(flow.longest_pause_s, driver.now_s() - last_s);
            last_s = driver.now_s();
        }
    }
    flow.locked = count < n;
    flow.persons_per_s = static_cast<double>(count - 1) / (last_s - first_s);
    return flow;
}

/// Seconds until the last of the hundred has entered the other room; infinity after 600 s.
inline double counterflow_time(const CrowdCase& c, physics::CrowdPhysics& physics) {
    CrowdDriver driver(c.building, physics);
    c.fill(driver);
    const SpaceId right = c.building.find_space("right");
    std::vector<bool> there(100, false);
    std::size_t count = 0;
    while (count < there.size()) {
        driver.step();
        for (const physics::Crossing& crossing : physics.crossings()) {
            if (crossing.into != right || crossing.person.index() >= there.size()) continue;
            if (there[crossing.person.index()]) continue;
            there[crossing.person.index()] = true;
            ++count;
        }
        if (driver.now_s() > 600.0) return std::numeric_limits<double>::infinity();
    }
    return driver.now_s();
}

}  // namespace muster::testing
