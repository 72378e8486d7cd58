// SPDX-License-Identifier: Apache-2.0
// Rule packs: those of the library read without a word; bad ones are told what is wrong and where.
#include <catch2/catch.hpp>
#include <filesystem>
#include <set>

#include "floorplans/json_cursor.h"
#include "floorplans/rule_reader.h"
#include "tests/support/paths.h"
#include "tests/support/schema.h"

using namespace muster;
using namespace muster::floorplans;
using namespace muster::testing;

namespace {

const std::string rules_folder = source_file("floorplans/rules");

std::vector<std::string> library_packs() {
    std::vector<std::string> files;
    for (const auto& entry : std::filesystem::directory_iterator(rules_folder)) files.push_back(entry.path().string());
    std::sort(files.begin(), files.end());
    return files;
}

std::string pack_with(const std::string& check, const std::string& more = R"("source": "quoted")") {
    return R"({"format": "muster.rules", "schema_version": 1, "id": "p", "name": "p", "version": "1", "rules": [
{"id": "R-1", "clause": "1", "text": "t", "level": "mandatory", )" +
           more + R"(, "check": )" + check + "}]}";
}

Checked<planning::RulePack> read_text(const std::string& text) {
    const Checked<JsonDocument> document = JsonDocument::parse(text, "p.json");
    if (!document) return {{}, document.findings};
    return read_rule_pack(*document.value);
}

std::set<std::string> codes_of(const std::string& text) {
    std::set<std::string> codes;
    for (const Finding& f : read_text(text).findings) codes.insert(f.code);
    return codes;
}

const std::string good_table =
    R"("per_100": [{"fire_grades": [1, 2], "up_to": 2, "m": 0.7}, {"fire_grades": [1, 2], "m": 1.05}])";

}  // namespace

TEST_CASE("rules: the packs of the library read, agree with the schema, and are named as their files", "[rules]") {
    REQUIRE(library_packs().size() >= 12);
    for (const std::string& file : library_packs()) {
        INFO(file);
        const Checked<planning::RulePack> read = read_rule_pack(file);
        CHECK(read.findings.empty());
        REQUIRE(read);
        CHECK(read.value->key == std::filesystem::path(file).stem().string());
        CHECK(schema_objection(source_file("floorplans/rules.schema.json"), file_text(file)).empty());
    }
}

TEST_CASE("rules: nothing of the library claims to be checked against an official text", "[rules]") {
    for (const std::string& file : library_packs()) {
        const Checked<planning::RulePack> read = read_rule_pack(file);
        REQUIRE(read);
        for (const planning::Rule& rule : read.value->rules) {
            INFO(file << " " << rule.id << " " << rule.clause);
            CHECK_FALSE(rule.verified);
            CHECK(rule.text.zh != rule.text.en);
            for (const Name& said : {rule.text, rule.where}) {
                CHECK(said.zh.find("记忆") == std::string::npos);
                CHECK(said.en.find("memory") == std::string::npos);
            }
        }
    }
}

TEST_CASE("rules: a table of widths is read as written", "[rules]") {
    const auto read = read_text(
        pack_with(R"({"kind": "width_per_100", "of": "exits", "storeys": "of_the_building", "major_below": 0.8, )" +
                  good_table + "}"));
    REQUIRE(read);
    const auto& check = std::get<planning::WidthPer100>(read.value->rules[0].check);
    CHECK(check.of == planning::WidthOf::exits);
    CHECK(check.reading == planning::StoreyReading::of_the_building);
    REQUIRE(check.bands.size() == 2);
    CHECK(check.bands[0].up_to == 2);
    CHECK(check.bands[1].m_per_100 == 1.05);
    CHECK(check.major_below == 0.8);
}

TEST_CASE("rules: what is wrong is said where it is", "[rules]") {
    CHECK(codes_of("[]") == std::set<std::string>{"json.wrong_type"});
    CHECK(codes_of(R"({"format": "muster.plan", "schema_version": 1, "id": "p", "name": "p", "version": "1"})") ==
          std::set<std::string>{"rules.wrong_format", "rules.no_rules"});
    CHECK(codes_of(R"({"format": "muster.rules", "schema_version": 7, "id": "p", "name": "p", "version": "1",
                       "rules": []})") == std::set<std::string>{"rules.newer_version", "rules.no_rules"});
    CHECK(codes_of(pack_with(R"({"kind": "door_widht", "least_m": 0.9})")) ==
          std::set<std::string>{"json.unknown_word"});
    CHECK(codes_of(pack_with(R"({"kind": "door_width", "doors": "room", "least_m": -1})")) ==
          std::set<std::string>{"json.out_of_range"});
    CHECK(codes_of(pack_with(R"({"kind": "door_width", "doors": "room", "least_m": 0.9, "uses": ["clasroom"]})")) ==
          std::set<std::string>{"json.unknown_word"});
    CHECK(codes_of(
              pack_with(R"({"kind": "width_per_100", "of": "stairs", "storeys": "of_the_storey", "per_100": []})")) ==
          std::set<std::string>{"rules.empty_table"});
    CHECK(
        codes_of(pack_with(
            R"({"kind": "width_per_100", "of": "stairs", "storeys": "of_the_storey", "per_100": [{"fire_grades": [1], "up_to": 3, "m": 1}, {"fire_grades": [1], "up_to": 2, "m": 1}]})")) ==
        std::set<std::string>{"rules.rows_not_ascending"});
    CHECK(codes_of(pack_with(R"({"kind": "flight_steps", "least": 18, "most": 3})")) ==
          std::set<std::string>{"rules.least_over_most"});
    CHECK(codes_of(pack_with(R"({"kind": "landing_depth"})", R"("source": "unseen", "verified": true)")) ==
          std::set<std::string>{"rules.verified_unseen"});
    CHECK(
        codes_of(pack_with(
            R"({"kind": "travel_distance", "most": [{"fire_grades": [1], "dead_end_m": 22}, {"fire_grades": [1], "least_doors": 2, "dead_end_m": 30}]})")) ==
        std::set<std::string>{"rules.row_hidden"});
    CHECK(codes_of(pack_with(R"({"kind": "room_doors", "least": 2, "one_if": []})")) ==
          std::set<std::string>{"rules.empty_table"});
    CHECK(codes_of(pack_with(R"({"kind": "tread_riser"})")) == std::set<std::string>{"rules.empty_table"});
    CHECK(codes_of(pack_with(R"({"kind": "landing_depth", "lest_m": 1})")) ==
          std::set<std::string>{"json.unknown_key"});
    CHECK(codes_of(pack_with(R"({"kind": "landing_depth"})", R"("sorce": "quoted")")) ==
          std::set<std::string>{"json.unknown_key", "json.missing_key"});
}

TEST_CASE("rules: a rule that asks of the same thing under the same id and clause is warned of, and read", "[rules]") {
    const auto two = [](const std::string& clause, const std::string& doors) {
        const std::string head = R"({"id": "R-1", "text": "t", "level": "mandatory", "source": "quoted", )";
        return R"({"format": "muster.rules", "schema_version": 1, "id": "p", "name": "p", "version": "1", "rules": [)" +
               head + R"("clause": "1", "check": {"kind": "door_width", "doors": "room", "least_m": 0.9}},)" + head +
               R"("clause": ")" + clause + R"(", "check": {"kind": "door_width", "doors": ")" + doors +
               R"(", "least_m": 1.2}}]})";
    };
    const auto copy = read_text(two("1", "room"));
    REQUIRE(copy);
    REQUIRE(copy.findings.size() == 1);
    CHECK(copy.findings[0].code == "rules.rule_twice");
    CHECK(copy.findings[0].severity == Severity::warning);
    CHECK(copy.findings[0].pointer == "/rules/1/id");
    CHECK(read_text(two("2", "room")).findings.empty());
    CHECK(read_text(two("1", "exit")).findings.empty());
}

TEST_CASE("rules: the place of a finding is its pointer and line", "[rules]") {
    const auto read = read_text(pack_with(R"({"kind": "door_width", "doors": "room", "least_m": "wide"})"));
    REQUIRE(read.findings.size() == 1);
    CHECK(read.findings[0].pointer == "/rules/0/check/least_m");
    CHECK(read.findings[0].line == 2);
    CHECK_FALSE(read);
}
