// SPDX-License-Identifier: Apache-2.0
#include "render/viewer/state/controller.h"

#include <algorithm>
#include <chrono>

#include "render/lesson/variants.h"
#include "render/text/catalogue.h"
#include "sim/base/overload.h"

namespace muster::viewer {

namespace {

constexpr double slowest = 0.25, fastest = 64.0;
constexpr double message_stays_s = 8.0;
}  // namespace

std::vector<const TimedEvent*> landmarks(const Trace& trace) {
    std::vector<const TimedEvent*> marks;
    for (const TimedEvent& e : trace.events)
        if (is_landmark(e.event)) marks.push_back(&e);
    return marks;
}

void Controller::carry_out(const Wishes& wishes) {
    for (const Wish& one : wishes)
        std::visit([this](const auto& group) { grant(group); }, static_cast<const WishGroups&>(one));
}

void Controller::grant(const PlaybackWish& wish) {
    Playback& playback = state_.playback;
    std::visit(Overload{[&](const wish::Play& w) {
                            if (w.on && playback.at_s >= end_s()) playback.at_s = 0.0;
                            playback.playing = w.on && state_.open();
                        },
                        [&](const wish::Seek& w) { seek(w.at_s); },
                        [&](const wish::StepBy& w) {
                            playback.playing = false;
                            if (!state_.open()) return;
                            seek(playback.at_s + w.samples * state_.session().world().scenario.run.sample_s);
                        },
                        [&](const wish::SetSpeed& w) { playback.speed = std::clamp(w.speed, slowest, fastest); },
                        [&](const wish::NextEvent& w) { next_event(w.direction); }},
               wish);
}

void Controller::grant(const LookWish& wish) {
    std::visit(
        Overload{[&](const wish::ShowLevel& w) { state_.level = w.level; },
                 [&](const wish::Arrange& w) { state_.arrangement = w.arrangement; },
                 [&](const wish::SetLayers& w) { state_.layers = w.layers; },
                 [&](const wish::SetCamera& w) { state_.camera = w.camera; },
                 [&](const wish::Select& w) { state_.selection = w.what; },
                 [&](const wish::ShowGroup& w) { show_group(w.group); },
                 [&](const wish::Activate& w) { state_.active = std::min(w.session, state_.sessions.size() - 1); },
                 [&](const wish::CloseCompared&) { close_compared(); }},
        wish);
}

void Controller::grant(const CourseWish& wish) {
    const bool at_board = state_.mode == Mode::edit && state_.desk;
    std::visit(Overload{[&](const wish::Give& w) {
                            if (state_.open() && state_.session().has_people())
                                state_.session().give(w.command, state_.playback.at_s);
                        },
                        [&](const wish::ChangeOrders& w) {
                            const Findings no = state_.session().change_orders(w.scenario);
                            if (!no.empty()) say_finding(no.front());
                        },
                        [&](const wish::Undo&) {
                            if (at_board)
                                state_.desk->edit.undo();
                            else if (state_.open())
                                state_.session().undo();
                        },
                        [&](const wish::Redo&) {
                            if (at_board)
                                state_.desk->edit.redo();
                            else if (state_.open())
                                state_.session().redo();
                        },
                        [&](const wish::Reseed& w) {
                            state_.session().reseed(w.seed);
                            seek(0.0);
                        }},
               wish);
}

void Controller::grant(const FileWish& wish) {
    std::visit(
        Overload{[&](const wish::OpenPath& w) { open(w); }, [&](const wish::BrowseFolder& w) { browse(w.folder); },
                 [&](const wish::CloseBrowser&) { state_.browser.reset(); }, [&](const wish::NewPlan&) { new_plan(); },
                 [&](const wish::SaveScenario& w) { save_scenario(w.path); },
                 [&](const wish::SavePicture& w) { say(host_.save_picture(state_, w.path)); },
                 [&](const wish::Screenshot& w) { screenshot_ = w.path; },
                 [&](const wish::MakeVideo& w) { make_video(w.path); },
                 [&](const wish::RouteCard& w) { say(host_.save_route_card(state_, w.path)); }},
        wish);
}

void Controller::grant(const LessonWish& wish) {
    std::visit(Overload{[&](const wish::LessonRun& w) { begin_lesson_run(w.way); },
                        [&](const wish::SomeoneStops&) { someone_stops(); }, [&](const wish::AskQuiz&) { ask_quiz(); },
                        [&](const wish::Answer& w) { state_.lesson.answers.at(w.question) = w.option; },
                        [&](const wish::CloseQuiz&) { state_.lesson.quiz.clear(); }},
               wish);
}

void Controller::grant(const ProgramWish& wish) {
    std::visit(Overload{[&](const wish::SetMode& w) { set_mode(w.mode); },
                        [&](const wish::SetLanguage& w) {
                            state_.settings.lang = w.lang;
                            host_.remember(state_.settings);
                        },
                        [&](const wish::SetScale& w) {
                            state_.settings.scale = std::clamp(w.scale, 0.75, 3.0);
                            host_.remember(state_.settings);
                        },
                        [&](const wish::ShowHelp& w) { state_.help = w.on; }, [&](const wish::Say& w) { say(w.text); },
                        [&](const wish::Leave& w) { leave(w); }, [&](const wish::Quit&) { quit_ = true; }},
               wish);
}

void Controller::close_compared() {
    if (state_.sessions.size() > 1) state_.sessions.resize(1);
    state_.moments.resize(state_.sessions.size());
    state_.books.resize(state_.sessions.size());
    state_.active = 0;
}

// Of a copy of what has been recorded, beside: the window goes on.
void Controller::make_video(const std::string& path) {
    if (!state_.open() || film_.valid()) return;
    film_ = std::async(std::launch::async,
                       [&host = host_, trace = state_.session().trace(), world = state_.session().shared_world(),
                        lang = state_.settings.lang, path] { return host.make_video(trace, lang, path); });
}

void Controller::look_for_film() {
    if (!film_.valid()) return;
    if (film_.wait_for(std::chrono::seconds(0)) == std::future_status::ready)
        say(film_.get());
    else
        say(text::Catalogue(state_.settings.lang).text("viewer.video_under_way"));
}

void Controller::pass(double passed_s) {
    state_.message_left_s = std::max(0.0, state_.message_left_s - passed_s);
    look_for_film();
    Playback& playback = state_.playback;
    if (playback.playing && caught_up()) {
        // A long frame must not make people jump.
        playback.at_s = std::min(playback.at_s + playback.speed * std::min(passed_s, 0.1), end_s());
        if (playback.at_s >= end_s()) playback.playing = false;
    }
    for (std::size_t i = 0; i < state_.sessions.size(); ++i) {
        state_.sessions[i]->follow(playback.at_s);
        if (const auto refusal = state_.sessions[i]->take_refusal()) say_finding(*refusal);
        state_.moments[i].look(state_.sessions[i]->trace(), playback.at_s);
        state_.books[i]->follow(*state_.sessions[i], state_.settings.lang);
    }
    note_lesson_result();
    if (state_.desk) {
        state_.desk->follow();
        if (state_.desk->autosave_due(passed_s)) keep_unsaved();
    }
    if (state_.open() && !state_.session().failure().empty()) say(state_.session().failure());
}

bool Controller::caught_up() const {
    return std::all_of(state_.sessions.begin(), state_.sessions.end(), [&](const auto& session) {
        return !session->live() || session->ended() || session->reached_s() >= state_.playback.at_s;
    });
}

double Controller::end_s() const {
    double end = 0.0;
    for (const auto& session : state_.sessions) end = std::max(end, session->end_s());
    return end;
}

// And the storey where its people start.
void Controller::show_group(GroupId group) {
    state_.group = group;
    if (!group.valid() || !state_.open()) return;
    const World& world = state_.session().world();
    const SpaceId start = world.scenario.population.groups[group.index()].space;
    if (start.valid()) state_.level = world.building.space(start).level;
}

void Controller::seek(double at_s) { state_.playback.at_s = std::clamp(at_s, 0.0, end_s()); }

void Controller::next_event(int direction) {
    if (!state_.open()) return;
    const double now = state_.playback.at_s;
    const auto marks = landmarks(state_.session().trace());
    if (direction > 0) {
        for (const TimedEvent* mark : marks)
            if (mark->time.seconds() > now + 1e-3) return seek(mark->time.seconds());
    } else {
        for (auto mark = marks.rbegin(); mark != marks.rend(); ++mark)
            if ((*mark)->time.seconds() < now - 1e-3) return seek((*mark)->time.seconds());
    }
}

void Controller::save_scenario(const std::string& path) {
    const HostAnswer answer = host_.save_scenario(state_.session(), path);
    if (answer.done) state_.session().saved_as(path);
    say(answer);
}

void Controller::begin_lesson_run(wish::LessonWay way) {
    if (!state_.open() || !state_.session().has_people()) return;
    Session& session = state_.session();
    const bool near = way == wish::LessonWay::near_stair;
    const routing::Navigation& navigation = *session.prepared().navigation;
    const Findings no = session.change_orders(near ? lesson::near_stair(session.world(), navigation)
                                                   : lesson::by_class(session.world(), navigation));
    if (!no.empty()) return say_finding(no.front());
    state_.lesson.way =
        text::Catalogue(state_.settings.lang).text(near ? "viewer.lesson.near_stair" : "viewer.lesson.by_class");
    state_.lesson.quiz.clear();
    state_.playback.at_s = 0.0;
    state_.playback.playing = true;
}

void Controller::someone_stops() {
    if (!state_.open() || state_.book().empty()) return;
    const auto incident = muster::lesson::someone_stops(state_.book().book(), state_.session().trace());
    if (incident)
        state_.session().give(incident->what, state_.playback.at_s);
    else
        say(text::Catalogue(state_.settings.lang).text("viewer.lesson.nobody_walks"));
}

void Controller::ask_quiz() {
    if (!state_.open() || state_.book().analysis() == nullptr)
        return say(text::Catalogue(state_.settings.lang).text("viewer.lesson.not_ended"));
    const Session& session = state_.session();
    state_.lesson.quiz =
        lesson::make_quiz(session.trace(), *state_.book().analysis(), state_.settings.lang, session.seed());
    state_.lesson.answers.assign(state_.lesson.quiz.size(), -1);
}

// Each way to leave is told once, when its run has been analysed.
void Controller::note_lesson_result() {
    LessonState& lesson = state_.lesson;
    if (!state_.open() || lesson.way.empty() || state_.book().analysis() == nullptr) return;
    if (!state_.session().given().empty()) return;  // something went wrong in it on purpose
    const auto known = std::find_if(lesson.results.begin(), lesson.results.end(),
                                    [&](const lesson::LessonResult& r) { return r.name == lesson.way; });
    if (known != lesson.results.end()) return;
    lesson.results.push_back(lesson::lesson_result(lesson.way, state_.session().world(), *state_.book().analysis()));
}

void Controller::say(const std::string& text) {
    if (text.empty()) return;
    state_.message = text;
    state_.message_left_s = message_stays_s;
}

void Controller::say_finding(const Finding& finding) {
    const text::FindingText text = text::describe(finding, state_.settings.lang);
    say(text.hint.empty() ? text.message : text.message + " " + text.hint);
}

}  // namespace muster::viewer
