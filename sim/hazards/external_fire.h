// SPDX-License-Identifier: Apache-2.0
// Another program's run played back: the air of each room over time, straight between its times, the last held.
// What people do does not change it.
#pragma once

#include <vector>

#include "sim/hazards/plan_zones.h"
#include "sim/hazards/room_air.h"
#include "sim/model/scenario.h"

namespace muster::hazards {

class ExternalFire final : public RoomAir {
public:
    /// `settings.outside` must be there. `failed`: fixtures that do not work, indices into Building::fixtures.
    ExternalFire(const Building& building, const SmokeSettings& settings, const std::vector<std::size_t>& failed);

    void set_opening(OpeningId, bool) override {}
    void advance_to(SimTime until) override;
    [[nodiscard]] AirAtHead air_at(const Place& place) const override;
    [[nodiscard]] SpaceAir air_of(SpaceId space) const override;
    [[nodiscard]] double ceiling_m(SpaceId space) const override { return zones_.ceiling_m(space); }
    [[nodiscard]] double dose_per_s(const AirAtHead& air) const override;
    [[nodiscard]] bool gas_keeps_out(const AirAtHead&) const override { return false; }
    [[nodiscard]] std::span<const TrippedDetector> tripped() const override { return tripped_; }
    [[nodiscard]] double heat_w() const override { return 0.0; }
    [[nodiscard]] SpaceId diverged_in() const override { return {}; }

private:
    /// A place between two times of a table.
    struct Moment {
        std::size_t before = 0;
        double share = 0.0;  // of the time after it
    };
    struct Listening {
        std::size_t fixture;
        Place ceiling;
        double trips_s;  // as recorded; < 0 = not recorded
        bool tripped;
    };
    [[nodiscard]] Moment moment_of(const std::vector<double>& times) const;
    [[nodiscard]] LayeredAir layers_in(std::size_t zone) const;
    [[nodiscard]] AirAtHead with_slices(AirAtHead air, const Place& place) const;
    [[nodiscard]] double slice_value(const RecordedSlice& slice, std::size_t point) const;
    [[nodiscard]] bool answers(const Listening& detector) const;

    const Building& building_;
    SmokeSettings settings_;
    const SmokeRecord& record_;
    PlanZones zones_;
    std::vector<int> room_of_zone_;                              // index into the record's rooms; < 0 = none
    std::vector<std::vector<std::vector<std::size_t>>> inside_;  // per slice, per space: the grid's points in it
    std::vector<Listening> detectors_;
    std::vector<TrippedDetector> tripped_;
    double now_s_ = 0.0;  // of the record
};

}  // namespace muster::hazards
