// SPDX-License-Identifier: Apache-2.0
#include "render/papers/run_report/tables.h"

#include "render/document/csv_writer.h"
#include "render/papers/run_report/derived.h"
#include "render/papers/run_report/f16.h"
#include "render/papers/run_report/json_rows.h"
#include "render/text/catalogue.h"
#include "render/text/names.h"

namespace muster::papers {

std::string bottlenecks_csv(const ReportInput& input, text::Lang lang) {
    std::vector<document::CsvRow> rows{f16_header(lang)};
    for (std::size_t i = 0; i < input.ensemble->bottlenecks.size(); ++i) rows.push_back(f16_row(input, i, lang));
    return document::csv_text(rows);
}

std::string bottlenecks_json(const ReportInput& input) {
    Json rows = Json::array();
    for (std::size_t i = 0; i < input.ensemble->bottlenecks.size(); ++i) {
        Json row = bottleneck_json(input, i);
        row["flow_per_s"] = flow_json(input.ensemble->bottlenecks[i].flow);
        rows.push_back(std::move(row));
    }
    return json_text(Json{{"density_method", analysis::density_method},
                          {"flow_bin_s", 10},
                          {"congested_above_per_m2", 3.5},
                          {"runs", input.ensemble->runs.size()},
                          {"bottlenecks", std::move(rows)}});
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
