// SPDX-License-Identifier: Apache-2.0
// Five questions about a run, for a class that has just watched it.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "render/text/language.h"
#include "sim/analysis/results.h"

namespace muster::lesson {

struct QuizQuestion {
    std::string kind;  // code, e.g. "last_out"; no two of a quiz alike
    std::string text;
    std::array<std::string, 4> options;
    std::size_t right = 0;    // index into options
    std::string explanation;  // one sentence, with the figure of this run
};

/// The same for the same run, language and seed. `run` = analyse(trace).
[[nodiscard]] std::vector<QuizQuestion> make_quiz(const Trace& trace, const analysis::RunAnalysis& run, text::Lang lang,
                                                  std::uint64_t seed);

}  // namespace muster::lesson
