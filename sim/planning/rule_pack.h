// SPDX-License-Identifier: Apache-2.0
// A building code as data: what each rule asks, with which numbers, and how far anybody could check them against the
// official text. Read from floorplans/rules/*.json. The computations are a closed set, one struct for each; their
// numbers are the rule's. Metres, persons, degrees.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "sim/model/building.h"

namespace muster::planning {

/// Which storey number picks the row of a table "per 100 persons".
enum class StoreyReading : std::uint8_t {
    of_the_storey,   // where the storey lies: GB 50099-2011 table 8.2.3
    of_the_building  // how many storeys the building has: GB 50016-2014 table 5.5.21-1
};
enum class WidthOf : std::uint8_t { stairs, exits, corridors, room_doors };
enum class DoorPlace : std::uint8_t { room, stair, exit };

/// Applies to storeys above ground up to `up_to`, in buildings of these fire grades.
struct WidthBand {
    std::vector<int> fire_grades;  // 1 to 4
    int up_to = 1000;
    double m_per_100 = 0.0;
};

/// The first row that fits counts.
struct DistanceBand {
    std::vector<int> fire_grades;
    int least_doors = 0;      // of the room; 0 = however many
    double between_m = 0.0;   // doors between two exits
    double dead_end_m = 0.0;  // doors on a dead end
};

struct StageValue {
    SchoolStage stage = SchoolStage::not_stated;
    double value = 0.0;
    double second = 0.0;  // riser of tread and riser
};

/// Total clear width of a storey's stairs or exits, of a room's doors, or of a corridor. Of stairs a lower storey needs
/// at least what any above it needs.
struct WidthPer100 {
    WidthOf of = WidthOf::stairs;
    StoreyReading reading = StoreyReading::of_the_storey;
    std::vector<WidthBand> bands;
    double basement_m_per_100 = 0.0;  // 0 = the code has no such row
    struct DeepBasement {
        double over_m = 0.0;  // a floor farther below the ground storey's ...
        double m_per_100 = 0.0;
        std::vector<SpaceUse> crowded;  // ... or a basement storey that holds such a room
    };
    std::optional<DeepBasement> deep_basement;
    double major_below = 0.0;  // share of the required width under which it is a major hazard; 0 = none
};
/// Codes that count millimetres a person; for the panel beside.
struct WidthPerPerson {
    WidthOf of = WidthOf::stairs;
    double mm = 0.0;
    struct Step {
        int persons = 0;  // up to so many
        double width_m = 0.0;
    };
    std::vector<Step> steps;  // before `mm` counts for those beyond the last
};
struct DoorWidth {
    DoorPlace at = DoorPlace::room;
    std::vector<SpaceUse> uses;  // of the room; empty = all with people
    int over_persons = 0;        // only rooms with more
    double min_m = 0.0;
};
/// Must open out of the room.
struct DoorSwing {
    std::vector<SpaceUse> uses;
    int over_persons = 0;
    int over_per_door = 0;  // or more than so many a door; 0 = not asked
};
/// No sliding doors.
struct DoorLeaf {
    DoorPlace at = DoorPlace::room;
    std::vector<SpaceUse> uses;
};
struct FlightWidth {
    double min_m = 0.0;
};
/// A whole number of streams and at most the swing besides.
struct FlightModule {
    double stream_m = 0.6, sway_m = 0.15;
};
struct FlightSteps {
    int least = 0, most = 0;
};
struct TreadRiser {
    std::vector<StageValue> stages;  // value = least tread, second = most riser
    double max_slope_deg = 90.0;
};
struct Handrails {
    double stream_m = 0.6;
    int both_sides_from = 3, middle_from = 4;  // streams; sides 0 = not asked
    double half_min_m = 0.0;                   // on either side of a middle rail
    double min_height_m = 0.0;
};
/// Landings at least as deep as the flight is wide.
struct LandingDepth {};
/// A building of so few storeys, so small and with so few people above the ground storey may do with one way out.
struct OneWayBand {
    std::vector<int> fire_grades;
    int storeys = 0;
    double m2 = 0.0;  // floor area of each storey
    int persons_above = 0;
};
struct WayCount {
    WidthOf of = WidthOf::exits;  // ways off the storey: building exits, or stairs
    int least = 2;
    std::vector<SpaceUse> uses;          // storeys that hold such a room; empty = all with people
    double spared_m2 = 0.0;              // where nobody is but on a ground storey of this floor area, ...
    int spared_persons = 0;              // ... up to so many: one will do
    std::vector<OneWayBand> one_way;     // or by this table
    std::vector<SpaceUse> never_spared;  // but in no building that holds such a room
    double lower_primary_m2 = 0.0;       // a school of the lower grades only: one exit up to this area, grades I and II
};
/// From each room's door to the nearest exit or stair, walked; or from the farthest point of a room to its door, as the
/// crow flies where the room lets it.
struct TravelDistance {
    bool inside_room = false;  // then dead_end_m counts
    std::vector<SpaceUse> uses;
    std::vector<DistanceBand> bands;
    double gallery_m = 0.0;  // added along an open gallery
    double sprinkler_factor = 1.0;
    double open_stair_between_m = 0.0, open_stair_dead_end_m = 0.0;  // taken off where the stair is not enclosed
};
struct DeadEnd {
    double max_m = 0.0;
};
struct CorridorWidth {
    double single_m = 0.0, double_m = 0.0, gallery_m = 0.0;  // rooms on one side, on both; open galleries
    std::vector<SpaceUse> uses;                              // rooms on it; empty = all
};
struct UseStoreys {
    std::vector<SpaceUse> uses;
    std::vector<StageValue> most;  // highest storey, empty = any; stage not_stated = whatever the stage
    bool basement = true;          // allowed
};
/// Where a room lies on its corridor.
enum class RoomPlace : std::uint8_t {
    anywhere,
    beside_corridor,  // its door is not in the end wall of a dead end
    corridor_end      // it is
};
struct OneDoor {
    double up_to_m2 = 0.0;  // floor area; 0 = not asked, as below
    double reach_m = 0.0;   // nobody is farther from the door, as the crow flies where the room lets it
    double width_m = 0.0;   // of the door
    RoomPlace place = RoomPlace::anywhere;
};
struct RoomDoors {
    std::vector<SpaceUse> uses;
    int least = 2;
    std::vector<OneDoor> one_if;  // one door will do where all that one of these asks holds
};
struct AreaPerPerson {
    std::vector<SpaceUse> uses;
    std::vector<StageValue> stages;
};
struct AssemblySpace {
    double m2_per_person = 0.0;
};
/// Assembly areas from rooms that burn or blow up.
struct DistanceFrom {
    std::vector<SpaceUse> uses;
    double min_m = 0.0;
};
struct StepsAtExit {
    double clear_m = 0.0;
};
/// The foot of a stair to the nearest exit.
struct StairDischarge {
    double max_m = 0.0;
    int up_to_storeys = 0;  // taller buildings: the stair itself must lead out
};
struct FixtureOnStorey {
    std::vector<FixtureKind> kinds;  // one of them
    std::vector<SpaceUse> uses;
};
/// Steps within a way.
struct StepsInWay {
    int min_steps = 3;
    double step_m = 0.0;  // differences up to this are none
};
struct LockedExits {};
/// Listed so that nobody takes silence for a pass.
struct NotInPlan {
    Name reason;
};

using RuleCheck = std::variant<WidthPer100, WidthPerPerson, DoorWidth, DoorSwing, DoorLeaf, FlightWidth, FlightModule,
                               FlightSteps, TreadRiser, Handrails, LandingDepth, WayCount, TravelDistance, DeadEnd,
                               CorridorWidth, UseStoreys, RoomDoors, AreaPerPerson, AssemblySpace, DistanceFrom,
                               StepsAtExit, StairDischarge, FixtureOnStorey, StepsInWay, LockedExits, NotInPlan>;

/// How a figure came into the pack.
enum class RuleSource : std::uint8_t {
    opened,   // the document's own words were seen, in a stored copy
    quoted,   // a repost, a news item, exam practice
    unseen,   // nobody could open a copy
    computed  // follows from other figures
};

struct Rule {
    std::string id;  // "R-03": the question asked; several rules may share one, but not about the same thing
    std::string clause;
    Name text;  // what the clause asks, in short
    bool mandatory = true;
    RuleSource source = RuleSource::unseen;
    Name where;                   // where it was seen; may be empty
    bool verified = false;        // against the official text, by a person
    bool short_is_major = false;  // falling short is a major hazard by itself
    // Buildings all of whose people are in such rooms (as those of an auditorium); all but these. Empty = not asked.
    std::vector<SpaceUse> all_in, not_all_in;
    RuleCheck check;
};

struct RulePack {
    std::string key;  // "gb50099"
    Name name;        // with its edition
    Name short_name;  // as a clause is cited: "GB 50099"; the key where the file has none
    std::string version;
    bool comparison = false;           // foreign: printed beside, never judged
    std::vector<SpaceUse> applies_to;  // buildings that hold such a room; empty = all
    std::vector<Rule> rules;
};

}  // namespace muster::planning
