// SPDX-License-Identifier: Apache-2.0
// What the air and the ground do to a person at a place. Implementations are added one per file; without one, nothing
// is in the way: there is no pretend smoke.
#pragma once

#include "sim/base/id.h"
#include "sim/base/time.h"
#include "sim/base/vec2.h"

namespace muster {

struct Place {
    SpaceId space;
    Vec2 at;
    double head_m = 1.5;  // above the floor
};

struct HazardSample {
    double speed_factor = 1.0;  // of the free speed, (0, 1]
    double visibility_m = 1e9;
    double fed_rate_per_s = 0.0;  // fractional effective dose
};

class HazardField {
public:
    virtual ~HazardField() = default;
    virtual void advance_to(SimTime) = 0;
    [[nodiscard]] virtual HazardSample sample(const Place&) const = 0;
};

/// The air of an ordinary day.
class ClearAir final : public HazardField {
public:
    void advance_to(SimTime) override {}
    [[nodiscard]] HazardSample sample(const Place&) const override { return {}; }
};

}  // namespace muster
