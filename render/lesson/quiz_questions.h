// SPDX-License-Identifier: Apache-2.0
// Kinds of questions; inside render/lesson only. Each gives nothing when the run has no clear answer to it.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "render/lesson/quiz.h"
#include "render/text/catalogue.h"
#include "sim/base/random.h"

namespace muster::lesson {

struct QuizRun {
    const Trace& trace;
    const analysis::RunAnalysis& run;
    const text::Catalogue& words;
    RandomStream& random;
};

using Question = std::optional<QuizQuestion>;

// quiz_figures.cpp: from the figures of the run
[[nodiscard]] Question ask_last_out(const QuizRun& q);       // how long until the last was out
[[nodiscard]] Question ask_half_out(const QuizRun& q);       // ... until half were
[[nodiscard]] Question ask_longest_wait(const QuizRun& q);   // at which place people waited most
[[nodiscard]] Question ask_longest_queue(const QuizRun& q);  // how many at once
[[nodiscard]] Question ask_door_flow(const QuizRun& q);      // persons per second through the busiest exit
[[nodiscard]] Question ask_exit_count(const QuizRun& q);     // how many left by the busiest exit
[[nodiscard]] Question ask_last_class(const QuizRun& q);     // which class was out last

// quiz_rules.cpp: what to do, with a figure of the run
/// Those that belong to what happened (fire, shaking, darkness, a fall), then those that always hold.
[[nodiscard]] std::vector<QuizQuestion> ask_what_happened(const QuizRun& q);
[[nodiscard]] std::vector<QuizQuestion> ask_always(const QuizRun& q);

/// Puts the right answer in a place drawn at random. Pre: three wrong ones, all four texts differ.
[[nodiscard]] QuizQuestion assembled(std::string_view kind, std::string text, std::string right,
                                     const std::array<std::string, 3>& wrong, std::string explanation,
                                     RandomStream& random);

}  // namespace muster::lesson
