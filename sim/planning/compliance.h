// SPDX-License-Identifier: Apache-2.0
// A building held against rule packs: one line for each thing a rule says something of. Pure; the plan as drawn, with
// every door as it stands at the start. Distances are walked ones, on the distance fields, but for room_travel.
#pragma once

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "sim/model/building.h"
#include "sim/planning/compliance_people.h"
#include "sim/planning/rule_pack.h"

namespace muster::routing {
class Navigation;
}  // namespace muster::routing

namespace muster::planning {

/// The parts of a site joined indoors; storeys are counted in each by itself.
struct BuildingBlock {
    std::vector<SpaceId> spaces;
    std::vector<int> storeys;  // that hold more than stairs, ascending; ground = 1, basements -1, -2, ...
    int persons = 0;
    [[nodiscard]] int storeys_above_ground() const { return storeys.empty() ? 0 : std::max(0, storeys.back()); }
};
[[nodiscard]] std::vector<BuildingBlock> blocks_of(const Building& building, const PeopleInBuilding& people);

enum class ComplianceVerdict : std::uint8_t { pass, short_of, major_hazard, not_judged };

/// What is measured. The unit follows: see unit_of().
enum class Measure : std::uint8_t {
    stair_width,        // total of a storey, m
    exit_width,         // total of a storey, m
    room_width,         // of all doors of a room, m
    door_width,         // m
    door_swing,         // 1 = out of the room
    door_leaf,          // 1 = swings
    flight_width,       // m, between rails
    flight_streams,     // m over a whole number of streams
    flight_steps,       // steps
    tread,              // m
    riser,              // m
    slope,              // degrees
    handrails,          // sides with a rail
    handrail_height,    // m
    middle_rail,        // 1 = there is one
    half_flight,        // m, beside a middle rail
    landing_depth,      // m
    exits,              // count
    stairs,             // count
    travel,             // m, walked
    room_travel,        // m, as the crow flies where the room lets it, else walked
    dead_end,           // m
    corridor_width,     // m
    corridor_total,     // by persons, m
    highest_storey,     // storey
    basement,           // storey
    room_doors,         // count
    area_per_person,    // m2
    assembly_area,      // m2 a person
    assembly_distance,  // m, in a straight line
    steps_at_exit,      // m
    stair_discharge,    // m, walked
    fixtures,           // count
    level_change,       // steps
    locked,             // locked ways out
    other
};
enum class MeasureUnit : std::uint8_t { none, metre, degree, count, storey, square_metre };
[[nodiscard]] MeasureUnit unit_of(Measure measure);

/// What a line speaks of: the smallest of these that is set; none = the site. `storey` 0 = none.
struct ComplianceSubject {
    std::optional<std::size_t> block;  // index into blocks
    int storey = 0;
    SpaceId space;  // of a flight: the flight's space
    OpeningId opening;
    StairId stair;
    std::optional<std::size_t> assembly;
    bool operator==(const ComplianceSubject&) const = default;
};

struct ComplianceLine {
    std::size_t pack = 0, rule = 0;  // index into the packs given, and into the pack's rules
    std::string pack_key, rule_id, clause;
    ComplianceSubject subject;
    Measure measure = Measure::other;
    bool at_most = false;  // actual must not exceed required; else must reach it
    double required = 0.0, actual = 0.0;
    double ratio = 0.0;                 // >= 1 is enough: actual / required, or the other way round with at_most;
                                        // 0 = yes or no
    std::optional<double> major_below;  // of `required`, in its unit: under this a major hazard is judged directly
    std::optional<double> beside_m;     // of a distance that is walked: the straight one; of a straight one: walked
    int things = 1;                     // judged alike; the line shows the one that does worst
    int persons = 0;                    // the number behind `required`; 0 = none
    PeopleBasis people = PeopleBasis::none;
    std::optional<StoreyReading> reading;  // of tables by storey
    double per_100 = 0.0;                  // m; the row that was read
    ComplianceVerdict verdict = ComplianceVerdict::not_judged;
    std::string reason;  // code in render/text: why it is not judged, or what to know besides; "" = nothing
    std::vector<std::pair<std::string, std::string>> reason_args;
    bool mandatory = true;
    bool verified = false;
    bool comparison = false;  // of a foreign pack: for the panel, no verdict of the school's
    bool proposed = true;     // false: another pack judges the same thing more strictly

    [[nodiscard]] bool bad() const {
        return !comparison && (verdict == ComplianceVerdict::short_of || verdict == ComplianceVerdict::major_hazard);
    }
};

struct ComplianceResult {
    std::vector<BuildingBlock> blocks;
    PeopleInBuilding people;
    std::vector<ComplianceLine> lines;     // by pack, rule, then subject
    std::vector<std::string> assumptions;  // codes in render/text, each once
    [[nodiscard]] bool anything_short() const;
};

/// `navigation` is over `building`.
[[nodiscard]] ComplianceResult check_compliance(const Building& building, const routing::Navigation& navigation,
                                                const PeopleInBuilding& people, const std::vector<RulePack>& packs);
[[nodiscard]] ComplianceResult check_compliance(const Building& building, const PeopleInBuilding& people,
                                                const std::vector<RulePack>& packs);

}  // namespace muster::planning
