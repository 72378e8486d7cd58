// SPDX-License-Identifier: Apache-2.0
#include "render/viewer/window/screen.h"

#include <X11/Xlib.h>

namespace muster {

Screen::Screen() : display_(XOpenDisplay(nullptr)) {}

Screen::~Screen() {
    if (display_ != nullptr) XCloseDisplay(static_cast<Display*>(display_));
}

}  // namespace muster
