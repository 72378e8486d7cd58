// SPDX-License-Identifier: Apache-2.0
#include "tools/muster/verify.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <array>
#include <chrono>
#include <ctime>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <thread>

#include "render/document/html_writer.h"
#include "tools/muster/batch.h"
#include "tools/muster/run_results.h"
#include "tools/muster/terminal/interrupt.h"
#include "tools/muster/terminal/progress.h"
#include "tools/process/shipped_files.h"
#include "tools/store/output_file.h"
#include "tools/verify/cfast_rooms.h"
#include "tools/verify/verify_texts.h"

namespace muster::commands {

namespace {

struct VerifyOptions {
    std::vector<std::string> suites, tests;  // empty = all
    int jobs = 1;
    bool quick = false, full = false;
    std::string json, markdown, report;  // "" = not wanted
    std::string cases, data;
    std::vector<std::string> cfast;  // folders of CFAST runs; empty = the catalogue is run
};

namespace fs = std::filesystem;

constexpr std::size_t terminal_columns = 160;

std::string cases_folder(const VerifyOptions& options) {
    if (!options.cases.empty()) return options.cases;
    return process::shipped_folder("tests/verification");
}

bool wanted(const verify::TestEntry& test, const VerifyOptions& options) {
    const auto has = [](const std::vector<std::string>& list, const std::string& one) {
        return std::find(list.begin(), list.end(), one) != list.end();
    };
    if (!options.tests.empty()) return has(options.tests, test.id);
    return options.suites.empty() || has(options.suites, "all") || has(options.suites, test.suite);
}

std::string machine() {
    std::ifstream info("/proc/cpuinfo");
    std::string line, name = "unknown processor";
    while (std::getline(info, line))
        if (line.rfind("model name", 0) == 0) {
            name = line.substr(line.find(':') + 2);
            break;
        }
    return name + ", " + std::to_string(std::thread::hardware_concurrency()) + " cores";
}

std::vector<verify::TestResult> run_tests(const std::vector<const verify::TestEntry*>& tests,
                                          const VerifyOptions& options, verify::Tier tier, const Console& console) {
    verify::SuiteSettings settings;
    settings.tier = tier;
    settings.jobs = options.jobs;
    settings.data_folder = options.data;
    settings.tick = [] {
        if (interrupted()) throw verify::StopSuite();
    };
    const bool drawn = at_a_terminal();
    if (drawn)
        settings.meanwhile = [&](std::size_t done) {
            std::cerr << "\r"
                      << console.text("muster.verify.progress",
                                      {{"done", std::to_string(done)}, {"all", std::to_string(tests.size())}})
                      << "\x1b[K" << std::flush;
        };
    try {
        auto results = verify::run_suite(tests, settings);
        if (drawn) clear_bar();
        return results;
    } catch (const verify::StopSuite&) {
        if (drawn) clear_bar();
        throw Interrupted();
    }
}

void write(const std::string& path, const std::string& text, const Console& console) {
    store::write_beside(path, [&](const std::string& partial) { store::write_file(partial, text); });
    console.tell("muster.verify.written", {{"file", path}});
}

void write_wanted(const std::vector<verify::TestResult>& results, const verify::SuiteFacts& facts,
                  const VerifyOptions& options, const Console& console) {
    if (!options.json.empty()) write(options.json, verify::results_json(results, facts), console);
    if (!options.markdown.empty()) write(options.markdown, verify::results_markdown(results, facts), console);
    if (options.report.empty()) return;
    std::error_code failed;
    fs::create_directories(options.report, failed);
    if (failed) throw store::OutputError(options.report, failed.message());
    for (const text::Lang lang : text::all_languages)
        write(options.report + "/verify." + std::string(text::tag_of(lang)) + ".html",
              document::document_html(verify::results_page(results, facts, lang)), console);
}

verify::SuiteFacts facts_of(const VerifyOptions& options) {
    verify::SuiteFacts facts;
    facts.tier = options.full ? verify::Tier::full : options.quick ? verify::Tier::quick : verify::Tier::normal;
    facts.version = std::string("Muster ") + MUSTER_VERSION;
    facts.machine = machine();
    facts.date = today();
    facts.parameters = parameters_of({});
    return facts;
}

// Prints and writes the results.
Exit report_results(const std::vector<verify::TestResult>& results, const verify::SuiteFacts& facts,
                    const VerifyOptions& options, const Console& console) {
    const text::Catalogue words(console.lang());
    console.print(verify::results_table(results, words, terminal_columns) + verify::results_remarks(results, words) +
                  verify::totals_text(results, words));
    write_wanted(results, facts, options, console);
    const bool failed = std::any_of(results.begin(), results.end(),
                                    [](const verify::TestResult& r) { return verify::is_failure(r.verdict); });
    return failed ? Exit::missed : Exit::good;
}

double seconds_since(std::chrono::steady_clock::time_point start) {
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

// A user's own CFAST runs, room by room.
Exit run_cfast(const VerifyOptions& options, const Console& console) {
    const Checked<std::vector<verify::TestEntry>> catalogue = verify::read_catalogue(cases_folder(options));
    console.tell_findings(catalogue.findings);
    if (!catalogue) return Exit::bad_input;
    const verify::TestEntry* judged_as = verify::cfast_test(*catalogue.value);
    if (judged_as == nullptr) {
        console.tell("muster.verify.no_such_test", {{"id", "cfast"}});
        return Exit::bad_input;
    }
    std::vector<verify::CfastCase> cases;
    for (const std::string& folder : options.cfast) {
        Checked<std::vector<verify::CfastCase>> read = verify::read_cfast_cases(folder);
        console.tell_findings(read.findings);
        if (!read) return Exit::bad_input;
        std::move(read.value->begin(), read.value->end(), std::back_inserter(cases));
    }
    verify::SuiteFacts facts = facts_of(options);
    const auto start = std::chrono::steady_clock::now();
    const verify::CfastRooms rooms = verify::compare_rooms(cases, *judged_as, [] {
        if (interrupted()) throw Interrupted();
    });
    facts.wall_s = seconds_since(start);
    const Exit exit = report_results(rooms.results, facts, options, console);
    // Nothing compared is nothing proved.
    const bool none = std::all_of(rooms.results.begin(), rooms.results.end(), [](const verify::TestResult& r) {
        return r.verdict == verify::TestVerdict::not_run;
    });
    return none ? Exit::bad_input : exit;
}

Exit run_catalogue(const VerifyOptions& options, const Console& console) {
    const Checked<std::vector<verify::TestEntry>> catalogue = verify::read_catalogue(cases_folder(options));
    console.tell_findings(catalogue.findings);
    if (!catalogue) return Exit::bad_input;
    std::vector<const verify::TestEntry*> tests;
    for (const verify::TestEntry& test : *catalogue.value)
        if (wanted(test, options)) tests.push_back(&test);
    for (const std::string& id : options.tests)
        if (std::none_of(tests.begin(), tests.end(), [&](const verify::TestEntry* t) { return t->id == id; })) {
            console.tell("muster.verify.no_such_test", {{"id", id}});
            return Exit::bad_input;
        }

    verify::SuiteFacts facts = facts_of(options);
    const auto start = std::chrono::steady_clock::now();
    const std::vector<verify::TestResult> results = run_tests(tests, options, facts.tier, console);
    facts.wall_s = seconds_since(start);
    return report_results(results, facts, options, console);
}

class VerifyCommand final : public Command {
public:
    void setup(CLI::App& app, const Help& help) override {
        app.add_option("--suite", options_.suites, help("muster.verify.suite"))
            ->delimiter(',')
            ->check(CLI::IsMember(
                {"imo", "rimea", "nist", "iso", "hydraulic", "experiments", "fire", "earthquake", "all"}));
        app.add_option("--test", options_.tests, help("muster.verify.test"))->delimiter(',');
        app.add_option("-j,--jobs", options_.jobs, help("muster.run.jobs"))->check(CLI::Range(1, 1024));
        app.add_option("--json", options_.json, help("muster.verify.json"));
        app.add_option("--markdown", options_.markdown, help("muster.verify.markdown"));
        app.add_option("--report", options_.report, help("muster.verify.report"));
        CLI::Option* quick = app.add_flag("--quick", options_.quick, help("muster.verify.quick"));
        app.add_flag("--full", options_.full, help("muster.verify.full"))->excludes(quick);
        app.add_option("--cases", options_.cases, help("muster.verify.cases"));
        app.add_option("--data", options_.data, help("muster.verify.data"));
        CLI::Option* cfast = app.add_option("--cfast", options_.cfast, help("muster.verify.cfast"));
        for (const char* of_catalogue : {"--suite", "--test", "--quick", "--full"})
            cfast->excludes(app.get_option(of_catalogue));
    }

    Exit run(const Call& call) override {
        return options_.cfast.empty() ? run_catalogue(options_, call.console) : run_cfast(options_, call.console);
    }

private:
    VerifyOptions options_;
};

}  // namespace

std::unique_ptr<Command> make_verify() { return std::make_unique<VerifyCommand>(); }

}  // namespace muster::commands
