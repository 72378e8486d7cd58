// SPDX-License-Identifier: Apache-2.0
#include "floorplans/reader.h"

#include "floorplans/json_cursor.h"
#include "floorplans/plan_draft.h"

namespace muster::floorplans {

namespace {

void read_head(PlanDraft& draft) {
    const JsonCursor& root = draft.root;
    root.allow_keys({"$schema", "verification", "format", "schema_version", "id", "name", "areas", "sources",
                     "assumptions", "levels", "spaces", "openings", "stairs", "obstacles", "assembly", "fixtures",
                     "windows", "structure", "design"});
    const std::string format = root["format"].string();
    if (!format.empty() && format != "muster.plan")
        root["format"].report(Severity::error, "plan.wrong_format", {{"format", format}});
    const int version = root["schema_version"].integer(1, 1'000'000, 1);
    if (version > 1)
        root["schema_version"].report(Severity::error, "plan.newer_version", {{"version", std::to_string(version)}});
    Building& b = draft.building;
    b.key = root["id"].string();
    b.name = root["name"].name();
    b.areas = root["areas"].word_or(b.areas);
    for (const JsonCursor& line : root["sources"].elements()) b.sources.push_back(line.string());
    for (const JsonCursor& line : root["assumptions"].elements()) b.assumptions.push_back(line.string());
}

// A flight stands on the floor at its foot unless the file says otherwise.
void stand_flights(PlanDraft& draft) {
    Building& b = draft.building;
    for (std::size_t i = 0; i < b.spaces.size(); ++i) {
        Space& space = b.spaces[i];
        if (!space.flight || draft.floor_given[i]) continue;
        const Space& below = b.space(b.opening(space.flight->foot).other(SpaceId{i}));
        if (below.flight) continue;
        space.floor_m = b.level(below.level).elevation_m + below.floor_m - b.level(space.level).elevation_m;
    }
}

void check_sense(PlanDraft& draft) {
    check_slots(draft);
    check_stairs(draft);
    check_graph(draft);
    check_furniture(draft);
}

}  // namespace

Checked<Building> read_floor_plan(const std::string& path) {
    Checked<JsonDocument> document = JsonDocument::load(path);
    if (!document) return {{}, std::move(document.findings)};
    Checked<Building> read = read_floor_plan(*document.value);
    read.findings.insert(read.findings.begin(), document.findings.begin(), document.findings.end());
    return read;
}

PlanInWork read_plan_in_work(const JsonDocument& document, PlanChecks checks) {
    PlanDraft draft(document);
    if (!draft.root.is_object()) {
        static_cast<void>(draft.root["format"]);  // reports the wrong type
        return {{}, std::move(draft.findings)};
    }
    read_head(draft);
    read_levels_and_spaces(draft);
    heal_overlaps(draft);
    read_openings(draft);
    read_stairs(draft);
    read_obstacles(draft);
    read_assembly(draft);
    read_fixtures(draft);
    read_windows(draft);
    read_structure(draft);
    read_design(draft);
    draft.building.seal();
    stand_flights(draft);
    if (checks == PlanChecks::all) check_scale(draft);
    derive_slots(draft);
    if (checks == PlanChecks::all) check_sense(draft);
    if (draft.full()) draft.report(Severity::error, "", "plan.too_many_findings");
    return {std::move(draft.building), std::move(draft.findings)};
}

Checked<Building> read_floor_plan(const JsonDocument& document) {
    PlanInWork read = read_plan_in_work(document);
    if (has_errors(read.findings)) return {{}, std::move(read.findings)};
    return {std::move(read.building), std::move(read.findings)};
}

}  // namespace muster::floorplans
