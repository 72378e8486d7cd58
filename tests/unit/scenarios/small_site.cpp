// SPDX-License-Identifier: Apache-2.0
#include "tests/unit/scenarios/small_site.h"

#include <stdexcept>

namespace muster::scenarios {

Building small_site() {
    return testing::BuildingBuilder("two_rooms")
        .level("F1")
        .room("r1", {{0, 0}, {9, 7}})
        .corridor("c1", {{0, 7.24}, {9, 9.64}})
        .yard("yard", {{9.24, 0}, {40, 30}})
        .room("flight1", {{-4, 7.24}, {-0.06, 9.64}}, SpaceUse::stair_flight)
        .room("vault", {{50, 0}, {55, 5}}, SpaceUse::storage)
        .level("F2", 3.6, 2)
        .corridor("c2", {{-12, 7.24}, {-4.06, 9.64}})
        .room("r2", {{-12, 0}, {-4.06, 7}})
        .door("d1", "r1", "c1", {{7.5, 7.12}, {8.5, 7.12}})
        .door("e1", "c1", "yard", {{9.12, 7.7}, {9.12, 9.2}})
        .door("d2", "r2", "c2", {{-6, 7.12}, {-5, 7.12}})
        .doorway("hole", "r1", "c1", {{1, 7.12}, {2, 7.12}})
        .door("foot1", "c1", "flight1", {{-0.03, 7.3}, {-0.03, 9.1}}, OpeningKind::flight_end)
        .door("head1", "flight1", "c2", {{-4.03, 7.3}, {-4.03, 9.1}}, OpeningKind::flight_end)
        .flight("flight1", {"ST1", "foot1", "head1", 24})
        .obstacle("cupboard", "r1", Box{{0.1, 5}, {0.5, 6}}, ObstacleKind::cabinet)
        .assembly("A", "yard", {{25, 5}, {38, 25}})
        .spot("A1", {30, 10})
        .spot("A2", {34, 10})
        .build();
}

std::string scenario_text(const std::string& people, const std::string& more) {
    return R"({"format": "muster.scenario", "schema_version": 1, "id": "s", "name": "s", "plan": "p.json", "people": [)" +
           people + "]" + more + "}";
}

std::string one_class(const std::string& more) {
    return R"({"id": "a", "kind": "class", "space": "r1", "profile": "primary_6_7", "count": 40)" + more + "}";
}

namespace {

template <class T>
Checked<T> without_document(Checked<floorplans::JsonDocument> document) {
    Checked<T> out;
    out.findings = std::move(document.findings);
    return out;
}

}  // namespace

Checked<Scenario> read_scenario_text(const std::string& text, const Building& site, const RiskMap& map) {
    Checked<floorplans::JsonDocument> document = floorplans::JsonDocument::parse(text, "test.json");
    if (!document.value) return without_document<Scenario>(std::move(document));
    return read_scenario(*document.value, site, map);
}

Checked<RiskMap> read_risk_text(const std::string& text, const Building& site) {
    Checked<floorplans::JsonDocument> document = floorplans::JsonDocument::parse(text, "test.json");
    if (!document.value) return without_document<RiskMap>(std::move(document));
    return read_risk_map(*document.value, site);
}

long count(const Findings& findings, const std::string& code) {
    return std::count_if(findings.begin(), findings.end(), [&](const Finding& f) { return f.code == code; });
}

std::string codes(const Findings& findings) {
    std::string out;
    for (const Finding& f : findings) out += f.code + " at " + f.pointer + "\n";
    return out;
}

const Finding& first(const Findings& findings, const std::string& code) {
    const auto it = std::find_if(findings.begin(), findings.end(), [&](const Finding& f) { return f.code == code; });
    if (it == findings.end()) throw std::runtime_error("no finding " + code + " among\n" + codes(findings));
    return *it;
}

}  // namespace muster::scenarios
