// SPDX-License-Identifier: Apache-2.0
#include "sim/planning/code_site.h"

#include <algorithm>
#include <limits>

namespace muster::planning {

namespace {

constexpr double same_floor_m = 0.1;
// Spaces are drawn to the inner faces of their walls, codes count the area with the walls (GB/T 50353): half a wall of
// 240 mm brick along every side. Assumption; on the safe side where the walls are thinner.
constexpr double half_wall_m = 0.12;

double length_of_sides(const Ring& ring) {
    double m = 0.0;
    for (std::size_t i = 0; i < ring.size(); ++i) m += distance(ring[i], ring[(i + 1) % ring.size()]);
    return m;
}

double floor_of(const Building& building, SpaceId id) {
    const Space& s = building.space(id);
    return building.level(s.level).elevation_m + s.floor_m;
}

}  // namespace

bool has_use(std::span<const SpaceUse> uses, SpaceUse use) {
    return uses.empty() || std::find(uses.begin(), uses.end(), use) != uses.end();
}

CodeSite::CodeSite(const Building& b, const routing::Navigation& n, const PeopleInBuilding& p,
                   const std::vector<BuildingBlock>& all)
    : building(b), navigation(n), people(p), blocks(all), block_of_(b.spaces.size()) {
    for (std::size_t i = 0; i < blocks.size(); ++i)
        for (const SpaceId s : blocks[i].spaces) block_of_[s.index()] = i;
}

bool CodeSite::open_air(SpaceId space) const {
    if (!space.valid()) return true;
    const Space& s = building.space(space);
    return s.outdoor && (s.use == SpaceUse::grounds || storey_of(space) <= 1);
}

SpaceUse CodeSite::use_of(SpaceId space) const {
    const SpaceUse use = building.space(space).use;
    const bool of_children = building.design.stage == SchoolStage::kindergarten &&
                             (use == SpaceUse::classroom || use == SpaceUse::dormitory || use == SpaceUse::other);
    return of_children ? SpaceUse::nursery : use;
}

// In a kindergarten whatever its rooms are called: an activity room drawn as a hall holds the same children. A lodge is
// an office of a few.
bool CodeSite::children_stay_in(std::size_t block) const {
    constexpr int of_a_lodge = 5;  // persons, our judgement
    if (building.design.stage != SchoolStage::kindergarten) return false;
    const std::vector<SpaceId> stayed = rooms(block, stayed_in);
    return std::any_of(stayed.begin(), stayed.end(), [&](SpaceId s) {
        return building.space(s).use != SpaceUse::office || persons_in(s) > of_a_lodge;
    });
}

double CodeSite::below_ground_m(std::size_t block, int storey) const {
    double ground = 0.0, here = 0.0;
    for (const SpaceId s : blocks[block].spaces) {
        if (storey_of(s) == 1) ground = building.level(building.space(s).level).elevation_m;
        if (storey_of(s) == storey) here = building.level(building.space(s).level).elevation_m;
    }
    return ground - here;
}

double CodeSite::floor_area(SpaceId space) const {
    const Polygon& shape = building.space(space).area;
    return area(shape) + half_wall_m * length_of_sides(shape.outer);
}

double CodeSite::floor_area_on(std::size_t block, int storey) const {
    double m2 = 0.0;
    for (const SpaceId s : blocks[block].spaces)
        if (storey_of(s) == storey) m2 += floor_area(s);
    return m2;
}

int CodeSite::persons_on(std::size_t block, int storey) const {
    int n = 0;
    for (const SpaceId s : blocks[block].spaces)
        if (storey_of(s) == storey) n += persons_in(s);
    return n;
}

PeopleBasis CodeSite::basis_on(std::size_t block, int storey) const {
    PeopleBasis weakest = PeopleBasis::none;
    for (const SpaceId s : blocks[block].spaces)
        if (storey_of(s) == storey && persons_in(s) > 0) weakest = std::max(weakest, people.basis[s.index()]);
    return weakest;
}

bool CodeSite::holds(std::size_t block, std::span<const SpaceUse> uses) const {
    const auto& spaces = blocks[block].spaces;
    return uses.empty() ||
           std::any_of(spaces.begin(), spaces.end(), [&](SpaceId s) { return has_use(uses, use_of(s)); });
}

bool CodeSite::all_in(std::size_t block, std::span<const SpaceUse> uses) const {
    const auto& spaces = blocks[block].spaces;
    return std::all_of(spaces.begin(), spaces.end(),
                       [&](SpaceId s) { return persons_in(s) == 0 || has_use(uses, use_of(s)); });
}

bool CodeSite::holds(std::size_t block, int storey, std::span<const SpaceUse> uses) const {
    const auto& spaces = blocks[block].spaces;
    return std::any_of(spaces.begin(), spaces.end(), [&](SpaceId s) {
        if (storey_of(s) != storey) return false;
        return uses.empty() ? persons_in(s) > 0 : has_use(uses, use_of(s));
    });
}

std::vector<SpaceId> CodeSite::rooms(std::size_t block, std::span<const SpaceUse> uses) const {
    std::vector<SpaceId> out;
    for (const SpaceId s : blocks[block].spaces) {
        const Space& space = building.space(s);
        if (is_circulation(space.use) || space.outdoor) continue;
        if (uses.empty() ? persons_in(s) > 0 : has_use(uses, use_of(s))) out.push_back(s);
    }
    return out;
}

std::vector<OpeningId> CodeSite::doors_of(SpaceId room) const {
    std::vector<OpeningId> out;
    for (const OpeningId id : building.space(room).openings) {
        const SpaceId beyond = building.opening(id).other(room);
        if (open_air(beyond) || is_circulation(building.space(beyond).use)) out.push_back(id);
    }
    return out;
}

std::vector<OpeningId> CodeSite::open_doors_of(SpaceId room) const {
    std::vector<OpeningId> doors = doors_of(room);
    std::erase_if(doors, [&](OpeningId d) { return building.opening(d).state == DoorState::locked; });
    return doors;
}

std::vector<SpaceId> CodeSite::flights(std::size_t block) const {
    std::vector<SpaceId> out;
    for (const SpaceId s : blocks[block].spaces)
        if (building.space(s).flight) out.push_back(s);
    return out;
}

const StoreyWays& CodeSite::ways(std::size_t block, int storey) const {
    const auto key = std::pair{block, storey};
    const auto it = ways_.find(key);
    return it != ways_.end() ? it->second : ways_.emplace(key, find_ways(block, storey)).first->second;
}

const StoreyWalk& CodeSite::walk(std::size_t block, int storey) const {
    auto& made = walks_[{block, storey}];
    if (made) return *made;
    const StoreyWays& off = ways(block, storey);
    std::vector<OpeningId> ends = off.exits;
    if (storey != 1)
        for (const StoreyStair& stair : off.stairs) ends.insert(ends.end(), stair.entries.begin(), stair.entries.end());
    made = std::make_unique<StoreyWalk>(building, navigation, std::move(ends));
    return *made;
}

StoreyWays CodeSite::find_ways(std::size_t block, int storey) const {
    StoreyWays out;
    find_exits(block, storey, out);
    for (std::size_t i = 0; i < building.stairs.size(); ++i)
        if (auto stair = stair_from(StairId{i}, block, storey)) out.stairs.push_back(std::move(*stair));
    return out;
}

// Through a store or a kitchen nobody is sent out: exits count where people pass or where they are.
void CodeSite::find_exits(std::size_t block, int storey, StoreyWays& out) const {
    for (const SpaceId s : blocks[block].spaces) {
        const Space& space = building.space(s);
        if (storey_of(s) != storey || (!is_circulation(space.use) && persons_in(s) == 0)) continue;
        for (const OpeningId id : space.openings) {
            const Opening& o = building.opening(id);
            if (!open_air(o.other(s))) continue;
            (o.state == DoorState::locked ? out.locked : out.exits).push_back(id);
        }
    }
}

std::vector<OpeningId> CodeSite::enclosure_doors(SpaceId lobby) const {
    std::vector<OpeningId> out;
    for (const OpeningId id : building.space(lobby).openings) {
        const Opening& o = building.opening(id);
        if (o.kind != OpeningKind::door || open_air(o.other(lobby))) continue;
        if (!is_stair_part(building.space(o.other(lobby)).use)) out.push_back(id);
    }
    return out;
}

// From a storey above ground the way leads down, from a basement up: over the flights between its floor and the next
// floor at which the stair can be left.
std::optional<StoreyStair> CodeSite::stair_from(StairId id, std::size_t block, int storey) const {
    const Stair& stair = building.stair(id);
    const bool down = storey > 0;
    std::vector<double> floors;  // at which the stair is entered
    std::optional<double> here;
    StoreyStair out{id, std::numeric_limits<double>::infinity(), {}, {}};
    for (const SpaceId part : stair.flights) {
        const Flight& f = *building.space(part).flight;
        for (const OpeningId end : {f.foot, f.head}) {
            const SpaceId lobby = building.opening(end).other(part);
            if (!lobby.valid() || is_stair_part(building.space(lobby).use)) continue;
            floors.push_back(floor_of(building, lobby));
            if (block_of(lobby) != block || storey_of(lobby) != storey || end != (down ? f.head : f.foot)) continue;
            here = floors.back();
            const auto doors = stair.enclosed ? enclosure_doors(lobby) : std::vector<OpeningId>{};
            if (doors.empty()) out.entries.push_back(end);
            out.entries.insert(out.entries.end(), doors.begin(), doors.end());
        }
    }
    if (!here) return {};
    double next = down ? -1e9 : 1e9;
    for (const double floor : floors) {
        if (down && floor < *here - same_floor_m) next = std::max(next, floor);
        if (!down && floor > *here + same_floor_m) next = std::min(next, floor);
    }
    const double low = std::min(next, *here) - same_floor_m, high = std::max(next, *here) + same_floor_m;
    for (const SpaceId part : stair.flights) {
        const Flight& f = *building.space(part).flight;
        const double foot = floor_of(building, part);
        if (foot < low || foot + f.rise_m() > high || f.clear_width_m >= out.width_m) continue;
        out.width_m = f.clear_width_m;
        out.narrowest = part;
    }
    std::erase_if(out.entries, [&](OpeningId e) { return building.opening(e).state == DoorState::locked; });
    if (out.entries.empty() || !out.narrowest.valid()) return {};
    return out;
}

ComplianceSubject CodeSite::about(std::size_t block, int storey) const { return {block, storey, {}, {}, {}, {}}; }

ComplianceSubject CodeSite::about(SpaceId space) const {
    const StairId stair = building.space(space).flight ? building.space(space).flight->stair : StairId{};
    return {block_of(space), storey_of(space), space, {}, stair, {}};
}

ComplianceSubject CodeSite::about(OpeningId opening, SpaceId room) const {
    return {block_of(room), storey_of(room), room, opening, {}, {}};
}

}  // namespace muster::planning
