// SPDX-License-Identifier: Apache-2.0
#include <box2d/box2d.h>

#include <algorithm>

#include "sim/physics/contact_world.h"

namespace muster::physics {

namespace {

constexpr std::uint32_t nobody = 0xffffffffU;

// What a fixture is: a wall or a person, packed into Box2D's user data.
struct Tag {
    std::uint32_t index;
    bool is_wall;
    static b2FixtureUserData pack(std::uint32_t index, bool is_wall) {
        b2FixtureUserData data;
        data.pointer = (static_cast<std::uintptr_t>(index) << 1U) | (is_wall ? 1U : 0U);
        return data;
    }
    static Tag of(b2Fixture* fixture) {
        const std::uintptr_t bits = fixture->GetUserData().pointer;
        return {static_cast<std::uint32_t>(bits >> 1U), (bits & 1U) != 0};
    }
};

// Storeys overlap in plan: only those in the same space, or in spaces joined by an opening, can meet.
class MeetInSpace final : public b2ContactFilter {
public:
    MeetInSpace(const WallIndex& walls, const CrowdState& crowd) : walls_(walls), crowd_(crowd) {}
    bool ShouldCollide(b2Fixture* a, b2Fixture* b) override {
        const Tag p = Tag::of(a), q = Tag::of(b);
        if (p.is_wall) return meets_wall(q.index, p.index);
        if (q.is_wall) return meets_wall(p.index, q.index);
        const SpaceId s = crowd_.space[p.index], t = crowd_.space[q.index];
        return s.valid() && t.valid() && (s == t || walls_.joined(s, t));
    }

private:
    bool meets_wall(std::uint32_t person, std::uint32_t wall) const {
        const SpaceId s = crowd_.space[person];
        return s.valid() && walls_.felt_by(wall, s);
    }
    const WallIndex& walls_;
    const CrowdState& crowd_;
};

// People of two spaces touch only through the opening; contact impulses are added up per person.
class TouchThroughOpenings final : public b2ContactListener {
public:
    TouchThroughOpenings(const WallIndex& walls, const CrowdState& crowd) : walls_(walls), crowd_(crowd) {}
    std::vector<float> impulse;  // N s per person in this step

    void PreSolve(b2Contact* contact, const b2Manifold*) override {
        const Tag p = Tag::of(contact->GetFixtureA()), q = Tag::of(contact->GetFixtureB());
        if (p.is_wall || q.is_wall || crowd_.space[p.index] == crowd_.space[q.index]) return;
        const b2Vec2 a = contact->GetFixtureA()->GetBody()->GetPosition();
        const b2Vec2 b = contact->GetFixtureB()->GetBody()->GetPosition();
        if (!walls_.in_sight(crowd_.space[p.index], {double{a.x}, double{a.y}}, crowd_.space[q.index],
                             {double{b.x}, double{b.y}}))
            contact->SetEnabled(false);
    }
    void PostSolve(b2Contact* contact, const b2ContactImpulse* solved) override {
        for (b2Fixture* fixture : {contact->GetFixtureA(), contact->GetFixtureB()}) {
            const Tag tag = Tag::of(fixture);
            if (tag.is_wall) continue;
            for (int32 k = 0; k < solved->count; ++k) impulse[tag.index] += solved->normalImpulses[k];
        }
    }

private:
    const WallIndex& walls_;
    const CrowdState& crowd_;
};

}  // namespace

struct ContactWorld::Impl {
    Impl(const WallIndex& index, const MotionParameters& motion, const CrowdState& people)
        : walls(index), parameters(motion), crowd(people), filter(index, people), listener(index, people) {}

    // Furniture may move: each piece is a body of its own, from which its walls are quickly taken off.
    b2Body* body_of(std::uint32_t w) {
        const ObstacleId item = walls.item(w);
        if (!item.valid()) return ground;
        if (furniture.size() <= item.index()) furniture.resize(item.index() + 1, nullptr);
        b2Body*& piece = furniture[item.index()];
        const b2BodyDef def;
        if (piece == nullptr) piece = world.CreateBody(&def);
        return piece;
    }

    void renew_wall(std::uint32_t w) {
        if (fixtures.size() <= w) fixtures.resize(w + 1, nullptr);
        b2Body* of = body_of(w);
        if (fixtures[w] != nullptr) of->DestroyFixture(fixtures[w]);
        fixtures[w] = add_wall(w, *of);
    }

    b2Fixture* add_wall(std::uint32_t w, b2Body& of) {
        const Wall& wall = walls.wall(w);
        if (WallIndex::is_nowhere(wall)) return nullptr;
        const Vec2 a = wall.a(), b = wall.b();
        b2EdgeShape edge;
        edge.SetTwoSided({static_cast<float>(a.x), static_cast<float>(a.y)},
                         {static_cast<float>(b.x), static_cast<float>(b.y)});
        // Box2D lets shapes sink in by its slop and gives edges a skin of twice that; a skin of once the slop makes
        // bodies rest exactly on the wall, so that doors are as wide as drawn.
        edge.m_radius = b2_linearSlop;
        b2FixtureDef def;
        def.shape = &edge;
        def.friction = parameters.friction;
        def.userData = Tag::pack(w, true);
        return of.CreateFixture(&def);
    }

    const WallIndex& walls;
    const MotionParameters& parameters;
    const CrowdState& crowd;
    MeetInSpace filter;
    TouchThroughOpenings listener;
    b2World world{b2Vec2{0.0F, 0.0F}};
    b2Body* ground = nullptr;
    std::vector<b2Fixture*> fixtures;          // per wall; null where there is none
    std::vector<b2Body*> furniture;            // per obstacle
    std::vector<b2Body*> body;                 // per person; null without one
    std::vector<std::uint32_t> living, place;  // place: of a person in living
};

ContactWorld::ContactWorld(const WallIndex& walls, const MotionParameters& parameters, const CrowdState& crowd)
    : impl_(std::make_unique<Impl>(walls, parameters, crowd)) {
    impl_->world.SetContinuousPhysics(false);
    impl_->world.SetAllowSleeping(false);
    impl_->world.SetContactFilter(&impl_->filter);
    impl_->world.SetContactListener(&impl_->listener);
    const b2BodyDef def;
    impl_->ground = impl_->world.CreateBody(&def);
    for (std::uint32_t w = 0; w < walls.wall_count(); ++w) impl_->renew_wall(w);
}

ContactWorld::~ContactWorld() = default;

void ContactWorld::renew_blades(OpeningId opening) {
    for (std::uint32_t k = 0; k < 2; ++k) impl_->renew_wall(impl_->walls.first_blade(opening) + k);
}

void ContactWorld::renew_walls(std::span<const std::uint32_t> walls) {
    for (const std::uint32_t w : walls) impl_->renew_wall(w);
}

bool ContactWorld::has(std::uint32_t i) const { return i < impl_->body.size() && impl_->body[i] != nullptr; }

std::span<const std::uint32_t> ContactWorld::living() const { return impl_->living; }

void ContactWorld::create(std::uint32_t i) {
    const CrowdState& c = impl_->crowd;
    if (impl_->body.size() < c.size()) {
        impl_->body.resize(c.size(), nullptr);
        impl_->place.resize(c.size(), nobody);
        impl_->listener.impulse.resize(c.size(), 0.0F);
        impl_->living.reserve(c.size());
    }
    b2BodyDef def;
    def.type = c.immovable[i] != 0 ? b2_staticBody : b2_dynamicBody;
    def.position.Set(c.x[i], c.y[i]);
    def.fixedRotation = true;
    b2Body* body = impl_->world.CreateBody(&def);
    b2CircleShape circle;
    circle.m_radius = c.radius_now[i];
    b2FixtureDef fixture;
    fixture.shape = &circle;
    fixture.friction = impl_->parameters.friction;
    fixture.density = c.mass[i] / (b2_pi * circle.m_radius * circle.m_radius);
    fixture.userData = Tag::pack(i, false);
    body->CreateFixture(&fixture);
    impl_->body[i] = body;
    impl_->place[i] = static_cast<std::uint32_t>(impl_->living.size());
    impl_->living.push_back(i);
}

void ContactWorld::destroy(std::uint32_t i) {
    if (!has(i)) return;
    impl_->world.DestroyBody(impl_->body[i]);
    impl_->body[i] = nullptr;
    const std::uint32_t last = impl_->living.back();
    impl_->living[impl_->place[i]] = last;
    impl_->place[last] = impl_->place[i];
    impl_->living.pop_back();
}

void ContactWorld::refilter(std::uint32_t i) {
    if (has(i)) impl_->body[i]->GetFixtureList()->Refilter();
}

void ContactWorld::put(std::uint32_t i) {
    if (!has(i)) return;
    impl_->body[i]->SetTransform({impl_->crowd.x[i], impl_->crowd.y[i]}, 0.0F);
    impl_->body[i]->SetLinearVelocity({0.0F, 0.0F});
}

void ContactWorld::step(float dt_s, CrowdState& c) {
    for (const std::uint32_t i : impl_->living) {
        b2Body* body = impl_->body[i];
        body->SetLinearVelocity({c.vx[i], c.vy[i]});
        body->GetFixtureList()->GetShape()->m_radius = c.radius_now[i];
        impl_->listener.impulse[i] = 0.0F;
    }
    impl_->world.Step(dt_s, impl_->parameters.velocity_iterations, impl_->parameters.position_iterations);
    for (const std::uint32_t i : impl_->living) {
        const b2Body* body = impl_->body[i];
        c.x[i] = body->GetPosition().x;
        c.y[i] = body->GetPosition().y;
        const b2Vec2 v = body->GetLinearVelocity();
        // Pushed or not, nobody runs on faster than he or she walks.
        const float speed = v.Length();
        const float scale = speed > c.desired_speed[i] && c.desired_speed[i] > 0.0F ? c.desired_speed[i] / speed : 1.0F;
        c.vx[i] = scale * v.x;
        c.vy[i] = scale * v.y;
        c.contact_n[i] = impl_->listener.impulse[i] / dt_s;
    }
}

}  // namespace muster::physics
