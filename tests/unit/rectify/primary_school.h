// SPDX-License-Identifier: Apache-2.0
// The library's primary school with an object in the mouth of its west stair, and a queue there made up by hand.
#pragma once

#include <catch2/catch.hpp>

#include "floorplans/file_text.h"
#include "scenarios/reader.h"
#include "sim/planning/rectification.h"
#include "tests/support/paths.h"
#include "tools/office/rectify/change_files.h"

namespace muster::rectify {

struct PrimarySchool {
    std::string scenario_path =
        testing::source_file("scenarios/library/primary_p9_object_at_stair_mouth.scenario.json");
    std::string plan_path = testing::source_file("floorplans/library/primary_4f.plan.json");
    Checked<scenarios::LoadedWorld> loaded = scenarios::load_world(scenario_path);
    Checked<floorplans::JsonDocument> document = floorplans::JsonDocument::load(scenario_path);

    [[nodiscard]] const World& world() const { return *loaded.value->world; }
    [[nodiscard]] const Building& building() const { return world().building; }
    [[nodiscard]] BaseFiles files() const {
        return {plan_path,        floorplans::file_text(plan_path).value_or(""),
                scenario_path,    floorplans::file_text(scenario_path).value_or(""),
                &*document.value, &world()};
    }
    /// Classes of the second, third and fourth storey wait on the lowest flight of the west stair.
    [[nodiscard]] std::vector<analysis::Bottleneck> queue_at_west_stair() const {
        analysis::Bottleneck b;
        b.kind = analysis::BottleneckKind::flight;
        b.space = building().find_space("ST_W_1a");
        b.clear_width_m = 1.8;
        b.persons = 423;
        b.delay_person_s = 9000.0;
        b.mean_flow = 2.0;
        for (const char* key : {"class_2_3", "class_4_1", "class_4_2", "class_5_3"}) b.groups.push_back(group(key));
        return {b};
    }
    [[nodiscard]] GroupId group(const std::string& key) const {
        const auto& groups = world().scenario.population.groups;
        for (std::size_t i = 0; i < groups.size(); ++i)
            if (groups[i].key == key) return GroupId{i};
        return {};
    }
};

template <class T>
const planning::Proposal* proposal_of(const std::vector<planning::Proposal>& all) {
    for (const planning::Proposal& p : all)
        if (p.change && std::holds_alternative<T>(*p.change)) return &p;
    return nullptr;
}

}  // namespace muster::rectify
