// SPDX-License-Identifier: Apache-2.0
// F17: ways of doing it side by side, whoever computed them. Times in seconds after the signal.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "render/document/document.h"
#include "sim/analysis/results.h"

namespace muster::papers {

/// One row. The first row is what the others are compared with.
struct ComparedVariant {
    std::string name, change;               // "方案 A", what is different, in the language of the form
    std::optional<analysis::Spread> out_s;  // last person out of the building; nothing = not in every run
    std::optional<analysis::Spread>
        delta_s;                     // against the first row, paired by seed: median and 95 % interval in p5, p95
    bool significant = false;        // the interval leaves out zero
    double peak_density = 0.0;       // persons/m2
    double exposure_person_s = 0.0;  // at over 4 persons/m2
    double inside = 0.0;             // persons left in the building
    std::string compliance;          // what changes against the code; "" = not looked at
    std::string advice;              // "推荐", or why not
};

/// The table of F17; cost stays a person's to fill.
[[nodiscard]] document::Table comparison_table(const std::vector<ComparedVariant>& variants, text::Lang lang);

}  // namespace muster::papers
