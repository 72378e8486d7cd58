// SPDX-License-Identifier: Apache-2.0
// One run: assembles kernel, physics, routing and behaviour over a shared World and keeps all that changes. The result
// depends on (world, seed) only: not on observers, on how the clock is sliced, or on other runs in other threads.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>

#include "sim/engine/command.h"
#include "sim/engine/prepared.h"
#include "sim/physics/crowd_physics.h"
#include "sim/record/observer.h"

namespace muster::engine {

struct SimulationTimes {  // wall seconds; for the benchmark, never for the run
    double routing_s = 0.0, recording_s = 0.0;
    physics::PhysicsTimes physics;
};

class Simulation {
public:
    Simulation(Prepared prepared, std::uint64_t seed);
    ~Simulation();
    Simulation(Simulation&&) noexcept;
    Simulation& operator=(Simulation&&) noexcept;

    /// Before the first advance_to(). Not owned; must outlive the run.
    void observe(RunObserver& observer);

    /// Runs until `until` or the end of the run, whichever is first. False when the run has ended.
    bool advance_to(SimTime until);
    /// Runs to the end.
    void run();

    [[nodiscard]] SimTime now() const;
    [[nodiscard]] bool ended() const;
    [[nodiscard]] const Outcome& outcome() const;  // meaningful once ended
    [[nodiscard]] Frame frame() const;             // of this instant; valid until the next advance_to()
    [[nodiscard]] std::span<const PersonInfo> people() const;
    [[nodiscard]] const World& world() const;

    /// Why a command cannot be carried out now; nothing = it can.
    [[nodiscard]] std::optional<Finding> check(const Command& command) const;
    /// Carried out at the next whole step of the motion (before the first advance_to(): at 0), before anything else
    /// then but the scenario's own incidents. Returns that time: the same incident in the scenario at that time gives
    /// the same course and fingerprint. Pre: check() said nothing.
    SimTime submit(const Command& command);
    /// Given so far, with the times at which they are carried out: what a scenario needs besides to repeat the run.
    [[nodiscard]] std::span<const TimedIncident> commands() const;

    [[nodiscard]] SimulationTimes times() const;

private:
    class Impl;
    std::unique_ptr<Impl> impl_;
};

}  // namespace muster::engine
