// SPDX-License-Identifier: Apache-2.0
// muster view --picture.
#pragma once

#include "tools/muster/console.h"
#include "tools/muster/film_job.h"

namespace muster::commands {

[[nodiscard]] Exit write_picture(const FilmJob& job, const Console& console);

}  // namespace muster::commands
