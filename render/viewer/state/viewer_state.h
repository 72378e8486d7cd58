// SPDX-License-Identifier: Apache-2.0
// All that the window shows and how: plain values and the sessions. Panels read it and answer with wishes; only
// the controller changes it.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "render/lesson/compare.h"
#include "render/lesson/quiz.h"
#include "render/text/language.h"
#include "render/viewer/state/crowd_now.h"
#include "render/viewer/state/edit_desk.h"
#include "render/viewer/state/folder_list.h"
#include "render/viewer/state/session.h"
#include "render/viewer/state/session_book.h"

namespace muster::viewer {

enum class Colouring : std::uint8_t { state, group, speed, exposure };
enum class Arrangement : std::uint8_t { one, side_by_side, stacked };
enum class Mode : std::uint8_t { watch, edit, lesson };

struct LayerChoice {
    Colouring colouring = Colouring::state;
    bool people = true, trails = false, routes = false, risks = true, labels = true, furniture = true;
    bool fixtures = false, numbers = true;
    std::optional<analysis::HeatKind> heat;
    bool operator==(const LayerChoice&) const = default;
};

struct Camera {
    Vec2 centre;            // m of the site
    double px_per_m = 0.0;  // 0 = fit
    bool operator==(const Camera&) const = default;
};

using Selection = std::variant<std::monostate, PersonId, OpeningId, SpaceId>;

struct Settings {
    text::Lang lang = text::Lang::zh_cn;
    double scale = 1.0;               // of words and buttons; HiDPI screens want 1.5 to 2
    std::vector<std::string> recent;  // files, last opened first
    std::string folder;               // that was browsed last; "" = none
    bool operator==(const Settings&) const = default;
};

struct Playback {
    bool playing = false;
    double at_s = 0.0;
    double speed = 1.0;  // simulated seconds per second, 0.25 to 64
};

/// What a class has seen and answered.
struct LessonState {
    std::vector<lesson::LessonResult> results;  // of the ways to leave that were played to their end, latest last
    std::string way;                            // that is being played, in words; "" = as the scenario has it
    std::vector<lesson::QuizQuestion> quiz;     // empty = not asked
    std::vector<int> answers;                   // beside quiz; -1 = not answered yet
};

struct ViewerState {
    Settings settings;
    std::vector<std::unique_ptr<Session>> sessions;   // one, or two that are compared
    std::vector<CrowdNow> moments;                    // beside sessions: of playback.at_s
    std::vector<std::unique_ptr<SessionBook>> books;  // beside sessions
    std::size_t active = 0;
    Playback playback;
    Mode mode = Mode::watch;
    Arrangement arrangement = Arrangement::one;
    LevelId level{0};
    Camera camera;
    LayerChoice layers;
    Selection selection;
    GroupId group;  // whose route is drawn, and the lesson's own class
    LessonState lesson;
    std::unique_ptr<EditDesk> desk;     // once the plan has been edited
    std::optional<FolderList> browser;  // a file is being chosen
    bool help = false;
    bool leaving = false;       // closing was asked for while something is not saved
    std::string message;        // the last thing worth saying, in the user's language
    double message_left_s = 0;  // for which it still stays

    [[nodiscard]] bool open() const { return !sessions.empty(); }
    [[nodiscard]] Session& session() { return *sessions[active]; }
    [[nodiscard]] const Session& session() const { return *sessions[active]; }
    [[nodiscard]] const CrowdNow& moment() const { return moments[active]; }
    [[nodiscard]] const SessionBook& book() const { return *books[active]; }
};

}  // namespace muster::viewer
