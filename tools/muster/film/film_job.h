// SPDX-License-Identifier: Apache-2.0
// A stored run to be shown without a window: as a video or a picture.
#pragma once

#include <optional>
#include <string>

#include "sim/model/building.h"
#include "sim/record/trace.h"

namespace muster::commands {

struct FilmOptions {
    // of the video, px
    std::string size = "1280x720";
    // files to write; "" = not wanted
    std::string video, picture;
    // simulated seconds per second of the video
    double speed = 4.0;
    // nothing = as the kind of video suggests
    std::optional<int> fps;
    // key, "all", or "" = not said
    std::string level;
    // of the video; nothing = the whole run
    std::optional<double> from_s, to_s;
    // of the picture
    double at_s = 0.0;
    int width_px = 1754;
};

struct FilmJob {
    const Trace& trace;
    // nothing = all
    std::optional<LevelId> level;
    const FilmOptions& options;
};

struct FilmSize {
    // px, even: H.264 wants it
    int width = 0, height = 0;
};
/// "1280x720"; nothing where it is no size.
[[nodiscard]] std::optional<FilmSize> film_size(const std::string& text);

}  // namespace muster::commands
