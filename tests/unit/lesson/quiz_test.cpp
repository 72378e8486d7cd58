// SPDX-License-Identifier: Apache-2.0
#include "render/lesson/quiz.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <set>

#include "tests/support/library_runs.h"

using namespace muster;
using namespace muster::lesson;
using namespace muster::testing;

namespace {

constexpr const char* kinds_of_run[] = {"primary_drill",        "two_rooms_drill",    "two_rooms_fire",
                                        "two_rooms_quake_rare", "kindergarten_drill", "canteen_kitchen_fire",
                                        "primary_p1_lights_out"};

bool asks(const std::vector<QuizQuestion>& quiz, const std::string& kind) {
    return std::any_of(quiz.begin(), quiz.end(), [&](const QuizQuestion& q) { return q.kind == kind; });
}

}  // namespace

TEST_CASE("every run yields five different questions with four different answers, in both languages", "[lesson]") {
    for (const char* name : kinds_of_run) {
        const LessonRun& run = library_run(name);
        for (const text::Lang lang : text::all_languages)
            for (const std::uint64_t seed : {1U, 2U, 3U}) {
                CAPTURE(name, text::tag_of(lang), seed);
                const std::vector<QuizQuestion> quiz = make_quiz(run.trace, run.analysis, lang, seed);
                REQUIRE(quiz.size() == 5);
                std::set<std::string> kinds;
                for (const QuizQuestion& q : quiz) {
                    CAPTURE(q.kind, q.text, q.explanation);
                    kinds.insert(q.kind);
                    CHECK(std::set<std::string>(q.options.begin(), q.options.end()).size() == 4);
                    REQUIRE(q.right < 4);
                    for (const std::string* text : {&q.text, &q.explanation, &q.options[0], &q.options[3]}) {
                        CHECK_FALSE(text->empty());
                        CHECK(text->find('{') == std::string::npos);
                        CHECK(text->find("quiz.") == std::string::npos);
                    }
                }
                CHECK(kinds.size() == 5);
            }
    }
}

TEST_CASE("the same run, language and seed give the same quiz, and another seed another", "[lesson]") {
    const LessonRun& run = library_run("primary_drill");
    const auto text_of = [&](std::uint64_t seed) {
        std::string all;
        for (const QuizQuestion& q : make_quiz(run.trace, run.analysis, text::Lang::zh_cn, seed)) {
            all += q.text + std::to_string(q.right);
            for (const std::string& o : q.options) all += o;
        }
        return all;
    };
    CHECK(text_of(7) == text_of(7));
    CHECK(text_of(7) != text_of(8));
}

TEST_CASE("what happened is asked about: the shaking, the smoke, the dark", "[lesson]") {
    const auto quiz = [](const char* name) {
        const LessonRun& run = library_run(name);
        return make_quiz(run.trace, run.analysis, text::Lang::en, 1);
    };
    CHECK(asks(quiz("two_rooms_quake_rare"), "shaking"));
    CHECK((asks(quiz("two_rooms_fire"), "smoke") || asks(quiz("two_rooms_fire"), "smoke_met")));
    CHECK(asks(quiz("primary_p1_lights_out"), "dark"));
    CHECK_FALSE(asks(quiz("primary_drill"), "shaking"));
}

TEST_CASE("the right answer to how long it took is the clock's", "[lesson]") {
    const LessonRun& run = library_run("primary_drill");
    const double out_s = *run.analysis.clocks.last_out_of_building - *run.analysis.clocks.alarm;
    for (std::uint64_t seed = 1; seed < 40; ++seed)
        for (const QuizQuestion& q : make_quiz(run.trace, run.analysis, text::Lang::en, seed)) {
            if (q.kind != "last_out") continue;
            for (std::size_t i = 0; i < 4; ++i) {
                const double seconds = std::stod(q.options[i].substr(std::string("About ").size()));
                CAPTURE(seed, seconds, out_s);
                CHECK((std::abs(seconds - out_s) <= 5.0) == (i == q.right));
            }
        }
}
