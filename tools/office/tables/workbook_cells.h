// SPDX-License-Identifier: Apache-2.0
// Cells of a worksheet as text: shared strings, number formats that mean dates, merged ranges.
#pragma once

#include <cstdint>
#include <pugixml.hpp>
#include <string>
#include <vector>

#include "tools/office/tables/text_grid.h"

namespace muster::tables {

/// What a number format shows: a number, a date with or without a time, "1:42" of hours and minutes, or hours that
/// count on beyond the day.
enum class NumberLook : std::uint8_t { number, date, hours_minutes, elapsed };

/// What all sheets of a workbook share.
struct WorkbookTables {
    std::vector<std::string> strings;  // sharedStrings.xml
    std::vector<NumberLook> looks;     // of each cell format of styles.xml
    bool since_1904 = false;           // dates count from 1904, as old Macs did
};

/// The text of a string item: plain, or a row of runs; phonetic guides (rPh) are no part of it.
[[nodiscard]] std::string rich_text(const pugi::xml_node& item);
[[nodiscard]] std::vector<std::string> shared_strings(const pugi::xml_node& root);
/// Of each cell format.
[[nodiscard]] std::vector<NumberLook> number_looks(const pugi::xml_node& root);

/// Fills `grid` (file and sheet are set) from a worksheet. Cells that hold an Excel error are warnings.
void read_worksheet(const pugi::xml_node& root, const WorkbookTables& tables, const TableLimits& limits, TextGrid& grid,
                    Findings& findings);

}  // namespace muster::tables
