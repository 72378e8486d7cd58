// SPDX-License-Identifier: Apache-2.0
#include "render/viewer/state/controller.h"

#include <algorithm>
#include <chrono>

#include "render/text/catalogue.h"
#include "render/viewer/state/messages.h"
#include "sim/base/overload.h"

namespace muster::viewer {

namespace {

constexpr double slowest = 0.25, fastest = 64.0;

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
                            if (!no.empty()) say_finding(state_, no.front());
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
                 [&](const wish::SavePicture& w) { say(state_, host_.save_picture(state_, w.path)); },
                 [&](const wish::Screenshot& w) { screenshot_ = w.path; },
                 [&](const wish::MakeVideo& w) { make_video(w.path); },
                 [&](const wish::RouteCard& w) { say(state_, host_.save_route_card(state_, w.path)); }},
        wish);
}

void Controller::grant(const ProgramWish& wish) {
    std::visit(
        Overload{[&](const wish::SetMode& w) { set_mode(w.mode); },
                 [&](const wish::SetLanguage& w) {
                     state_.settings.lang = w.lang;
                     host_.remember(state_.settings);
                 },
                 [&](const wish::SetScale& w) {
                     state_.settings.scale = std::clamp(w.scale, 0.75, 3.0);
                     host_.remember(state_.settings);
                 },
                 [&](const wish::ShowHelp& w) { state_.help = w.on; }, [&](const wish::Say& w) { say(state_, w.text); },
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
        say(state_, film_.get());
    else
        say(state_, text::Catalogue(state_.settings.lang).text("viewer.video_under_way"));
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
        if (const auto refusal = state_.sessions[i]->take_refusal()) say_finding(state_, *refusal);
        state_.moments[i].look(state_.sessions[i]->trace(), playback.at_s);
        state_.books[i]->follow(*state_.sessions[i], state_.settings.lang);
    }
    lesson_.note_result();
    if (state_.desk) {
        state_.desk->follow();
        if (state_.desk->autosave_due(passed_s)) board_.keep_unsaved();
    }
    if (state_.open() && !state_.session().failure().empty()) say(state_, state_.session().failure());
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
    say(state_, answer);
}

void Controller::set_mode(Mode mode) {
    state_.mode = mode;
    if (mode == Mode::edit) {
        state_.playback.playing = false;
        state_.arrangement = Arrangement::one;
        board_.set_up();
    }
}

void Controller::leave(const wish::Leave& what) {
    const bool unsaved = state_.desk && state_.desk->edit.dirty();
    state_.leaving = false;
    switch (what.how) {
        case wish::Leaving::ask:
            board_.keep_unsaved();
            state_.leaving = unsaved;
            quit_ = !unsaved;
            break;
        case wish::Leaving::save:
            if (unsaved) board_.save_plan(what.path);
            quit_ = !unsaved || !state_.desk->edit.dirty();
            break;
        case wish::Leaving::leave:
            if (unsaved) board_.forget_own_autosave();
            quit_ = true;
            break;
        case wish::Leaving::stay:
            break;
    }
}

}  // namespace muster::viewer
