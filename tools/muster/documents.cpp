// SPDX-License-Identifier: Apache-2.0
#include "tools/muster/documents.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <filesystem>

#include "render/papers/forms/plan_of_run.h"
#include "sim/engine/simulation.h"
#include "tools/muster/papers.h"
#include "tools/muster/rule_files.h"
#include "tools/muster/run_results.h"
#include "tools/muster/terminal/progress.h"
#include "tools/office/documents/stored_ensemble.h"

namespace muster::commands {

namespace {

struct DocumentsOptions {
    std::string run;
    std::string out;                 // "" = RUN_DIR/documents
    std::vector<std::string> forms;  // "F1", ...; empty = all
    std::vector<std::string> formats{"docx", "xlsx", "html"};
    std::vector<text::Lang> languages;
    bool force = false;
};

// What was asked for; all of them when nothing was. Empty: one of the names is none, and the person has been told.
std::vector<papers::Form> forms_asked(const DocumentsOptions& options, const Console& console) {
    if (options.forms.empty()) return {papers::all_forms.begin(), papers::all_forms.end()};
    std::vector<papers::Form> forms;
    for (const std::string& code : options.forms) {
        const std::optional<papers::Form> form = papers::form_of(code);
        if (!form) {
            std::string codes;
            for (const papers::Form known : papers::all_forms)
                codes += (codes.empty() ? "" : ", ") + std::string(papers::code_of(known));
            console.tell("muster.documents.no_form", {{"form", code}, {"forms", codes}});
            return {};
        }
        forms.push_back(*form);
    }
    return forms;
}

std::vector<documents::PaperKind> kinds_asked(const DocumentsOptions& options) {
    std::vector<documents::PaperKind> kinds;
    const auto add = [&](const char* name, documents::PaperKind kind) {
        if (std::find(options.formats.begin(), options.formats.end(), name) != options.formats.end())
            kinds.push_back(kind);
    };
    add("docx", documents::PaperKind::docx);
    add("xlsx", documents::PaperKind::xlsx);
    add("html", documents::PaperKind::html);
    add("csv", documents::PaperKind::csv);
    return kinds;
}

void tell_left_out(const papers::FormInput& input, const std::vector<papers::Form>& forms, const Console& console) {
    for (const papers::Form form : forms)
        if (const std::string_view why = papers::why_not(form, input); !why.empty())
            console.tell("muster.documents.left_out",
                         {{"form", std::string(papers::code_of(form))}, {"why", console.text(why)}});
}

// Maps and cards are no tables: as .xlsx or .csv alone there is nothing to write of them.
void leave_out_pictures(std::vector<documents::NamedDocument>& made, const std::vector<documents::PaperKind>& kinds,
                        const Console& console) {
    const bool pages = std::any_of(kinds.begin(), kinds.end(), [](documents::PaperKind kind) {
        return kind == documents::PaperKind::docx || kind == documents::PaperKind::html;
    });
    if (pages) return;
    std::string told;
    std::erase_if(made, [&](const documents::NamedDocument& one) {
        if (one.tables) return false;
        if (told != one.document.form)
            console.tell("muster.documents.left_out",
                         {{"form", one.document.form}, {"why", console.text("form.no_table")}});
        told = one.document.form;
        return true;
    });
}

Exit write_forms(const DocumentsOptions& options, const Console& console) {
    const std::vector<papers::Form> forms = forms_asked(options, console);
    if (forms.empty()) return Exit::bad_input;
    const Checked<store::StoredRun> stored = store::read_run(options.run);
    if (!stored) {
        console.tell_findings(stored.findings);
        return Exit::bad_input;
    }
    const Checked<analysis::Ensemble> ensemble = documents::read_ensemble(options.run, *stored.value);
    if (!ensemble) {
        console.tell_findings(ensemble.findings);
        return Exit::bad_input;
    }
    const store::StoredRun& run = *stored.value;
    papers::ReportInput input = report_input(
        {run.inputs, stored.findings, *ensemble.value, run.trace, {run.facts}, std::nullopt, run.command_line});
    input.version = run.version;
    input.date = run.date;
    const planning::DrillPlan plan = papers::plan_of_run(input);
    const auto asked = [&](papers::Form form) { return std::find(forms.begin(), forms.end(), form) != forms.end(); };
    papers::FormInput form_input{&input, &plan, {}, false};
    papers::CodeCheck check;
    if (asked(papers::Form::drill_plan))
        form_input.ways = documents::ways_of(*input.world, *engine::prepare(run.loaded.world).navigation, plan);
    if (asked(papers::Form::drill_plan) || asked(papers::Form::bottlenecks))
        check = check_codes(*input.world, readable_packs({"gb50099", "gb50016"}));
    documents::add_codes(form_input, check);
    if (!options.forms.empty()) tell_left_out(form_input, forms, console);
    std::vector<documents::NamedDocument> made;
    for (const text::Lang lang : options.languages)
        for (documents::NamedDocument& one : documents::documents_of(form_input, forms, lang))
            made.push_back(std::move(one));
    const std::vector<documents::PaperKind> kinds = kinds_asked(options);
    leave_out_pictures(made, kinds, console);
    if (made.empty()) return Exit::bad_input;
    const std::string folder =
        options.out.empty() ? (std::filesystem::path(options.run) / "documents").string() : options.out;
    return papers(made, {folder, kinds, options.force, {}}, console);
}

class DocumentsCommand final : public Command {
public:
    void setup(CLI::App& app, const Help& help) override {
        app.add_option("RUN_DIR", options_.run, help("muster.documents.run"))->required();
        app.add_option("--forms", options_.forms, help("muster.documents.forms"))->delimiter(',');
        app.add_option("--formats", options_.formats, help("muster.documents.formats"))
            ->delimiter(',')
            ->check(CLI::IsMember({"docx", "xlsx", "html", "csv"}));
        app.add_option("-o,--out", options_.out, help("muster.documents.out"));
        app.add_flag("--force", options_.force, help("muster.force"));
    }

    Exit run(const Call& call) override {
        options_.languages = call.languages;
        return write_forms(options_, call.console);
    }

private:
    DocumentsOptions options_;
};

}  // namespace

std::unique_ptr<Command> make_documents() { return std::make_unique<DocumentsCommand>(); }

}  // namespace muster::commands
