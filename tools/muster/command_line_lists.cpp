// SPDX-License-Identifier: Apache-2.0
#include "tools/muster/command_line_lists.h"

namespace muster::commands {

void ListCommands::add(CLI::App& classes, CLI::App& drill, const Console& console,
                       const std::function<void(CLI::App&)>& with_language) {
    console_ = &console;
    with_language_ = with_language;
    add_classes(classes);
    add_drill(drill);
}

CLI::App* ListCommands::action(CLI::App& under, const char* name, const char* id) {
    under.require_subcommand(1);
    CLI::App* app = under.add_subcommand(name, text(id));
    app->footer(text((std::string(id) + ".example").c_str()));
    app->group(text("muster.label.Subcommands"));
    app->get_help_ptr()->group(text("muster.label.Options"));
    with_language_(*app);
    return app;
}

void ListCommands::add_classes(CLI::App& classes) {
    import_ = action(classes, "import", "muster.classes.import");
    import_->add_option("LIST", classes_.list, text("muster.classes.list"))->required();
    import_->add_option("--into", classes_.into, text("muster.classes.into"))->required();
    CLI::Option* out = import_->add_option("-o,--out", classes_.out, text("muster.classes.out"));
    import_->add_flag("--check", classes_.check, text("muster.classes.check"))->excludes(out);
    import_->add_option("--sheet", classes_.sheet, text("muster.lists.sheet"));
    import_->add_flag("--force", classes_.force, text("muster.force"));
}

void ListCommands::add_drill(CLI::App& drill) {
    form_ = action(drill, "form", "muster.drill.form");
    form_->add_option("SCENARIO", form_options_.scenario, text("muster.run.scenario"))->required();
    form_->add_option("-o,--out", form_options_.out, text("muster.drill.form.out"))->required();
    form_->add_flag("--force", form_options_.force, text("muster.force"));

    DrillRecordOptions& o = record_options_;
    record_ = action(drill, "record", "muster.drill.record");
    record_->add_option("SCENARIO|RUN_DIR", o.from, text("muster.drill.from"))->required();
    record_->add_option("--measured", o.measured, text("muster.drill.measured"))->required();
    record_->add_option("-o,--out", o.out, text("muster.run.out"))->required();
    record_->add_option("--history", o.history, text("muster.drill.history"));
    record_->add_option("--date", o.date, text("muster.drill.date"));
    record_->add_option("--sheet", o.sheet, text("muster.lists.sheet"));
    record_->add_option("--runs", o.runs, text("muster.drill.runs"))->check(CLI::Range(1, 100));
    record_->add_option("-j,--jobs", o.jobs, text("muster.run.jobs"))->check(CLI::Range(1, 1024));
    record_->add_flag("--force", o.force, text("muster.force"));
}

std::optional<ListRequest> ListCommands::request() const {
    if (import_->parsed()) return classes_;
    if (form_->parsed()) return form_options_;
    if (record_->parsed()) return record_options_;
    return std::nullopt;
}

}  // namespace muster::commands
