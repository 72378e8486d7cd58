// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tools/store/rectification_file.h"

namespace muster::rectify {

/// Runs that all change by so much: seconds of the way out, person-seconds of crowding.
inline std::vector<store::ItemGain> made_up_gain(double time_by, double crowding_by, int pairs = 12) {
    std::vector<analysis::RunFigures> before, after;
    for (int i = 0; i < pairs; ++i) {
        analysis::RunFigures f;
        f.seed = static_cast<std::uint64_t>(i + 1);
        f.last_out_of_building = 200.0 + i;
        f.exposure_person_s = 1000.0 + i;
        before.push_back(f);
        *f.last_out_of_building += time_by + 0.01 * i;
        f.exposure_person_s += crowding_by + 0.01 * i;
        after.push_back(f);
    }
    std::vector<store::ItemGain> all;
    for (const analysis::FigureComparison& c : analysis::compare_figures(before, after))
        all.push_back(store::gain_of(c));
    return all;
}

}  // namespace muster::rectify
