// SPDX-License-Identifier: Apache-2.0
#include "tools/muster/command_line.h"

#include <CLI/CLI.hpp>
#include <cstdlib>
#include <filesystem>
#include <string_view>

#include "tools/muster/command_line_lists.h"
#include "tools/muster/ledger_command_line.h"
#include "tools/muster/usage_words.h"

namespace muster::commands {

namespace {

class Parser {
public:
    explicit Parser(const Console& console) : console_(console), app_(text("muster.about"), "muster") {
        app_.set_help_flag("-h,--help", text("muster.help"));
        app_.set_version_flag("--version", std::string("muster ") + MUSTER_VERSION, text("muster.version"));
        app_.require_subcommand(1);
        app_.footer(text("muster.footer"));
        app_.get_formatter()->column_width(34);
        app_.get_help_ptr()->group(text("muster.label.Options"));
        app_.get_version_ptr()->group(text("muster.label.Options"));
        app_.option_defaults()->group(text("muster.label.Options"));
        label();
        add_language(app_);
        add_check();
        add_run();
        add_export();
        add_import();
        add_verify();
        add_plan();
        add_report();
        add_documents();
        add_view();
        lists_.add(*subcommand("classes"), *subcommand("drill"), console_, [&](CLI::App& app) { add_language(app); });
        ledger_app_ = subcommand("ledger");
        add_ledger(*ledger_app_, ledger_, console_, [this](CLI::App& app) { add_language(app); });
        add_compare();
        add_rectify();
    }

    Request parse(int argc, char** argv) {
        try {
            std::vector<std::string> arguments = tidy_arguments(argc, argv);
            std::vector<const char*> words;
            for (const std::string& argument : arguments) words.push_back(argument.c_str());
            app_.parse(static_cast<int>(words.size()), words.data());
        } catch (const CLI::CallForHelp&) {
            console_.print(app_.help());
            return Exit::good;
        } catch (const CLI::CallForVersion&) {
            console_.print(app_.version());
            return Exit::good;
        } catch (const CLI::ParseError& error) { return complain(error); }
        run_.command_line = joined(argc, argv);
        if (run_seed_->count() == 0) run_.seed.reset();
        if (plan_seed_->count() == 0) plan_.seed.reset();
        run_.report_languages = report_languages();
        check_.languages = report_languages();
        if (check_app_->parsed()) return check_;
        if (run_app_->parsed()) return run_;
        if (export_app_->parsed()) return export_;
        if (verify_app_->parsed()) return verify_;
        if (plan_app_->parsed()) return plan_request();
        if (report_app_->parsed()) return report_request();
        if (documents_app_->parsed()) {
            documents_.languages = report_languages();
            return documents_;
        }
        if (ledger_app_->parsed()) return ledger_;
        if (compare_app_->parsed()) return compare_.report_languages = report_languages(), compare_;
        if (rectify_app_->parsed()) return rectify_.report_languages = report_languages(), rectify_;
        if (view_app_->parsed()) {
            view_.language_given = view_app_->get_option("--lang")->count() + app_.get_option("--lang")->count() > 0;
            return view_;
        }
        if (const auto asked = lists_.request())
            return std::visit([](const auto& options) { return Request(options); }, *asked);
        return import_;
    }

private:
    [[nodiscard]] std::string text(std::string_view id) const { return console_.text(id); }

    void label() {
        const auto formatter = app_.get_formatter();
        for (const char* word : {"Usage", "OPTIONS", "SUBCOMMAND", "SUBCOMMANDS", "Positionals", "REQUIRED"})
            formatter->label(word, text(std::string("muster.label.") + word));
        // What CLI11 calls the kinds of values.
        for (const char* number : {"INT", "UINT", "INT:INT in [1 - 100000]", "INT:INT in [1 - 1024]"})
            formatter->label(number, "N");
        formatter->label("TEXT:{zh-CN,en,both}", "zh-CN|en|both");
        formatter->label("TEXT:{docx,xlsx,html,csv}", "docx|xlsx|html|csv");
        formatter->label("TEXT:{imo,rimea,nist,iso,hydraulic,experiments,fire,all}", "NAME");
    }

    CLI::App* subcommand(const char* name) {
        const std::string id = std::string("muster.") + name;
        CLI::App* app = app_.add_subcommand(name, text(id + ".about"));
        app->footer(text(id + ".example"));
        app->group(text("muster.label.Subcommands"));
        app->get_help_ptr()->group(text("muster.label.Options"));
        add_language(*app);
        return app;
    }

    void add_language(CLI::App& app) {
        app.add_option("--lang", lang_, text("muster.lang"))->check(CLI::IsMember({"zh-CN", "en", "both"}));
    }

    void add_check() {
        check_app_ = subcommand("check");
        check_app_->add_option("FILE", check_.files, text("muster.check.files"))->required();
        CLI::Option* rules =
            check_app_->add_option("--rules", check_.rules, text("muster.check.rules"))->delimiter(',');
        check_app_->add_option("--people", check_.people, text("muster.check.people"))->needs(rules);
        check_app_->add_option("-o,--out", check_.out, text("muster.check.out"))->needs(rules);
        check_app_->add_flag("--force", check_.force, text("muster.force"));
    }

    void add_run() {
        run_app_ = subcommand("run");
        run_app_->add_option("SCENARIO", run_.scenario, text("muster.run.scenario"))->required();
        run_app_->add_option("-o,--out", run_.out, text("muster.run.out"))->required();
        run_seed_ = run_app_->add_option("--seed", run_.seed, text("muster.run.seed"));
        run_app_->add_option("--runs", run_.runs, text("muster.run.runs"))->check(CLI::Range(1, 100'000));
        run_app_->add_flag("--until-converged", run_.until_converged, text("muster.run.until"))->excludes("--runs");
        run_app_->add_option("--most-runs", run_.max_runs, text("muster.run.most"))
            ->needs("--until-converged")
            ->check(CLI::Range(1, 100'000));
        run_app_->add_option("-j,--jobs", run_.jobs, text("muster.run.jobs"))->check(CLI::Range(1, 1024));
        run_app_->add_flag("-q,--quiet", run_.quiet, text("muster.run.quiet"));
        run_app_->add_flag("--force", run_.force, text("muster.force"));
    }

    void add_export() {
        export_app_ = subcommand("export");
        export_app_->add_option("RUN_DIR", export_.run, text("muster.export.run"))->required();
        export_app_->add_option("--level", export_.level, text("muster.export.level"));
        export_app_->add_option("--route-card", export_.route_card, text("muster.export.route_card"));
        export_app_->add_option("-o,--out", export_.out, text("muster.export.out"))->required();
        export_app_->add_flag("--force", export_.force, text("muster.force"));
    }

    void add_import() {
        CLI::App* import = subcommand("import");
        import->require_subcommand(1);
        CLI::App* aislab = import->add_subcommand("aislab", text("muster.import.aislab"));
        add_language(*aislab);
        aislab->footer(text("muster.import.example"));
        aislab->group(text("muster.label.Subcommands"));
        aislab->get_help_ptr()->group(text("muster.label.Options"));
        aislab->add_option("FILE", import_.files, text("muster.import.files"))->required();
        aislab->add_option("-o,--out", import_.out, text("muster.import.out"))->required();
        aislab->add_option("--scenario", import_.scenario, text("muster.import.scenario"));
        aislab->add_flag("--force", import_.force, text("muster.force"));
    }

    void add_verify() {
        verify_app_ = subcommand("verify");
        verify_app_->add_option("--suite", verify_.suites, text("muster.verify.suite"))
            ->delimiter(',')
            ->check(CLI::IsMember(
                {"imo", "rimea", "nist", "iso", "hydraulic", "experiments", "fire", "earthquake", "all"}));
        verify_app_->add_option("--test", verify_.tests, text("muster.verify.test"))->delimiter(',');
        verify_app_->add_option("-j,--jobs", verify_.jobs, text("muster.run.jobs"))->check(CLI::Range(1, 1024));
        verify_app_->add_option("--json", verify_.json, text("muster.verify.json"));
        verify_app_->add_option("--markdown", verify_.markdown, text("muster.verify.markdown"));
        verify_app_->add_option("--report", verify_.report, text("muster.verify.report"));
        CLI::Option* quick = verify_app_->add_flag("--quick", verify_.quick, text("muster.verify.quick"));
        verify_app_->add_flag("--full", verify_.full, text("muster.verify.full"))->excludes(quick);
        verify_app_->add_option("--cases", verify_.cases, text("muster.verify.cases"));
        verify_app_->add_option("--data", verify_.data, text("muster.verify.data"));
    }

    void add_plan() {
        plan_app_ = subcommand("plan");
        plan_app_->add_option("SCENARIO", plan_.scenario, text("muster.plan.scenario"))->required();
        plan_app_->add_option("-o", plan_.new_scenario, text("muster.plan.new"))->required();
        plan_app_->add_option("--out", plan_.out, text("muster.plan.out"))->required();
        plan_app_->add_option("--objective", plan_objective_, text("muster.plan.objective"))
            ->check(CLI::IsMember({"crowding", "time", "balanced"}));
        plan_app_->add_option("--budget", plan_.budget_s, text("muster.plan.budget"))->check(CLI::Range(1.0, 86'400.0));
        plan_app_->add_option("--evaluations", plan_.evaluations, text("muster.plan.evaluations"))
            ->check(CLI::Range(100, 100'000'000));
        plan_seed_ = plan_app_->add_option("--seed", plan_.seed, text("muster.plan.seed"));
        plan_app_->add_option("--runs", plan_.runs, text("muster.plan.runs"))->check(CLI::Range(1, 10'000));
        plan_app_->add_option("-j,--jobs", plan_.jobs, text("muster.run.jobs"))->check(CLI::Range(1, 1024));
        plan_app_->add_flag("-q,--quiet", plan_.quiet, text("muster.run.quiet"));
        plan_app_->add_flag("--force", plan_.force, text("muster.force"));
    }

    [[nodiscard]] PlanOptions plan_request() const {
        PlanOptions request = plan_;
        request.languages = report_languages();
        request.objective = plan_objective_ == "time"       ? planning::PlanObjective::time
                            : plan_objective_ == "balanced" ? planning::PlanObjective::balanced
                                                            : planning::PlanObjective::crowding;
        return request;
    }

    void add_report() {
        report_app_ = subcommand("report");
        report_app_->add_option("RUN_DIR", report_.run, text("muster.report.run"))->required();
        CLI::Option* replay = report_app_->add_flag("--replay", report_.replay, text("muster.report.replay"));
        report_app_->add_option("-o,--out", report_.out, text("muster.report.out"))->needs(replay);
        report_app_->add_flag("--force", report_.force, text("muster.force"));
    }

    void add_documents() {
        documents_app_ = subcommand("documents");
        documents_app_->add_option("RUN_DIR", documents_.run, text("muster.documents.run"))->required();
        documents_app_->add_option("--forms", documents_.forms, text("muster.documents.forms"))->delimiter(',');
        documents_app_->add_option("--formats", documents_.formats, text("muster.documents.formats"))
            ->delimiter(',')
            ->check(CLI::IsMember({"docx", "xlsx", "html", "csv"}));
        documents_app_->add_option("-o,--out", documents_.out, text("muster.documents.out"));
        documents_app_->add_flag("--force", documents_.force, text("muster.force"));
    }

    void add_view() {
        view_app_ = subcommand("view");
        view_app_->add_option("FILE", view_.files, text("muster.view.files"))->expected(0, 2);
        view_app_->add_option("--size", view_.size, text("muster.view.size"));
        add_film();
        CLI::Option* script = view_app_->add_option("--script", view_.script, text("muster.view.script"));
        view_app_->add_option("--scale", view_.scale, text("muster.view.scale"))
            ->needs(script)
            ->check(CLI::Range(0.75, 3.0));
        view_app_->add_flag("--force", view_.force, text("muster.force"));
    }

    // Without a window.
    void add_film() {
        CLI::Option* video = view_app_->add_option("--video", view_.video, text("muster.view.video"));
        view_app_->add_option("--speed", view_.speed, text("muster.view.speed"))->check(CLI::Range(0.1, 100.0));
        view_app_->add_option("--fps", view_.fps, text("muster.view.fps"))->needs(video)->check(CLI::Range(1, 60));
        view_app_->add_option("--from", view_.from_s, text("muster.view.from"))->needs(video);
        view_app_->add_option("--to", view_.to_s, text("muster.view.to"))->needs(video);
        view_app_->add_option("--level", view_.level, text("muster.view.level"));
        CLI::Option* picture = view_app_->add_option("--picture", view_.picture, text("muster.view.picture"));
        picture->excludes(video);
        view_app_->add_option("--at", view_.at_s, text("muster.view.at"));
        view_app_->add_option("--width", view_.width_px, text("muster.view.width"))
            ->needs(picture)
            ->check(CLI::Range(200, 20'000));
    }

    void add_compare() {
        compare_app_ = subcommand("compare");
        compare_app_->add_option("RUN_DIR", compare_.runs, text("muster.compare.runs"))->required()->expected(2, 20);
        compare_app_->add_option("-o,--out", compare_.out, text("muster.compare.out"));
        compare_app_->add_flag("--force", compare_.force, text("muster.force"));
    }

    void add_rectify() {
        rectify_app_ = subcommand("rectify");
        rectify_app_->add_option("RUN_DIR|SCENARIO", rectify_.input, text("muster.rectify.input"))->required();
        rectify_app_->add_option("-o,--out", rectify_.out, text("muster.rectify.out"))->required();
        rectify_app_->add_option("--seed", rectify_.seed, text("muster.run.seed"));
        rectify_app_->add_option("--runs", rectify_.runs, text("muster.rectify.runs"))->check(CLI::Range(1, 100'000));
        rectify_app_->add_option("-j,--jobs", rectify_.jobs, text("muster.run.jobs"))->check(CLI::Range(1, 1024));
        rectify_app_->add_option("--top", rectify_.top, text("muster.rectify.top"))->check(CLI::Range(0, 1000));
        rectify_app_->add_option("--rules", rectify_.rules, text("muster.rectify.rules"))->delimiter(',');
        rectify_app_->add_option("--budget", rectify_.budget_s, text("muster.rectify.budget"));
        rectify_app_->add_flag("--quiet", rectify_.quiet, text("muster.run.quiet"));
        rectify_app_->add_flag("--force", rectify_.force, text("muster.force"));
    }

    // A page of one's own name is in one language.
    [[nodiscard]] ReportOptions report_request() const {
        ReportOptions request = report_;
        request.languages = report_languages();
        if (!request.out.empty() && request.languages.size() > 1) request.languages = {console_.lang()};
        return request;
    }

    Exit complain(const CLI::ParseError& error) const {
        const std::string kind = error.get_name();
        const char* id = kind == "ExtrasError"       ? "muster.usage.unknown"
                         : kind == "RequiredError"   ? "muster.usage.missing"
                         : kind == "ValidationError" ? "muster.usage.value"
                         : kind == "ConversionError" ? "muster.usage.value"
                                                     : "muster.usage.other";
        console_.tell(id, {{"detail", usage_detail(error.what(), console_.lang())}});
        console_.tell("muster.usage.see_help", {});
        return Exit::bad_input;
    }

    [[nodiscard]] std::vector<text::Lang> report_languages() const {
        const auto lang = text::language_from_tag(lang_);
        return lang ? std::vector<text::Lang>{*lang}
                    : std::vector<text::Lang>(text::all_languages.begin(), text::all_languages.end());
    }

    static std::string joined(int argc, char** argv) {
        std::string line = "muster";
        for (int i = 1; i < argc; ++i) line += std::string(" ") + argv[i];
        return line;
    }

    const Console& console_;
    CLI::App app_;
    CLI::App *check_app_ = nullptr, *run_app_ = nullptr, *export_app_ = nullptr, *verify_app_ = nullptr;
    CLI::App *report_app_ = nullptr, *documents_app_ = nullptr, *view_app_ = nullptr, *ledger_app_ = nullptr;
    CLI::App *compare_app_ = nullptr, *rectify_app_ = nullptr;
    CLI::Option* run_seed_ = nullptr;
    std::string lang_ = "both";
    CheckOptions check_;
    RunOptions run_;
    ExportOptions export_;
    ImportOptions import_;
    VerifyOptions verify_;
    ReportOptions report_;
    DocumentsOptions documents_;
    ViewOptions view_;
    ListCommands lists_;
    CLI::App* plan_app_ = nullptr;
    CLI::Option* plan_seed_ = nullptr;
    std::string plan_objective_ = "crowding";
    PlanOptions plan_;
    LedgerOptions ledger_;
    CompareOptions compare_;
    RectifyOptions rectify_;
};

const char* environment(const char* name) {
    const char* value = std::getenv(name);
    return value != nullptr ? value : "";
}

}  // namespace

Request parse_command_line(int argc, char** argv, const Console& console) { return Parser(console).parse(argc, argv); }

text::Lang language_of(int argc, char** argv) {
    constexpr std::string_view with_value = "--lang=";
    for (int i = 1; i < argc; ++i) {
        const std::string_view word = argv[i];
        std::optional<text::Lang> lang;
        if (word == "--lang" && i + 1 < argc) lang = text::language_from_tag(argv[i + 1]);
        if (word.starts_with(with_value)) lang = text::language_from_tag(word.substr(with_value.size()));
        if (lang) return *lang;
    }
    for (const char* name : {"LC_ALL", "LC_MESSAGES", "LANG"})
        if (const std::string_view value = environment(name); !value.empty()) return text::language_from_locale(value);
    return text::language_from_locale({});
}

}  // namespace muster::commands
