// SPDX-License-Identifier: Apache-2.0
// muster view --video.
#pragma once

#include "tools/muster/console.h"
#include "tools/muster/film_job.h"

namespace muster::commands {

[[nodiscard]] Exit write_video(const FilmJob& job, const Console& console);

}  // namespace muster::commands
