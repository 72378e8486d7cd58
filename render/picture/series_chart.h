// SPDX-License-Identifier: Apache-2.0
// Any numbers over any numbers, to compare: series differ by mark, dash and width as well as by shade, so that they
// read in black and white.
#pragma once

#include <string>
#include <vector>

#include "render/picture/chart.h"

namespace muster::picture {

enum class SeriesShape : std::uint8_t { points, line, steps, band };

struct ChartSeries {
    std::string label;
    SeriesShape shape = SeriesShape::points;
    std::vector<double> x, y;
    std::vector<double> y_high;  // of a band; y is its lower edge
};

struct SeriesChart {
    std::string title, x_label, y_label;  // with units
    std::vector<ChartSeries> series;
};

/// The page's language is not asked for: all words are the caller's. What is not finite is left out.
[[nodiscard]] std::string draw_series(const SeriesChart& chart, const ChartPage& page);

}  // namespace muster::picture
