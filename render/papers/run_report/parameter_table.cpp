// SPDX-License-Identifier: Apache-2.0
#include "render/papers/run_report/parameter_table.h"

namespace muster::papers {

document::Table parameter_table(const std::vector<ParameterRow>& parameters, const text::Catalogue& words) {
    using document::ColumnLook;
    document::Table table;
    table.key = "parameters";
    table.columns = {{.key = "name", .heading = words.text("parameter.name")},
                     {.key = "key", .heading = words.text("parameter.key"), .look = ColumnLook::code},
                     {.key = "value", .heading = words.text("parameter.value"), .numbers = true},
                     {.key = "unit", .heading = words.text("parameter.unit")},
                     {.key = "source", .heading = words.text("parameter.source"), .look = ColumnLook::remark}};
    for (const ParameterRow& p : parameters)
        table.rows.push_back({text::in_language(p.name, words.lang()), p.key, p.value,
                              p.unit == "-" ? "" : words.text(p.unit), text::in_language(p.source, words.lang())});
    return table;
}

}  // namespace muster::papers
