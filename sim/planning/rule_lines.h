// SPDX-License-Identifier: Apache-2.0
// Writing down what a rule finds: verdicts follow from the numbers; what passes alike becomes one line. Internal to
// sim/planning.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "sim/planning/code_site.h"

namespace muster::planning {

inline constexpr double rounding = 1e-6;  // of lengths that were typed in

using ReasonArgs = std::vector<std::pair<std::string, std::string>>;

[[nodiscard]] std::string metres_text(double m);  // two decimals, as in a reason's arguments

class RuleLines {
public:
    RuleLines(const RulePack& pack, std::size_t pack_index, std::size_t rule_index);

    /// Judged by its numbers.
    ComplianceLine& at_least(const ComplianceSubject& about, Measure measure, double required, double actual);
    ComplianceLine& at_most(const ComplianceSubject& about, Measure measure, double required, double actual);
    /// 1 = as it should be, 0 = not.
    ComplianceLine& yes(const ComplianceSubject& about, Measure measure, bool good);
    ComplianceLine& not_judged(const ComplianceSubject& about, Measure measure, std::string reason,
                               ReasonArgs args = {});
    /// Appends all to `out`: what falls short by itself, of the rest the worst of each kind and how many it stands for.
    void finish(std::vector<ComplianceLine>& out);

private:
    ComplianceLine& add(const ComplianceSubject& about, Measure measure);
    void judge(ComplianceLine& line) const;

    const RulePack& pack_;
    const Rule& rule_;
    ComplianceLine blank_;
    std::vector<ComplianceLine> lines_;
};

// ---- the computations; each writes the lines of one rule ----
struct RuleContext {
    const CodeSite& site;
    std::vector<std::size_t> blocks;  // that the pack applies to
    RuleLines& lines;
    std::vector<std::string>& assumptions;
    void assume(const char* code) const;
    /// The fire grade, noting when it is assumed.
    [[nodiscard]] int fire_grade() const;
};

/// Least and greatest of what the stages ask: the same when the stage is stated or does not matter.
struct StageRange {
    StageValue strict, lenient;
    bool any = false;
};
/// `more`: larger values are stricter.
[[nodiscard]] StageRange stage_range(const std::vector<StageValue>& stages, SchoolStage stage, bool more);

void check(const WidthPer100& rule, const RuleContext& in);
void check_room_widths(const WidthPer100& rule, const RuleContext& in);
void check_corridor_widths(const WidthPer100& rule, const RuleContext& in);
/// Metres per 100 persons on this storey of a block; none = the code has no such row.
[[nodiscard]] std::optional<double> per_100(const WidthPer100& rule, const RuleContext& in, std::size_t block,
                                            int storey);
void check(const WidthPerPerson& rule, const RuleContext& in);
void check(const DoorWidth& rule, const RuleContext& in);
void check(const DoorSwing& rule, const RuleContext& in);
void check(const DoorLeaf& rule, const RuleContext& in);
void check(const FlightWidth& rule, const RuleContext& in);
void check(const FlightModule& rule, const RuleContext& in);
void check(const FlightSteps& rule, const RuleContext& in);
void check(const TreadRiser& rule, const RuleContext& in);
void check(const Handrails& rule, const RuleContext& in);
void check(const LandingDepth& rule, const RuleContext& in);
void check(const WayCount& rule, const RuleContext& in);
void check(const TravelDistance& rule, const RuleContext& in);
void check(const DeadEnd& rule, const RuleContext& in);
void check(const CorridorWidth& rule, const RuleContext& in);
void check(const UseStoreys& rule, const RuleContext& in);
void check(const RoomDoors& rule, const RuleContext& in);
void check(const AreaPerPerson& rule, const RuleContext& in);
void check(const AssemblySpace& rule, const RuleContext& in);
void check(const DistanceFrom& rule, const RuleContext& in);
void check(const StepsAtExit& rule, const RuleContext& in);
void check(const StairDischarge& rule, const RuleContext& in);
void check(const FixtureOnStorey& rule, const RuleContext& in);
void check(const StepsInWay& rule, const RuleContext& in);
void check(const LockedExits& rule, const RuleContext& in);
void check(const NotInPlan& rule, const RuleContext& in);

/// Whether the room's door lies between two exits and not on a dead end; its length is to the nearest end.
struct DoorWay {
    double m = 0.0;  // to the nearest exit or stair; infinity = no way
    std::optional<std::size_t> end;
    bool dead_end = false;
    double stub_m = 0.0;  // of the dead end up to the door
};
[[nodiscard]] DoorWay door_way(const CodeSite& site, std::size_t block, int storey, OpeningId door);

/// The true length of the way in a room from the worst point to the nearest of its doors.
[[nodiscard]] double deepest_m(const CodeSite& site, SpaceId room, const std::vector<OpeningId>& doors);

}  // namespace muster::planning
