// SPDX-License-Identifier: Apache-2.0
// Carries out wishes on the state, and lets time pass. The only place that changes a ViewerState, with its parts
// for the drawing board and the lesson.
#pragma once

#include <future>

#include "render/viewer/state/board_control.h"
#include "render/viewer/state/host.h"
#include "render/viewer/state/lesson_control.h"
#include "render/viewer/state/wishes.h"

namespace muster::viewer {

class Controller {
public:
    Controller(ViewerState& state, ViewerHost& host)
        : state_(state), host_(host), board_(state, host), lesson_(state) {}

    void carry_out(const Wishes& wishes);
    /// `passed_s` of wall time: playback goes on, runs are followed, moments looked up.
    void pass(double passed_s);

    /// The plan's unsaved changes go beside it: something is about to end.
    void keep_unsaved() { board_.keep_unsaved(); }

    /// For the window to carry out; "" = none.
    [[nodiscard]] std::string take_screenshot_path() { return std::exchange(screenshot_, {}); }
    [[nodiscard]] bool quit() const { return quit_; }
    /// False while a run has still to be computed up to the moment shown.
    [[nodiscard]] bool caught_up() const;

private:
    void grant(const PlaybackWish& wish);
    void grant(const LookWish& wish);
    void grant(const CourseWish& wish);
    void grant(const FileWish& wish);
    void grant(const BoardWish& wish) { board_.grant(wish); }
    void grant(const LessonWish& wish) { lesson_.grant(wish); }
    void grant(const ProgramWish& wish);
    void open(const wish::OpenPath& what);
    void show(OpenedFile file, bool beside);
    void browse(const std::string& folder);
    void close_compared();
    void new_plan();
    void next_event(int direction);
    void save_scenario(const std::string& path);
    void seek(double at_s);
    void show_group(GroupId group);
    void make_video(const std::string& path);
    void look_for_film();
    void set_mode(Mode mode);
    void leave(const wish::Leave& what);
    [[nodiscard]] double end_s() const;

    ViewerState& state_;
    ViewerHost& host_;
    BoardControl board_;
    LessonControl lesson_;
    std::string screenshot_;
    std::future<HostAnswer> film_;
    bool quit_ = false;
};

/// Every instant worth jumping to, in order: what happened, without what each single person did.
[[nodiscard]] std::vector<const TimedEvent*> landmarks(const Trace& trace);

}  // namespace muster::viewer
