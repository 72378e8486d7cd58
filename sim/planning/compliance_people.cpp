// SPDX-License-Identifier: Apache-2.0
// How many persons each room is judged for, and which spaces make one building.
#include "sim/planning/compliance_people.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "sim/planning/compliance.h"

namespace muster::planning {

namespace {

/// GB 50099-2011 table 7.1.1, m2 a pupil; reposted figures, not checked against the official text.
double area_per_pupil_m2(SpaceUse use, SchoolStage stage) {
    const bool secondary = stage == SchoolStage::secondary;
    switch (use) {
        case SpaceUse::classroom:
            return secondary ? 1.39 : 1.36;
        case SpaceUse::laboratory:
            return 1.92;
        case SpaceUse::library:
            return secondary ? 1.90 : 1.80;
        case SpaceUse::hall:
            return secondary ? 0.90 : 0.89;  // the combined classroom's
        default:
            return 0.0;
    }
}

std::size_t root_of(std::vector<std::size_t>& parent, std::size_t i) {
    while (parent[i] != i) i = parent[i] = parent[parent[i]];
    return i;
}

void from_population(const Building& building, const Population& population, PeopleInBuilding& out) {
    for (const Group& group : population.groups) {
        if (!group.space.valid() || building.space(group.space).outdoor) continue;
        out.persons[group.space.index()] += group.count + static_cast<int>(group.teachers.size());
        out.pupils[group.space.index()] += group.count;
        out.basis[group.space.index()] = PeopleBasis::scenario;
    }
}

void from_plan(const Building& building, PeopleInBuilding& out) {
    for (std::size_t i = 0; i < building.spaces.size(); ++i) {
        const Space& space = building.spaces[i];
        if (space.outdoor || is_circulation(space.use)) continue;
        const double each_m2 = area_per_pupil_m2(space.use, building.design.stage);
        if (space.capacity > 0) {
            out.persons[i] = space.capacity;
            out.basis[i] = PeopleBasis::capacity;
        } else if (each_m2 > 0.0) {
            out.persons[i] = static_cast<int>(std::floor(area(space.area) / each_m2));
            out.basis[i] = PeopleBasis::assumed;
        }
        out.pupils[i] = out.persons[i];
    }
}

}  // namespace

bool PeopleInBuilding::any(PeopleBasis b) const { return std::find(basis.begin(), basis.end(), b) != basis.end(); }

PeopleInBuilding people_in(const Building& building, const Population* population) {
    PeopleInBuilding out;
    out.persons.assign(building.spaces.size(), 0);
    out.pupils.assign(building.spaces.size(), 0);
    out.basis.assign(building.spaces.size(), PeopleBasis::none);
    if (population != nullptr)
        from_population(building, *population, out);
    else
        from_plan(building, out);
    return out;
}

std::vector<BuildingBlock> blocks_of(const Building& building, const PeopleInBuilding& people) {
    std::vector<std::size_t> parent(building.spaces.size());
    std::iota(parent.begin(), parent.end(), std::size_t{0});
    const auto grounds = [&](SpaceId id) {
        const Space& s = building.space(id);
        return s.outdoor && (s.use == SpaceUse::grounds || building.level(s.level).storey <= 1);
    };
    for (const Opening& o : building.openings) {
        if (!o.to.valid() || grounds(o.from) || grounds(o.to)) continue;
        const std::size_t a = root_of(parent, o.from.index()), b = root_of(parent, o.to.index());
        parent[std::max(a, b)] = std::min(a, b);
    }
    std::vector<BuildingBlock> all(building.spaces.size());
    for (std::size_t i = 0; i < building.spaces.size(); ++i) {
        const Space& space = building.spaces[i];
        if (grounds(SpaceId{i})) continue;
        BuildingBlock& block = all[root_of(parent, i)];
        block.spaces.emplace_back(i);
        block.persons += people.persons[i];
        if (!is_stair_part(space.use)) block.storeys.push_back(building.level(space.level).storey);
    }
    std::erase_if(all, [](const BuildingBlock& b) { return b.persons == 0; });
    for (BuildingBlock& block : all) {
        std::sort(block.storeys.begin(), block.storeys.end());
        block.storeys.erase(std::unique(block.storeys.begin(), block.storeys.end()), block.storeys.end());
    }
    return all;
}

}  // namespace muster::planning
