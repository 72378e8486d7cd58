// SPDX-License-Identifier: Apache-2.0
// What people see and hear, and from how far: the same for every system.
#pragma once

namespace muster::engine {

struct PerceptionSettings {
    // Within this, in the same space, one learns that a door is shut, and sees the smoke behind it. m; assumption.
    double sees_door_m = 5.0;
    // Within this one is told that a door has jammed. m; assumption.
    double hears_m = 5.0;
    // Extinction at the head, or of the layer under the ceiling, that alarms. 1/m; Jin.
    double sees_smoke_per_m = 0.15;
};

}  // namespace muster::engine
