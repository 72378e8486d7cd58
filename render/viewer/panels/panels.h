// SPDX-License-Identifier: Apache-2.0
// The parts of the window, one file each: each reads the state and answers with wishes.
#pragma once

#include "render/viewer/panels/ui.h"

namespace muster::viewer {

void draw_toolbar(Ui& ui, const ViewerState& state, Wishes& wishes);
void draw_timeline(Ui& ui, const ViewerState& state, Wishes& wishes);
void draw_layers(Ui& ui, const ViewerState& state, Wishes& wishes);
void draw_inspector(Ui& ui, const ViewerState& state, Wishes& wishes);
void draw_commands(Ui& ui, const ViewerState& state, Wishes& wishes);
void draw_plan_view(Ui& ui, const ViewerState& state, Wishes& wishes);
void draw_welcome(Ui& ui, const ViewerState& state, Wishes& wishes);
void draw_help(Ui& ui, const ViewerState& state, Wishes& wishes);
void draw_counts(Ui& ui, const ViewerState& state, Wishes& wishes);
void draw_charts(Ui& ui, const ViewerState& state, Wishes& wishes);
void draw_compare(Ui& ui, const ViewerState& state, Wishes& wishes);  // nothing with one run
void draw_lesson(Ui& ui, const ViewerState& state, Wishes& wishes);
void draw_quiz(Ui& ui, const ViewerState& state, Wishes& wishes);     // over all else, when asked for
void draw_leaving(Ui& ui, const ViewerState& state, Wishes& wishes);  // the question before the window closes
void draw_browser(Ui& ui, const ViewerState& state, Wishes& wishes);  // over all else, when a file is chosen
void draw_caption(Ui& ui, const ViewerState& state);

/// Where a changed scenario is kept: beside its first form or beside the run's folder, never over either.
[[nodiscard]] std::string name_for_changed(const OpenedFile& file);

/// Where an edited plan is kept: beside the first one, never over it; one that was begun here, in its own file.
[[nodiscard]] std::string name_for_edited(const EditDesk& desk);

// Keys without a name in Dear ImGui 1.86; indices of its table of keys. Letters and digits are their characters.
inline constexpr int key_f1 = 257, key_f5 = 261, key_f6 = 262, key_f12 = 268;

/// Keys that work everywhere; those typed into a field are left alone.
void read_keys(const ViewerState& state, Wishes& wishes);

/// The whole window.
void draw_everything(Ui& ui, const ViewerState& state, Wishes& wishes);

}  // namespace muster::viewer
