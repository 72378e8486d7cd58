// SPDX-License-Identifier: Apache-2.0
// The parts of the drawing board. Pre: the state has a desk.
#pragma once

#include "render/viewer/panels/ui.h"

namespace muster::viewer {

void draw_edit_board(Ui& ui, const ViewerState& state, Wishes& wishes);
void draw_edit_tools(Ui& ui, const ViewerState& state, Wishes& wishes);
/// What is selected, in fields; and everything that may be changed about it.
void draw_edit_properties(Ui& ui, const ViewerState& state, Wishes& wishes);
void draw_edit_findings(Ui& ui, const ViewerState& state, Wishes& wishes);
/// All openings of the storey with their widths, all rooms with their uses.
void draw_edit_tables(Ui& ui, const ViewerState& state, Wishes& wishes);

}  // namespace muster::viewer
