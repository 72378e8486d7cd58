// SPDX-License-Identifier: Apache-2.0
// Two runs of a lesson side by side, in one plain sentence.
#pragma once

#include <optional>
#include <string>

#include "render/text/language.h"
#include "sim/analysis/results.h"
#include "sim/model/world.h"

namespace muster::lesson {

struct LessonResult {
    std::string name;                // of the way to leave, in words
    std::optional<double> out_s;     // last person out of the building, from the signal; empty = not everybody got out
    double exposure_person_s = 0.0;  // person-seconds at over 4 persons/m2
    int longest_queue = 0;           // persons at one place
};
[[nodiscard]] LessonResult lesson_result(std::string name, const World& world, const analysis::RunAnalysis& run);

[[nodiscard]] std::string comparison_sentence(const LessonResult& a, const LessonResult& b, text::Lang lang);

}  // namespace muster::lesson
