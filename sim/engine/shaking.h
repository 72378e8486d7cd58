// SPDX-License-Identifier: Apache-2.0
// The earthquake: warning, shelter, how people stand on shaking floors, the order to leave when it is calm,
// aftershocks. Either with a motion of the ground of its own, or as a signal in a drill: so long everybody shelters.
#pragma once

#include <cstdint>
#include <vector>

#include "sim/engine/damage.h"
#include "sim/engine/decisions.h"
#include "sim/engine/jammed_doors.h"
#include "sim/engine/run_state.h"
#include "sim/record/quake.h"

namespace muster::engine {

struct ShakingSettings {
    // Between two looks at the shaking floor.
    double step_s = 0.5;
    // Of the shaking that counts for how one stands; assumption.
    double felt_window_s = 2.0;
    // Under this one can leave.
    double calm_jma = 4.5;
    // From here on people are thrown down; JMA's words for 6 upper.
    double thrown_jma = 6.0;
    // Of walkers, per look; assumption.
    double thrown_share = 0.05;
    // People keep off facades so long after shaking; assumption.
    double facade_after_s = 60.0;
};

class Shaking {
public:
    Shaking(RunState& run, Decisions& decisions, Damage& damage) : run_(run), decisions_(decisions), damage_(damage) {}

    /// Pre: the scenario has an earthquake.
    void schedule();

    // As it happens.
    void warn_early() { take_shelter(); }
    void starts();
    void begin_shock(std::uint32_t shock);
    void look();
    void strongest() { damage_.break_things(shock_.record); }
    void ends();

    /// As somebody orders it.
    void start_by_order(double lasts_s);
    /// Code; null = none.
    [[nodiscard]] const char* why_not_by_order() const;

    /// Once per decision interval.
    void stop_shunning_facades();

    /// Whether somebody who can walk stays under a desk.
    [[nodiscard]] bool keeps_under_cover(PersonId person) const { return shaking_ && !runs_at_once(person); }
    /// Of no matter once everybody is out.
    [[nodiscard]] std::size_t aftershocks_to_come() const { return aftershocks_to_come_; }

private:
    void schedule_shocks();
    void start_signal();
    void jam_drawn_doors();
    void take_shelter();
    void shelter_or_run(PersonId person);
    void look_again(double after_s);
    [[nodiscard]] hazards::FloorMotion shake_building(std::uint32_t shock);
    [[nodiscard]] double shake_floors(std::size_t at);
    [[nodiscard]] bool calm_for_good(std::size_t from) const;
    void shun_facades();
    void throw_down(LevelId level);
    [[nodiscard]] bool runs_at_once(PersonId person) const;
    [[nodiscard]] const Earthquake& quake() const { return *run_.world().scenario.earthquake; }

    /// The one that shakes, or the last.
    struct Shock {
        QuakeRecord record;
        SimTime starts, calm_since{-1};
    };

    RunState& run_;
    Decisions& decisions_;
    Damage& damage_;
    ShakingSettings settings_;
    // The scenario's, so that it can come sooner.
    std::vector<Ticket> to_come_;
    std::vector<Aftershock> aftershocks_;
    std::size_t aftershocks_to_come_ = 0;
    // In a drill's signal, by this seed.
    std::vector<OpeningId> jams_;
    Shock shock_;
    SimTime shun_until_{-1};
    // Draws so far.
    std::uint32_t throws_ = 0;
    // `begun_`: the scenario's; `looks_`: a QuakeStep is to come.
    bool shaking_ = false, begun_ = false, looks_ = false;
};

}  // namespace muster::engine
