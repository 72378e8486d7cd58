// SPDX-License-Identifier: Apache-2.0
// The page after a real drill: measured beside simulated, what the school's fitted values are, and how far predictions
// were off over the drills so far. With the columns of the drill record (F5) that only a person may fill, blank.
#pragma once

#include "render/document/document.h"
#include "tools/office/drill/drill_fit.h"
#include "tools/office/drill/drill_history.h"

namespace muster::drill {

struct DrillPage {
    const World* world = nullptr;
    std::string date;  // ISO; "" = not known
    DrillTimes measured;
    DrillFit fit;
    FitBounds bounds;
    std::vector<DrillTimes> predicted_runs;             // by seed
    std::vector<double> predicted_out_s, fitted_out_s;  // arrival curves of the first seed, from the signal
    std::vector<DrillRecord> history;                   // this drill last
    std::uint64_t first_seed = 1;
    std::string fitted_file;  // name of the fitted scenario
};

[[nodiscard]] document::Document drill_page(const DrillPage& page, text::Lang lang);

/// One row per doubtful clock, for people: "Grade 3 Class 2, out of building: measured 130 s, expected 71 s".
[[nodiscard]] std::vector<std::string> doubtful_lines(const World& world, const DrillFit& fit, text::Lang lang);

}  // namespace muster::drill
