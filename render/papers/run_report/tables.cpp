// SPDX-License-Identifier: Apache-2.0
#include "render/papers/run_report/tables.h"

#include "render/document/csv_writer.h"
#include "render/papers/run_report/bottleneck_columns.h"
#include "render/papers/run_report/class_table.h"
#include "render/papers/run_report/derived.h"
#include "render/text/catalogue.h"

namespace muster::papers {

std::string bottlenecks_csv(const ReportInput& input, text::Lang lang) {
    static constexpr std::string_view shown[] = {
        "rank",    "full_place",   "held",      "held_why",  "kind",    "width",   "needed_width", "ratio",
        "persons", "peak_density", "peak_time", "congested", "queue",   "flow",    "classes",      "judgement",
        "advice",  "after",        "interval",  "lost",      "waiting", "pressure"};
    const text::Catalogue words(lang);
    const auto columns = document::chosen(bottleneck_columns(), std::span<const std::string_view>(shown));
    document::Table table;
    document::set_columns(table, columns, words);
    for (std::size_t i = 0; i < input.ensemble->bottlenecks.size(); ++i)
        document::add_row(table, columns, BottleneckRow{input, i, words, input.ensemble->bottlenecks[i].groups.size()});
    return document::table_csv(table);
}

std::string classes_csv(const ReportInput& input, text::Lang lang) {
    return document::table_csv(class_table(input, lang));
}

}  // namespace muster::papers
