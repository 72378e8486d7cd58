// SPDX-License-Identifier: Apache-2.0
// What a panel, a key or a script asks for: plain values, carried out by the controller once per frame.
#pragma once

#include <concepts>
#include <string>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

#include "render/viewer/state/viewer_state.h"

namespace muster::viewer::wish {

struct Play {
    bool on = true;
};
struct Seek {
    double at_s = 0.0;
};
struct StepBy {
    int samples = 1;
};
struct SetSpeed {
    double speed = 1.0;
};
struct NextEvent {
    int direction = 1;  // -1: the one before
};
struct ShowLevel {
    LevelId level;
};
struct Arrange {
    Arrangement arrangement;
};
struct SetLayers {
    LayerChoice layers;
};
struct SetCamera {
    Camera camera;
};
struct Select {
    Selection what;
};
struct ShowGroup {
    GroupId group;  // not valid = none
};
struct Activate {
    std::size_t session = 0;
};
struct Give {
    engine::Command command;
};
struct ChangeOrders {
    Scenario scenario;
};
struct Undo {};
struct Redo {};
struct Reseed {
    std::uint64_t seed = 1;
};
struct OpenPath {
    std::string path;
    bool beside = false;  // compare with what is open
};
struct BrowseFolder {    // to choose a file in it
    std::string folder;  // "" = the last one
};
struct CloseBrowser {};
struct NewPlan {};  // an empty one, on the drawing board
struct CloseCompared {};
struct SaveScenario {
    std::string path;
};
struct SavePicture {  // of the storey shown, at print resolution
    std::string path;
};
struct Screenshot {
    std::string path;
};
struct MakeVideo {
    std::string path;
};
struct SetMode {
    Mode mode;
};
enum class Stroke : std::uint8_t { press, drag, release, hover, double_click };
struct EditPointer {
    Stroke stroke = Stroke::hover;
    Pointer at;
};
enum class EditKey : std::uint8_t { finish, cancel, remove };
struct EditPress {
    EditKey key;
};
struct EditTool {
    Tool tool;
};
struct EditSettings {
    ToolSettings settings;
};
struct EditStep {
    Edited step;
    bool joins_last = false;
};
struct EditSelect {
    std::vector<ObjectRef> objects;
};
struct EditUnderlay {
    Underlay underlay;
};
struct RemoveUnderlay {};
struct ScaleUnderlay {  // the two points chosen are so far apart
    double real_m = 0.0;
};
struct SavePlan {
    std::string path;
};
struct RestoreAutosave {};  // go on with what was kept when the program ended
struct DiscardAutosave {};
struct TryPlan {};  // run the scenario in the edited plan
enum class LessonWay : std::uint8_t { near_stair, by_class };
struct LessonRun {  // from the start, another way to leave
    LessonWay way;
};
struct SomeoneStops {};
struct AskQuiz {};
struct Answer {
    std::size_t question = 0;
    int option = 0;
};
struct CloseQuiz {};
struct RouteCard {  // of the class shown
    std::string path;
};
struct SetLanguage {
    text::Lang lang;
};
struct SetScale {
    double scale = 1.0;
};
struct ShowHelp {
    bool on = true;
};
struct Say {
    std::string text;
};
struct Quit {};
enum class Leaving : std::uint8_t { ask, save, leave, stay };
struct Leave {  // the window is being closed: `ask` when something is not saved
    Leaving how = Leaving::ask;
    std::string path;  // to save to
};

}  // namespace muster::viewer::wish

namespace muster::viewer {

// By who carries them out in the controller: one that is added to a group and forgotten there does not compile.
using PlaybackWish = std::variant<wish::Play, wish::Seek, wish::StepBy, wish::SetSpeed, wish::NextEvent>;
using LookWish = std::variant<wish::ShowLevel, wish::Arrange, wish::SetLayers, wish::SetCamera, wish::Select,
                              wish::ShowGroup, wish::Activate, wish::CloseCompared>;
using CourseWish = std::variant<wish::Give, wish::ChangeOrders, wish::Undo, wish::Redo, wish::Reseed>;
using FileWish = std::variant<wish::OpenPath, wish::BrowseFolder, wish::CloseBrowser, wish::NewPlan, wish::SaveScenario,
                              wish::SavePicture, wish::Screenshot, wish::MakeVideo, wish::RouteCard>;
using BoardWish = std::variant<wish::EditPointer, wish::EditPress, wish::EditTool, wish::EditSettings, wish::EditStep,
                               wish::EditSelect, wish::EditUnderlay, wish::RemoveUnderlay, wish::ScaleUnderlay,
                               wish::SavePlan, wish::TryPlan, wish::RestoreAutosave, wish::DiscardAutosave>;
using LessonWish = std::variant<wish::LessonRun, wish::SomeoneStops, wish::AskQuiz, wish::Answer, wish::CloseQuiz>;
using ProgramWish =
    std::variant<wish::SetMode, wish::SetLanguage, wish::SetScale, wish::ShowHelp, wish::Say, wish::Leave, wish::Quit>;
using WishGroups = std::variant<PlaybackWish, LookWish, CourseWish, FileWish, BoardWish, LessonWish, ProgramWish>;

/// One of all of the above. Moved and destroyed by one file's code: made anew in every file it took half of building a
/// panel.
struct Wish : WishGroups {
    template <class Kind>
    requires(!std::derived_from<std::remove_cvref_t<Kind>, WishGroups>) Wish(Kind&& kind)
        : WishGroups(std::forward<Kind>(kind)) {}  // NOLINT: a kind is a wish
    Wish(const Wish&);
    Wish(Wish&&) noexcept;
    Wish& operator=(const Wish&);
    Wish& operator=(Wish&&) noexcept;
    ~Wish();
};

template <class Kind, class... Kinds>
[[nodiscard]] const Kind* get_wish(const std::variant<Kinds...>& group) {
    if constexpr ((std::same_as<Kind, Kinds> || ...))
        return std::get_if<Kind>(&group);
    else
        return nullptr;
}
/// Null = it is another one.
template <class Kind>
[[nodiscard]] const Kind* get_wish(const Wish& wish) {
    return std::visit([](const auto& group) { return get_wish<Kind>(group); }, static_cast<const WishGroups&>(wish));
}
using Wishes = std::vector<Wish>;

}  // namespace muster::viewer
