// SPDX-License-Identifier: Apache-2.0
// The building model: one site, its levels, spaces, openings, stairs, obstacles and assembly areas, already sound.
// Built only by floorplans/reader (or by tests); constant from then on. Metres, kilograms. Coordinates are relative to
// `site_origin`, so that plans in map coordinates (7e5, 5e6) compute as exactly as small ones.
//
// Spaces are walking surfaces (inner faces of walls). Walls are not drawn: nothing but openings joins spaces.
#pragma once

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "sim/base/id.h"
#include "sim/geometry/polygon.h"
#include "sim/model/design.h"
#include "sim/model/name.h"
#include "sim/model/quake.h"

namespace muster {

struct Level {
    std::string key;
    Name name;
    double elevation_m = 0.0;  // of the finished floor, above the site's zero
    int storey = 1;            // ground = 1 (Chinese and US counting), basements -1, -2, ...
};

enum class SpaceUse : std::uint8_t {
    classroom,
    corridor,
    gallery,
    lobby,
    stair_flight,
    stair_landing,
    toilet,
    office,
    laboratory,
    library,
    dormitory,
    nursery,
    canteen,
    kitchen,
    hall,
    storage,
    switch_room,
    gas_store,
    chemical_store,
    boiler_room,
    grounds,
    other,
};

[[nodiscard]] constexpr bool is_stair_part(SpaceUse use) {
    return use == SpaceUse::stair_flight || use == SpaceUse::stair_landing;
}
/// Where people pass and nobody stays.
[[nodiscard]] constexpr bool is_circulation(SpaceUse use) {
    return use == SpaceUse::corridor || use == SpaceUse::gallery || use == SpaceUse::lobby || is_stair_part(use);
}

/// A straight flight of steps, walked between the opening at its foot and the one at its head. Belongs to a space with
/// use stair_flight on the lower of the levels it joins.
struct Flight {
    StairId stair;
    OpeningId foot, head;
    int risers = 0;
    double riser_m = 0.0;        // height of one step
    double tread_m = 0.0;        // going of one step
    double clear_width_m = 0.0;  // between handrails or between wall and handrail
    bool middle_rail = false;
    std::optional<int> handrails;    // sides with a rail, 0 to 2, besides a middle one; nothing = not stated
    double handrail_height_m = 0.0;  // over the nosings; 0 = not stated
    Vec2 up;                         // unit vector in plan, foot to head

    [[nodiscard]] double rise_m() const { return risers * riser_m; }
    /// cos of the incline: plan length / length along the incline, from riser and tread. In (0, 1].
    [[nodiscard]] double plan_per_incline() const;
};

struct Space {
    std::string key;
    Name name;
    LevelId level;
    SpaceUse use = SpaceUse::other;
    bool outdoor = false;
    double floor_m = 0.0;  // height of this floor above its level (landings); a flight's = its foot's
    Polygon area;
    std::vector<OpeningId> openings;    // in id order; filled by Building::seal()
    std::vector<ObstacleId> obstacles;  // in id order; filled by Building::seal()
    std::optional<Flight> flight;
    int capacity = 0;       // persons by design; 0 = not stated
    double height_m = 0.0;  // from floor to ceiling; 0 = not stated
};

/// Doorway = no leaf.
enum class OpeningKind : std::uint8_t { door, doorway, gate, flight_end };
/// Closed = shut but anyone may open it.
enum class DoorState : std::uint8_t { open, closed, locked };
enum class Leaf : std::uint8_t { none, single, double_leaf, sliding };

/// A passage between two spaces, or from a space to outside the site (`to` not valid).
/// The slot is the derived rectangle through the wall: as wide as clear_width_m, from depth_from_m on the `from` side
/// of the centre line to depth_to_m on the `to` side, 0.03 m into either space (so its depth is the wall's + 0.06 m).
struct Opening {
    std::string key;
    Name name;
    SpaceId from, to;
    Segment at;  // centre line, across the direction of walking; length = clear_width_m within 1 cm
    double clear_width_m = 0.0;
    OpeningKind kind = OpeningKind::door;
    Leaf leaf = Leaf::none;
    std::optional<SpaceId> swings_into;
    DoorState state = DoorState::open;  // at the start of a run
    double depth_from_m = 0.03;         // distance of the slot's end from the centre line, into `from`
    double depth_to_m = 0.03;

    [[nodiscard]] bool joins(SpaceId s) const { return from == s || to == s; }
    [[nodiscard]] SpaceId other(SpaceId s) const { return from == s ? to : from; }
    /// Unit normal of the centre line pointing from `from` into `to`. Set by Building::seal().
    Vec2 normal;
    /// Unit normal pointing into `s`. Pre: joins(s), or s not valid (= outside).
    [[nodiscard]] Vec2 normal_into(SpaceId s) const { return s == to ? normal : -1.0 * normal; }
};

enum class ObstacleKind : std::uint8_t { desk, table, bed, shelf, cabinet, column, equipment, parked, other };

struct Obstacle {
    std::string key;
    ObstacleKind kind = ObstacleKind::other;
    SpaceId space;
    Ring outline;  // counter-clockwise
    double height_m = 0.0;
    double mass_kg = 0.0;  // 0 = fixed to the building
};

struct Stair {
    std::string key;
    Name name;
    bool enclosed = false;
    std::vector<SpaceId> flights;   // bottom to top
    std::vector<SpaceId> landings;  // spaces of use stair_landing of this stair
};

struct AssemblySpot {
    std::string key;
    Name name;
    SpaceId space;  // outdoor
    Vec2 at;        // middle of the place where the group lines up
    double radius_m = 1.5;
};

struct AssemblyArea {
    std::string key;
    Name name;
    SpaceId space;
    Ring outline;
    std::vector<AssemblySpotId> spots;
};

enum class FixtureKind : std::uint8_t {
    smoke_detector,
    heat_detector,
    call_point,
    camera,
    alarm,
    sign,
    emergency_light,
    hydrant,
    extinguisher,
    sprinkler
};

/// To the open air. Closed ones break in a fire.
struct Window {
    std::string key;
    SpaceId space;
    double width_m = 0.0;               // that can open or break
    double sill_m = 0.9, head_m = 2.4;  // above the floor
    double open = 0.0;                  // share of the width open at the start, 0 to 1
};

struct Fixture {
    std::string key;
    FixtureKind kind = FixtureKind::alarm;
    SpaceId space;
    Vec2 at;
};

/// Which reading of room areas the plan uses (inner faces or wall centre lines); printed with every density.
enum class AreaBasis : std::uint8_t { net, gross };

class Building {
public:
    std::string key;
    Name name;
    Vec2 site_origin;
    AreaBasis areas = AreaBasis::net;
    std::vector<std::string> sources;      // where the dimensions come from, as the plan lists them
    std::vector<std::string> assumptions;  // what an importer assumed, printed in every report
    std::vector<Level> levels;
    std::vector<Space> spaces;
    std::vector<Opening> openings;
    std::vector<Stair> stairs;
    std::vector<Obstacle> obstacles;
    std::vector<AssemblyArea> assembly_areas;
    std::vector<AssemblySpot> spots;
    std::vector<Fixture> fixtures;
    std::vector<Window> windows;
    Structure structure;
    Design design;

    /// Fills what follows from the rest: openings and obstacles per space, normals, flights' `up`. Call once, last.
    void seal();

    [[nodiscard]] const Level& level(LevelId id) const { return levels[id.index()]; }
    [[nodiscard]] const Space& space(SpaceId id) const { return spaces[id.index()]; }
    [[nodiscard]] const Opening& opening(OpeningId id) const { return openings[id.index()]; }
    [[nodiscard]] const Stair& stair(StairId id) const { return stairs[id.index()]; }
    [[nodiscard]] const Obstacle& obstacle(ObstacleId id) const { return obstacles[id.index()]; }
    [[nodiscard]] const AssemblySpot& spot(AssemblySpotId id) const { return spots[id.index()]; }

    // Look-ups by key; not valid when there is none. Linear: for readers, not for the step.
    [[nodiscard]] SpaceId find_space(const std::string& key) const;
    [[nodiscard]] OpeningId find_opening(const std::string& key) const;
    [[nodiscard]] StairId find_stair(const std::string& key) const;
    [[nodiscard]] AssemblySpotId find_spot(const std::string& key) const;

    /// Leads out of doors: between an indoor space and an outdoor one, or from an indoor space to outside the site.
    [[nodiscard]] bool is_building_exit(OpeningId id) const;
    /// Height above the site's zero of a person at `p` in `s`: floor, or interpolated along a flight.
    [[nodiscard]] double height_m(SpaceId s, Vec2 p) const;
    /// Of the ceiling of the highest indoor space above the site's zero.
    [[nodiscard]] double top_m() const;
    /// What falls from a facade lands within max(3 m, a fifth of the height). Quoted from papers, not from a code
    /// [unchecked].
    [[nodiscard]] double falling_band_m() const { return std::max(3.0, top_m() / 5.0); }
    /// The space on `level` that holds `p` (its polygon, not the slots); not valid when none does.
    [[nodiscard]] SpaceId space_at(LevelId level, Vec2 p) const;
};

/// The slot's four corners, counter-clockwise.
[[nodiscard]] Ring slot_of(const Opening& opening);

}  // namespace muster
