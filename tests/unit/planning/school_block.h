// SPDX-License-Identifier: Apache-2.0
// A teaching block for the code checks: on each storey a corridor with one long room, a straight stair at either end
// from storey to storey (up on one side of the block, further up on the other), exits at both ends of the ground
// storey.
#pragma once

#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "floorplans/rule_reader.h"
#include "sim/planning/compliance.h"
#include "tests/support/building_builder.h"
#include "tests/support/paths.h"

namespace muster::planning {

struct BlockShape {
    int storeys = 4;
    int persons = 270;  // on each storey
    double stair_m = 1.8;
    double corridor_m = 2.4;
    double length_m = 30.0;
    double exit_m = 2.0;
    bool east_stair = true;
};

inline constexpr double block_run_m = 24 * 0.28;  // of a flight in plan

/// The side of the corridor on which the stairs are.
inline double stair_side_y(int storey) { return storey % 2 == 1 ? 0.0 : block_run_m; }

inline std::string storey_key(const std::string& what, int storey) { return what + std::to_string(storey); }

inline void add_storey(testing::BuildingBuilder& b, int s, const BlockShape& shape) {
    const double inner = stair_side_y(s), way = s % 2 == 1 ? -1.0 : 1.0;
    const double outer = inner + way * shape.corridor_m, wall = outer + way * 0.12, room = outer + way * 0.24;
    const auto box = [](double x0, double y0, double x1, double y1) {
        return Box{{x0, std::min(y0, y1)}, {x1, std::max(y0, y1)}};
    };
    b.level(storey_key("F", s), (s - 1) * 3.6, s);
    b.corridor(storey_key("C", s), box(-4.0, inner, shape.length_m + 4.0, outer));
    b.room(storey_key("R", s), box(0.0, room, shape.length_m, room + way * 12.0));
    b.door(storey_key("Da", s), storey_key("R", s), storey_key("C", s), {{2.0, wall}, {3.0, wall}});
    b.door(storey_key("Db", s), storey_key("R", s), storey_key("C", s),
           {{shape.length_m - 3.0, wall}, {shape.length_m - 2.0, wall}});
    if (s > 1) return;
    const double low = outer + 0.1;
    b.exit("XW", "C1", {{-4.0, low}, {-4.0, low + shape.exit_m}});
    b.exit("XE", "C1", {{shape.length_m + 4.0, low}, {shape.length_m + 4.0, low + shape.exit_m}});
}

inline void add_flight(testing::BuildingBuilder& b, int s, const std::string& side, double x, const BlockShape& shape) {
    const std::string key = storey_key(side, s);
    const double foot = stair_side_y(s), head = stair_side_y(s + 1), x1 = x + shape.stair_m;
    b.room(key, {{x, 0.0}, {x1, block_run_m}}, SpaceUse::stair_flight);
    b.door(key + "_foot", storey_key("C", s), key, {{x, foot}, {x1, foot}}, OpeningKind::flight_end);
    b.door(key + "_head", key, storey_key("C", s + 1), {{x, head}, {x1, head}}, OpeningKind::flight_end);
    b.flight(key, {side + "_stair", key + "_foot", key + "_head", 24, 0.15, 0.28, false});
}

inline Building school_block(const BlockShape& shape = {}) {
    testing::BuildingBuilder b;
    for (int s = 1; s <= shape.storeys; ++s) add_storey(b, s, shape);
    for (int s = 1; s < shape.storeys; ++s) {
        add_flight(b, s, "w", -4.0, shape);
        if (shape.east_stair) add_flight(b, s, "e", shape.length_m + 4.0 - shape.stair_m, shape);
    }
    Building made = b.build();
    for (Space& space : made.spaces) {
        if (space.use == SpaceUse::classroom) space.capacity = shape.persons;
        if (space.flight) space.level = LevelId{static_cast<std::size_t>(space.key.back() - '1')};
    }
    return made;
}

inline std::vector<RulePack> packs_of(const std::vector<std::string>& names) {
    std::vector<RulePack> packs;
    for (const std::string& name : names) {
        auto read = floorplans::read_rule_pack(testing::source_file("floorplans/rules/") + name + ".json");
        REQUIRE(read);
        packs.push_back(std::move(*read.value));
    }
    return packs;
}

inline ComplianceResult checked(const Building& building, const std::vector<std::string>& packs) {
    return check_compliance(building, people_in(building), packs_of(packs));
}

/// The lines of a pack about one measure.
inline std::vector<ComplianceLine> lines_about(const ComplianceResult& result, const std::string& pack,
                                               Measure measure) {
    std::vector<ComplianceLine> out;
    for (const ComplianceLine& l : result.lines)
        if (l.pack_key == pack && l.measure == measure) out.push_back(l);
    return out;
}

}  // namespace muster::planning
