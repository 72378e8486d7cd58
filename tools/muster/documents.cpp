// SPDX-License-Identifier: Apache-2.0
// muster documents: the forms of a finished run, to print and to sign.
#include <algorithm>
#include <filesystem>

#include "render/papers/forms/plan_of_run.h"
#include "sim/engine/simulation.h"
#include "tools/office/documents/stored_ensemble.h"
#include "tools/muster/papers.h"
#include "tools/muster/progress.h"
#include "tools/muster/rule_files.h"
#include "tools/muster/run_results.h"

namespace muster {

namespace {

// What was asked for; all of them when nothing was. Empty: one of the names is none, and the person has been told.
std::vector<Form> forms_asked(const DocumentsOptions& options, const Console& console) {
    if (options.forms.empty()) return {all_forms.begin(), all_forms.end()};
    std::vector<Form> forms;
    for (const std::string& code : options.forms) {
        const std::optional<Form> form = form_of(code);
        if (!form) {
            std::string codes;
            for (const Form known : all_forms) codes += (codes.empty() ? "" : ", ") + std::string(code_of(known));
            console.tell("muster.documents.no_form", {{"form", code}, {"forms", codes}});
            return {};
        }
        forms.push_back(*form);
    }
    return forms;
}

std::vector<PaperKind> kinds_asked(const DocumentsOptions& options) {
    std::vector<PaperKind> kinds;
    const auto add = [&](const char* name, PaperKind kind) {
        if (std::find(options.formats.begin(), options.formats.end(), name) != options.formats.end())
            kinds.push_back(kind);
    };
    add("docx", PaperKind::docx);
    add("xlsx", PaperKind::xlsx);
    add("html", PaperKind::html);
    add("csv", PaperKind::csv);
    return kinds;
}

void tell_left_out(const FormInput& input, const std::vector<Form>& forms, const Console& console) {
    for (const Form form : forms)
        if (const std::string_view why = why_not(form, input); !why.empty())
            console.tell("muster.documents.left_out",
                         {{"form", std::string(code_of(form))}, {"why", console.text(why)}});
}

// Maps and cards are no tables: as .xlsx or .csv alone there is nothing to write of them.
void leave_out_pictures(std::vector<NamedDocument>& made, const std::vector<PaperKind>& kinds, const Console& console) {
    const bool pages = std::any_of(kinds.begin(), kinds.end(),
                                   [](PaperKind kind) { return kind == PaperKind::docx || kind == PaperKind::html; });
    if (pages) return;
    std::string told;
    std::erase_if(made, [&](const NamedDocument& one) {
        if (one.tables) return false;
        if (told != one.document.form)
            console.tell("muster.documents.left_out",
                         {{"form", one.document.form}, {"why", console.text("form.no_table")}});
        told = one.document.form;
        return true;
    });
}

}  // namespace

PapersOrder for_office(const std::string& results) {
    PapersOrder order;
    order.folder = results + "/documents";
    order.kinds = {PaperKind::docx, PaperKind::xlsx};
    order.replace = true;  // whether the results may be, was asked before they were made
    return order;
}

Exit papers(const std::vector<NamedDocument>& documents, PapersOrder order, const Console& console) {
    if (at_a_terminal())
        order.step = [&](std::size_t done, std::size_t all) {
            draw_bar(done, all, std::to_string(done) + "/" + std::to_string(all));
            if (done == all) clear_bar();
        };
    try {
        for (const std::string& name : write_documents(documents, order))
            console.print((std::filesystem::path(order.folder) / name).string());
        return Exit::good;
    } catch (const FileInTheWay& refusal) {
        console.tell("muster.file_exists", {{"file", refusal.what()}});
        return Exit::bad_input;
    } catch (const NoDocx& problem) {
        switch (problem.why()) {
            case DocxEnd::no_python:
                console.tell("muster.documents.no_python", {});
                break;
            case DocxEnd::no_package:
                console.tell("muster.documents.no_package", {});
                break;
            case DocxEnd::no_script:
                console.tell("muster.documents.no_script", {});
                break;
            default:
                console.tell("muster.documents.docx_failed", {});
        }
        return Exit::could_not_run;
    }
}

Exit documents(const DocumentsOptions& options, const Console& console) {
    const std::vector<Form> forms = forms_asked(options, console);
    if (forms.empty()) return Exit::bad_input;
    const Checked<StoredRun> stored = read_run(options.run);
    if (!stored) {
        console.tell_findings(stored.findings);
        return Exit::bad_input;
    }
    const Checked<Ensemble> ensemble = read_ensemble(options.run, *stored.value);
    if (!ensemble) {
        console.tell_findings(ensemble.findings);
        return Exit::bad_input;
    }
    const StoredRun& run = *stored.value;
    ReportInput input = report_input(
        {run.inputs, stored.findings, *ensemble.value, run.trace, {run.facts}, std::nullopt, run.command_line});
    input.version = run.version;
    input.date = run.date;
    const DrillPlan plan = plan_of_run(input);
    const auto asked = [&](Form form) { return std::find(forms.begin(), forms.end(), form) != forms.end(); };
    FormInput form_input{&input, &plan, {}, false};
    CodeCheck check;
    if (asked(Form::drill_plan)) form_input.ways = ways_of(*input.world, *prepare(run.loaded.world).navigation, plan);
    if (asked(Form::drill_plan) || asked(Form::bottlenecks))
        check = check_codes(*input.world, readable_packs({"gb50099", "gb50016"}));
    add_codes(form_input, check);
    if (!options.forms.empty()) tell_left_out(form_input, forms, console);
    std::vector<NamedDocument> made;
    for (const Lang lang : options.languages)
        for (NamedDocument& one : documents_of(form_input, forms, lang)) made.push_back(std::move(one));
    const std::vector<PaperKind> kinds = kinds_asked(options);
    leave_out_pictures(made, kinds, console);
    if (made.empty()) return Exit::bad_input;
    const std::string folder =
        options.out.empty() ? (std::filesystem::path(options.run) / "documents").string() : options.out;
    return papers(made, {folder, kinds, options.force, {}}, console);
}

}  // namespace muster
