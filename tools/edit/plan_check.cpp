// SPDX-License-Identifier: Apache-2.0
#include "tools/edit/plan_check.h"

#include <array>
#include <charconv>
#include <string_view>

#include "floorplans/json_cursor.h"
#include "floorplans/reader.h"
#include "floorplans/writer.h"
#include "sim/base/findings.h"

namespace muster::edit {

namespace {

/// "/assembly/2/spots/0/at" -> parts "assembly", "2", "spots", "0", "at".
std::vector<std::string_view> parts_of(std::string_view pointer) {
    std::vector<std::string_view> out;
    while (!pointer.empty()) {
        pointer.remove_prefix(1);  // the slash
        const std::size_t end = std::min(pointer.find('/'), pointer.size());
        out.push_back(pointer.substr(0, end));
        pointer.remove_prefix(end);
    }
    return out;
}

std::optional<std::size_t> number_of(const std::vector<std::string_view>& parts, std::size_t which) {
    if (which >= parts.size()) return {};
    std::size_t n = 0;
    const std::string_view text = parts[which];
    const auto read = std::from_chars(text.data(), text.data() + text.size(), n);
    if (read.ec != std::errc{} || read.ptr != text.data() + text.size()) return {};
    return n;
}

// A member of a stair that is a thing of its own: its flights and landings are spaces.
viewer::ObjectRef in_stair(const Building& b, std::size_t stair, const std::vector<std::string_view>& parts) {
    const auto n = number_of(parts, 3);
    if (n && parts[2] == "flights" && *n < b.stairs[stair].flights.size())
        return {viewer::ObjectKind::space, b.stairs[stair].flights[*n].index()};
    if (n && parts[2] == "landings" && *n < b.stairs[stair].landings.size())
        return {viewer::ObjectKind::space, b.stairs[stair].landings[*n].index()};
    return {viewer::ObjectKind::stair, stair};
}

viewer::ObjectRef in_assembly(const Building& b, std::size_t area, const std::vector<std::string_view>& parts) {
    const auto n = number_of(parts, 3);
    if (n && parts[2] == "spots" && *n < b.assembly_areas[area].spots.size())
        return {viewer::ObjectKind::spot, b.assembly_areas[area].spots[*n].index()};
    return {viewer::ObjectKind::assembly_area, area};
}

// Rows of the text that was read are the objects of the building, in its order.
viewer::ObjectRef object_of(const Building& b, const std::string& pointer) {
    static constexpr std::array<std::pair<std::string_view, viewer::ObjectKind>, 8> lists{
        {{"levels", viewer::ObjectKind::level},
         {"spaces", viewer::ObjectKind::space},
         {"openings", viewer::ObjectKind::opening},
         {"stairs", viewer::ObjectKind::stair},
         {"obstacles", viewer::ObjectKind::obstacle},
         {"assembly", viewer::ObjectKind::assembly_area},
         {"fixtures", viewer::ObjectKind::fixture},
         {"windows", viewer::ObjectKind::window}}};
    const auto parts = parts_of(pointer);
    const auto row = number_of(parts, 1);
    if (!row) return {};
    for (const auto& [list, kind] : lists) {
        if (parts[0] != list || !viewer::exists(b, {kind, *row})) continue;
        if (kind == viewer::ObjectKind::stair) return in_stair(b, *row, parts);
        if (kind == viewer::ObjectKind::assembly_area) return in_assembly(b, *row, parts);
        return {kind, *row};
    }
    return {};
}

}  // namespace

viewer::PlanCheck recheck(const Building& building) {
    viewer::PlanCheck out;
    const auto document = floorplans::JsonDocument::parse(
        floorplans::write_floor_plan(building, floorplans::PlanStyle::row_per_obstacle), "");
    Findings findings = document.findings;
    if (document) {
        auto read = floorplans::read_floor_plan(*document.value);
        append(findings, read.findings);
        out.healed = std::move(read.value);
    }
    for (Finding& f : findings) {
        f.line = 0;  // of a text nobody sees
        viewer::PlanFinding& placed = out.findings.emplace_back(viewer::PlanFinding{std::move(f), {}, {}, {}});
        placed.object = object_of(building, placed.finding.pointer);
        placed.level = viewer::level_of(building, placed.object);
        placed.at = viewer::place_of(building, placed.object);
    }
    return out;
}

}  // namespace muster::edit
