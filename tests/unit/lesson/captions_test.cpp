// SPDX-License-Identifier: Apache-2.0
#include "render/lesson/captions.h"

#include <algorithm>
#include <catch2/catch.hpp>

#include "render/text/catalogue.h"
#include "tests/support/library_runs.h"

using namespace muster;
using namespace muster::lesson;
using namespace muster::testing;

namespace {

std::vector<Caption> of(const char* name, text::Lang lang = text::Lang::en) {
    const LessonRun& run = library_run(name);
    return captions(run.trace, run.book, lang);
}

bool tells(const std::vector<Caption>& all, std::string_view words) {
    return std::any_of(all.begin(), all.end(),
                       [&](const Caption& c) { return c.text.find(words) != std::string::npos; });
}

}  // namespace

TEST_CASE("captions come in order and leave time to read each", "[lesson]") {
    for (const char* name : {"primary_drill", "two_rooms_fire", "two_rooms_quake_rare"}) {
        const std::vector<Caption> all = of(name);
        CAPTURE(name);
        REQUIRE(all.size() >= 3);
        for (std::size_t i = 1; i < all.size(); ++i) CHECK(all[i].at_s - all[i - 1].at_s >= caption_lasts_s);
        for (const Caption& c : all) CHECK(c.text.find('{') == std::string::npos);
    }
}

TEST_CASE("a drill tells of the alarm, the queue at the stair, the last one out and the roll call", "[lesson]") {
    const std::vector<Caption> all = of("primary_drill");
    CHECK(tells(all, "The alarm rings"));
    CHECK(tells(all, "queue"));
    CHECK(tells(all, "The last one is out"));
    CHECK(tells(all, "nobody missing"));
}

TEST_CASE("an earthquake tells to hold on and waits for the word; no alarm rings in it", "[lesson]") {
    const std::vector<Caption> all = of("two_rooms_quake_rare");
    CHECK(tells(all, "drop, cover and hold on"));
    CHECK(tells(all, "the word comes"));
    CHECK_FALSE(tells(all, "The alarm rings"));
}

TEST_CASE("a caption is shown for its time and no longer", "[lesson]") {
    const std::vector<Caption> all{{1.0, 1, "a"}, {20.0, 1, "b"}};
    CHECK(caption_at(all, 0.5) == nullptr);
    CHECK(caption_at(all, 1.0)->text == "a");
    CHECK(caption_at(all, 7.5) == nullptr);
    CHECK(caption_at(all, 21.0)->text == "b");
}

TEST_CASE("the texts for children hold no frightening word", "[lesson]") {
    const auto check = [](text::Lang lang, std::initializer_list<const char*> words) {
        for (const text::TextRow& row : text::texts_of(lang).texts) {
            if (!row.id.starts_with("lesson.") && !row.id.starts_with("quiz.")) continue;
            CAPTURE(row.id);
            for (const char* word : words) CHECK(row.text.find(word) == std::string_view::npos);
        }
    };
    check(text::Lang::zh_cn, {"死", "伤亡", "踩踏", "血", "恐", "惨"});
    check(text::Lang::en, {"die", "dead", "death", "injur", "crush", "blood", "panic", "trapped"});
}
