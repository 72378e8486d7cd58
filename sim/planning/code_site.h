// SPDX-License-Identifier: Apache-2.0
// A building as the codes see it: blocks, storeys, ways off a storey, doors that count. Internal to sim/planning.
#pragma once

#include <array>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "sim/planning/compliance.h"
#include "sim/planning/storey_walk.h"
#include "sim/routing/navigation.h"

namespace muster::planning {

/// A stair seen from one storey: how it is entered there, and how wide it is on the way to the next storey.
struct StoreyStair {
    StairId stair;
    double width_m = 0.0;  // of its narrowest flight on that way
    SpaceId narrowest;
    std::vector<OpeningId> entries;  // first step, or the doors of its enclosure
};

struct StoreyWays {
    std::vector<OpeningId> exits;   // out of doors, not locked
    std::vector<OpeningId> locked;  // would be exits
    std::vector<StoreyStair> stairs;
};

/// Rooms in which people stay, so that no number of them is a gap in the plan.
inline constexpr std::array stayed_in{SpaceUse::classroom, SpaceUse::office,  SpaceUse::laboratory, SpaceUse::library,
                                      SpaceUse::dormitory, SpaceUse::nursery, SpaceUse::canteen,    SpaceUse::hall};

class CodeSite {
public:
    CodeSite(const Building& building, const routing::Navigation& navigation, const PeopleInBuilding& people,
             const std::vector<BuildingBlock>& blocks);
    const Building& building;
    const routing::Navigation& navigation;
    const PeopleInBuilding& people;
    const std::vector<BuildingBlock>& blocks;

    /// What the codes take the room for: in a kindergarten a classroom, a room to sleep in and one
    /// of no stated use are children's rooms.
    [[nodiscard]] SpaceUse use_of(SpaceId space) const;
    [[nodiscard]] int storey_of(SpaceId space) const { return building.level(building.space(space).level).storey; }
    [[nodiscard]] std::optional<std::size_t> block_of(SpaceId space) const { return block_of_[space.index()]; }
    [[nodiscard]] int persons_in(SpaceId space) const { return people.persons[space.index()]; }
    [[nodiscard]] int persons_on(std::size_t block, int storey) const;
    /// Of a plan of stage kindergarten: a room that people stay in, whatever it is called.
    [[nodiscard]] bool children_stay_in(std::size_t block) const;
    /// Of the ground storey's floor above the storey's, m.
    [[nodiscard]] double below_ground_m(std::size_t block, int storey) const;
    /// Floor area as codes count it, with the walls: see the definition. m2
    [[nodiscard]] double floor_area(SpaceId space) const;
    [[nodiscard]] double floor_area_on(std::size_t block, int storey) const;
    [[nodiscard]] PeopleBasis basis_on(std::size_t block, int storey) const;            // the weakest
    [[nodiscard]] bool holds(std::size_t block, std::span<const SpaceUse> uses) const;  // any of them; all when empty
    [[nodiscard]] bool holds(std::size_t block, int storey, std::span<const SpaceUse> uses) const;
    /// Whoever is in the building is in a room of these uses.
    [[nodiscard]] bool all_in(std::size_t block, std::span<const SpaceUse> uses) const;
    /// Rooms with people (or of the uses asked for, with or without), in the order of the plan.
    [[nodiscard]] std::vector<SpaceId> rooms(std::size_t block, std::span<const SpaceUse> uses) const;
    [[nodiscard]] const StoreyWays& ways(std::size_t block, int storey) const;
    /// To the exits of the ground storey; to exits and stairs elsewhere.
    [[nodiscard]] const StoreyWalk& walk(std::size_t block, int storey) const;
    /// Doors by which people leave a room: to where people pass, or out of doors.
    [[nodiscard]] std::vector<OpeningId> doors_of(SpaceId room) const;
    [[nodiscard]] std::vector<OpeningId> open_doors_of(SpaceId room) const;  // of them, not locked
    /// Flights of a block's stairs.
    [[nodiscard]] std::vector<SpaceId> flights(std::size_t block) const;
    /// The stated one, or II.
    [[nodiscard]] int fire_grade() const { return building.design.fire_grade > 0 ? building.design.fire_grade : 2; }
    /// Grounds and what lies beyond the site.
    [[nodiscard]] bool open_air(SpaceId space) const;

    [[nodiscard]] ComplianceSubject about(std::size_t block, int storey = 0) const;
    [[nodiscard]] ComplianceSubject about(SpaceId space) const;
    [[nodiscard]] ComplianceSubject about(OpeningId opening, SpaceId room) const;

private:
    [[nodiscard]] StoreyWays find_ways(std::size_t block, int storey) const;
    void find_exits(std::size_t block, int storey, StoreyWays& out) const;
    [[nodiscard]] std::optional<StoreyStair> stair_from(StairId stair, std::size_t block, int storey) const;
    [[nodiscard]] std::vector<OpeningId> enclosure_doors(SpaceId lobby) const;

    std::vector<std::optional<std::size_t>> block_of_;
    mutable std::map<std::pair<std::size_t, int>, StoreyWays> ways_;
    mutable std::map<std::pair<std::size_t, int>, std::unique_ptr<StoreyWalk>> walks_;
};

[[nodiscard]] bool has_use(std::span<const SpaceUse> uses, SpaceUse use);  // true when `uses` is empty
[[nodiscard]] constexpr bool is_corridor(SpaceUse use) { return use == SpaceUse::corridor || use == SpaceUse::gallery; }

}  // namespace muster::planning
