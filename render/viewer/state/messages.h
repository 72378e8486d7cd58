// SPDX-License-Identifier: Apache-2.0
// What the window tells whoever uses it, for a while.
#pragma once

#include <string>

#include "render/viewer/state/host.h"
#include "render/viewer/state/viewer_state.h"

namespace muster::viewer {

void say(ViewerState& state, const std::string& text);
void say(ViewerState& state, const HostAnswer& answer);
void say_finding(ViewerState& state, const Finding& finding);

}  // namespace muster::viewer
