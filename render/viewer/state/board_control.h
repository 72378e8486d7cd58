// SPDX-License-Identifier: Apache-2.0
// The controller's part at the drawing board: what is drawn, kept and tried.
#pragma once

#include <string>

#include "render/viewer/state/host.h"
#include "render/viewer/state/wishes.h"

namespace muster::viewer {

class BoardControl {
public:
    BoardControl(ViewerState& state, ViewerHost& host) : state_(state), host_(host) {}

    /// Puts the plan that is open on the board, unless one lies there.
    void set_up();
    void grant(const BoardWish& wish);
    void save_plan(const std::string& path);
    void keep_unsaved();
    /// Not what was found and not answered yet.
    void forget_own_autosave();

private:
    void point(const wish::EditPointer& what);
    void scale_underlay(double real_m);
    void try_plan();
    void look_for_autosave();
    void restore_autosave();
    void discard_autosave();

    ViewerState& state_;
    ViewerHost& host_;
};

}  // namespace muster::viewer
