// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "tests/unit/scenarios/small_site.h"

using namespace muster;
using namespace muster::scenarios;

namespace {

std::string map_text(const std::string& risks) {
    return R"({"format": "muster.risk_map", "schema_version": 1, "id": "m", "plan": "p.json", "risks": [)" + risks +
           "]}";
}

Checked<RiskMap> read(const std::string& risks) { return read_risk_text(map_text(risks), small_site()); }

}  // namespace

TEST_CASE("risk map: a risk keeps its score, owner and measures", "[risk]") {
    const auto map = read(R"({"id": "switch", "name": {"zh-CN": "配电间", "en": "Switch room"}, "kind": "switch_room",
        "level": 2, "space": "c1", "at": [1, 8], "lec": {"l": 1, "e": 6, "c": 15}, "owner": "总务主任",
        "measures": ["每月检查", {"zh-CN": "上锁", "en": "Lock it"}]},
        {"id": "crowd", "kind": "crowding", "level": 1, "space": "c1", "outline": [[0, 8], [4, 8], [4, 9]]},
        {"id": "gas", "kind": "gas_store", "level": 4, "space": "r2"})");
    INFO(codes(map.findings));
    REQUIRE(map.value);
    CHECK(map.findings.empty());
    const Risk& risk = map.value->risks.at(0);
    CHECK(risk.kind == RiskKind::switch_room);
    CHECK(risk.lec->d() == 90.0);
    CHECK(risk.owner == "总务主任");
    CHECK(risk.measures.at(1) == Name{"上锁", "Lock it"});
    CHECK(map.value->risks[1].outline->size() == 3);
    CHECK(map.value->risks[2].name.zh == "gas");
    CHECK(map.value->find("gas") == RiskId{2u});
}

TEST_CASE("risk map: mistakes are findings", "[risk]") {
    const std::string good = R"("id": "x", "kind": "boiler", "level": 1, "space": "r1")";
    const auto codes_of = [&](const std::string& more) { return read("{" + good + more + "}").findings; };
    CHECK(codes_of("").empty());
    CHECK(count(codes_of(R"(, "outline": [[0, 0], [1, 1]])"), "risk.outline_too_short") == 1);
    CHECK(count(codes_of(R"(, "at": [1, 1], "outline": [[0, 0], [1, 1], [0, 1]])"), "risk.point_and_outline") == 1);
    CHECK(count(codes_of(R"(, "at": [100, 1])"), "risk.outside_its_space") == 1);
    CHECK(count(codes_of(R"(, "lec": {"l": 20, "e": 1})"), "json.out_of_range") == 1);
    CHECK(count(codes_of(R"(, "lec": {"l": 20, "e": 1})"), "json.missing_key") == 1);
    CHECK(count(read("{" + good + "}, {" + good + "}").findings, "risk.duplicate_id") == 1);
    CHECK(count(read(R"({"id": "x", "kind": "boilr", "level": 7, "space": "r1"})").findings, "json.unknown_word") == 1);
    CHECK(count(read(R"({"id": "x", "kind": "boilr", "level": 7, "space": "r1"})").findings, "json.out_of_range") == 1);
    CHECK(count(read(R"({"id": "x", "kind": "boiler", "level": 1, "space": "q"})").findings,
                "reference.no_such_space") == 1);
}

TEST_CASE("risk map: without a list of risks it is refused, with an empty one it is not", "[risk]") {
    CHECK(read("").value);
    const auto none =
        read_risk_text(R"({"format": "muster.risk_map", "schema_version": 1, "id": "m", "plan": "p"})", small_site());
    CHECK_FALSE(none.value);
    CHECK(first(none.findings, "json.missing_key").args[0].second == "risks");
    CHECK(count(read_risk_text(R"({"format": "muster.scenario", "schema_version": 1})", small_site()).findings,
                "scenario.wrong_format") == 1);
}
