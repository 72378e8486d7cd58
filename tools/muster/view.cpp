// SPDX-License-Identifier: Apache-2.0
#include "tools/muster/view.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <filesystem>

#include "tools/muster/film/picture.h"
#include "tools/muster/film/video.h"
#include "tools/muster/terminal/window_options.h"
#include "tools/process/program_folder.h"
#include "tools/store/run_reader.h"

namespace muster::commands {

namespace {

namespace fs = std::filesystem;

struct ViewOptions {
    FilmOptions film;
    WindowOptions window;
    bool force = false;
};

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

Exit view_file(const ViewOptions& options, const Console& console) {
    const FilmOptions& film = options.film;
    const bool video = !film.video.empty();
    const std::string& file = video ? film.video : film.picture;
    if (video ? !has_extension(file, {".mp4", ".gif"}, console) : !has_extension(file, {".png", ".svg"}, console))
        return Exit::bad_input;
    if (fs::exists(file) && !options.force) {
        console.tell("muster.file_exists", {{"file", file}});
        return Exit::bad_input;
    }
    const Checked<store::StoredRun> stored =
        store::read_run(options.window.files.empty() ? "" : options.window.files.front());
    if (!stored) {
        console.tell_findings(stored.findings);
        return Exit::bad_input;
    }
    const ChosenLevel chosen = chosen_level(film.level, stored.value->loaded.world->building, console);
    if (!chosen.good) return Exit::bad_input;
    const FilmJob job{stored.value->trace, chosen.level, film};
    return video ? write_video(job, console) : write_picture(job, console);
}

// By the program beside this one, which alone knows of screens.
Exit open_window(const WindowOptions& options, const Call& call) {
    std::vector<std::string> arguments = options.arguments();
    if (call.lang) arguments.insert(arguments.begin(), "--lang=" + *call.lang);
    const fs::path program = process::program_folder() / "muster-view";
    process::become(program, arguments);
    call.console.tell("muster.view.no_program", {{"file", program.string()}});
    return Exit::could_not_run;
}

class ViewCommand final : public Command {
public:
    void setup(CLI::App& app, const Help& help) override {
        options_.window.add_files(app, help);
        add_film(app, help);
        options_.window.add_script(app, help);
        app.add_flag("--force", options_.force, help("muster.force"));
    }

    Exit run(const Call& call) override {
        options_.film.size = options_.window.size;
        const bool window = options_.film.video.empty() && options_.film.picture.empty();
        return window ? open_window(options_.window, call) : view_file(options_, call.console);
    }

private:
    // Without a window.
    void add_film(CLI::App& app, const Help& help) {
        CLI::Option* video = app.add_option("--video", options_.film.video, help("muster.view.video"));
        app.add_option("--speed", options_.film.speed, help("muster.view.speed"))->check(CLI::Range(0.1, 100.0));
        app.add_option("--fps", options_.film.fps, help("muster.view.fps"))->needs(video)->check(CLI::Range(1, 60));
        app.add_option("--from", options_.film.from_s, help("muster.view.from"))->needs(video);
        app.add_option("--to", options_.film.to_s, help("muster.view.to"))->needs(video);
        app.add_option("--level", options_.film.level, help("muster.view.level"));
        CLI::Option* picture = app.add_option("--picture", options_.film.picture, help("muster.view.picture"));
        picture->excludes(video);
        app.add_option("--at", options_.film.at_s, help("muster.view.at"));
        app.add_option("--width", options_.film.width_px, help("muster.view.width"))
            ->needs(picture)
            ->check(CLI::Range(200, 20'000));
    }

    ViewOptions options_;
};

}  // namespace

std::unique_ptr<Command> make_view() { return std::make_unique<ViewCommand>(); }

}  // namespace muster::commands
