// SPDX-License-Identifier: Apache-2.0
// What could be changed about the bottlenecks of a run and the shortfalls of a compliance check: concrete changes as
// plain values. Whether a change helps is not judged here: it is run again over the same seeds (tools/muster), and says
// so when it does not.
#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "sim/analysis/results.h"
#include "sim/model/world.h"
#include "sim/planning/compliance.h"

namespace muster::planning {

/// Widths go in streams of people (GB 50099-2011 8.2.1, not compared with the official text; visible in 8.7.2).
inline constexpr double stream_width_m = 0.6;

// --- changes of the plan ------------------------------------------------------------------------------------------
struct WidenOpening {
    OpeningId opening;
    double width_m = 0.0;
    bool operator==(const WidenOpening&) const = default;
};
/// Every flight that is narrower.
struct WidenStair {
    StairId stair;
    double width_m = 0.0;
    bool operator==(const WidenStair&) const = default;
};
/// Shut, but anyone may open it.
struct UnlockOpening {
    OpeningId opening;
    bool operator==(const UnlockOpening&) const = default;
};
struct ReverseSwing {
    OpeningId opening;
    SpaceId into;  // not valid: out of the site
    bool operator==(const ReverseSwing&) const = default;
};
struct AddMiddleRail {
    SpaceId flight;
    bool operator==(const AddMiddleRail&) const = default;
};
struct RemoveObstacle {
    ObstacleId obstacle;
    bool operator==(const RemoveObstacle&) const = default;
};

// --- changes of the scenario --------------------------------------------------------------------------------------
/// Something that stands in a way or locks it in the scenario is not there any more: index into Scenario::incidents.
struct DropIncident {
    std::size_t incident = 0;
    bool operator==(const DropIncident&) const = default;
};
/// The classes of one storey are told to go so much later than everybody.
struct HoldStorey {
    LevelId level;
    std::vector<GroupId> groups;
    double delay_s = 0.0;
    bool operator==(const HoldStorey&) const = default;
};
/// People walk past in single file, nobody overtakes.
struct PostTeacher {
    OpeningId opening;
    bool operator==(const PostTeacher&) const = default;
};

using Change = std::variant<WidenOpening, WidenStair, UnlockOpening, ReverseSwing, AddMiddleRail, RemoveObstacle,
                            DropIncident, HoldStorey, PostTeacher>;

/// As in items.json: "widen_door", "widen_flight", ...
[[nodiscard]] std::string code_of(const Change& change, const Scenario& scenario);
[[nodiscard]] bool changes_plan(const Change& change);
/// False: the model has no leaves that swing and no rails, so a run with the change is the same run.
[[nodiscard]] bool seen_by_model(const Change& change);

struct Proposal {
    std::optional<Change> change;           // none: a shortfall for which nothing was found
    std::optional<std::size_t> bottleneck;  // index into the bottlenecks given
    std::optional<std::size_t> line;        // index into the compliance lines given
    // Where: the smallest of these that is set; none = the site.
    OpeningId opening;
    SpaceId space;
    StairId stair;
    LevelId level;
    ObstacleId obstacle;
};

struct ProposalLimits {
    std::size_t max_bottlenecks = 8;  // the first ones are looked at, and all that kept somebody inside
    double obstacle_reach_m = 1.2;    // furniture nearer than this to an opening narrows the way to it
    double min_hold_s = 10.0, max_hold_s = 60.0;
};

/// The next whole number of streams over `width_m`, at least `required_m`; a door is at least 0.9 m.
[[nodiscard]] double next_width_m(double width_m, double required_m = 0.0);

/// Time for `persons` to pass a flight of this clear width at its greatest flow, s, by the hydraulic model (sim/flow).
[[nodiscard]] double flight_passage_s(int persons, double clear_width_m);

/// The scenario with a change of orders. Pre: not changes_plan(change).
[[nodiscard]] Scenario with_change(Scenario scenario, const Change& change);

/// All flights of the stair widened, where there is floor or free ground beside them; empty where walls or rooms are in
/// the way: then an architect has to redesign the shaft. The result is not sealed anew.
[[nodiscard]] std::optional<Building> widened_stair(Building building, const WidenStair& change);

}  // namespace muster::planning
