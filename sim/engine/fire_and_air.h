// SPDX-License-Identifier: Apache-2.0
// Fire, gas and smoke in a run: doors change the air, the air trips detectors, slows, turns back and overcomes people.
#pragma once

#include <memory>
#include <span>
#include <vector>

#include "sim/engine/alarm_and_release.h"
#include "sim/engine/detection.h"
#include "sim/engine/run_state.h"
#include "sim/engine/smoke_exposure.h"
#include "sim/hazards/fire_smoke.h"

namespace muster::engine {

struct AirSettings {
    // Between two looks at the air.
    double step_s = 1.0;
    // Between two records of it: often enough for a plot and a margin.
    double record_s = 5.0;
    // After somebody went through a door that closes by itself; assumption.
    double door_stays_open_s = 5.0;
    // Heat release at which whoever is in the room sees the flames, W: a wastepaper basket alight. Assumption.
    double seen_w = 20e3;
};

class FireAndAir {
public:
    FireAndAir(RunState& run, AlarmAndRelease& alarm)
        : run_(run), detection_(run, alarm, settings_.step_s), exposure_(run, settings_.step_s) {}

    /// Before anything burns: only where another program has worked out the smoke.
    void start();
    void step();

    void start_fire(const StartFire& what);
    void start_exhaust(const StartExhaust& what);
    void leak(const GasLeak& what);
    void ignite_gas(const IgniteGas& what);

    [[nodiscard]] std::span<const float> doses() const { return exposure_.doses(); }
    /// Not valid = all is well.
    [[nodiscard]] SpaceId diverged_in() const { return air_ ? air_->diverged_in() : SpaceId{}; }

private:
    void ignite(const StartFire& what, SpaceId room);
    void see_fires();
    void tell_doors();
    void record();

    RunState& run_;
    AirSettings settings_;
    Detection detection_;
    SmokeExposure exposure_;
    // While something burns or may.
    std::unique_ptr<hazards::RoomAir> air_;
    // The same, where we work it out ourselves.
    hazards::FireSmoke* fires_ = nullptr;
    std::vector<SpaceAir> space_air_;
    // When it was last recorded; < 0 = never.
    SimTime recorded_at_{-1};
    // That are too small to be seen yet.
    struct SmallFire {
        SpaceId room;
        DesignFire burns;
        SimTime since;
    };
    std::vector<SmallFire> small_;
    // Running before anything burns.
    std::vector<StartExhaust> exhausts_;
};

}  // namespace muster::engine
