// SPDX-License-Identifier: Apache-2.0
// muster view: in a window, or without one as a video or a picture.
#include <algorithm>
#include <filesystem>

#include "tools/muster/commands.h"
#include "tools/muster/view_files.h"

namespace muster::commands {

namespace {

namespace fs = std::filesystem;

bool has_extension(const std::string& file, std::initializer_list<const char*> known, const Console& console) {
    const std::string extension = fs::path(file).extension();
    if (std::find(known.begin(), known.end(), extension) != known.end()) return true;
    std::string words;
    for (const char* one : known) words += (words.empty() ? "" : ", ") + std::string(one);
    console.tell("muster.view.extension", {{"file", file}, {"known", words}});
    return false;
}

// The level that was asked for; says so when there is none of that name. "" and "all" are no level.
struct ChosenLevel {
    bool good = true;
    std::optional<LevelId> level;
};

ChosenLevel chosen_level(const std::string& key, const Building& building, const Console& console) {
    if (key.empty() || key == "all") return {};
    std::string keys;
    for (std::size_t i = 0; i < building.levels.size(); ++i) {
        if (building.levels[i].key == key) return {true, LevelId{i}};
        keys += (keys.empty() ? "" : ", ") + building.levels[i].key;
    }
    console.tell("muster.export.no_level", {{"level", key}, {"levels", keys}});
    return {false, {}};
}

}  // namespace

Exit view(const ViewOptions& options, const Console& console) {
    if (options.video.empty() && options.picture.empty()) return view_window(options, console);
    const bool video = !options.video.empty();
    const std::string& file = video ? options.video : options.picture;
    if (video ? !has_extension(file, {".mp4", ".gif"}, console) : !has_extension(file, {".png", ".svg"}, console))
        return Exit::bad_input;
    if (fs::exists(file) && !options.force) {
        console.tell("muster.file_exists", {{"file", file}});
        return Exit::bad_input;
    }
    const Checked<store::StoredRun> stored = store::read_run(options.files.empty() ? "" : options.files.front());
    if (!stored) {
        console.tell_findings(stored.findings);
        return Exit::bad_input;
    }
    const ChosenLevel chosen = chosen_level(options.level, stored.value->loaded.world->building, console);
    if (!chosen.good) return Exit::bad_input;
    const FilmJob job{stored.value->trace, chosen.level, options};
    return video ? write_video(job, console) : write_picture(job, console);
}

}  // namespace muster::commands
