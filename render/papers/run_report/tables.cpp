// SPDX-License-Identifier: Apache-2.0
#include "render/papers/run_report/tables.h"

#include "render/document/csv_writer.h"
#include "render/papers/run_report/bottleneck_columns.h"
#include "render/papers/run_report/class_table.h"
#include "render/papers/run_report/derived.h"
#include "render/text/catalogue.h"

namespace muster::papers {

std::string bottlenecks_csv(const ReportInput& input, text::Lang lang) {
    const text::Catalogue words(lang);
    const auto columns = f16_in_order("full_place");
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
