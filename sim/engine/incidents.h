// SPDX-License-Identifier: Apache-2.0
// What befalls the building and its people, from the scenario or by command: each kind of incident handed to the system
// that it concerns, or carried out on the building here.
#pragma once

#include "sim/engine/alarm_and_release.h"
#include "sim/engine/falls.h"
#include "sim/engine/fire_and_air.h"
#include "sim/engine/run_state.h"
#include "sim/engine/shaking.h"

namespace muster::engine {

class Incidents {
public:
    Incidents(RunState& run, AlarmAndRelease& alarm, FireAndAir& fire, Shaking& shaking, Falls& falls)
        : run_(run), alarm_(alarm), fire_(fire), shaking_(shaking), falls_(falls) {}

    void happen(const Incident& what);
    /// Why it cannot happen now, for what the run has come to. Code; null = it can.
    [[nodiscard]] const char* refusal(const Incident& what) const;

private:
    void happen(const SetOpening& what);
    void happen(const BlockOpening& what);
    void happen(const ObstructOpening& what);
    void happen(const LightsOut& what);
    void happen(const LightsOn& what);
    void happen(const SendGroup& what);
    void happen(const PostGuide& what);
    void happen(const RemoveGuide& what);
    [[nodiscard]] const char* why_not(const HoldGroup& what) const;
    [[nodiscard]] const char* why_not(const SendGroup& what) const;
    [[nodiscard]] const char* why_not(const LightsOn& what) const;
    [[nodiscard]] bool told(GroupId group) const { return run_.crowd.progress[group.index()].released; }

    RunState& run_;
    AlarmAndRelease& alarm_;
    FireAndAir& fire_;
    Shaking& shaking_;
    Falls& falls_;
};

}  // namespace muster::engine
