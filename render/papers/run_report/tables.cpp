// SPDX-License-Identifier: Apache-2.0
#include "render/papers/run_report/tables.h"

#include "render/document/csv_writer.h"
#include "render/papers/run_report/derived.h"
#include "render/papers/run_report/f16.h"
#include "render/text/catalogue.h"
#include "render/text/names.h"

namespace muster::papers {

std::string bottlenecks_csv(const ReportInput& input, text::Lang lang) {
    std::vector<document::CsvRow> rows{f16_header(lang)};
    for (std::size_t i = 0; i < input.ensemble->bottlenecks.size(); ++i) rows.push_back(f16_row(input, i, lang));
    return document::csv_text(rows);
}

std::string classes_csv(const ReportInput& input, text::Lang lang) {
    const text::Catalogue catalogue(lang);
    document::CsvRow header;
    for (const char* id : {"class.number", "class.level", "class.name", "class.room", "class.persons", "class.door",
                           "class.stair", "class.exit", "class.spot", "class.out_of_room", "class.out_of_building",
                           "class.at_assembly", "class.counted"})
        header.push_back(catalogue.text(id));
    std::vector<document::CsvRow> rows{header};
    if (input.trace == nullptr) return document::csv_text(rows);
    for (const ClassTimes& times : class_times(*input.trace)) rows.push_back(class_row(input, times, lang));
    return document::csv_text(rows);
}

}  // namespace muster::papers
