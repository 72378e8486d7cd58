// SPDX-License-Identifier: Apache-2.0
// Required and actual clear widths of the storeys, as the check against the code has them.
#include <algorithm>
#include <cstdlib>

#include "render/papers/compliance/compliance_tables.h"
#include "render/papers/forms/parts.h"

namespace muster::papers {

namespace {

// "2.84" is a number of two decimals; everything else stays words.
document::Cell cell_of(const std::string& text) {
    const bool numeric = !text.empty() && text.find_first_not_of("0123456789.") == std::string::npos &&
                         std::count(text.begin(), text.end(), '.') <= 1 && text.front() != '.';
    if (!numeric) return text.empty() ? document::Cell("–") : document::Cell(text);
    const std::size_t point = text.find('.');
    return document::Cell::of(std::strtod(text.c_str(), nullptr),
                              point == std::string::npos ? 0 : static_cast<int>(text.size() - point - 1));
}

}  // namespace

document::Table widths_table(const FormSheet& sheet) {
    const text::ComplianceText text{sheet.building(), *sheet.input.packs, *sheet.input.compliance, sheet.lang()};
    const std::vector<document::CsvRow> rows = storey_rows(text);
    document::Table table;
    table.key = "widths";
    table.title = sheet.say("f1.widths");
    for (std::size_t i = 0; i < rows.front().size(); ++i)
        table.columns.push_back({"c" + std::to_string(i), rows.front()[i], 5.0, document::FilledBy::simulator, false});
    for (auto row = rows.begin() + 1; row != rows.end(); ++row) {
        document::Row& cells = table.rows.emplace_back();
        for (const std::string& cell : *row) cells.push_back(cell_of(cell));
    }
    table.notes = {sheet.say("f1.widths_note")};
    return table;
}

}  // namespace muster::papers
