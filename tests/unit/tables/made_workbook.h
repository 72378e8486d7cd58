// SPDX-License-Identifier: Apache-2.0
// Workbooks made for the tests: XML parts zipped in memory.
#pragma once

#include <map>
#include <string>
#include <vector>

namespace muster::tables {

using WorkbookXml = std::map<std::string, std::string>;  // part -> text

/// The parts around sheets: {name, state, sheetData and mergeCells}. `styles` and `strings` may be "".
struct MadeSheet {
    std::string name, inside, state;
};
[[nodiscard]] WorkbookXml made_workbook(const std::vector<MadeSheet>& sheets, const std::string& strings = "",
                                        const std::string& styles = "");

[[nodiscard]] std::string zipped(const WorkbookXml& parts);

}  // namespace muster::tables
