// SPDX-License-Identifier: Apache-2.0
#include "floorplans/plan_rewriter.h"

#include <optional>

#include "floorplans/json_cursor.h"
#include "floorplans/json_merge.h"
#include "floorplans/reader.h"
#include "floorplans/writer.h"

namespace muster::floorplans {

namespace {

std::optional<Building> building_of(const std::string& text) {
    const Checked<JsonDocument> document = JsonDocument::parse(text, "");
    if (!document) return {};
    PlanInWork read = read_plan_in_work(*document.value, PlanChecks::none);
    if (read.building.levels.empty()) return {};
    return std::move(read.building);
}

}  // namespace

RewrittenPlan rewrite_floor_plan(const std::string& original, const Building& after) {
    const std::string anew = write_floor_plan(after);
    const auto before = building_of(original), meant = building_of(anew);
    if (!before || !meant) return {anew, false};
    const std::string merged = merge_json(original, write_floor_plan(*before), anew);
    const auto read = building_of(merged);
    if (!read || write_floor_plan(*read) != write_floor_plan(*meant)) return {anew, false};
    return {merged, true};
}

}  // namespace muster::floorplans
