// SPDX-License-Identifier: Apache-2.0
// muster view --video.
#pragma once

#include "tools/muster/film/film_job.h"
#include "tools/muster/terminal/console.h"

namespace muster::commands {

[[nodiscard]] Exit write_video(const FilmJob& job, const Console& console);

}  // namespace muster::commands
