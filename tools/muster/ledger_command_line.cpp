// SPDX-License-Identifier: Apache-2.0
#include "tools/muster/ledger_command_line.h"

namespace muster::commands {

namespace {

class Subcommands {
public:
    Subcommands(CLI::App& app, LedgerOptions& options, const Console& console,
                const std::function<void(CLI::App&)>& add_language)
        : ledger_(app), options_(options), console_(console), add_language_(add_language) {}

    void add_all() {
        ledger_.require_subcommand(1);
        add_add();
        add_list();
        of_item("show");
        by(of_item("register"));
        assigning(of_item("assign"));
        assigning(of_item("start"));
        by(of_item("supervise"))->add_flag("--off", options_.off, text("off"));
        add_retest();
        by(of_item("finish"))->add_option("--done", options_.done_on, text("done"));
        by(of_item("close"));
        by(of_item("reopen"));
        add_export();
        add_import();
    }

private:
    [[nodiscard]] std::string text(const std::string& id) const { return console_.text("muster.ledger." + id); }

    CLI::App* subcommand(const char* name) {
        CLI::App* app = ledger_.add_subcommand(name, text(std::string(name) + ".about"));
        app->footer(text(std::string(name) + ".example"));
        app->group(console_.text("muster.label.Subcommands"));
        app->get_help_ptr()->group(console_.text("muster.label.Options"));
        // Called after this object is gone; the options are the caller's.
        app->parse_complete_callback([&options = options_, name] { options.what = name; });
        add_language_(*app);
        app->add_option("--ledger", options_.file, text("file"));
        app->add_option("--today", options_.today, text("today"));
        return app;
    }

    CLI::App* of_item(const char* name) {
        CLI::App* app = subcommand(name);
        app->add_option("ITEM", options_.item, text("item"))->required();
        return app;
    }

    CLI::App* by(CLI::App* app) {
        app->add_option("--by", options_.by, text("by"));
        app->add_option("--note", options_.note, text("note"));
        return app;
    }

    void add_add() {
        CLI::App* app = by(subcommand("add"));
        CLI::Option* from = app->add_option("--from", options_.from, text("from"));
        CLI::Option* manual = app->add_flag("--manual", options_.manual, text("manual"))->excludes(from);
        app->add_option("--school", options_.school, text("school"));
        app->add_option("--most", options_.most, text("most"))->needs(from)->check(CLI::Range(1, 100'000));
        app->add_option("--site", options_.site, text("site"))->needs(manual);
        app->add_option("--at", options_.at, text("at"))->needs(manual);
        app->add_option("--level", options_.level, text("level"))->needs(manual);
        app->add_option("--place", options_.place, text("place"))->needs(manual);
        app->add_option("--what", options_.description, text("what"))->needs(manual);
        app->add_option("--measure", options_.measure, text("measure"))->needs(manual);
        app->add_option("--risk", options_.risk, text("risk"))->needs(manual);
        app->add_option("--category", options_.category, text("category"))
            ->needs(manual)
            ->check(CLI::IsMember({"fire", "building", "equipment", "management", "people"}));
        app->add_option("--grade", options_.grade, text("grade"))
            ->needs(manual)
            ->check(CLI::IsMember({"general", "major"}));
    }

    void add_list() {
        CLI::App* app = subcommand("list");
        app->add_option("--state", options_.state, text("state"))
            ->check(CLI::IsMember({"to_register", "registered", "in_progress", "to_review", "closed"}));
        app->add_option("--grade", options_.with_grade, text("with_grade"))
            ->check(CLI::IsMember({"general", "major", "1", "2", "3", "4"}));
        app->add_option("--type", options_.type, text("type"))->check(CLI::IsMember({"hazard", "risk", "measure"}));
        app->add_flag("--overdue", options_.overdue, text("overdue"));
        app->add_flag("--csv", options_.csv, text("csv"));
    }

    void assigning(CLI::App* app) {
        by(app)->add_option("--unit", options_.unit, text("unit"));
        app->add_option("--person", options_.person, text("person"));
        app->add_option("--due", options_.due, text("due"));
    }

    void add_retest() {
        CLI::App* app = by(of_item("retest"));
        app->add_option("--plan", options_.plan, text("plan"))->required();
        app->add_option("--scenario", options_.scenario, text("scenario"));
        app->add_option("--runs", options_.runs, text("runs"))->check(CLI::Range(1, 100'000));
        app->add_option("-j,--jobs", options_.jobs, console_.text("muster.run.jobs"))->check(CLI::Range(1, 1024));
    }

    void add_export() {
        CLI::App* app = subcommand("export");
        app->add_option("FORM", options_.form, text("form"))->required();
        app->add_option("-o,--out", options_.out, text("out"))->required();
        app->add_flag("--all", options_.everything, text("all"));
        app->add_flag("--force", options_.force, console_.text("muster.force"));
    }

    void add_import() {
        CLI::App* app = by(subcommand("import"));
        app->add_option("FILE", options_.table, text("table"))->required();
    }

    CLI::App& ledger_;
    LedgerOptions& options_;
    const Console& console_;
    const std::function<void(CLI::App&)>& add_language_;
};

}  // namespace

void add_ledger(CLI::App& app, LedgerOptions& options, const Console& console,
                const std::function<void(CLI::App&)>& add_language) {
    Subcommands(app, options, console, add_language).add_all();
}

}  // namespace muster::commands
