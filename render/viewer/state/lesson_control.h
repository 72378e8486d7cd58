// SPDX-License-Identifier: Apache-2.0
// The controller's part in a lesson: runs to compare, somebody who stops, the quiz.
#pragma once

#include "render/viewer/state/viewer_state.h"
#include "render/viewer/state/wishes.h"

namespace muster::viewer {

class LessonControl {
public:
    explicit LessonControl(ViewerState& state) : state_(state) {}

    void grant(const LessonWish& wish);
    /// Each way to leave is told once, when its run has been analysed.
    void note_result();

private:
    void begin_run(wish::LessonWay way);
    void someone_stops();
    void ask_quiz();

    ViewerState& state_;
};

}  // namespace muster::viewer
