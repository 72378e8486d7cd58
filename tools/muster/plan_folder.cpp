// SPDX-License-Identifier: Apache-2.0
#include "tools/muster/plan_folder.h"

#include "render/document/csv_writer.h"
#include "render/document/html_writer.h"
#include "render/papers/drill_plan/plan_tables.h"
#include "render/text/names.h"
#include "render/text/places.h"
#include "tools/store/output_file.h"

namespace muster {

void write_plan_folder(const PlanPapers& papers, const std::vector<Lang>& languages, const ResultsFolder& folder) {
    write_file(folder.file("plan.json"), plan_json(papers));
    for (const Lang lang : languages) {
        const Catalogue words(lang);
        const std::string tag(tag_of(lang));
        write_file(folder.file("report." + tag + ".html"), document_html(plan_report(papers, lang)));
        for (const Table& table : plan_forms(papers, lang))
            write_file(folder.file(table.key + "." + tag + ".csv"), table_csv(table));
    }
}

void print_plan_summary(const PlanPapers& papers, const Console& console) {
    const Catalogue words(console.lang());
    const Table table = plan_variant_table(papers.plan, papers.proposal, words);
    for (const Row& row : table.rows) {
        console.print(row.front().text);
        for (std::size_t i = 1; i < row.size(); ++i)
            console.print("    " + table.columns[i].heading + ": " + row[i].text);
    }
    console.print("");
    console.print(plan_verdict_text(papers, console.lang()));
    if (papers.plan.cut_short) console.tell("muster.plan.cut_short", {{"n", std::to_string(papers.plan.evaluations)}});
}

}  // namespace muster
