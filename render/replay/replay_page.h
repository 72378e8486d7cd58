// SPDX-License-Identifier: Apache-2.0
// One page that plays a run back in any browser, without a network: plan, people, events. Its script, style and markup
// are the files in render/replay/page.
#pragma once

#include <string>

#include "render/text/language.h"
#include "sim/record/trace.h"

namespace muster::replay {

[[nodiscard]] std::string replay_html(const Trace& trace, text::Lang lang);

}  // namespace muster::replay
