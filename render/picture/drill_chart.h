// SPDX-License-Identifier: Apache-2.0
// A real drill beside its simulation: people out over time, and each class's clock. Measured is solid and dark,
// predicted dashed, fitted light, so that they read in black and white.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "render/picture/chart.h"

namespace muster::picture {

/// So many people out by then; times in seconds from the signal, rising.
struct DrillStep {
    double time_s = 0.0;
    int people = 0;
};

struct DrillCurves {
    std::vector<DrillStep> measured, predicted, fitted;  // an empty one is left out
    int persons = 0;
    double target_s = 0.0;  // 0 = none
};
[[nodiscard]] std::string draw_drill_curves(const DrillCurves& curves, const ChartPage& page);

struct ClassBar {
    std::string name;
    std::optional<double> measured_s, predicted_s, fitted_s;
};
/// `heading` says which clock.
[[nodiscard]] std::string draw_class_bars(const std::vector<ClassBar>& bars, const std::string& heading,
                                          const ChartPage& page);

}  // namespace muster::picture
