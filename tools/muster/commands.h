// SPDX-License-Identifier: Apache-2.0
// The subcommands: what each is asked (filled in by command_line) and the function that does it. A command throws only
// OutputError and FolderInTheWay, which main turns into messages.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "sim/planning/drill_plan.h"
#include "tools/muster/console.h"

namespace muster::commands {

struct CheckOptions {
    std::vector<std::string> files;
    std::vector<std::string> rules;  // packs to hold the one plan against; none = only findings
    std::string people;              // scenario whose persons count; "" = the file's own
    std::string out;                 // folder for pages and table; "" = none
    bool force = false;
    std::vector<text::Lang> languages;  // of the pages
};

struct RunOptions {
    std::string scenario;
    std::string out;
    std::optional<std::uint64_t> seed;  // none = the scenario's
    int runs = 1;
    bool until_converged = false;
    int max_runs = 200;  // with until_converged
    int jobs = 1;
    bool quiet = false;
    bool force = false;
    std::vector<text::Lang> report_languages;
    std::string command_line;
};

struct ExportOptions {
    std::string run;
    std::string level;
    std::string route_card;  // id of a group, or "all"; "" = not wanted
    std::string out;
    bool force = false;
};

struct ImportOptions {
    std::vector<std::string> files;
    std::string out;
    std::string scenario;  // "" = none wanted
    bool force = false;
};

struct VerifyOptions {
    std::vector<std::string> suites, tests;  // empty = all
    int jobs = 1;
    bool quick = false, full = false;
    std::string json, markdown, report;  // "" = not wanted
    std::string cases, data;
};

struct ReportOptions {
    std::string run;
    bool replay = false;
    std::string out;                    // of the replay page; "" = in the run's folder
    std::vector<text::Lang> languages;  // to write
    bool force = false;
};

struct ViewOptions {
    std::vector<std::string> files;      // none, one, or two to compare
    std::string size = "1280x720";       // of the window or the video, px
    std::string video, picture;          // files to write; "" = not wanted
    double speed = 4.0;                  // simulated seconds per second of the video
    std::optional<int> fps;              // nothing = as the kind of video suggests
    std::string level;                   // key, "all", or "" = not said
    std::optional<double> from_s, to_s;  // of the video; nothing = the whole run
    double at_s = 0.0;                   // of the picture
    int width_px = 1754;                 // of the picture
    bool force = false;
    std::string script;  // "" = a person sits there
    double scale = 1.0;  // of words and buttons, in a script
    bool language_given = false;
};

struct PlanOptions {
    std::string scenario, new_scenario, out;
    planning::PlanObjective objective = planning::PlanObjective::crowding;
    std::optional<double> budget_s;     // of the search on the queue network; nothing = to its end
    std::size_t evaluations = 24000;    // candidates on the queue network
    std::optional<std::uint64_t> seed;  // none = the scenario's
    int runs = 10;
    int jobs = 1;
    bool quiet = false;
    bool force = false;
    std::vector<text::Lang> languages;
};

/// muster ledger: `what` is the subcommand; of the rest each reads what it needs.
struct LedgerOptions {
    std::string what;  // "add", "list", "show", "export", "import", or a LedgerAction's word
    std::string file = "ledger.sqlite";
    std::string item;
    std::string by, note, today;  // today: ISO; "" = of the machine's clock
    // add
    std::string from, school;
    int most = 10;
    bool manual = false;
    std::string site, at, level, place, description, measure, risk;
    std::string category = "management", grade = "general";
    // assign, finish, supervise
    std::string unit, person, due, done_on;
    bool off = false;
    // list
    std::string state, with_grade, type = "hazard";
    bool overdue = false, csv = false;
    // retest
    std::string plan, scenario;
    int runs = 10, jobs = 1;
    // export, import
    std::string form, out, table;
    bool everything = false, force = false;
};

[[nodiscard]] Exit check(const CheckOptions& options, const Console& console);
[[nodiscard]] Exit check_rules(const CheckOptions& options, const Console& console);
[[nodiscard]] Exit run(const RunOptions& options, const Console& console);
[[nodiscard]] Exit export_level(const ExportOptions& options, const Console& console);
[[nodiscard]] Exit export_route_cards(const ExportOptions& options, const Console& console);
[[nodiscard]] Exit verify(const VerifyOptions& options, const Console& console);
[[nodiscard]] Exit plan(const PlanOptions& options, const Console& console);
[[nodiscard]] Exit report(const ReportOptions& options, const Console& console);
[[nodiscard]] Exit view(const ViewOptions& options, const Console& console);
[[nodiscard]] Exit view_window(const ViewOptions& options, const Console& console);  // for as long as it is open
[[nodiscard]] Exit ledger(const LedgerOptions& options, const Console& console);
[[nodiscard]] Exit import_aislab_plan(const ImportOptions& options, const Console& console);

}  // namespace muster::commands
