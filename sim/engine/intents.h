// SPDX-License-Identifier: Apache-2.0
// Which way and how fast, every motion step: from everybody's decision to the intent that the physics carries out.
#pragma once

#include <array>
#include <vector>

#include "sim/engine/companies.h"
#include "sim/engine/decisions.h"
#include "sim/engine/run_state.h"
#include "sim/engine/waiting_places.h"

namespace muster::engine {

struct AimSettings {
    // Nearer than this to an opening one aims at it, farther one follows the field. m
    double straight_m = 1.2;
    // Aim this far behind the opening's plane. m
    double beyond_m = 0.3;
    // Slower and slower from so near to where one means to stand. m
    double slows_m = 0.6;
    // Besides the body's radius, from the jambs. m
    double margin_m = 0.05;
};

class Intents {
public:
    Intents(RunState& run, Decisions& decisions, WaitingPlaces& waiting);

    /// Once per decision interval.
    void look_around();
    /// Decides for those whose turn it is, and says what everybody does in the next step.
    void make();

private:
    [[nodiscard]] physics::Intent intent_of(PersonId person, const Whereabouts& where) const;
    [[nodiscard]] double desired_speed(PersonId person, SpaceId in, OpeningId next) const;
    [[nodiscard]] bool lies_between(SpaceId in, OpeningId opening, Vec2 at, double straight_m) const;
    void aim_at_waiting_place(PersonId person, Vec2 at, physics::Intent& intent) const;
    void aim_at_opening(PersonId person, const Whereabouts& where, physics::Intent& intent) const;
    void count_headings();
    [[nodiscard]] bool meets_others(OpeningId opening, SpaceId from) const;

    RunState& run_;
    Decisions& decisions_;
    WaitingPlaces& waiting_;
    AimSettings settings_;
    Companies companies_;
    // Per opening: how many go through it next, forwards and backwards.
    std::vector<std::array<int, 2>> headings_;
};

}  // namespace muster::engine
