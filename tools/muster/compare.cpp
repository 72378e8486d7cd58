// SPDX-License-Identifier: Apache-2.0
#include "tools/muster/compare.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <filesystem>

#include "render/document/csv_writer.h"
#include "render/document/html_writer.h"
#include "render/papers/run_report/derived.h"
#include "render/text/catalogue.h"
#include "render/text/names.h"
#include "sim/analysis/analyse.h"
#include "sim/analysis/density_grids.h"
#include "tools/muster/density_picture.h"
#include "tools/muster/papers.h"
#include "tools/muster/run_results.h"
#include "tools/muster/shortfalls.h"
#include "tools/office/rectify/compare_report.h"
#include "tools/office/rectify/describe_changes.h"
#include "tools/office/rectify/gain_table.h"
#include "tools/store/figures_reader.h"
#include "tools/store/output_file.h"
#include "tools/store/results_folder.h"
#include "tools/store/run_reader.h"

namespace muster::commands {

namespace {

struct CompareOptions {
    std::vector<std::string> runs;  // results folders; the first is the base
    std::string out;                // "" = the terminal only
    bool force = false;
    std::vector<text::Lang> report_languages;
};

namespace fs = std::filesystem;

struct Compared {
    std::string name;
    store::StoredRun run;
    std::vector<analysis::RunFigures> figures;
    [[nodiscard]] const World& world() const { return *run.loaded.world; }
};

std::optional<std::vector<Compared>> read_all(const std::vector<std::string>& folders, const Console& console) {
    std::vector<Compared> all;
    for (const std::string& folder : folders) {
        Checked<store::StoredRun> run = store::read_run(folder);
        console.tell_findings(run.findings);
        if (!run) return std::nullopt;
        Checked<std::vector<analysis::RunFigures>> figures = store::read_figures(folder, *run.value->loaded.world);
        console.tell_findings(figures.findings);
        if (!figures) return std::nullopt;
        fs::path path = fs::path(folder).lexically_normal();
        if (!path.has_filename()) path = path.parent_path();
        all.push_back({path.filename().string(), std::move(*run.value), std::move(*figures.value)});
    }
    return all;
}

// Seeds that all of them have: every row of the table speaks of the same days.
std::vector<std::uint64_t> seeds_of_all(const std::vector<Compared>& all) {
    std::vector<analysis::RunFigures> common = all.front().figures;
    for (const Compared& one : all) {
        const std::vector<std::uint64_t> shared = analysis::common_seeds(common, one.figures);
        std::erase_if(common, [&](const analysis::RunFigures& f) {
            return !std::binary_search(shared.begin(), shared.end(), f.seed);
        });
    }
    std::vector<std::uint64_t> seeds;
    for (const analysis::RunFigures& f : common) seeds.push_back(f.seed);
    std::sort(seeds.begin(), seeds.end());
    return seeds;
}

std::vector<analysis::RunFigures> only(std::vector<analysis::RunFigures> figures,
                                       const std::vector<std::uint64_t>& seeds) {
    std::erase_if(figures, [&](const analysis::RunFigures& f) {
        return !std::binary_search(seeds.begin(), seeds.end(), f.seed);
    });
    return figures;
}

rectify::PlanComparison compared(const std::vector<Compared>& all, text::Lang lang) {
    rectify::PlanComparison c;
    c.school = text::in_language(all.front().world().building.name, lang);
    c.target_s = all.front().world().scenario.target_out_s;
    c.seeds = seeds_of_all(all);
    const int shortfalls = count_shortfalls(all.front().world());
    for (const Compared& one : all) {
        rectify::ComparedPlan plan;
        plan.name = one.name;
        plan.is_base = &one == &all.front();
        if (const int now = plan.is_base ? shortfalls : count_shortfalls(one.world()); shortfalls >= 0 && now >= 0)
            plan.rules = text::Catalogue(lang).text(
                "compare.rules", {{"from", std::to_string(shortfalls)}, {"to", std::to_string(now)}});
        plan.changes = rectify::describe_changes(all.front().world(), one.world(), lang);
        for (const analysis::FigureComparison& f :
             analysis::compare_figures(only(all.front().figures, c.seeds), only(one.figures, c.seeds)))
            plan.gain.push_back(store::gain_of(f));
        c.dropped = c.dropped || one.figures.size() != c.seeds.size();
        c.plans.push_back(std::move(plan));
    }
    return c;
}

void add_pictures(rectify::PlanComparison& c, const std::vector<Compared>& all, text::Lang lang) {
    const analysis::RunAnalysis base = analysis::analyse(all.front().run.trace);
    if (base.bottlenecks.empty()) return;
    const Building& building = all.front().world().building;
    const std::string level = building.level(papers::level_of_place(building, base.bottlenecks.front())).key;
    for (std::size_t i = 0; i < all.size(); ++i) {
        const World& world = all[i].world();
        const auto at = std::find_if(world.building.levels.begin(), world.building.levels.end(),
                                     [&](const Level& l) { return l.key == level; });
        if (at == world.building.levels.end()) continue;
        const std::vector<analysis::DensityGrid> density = analysis::density_grids(all[i].run.trace);
        const LevelId id{static_cast<std::size_t>(at - world.building.levels.begin())};
        c.plans[i].picture_png = density_picture(all.front().world(), world, density, id, lang);
        c.plans[i].picture_level = text::in_language(at->name, lang);
        c.plans[i].picture_seed = all[i].run.trace.seed;
    }
}

void write(const CompareOptions& options, const std::vector<Compared>& all, const Console& console) {
    store::ResultsFolder folder(
        {options.out, store::ResultKind::comparison, store::replaced_if(options.force), options.runs});
    std::vector<documents::NamedDocument> forms;
    for (const text::Lang lang : options.report_languages) {
        rectify::PlanComparison c = compared(all, lang);
        add_pictures(c, all, lang);
        forms.push_back({papers::file_stem(papers::Form::comparison, lang), rectify::comparison_document(c, lang)});
        store::write_file(folder.file(report_name(lang)), document::document_html(forms.back().document));
        if (lang == options.report_languages.front())
            store::write_file(folder.file("F17.csv"), document::table_csv(rectify::comparison_table(c, lang)));
    }
    folder.keep();
    (void)papers(forms, for_office(options.out), console);  // what went wrong has been told; the results are whole
}

void print(const rectify::PlanComparison& c, const Console& console) {
    const text::Lang lang = console.lang();
    console.print(console.text(
        "compare.method",
        {{"seeds", c.seeds.empty() ? "-" : std::to_string(c.seeds.front()) + "…" + std::to_string(c.seeds.back())},
         {"pairs", std::to_string(c.seeds.size())},
         {"dropped", c.dropped ? console.text("compare.dropped") : ""}}));
    const document::Table table = rectify::comparison_table(c, lang);
    for (const document::Row& row : table.rows) {
        console.print("");
        for (std::size_t i = 0; i < row.size(); ++i) {
            std::string heading = table.columns[i].heading;
            std::replace(heading.begin(), heading.end(), '\n', ' ');
            const std::string value = document::printed(row[i]);
            if (!value.empty())
                console.print((i == 0 ? "" : "  ") + text::joined({heading, value}, "list.label", lang));
        }
    }
}

Exit compare_runs(const CompareOptions& options, const Console& console) {
    const auto all = read_all(options.runs, console);
    if (!all) return Exit::bad_input;
    for (const Compared& one : *all)
        if (one.world().building.key != all->front().world().building.key)
            console.tell("compare.other_school", {{"a", all->front().name}, {"b", one.name}});
    const rectify::PlanComparison c = compared(*all, console.lang());
    if (c.seeds.empty()) {
        console.tell("compare.no_common", {});
        return Exit::bad_input;
    }
    print(c, console);
    if (options.out.empty()) return Exit::good;
    write(options, *all, console);
    console.print(console.text("muster.compare.done", {{"folder", options.out}}));
    return Exit::good;
}

class CompareCommand final : public Command {
public:
    void setup(CLI::App& app, const Help& help) override {
        app.add_option("RUN_DIR", options_.runs, help("muster.compare.runs"))->required()->expected(2, 20);
        app.add_option("-o,--out", options_.out, help("muster.compare.out"));
        app.add_flag("--force", options_.force, help("muster.force"));
    }

    Exit run(const Call& call) override {
        options_.report_languages = call.languages;
        return compare_runs(options_, call.console);
    }

private:
    CompareOptions options_;
};

}  // namespace

std::unique_ptr<Command> make_compare() { return std::make_unique<CompareCommand>(); }

}  // namespace muster::commands
