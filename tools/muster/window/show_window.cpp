// SPDX-License-Identifier: Apache-2.0
#include "tools/muster/window/show_window.h"

#include <filesystem>

#include "render/text/names.h"
#include "render/viewer/window/window.h"
#include "tools/muster/film/film_job.h"
#include "tools/muster/terminal/interrupt.h"
#include "tools/muster/window/view_script.h"
#include "tools/muster/window/viewer_files.h"
#include "tools/muster/window/viewer_settings.h"

namespace muster::commands {

namespace {

Exit tell_end(const viewer::WindowResult& result, bool plays, const Console& console) {
    if (!result.opened) {
        console.tell("muster.view.no_screen");
        return Exit::could_not_run;
    }
    if (!result.chinese) console.tell("muster.view.no_font");
    if (!result.script_failure.empty()) {
        console.tell("muster.view.script_failed", {{"reason", result.script_failure}});
        return Exit::missed;
    }
    if (plays)
        console.print(console.text("muster.view.frames", {{"frames", std::to_string(result.frames)},
                                                          {"median", text::number_text(result.median_frame_ms, 1)},
                                                          {"worst", text::number_text(result.worst_frame_ms, 1)}}));
    return Exit::good;
}

}  // namespace

Exit show_window(const WindowOptions& options, const Call& call) {
    const Console& console = call.console;
    viewer::WindowOptions window;
    window.interrupted = interrupted;
    const std::optional<FilmSize> size = film_size(options.size);
    if (!size) {
        console.tell("muster.view.bad_size");
        return Exit::bad_input;
    }
    window.width = static_cast<unsigned>(size->width);
    window.height = static_cast<unsigned>(size->height);
    if (!options.script.empty()) {
        ReadScript read = read_view_script(options.script);
        if (!read.fault.empty()) {
            console.tell("muster.view.script_bad", {{"file", options.script}, {"reason", read.fault}});
            return Exit::bad_input;
        }
        window.script = std::move(read.script);
        window.plays = true;
    }
    // A script finds the window as a new user would, and leaves no trace of itself.
    const std::string settings = window.plays ? std::string{} : settings_path();
    viewer::ViewerState state;
    state.settings = load_settings(settings, console.lang());
    if (call.lang) state.settings.lang = console.lang();
    if (window.plays) state.settings.scale = options.scale;
    ViewerFiles files(state.settings.lang, settings);
    viewer::Controller opener(state, files);
    for (const std::string& path : options.files) {
        opener.carry_out({viewer::wish::OpenPath{path, path != options.files.front()}});
        if (state.open() && state.sessions.back()->file().path == path) continue;
        console.tell_line(state.message);
        return Exit::bad_input;
    }
    return tell_end(viewer::show_window(state, files, std::move(window)), !options.script.empty(), console);
}

}  // namespace muster::commands
