// SPDX-License-Identifier: Apache-2.0
// Bytes -> JSON -> floor plan: nothing crashes, findings have a line, and what is accepted is finite and can be written
// and read again.
#include <cmath>
#include <cstdint>
#include <cstdlib>
#include <string>

#include "floorplans/json_cursor.h"
#include "floorplans/reader.h"
#include "floorplans/writer.h"
#include "tests/fuzz/require.h"

using muster::testing::require;

namespace {

void check_finite(const muster::Building& building) {
    for (const muster::Space& space : building.spaces)
        for (const muster::Vec2 p : space.area.outer) require(std::isfinite(p.x) && std::isfinite(p.y));
    for (const muster::Opening& o : building.openings) {
        require(std::isfinite(o.depth_from_m) && std::isfinite(o.depth_to_m));
        require(o.from.valid() && o.clear_width_m >= 0.5);
    }
}

void check_findings(const muster::Findings& findings, bool accepted) {
    require(accepted != muster::has_errors(findings));
    for (const muster::Finding& f : findings) require(!f.code.empty() && f.file == "fuzz.json");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string text(reinterpret_cast<const char*>(data), size);
    const auto document = muster::floorplans::JsonDocument::parse(text, "fuzz.json");
    check_findings(document.findings, document.value.has_value());
    if (!document) return 0;
    const auto plan = muster::floorplans::read_floor_plan(*document.value);
    check_findings(plan.findings, plan.value.has_value());
    if (!plan) return 0;
    check_finite(*plan.value);
    const auto again =
        muster::floorplans::JsonDocument::parse(muster::floorplans::write_floor_plan(*plan.value), "fuzz.json");
    require(again.value.has_value());
    return 0;
}
