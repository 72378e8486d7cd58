// SPDX-License-Identifier: Apache-2.0
// A stored run as a video or a picture, without a window.
#pragma once

#include <optional>

#include "tools/muster/commands.h"
#include "tools/store/run_reader.h"

namespace muster::commands {

struct FilmJob {
    const Trace& trace;
    std::optional<LevelId> level;  // nothing = all
    const ViewOptions& options;
};

struct FilmSize {
    int width = 0, height = 0;  // px, even: H.264 wants it
};
/// "1280x720"; nothing where it is no size.
[[nodiscard]] std::optional<FilmSize> film_size(const std::string& text);

[[nodiscard]] Exit write_video(const FilmJob& job, const Console& console);
[[nodiscard]] Exit write_picture(const FilmJob& job, const Console& console);

}  // namespace muster::commands
