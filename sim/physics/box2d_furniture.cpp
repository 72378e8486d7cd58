// SPDX-License-Identifier: Apache-2.0
#include <box2d/box2d.h>

#include <algorithm>
#include <cmath>

#include "sim/base/constants.h"
#include "sim/model/wall_shapes.h"
#include "sim/physics/furniture.h"

namespace muster::physics {

namespace {

constexpr double skin_m = 0.01;          // Box2D keeps shapes twice this apart: drawn in, so that neighbours may touch
constexpr double turning_arm = 0.38;     // of the side of a square: mean distance of friction from its middle
constexpr double between_items = 0.3;    // friction of furniture against furniture and walls; assumption
constexpr double person_friction = 0.6;  // of somebody who holds on, on the floor; assumption
constexpr int16 people_touch_nobody = -1;  // they crouch closer than their standing bodies would let them
constexpr double longest_step_s = 0.0101;
constexpr int velocity_rounds = 8, position_rounds = 3;

b2Vec2 vec(Vec2 p) { return {static_cast<float>(p.x), static_cast<float>(p.y)}; }

struct Item {
    ObstacleId id;
    b2Body* body = nullptr;
};

struct Person {
    PersonId id;
    Vec2 was;
    b2Body* body = nullptr;
};

/// The world of one storey.
class FurnitureWorld {
public:
    FurnitureWorld(const Building& building, LevelId level, double friction, std::span<const Bystander> people)
        : building_(building), world_(b2Vec2{0.0F, 0.0F}) {
        b2BodyDef fixed;
        floor_ = world_.CreateBody(&fixed);
        walls_ = world_.CreateBody(&fixed);
        for (std::size_t i = 0; i < building.spaces.size(); ++i)
            if (building.spaces[i].level == level && !building.spaces[i].outdoor) add_walls(SpaceId{i});
        for (std::size_t i = 0; i < building.obstacles.size(); ++i)
            if (building.space(building.obstacles[i].space).level == level) add_item(ObstacleId{i}, friction);
        for (const Bystander& p : people)
            if (building.space(p.space).level == level && !building.space(p.space).outdoor) add_person(p);
    }
    [[nodiscard]] bool empty() const { return items_.empty(); }

    void shake(const FloorAcceleration& floor, Vec2 direction, double friction) {
        const double hold = friction * standard_gravity_m_s2;
        std::size_t last = 0;
        for (std::size_t i = 0; i < floor.accel.size(); ++i)
            if (std::abs(floor.accel[i]) > hold) last = i;
        const int parts = std::max(1, static_cast<int>(std::ceil(floor.dt_s / longest_step_s)));
        const auto dt = static_cast<float>(floor.dt_s / parts);
        for (std::size_t i = 0; i < floor.accel.size(); ++i) {
            if (i > last && still()) return;
            if (std::abs(floor.accel[i]) <= hold && still()) continue;  // friction holds everything
            for (int k = 0; k < parts; ++k) step(-floor.accel[i] * direction, dt);
        }
        constexpr int most_after = 1000;
        for (int k = 0; k < most_after && !still(); ++k) step({}, dt);
    }

    void collect(Slid& out, double min_m) const {
        for (const Item& item : items_) {
            const b2Vec2 at = item.body->GetPosition(), was = vec(centre(item.id));
            const Vec2 moved{static_cast<double>(at.x - was.x), static_cast<double>(at.y - was.y)};
            if (std::hypot(moved.x, moved.y) < min_m) continue;
            SlidItem slid{item.id, moved, static_cast<double>(item.body->GetAngle()), {}};
            const double c = std::cos(slid.turned), s = std::sin(slid.turned);
            const Vec2 middle = centre(item.id);
            for (const Vec2 p : building_.obstacle(item.id).outline) {
                const Vec2 d = p - middle;
                slid.outline.push_back(middle + moved + Vec2{c * d.x - s * d.y, s * d.x + c * d.y});
            }
            out.items.push_back(std::move(slid));
        }
        for (const Person& p : people_) {
            const b2Vec2 at = p.body->GetPosition();
            const Vec2 to{static_cast<double>(at.x), static_cast<double>(at.y)};
            if (distance(to, p.was) >= min_m) out.people.push_back({p.id, to});
        }
    }

private:
    [[nodiscard]] Vec2 centre(ObstacleId id) const { return centroid({building_.obstacle(id).outline, {}}); }

    void add_walls(SpaceId space) {
        // Whole rings: a desk in a doorway would need the door's frame.
        for (const Ring& ring : rings_of(building_.space(space).area)) {
            for (std::size_t i = 0; i < ring.size(); ++i) {
                b2EdgeShape edge;
                edge.SetTwoSided(vec(ring[i]), vec(ring[(i + 1) % ring.size()]));
                walls_->CreateFixture(&edge, 0.0F);
            }
        }
    }
    static std::vector<Ring> rings_of(const Polygon& area) {
        std::vector<Ring> out{area.outer};
        out.insert(out.end(), area.holes.begin(), area.holes.end());
        return out;
    }

    void add_item(ObstacleId id, double friction) {
        const Obstacle& o = building_.obstacle(id);
        if (o.outline.size() < 3 || o.outline.size() > b2_maxPolygonVertices) return;
        const Vec2 middle = centre(id);
        const Box box = bounds(o.outline);
        const double smaller = std::min(box.high.x - box.low.x, box.high.y - box.low.y);
        const double drawn_in = std::max(0.5, 1.0 - 2.0 * skin_m / std::max(smaller, 1e-3));
        std::vector<b2Vec2> corners;
        for (const Vec2 p : o.outline) corners.push_back(vec(drawn_in * (p - middle)));
        b2PolygonShape shape;
        shape.Set(corners.data(), static_cast<int32>(corners.size()));
        const bool loose = o.mass_kg > 0.0;
        b2BodyDef def;
        def.type = loose ? b2_dynamicBody : b2_staticBody;
        def.position = vec(middle);
        def.allowSleep = false;
        b2Body* body = world_.CreateBody(&def);
        b2FixtureDef fixture;
        fixture.shape = &shape;
        fixture.friction = static_cast<float>(between_items);
        fixture.density = 1.0F;
        body->CreateFixture(&fixture);
        if (!loose) return;
        weigh(*body, o.mass_kg);
        hold(*body, friction * o.mass_kg * standard_gravity_m_s2, std::sqrt(std::abs(signed_area(o.outline))));
        items_.push_back({id, body});
    }

    // On hands and knees, under or beside a desk.
    void add_person(const Bystander& p) {
        b2BodyDef def;
        def.type = b2_dynamicBody;
        def.position = vec(p.at);
        def.allowSleep = false;
        b2Body* body = world_.CreateBody(&def);
        b2CircleShape circle;
        circle.m_radius = static_cast<float>(std::max(0.05, p.radius_m - skin_m));
        b2FixtureDef fixture;
        fixture.shape = &circle;
        fixture.friction = static_cast<float>(between_items);
        fixture.density = 1.0F;
        fixture.filter.groupIndex = people_touch_nobody;
        body->CreateFixture(&fixture);
        weigh(*body, p.mass_kg);
        hold(*body, person_friction * p.mass_kg * standard_gravity_m_s2, p.radius_m);
        people_.push_back({p.person, p.at, body});
    }

    static void weigh(b2Body& body, double mass_kg) {
        b2MassData mass;
        body.GetMassData(&mass);
        const auto scale = static_cast<float>(mass_kg) / mass.mass;
        mass.mass *= scale;
        mass.I *= scale;
        body.SetMassData(&mass);
    }
    /// Friction of the floor: up to `force` N, and its arm for turning.
    void hold(b2Body& body, double force, double side_m) {
        b2FrictionJointDef joint;
        joint.Initialize(floor_, &body, body.GetWorldCenter());
        joint.maxForce = static_cast<float>(force);
        joint.maxTorque = static_cast<float>(force * turning_arm * side_m);
        world_.CreateJoint(&joint);
    }

    void step(Vec2 accel, float dt) {
        for (const Item& item : items_) item.body->ApplyForceToCenter(item.body->GetMass() * vec(accel), true);
        for (const Person& p : people_) p.body->ApplyForceToCenter(p.body->GetMass() * vec(accel), true);
        world_.Step(dt, velocity_rounds, position_rounds);
    }
    [[nodiscard]] bool still() const {
        constexpr float slow = 1e-3F;
        const auto stands = [](const auto& i) { return i.body->GetLinearVelocity().LengthSquared() < slow * slow; };
        return std::all_of(items_.begin(), items_.end(), stands) && std::all_of(people_.begin(), people_.end(), stands);
    }

    const Building& building_;
    b2World world_;
    b2Body *floor_ = nullptr, *walls_ = nullptr;
    std::vector<Item> items_;
    std::vector<Person> people_;
};

}  // namespace

Slid slide_furniture(const Building& building, std::span<const FloorAcceleration> floors, Vec2 direction,
                     double friction, std::span<const Bystander> people, double min_m) {
    Slid out;
    for (std::size_t l = 0; l < building.levels.size() && l < floors.size(); ++l) {
        const auto& accel = floors[l].accel;
        const bool moves = std::any_of(accel.begin(), accel.end(),
                                       [&](double a) { return std::abs(a) > friction * standard_gravity_m_s2; });
        if (!moves) continue;
        FurnitureWorld world(building, LevelId{l}, friction, people);
        if (world.empty()) continue;
        world.shake(floors[l], direction, friction);
        world.collect(out, min_m);
    }
    std::stable_sort(out.items.begin(), out.items.end(),
                     [](const SlidItem& a, const SlidItem& b) { return a.item.value < b.item.value; });
    return out;
}

}  // namespace muster::physics
