// SPDX-License-Identifier: Apache-2.0
#include "render/viewer/window/screen.h"

#include <X11/Xlib.h>

#include <cstdlib>
#include <utility>

namespace muster::viewer {

namespace {

// Xlib's handler can reach nothing but a global.
std::function<void()> last_act;

int display_gone(Display*) {
    constexpr int could_not_run = 3;
    if (const auto act = std::exchange(last_act, {})) act();
    std::_Exit(could_not_run);
}

}  // namespace

Screen::Screen() : display_(XOpenDisplay(nullptr)) {}

LostScreen::LostScreen(std::function<void()> last) {
    last_act = std::move(last);
    XSetIOErrorHandler(display_gone);
}

LostScreen::~LostScreen() {
    last_act = {};
    XSetIOErrorHandler(nullptr);
}

Screen::~Screen() {
    if (display_ != nullptr) XCloseDisplay(static_cast<Display*>(display_));
}

}  // namespace muster::viewer
