// SPDX-License-Identifier: Apache-2.0
// Moving bodies: where each wants to go in, where each is out. Knows nothing of fear or fire, of exits or classes.
// Two implementations: Box2D contacts under anticipating steering (make_crowd_physics), and contact-free points for
// tests (make_point_physics).
//
// Contract
// - People are numbered densely 0..n-1 for the whole run; removed ones keep their number.
// - step() reads only the positions of the step before: the order of people does not matter.
// - Nobody is ever inside a wall, or passes an opening that is shut: both hold by contact, not by routing.
// - No heap allocation of ours in step(); Box2D's own pools grow until they have seen the largest crowd.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <vector>

#include "sim/base/id.h"
#include "sim/base/time.h"
#include "sim/base/vec2.h"
#include "sim/model/assumption.h"
#include "sim/model/building.h"

namespace muster::physics {

struct BodyDef {
    Vec2 at;
    SpaceId space;
    double radius_m = 0.2;
    double mass_kg = 70.0;
};

/// What one person wants this step. Set by the engine for everybody who takes part; others stand.
struct Intent {
    Vec2 direction;            // unit vector in plan; {0,0} = stand still (may still be pushed)
    float speed = 0.0F;        // m/s wanted in plan (free speed x all factors x incline); never exceeded by own will
    float remaining_m = 0.0F;  // way to go: who is nearer never yields to who is farther (same stream only)
    std::uint32_t stream = 0;  // people of one stream want to go the same way through the same places (destination)
    bool in_file = false;      // keeps behind the person ahead, does not overtake
    bool immovable = false;    // fallen or holding on: an obstacle to others
};

struct Crossing {
    PersonId person;
    OpeningId opening;
    SpaceId into;        // not valid = outside the site; the body keeps the space it left until it is removed
    double share = 0.0;  // of the step at which the centre line was crossed, [0, 1]
};

/// Structure of arrays, index = PersonId; valid until the next step(), add() or remove().
struct Bodies {
    std::span<const float> x, y, vx, vy;
    std::span<const SpaceId> space;
    std::span<const float> contact_n;   // N, sum of contact forces on the body, mean over the last step
    std::span<const float> impatience;  // 0..1, see steering
};

/// Wall seconds spent so far; for the benchmark, never for the run.
struct PhysicsTimes {
    double neighbours_s = 0.0, steering_s = 0.0, contacts_s = 0.0, settling_s = 0.0;
};

class CrowdPhysics {
public:
    virtual ~CrowdPhysics() = default;
    virtual PersonId add(const BodyDef& body) = 0;
    virtual void remove(PersonId person) = 0;  // left the site or sits somewhere out of the way
    virtual void place(PersonId person, SpaceId space, Vec2 at) = 0;
    /// A shut opening is a wall; an obstructed one leaves `clear_width_m` in its middle.
    virtual void set_opening(OpeningId opening, bool passable, double clear_width_m) = 0;
    /// The outlines of these pieces of furniture have changed in the building: they stand there now, and whoever is in
    /// the way is put to the nearest free place where nobody stands.
    virtual void move_furniture(std::span<const ObstacleId> items) = 0;
    /// Whether the next step looks where this person wants to go. Whoever does not look may be given the intent of the
    /// step before; a person who starts, stops or falls always looks.
    [[nodiscard]] virtual bool looks_next(PersonId person) const = 0;
    /// One motion step. `intents` has one entry per person ever added; entries of removed ones are ignored.
    virtual void step(Duration dt, std::span<const Intent> intents) = 0;
    [[nodiscard]] virtual Bodies bodies() const = 0;
    /// Openings crossed in the last step, in person order.
    [[nodiscard]] virtual std::span<const Crossing> crossings() const = 0;
    /// Persons the last step found outside every space and put back to the nearest free point of their space.
    [[nodiscard]] virtual std::span<const PersonId> replaced() const = 0;
    [[nodiscard]] virtual PhysicsTimes times() const = 0;
};

struct PhysicsSettings {
    std::uint64_t seed = 1;
    double friction = 0.2;  // body-body and body-wall
    double push = 0.0;      // smallest share of the desired speed wanted even when blocked (competitive), [0, 1]
    double flow_cap = 0.0;  // persons/(m s) through each opening, 0 = none: door mode "regulation"
    std::vector<TwoWayLaw> passages{};  // what each opening lets through besides, by OpeningId; empty = whatever comes
};

/// `building` is not owned and must outlive the physics.
[[nodiscard]] std::unique_ptr<CrowdPhysics> make_crowd_physics(const Building& building,
                                                               const PhysicsSettings& settings);
[[nodiscard]] std::unique_ptr<CrowdPhysics> make_point_physics(const Building& building);

}  // namespace muster::physics
