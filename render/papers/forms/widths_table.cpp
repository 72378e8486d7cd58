// SPDX-License-Identifier: Apache-2.0
// Required and actual clear widths of the storeys, as the check against the code has them.
#include "render/papers/compliance/compliance_tables.h"
#include "render/papers/forms/parts.h"

namespace muster::papers {

document::Table widths_table(const FormSheet& sheet) {
    const text::ComplianceText text{sheet.building(), *sheet.input.packs, *sheet.input.compliance, sheet.lang()};
    document::Table table = storey_table(text);
    table.key = "widths";
    table.title = sheet.say("f1.widths");
    for (document::Column& column : table.columns) {
        column.width = 5.0;
        column.numbers = false;  // some stand with their unit
    }
    for (document::Row& row : table.rows)
        for (document::Cell& cell : row)
            if (cell.empty()) cell = "–";
    table.notes = {sheet.say("f1.widths_note")};
    return table;
}

}  // namespace muster::papers
