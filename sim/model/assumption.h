// SPDX-License-Identifier: Apache-2.0
// How people move in real buildings, as against laboratories. One of three named sets of figures holds for a run, and
// whoever needs one of them asks here: engine, planning, reports. Where each figure is from, with everything else that
// was found of real doors and stairs: tests/verification/REAL_BUILDINGS.md.
#pragma once

#include <array>
#include <cstdint>
#include <limits>
#include <string_view>
#include <vector>

#include "sim/base/id.h"

namespace muster {

class Building;
struct Flight;
struct Opening;
struct Profile;

/// quick = laboratory, what the bodies do themselves · planning = middle of what was counted in real buildings ·
/// slow = the cautious end of it (SFPE, P90).
enum class Assumption : std::uint8_t { quick, planning, slow };

struct MovementFigures {
    // --- doors. Nothing here holds the flow where door_flow is 0 -------------------------------------------------
    double door_flow = 0.0;     // persons/(m s) of the width that is left
    double door_edges_m = 0.0;  // of clear width that nobody uses, both jambs together
    double open_leaf_m = 0.0;   // taken by each leaf that stands open in the space walked into
    double held_leaf_m = 0.0;   // taken by each leaf that shuts by itself and is held by those who pass
    double least_flow = 0.0;    // persons/s, one behind the other, however narrow
    double push_open_s = 0.0;   // to open a door that is shut and swings away
    double pull_open_s = 0.0;   // the same towards oneself
    // --- stairs ---------------------------------------------------------------------------------------------------
    double stair_flow_share = 0.0;  // of the flow by tread and riser; 0 = the bodies' own
    double stair_edge_m = 0.0;      // of clear width that nobody uses, at each side
    double up_share = 1.0;          // of the flow downhill
    bool by_step = false;           // speed on a flight by its tread and riser
    // --- people ---------------------------------------------------------------------------------------------------
    double grown_speed = 1.0;   // share of the free speed on the level, of who is not a child
    double child_speed = 1.0;   // the same of children, whose free speeds were measured in drills
    double delay = 1.0;         // share of the time from being told to setting off
    bool delay_by_age = false;  // a group that states no delay takes that of its profile; else sets off at once
};

[[nodiscard]] const MovementFigures& figures_of(Assumption assumption);

/// What passes an opening in one direction, at most.
struct PassageLaw {
    double per_m = 0.0;  // persons/(m s); 0 = whatever the bodies do
    double lost_m = 0.0;
    double widest_m = std::numeric_limits<double>::infinity();  // what lies behind is no wider
    double least = 0.0;                                         // persons/s
    double opens_s = 0.0;  // to open it when nobody went through for as long as it takes to shut

    [[nodiscard]] bool limits() const { return per_m > 0.0; }
    /// Persons/s through what is left of the opening now. Infinite where nothing limits it.
    [[nodiscard]] double persons_s(double clear_width_m) const;
};

/// Into `from`, into `to`. `locked` at the start counts as shut: whoever unlocks it holds it.
using TwoWayLaw = std::array<PassageLaw, 2>;
[[nodiscard]] inline std::size_t way_through(bool into_to) { return into_to ? 1 : 0; }

[[nodiscard]] TwoWayLaw passage_of(const Building& building, OpeningId opening, Assumption assumption);
/// Index = OpeningId; empty where nothing limits any of them.
[[nodiscard]] std::vector<TwoWayLaw> passages_of(const Building& building, Assumption assumption);

/// Specific flow of a stair at capacity, persons/(m s) of effective width, by tread and riser.
[[nodiscard]] double stair_capacity(double tread_m, double riser_m);
/// Speed on the flight as a share of the free speed on the level, along the incline.
[[nodiscard]] double stair_speed_share(const Profile& profile, const Flight& flight, bool down, Assumption assumption);
/// Of the free speed that the profile's law draws.
[[nodiscard]] double level_speed_share(const Profile& profile, Assumption assumption);

struct AssumptionRow {
    std::string_view name;  // of its text: assumption.<name>, source: assumption.<name>.source
    double value = 0.0;
    std::string_view unit;
};
/// All figures of it, for reports and summaries, in a fixed order.
[[nodiscard]] std::vector<AssumptionRow> assumption_table(Assumption assumption);
/// Of all figures: two runs with the same word and different hashes were not run on the same assumption.
[[nodiscard]] std::uint64_t assumption_hash(Assumption assumption);

}  // namespace muster
