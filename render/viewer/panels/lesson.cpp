// SPDX-License-Identifier: Apache-2.0
// Lesson mode: few and large things. Four buttons, the own class, what happens in plain words, a quiz, a card to print.
#include <array>

#include "render/text/names.h"
#include "render/viewer/panels/panels.h"

namespace muster::viewer {

namespace {

void draw_four_buttons(Ui& ui, Wishes& wishes) {
    const ImVec2 size{ImGui::GetContentRegionAvail().x, 2.6F * ui.unit};
    if (ui.button("viewer.lesson.near_stair", size)) wishes.emplace_back(wish::LessonRun{wish::LessonWay::near_stair});
    if (ui.button("viewer.lesson.by_class", size)) wishes.emplace_back(wish::LessonRun{wish::LessonWay::by_class});
    if (ui.button("viewer.lesson.lights_out", size)) wishes.emplace_back(wish::Give{LightsOut{}});
    if (ui.button("viewer.lesson.someone_stops", size)) wishes.emplace_back(wish::SomeoneStops{});
}

void draw_own_class(Ui& ui, const ViewerState& state, Wishes& wishes) {
    const auto& groups = state.session().world().scenario.population.groups;
    const std::string now = state.group.valid() ? text::in_language(groups[state.group.index()].name, ui.lang())
                                                : ui.text("viewer.lesson.choose_class");
    ImGui::SetNextItemWidth(-1.0F);
    const bool open = ImGui::BeginCombo("##class", now.c_str(), ImGuiComboFlags_HeightLargest);
    ui.mark("viewer.lesson.class");
    if (open) {
        for (std::size_t i = 0; i < groups.size(); ++i) {
            if (ImGui::Selectable(text::in_language(groups[i].name, ui.lang()).c_str(), state.group.index() == i))
                wishes.emplace_back(wish::ShowGroup{GroupId{i}});
            ui.mark("viewer.lesson.class:" + groups[i].key);
        }
        ImGui::EndCombo();
    }
    if (state.group.valid() && ui.button("viewer.lesson.card")) {
        const std::string file =
            groups[state.group.index()].key + ".route-card." + std::string(text::tag_of(ui.lang())) + ".html";
        wishes.emplace_back(wish::RouteCard{file});
    }
}

void draw_results(Ui& ui, const ViewerState& state) {
    const auto& results = state.lesson.results;
    if (results.size() < 2) return;
    ImGui::Separator();
    ImGui::TextWrapped("%s",
                       lesson::comparison_sentence(results[results.size() - 2], results.back(), ui.lang()).c_str());
}

void draw_question(Ui& ui, const LessonState& lesson, std::size_t number, Wishes& wishes) {
    const lesson::QuizQuestion& question = lesson.quiz[number];
    const int answer = lesson.answers[number];
    ImGui::TextWrapped("%zu. %s", number + 1, question.text.c_str());
    for (std::size_t i = 0; i < question.options.size(); ++i) {
        const std::string id = "viewer.quiz:" + std::to_string(number) + ":" + std::to_string(i);
        const bool right = answer >= 0 && i == question.right, chosen = answer == static_cast<int>(i);
        const std::string mark = right ? "√ " : chosen ? "× " : "   ";
        if (ImGui::Selectable((mark + question.options[i] + "##" + id).c_str(), chosen) && answer < 0)
            wishes.emplace_back(wish::Answer{number, static_cast<int>(i)});
        ui.mark(id);
    }
    if (answer >= 0) ImGui::TextWrapped("%s", question.explanation.c_str());
    ImGui::Spacing();
}

}  // namespace

void draw_quiz(Ui& ui, const ViewerState& state, Wishes& wishes) {
    const LessonState& lesson = state.lesson;
    if (lesson.quiz.empty()) return;
    const ImVec2 screen = ImGui::GetIO().DisplaySize;
    ImGui::SetNextWindowPos(0.5F * screen, ImGuiCond_Always, {0.5F, 0.5F});
    ImGui::SetNextWindowSize({0.62F * screen.x, 0.86F * screen.y});
    bool open = true;
    if (ImGui::Begin((ui.text("viewer.lesson.quiz") + "###quiz").c_str(), &open, ImGuiWindowFlags_NoCollapse)) {
        if (ui.button("viewer.lesson.close_quiz")) open = false;  // first: five questions are longer than a screen
        int right = 0, answered = 0;
        for (std::size_t i = 0; i < lesson.quiz.size(); ++i) {
            draw_question(ui, lesson, i, wishes);
            answered += lesson.answers[i] >= 0 ? 1 : 0;
            right += lesson.answers[i] == static_cast<int>(lesson.quiz[i].right) ? 1 : 0;
        }
        if (answered == static_cast<int>(lesson.quiz.size()))
            ImGui::TextWrapped("%s", ui.text("viewer.lesson.score",
                                             {{"right", std::to_string(right)}, {"all", std::to_string(answered)}})
                                         .c_str());
    }
    ImGui::End();
    if (!open) wishes.emplace_back(wish::CloseQuiz{});
}

void draw_caption(Ui& ui, const ViewerState& state) {
    const lesson::Caption* caption = lesson::caption_at(state.book().captions(), state.playback.at_s);
    ImGui::PushTextWrapPos(0.0F);
    ImGui::TextUnformatted(caption != nullptr ? caption->text.c_str() : ui.text("viewer.lesson.watch").c_str());
    ImGui::PopTextWrapPos();
}

void draw_lesson(Ui& ui, const ViewerState& state, Wishes& wishes) {
    draw_four_buttons(ui, wishes);
    draw_own_class(ui, state, wishes);
    draw_counts(ui, state, wishes);
    if (ui.button("viewer.lesson.quiz")) wishes.emplace_back(wish::AskQuiz{});
    draw_results(ui, state);
}

}  // namespace muster::viewer
