// SPDX-License-Identifier: Apache-2.0
// muster run: loads a scenario, runs its replications, writes the results folder.
#include <algorithm>

#include "scenarios/reader.h"
#include "tools/muster/batch.h"
#include "tools/muster/commands.h"
#include "tools/muster/progress.h"
#include "tools/muster/run_results.h"
#include "tools/muster/run_summary.h"
#include "tools/store/event_log.h"
#include "tools/store/results_folder.h"
#include "tools/store/run_inputs.h"
#include "tools/store/trajectory_writer.h"

namespace muster::commands {

namespace {

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

// The one this person reads, when it was written.
text::Lang report_language(const std::vector<text::Lang>& written, text::Lang reader) {
    return std::find(written.begin(), written.end(), reader) != written.end() ? reader : written.front();
}

}  // namespace

Exit run(const RunOptions& options, const Console& console) {
    const Checked<scenarios::LoadedWorld> loaded = scenarios::load_world(options.scenario);
    if (!options.quiet || !loaded) console.tell_findings(loaded.findings);
    if (!loaded) return Exit::bad_input;

    store::ResultsFolder folder(
        {options.out, store::ResultKind::run, store::replaced_if(options.force), loaded.value->files});
    // Before the run, which may take hours: what is kept is what was run.
    std::vector<papers::InputFile> inputs = store::keep_inputs(loaded.value->files, folder.folder());
    const engine::Prepared prepared = engine::prepare(loaded.value->world);
    BatchResult result = replicate(prepared, options, folder, console);
    const analysis::Ensemble ensemble = analysis::combine(std::move(result.analyses));

    const papers::ReportInput input = report_input({std::move(inputs), loaded.findings, ensemble, result.trace,
                                                    std::move(result.facts), result.convergence, options.command_line});
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
    console.tell(shortfall);
    return Exit::missed;
}

}  // namespace muster::commands
