// SPDX-License-Identifier: Apache-2.0
// A small chart of values over time, with the moment shown.
#pragma once

#include <span>
#include <string>

#include "render/viewer/panels/ui.h"

namespace muster::viewer {

struct PlotLine {
    std::string name;  // written above, in its colour; "" = only one line
    std::span<const float> values;
    picture::Colour colour = picture::ink::accent;
};

struct Plot {
    std::string title, unit;
    double step_s = 0.5;  // between two values
    double now_s = 0.0;
    float lines_high = 4.0F;  // lines of words
};

void draw_plot(const Ui& ui, const Plot& plot, std::span<const PlotLine> lines);
inline void draw_plot(const Ui& ui, const Plot& plot, std::span<const float> values) {
    const PlotLine line{"", values, picture::ink::accent};
    draw_plot(ui, plot, std::span(&line, 1));
}

}  // namespace muster::viewer
