// SPDX-License-Identifier: Apache-2.0
#include "tools/store/run_reader.h"

#include <algorithm>
#include <filesystem>

#include "sim/base/findings.h"
#include "tools/store/run_summary.h"
#include "tools/store/sha256.h"

namespace muster::store {

namespace {

namespace fs = std::filesystem;

Finding problem(const char* code, const std::string& file, std::vector<std::pair<std::string, std::string>> args = {}) {
    args.insert(args.begin(), {"file", file});
    return {Severity::error, code, "", file, 0, std::move(args)};
}

std::optional<RunSummary> summary_of(const std::string& folder, Findings& findings) {
    std::error_code missing;
    if (fs::is_regular_file(fs::path(folder) / summary_file, missing)) {
        auto read = read_summary(folder);
        if (!read.content) return append(findings, std::move(read.findings)), std::nullopt;
        // A stranger's summary.json is one finding, not a dozen.
        const RunSummary& summary = *read.content;
        if (summary.head.program == "muster" && !summary.inputs.empty() && !summary.runs.empty()) return summary;
    }
    findings.push_back(problem("stored.no_run", folder));
    return std::nullopt;
}

// The first of the files that are not those of the run any more.
std::optional<Finding> changed_input(const std::vector<std::string>& files,
                                     const std::vector<papers::InputFile>& inputs) {
    for (std::size_t i = 0; i < std::max(files.size(), inputs.size()); ++i) {
        if (i >= inputs.size()) return problem("stored.input_changed", files[i]);
        if (i >= files.size()) return problem("stored.input_changed", inputs[i].path);
        const auto now = sha256_of_file(files[i]);
        if (!now) return problem("stored.input_missing", files[i]);
        if (*now != inputs[i].sha256) return problem("stored.input_changed", files[i]);
    }
    return std::nullopt;
}

// Findings name files as the user knows them.
void name_originals(Findings& findings, const std::vector<std::string>& files,
                    const std::vector<papers::InputFile>& inputs) {
    for (Finding& f : findings) {
        const auto at = std::find(files.begin(), files.end(), f.file) - files.begin();
        if (static_cast<std::size_t>(at) < inputs.size()) f.file = inputs[static_cast<std::size_t>(at)].path;
    }
}

Checked<scenarios::LoadedWorld> load_inputs(const fs::path& folder, const std::vector<papers::InputFile>& inputs) {
    const bool kept =
        std::all_of(inputs.begin(), inputs.end(), [](const papers::InputFile& i) { return !i.copy.empty(); });
    const std::string copy = (folder / inputs.front().copy).string();
    std::error_code gone;
    const std::string scenario = kept && fs::exists(copy, gone) ? copy : inputs.front().path;
    Checked<scenarios::LoadedWorld> out;
    if (!fs::exists(scenario, gone)) {
        out.findings.push_back(problem("stored.input_missing", inputs.front().path));
        return out;
    }
    out = scenarios::load_world(scenario);
    if (!out) return out;
    if (auto changed = changed_input(out.value->files, inputs)) {
        out.value.reset();
        out.findings = {std::move(*changed)};
        return out;
    }
    name_originals(out.findings, out.value->files, inputs);
    return out;
}

}  // namespace

Checked<StoredRun> read_run(const std::string& folder) {
    Checked<StoredRun> out;
    auto summary = summary_of(folder, out.findings);
    if (!summary) return out;
    Checked<scenarios::LoadedWorld> loaded = load_inputs(folder, summary->inputs);
    append(out.findings, std::move(loaded.findings));
    if (!loaded) return out;
    loaded.value->world = under(loaded.value->world, summary->assumption);
    Checked<Trace> trace = read_recording((fs::path(folder) / "trajectory.sqlite").string(), loaded.value->world);
    append(out.findings, std::move(trace.findings));
    if (!trace) return out;

    const Outcome& outcome = trace.value->outcome;
    const papers::RunFacts facts{trace.value->seed,
                                 outcome.fingerprint.text(),
                                 outcome.ended.seconds(),
                                 summary->runs.front().facts.wall_s,
                                 outcome.everybody_accounted_for,
                                 outcome.ran_out_of_time,
                                 {}};
    out.value = StoredRun{std::move(*loaded.value),
                          std::move(*trace.value),
                          static_cast<int>(summary->runs.size()),
                          facts,
                          std::move(summary->inputs),
                          std::move(summary->head.version),
                          std::move(summary->head.date),
                          std::move(summary->head.command_line)};
    return out;
}

}  // namespace muster::store
