// SPDX-License-Identifier: Apache-2.0
// Every panel in both languages: no text is missing, nothing is left open.
#include <catch2/catch.hpp>
#include <regex>

#include "render/viewer/panels/edit_panels.h"
#include "tests/unit/panels/panel_bench.h"

using namespace muster;
using namespace muster::viewer;

namespace {

// An id without a text is drawn as it is.
void check_words(PanelBench& bench, const std::function<void(Ui&, const ViewerState&, Wishes&)>& panel) {
    const std::string words = bench.words_of(panel);
    CAPTURE(words);
    for (const char* prefix : {"viewer.", "edit.", "lesson.", "quiz.", "name."})
        CHECK(words.find(prefix) == std::string::npos);
    // "{ open }" is how Dear ImGui writes down a field; "{file}" would be a placeholder that nobody filled.
    CHECK_FALSE(std::regex_search(words, std::regex("\\{[a-z_]+\\}")));
    CHECK(bench.recovered == 0);
}

void check_watching(PanelBench& bench) {
    for (const auto panel :
         {draw_toolbar, draw_timeline, draw_layers, draw_counts, draw_charts, draw_commands, draw_lesson})
        check_words(bench, panel);
    for (const Selection& what :
         {Selection{}, Selection{PersonId{2}}, Selection{OpeningId{0}}, Selection{SpaceId{1}}}) {
        bench.state.selection = what;
        check_words(bench, draw_inspector);
        check_words(bench, draw_commands);
    }
    for (const Colouring colouring : {Colouring::group, Colouring::speed, Colouring::exposure}) {
        bench.state.layers.colouring = colouring;
        check_words(bench, draw_layers);
    }
    for (const analysis::HeatKind kind : analysis::all_heat_kinds) {
        bench.state.layers.heat = kind;
        check_words(bench, draw_layers);
        bench.frame();
    }
}

}  // namespace

TEST_CASE("panels: every word of the panels has its text, in both languages", "[panels]") {
    for (const text::Lang lang : {text::Lang::zh_cn, text::Lang::en}) {
        PanelBench bench(lang);
        check_watching(bench);
        bench.state.help = true;
        bench.frame();
        CHECK(bench.recovered == 0);
        bench.state.help = false;
        bench.controller.carry_out({wish::OpenPath{"b.scenario.json", true}});
        bench.see(2.0);
        check_words(bench, draw_compare);
        bench.frames(2);
        CHECK(bench.recovered == 0);
    }
}

TEST_CASE("panels: every tool of the drawing board has its words, in both languages", "[panels]") {
    for (const text::Lang lang : {text::Lang::zh_cn, text::Lang::en}) {
        PanelBench bench(lang);
        bench.controller.carry_out({wish::SetMode{Mode::edit}});
        wait_for([&] {
            bench.frame();
            return bench.state.desk->checked();
        });
        for (int tool = 0; tool <= static_cast<int>(Tool::underlay_scale); ++tool) {
            bench.controller.carry_out({wish::EditTool{static_cast<Tool>(tool)}});
            check_words(bench, draw_edit_tools);
            bench.frame();
        }
        for (const ObjectRef object : {ObjectRef{ObjectKind::space, 0}, ObjectRef{ObjectKind::opening, 0}}) {
            bench.controller.carry_out({wish::EditTool{Tool::select}, wish::EditSelect{{object}}});
            check_words(bench, draw_edit_properties);
            check_words(bench, draw_edit_tables);
            check_words(bench, draw_edit_findings);
            bench.frame();
        }
        CHECK(bench.recovered == 0);
    }
}

TEST_CASE("panels: the lesson asks its questions and takes one answer to each", "[panels]") {
    for (const text::Lang lang : {text::Lang::zh_cn, text::Lang::en}) {
        PanelBench bench(lang);
        bench.controller.carry_out({wish::SetMode{Mode::lesson}, wish::AskQuiz{}});
        CHECK(bench.state.lesson.quiz.empty());
        CHECK_FALSE(bench.state.message.empty());  // not yet: the run has not ended
        watch_to_end(bench.state.session());
        wait_for([&] {
            bench.frame();
            return bench.state.book().analysis() != nullptr;
        });
        bench.controller.carry_out({wish::AskQuiz{}});
        REQUIRE_FALSE(bench.state.lesson.quiz.empty());
        bench.frames(3);
        REQUIRE(bench.ui.spots.contains("viewer.quiz:0:0"));
        bench.click("viewer.quiz:0:0");
        CHECK(bench.state.lesson.answers[0] == 0);
        bench.click("viewer.quiz:0:1");
        CHECK(bench.state.lesson.answers[0] == 0);
        CHECK(bench.recovered == 0);
    }
}

TEST_CASE("panels: with nothing open the way to open something is told", "[panels]") {
    PanelBench bench(text::Lang::en);
    bench.state.sessions.clear();
    bench.state.moments.clear();
    bench.state.books.clear();
    bench.state.settings.recent = {"a.scenario.json", "中文/演练.scenario.json"};
    check_words(bench, draw_welcome);
    bench.frames(2);
    CHECK(bench.recovered == 0);
}
