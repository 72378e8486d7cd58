// SPDX-License-Identifier: Apache-2.0
// The controller opening things.
#include "render/text/catalogue.h"
#include "render/viewer/state/controller.h"
#include "render/viewer/state/messages.h"

namespace muster::viewer {

namespace {

constexpr std::size_t recent_kept = 10;

void put_first(std::vector<std::string>& recent, const std::string& path) {
    std::erase(recent, path);
    recent.insert(recent.begin(), path);
    if (recent.size() > recent_kept) recent.resize(recent_kept);
}

// The lowest storey above ground where somebody starts; else the first.
LevelId first_level(const World& world) {
    LevelId best{0};
    int storey = 1 << 20;
    for (const Group& group : world.scenario.population.groups) {
        if (!group.space.valid()) continue;
        const LevelId level = world.building.space(group.space).level;
        const int here = world.building.level(level).storey;
        if (here >= 1 && here < storey) {
            best = level;
            storey = here;
        }
    }
    return best;
}

}  // namespace

void Controller::open(const wish::OpenPath& what) {
    OpenedFile file = host_.open(what.path);
    if (!file.world) {
        say(state_,
            file.findings.empty() ? what.path : text::describe_line(file.findings.front(), state_.settings.lang));
        return;
    }
    show(std::move(file), what.beside && state_.open());
    put_first(state_.settings.recent, what.path);
    host_.remember(state_.settings);
}

void Controller::show(OpenedFile file, bool beside) {
    keep_unsaved();
    state_.browser.reset();
    if (!beside) state_.sessions.clear();
    if (state_.sessions.size() > 1) state_.sessions.resize(1);
    state_.sessions.push_back(std::make_unique<Session>(std::move(file)));
    state_.moments.assign(state_.sessions.size(), {});
    state_.books.resize(beside ? 1 : 0);
    state_.books.push_back(std::make_unique<SessionBook>());
    state_.lesson = {};
    state_.active = state_.sessions.size() - 1;
    state_.playback = {.playing = false, .at_s = beside ? state_.playback.at_s : 0.0, .speed = state_.playback.speed};
    if (!beside) {
        state_.desk.reset();
        state_.mode = Mode::watch;
        state_.selection = {};
        state_.group = {};
        state_.camera = {};
        state_.level = first_level(state_.session().world());
    }
}

void Controller::browse(const std::string& folder) {
    FolderList list = host_.list(folder.empty() ? state_.settings.folder : folder);
    // The folder of the last time may be gone, and so may a stick that was pulled out.
    if (!list.failure.empty() && folder.empty()) list = host_.list("");
    if (!list.failure.empty()) return say(state_, list.failure);
    state_.settings.folder = list.folder;
    state_.browser = std::move(list);
    host_.remember(state_.settings);
}

void Controller::new_plan() {
    show(host_.new_plan(state_.settings.folder), false);
    set_mode(Mode::edit);
    state_.desk->begun_here = true;
}

}  // namespace muster::viewer
