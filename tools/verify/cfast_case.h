// SPDX-License-Identifier: Apache-2.0
// CFAST runs in a folder: an input file and the table of compartments that CFAST wrote beside it.
#pragma once

#include <string>
#include <vector>

#include "scenarios/series_csv.h"
#include "sim/base/finding.h"
#include "tools/exchange/cfast/cfast_input.h"

namespace muster::verify {

struct CfastCase {
    std::string name;          // of the files: NAME.in, NAME_compartments.csv
    std::string input, table;  // paths
    cfast::CfastModel model;
    scenarios::SeriesTable results;
};

/// Warns of records of the input that our network does without: openings in ceilings, fans between rooms, ...
[[nodiscard]] Checked<CfastCase> read_cfast_case(const std::string& input);
/// Every NAME.in of the folder and of the folders in it, by name.
[[nodiscard]] Checked<std::vector<CfastCase>> read_cfast_cases(const std::string& folder);

}  // namespace muster::verify
