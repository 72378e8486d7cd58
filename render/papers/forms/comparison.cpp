// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "render/papers/forms/comparison.h"
#include "render/papers/forms/parts.h"
#include "render/text/names.h"
#include "sim/analysis/ensemble.h"
#include "sim/planning/drill_plan_words.h"

namespace muster::papers {

namespace {

std::string delta_text(const ComparedVariant& v, const text::Catalogue& words) {
    if (!v.delta_s) return "–";
    const auto signed_text = [](double value) { return (value > 0.0 ? "+" : "") + text::number_text(value, 1); };
    return signed_text(v.delta_s->median) +
           words.text(v.significant ? "f17.interval" : "f17.interval_not_sure",
                      {{"low", signed_text(v.delta_s->p5)}, {"high", signed_text(v.delta_s->p95)}});
}

const char* id_of(planning::PlanVariantKind kind) {
    switch (kind) {
        case planning::PlanVariantKind::today:
            return "today";
        case planning::PlanVariantKind::all_at_once:
            return "all_at_once";
        case planning::PlanVariantKind::proposal:
            return "proposal";
        case planning::PlanVariantKind::real_day:
            return "real_day";
    }
    return "";
}

// Paired by seed. Where the seeds are few, the spread of the differences stands for an interval.
std::optional<analysis::Spread> differences(const planning::PlanVariant& of, const planning::PlanVariant& against) {
    std::vector<double> values;
    for (std::size_t i = 0; i < std::min(of.runs.size(), against.runs.size()); ++i)
        if (of.runs[i].last_out_of_building && against.runs[i].last_out_of_building)
            values.push_back(*of.runs[i].last_out_of_building - *against.runs[i].last_out_of_building);
    if (values.empty()) return std::nullopt;
    return analysis::spread_of(values);
}

std::vector<ComparedVariant> variants_of(const FormSheet& sheet) {
    std::vector<ComparedVariant> rows;
    const planning::DrillPlan& plan = *sheet.input.plan;
    for (const planning::PlanVariant& variant : plan.variants) {
        const std::string id = std::string("f17.") + id_of(variant.kind);
        ComparedVariant& row = rows.emplace_back();
        row.name = sheet.say(id);
        if (plan.somebody_waits() && variant.kind == plan.real_day &&
            variant.kind != planning::PlanVariantKind::real_day)
            row.name = sheet.say("f17.is_real_day", {{"name", row.name}});
        row.change = sheet.say(variant.kind == planning::PlanVariantKind::proposal ? id + "_change." + word_of(plan.use)
                                                                                   : id + "_change");
        row.out_s = variant.clocks.last_out_of_building;
        row.exposure_person_s = variant.exposure_person_s.median;
        row.inside = variant.left_inside.median;
        row.peak_density = variant.peak_density;
        if (&variant != &plan.variants.front()) row.delta_s = differences(variant, plan.variants.front());
        if (row.delta_s) row.significant = row.delta_s->p5 > 0.0 || row.delta_s->p95 < 0.0;
        const bool keep = plan.verdict == planning::PlanVerdict::not_better;
        if (variant.kind == (keep ? planning::baseline_of(plan).kind : planning::PlanVariantKind::proposal))
            row.advice = sheet.say(keep ? "f17.keep" : "f17.recommended");
        if (variant.kind == planning::PlanVariantKind::real_day) row.advice = sheet.say("f17.for_the_alarm");
    }
    return rows;
}

}  // namespace

document::Table comparison_table(const std::vector<ComparedVariant>& variants, text::Lang lang) {
    const text::Catalogue words(lang);
    document::Table table;
    table.key = "F17";
    table.title = words.text("f17.title");
    const auto add = [&](const char* id, double width, document::FilledBy by = document::FilledBy::simulator,
                         bool numbers = false) {
        table.columns.push_back({std::string(id).substr(4), words.text(id), width, by, numbers});
    };
    add("f17.variant", 5.0, document::FilledBy::plan);
    add("f17.change", 10.0, document::FilledBy::plan);
    add("f17.median", 4.0, document::FilledBy::simulator, true);
    add("f17.p95", 4.0, document::FilledBy::simulator, true);
    add("f17.delta", 7.0);
    add("f17.density", 4.0, document::FilledBy::simulator, true);
    add("f17.critical", 4.5, document::FilledBy::simulator, true);
    add("f17.inside", 4.0, document::FilledBy::simulator, true);
    add("f17.compliance", 5.0);
    add("f17.cost", 4.5, document::FilledBy::human);
    add("f17.advice", 5.0);
    for (const ComparedVariant& v : variants) {
        const auto part = [&](double analysis::Spread::*p) {
            return v.out_s ? std::optional((*v.out_s).*p) : std::nullopt;
        };
        table.rows.push_back({v.name, v.change, document::Cell::of(part(&analysis::Spread::median)),
                              document::Cell::of(part(&analysis::Spread::p95)), delta_text(v, words),
                              document::Cell::of(v.peak_density, 1), document::Cell::of(v.exposure_person_s),
                              document::Cell::of(v.inside),
                              v.compliance.empty() ? document::Cell("–") : document::Cell(v.compliance),
                              document::Cell(), v.advice.empty() ? document::Cell("–") : document::Cell(v.advice)});
    }
    table.notes = {words.text("f17.note")};
    return table;
}

document::Table variants_table(const FormSheet& sheet) {
    const std::vector<ComparedVariant> variants = variants_of(sheet);
    document::Table table = comparison_table(variants, sheet.lang());
    table.notes = {sheet.say("f17.note")};
    if (sheet.dismissal()) return table;
    const double target_s = sheet.world().scenario.target_out_s;
    std::vector<std::string> states;
    for (const ComparedVariant& v : variants)
        states.push_back(
            sheet.say(v.out_s && v.out_s->p95 <= target_s ? "f17.within" : "f17.over", {{"name", v.name}}));
    table.notes.push_back(sheet.say("f17.target", {{"target", text::number_text(target_s, 0)},
                                                   {"states", text::joined(states, "list.clause", sheet.lang())}}));
    return table;
}

document::Document comparison_form(const FormSheet& sheet) {
    document::Document document = new_form(sheet, Form::comparison, true);
    document::Table table = variants_table(sheet);
    table.notes.push_back(source_note(sheet));
    document.sections.front().blocks = {std::move(table), plan_signatures(sheet)};
    put_boxes_first(sheet, document.sections.front().blocks);
    return document;
}

}  // namespace muster::papers
