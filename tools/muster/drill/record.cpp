// SPDX-License-Identifier: Apache-2.0
#include "tools/muster/drill/record.h"

#include <CLI/CLI.hpp>
#include <filesystem>
#include <map>
#include <mutex>
#include <unordered_map>

#include "floorplans/file_text.h"
#include "floorplans/json_cursor.h"
#include "render/document/csv_writer.h"
#include "render/document/html_writer.h"
#include "render/papers/run_report/derived.h"
#include "render/text/names.h"
#include "scenarios/scenario_writer.h"
#include "tools/muster/batch.h"
#include "tools/muster/run_results.h"
#include "tools/muster/terminal/progress.h"
#include "tools/office/drill/drill_page.h"
#include "tools/store/output_file.h"
#include "tools/store/results_folder.h"
#include "tools/store/run_reader.h"
#include "tools/store/sha256.h"

namespace muster::commands {

namespace {

struct DrillRecordOptions {
    std::string from;  // a scenario, or a results folder
    std::string measured, sheet, out;
    std::string history;  // "" = beside the output folder
    std::string date;     // of the drill, ISO; "" = as the file says, else not known
    int runs = 3;         // seeds of each simulation
    int jobs = 1;
    bool force = false;
};

namespace fs = std::filesystem;
using TimesBySeed = std::unordered_map<std::uint64_t, std::vector<papers::ClassTimes>>;

// Notes each run's times by class; a run's trace is too large to keep.
class ClassClockObserver final : public RunObserver {
public:
    ClassClockObserver(TimesBySeed& times, std::mutex& mutex) : times_(times), mutex_(mutex) {}
    void run_started(const RunHeader& header) override { recorder_.run_started(header); }
    void event_happened(SimTime time, const Event& event) override { recorder_.event_happened(time, event); }
    void command_given(const TimedIncident& command) override { recorder_.command_given(command); }
    void frame(const Frame& frame) override { recorder_.frame(frame); }
    void run_ended(const Outcome& outcome) override {
        recorder_.run_ended(outcome);
        const Trace trace = recorder_.take();
        const std::scoped_lock lock(mutex_);
        times_[trace.seed] = papers::class_times(trace);
    }

private:
    TraceRecorder recorder_;
    TimesBySeed& times_;
    std::mutex& mutex_;
};

struct SimulatedPoint {
    std::vector<drill::DrillTimes> runs;  // by seed
    std::vector<double> out_s;            // of the first seed
};

std::optional<double> since(const std::optional<double>& clock, double signal) {
    if (!clock) return std::nullopt;
    return *clock - signal;
}

drill::DrillTimes times_of(const analysis::RunAnalysis& run, const std::vector<papers::ClassTimes>& classes,
                           const World& world) {
    const double signal = papers::signal_s(world, run);
    drill::DrillTimes times;
    times.school.s = {since(run.clocks.last_out_of_room, signal), since(run.clocks.last_out_of_building, signal),
                      since(run.clocks.last_at_assembly, signal), since(run.clocks.roll_call_done, signal)};
    times.classes.resize(world.scenario.population.groups.size());
    for (const papers::ClassTimes& c : classes)
        times.classes[c.group.index()].s = {since(c.out_of_room, signal), since(c.out_of_building, signal),
                                            since(c.at_assembly, signal), since(c.counted, signal)};
    return times;
}

// Runs the drill at one delay and speed after another, over the same seeds.
class DrillSimulator {
public:
    DrillSimulator(const World& world, const DrillRecordOptions& options, const Console& console)
        : world_(world), options_(options), console_(console) {}

    drill::DrillTimes operator()(double delay_s, double speed) {
        const auto [at, fresh] = points_.try_emplace({delay_s, speed});
        if (fresh) at->second = run(delay_s, speed);
        return drill::median_of(at->second.runs);
    }
    /// Pre: that point was run.
    [[nodiscard]] const SimulatedPoint& point(double delay_s, double speed) const {
        return points_.at({delay_s, speed});
    }

private:
    SimulatedPoint run(double delay_s, double speed) {
        const auto world =
            validate(world_.building, world_.risk_map, drill::fitted_scenario(world_.scenario, delay_s, speed, ""));
        if (!world.value) throw std::runtime_error(text::describe_line(world.findings.front(), console_.lang()));
        TimesBySeed by_seed;
        std::mutex mutex;
        BatchSettings settings;
        settings.first_seed = world_.scenario.run.seed;
        settings.runs = options_.runs;
        settings.jobs = options_.jobs;
        settings.each_run = [&] { return std::make_unique<ClassClockObserver>(by_seed, mutex); };
        const bool drawn = at_a_terminal();
        if (drawn) settings.meanwhile = [&] { draw(by_seed, mutex); };
        const BatchResult batch = run_batch(engine::prepare(*world.value), settings);
        if (drawn) clear_bar();
        SimulatedPoint point;
        for (const analysis::RunAnalysis& run : batch.analyses)
            point.runs.push_back(times_of(run, by_seed[run.seed], **world.value));
        const double signal = papers::signal_s(**world.value, batch.analyses.front());
        for (const double out : batch.analyses.front().out_of_building_s) point.out_s.push_back(out - signal);
        return point;
    }

    void draw(const TimesBySeed& by_seed, std::mutex& mutex) const {
        const std::scoped_lock lock(mutex);
        draw_bar(by_seed.size(), static_cast<std::size_t>(options_.runs),
                 console_.text("drill.fitting", {{"point", std::to_string(points_.size())}}));
    }

    const World& world_;
    const DrillRecordOptions& options_;
    const Console& console_;
    std::map<std::pair<double, double>, SimulatedPoint> points_;  // by delay and speed
};

std::map<std::string, drill::ClockTimes> by_key(const drill::DrillTimes& times, const Population& population) {
    std::map<std::string, drill::ClockTimes> out;
    for (std::size_t i = 0; i < population.groups.size(); ++i)
        if (population.groups[i].is_class && times.classes[i].any()) out[population.groups[i].key] = times.classes[i];
    return out;
}

drill::DrillRecord record_of(const World& world, const drill::DrillPage& page, const std::string& measured_file) {
    drill::DrillRecord record;
    record.date = page.date;
    record.scenario = world.scenario.key;
    record.plan = world.building.key;
    record.measured_sha256 = store::sha256_of_file(measured_file).value_or("");
    record.measured = page.measured.school;
    record.predicted = page.fit.before.school;
    record.measured_classes = by_key(page.measured, world.scenario.population);
    record.predicted_classes = by_key(page.fit.before, world.scenario.population);
    record.delay_s = page.fit.delay_s;
    record.speed = page.fit.speed;
    record.rms_before_s = page.fit.rms_before_s;
    record.rms_after_s = page.fit.rms_after_s;
    record.separable = page.fit.separable;
    return record;
}

bool same_drill(const drill::DrillRecord& a, const drill::DrillRecord& b) {
    return a.measured_sha256 == b.measured_sha256 && a.scenario == b.scenario && a.date == b.date;
}

// The scenario as it was written, with the fitted values; it can be run at once.
std::string fitted_text(const World& world, const std::string& scenario_file, const drill::DrillPage& page,
                        const std::string& path) {
    const text::Catalogue zh(text::Lang::zh_cn), en(text::Lang::en);
    const auto source = [&](const text::Catalogue& words) {
        const std::string date = page.date.empty() ? words.text("drill.fit.no_date") : page.date;
        return words.text("drill.fit.profile_source", {{"speed", text::fixed_text(page.fit.speed, 3)}, {"date", date}});
    };
    Scenario fitted =
        drill::fitted_scenario(world.scenario, page.fit.delay_s, page.fit.speed, source(zh) + " / " + source(en));
    fitted.name = {zh.text("drill.fit.scenario_name", {{"name", world.scenario.name.zh}}),
                   en.text("drill.fit.scenario_name", {{"name", world.scenario.name.en}})};
    const auto document = floorplans::JsonDocument::load(scenario_file);
    return scenarios::rewrite_scenario(*document.value, floorplans::file_text(scenario_file).value_or(""), fitted,
                                       world.building, world.risk_map, path)
        .text;
}

std::string tables_csv(const document::Document& document) {
    for (const document::Table* table : document::tables_of(document))
        if (table->key == "classes") return document::table_csv(*table);
    return document::table_csv(*document::tables_of(document).front());
}

struct Source {
    std::shared_ptr<const World> world;
    std::string scenario_file;
};

std::optional<Source> opened(const DrillRecordOptions& options, const Console& console) {
    if (fs::is_directory(options.from)) {
        const Checked<store::StoredRun> run = store::read_run(options.from);
        console.tell_findings(run.findings);
        if (!run) return std::nullopt;
        return Source{run.value->loaded.world, run.value->loaded.files.front()};
    }
    const Checked<scenarios::LoadedWorld> loaded = scenarios::load_world(options.from);
    console.tell_findings(loaded.findings);
    if (!loaded) return std::nullopt;
    return Source{loaded.value->world, loaded.value->files.front()};
}

std::string history_path(const DrillRecordOptions& options, const World& world) {
    if (!options.history.empty()) return options.history;
    return (fs::absolute(options.out).lexically_normal().parent_path() / (world.scenario.key + ".drills.jsonl"))
        .string();
}

void write_folder(store::ResultsFolder& folder, const DrillRecordOptions& options, const drill::DrillPage& page,
                  const drill::DrillRecord& record, const Source& source) {
    for (const text::Lang lang : text::all_languages) {
        const document::Document document = drill::drill_page(page, lang);
        const std::string tag = lang == text::Lang::zh_cn ? "zh-CN" : "en";
        store::write_file(folder.file("drill." + tag + ".html"), document::document_html(document));
        store::write_file(folder.file("clocks." + tag + ".csv"), tables_csv(document));
    }
    store::write_file(folder.file("summary.json"), drill::history_line(record));
    const std::string place = (fs::path(options.out) / page.fitted_file).string();
    store::write_file(folder.file(page.fitted_file), fitted_text(*source.world, source.scenario_file, page, place));
}

void tell_result(const DrillRecordOptions& options, const drill::DrillPage& page, const std::string& history,
                 const Console& console) {
    const auto shown = [](const drill::DrillTimes& times) {
        const auto out = times.school.at(drill::DrillClock::out_of_building);
        return out ? text::fixed_text(*out, 0) : std::string("–");
    };
    console.print(console.text("drill.record.summary", {{"measured", shown(page.measured)},
                                                        {"predicted", shown(page.fit.before)},
                                                        {"fitted", shown(page.fit.after)}}));
    for (const std::string& line : drill::doubtful_lines(*page.world, page.fit, console.lang()))
        console.print(console.text("drill.doubtful.console", {{"line", line}}));
    const std::string tag = console.lang() == text::Lang::zh_cn ? "zh-CN" : "en";
    console.print(
        console.text("drill.record.done", {{"report", (fs::path(options.out) / ("drill." + tag + ".html")).string()},
                                           {"fitted", (fs::path(options.out) / page.fitted_file).string()},
                                           {"history", history}}));
}

Exit record_drill(const DrillRecordOptions& options, const Console& console) {
    const auto given_date = options.date.empty() ? std::optional<std::string>("") : tables::iso_date(options.date);
    if (!given_date) return console.tell("drill.record.bad_date", {{"date", options.date}}), Exit::bad_input;
    const auto source = opened(options, console);
    if (!source) return Exit::bad_input;
    const World& world = *source->world;
    const Checked<drill::MeasuredDrill> measured = drill::read_measured(options.measured, options.sheet, world);
    console.tell_findings(measured.findings);
    if (!measured) return Exit::bad_input;
    const std::string date = given_date->empty() ? measured.value->date : *given_date;
    if (date.empty()) console.tell("drill.record.no_date", {});
    if (date > today()) return console.tell("drill.record.future_date", {{"date", date}}), Exit::bad_input;
    const std::string history_file = history_path(options, world);
    Checked<std::vector<drill::DrillRecord>> history = drill::read_history(history_file);
    console.tell_findings(history.findings);
    if (!history) return Exit::bad_input;
    store::ResultsFolder folder({options.out,
                                 store::ResultKind::drill,
                                 store::replaced_if(options.force),
                                 {options.from, options.measured, history_file}});

    DrillSimulator simulator(world, options, console);
    drill::DrillPage page;
    page.world = &world;
    page.date = date;
    page.measured = measured.value->times;
    page.bounds = drill::bounds_of(world.scenario);
    page.fit = drill::fit_drill(
        page.measured, [&](double delay_s, double speed) { return simulator(delay_s, speed); }, page.bounds);
    page.predicted_runs = simulator.point(0.0, 1.0).runs;
    page.predicted_out_s = simulator.point(0.0, 1.0).out_s;
    if (page.fit.changes()) page.fitted_out_s = simulator.point(page.fit.delay_s, page.fit.speed).out_s;
    page.first_seed = world.scenario.run.seed;
    page.fitted_file = world.scenario.key + ".fitted.scenario.json";
    const drill::DrillRecord record = record_of(world, page, options.measured);
    page.history = std::move(*history.value);
    std::erase_if(page.history, [&](const drill::DrillRecord& other) { return same_drill(other, record); });
    page.history.push_back(record);

    write_folder(folder, options, page, record, *source);
    const bool added = drill::add_to_history(history_file, record);
    folder.keep();
    if (!added) console.print(console.text("drill.record.known"));
    tell_result(options, page, history_file, console);
    return Exit::good;
}

class DrillRecordCommand final : public Command {
public:
    [[nodiscard]] HelpIds help_ids(const std::string& id) const override { return {id, id + ".example"}; }

    void setup(CLI::App& app, const Help& help) override {
        app.add_option("SCENARIO|RUN_DIR", options_.from, help("muster.drill.from"))->required();
        app.add_option("--measured", options_.measured, help("muster.drill.measured"))->required();
        app.add_option("-o,--out", options_.out, help("muster.run.out"))->required();
        app.add_option("--history", options_.history, help("muster.drill.history"));
        app.add_option("--date", options_.date, help("muster.drill.date"));
        app.add_option("--sheet", options_.sheet, help("muster.lists.sheet"));
        app.add_option("--runs", options_.runs, help("muster.drill.runs"))->check(CLI::Range(1, 100));
        app.add_option("-j,--jobs", options_.jobs, help("muster.run.jobs"))->check(CLI::Range(1, 1024));
        app.add_flag("--force", options_.force, help("muster.force"));
    }

    Exit run(const Call& call) override { return record_drill(options_, call.console); }

private:
    DrillRecordOptions options_;
};

}  // namespace

std::unique_ptr<Command> make_drill_record() { return std::make_unique<DrillRecordCommand>(); }

}  // namespace muster::commands
