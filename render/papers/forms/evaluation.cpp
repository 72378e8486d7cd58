// SPDX-License-Identifier: Apache-2.0
// F6: how good the drill was; boxes to tick, and what the rehearsal says beside them.
#include <algorithm>

#include "render/papers/forms/parts.h"
#include "render/papers/run_report/derived.h"
#include "render/text/names.h"

namespace muster::papers {

namespace {

document::Table ticks(const FormSheet& sheet) {
    document::Table table;
    table.key = "F6";
    table.columns = {column(sheet, "f6.item", 8.0, document::FilledBy::plan),
                     column(sheet, "f6.result", 31.0, document::FilledBy::plan)};
    table.row_height_mm = 11.0;
    for (const char* item :
         {"suitable", "complete", "staff", "duties", "supplies", "coordination", "effect", "support"})
        table.rows.push_back({document::Cell::named(sheet.say(std::string("f6.") + item)),
                              sheet.say(std::string("f6.") + item + "_options")});
    table.rows.push_back({document::Cell::named(sheet.say("f6.problems")), document::Cell::blank()});
    table.rows.push_back({document::Cell::named(sheet.say("f6.measures")), document::Cell::blank()});
    return table;
}

double median_over(const std::vector<analysis::RunAnalysis>& runs, double (*figure)(const analysis::RunAnalysis&)) {
    std::vector<double> values;
    for (const analysis::RunAnalysis& run : runs) values.push_back(figure(run));
    std::sort(values.begin(), values.end());
    return 0.5 * (values[(values.size() - 1) / 2] + values[values.size() / 2]);
}

const char* verdict_id(Verdict verdict) {
    switch (verdict) {
        case Verdict::met:
            return "verdict.met";
        case Verdict::met_by_median:
            return "verdict.met_by_median";
        case Verdict::missed:
            return "verdict.missed";
        case Verdict::people_left:
            return "f6.people_left";
    }
    return "";
}

document::Table rehearsal(const FormSheet& sheet) {
    const analysis::Ensemble& all = *sheet.input.run->ensemble;
    double density = 0.0, congested = 0.0;
    for (const analysis::Bottleneck& b : all.bottlenecks) {
        density = std::max(density, b.peak_density);
        congested = std::max(congested, b.congestion_s);
    }
    const auto out = since_signal(all.clocks.last_out_of_building, signal_s(*sheet.input.run));
    document::Table table;
    table.key = "F6_rehearsal";
    table.title = sheet.say("f6.rehearsal");
    using enum document::FilledBy;
    table.columns = {column(sheet, "f6.figure", 18.0), column(sheet, "f6.predicted", 9.0, simulator, true),
                     column(sheet, "f6.measured", 9.0, human)};
    table.rows = {
        {sheet.say("f6.target", {{"target", text::number_text(sheet.world().scenario.target_out_s, 0)}}),
         out ? document::Cell::of(out->median) : document::Cell(sheet.say("clocks.never")), document::Cell()},
        {sheet.say("f6.verdict"), sheet.say(verdict_id(verdict_of(*sheet.input.run))), document::Cell()},
        {sheet.say("f6.density"), document::Cell::of(density, 1), document::Cell()},
        {sheet.say("f6.congested"), document::Cell::of(congested), document::Cell()},
        {sheet.say("f6.falls"),
         document::Cell::of(median_over(all.runs, [](const analysis::RunAnalysis& r) { return double(r.falls); })),
         document::Cell()}};
    table.notes = {source_note(sheet)};
    table.row_height_mm = 8.0;
    return table;
}

}  // namespace

document::Document evaluation_form(const FormSheet& sheet) {
    document::Document document = new_form(sheet, Form::evaluation);
    document.sections.front().blocks = {ticks(sheet), rehearsal(sheet),
                                        document::Signatures{{sheet.say("f6.assessor"), sheet.say("f5.commander")}}};
    return document;
}

}  // namespace muster::papers
