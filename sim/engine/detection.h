// SPDX-License-Identifier: Apache-2.0
// Who or what finds a fire: detectors, the watchman at the cameras, people who see or smell it.
#pragma once

#include <vector>

#include "sim/engine/alarm_and_release.h"
#include "sim/engine/perception.h"
#include "sim/engine/run_state.h"
#include "sim/hazards/room_air.h"

namespace muster::engine {

struct DetectionSettings {
    // From smoke in sight of a camera until its watchman sees it; assumption.
    double watchman_s = 30.0;
    // Of somebody who goes to press a call point; assumption.
    double to_call_point_m_s = 1.3;
    // To break the glass; assumption.
    double press_s = 5.0;
    // Until others know where there is no call point on the storey; assumption.
    double shout_s = 60.0;
    // Where a layer is first seen. m
    double under_ceiling_m = 0.3;
};

class Detection {
public:
    /// `every_s`: between two looks at the air.
    Detection(RunState& run, AlarmAndRelease& alarm, double every_s) : run_(run), alarm_(alarm), every_s_(every_s) {}

    /// Once the air has been advanced.
    void look(const hazards::RoomAir& air);
    /// Flames, by whoever is in that room: they do not wait to be told.
    void see_fire(SpaceId room);

private:
    void watch_cameras(const hazards::RoomAir& air);
    void signal(std::size_t fixture, double confirm_s);
    void see_smoke(const hazards::RoomAir& air);
    void raise_alarm(PersonId seen_by);

    RunState& run_;
    AlarmAndRelease& alarm_;
    double every_s_;
    DetectionSettings settings_;
    PerceptionSettings perception_;
    // Per fixture: since when a camera sees smoke; < 0 = it does not.
    std::vector<SimTime> in_camera_;
};

}  // namespace muster::engine
