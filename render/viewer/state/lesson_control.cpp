// SPDX-License-Identifier: Apache-2.0
#include "render/viewer/state/lesson_control.h"

#include <algorithm>

#include "render/lesson/variants.h"
#include "render/text/catalogue.h"
#include "render/viewer/state/messages.h"
#include "sim/base/overload.h"

namespace muster::viewer {

void LessonControl::grant(const LessonWish& wish) {
    std::visit(Overload{[&](const wish::LessonRun& w) { begin_run(w.way); },
                        [&](const wish::SomeoneStops&) { someone_stops(); }, [&](const wish::AskQuiz&) { ask_quiz(); },
                        [&](const wish::Answer& w) { state_.lesson.answers.at(w.question) = w.option; },
                        [&](const wish::CloseQuiz&) { state_.lesson.quiz.clear(); }},
               wish);
}

void LessonControl::begin_run(wish::LessonWay way) {
    if (!state_.open() || !state_.session().has_people()) return;
    Session& session = state_.session();
    const bool near = way == wish::LessonWay::near_stair;
    const routing::Navigation& navigation = *session.prepared().navigation;
    const Findings no = session.change_orders(near ? lesson::near_stair(session.world(), navigation)
                                                   : lesson::by_class(session.world(), navigation));
    if (!no.empty()) return say_finding(state_, no.front());
    state_.lesson.way =
        text::Catalogue(state_.settings.lang).text(near ? "viewer.lesson.near_stair" : "viewer.lesson.by_class");
    state_.lesson.quiz.clear();
    state_.playback.at_s = 0.0;
    state_.playback.playing = true;
}

void LessonControl::someone_stops() {
    if (!state_.open() || state_.book().empty()) return;
    const auto incident = muster::lesson::someone_stops(state_.book().book(), state_.session().trace());
    if (incident)
        state_.session().give(incident->what, state_.playback.at_s);
    else
        say(state_, text::Catalogue(state_.settings.lang).text("viewer.lesson.nobody_walks"));
}

void LessonControl::ask_quiz() {
    if (!state_.open() || state_.book().analysis() == nullptr)
        return say(state_, text::Catalogue(state_.settings.lang).text("viewer.lesson.not_ended"));
    const Session& session = state_.session();
    state_.lesson.quiz =
        lesson::make_quiz(session.trace(), *state_.book().analysis(), state_.settings.lang, session.seed());
    state_.lesson.answers.assign(state_.lesson.quiz.size(), -1);
}

void LessonControl::note_result() {
    LessonState& lesson = state_.lesson;
    if (!state_.open() || lesson.way.empty() || state_.book().analysis() == nullptr) return;
    if (!state_.session().given().empty()) return;  // something went wrong in it on purpose
    const auto known = std::find_if(lesson.results.begin(), lesson.results.end(),
                                    [&](const lesson::LessonResult& r) { return r.name == lesson.way; });
    if (known != lesson.results.end()) return;
    lesson.results.push_back(lesson::lesson_result(lesson.way, state_.session().world(), *state_.book().analysis()));
}

}  // namespace muster::viewer
