// SPDX-License-Identifier: Apache-2.0
// The air in the rooms during a run, whoever works it out: our own network, or another program's run.
#pragma once

#include <span>

#include "sim/base/time.h"
#include "sim/base/vec2.h"
#include "sim/model/air.h"
#include "sim/record/air.h"

namespace muster::hazards {

struct Place {
    SpaceId space;
    Vec2 at;
    double head_m = 1.5;  // above the floor
};

struct TrippedDetector {
    std::size_t fixture = 0;  // index into Building::fixtures
};

class RoomAir {
public:
    virtual ~RoomAir() = default;

    /// Without effect on openings that join no two zones, and on air that is only played back.
    virtual void set_opening(OpeningId opening, bool open) = 0;
    virtual void advance_to(SimTime until) = 0;
    [[nodiscard]] virtual AirAtHead air_at(const Place& place) const = 0;
    /// The worst of its parts.
    [[nodiscard]] virtual SpaceAir air_of(SpaceId space) const = 0;
    [[nodiscard]] virtual double ceiling_m(SpaceId space) const = 0;
    /// Of everything harmful, per second; 1 = can no longer walk.
    [[nodiscard]] virtual double dose_per_s(const AirAtHead& air) const = 0;
    /// AEGL-2 for 10 min, or half the lower explosive limit: nobody enters who knows. Assumption.
    [[nodiscard]] virtual bool gas_keeps_out(const AirAtHead& air) const = 0;
    /// Detectors that answered during the last advance_to().
    [[nodiscard]] virtual std::span<const TrippedDetector> tripped() const = 0;
    /// Heat released by all fires now, W; 0 where it is not known.
    [[nodiscard]] virtual double heat_w() const = 0;
    /// Where the last step found no solution; not valid = all is well.
    [[nodiscard]] virtual SpaceId diverged_in() const = 0;
};

/// Share of the upper layer in what somebody of that head height breathes: 0 to 1, over 0.1 m.
[[nodiscard]] double upper_share(double head_m, double layer_m);
/// Adds `part` to the worst of a space.
void take_worst(SpaceAir& worst, const LayeredAir& part, const AirAtHead& at_head, double dose_per_s);

}  // namespace muster::hazards
