// SPDX-License-Identifier: Apache-2.0
#include "tools/store/figures_reader.h"

#include <filesystem>
#include <limits>
#include <nlohmann/json.hpp>

#include "floorplans/json_cursor.h"
#include "sim/analysis/clocks.h"

namespace muster::store {

namespace {

std::optional<double> number(const floorplans::JsonCursor& object, const char* key) {
    constexpr double any = std::numeric_limits<double>::max();
    if (!object.has(key) || !object[key].is_number()) return std::nullopt;
    return object[key].number(-any, any);
}

std::optional<analysis::RunFigures> read_row(const floorplans::JsonCursor& row, const World& world) {
    const auto crowding = number(row, "critical_person_s"), density = number(row, "peak_density_per_m2"),
               pressure = number(row, "peak_pressure_n_m"), falls = number(row, "falls");
    if (!crowding || !density || !pressure || !falls || !row["seed"].raw().is_number_unsigned()) return std::nullopt;
    analysis::RunAnalysis run;
    run.seed = row["seed"].raw().get<std::uint64_t>();
    const floorplans::JsonCursor clocks = row["clocks_s"], people = row["people"];
    run.clocks = {number(clocks, "alarm"), number(clocks, "last_out_of_room"), number(clocks, "last_out_of_building"),
                  number(clocks, "last_at_assembly"), number(clocks, "roll_call_done")};
    run.people.inside = static_cast<int>(number(people, "inside").value_or(0.0));
    run.people.arrived = static_cast<int>(number(people, "arrived").value_or(0.0));
    run.falls = static_cast<int>(*falls);
    run.exposure_person_s = *crowding;
    analysis::RunFigures figures = analysis::figures_of(run, analysis::signal_s(world, run.clocks));
    figures.peak_density = *density;
    figures.peak_pressure = *pressure;
    return figures;
}

}  // namespace

Checked<std::vector<analysis::RunFigures>> read_figures(const std::string& folder, const World& world) {
    Checked<std::vector<analysis::RunFigures>> out;
    const std::string path = (std::filesystem::path(folder) / "summary.json").string();
    Checked<floorplans::JsonDocument> document = floorplans::JsonDocument::load(path);
    out.findings = std::move(document.findings);
    if (!document) return out;
    Findings ignored;
    const floorplans::JsonCursor root(*document.value, ignored);
    std::vector<analysis::RunFigures> figures;
    for (const floorplans::JsonCursor& row : root["runs"].elements())
        if (auto read = row.has("seed") ? read_row(row, world) : std::nullopt) figures.push_back(*read);
    if (figures.empty() || figures.size() != root["runs"].elements().size())
        out.findings.push_back({Severity::error, "stored.no_figures", "", path, 0, {{"file", path}}});
    else
        out.value = std::move(figures);
    return out;
}

}  // namespace muster::store
