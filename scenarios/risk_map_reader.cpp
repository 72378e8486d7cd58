// SPDX-License-Identifier: Apache-2.0
#include <unordered_set>

#include "scenarios/reader.h"
#include "scenarios/references.h"
#include "sim/model/words.h"

namespace muster::scenarios {

namespace {

LecScore read_lec(const floorplans::JsonCursor& place) {
    place.allow_keys({"l", "e", "c"});
    return {place["l"].number(0.1, 10.0), place["e"].number(0.5, 10.0), place["c"].number(1.0, 100.0)};
}

// The place of a risk is checked against its space: a point on the map that the plan puts elsewhere misleads.
void check_place(const floorplans::JsonCursor& place, const Risk& risk, const Building& building) {
    if (!risk.space.valid() || !risk.at) return;
    const Space& space = building.space(risk.space);
    constexpr double tolerance_m = 0.5;  // a switch box hangs on the wall, just outside the walking surface
    if (contains(space.area, *risk.at) || distance_to_boundary(space.area, *risk.at) <= tolerance_m) return;
    place["at"].report(Severity::warning, "risk.outside_its_space", {{"risk", risk.key}, {"space", space.key}});
}

Risk read_risk(const floorplans::JsonCursor& place, const Building& building, const References& refs) {
    place.allow_keys({"id", "name", "kind", "level", "space", "at", "outline", "lec", "owner", "measures"});
    Risk risk;
    risk.key = place["id"].string();
    risk.name = name_or(place, "name", risk.key);
    risk.kind = place["kind"].word<RiskKind>().value_or(RiskKind::other);
    risk.level = place["level"].integer(1, 4, 4);
    risk.space = refs.space(place["space"]);
    if (place.has("at")) risk.at = place["at"].point() - building.site_origin;
    if (place.has("outline")) {
        Ring outline = place["outline"].points();
        for (Vec2& p : outline) p -= building.site_origin;
        if (outline.size() < 3)
            place["outline"].report(Severity::error, "risk.outline_too_short", {{"risk", risk.key}});
        risk.outline = std::move(outline);
    }
    if (risk.at && risk.outline) place.report(Severity::warning, "risk.point_and_outline", {{"risk", risk.key}});
    if (place.has("lec")) risk.lec = read_lec(place["lec"]);
    if (place.has("owner")) risk.owner = place["owner"].string();
    for (const floorplans::JsonCursor& measure : place["measures"].elements()) risk.measures.push_back(measure.name());
    check_place(place, risk, building);
    return risk;
}

}  // namespace

Checked<RiskMap> read_risk_map(const floorplans::JsonDocument& document, const Building& building) {
    Checked<RiskMap> out;
    const floorplans::JsonCursor root(document, out.findings);
    if (!check_header(root, "muster.risk_map")) return out;
    root.allow_keys({"$schema", "format", "schema_version", "id", "name", "plan", "risks"});
    const References refs(building);
    RiskMap map;
    map.key = root["id"].string();
    map.name = name_or(root, "name", map.key);
    (void)root["plan"].string();  // which plan the ids are of; compared by load_world
    std::unordered_set<std::string> seen;
    for (const floorplans::JsonCursor& place : required_elements(root, "risks")) {
        map.risks.push_back(read_risk(place, building, refs));
        const std::string& key = map.risks.back().key;
        if (!key.empty() && !seen.insert(key).second)
            place["id"].report(Severity::error, "risk.duplicate_id", {{"id", key}});
    }
    if (!has_errors(out.findings)) out.value = std::move(map);
    return out;
}

}  // namespace muster::scenarios
