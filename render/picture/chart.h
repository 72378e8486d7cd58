// SPDX-License-Identifier: Apache-2.0
// Line charts of a report. Lines differ by dash and carry their name at their end, so that they read in black and
// white.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "render/picture/canvas.h"
#include "render/text/language.h"

namespace muster::picture {

struct ChartPage {
    text::Lang lang = text::Lang::zh_cn;
    PictureFormat format = PictureFormat::png;
    int width_px = 1800;
};

/// People out over time. Times in seconds from the signal to leave, sorted; values before it count at once.
struct ArrivalCurves {
    std::vector<double> out;                       // of the first seed
    std::vector<double> at_assembly;               // of the first seed; may be empty
    std::vector<std::vector<double>> other_seeds;  // out of the building
    int persons = 0;
    double target_s = 0.0;  // 0 = none
};
[[nodiscard]] std::string draw_arrival(const ArrivalCurves& curves, const ChartPage& page);

/// One strip per bottleneck, on one time axis and one flow axis.
struct FlowStrip {
    int number = 0;
    std::string label;
    std::span<const double> flow;  // persons/s per bin
};
struct FlowStrips {
    std::vector<FlowStrip> strips;
    double bin_s = 10.0;
    double first_s = 0.0;  // start of the first bin, s from the signal to leave
};
[[nodiscard]] std::string draw_flows(const FlowStrips& flows, const ChartPage& page);

/// How strongly the lowest and the highest floor shake, running JMA intensity, s from the start of the shock.
struct ShakingCurves {
    double every_s = 0.5;
    std::span<const float> ground, roof;
    double strongest = 7.0;  // end of the scale
    int ticks = 7;
    double calm = 4.5;  // under it people may leave; 0 = not drawn
    const char* scale = "chart.jma";
    double order_s = 0.0;  // when they are told to; 0 = never
};
[[nodiscard]] std::string draw_shaking(const ShakingCurves& curves, const ChartPage& page);

/// The smallest of 1, 2, 2.5 or 5 times a power of ten with which `range` needs at most `ticks` steps.
[[nodiscard]] double tick_step(double range, int ticks);

}  // namespace muster::picture
