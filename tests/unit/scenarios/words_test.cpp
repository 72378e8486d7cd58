// SPDX-License-Identifier: Apache-2.0
// Editors offer the words of the JSON schemas; readers and writers have theirs in tables. Both are the same.
#include <catch2/catch.hpp>
#include <fstream>
#include <map>
#include <nlohmann/json.hpp>
#include <set>
#include <span>
#include <string>
#include <vector>

#include "floorplans/rule_checks.h"
#include "scenarios/incident_reader.h"
#include "scenarios/scenario_words.h"
#include "sim/planning/rule_words.h"
#include "tests/support/paths.h"

using namespace muster;
using namespace muster::scenarios;
using nlohmann::json;

namespace {

using Words = std::vector<std::string>;
using Lists = std::map<std::string, Words>;

template <class Value>
Words texts_of(std::span<const Word<Value>> table) {
    Words out;
    for (const Word<Value>& row : table)
        if (*row.text != '\0') out.emplace_back(row.text);
    return out;
}
template <class Enum>
Words texts() {
    return texts_of<Enum>(words_of<Enum>);
}

json schema(const std::string& file) { return json::parse(std::ifstream(testing::source_file(file))); }

// An alternative of a kind goes by that, not by its place among the others.
std::string step_to(const std::string& key, const json& member) {
    const json::json_pointer kind("/properties/kind/const");
    return member.contains(kind) ? member.at(kind).get<std::string>() : key;
}

void collect(const json& value, const std::string& pointer, Lists& out) {
    for (const auto& [key, member] : value.items()) {
        if (key == "enum" && member.is_array())
            out[pointer] = member.get<Words>();
        else if (member.is_structured())
            collect(member, pointer + "/" + step_to(key, member), out);
    }
}

// Every list of words in a schema, by its place.
Lists lists_of(const std::string& file) {
    Lists out;
    collect(schema(file), "", out);
    return out;
}

// The words that tell the alternatives of a definition apart.
Words alternatives(const json& definition, const char* member) {
    Words out;
    for (const json& one : definition.at("oneOf")) {
        const json& properties = one.at("properties");
        if (properties.contains(member)) out.push_back(properties.at(member).at("const").get<std::string>());
    }
    return out;
}

}  // namespace

TEST_CASE("words: the plan's schema has the words of the tables", "[scenarios][schema]") {
    const std::string p = "/properties/";
    CHECK(lists_of("floorplans/plan.schema.json") ==
          Lists{{p + "areas", texts<AreaBasis>()},
                {p + "spaces/items/properties/use", texts<SpaceUse>()},
                {p + "openings/items/properties/kind", texts<OpeningKind>()},
                {p + "openings/items/properties/leaf", texts<Leaf>()},
                {p + "openings/items/properties/state", texts<DoorState>()},
                {p + "obstacles/items/properties/kind", texts<ObstacleKind>()},
                {p + "fixtures/items/properties/kind", texts<FixtureKind>()},
                {p + "structure/properties/type", texts<StructureType>()},
                {p + "structure/properties/code", texts<CodeLevel>()},
                {p + "design/properties/stage", texts<SchoolStage>()}});
}

TEST_CASE("words: the risk map's schema has the words of the table", "[scenarios][schema]") {
    CHECK(lists_of("scenarios/risk_map.schema.json") ==
          Lists{{"/definitions/risk/properties/kind", texts<RiskKind>()}});
}

TEST_CASE("words: the rules' schema has the words of the tables", "[scenarios][schema]") {
    const std::string rule = "/properties/rules/items/properties/", check = "/definitions/check/oneOf/";
    const Words ways_out{"stairs", "exits"};
    CHECK(lists_of("floorplans/rules.schema.json") ==
          Lists{{rule + "level", texts_of<bool>(planning::rule_levels)},
                {rule + "source", texts<planning::RuleSource>()},
                {"/definitions/uses/items", texts<SpaceUse>()},
                {check + "width_per_100/properties/of", texts<planning::WidthOf>()},
                {check + "width_per_100/properties/storeys", texts<planning::StoreyReading>()},
                {check + "width_per_person/properties/of", ways_out},
                {check + "door_width/properties/doors", texts<planning::DoorPlace>()},
                {check + "door_leaf/properties/doors", texts<planning::DoorPlace>()},
                {check + "tread_riser/properties/stages/items/properties/stage", texts<SchoolStage>()},
                {check + "exit_count/properties/of", ways_out},
                {check + "use_storeys/properties/most/items/properties/stage", texts<SchoolStage>()},
                {check + "room_doors/properties/one_if/items/properties/place", texts<planning::RoomPlace>()},
                {check + "area_per_person/properties/stages/items/properties/stage", texts<SchoolStage>()},
                {check + "fixture_on_storey/properties/fixtures/items", texts<FixtureKind>()}});
    CHECK(alternatives(schema("floorplans/rules.schema.json").at("definitions").at("check"), "kind") ==
          floorplans::rule_check_words());
}

TEST_CASE("words: the scenario's schema has the words of the tables", "[scenarios][schema]") {
    const std::string p = "/properties/", d = "/definitions/", motion = p + "earthquake/properties/motion/oneOf/";
    CHECK(lists_of("scenarios/scenario.schema.json") ==
          Lists{{p + "mode", texts<RunMode>()},
                {p + "alarm/properties/by", texts_of<bool>(alarm_causes)},
                {p + "release/properties/policy", texts<ReleasePolicy>()},
                {p + "if_shut_in", texts<WhenShutIn>()},
                {motion + "0/properties/unit", texts_of<double>(motion_units)},
                {motion + "1/properties/intensity", texts_of<double>(intensities)},
                {motion + "1/properties/level", texts<QuakeLevel>()},
                {motion + "1/properties/site", texts<SiteClass>()},
                {p + "run/properties/door_mode", texts<DoorMode>()},
                {p + "run/properties/assumption", texts<Assumption>()},
                {p + "smoke/properties/walking", texts<SmokeWalking>()},
                {p + "smoke/properties/dose", texts<DoseModel>()},
                {p + "smoke/properties/outside_run/properties/program", texts<ExternalProgram>()},
                {d + "use", texts<SpaceUse>()},
                {d + "teachers/items", texts<TeacherPlace>()},
                {d + "group/properties/kind", texts_of<bool>(group_kinds)},
                {d + "group/properties/choice/properties/by", texts_of<bool>(way_choices)},
                {d + "incident/oneOf/set_opening/properties/state", texts<DoorState>()},
                {d + "incident/oneOf/fire/properties/growth", texts<FireGrowth>()},
                {d + "incident/oneOf/fire/properties/fuel", texts<FuelKind>()},
                {d + "incident/oneOf/gas_leak/properties/gas", texts<LeakGas>()},
                {d + "incident/oneOf/release_order/properties/policy", texts<ReleasePolicy>()}});
    const json definitions = schema("scenarios/scenario.schema.json").at("definitions");
    const json& incidents = definitions.at("incident").at("oneOf");
    const auto forms = incident_forms();
    REQUIRE(incidents.size() == forms.size());
    for (std::size_t i = 0; i < forms.size(); ++i) {
        INFO(forms[i].word);
        CHECK(incidents[i].at("properties").at("kind").at("const") == forms[i].word);
        std::set<std::string> keys(forms[i].keys.begin(), forms[i].keys.end()), described;
        for (const auto& [key, value] : incidents[i].at("properties").items()) described.insert(key);
        CHECK(described == keys);
    }
    for (const char* distribution : {"speed_law", "radius_law", "time_law"})
        CHECK(alternatives(definitions.at(distribution), "law") == texts<DistributionKind>());
}
