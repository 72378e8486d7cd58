// SPDX-License-Identifier: Apache-2.0
// The course of one run in a few lines: orders, incidents, falls, first and last out; not every step of everybody.
#pragma once

#include <string>
#include <vector>

#include "render/text/language.h"
#include "sim/record/trace.h"

namespace muster::papers {

struct TimelineRow {
    double time_s = 0.0;  // from the start of the run
    std::string text;
};

/// In order of time.
[[nodiscard]] std::vector<TimelineRow> timeline(const Trace& trace, text::Lang lang);

}  // namespace muster::papers
