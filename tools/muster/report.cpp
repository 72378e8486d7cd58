// SPDX-License-Identifier: Apache-2.0
#include "tools/muster/report.h"

#include <CLI/CLI.hpp>
#include <filesystem>

#include "render/replay/replay_page.h"
#include "render/text/names.h"
#include "sim/analysis/analyse.h"
#include "tools/muster/run_results.h"
#include "tools/store/output_file.h"
#include "tools/store/run_reader.h"

namespace muster::commands {

namespace {

struct ReportOptions {
    std::string run;
    bool replay = false;
    std::string out;                    // of the replay page; "" = in the run's folder
    std::vector<text::Lang> languages;  // to write
    bool force = false;
};

namespace fs = std::filesystem;

// Says so, when the first of the files is there already and may not be replaced.
bool may_write(const std::vector<fs::path>& files, bool force, const Console& console) {
    for (const fs::path& file : files) {
        if (force || !fs::exists(file)) continue;
        console.tell("muster.file_exists", {{"file", file.string()}});
        return false;
    }
    return true;
}

std::vector<fs::path> pages_of(const ReportOptions& options) {
    std::vector<fs::path> pages;
    for (const text::Lang lang : options.languages) {
        const std::string name =
            options.replay ? "replay." + std::string(text::tag_of(lang)) + ".html" : report_name(lang);
        pages.push_back(options.out.empty() ? fs::path(options.run) / name : fs::path(options.out));
    }
    return pages;
}

void tell_done(const fs::path& page, const Console& console) {
    const double megabytes = static_cast<double>(fs::file_size(page)) / 1e6;
    console.print(
        console.text("muster.report.done", {{"file", page.string()}, {"size", text::number_text(megabytes, 2)}}));
}

void write_replays(const Trace& trace, const ReportOptions& options, const std::vector<fs::path>& pages) {
    for (std::size_t i = 0; i < pages.size(); ++i) {
        const std::string page = replay::replay_html(trace, options.languages[i]);
        store::write_beside(pages[i].string(), [&](const std::string& partial) { store::write_file(partial, page); });
    }
}

void write_reports(store::StoredRun& stored, const Findings& findings, const ReportOptions& options) {
    const analysis::Ensemble ensemble = analysis::combine({analysis::analyse(stored.trace)});
    papers::ReportInput input = report_input(
        {stored.inputs, findings, ensemble, stored.trace, {stored.facts}, std::nullopt, stored.command_line});
    input.version = stored.version;
    input.date = stored.date;
    for (const text::Lang lang : options.languages) write_report(input, lang, options.run);
}

Exit write_pages(const ReportOptions& options, const Console& console) {
    const std::vector<fs::path> pages = pages_of(options);
    if (!may_write(pages, options.force, console)) return Exit::bad_input;
    Checked<store::StoredRun> stored = store::read_run(options.run);
    if (!stored) {
        console.tell_findings(stored.findings);
        return Exit::bad_input;
    }
    if (!options.replay && stored.value->runs > 1) {
        console.tell("muster.report.many_runs",
                     {{"folder", options.run}, {"runs", std::to_string(stored.value->runs)}});
        return Exit::bad_input;
    }
    if (options.replay)
        write_replays(stored.value->trace, options, pages);
    else
        write_reports(*stored.value, stored.findings, options);
    for (const fs::path& page : pages) tell_done(page, console);
    return Exit::good;
}

class ReportCommand final : public Command {
public:
    void setup(CLI::App& app, const Help& help) override {
        app.add_option("RUN_DIR", options_.run, help("muster.report.run"))->required();
        CLI::Option* replay = app.add_flag("--replay", options_.replay, help("muster.report.replay"));
        app.add_option("-o,--out", options_.out, help("muster.report.out"))->needs(replay);
        app.add_flag("--force", options_.force, help("muster.force"));
    }

    Exit run(const Call& call) override {
        options_.languages = call.languages;
        // A page of one's own name is in one language.
        if (!options_.out.empty() && options_.languages.size() > 1) options_.languages = {call.console.lang()};
        return write_pages(options_, call.console);
    }

private:
    ReportOptions options_;
};

}  // namespace

std::unique_ptr<Command> make_report() { return std::make_unique<ReportCommand>(); }

}  // namespace muster::commands
