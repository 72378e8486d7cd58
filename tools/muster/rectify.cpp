// SPDX-License-Identifier: Apache-2.0
#include "tools/muster/rectify.h"

#include <CLI/CLI.hpp>
#include <filesystem>

#include "render/text/names.h"
#include "tools/muster/rectification.h"
#include "tools/muster/rule_files.h"
#include "tools/office/rectify/rectify_items.h"
#include "tools/store/run_reader.h"

namespace muster::commands {

namespace {

namespace fs = std::filesystem;

std::optional<Subject> subject_of(const RectifyOptions& options, const Console& console) {
    if (fs::is_directory(options.input)) {
        Checked<store::StoredRun> stored = store::read_run(options.input);
        console.tell_findings(stored.findings);
        if (!stored) return std::nullopt;
        return Subject{std::move(stored.value->loaded), stored.value->facts.seed};
    }
    Checked<scenarios::LoadedWorld> loaded = scenarios::load_world(options.input);
    console.tell_findings(loaded.findings);
    if (!loaded) return std::nullopt;
    const std::uint64_t seed = loaded.value->world->scenario.run.seed;
    return Subject{std::move(*loaded.value), seed};
}

void tell(const store::RectificationFile& file, const RectifyOptions& options, const Console& console) {
    const text::Lang lang = console.lang();
    for (const store::RectificationItem& item : file.items)
        console.print(console.text("muster.rectify.line", {{"rank", std::to_string(item.rank)},
                                                           {"place", text::in_language(item.site.name, lang)},
                                                           {"measure", text::in_language(item.measure, lang)},
                                                           {"verdict", rectify::verdict_text(item, lang)}}));
    if (file.items.empty()) console.print(console.text("rectify.none"));
    if (const std::string few = rectify::too_few_words(file, lang); !few.empty()) console.print(few);
    console.print(console.text("muster.rectify.done", {{"folder", options.out}}));
}

Exit rectify_school(const RectifyOptions& options, const Console& console) {
    auto subject = subject_of(options, console);
    if (!subject) return Exit::bad_input;
    subject->loaded.world = options.assumption.of(subject->loaded.world);
    Checked<std::vector<planning::RulePack>> packs{std::vector<planning::RulePack>{}, {}};
    if (options.rules != std::vector<std::string>{"none"}) packs = load_rule_packs(options.rules, false);
    console.tell_findings(packs.findings);
    if (!packs) return Exit::bad_input;
    store::ResultsFolder folder(
        {options.out, store::ResultKind::rectification, store::replaced_if(options.force), subject->loaded.files});
    store::RectificationFile file;
    std::vector<documents::NamedDocument> reports;
    {
        Rectification work(options, std::move(*subject), std::move(*packs.value), folder, console);
        file = work.run();
        reports = work.reports(file);
        work.write(file, reports);
    }
    folder.keep();
    if (!options.quiet) tell(file, options, console);
    (void)papers(reports, for_office(options.out), console);  // what went wrong has been told; the results are whole
    return Exit::good;
}

class RectifyCommand final : public Command {
public:
    void setup(CLI::App& app, const Help& help) override {
        app.add_option("RUN_DIR|SCENARIO", options_.input, help("muster.rectify.input"))->required();
        app.add_option("-o,--out", options_.out, help("muster.rectify.out"))->required();
        app.add_option("--seed", options_.seed, help("muster.run.seed"));
        options_.assumption.add_to(app, help);
        app.add_option("--runs", options_.runs, help("muster.rectify.runs"))->check(CLI::Range(1, 100'000));
        app.add_option("-j,--jobs", options_.jobs, help("muster.run.jobs"))->check(CLI::Range(1, 1024));
        app.add_option("--top", options_.top, help("muster.rectify.top"))->check(CLI::Range(0, 1000));
        app.add_option("--rules", options_.rules, help("muster.rectify.rules"))->delimiter(',');
        app.add_option("--budget", options_.budget_s, help("muster.rectify.budget"));
        app.add_flag("--quiet", options_.quiet, help("muster.run.quiet"));
        app.add_flag("--force", options_.force, help("muster.force"));
    }

    Exit run(const Call& call) override {
        options_.report_languages = call.languages;
        return rectify_school(options_, call.console);
    }

private:
    RectifyOptions options_;
};

}  // namespace

std::unique_ptr<Command> make_rectify() { return std::make_unique<RectifyCommand>(); }

}  // namespace muster::commands
