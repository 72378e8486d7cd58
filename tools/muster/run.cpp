// SPDX-License-Identifier: Apache-2.0
#include "tools/muster/run.h"

#include <CLI/CLI.hpp>
#include <algorithm>

#include "scenarios/reader.h"
#include "tools/muster/assumption_option.h"
#include "tools/muster/batch.h"
#include "tools/muster/run_results.h"
#include "tools/muster/run_summary.h"
#include "tools/muster/terminal/progress.h"
#include "tools/store/event_log.h"
#include "tools/store/results_folder.h"
#include "tools/store/run_inputs.h"
#include "tools/store/trajectory_writer.h"

namespace muster::commands {

namespace {

struct RunOptions {
    std::string scenario;
    std::string out;
    std::optional<std::uint64_t> seed;  // none = the scenario's
    AssumptionOption assumption;
    bool band = false;
    int runs = 1;
    bool until_converged = false;
    int max_runs = 200;  // with until_converged
    int jobs = 1;
    bool quiet = false;
    bool force = false;
    std::vector<text::Lang> report_languages;
    std::string command_line;
};

BatchResult replicate(const engine::Prepared& prepared, const RunOptions& options, const store::ResultsFolder& folder,
                      const Console& console) {
    const Scenario& scenario = prepared.world->scenario;
    store::TrajectoryWriter trajectory(folder.file("trajectory.sqlite"));
    store::EventLog events(folder.file("events.jsonl"));
    const int runs = options.until_converged ? options.max_runs : options.runs;
    Progress progress(scenario.population.total(), runs);
    const bool drawn = !options.quiet && at_a_terminal();

    BatchSettings settings;
    settings.first_seed = options.seed.value_or(scenario.run.seed);
    settings.runs = runs;
    if (options.until_converged) settings.until.emplace();
    settings.jobs = options.jobs;
    settings.first_observers = {&trajectory, &events};
    settings.each_run = [&] { return std::make_unique<ProgressObserver>(progress); };
    if (drawn) settings.meanwhile = [&] { progress.draw(console); };
    try {
        BatchResult result = run_batch(prepared, settings);
        if (drawn) clear_bar();
        return result;
    } catch (...) {
        if (drawn) clear_bar();
        throw;
    }
}

// The same seeds on one end of the assumptions. The end that the run itself was made on is not run again.
analysis::ClockSpread clocks_under(Assumption end, const std::shared_ptr<const World>& world,
                                   const analysis::Ensemble& own, const RunOptions& options) {
    if (world->scenario.run.assumption == end) return own.clocks;
    BatchSettings settings;
    settings.first_seed = options.seed.value_or(world->scenario.run.seed);
    settings.runs = static_cast<int>(own.runs.size());
    settings.jobs = options.jobs;
    return analysis::combine(run_batch(engine::prepare(under(world, end)), settings).analyses).clocks;
}

std::optional<papers::AssumptionBand> band_of(const std::shared_ptr<const World>& world, const analysis::Ensemble& own,
                                              const RunOptions& options) {
    if (!options.band) return std::nullopt;
    return papers::AssumptionBand{clocks_under(Assumption::quick, world, own, options),
                                  clocks_under(Assumption::slow, world, own, options)};
}

// The one this person reads, when it was written.
text::Lang report_language(const std::vector<text::Lang>& written, text::Lang reader) {
    return std::find(written.begin(), written.end(), reader) != written.end() ? reader : written.front();
}

Exit run_scenario(const RunOptions& options, const Console& console) {
    const Checked<scenarios::LoadedWorld> loaded = scenarios::load_world(options.scenario);
    if (!options.quiet || !loaded) console.tell_findings(loaded.findings);
    if (!loaded) return Exit::bad_input;

    store::ResultsFolder folder(
        {options.out, store::ResultKind::run, store::replaced_if(options.force), loaded.value->files});
    // Before the run, which may take hours: what is kept is what was run.
    std::vector<papers::InputFile> inputs = store::keep_inputs(loaded.value->files, folder.folder());
    const engine::Prepared prepared = engine::prepare(options.assumption.of(loaded.value->world));
    BatchResult result = replicate(prepared, options, folder, console);
    const analysis::Ensemble ensemble = analysis::combine(std::move(result.analyses));

    const papers::ReportInput input =
        report_input({std::move(inputs), loaded.findings, ensemble, result.trace, std::move(result.facts),
                      result.convergence, options.command_line, band_of(prepared.world, ensemble, options)});
    write_results(input, options.report_languages, folder);
    folder.keep();

    if (!options.quiet) {
        console.print(summary_text(input, console));
        const std::string report = report_name(report_language(options.report_languages, console.lang()));
        console.print(
            console.text("muster.run.done", {{"folder", options.out}, {"report", options.out + "/" + report}}));
    }
    const std::string shortfall = shortfall_text(input, console);
    if (shortfall.empty()) return Exit::good;
    console.tell_line(shortfall);
    return Exit::missed;
}

class RunCommand final : public Command {
public:
    void setup(CLI::App& app, const Help& help) override {
        app.add_option("SCENARIO", options_.scenario, help("muster.run.scenario"))->required();
        app.add_option("-o,--out", options_.out, help("muster.run.out"))->required();
        app.add_option("--seed", options_.seed, help("muster.run.seed"));
        options_.assumption.add_to(app, help);
        app.add_flag("--band", options_.band, help("muster.run.band"));
        app.add_option("--runs", options_.runs, help("muster.run.runs"))->check(CLI::Range(1, 100'000));
        app.add_flag("--until-converged", options_.until_converged, help("muster.run.until"))->excludes("--runs");
        app.add_option("--most-runs", options_.max_runs, help("muster.run.most"))
            ->needs("--until-converged")
            ->check(CLI::Range(1, 100'000));
        app.add_option("-j,--jobs", options_.jobs, help("muster.run.jobs"))->check(CLI::Range(1, 1024));
        app.add_flag("-q,--quiet", options_.quiet, help("muster.run.quiet"));
        app.add_flag("--force", options_.force, help("muster.force"));
    }

    Exit run(const Call& call) override {
        options_.command_line = call.line;
        options_.report_languages = call.languages;
        return run_scenario(options_, call.console);
    }

private:
    RunOptions options_;
};

}  // namespace

std::unique_ptr<Command> make_run() { return std::make_unique<RunCommand>(); }

}  // namespace muster::commands
