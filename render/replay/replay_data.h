// SPDX-License-Identifier: Apache-2.0
// What replay.js plays; inside render/replay only. Lengths in centimetres from `corner`, times in seconds.
#pragma once

#include "render/papers/run_report/json_rows.h"
#include "render/text/language.h"
#include "sim/record/trace.h"

namespace muster::replay {

/// What part to show, levels, spaces, openings, furniture, assembly areas.
[[nodiscard]] papers::Json replay_plan(const World& world, Vec2 corner, text::Lang lang);
/// Classes, people, what happened, changes of doors, smoke, and the tracks.
[[nodiscard]] papers::Json replay_run(const Trace& trace, Vec2 corner, text::Lang lang);
/// All the words on the page, by id.
[[nodiscard]] papers::Json replay_words(text::Lang lang);

}  // namespace muster::replay
