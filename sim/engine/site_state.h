// SPDX-License-Identifier: Apache-2.0
// The building as it really is at this moment of a run (not as anybody knows it): doors, closed spaces, slow and dark
// ones.
#pragma once

#include <cstdint>
#include <vector>

#include "sim/base/time.h"
#include "sim/model/building.h"

namespace muster::engine {

/// Somebody who stands at an opening: sends people another way, or keeps them in file on the flight behind it.
enum class Guide : std::uint8_t { none, turns_away, keeps_order };

class SiteState {
public:
    explicit SiteState(const Building& building);

    struct OpeningNow {
        DoorState state = DoorState::open;
        bool blocked = false;        // jammed, or something stands in it
        double clear_width_m = 0.0;  // what is left of it
        bool risky = false;          // things fall before it
        Guide guide = Guide::none;
        [[nodiscard]] bool passable() const { return state != DoorState::locked && !blocked && clear_width_m > 0.0; }
    };

    [[nodiscard]] const OpeningNow& opening(OpeningId id) const { return openings_[id.index()]; }
    OpeningNow& change(OpeningId id);
    void close(SpaceId id);
    void set_burning(SpaceId id);
    [[nodiscard]] bool burns(SpaceId id) const;
    [[nodiscard]] const std::vector<SpaceId>& burning_spaces() const { return burning_; }
    [[nodiscard]] bool closed(SpaceId id) const { return space_closed_[id.index()]; }
    [[nodiscard]] const std::vector<OpeningId>& changed_openings() const { return changed_; }  // since the start
    [[nodiscard]] const std::vector<SpaceId>& closed_spaces() const { return closed_spaces_; }

    void slow(SpaceId id, double factor) { slow_down(id, factor, false); }
    void darken(SpaceId id, double factor) { slow_down(id, factor, true); }
    void light(SpaceId id);  // undoes darken()
    [[nodiscard]] bool dark(SpaceId id) const;
    [[nodiscard]] double speed_factor(SpaceId id) const { return speed_factor_[id.index()]; }

    void set_shaking(LevelId id, float factor) { shaking_factor_[id.index()] = factor; }
    void stop_shaking() { shaking_factor_.assign(shaking_factor_.size(), 1.0F); }
    /// On walking, for the floor shakes; 1 = it does not.
    [[nodiscard]] float shaking_factor(LevelId id) const { return shaking_factor_[id.index()]; }

    void passed(OpeningId id, SimTime now) { passed_at_[id.index()] = now; }
    /// When somebody last went through; < 0 = nobody has.
    [[nodiscard]] SimTime passed_at(OpeningId id) const { return passed_at_[id.index()]; }

    /// Pre: a guide who keeps order stands at an end of a flight.
    void post(const Building& building, OpeningId at, Guide guide);
    [[nodiscard]] bool in_file(SpaceId id) const { return in_file_[id.index()]; }

private:
    struct Slowing {
        double factor = 1.0;
        bool by_darkness = false;
    };
    void slow_down(SpaceId id, double factor, bool by_darkness);

    std::vector<OpeningNow> openings_;
    std::vector<bool> space_closed_;
    std::vector<std::vector<Slowing>> slowings_;  // per space, in order
    std::vector<double> speed_factor_;            // their product
    std::vector<bool> in_file_;
    std::vector<float> shaking_factor_;  // per level
    std::vector<SimTime> passed_at_;     // per opening
    std::vector<OpeningId> changed_;
    std::vector<SpaceId> closed_spaces_, burning_;
};

}  // namespace muster::engine
