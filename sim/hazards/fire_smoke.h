// SPDX-License-Identifier: Apache-2.0
// Fire and smoke in the rooms of a plan during one run: the network of zones, the fires, the detectors and windows.
// Knows nothing of people; the engine tells it which doors are open.
#pragma once

#include <span>
#include <vector>

#include "sim/hazards/design_fire.h"
#include "sim/hazards/detector.h"
#include "sim/hazards/exposure.h"
#include "sim/hazards/gases.h"
#include "sim/hazards/plan_zones.h"
#include "sim/hazards/room_air.h"
#include "sim/model/scenario.h"

namespace muster::hazards {

class FireSmoke final : public RoomAir {
public:
    /// `failed`: fixtures that do not work, indices into Building::fixtures.
    FireSmoke(const Building& building, const SmokeSettings& settings, const std::vector<std::size_t>& failed);

    void ignite(SpaceId space, Vec2 at, const DesignFire& design, SimTime when);
    /// One gas per run.
    void leak(const GasLeak& leak, Vec2 at, SimTime when);
    /// Burns the gas in those layers of the room that are between its explosive limits, and lights the leak. kg burnt;
    /// 0 = it did not catch.
    double ignite_gas(SpaceId space, SimTime when);
    void start_exhaust(SpaceId space, double flow_m3_s);

    void set_opening(OpeningId opening, bool open) override;
    /// In steps of at most 1 s.
    void advance_to(SimTime until) override;
    [[nodiscard]] AirAtHead air_at(const Place& place) const override;
    [[nodiscard]] SpaceAir air_of(SpaceId space) const override;
    [[nodiscard]] double ceiling_m(SpaceId space) const override { return zones_.ceiling_m(space); }
    [[nodiscard]] double dose_per_s(const AirAtHead& air) const override;
    [[nodiscard]] bool gas_keeps_out(const AirAtHead& air) const override;
    [[nodiscard]] std::span<const TrippedDetector> tripped() const override { return tripped_; }
    [[nodiscard]] double heat_w() const override;
    [[nodiscard]] SpaceId diverged_in() const override { return diverged_in_; }
    [[nodiscard]] const ZoneNetwork& network() const { return network_; }

private:
    struct Fire {
        DesignFire design;
        std::size_t source;  // index into the network's fires
        SimTime since;
        double burnt_j = 0.0;
        double held_w = -1.0, held_since_s = 0.0, decay_s = 0.0;  // by a sprinkler; < 0 = by none
    };
    struct Leak {
        std::size_t source;  // index into the network's fires
        SimTime until;
    };
    struct Fixed {
        std::size_t fixture;
        Vec2 at;
        Detector detector;
    };
    void place_detectors(std::size_t zone, Vec2 fire_at);
    void step(double dt_s);
    void hold_fires(const DetectorSpec& sprinkler, double dt_s);
    void break_windows();
    [[nodiscard]] AirAtHead air_in(std::size_t zone, double head_m) const;

    const Building& building_;
    SmokeSettings settings_;
    PlanZones zones_;
    ZoneNetwork network_;
    std::vector<Fire> fires_;
    std::vector<Leak> leaks_;
    const GasData* gas_ = nullptr;
    std::vector<Fixed> detectors_;
    std::vector<TrippedDetector> tripped_;
    SimTime now_;
    SpaceId diverged_in_;
};

}  // namespace muster::hazards
