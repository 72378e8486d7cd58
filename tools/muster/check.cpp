// SPDX-License-Identifier: Apache-2.0
#include "tools/muster/check.h"
#include "sim/base/findings.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <filesystem>

#include "floorplans/json_cursor.h"
#include "floorplans/reader.h"
#include "floorplans/rule_reader.h"
#include "scenarios/reader.h"
#include "tools/muster/check_rules.h"

namespace muster::commands {

namespace {

// A risk map speaks of the spaces of its plan, so that is read (and checked) first.
Findings check_risk_map(const floorplans::JsonDocument& document) {
    Findings findings;
    const std::string plan = floorplans::JsonCursor(document, findings)["plan"].string();
    if (plan.empty()) return findings;
    const auto path = std::filesystem::path(document.file()).parent_path() / plan;
    const Checked<Building> building = floorplans::read_floor_plan(path.lexically_normal().string());
    append(findings, building.findings);
    if (building) append(findings, scenarios::read_risk_map(document, *building.value).findings);
    return findings;
}

bool is_rule_pack(const floorplans::JsonDocument& document) {
    Findings unwanted;
    const floorplans::JsonCursor root(document, unwanted);
    return root.is_object() && root.has("format") && root["format"].is_string() &&
           root["format"].string() == "muster.rules";
}

Findings check_file(const std::string& path) {
    const Checked<floorplans::JsonDocument> document = floorplans::JsonDocument::load(path);
    if (!document) return document.findings;
    const std::string format = scenarios::format_of(*document.value);
    if (format == "scenario") return scenarios::load_world(path).findings;
    Findings findings = document.findings;
    if (is_rule_pack(*document.value)) {
        append(findings, floorplans::read_rule_pack(*document.value).findings);
    } else if (format == "plan") {
        append(findings, floorplans::read_floor_plan(*document.value).findings);
    } else if (format == "risk_map") {
        append(findings, check_risk_map(*document.value));
    } else {
        findings.push_back({Severity::error, "file.unknown_format", "/format", path, 1, {}});
    }
    return findings;
}

Exit check_files(const CheckOptions& options, const Console& console) {
    std::ptrdiff_t errors = 0, warnings = 0;
    for (const std::string& file : options.files) {
        const Findings findings = check_file(file);
        console.print_findings(findings);
        const auto count = [&](Severity severity) {
            return std::count_if(findings.begin(), findings.end(),
                                 [&](const Finding& f) { return f.severity == severity; });
        };
        const auto file_errors = count(Severity::error), file_warnings = count(Severity::warning);
        if (file_errors == 0) console.print(console.text("muster.check.file_good", {{"file", file}}));
        errors += file_errors;
        warnings += file_warnings;
    }
    console.print(console.text("muster.check.total", {{"files", std::to_string(options.files.size())},
                                                      {"errors", std::to_string(errors)},
                                                      {"warnings", std::to_string(warnings)}}));
    return errors == 0 ? Exit::good : Exit::bad_input;
}

class CheckCommand final : public Command {
public:
    void setup(CLI::App& app, const Help& help) override {
        app.add_option("FILE", options_.files, help("muster.check.files"))->required();
        CLI::Option* rules = app.add_option("--rules", options_.rules, help("muster.check.rules"))->delimiter(',');
        app.add_option("--people", options_.people, help("muster.check.people"))->needs(rules);
        app.add_option("-o,--out", options_.out, help("muster.check.out"))->needs(rules);
        app.add_flag("--force", options_.force, help("muster.force"));
    }

    Exit run(const Call& call) override {
        options_.languages = call.languages;
        return options_.rules.empty() ? check_files(options_, call.console) : check_rules(options_, call.console);
    }

private:
    CheckOptions options_;
};

}  // namespace

std::unique_ptr<Command> make_check() { return std::make_unique<CheckCommand>(); }

}  // namespace muster::commands
