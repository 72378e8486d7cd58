// SPDX-License-Identifier: Apache-2.0
// What the systems of a run share, and the few changes that more than one of them makes. Everything else is its
// system's own. Nothing here decides anything.
#pragma once

#include <cstdint>
#include <memory>
#include <vector>

#include "sim/behaviour/route_book.h"
#include "sim/engine/crowd.h"
#include "sim/engine/motion_clock.h"
#include "sim/engine/plan_now.h"
#include "sim/engine/run_record.h"
#include "sim/engine/site_state.h"
#include "sim/kernel/calendar.h"
#include "sim/physics/crowd_physics.h"

namespace muster::engine {

/// Where a body is.
struct Whereabouts {
    SpaceId in;
    Vec2 at;
};

struct FlowSettings {
    // Persons/(m s), in door mode "regulation"; IMO MSC.1/Circ.1533 (exit flow).
    double regulation_flow = 1.33;
};

class RunState {
public:
    RunState(Prepared with, std::uint64_t with_seed);
    RunState(const RunState&) = delete;
    RunState& operator=(const RunState&) = delete;

    const Prepared prepared;
    const std::uint64_t seed;
    Calendar<Scheduled> calendar;
    Crowd crowd;
    PlanNow plan;
    behaviour::RouteBook routes;
    SiteState site;
    std::unique_ptr<physics::CrowdPhysics> physics;
    // Per person: what the next step is to do with the body.
    std::vector<physics::Intent> intents;
    RunRecord record;
    MotionClock motion;

    [[nodiscard]] const World& world() const { return *prepared.world; }
    /// With furniture where it stands now.
    [[nodiscard]] const Building& building() const { return plan.building(); }
    [[nodiscard]] const routing::Navigation& navigation() const { return plan.navigation(); }
    [[nodiscard]] SimTime now() const { return calendar.now(); }
    /// So many seconds from now.
    Ticket schedule(double after_s, Phase phase, const Scheduled& event) {
        return calendar.schedule(now() + Duration::from_seconds(after_s), phase, event);
    }
    void note(const Event& event) { record.tell(now(), event); }
    void wake_motion() { motion.wake(calendar); }
    void wake_motion_if_anybody_moves() {
        if (crowd.anybody_moves()) wake_motion();
    }

    [[nodiscard]] Person& person(PersonId id) { return crowd.people[id.index()]; }
    [[nodiscard]] const Person& person(PersonId id) const { return crowd.people[id.index()]; }
    [[nodiscard]] PersonState state(PersonId id) const { return crowd.state(id); }
    void set_state(PersonId id, PersonState state) { crowd.set_state(id, state); }
    [[nodiscard]] GroupId group_id(PersonId id) const { return crowd.info[id.index()].group; }
    [[nodiscard]] const Group& group_of(PersonId id) const {
        return world().scenario.population.groups[group_id(id).index()];
    }
    [[nodiscard]] const Profile& profile_of(PersonId id) const {
        return world().scenario.population.profiles[crowd.info[id.index()].profile.index()];
    }
    /// Of the body; who stands in a line walks on in Crowd::line.
    [[nodiscard]] Whereabouts where(PersonId id) const {
        const physics::Bodies b = physics->bodies();
        return {b.space[id.index()], {b.x[id.index()], b.y[id.index()]}};
    }
    /// On whose flight this person is, or was last without having passed a door since.
    [[nodiscard]] StairId stair_of(PersonId id) const;

    /// For whatever reason, which is told; gets up after so long.
    void fall(PersonId id, const Event& reason, double down_s);
    /// After a change of SiteState: the physics and those who gave up learn of it.
    void opening_changed(OpeningId opening);
    void close_space(SpaceId space);
};

}  // namespace muster::engine
