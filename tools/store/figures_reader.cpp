// SPDX-License-Identifier: Apache-2.0
#include "tools/store/figures_reader.h"

#include <filesystem>

#include "sim/analysis/clocks.h"
#include "tools/store/run_summary.h"

namespace muster::store {

namespace {

analysis::RunFigures figures_of(const RunRow& row, const World& world) {
    analysis::RunAnalysis run;
    run.seed = row.facts.seed;
    run.clocks = row.clocks;
    run.people = row.people;
    run.falls = row.falls;
    run.exposure_person_s = row.exposure_person_s;
    analysis::RunFigures figures = analysis::figures_of(run, analysis::signal_s(world, run.clocks));
    figures.peak_density = row.peak_density;
    figures.peak_pressure = row.peak_pressure;
    return figures;
}

}  // namespace

Checked<std::vector<analysis::RunFigures>> read_figures(const std::string& folder, const World& world) {
    Checked<std::vector<analysis::RunFigures>> out;
    const auto read = read_summary(folder);
    if (!read.content) {
        out.findings = read.findings;
    } else if (!read.whole() || read.content->runs.empty()) {
        const std::string path = (std::filesystem::path(folder) / summary_file).string();
        out.findings.push_back({Severity::error, "stored.no_figures", "", path, 0, {{"file", path}}});
    } else {
        out.value.emplace();
        for (const RunRow& row : read.content->runs) out.value->push_back(figures_of(row, world));
    }
    return out;
}

}  // namespace muster::store
