// SPDX-License-Identifier: Apache-2.0
// What happens in a run, in short sentences for children, each at its moment. Calm words, no names, nobody harmed in
// words; what went wrong is said as what is done about it.
#pragma once

#include <string>
#include <vector>

#include "render/text/language.h"
#include "sim/analysis/run_book.h"

namespace muster::lesson {

inline constexpr double caption_lasts_s = 6.0;  // of simulated time; assumption: two lines are read in it

struct Caption {
    double at_s = 0.0;  // from the start of the run
    int weight = 0;     // the heavier of two that are too close stays
    std::string text;
};

/// In order of time, never two within caption_lasts_s. `book` has read all of `trace`, which may still grow.
[[nodiscard]] std::vector<Caption> captions(const Trace& trace, const analysis::RunBook& book, text::Lang lang);

/// The one to show at a moment; nullptr when none is.
[[nodiscard]] const Caption* caption_at(const std::vector<Caption>& captions, double time_s);

}  // namespace muster::lesson
