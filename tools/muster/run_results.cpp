// SPDX-License-Identifier: Apache-2.0
#include "tools/muster/run_results.h"

#include <algorithm>
#include <array>
#include <ctime>
#include <filesystem>

#include "render/document/html_writer.h"
#include "render/papers/compliance/compliance_tables.h"
#include "render/papers/run_report/run_report.h"
#include "render/papers/run_report/tables.h"
#include "render/text/catalogue.h"
#include "render/text/names.h"
#include "sim/analysis/density_grids.h"
#include "sim/physics/motion_parameters.h"
#include "tools/muster/hazard_parameters.h"
#include "tools/muster/rule_files.h"
#include "tools/store/output_file.h"
#include "tools/store/run_summary.h"

namespace muster::commands {

namespace {

// The model writes its sources for engineers, in English; whatever is not in the catalogue is printed as it is.
Name source_name(std::string_view source) {
    for (const char* id :
         {"parameter.calibrated", "parameter.in_file", "parameter.by_hand", "parameter.numerical", "parameter.option"})
        if (text::Catalogue(text::Lang::en).text(id) == source) return text::in_all_languages(id);
    return {std::string(source), std::string(source)};
}

// Of the machine's clock, as strftime has it.
std::string clock_text(const char* format) {
    const std::time_t now = std::time(nullptr);
    std::tm local{};
    ::localtime_r(&now, &local);
    std::array<char, 16> text{};
    std::strftime(text.data(), text.size(), format, &local);
    return text.data();
}

}  // namespace

void write_report(const papers::ReportInput& input, text::Lang lang, const std::filesystem::path& folder) {
    std::error_code failed;
    std::filesystem::create_directory(folder / "maps", failed);
    if (failed) throw store::OutputError((folder / "maps").string(), failed.message());
    const auto write = [&](const std::string& name, const std::string& bytes) {
        store::write_beside((folder / name).string(),
                            [&](const std::string& partial) { store::write_file(partial, bytes); });
    };
    const std::vector<papers::ReportMap> maps = papers::report_maps(input, lang);
    for (const papers::ReportMap& map : maps)
        write("maps/" + map.key + "." + std::string(text::tag_of(lang)) + ".png", map.png);
    write(report_name(lang), document::document_html(papers::run_report(input, maps, lang)));
}

std::string today() { return clock_text("%Y-%m-%d"); }

std::string time_of_day() { return clock_text("%H:%M:%S"); }

std::vector<papers::ParameterRow> parameters_of(const RunSettings& run) {
    physics::MotionParameters parameters;
    parameters.friction = static_cast<float>(run.friction);
    parameters.push_share = static_cast<float>(run.push);
    std::vector<papers::ParameterRow> rows;
    for (const physics::MotionParameterRow& row : physics::parameter_table(parameters)) {
        const std::string key(row.name);
        rows.push_back({key, text::in_all_languages("motion." + key), text::number_text(row.value, 4),
                        row.unit == "-" ? "" : std::string(row.unit), source_name(row.source)});
    }
    if (run.assumption == Assumption::quick) return rows;  // holds nothing back: there is nothing to print
    for (const AssumptionRow& row : assumption_table(run.assumption)) {
        const std::string key = "assumption." + std::string(row.name);
        rows.push_back({"assumption_" + std::string(row.name), text::in_all_languages(key),
                        text::number_text(row.value, 4), std::string(row.unit),
                        text::in_all_languages(key + ".source")});
    }
    return rows;
}

std::string report_name(text::Lang lang) { return "report." + std::string(text::tag_of(lang)) + ".html"; }

papers::ReportInput report_input(FinishedRun finished) {
    papers::ReportInput input;
    input.world = finished.trace.world;
    input.ensemble = &finished.ensemble;
    input.trace = &finished.trace;
    input.density = analysis::density_grids(finished.trace);
    input.runs = std::move(finished.facts);
    input.convergence = finished.convergence;
    input.band = finished.band;
    input.inputs = std::move(finished.inputs);
    input.findings = finished.findings;
    input.parameters = parameters_of(input.world->scenario.run);
    for (papers::ParameterRow& row : hazard_parameters(*input.world)) input.parameters.push_back(std::move(row));
    input.codes = std::make_shared<papers::CodeCheck>(check_codes(*input.world, storey_width_packs()));
    input.version = MUSTER_VERSION;
    input.command_line = std::move(finished.command_line);
    input.date = today();
    return input;
}

void write_results(const papers::ReportInput& input, const std::vector<text::Lang>& languages,
                   const store::ResultsFolder& folder) {
    store::write_file(folder.file(store::summary_file), store::summary_json(input));
    store::write_file(folder.file(store::bottlenecks_file), store::bottlenecks_json(input));
    store::write_file(folder.file("bottlenecks.csv"), papers::bottlenecks_csv(input, languages.front()));
    store::write_file(folder.file("classes.csv"), papers::classes_csv(input, languages.front()));
    for (const text::Lang lang : languages) write_report(input, lang, folder.folder());
}

}  // namespace muster::commands
