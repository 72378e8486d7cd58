// SPDX-License-Identifier: Apache-2.0
#include "render/lesson/compare.h"

#include <algorithm>
#include <cmath>

#include "render/text/catalogue.h"
#include "sim/analysis/clocks.h"

namespace muster::lesson {

namespace {

constexpr double same_share = 0.03;   // runs of one scenario differ by about as much from seed to seed; assumption
constexpr double calmer_share = 0.7;  // of the other's crowding: calm enough to be worth a word; assumption
constexpr double crowded_person_s = 600.0;

const LessonResult& calmer(const LessonResult& a, const LessonResult& b) {
    return a.exposure_person_s <= b.exposure_person_s ? a : b;
}

const LessonResult& crowded(const LessonResult& a, const LessonResult& b) {
    return a.exposure_person_s <= b.exposure_person_s ? b : a;
}

bool one_is_calmer(const LessonResult& a, const LessonResult& b) {
    return crowded(a, b).exposure_person_s >= crowded_person_s &&
           calmer(a, b).exposure_person_s <= calmer_share * crowded(a, b).exposure_person_s;
}

text::TextArgs args_of(const LessonResult& a, const LessonResult& b) {
    const auto whole = [](double v) { return std::to_string(std::lround(v)); };
    return {{"a", a.name},
            {"b", b.name},
            {"a_s", whole(a.out_s.value_or(0.0))},
            {"b_s", whole(b.out_s.value_or(0.0))},
            {"a_queue", std::to_string(a.longest_queue)},
            {"b_queue", std::to_string(b.longest_queue)},
            {"difference", whole(std::abs(a.out_s.value_or(0.0) - b.out_s.value_or(0.0)))},
            {"faster", a.out_s < b.out_s ? a.name : b.name},
            {"calmer", calmer(a, b).name},
            {"percent", whole(100.0 * calmer(a, b).exposure_person_s / crowded(a, b).exposure_person_s)}};
}

}  // namespace

LessonResult lesson_result(std::string name, const World& world, const analysis::RunAnalysis& run) {
    LessonResult result{std::move(name), {}, run.exposure_person_s, 0};
    if (run.clocks.last_out_of_building)
        result.out_s = *run.clocks.last_out_of_building - analysis::signal_s(world, run.clocks);
    for (const analysis::Bottleneck& b : run.bottlenecks)
        result.longest_queue = std::max(result.longest_queue, b.longest_queue);
    return result;
}

std::string comparison_sentence(const LessonResult& a, const LessonResult& b, text::Lang lang) {
    const text::Catalogue words(lang);
    if (!a.out_s && !b.out_s) return words.text("lesson.compare.neither", args_of(a, b));
    if (!a.out_s) return words.text("lesson.compare.one", args_of(b, a));
    if (!b.out_s) return words.text("lesson.compare.one", args_of(a, b));
    const bool same = std::abs(*a.out_s - *b.out_s) < same_share * std::max(*a.out_s, *b.out_s);
    std::string sentence = words.text(same ? "lesson.compare.same" : "lesson.compare.differ", args_of(a, b));
    if (one_is_calmer(a, b)) sentence += words.text("lesson.compare.calmer", args_of(a, b));
    return sentence + words.text("lesson.compare.stop");
}

}  // namespace muster::lesson
