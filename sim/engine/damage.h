// SPDX-License-Identifier: Apache-2.0
// What a shock breaks in a run: furniture, doors, stairs, ceilings, facades, gas pipes, power.
#pragma once

#include <vector>

#include "sim/engine/fire_and_air.h"
#include "sim/engine/jammed_doors.h"
#include "sim/engine/run_state.h"
#include "sim/hazards/quake_damage.h"
#include "sim/physics/furniture.h"

namespace muster::engine {

struct DamageSettings {
    // Of a gas pipe that shaking opens; assumption.
    double pipe_leak_kg_s = 0.005;
    // Share of such leaks; assumption.
    double leak_ignites = 0.2;
    // On the floor; range 0.2-0.4 [unchecked]
    double furniture_friction = 0.3;
    // From here on it is drawn, and may stand in a door. m
    double slid_m = 0.1;
    // Before an exit, in which falling glass or a parapet strikes, m; assumption.
    double facade_band_m = 3.0;
    // Of the exit's width, by the debris; assumption.
    double facade_leaves = 0.7;
    // Hit by furniture; assumption.
    double struck_down_s = 30.0;
    // On the free speed when the power fails; assumption.
    double dark_factor = 0.8;
};

class Damage {
public:
    Damage(RunState& run, JammedDoors& doors, FireAndAir& fire);

    /// What a shock that begins now will break. Writes into its record what falls and slides.
    void await(hazards::QuakeDamage damage, QuakeRecord& shock);
    void slide_things(const hazards::FloorMotion& motion, const hazards::BuildingFrame& frame, Vec2 direction,
                      QuakeRecord& shock);
    /// When the ground shakes most.
    void break_things(const QuakeRecord& shock);
    void item_falls(ObstacleId item);
    /// What the shock leaves shut, narrow or elsewhere, once it is over.
    void settle();

private:
    void lose_power();
    void stand_elsewhere(const std::vector<LyingItem>& items);
    void settle_what_slid();
    void leak_by_shaking(const QuakeRecord& shock);
    void damage_flight(const hazards::DamagedFlight& flight);
    void slow_by_debris(SpaceId space, double cover);
    void strike(PersonId person);
    void facade_falls(OpeningId exit);
    void note_narrowed(ObstacleId by);
    void move_the_pushed();

    RunState& run_;
    JammedDoors& doors_;
    FireAndAir& fire_;
    DamageSettings settings_;
    // So far as it is still to come.
    hazards::QuakeDamage to_come_;
    // Per space: share of the floor covered.
    std::vector<double> debris_;
    // Per space.
    std::vector<int> flight_state_;
    // Per risk.
    std::vector<bool> leaked_;
    bool power_lost_ = false;
    // By furniture in the shock.
    std::vector<physics::PushedPerson> pushed_;
    // That will stand elsewhere when it is over.
    std::vector<LyingItem> slid_;
};

}  // namespace muster::engine
