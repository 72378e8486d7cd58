// SPDX-License-Identifier: Apache-2.0
#include "tools/muster/plan_folder.h"

#include "render/document/csv_writer.h"
#include "render/document/html_writer.h"
#include "render/papers/drill_plan/plan_sentences.h"
#include "render/papers/drill_plan/plan_tables.h"
#include "render/text/names.h"
#include "render/text/places.h"
#include "tools/store/output_file.h"

namespace muster::commands {

void write_plan_folder(const papers::PlanPapers& papers, const std::vector<text::Lang>& languages,
                       const store::ResultsFolder& folder) {
    store::write_file(folder.file("plan.json"), papers::plan_json(papers));
    for (const text::Lang lang : languages) {
        const text::Catalogue words(lang);
        const std::string tag(text::tag_of(lang));
        store::write_file(folder.file("report." + tag + ".html"),
                          document::document_html(papers::plan_report(papers, lang)));
        for (const document::Table& table : papers::plan_forms(papers, lang))
            store::write_file(folder.file(table.key + "." + tag + ".csv"), document::table_csv(table));
    }
}

void print_plan_summary(const papers::PlanPapers& papers, const Console& console) {
    const text::Catalogue words(console.lang());
    const document::Table table = papers::plan_variant_table(papers.plan, papers.proposal, words);
    for (const document::Row& row : table.rows) {
        console.print(row.front().text);
        for (std::size_t i = 1; i < row.size(); ++i)
            console.print("    " + text::joined({table.columns[i].heading, row[i].text}, "list.label", console.lang()));
    }
    console.print("");
    if (const auto box = papers::real_day_box(papers.plan, papers.proposal, words)) {
        console.print(text::joined({box->word, box->lines.front()}, "list.label", console.lang()));
        console.print(box->lines.back());
    }
    console.print(papers::staffing_text(papers.plan, words));
    console.print(papers::plan_verdict_text(papers, console.lang()));
    if (papers.plan.cut_short) console.tell("muster.plan.cut_short", {{"n", std::to_string(papers.plan.evaluations)}});
}

}  // namespace muster::commands
