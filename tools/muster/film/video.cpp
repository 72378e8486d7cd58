// SPDX-License-Identifier: Apache-2.0
#include "tools/muster/film/video.h"

#include <algorithm>
#include <cmath>
#include <filesystem>

#include "render/picture/storey_film.h"
#include "render/replay/film_words.h"
#include "render/text/names.h"
#include "tools/muster/terminal/interrupt.h"
#include "tools/muster/terminal/progress.h"
#include "tools/process/child_process.h"
#include "tools/store/output_file.h"

namespace muster::commands {

namespace {

struct Reel {
    FilmSize size;
    bool gif = false;
    int fps = 25;
    double from_s = 0.0, to_s = 0.0, speed = 1.0;

    [[nodiscard]] double seconds() const { return (to_s - from_s) / speed; }
    [[nodiscard]] std::size_t frames() const {
        return std::max<std::size_t>(1, static_cast<std::size_t>(std::lround(seconds() * fps)));
    }
    [[nodiscard]] double time_of(std::size_t frame) const { return from_s + speed * static_cast<double>(frame) / fps; }
};

std::vector<std::string> arguments_of(const Reel& reel, const std::string& file) {
    std::vector<std::string> words{"-hide_banner",
                                   "-loglevel",
                                   "error",
                                   "-y",
                                   "-f",
                                   "rawvideo",
                                   "-pixel_format",
                                   "bgr0",
                                   "-video_size",
                                   std::to_string(reel.size.width) + 'x' + std::to_string(reel.size.height),
                                   "-framerate",
                                   std::to_string(reel.fps),
                                   "-i",
                                   "pipe:0",
                                   "-an"};
    // A palette per frame: one for all would keep every frame in memory until the last.
    const auto kind = reel.gif
                          ? std::vector<std::string>{"-filter_complex",
                                                     "split[a][b];[a]palettegen=stats_mode=single[p];[b][p]"
                                                     "paletteuse=new=1:dither=none",
                                                     "-f", "gif"}
                          : std::vector<std::string>{"-c:v",     "libx264", "-preset",   "veryfast",   "-crf", "20",
                                                     "-pix_fmt", "yuv420p", "-movflags", "+faststart", "-f",   "mp4"};
    words.insert(words.end(), kind.begin(), kind.end());
    words.push_back(file);
    return words;
}

enum class Shot { done, no_program, failed };

Shot shoot(const FilmJob& job, const Reel& reel, const std::string& file, const Console& console) {
    process::ChildProcess ffmpeg("ffmpeg", arguments_of(reel, file));
    if (!ffmpeg.started()) return Shot::no_program;
    const replay::FilmWords words(job.trace, console.lang());
    const analysis::Moments moments(job.trace);
    picture::StoreyFilm film(job.trace, {.lang = console.lang(),
                                         .width_px = reel.size.width,
                                         .height_px = reel.size.height,
                                         .level = job.level,
                                         .title = words.title(),
                                         .legend = words.states()});
    const bool drawn = at_a_terminal();
    const std::size_t all = reel.frames();
    for (std::size_t i = 0; i < all; ++i) {
        if (interrupted()) throw Interrupted();
        const double t = reel.time_of(i);
        const analysis::Moment moment = moments.at(t);
        if (!ffmpeg.write(film.frame(moment, {words.clock(t), words.counts(moment), words.caption(t)})))
            return Shot::failed;
        if (drawn && i % 10 == 0)
            draw_bar(i, all,
                     console.text("muster.view.progress", {{"percent", std::to_string(100 * i / all)},
                                                           {"done", std::to_string(i)},
                                                           {"all", std::to_string(all)}}));
    }
    if (drawn) clear_bar();
    return ffmpeg.finish() == 0 ? Shot::done : Shot::failed;
}

/// Leaves write_beside without a file.
struct NoVideo {
    Shot why;
};

}  // namespace

Exit write_video(const FilmJob& job, const Console& console) {
    const FilmOptions& options = job.options;
    const std::optional<FilmSize> size = film_size(options.size);
    if (!size) {
        console.tell("muster.view.bad_size");
        return Exit::bad_input;
    }
    const bool gif = std::filesystem::path(options.video).extension() == ".gif";
    const double end_s = job.trace.sample_times.empty() ? 0.0 : job.trace.sample_times.back().seconds();
    const Reel reel{*size,
                    gif,
                    options.fps.value_or(gif ? 10 : 25),
                    std::max(0.0, options.from_s.value_or(0.0)),
                    std::min(end_s, options.to_s.value_or(end_s)),
                    options.speed};
    if (!(reel.from_s < reel.to_s)) {
        console.tell("muster.view.empty_time", {{"from", text::number_text(reel.from_s, 1)},
                                                {"to", text::number_text(options.to_s.value_or(end_s), 1)},
                                                {"end", text::number_text(end_s, 1)}});
        return Exit::bad_input;
    }
    try {
        store::write_beside(options.video, [&](const std::string& partial) {
            const Shot shot = shoot(job, reel, partial, console);
            if (shot != Shot::done) throw NoVideo{shot};
        });
    } catch (const NoVideo& none) {
        console.tell(none.why == Shot::no_program ? "muster.view.no_ffmpeg" : "muster.view.ffmpeg_failed");
        return Exit::could_not_run;
    }
    console.print(console.text("muster.view.done", {{"file", options.video},
                                                    {"seconds", text::number_text(reel.seconds(), 1)},
                                                    {"width", std::to_string(size->width)},
                                                    {"height", std::to_string(size->height)}}));
    return Exit::good;
}

}  // namespace muster::commands
