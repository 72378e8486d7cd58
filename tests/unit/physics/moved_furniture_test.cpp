// SPDX-License-Identifier: Apache-2.0
// Furniture that falls or slides among walking people.
#include <catch2/catch.hpp>

#include <array>

#include "sim/physics/crowd_physics.h"
#include "tests/support/building_builder.h"

namespace {

using namespace muster;
using namespace muster::physics;
using namespace muster::testing;

Building room_with_shelf() {
    return BuildingBuilder()
        .level("F1")
        .room("a", {{0, 0}, {8, 3}})
        .obstacle("shelf", "a", Box{{3.0, 0.0}, {3.4, 3.0}}, ObstacleKind::shelf, 80.0)
        .exit("out", "a", {{8, 1}, {8, 2}})
        .build();
}

void lay(Building& b, double x0, double x1) {
    b.obstacles.front().outline = {{x0, 0.0}, {x1, 0.0}, {x1, 3.0}, {x0, 3.0}};
}

/// Where a person who walks from (1, 1.5) to the right is after `s`.
double walked_to(CrowdPhysics& physics, PersonId person, double s) {
    const std::array intents{Intent{{1.0, 0.0}, 1.3F, 5.0F, 0}};
    for (int k = 0; k < static_cast<int>(s / 0.05); ++k) physics.step(50_ms, intents);
    return double{physics.bodies().x[person.index()]};
}

TEST_CASE("a shelf stops people where it lies, not where it stood", "[physics]") {
    const ObstacleId shelf{std::size_t{0}};
    Building b = room_with_shelf();
    const auto physics = make_crowd_physics(b, {});
    const PersonId p = physics->add({{1.0, 1.5}, b.find_space("a"), 0.2, 60.0});
    CHECK(walked_to(*physics, p, 4.0) < 2.85);
    lay(b, 5.0, 6.8);
    physics->move_furniture(std::array{shelf});
    const double before_it = walked_to(*physics, p, 6.0);
    CHECK(before_it > 4.5);
    CHECK(before_it < 4.85);
    CHECK(physics->replaced().empty());
}

TEST_CASE("whoever is where a shelf falls is put beside it, and not onto others", "[physics]") {
    const ObstacleId shelf{std::size_t{0}};
    Building b = room_with_shelf();
    const auto physics = make_crowd_physics(b, {});
    const SpaceId a = b.find_space("a");
    std::vector<PersonId> people;
    for (int k = 0; k < 12; ++k)
        people.push_back(physics->add({{4.0 + 0.45 * (k % 4), 0.6 + 0.6 * (k / 4)}, a, 0.2, 60.0}));
    lay(b, 3.4, 5.6);
    physics->move_furniture(std::array{shelf});
    const Bodies at = physics->bodies();
    for (std::size_t i = 0; i < people.size(); ++i) {
        const Vec2 p{at.x[i], at.y[i]};
        CHECK(contains(b.space(a).area, p));
        CHECK_FALSE(contains(b.obstacles.front().outline, p));
        CHECK(distance_to_boundary({b.obstacles.front().outline, {}}, p) > 0.19);
        for (std::size_t k = 0; k < i; ++k) CHECK(distance(p, {at.x[k], at.y[k]}) > 0.39);
    }
}

TEST_CASE("an outline with more corners than before is a wall all round", "[physics]") {
    Building b = room_with_shelf();
    const auto physics = make_crowd_physics(b, {});
    const PersonId p = physics->add({{1.0, 1.5}, b.find_space("a"), 0.2, 60.0});
    b.obstacles.front().outline = {{5, 0}, {6, 0}, {6.4, 1}, {6.4, 2}, {6, 3}, {5, 3}, {4.6, 2}, {4.6, 1}};
    physics->move_furniture(std::array{ObstacleId{std::size_t{0}}});
    CHECK(walked_to(*physics, p, 8.0) == Approx(4.4).margin(0.05));
}

}  // namespace
