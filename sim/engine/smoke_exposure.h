// SPDX-License-Identifier: Apache-2.0
// What the air does to people: it slows them, turns them back, and overcomes them.
#pragma once

#include <span>
#include <vector>

#include "sim/engine/perception.h"
#include "sim/engine/run_state.h"
#include "sim/hazards/room_air.h"

namespace muster::engine {

struct ExposureSettings {
    // Air nobody walks into who has a choice, K: 60 C; ISO 13571 for minutes.
    double refuses_k = 333.15;
    // In a stair or corridor; then on through it all the same; assumption.
    double refuses_s = 30.0;
    // And extinction: sees 1 m.
    double refuses_per_m = 3.0;
    // Of the eye height, of the free speed; assumption.
    double crouch_share = 0.6, crouch_speed = 0.8;
    // Kady and Davis 2009; children assumed.
    double crawl_eye_m = 0.5, adult_crawl_m_s = 0.6, child_crawl_m_s = 0.5;
    // Of the free speed.
    double worth_noting = 0.95;
    // Of the free speed in gas over AEGL-2; assumption.
    double gas_speed = 0.7;
    // Stoops where the air below has less than this share of the smoke.
    double worth_stooping = 0.5;
};

/// Of the eyes above the floor, m.
[[nodiscard]] double head_height(const RunState& run, PersonId person);

class SmokeExposure {
public:
    /// `every_s`: between two breaths, as they are worked out here.
    SmokeExposure(RunState& run, double every_s) : run_(run), every_s_(every_s), people_(run.crowd.size()) {
        dose_.resize(people_.size());
    }

    void breathe(const hazards::RoomAir& rooms, PersonId person);
    void overcome(PersonId person);
    [[nodiscard]] bool anybody_to_breathe() const;
    /// Of gas and heat so far, per person.
    [[nodiscard]] std::span<const float> doses() const { return dose_; }

private:
    struct InSmoke {
        // Stranded for so long.
        float refused_s = 0.0F;
        // Has been driven out into the smoke, or was in it already.
        bool goes_through = false;
        // Was ever slower for smoke.
        bool slowed = false;
    };
    void meet_smoke(const hazards::RoomAir& rooms, PersonId person);
    void leave_refuge_where_due(const hazards::RoomAir& rooms, PersonId person);

    RunState& run_;
    double every_s_;
    ExposureSettings settings_;
    PerceptionSettings perception_;
    std::vector<InSmoke> people_;
    std::vector<float> dose_;
};

}  // namespace muster::engine
