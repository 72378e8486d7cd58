// SPDX-License-Identifier: Apache-2.0
// Bytes as a list of classes, text or workbook: no crash, refusals have codes, what is accepted keeps to its shape.
#include <cstdint>
#include <string>

#include "tests/fuzz/require.h"
#include "tools/office/tables/table_reader.h"

using namespace muster;
using namespace muster::testing;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::vector<tables::TableColumn> columns = {{"class", {"班级", "class"}, true},
                                                      {"headcount", {"人数", "headcount"}, false, true}};
    tables::TableRequest request;
    request.columns = columns;
    const auto table = tables::read_table(std::string(reinterpret_cast<const char*>(data), size), "fuzz.csv", request);
    for (const Finding& f : table.findings) require(!f.code.empty());
    require(table.value.has_value() != has_errors(table.findings));
    if (!table.value) return 0;
    require(table.value->columns.size() == columns.size() && table.value->has(0) && !table.value->rows.empty());
    int last = table.value->header_row;
    for (const tables::TableRow& row : table.value->rows) {
        require(row.cells.size() == columns.size() && row.row > last);
        last = row.row;
        for (const std::string& cell : row.cells) {
            require(tables::trimmed_blanks(cell) == cell);
            (void)tables::number_in(cell), (void)tables::iso_date(cell), (void)tables::seconds_in(cell);
        }
    }
    return 0;
}
