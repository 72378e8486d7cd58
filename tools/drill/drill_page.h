// SPDX-License-Identifier: Apache-2.0
// The page after a real drill: measured beside simulated, what the school's fitted values are, and how far predictions
// were off over the drills so far. With the columns of the drill record (F5) that only a person may fill, blank.
#pragma once

#include "render/document/document.h"
#include "tools/drill/drill_fit.h"
#include "tools/drill/drill_history.h"

namespace muster {

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

[[nodiscard]] Document drill_page(const DrillPage& page, Lang lang);

/// A clock that the fitted simulation misses by more than this many seconds is told of: somebody stopped the watch at
/// the wrong person, or something happened in that class.
[[nodiscard]] double doubtful_miss_s(const DrillFit& fit);

}  // namespace muster
