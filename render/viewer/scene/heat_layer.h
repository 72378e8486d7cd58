// SPDX-License-Identifier: Apache-2.0
// Heat maps over a storey, and their legend.
#pragma once

#include "render/viewer/scene/pane.h"

namespace muster::viewer {

void draw_heat(Ui& ui, ImDrawList& list, const PaneView& view, const PaneContent& content);
void draw_heat_legend(Ui& ui, analysis::HeatKind kind);

}  // namespace muster::viewer
