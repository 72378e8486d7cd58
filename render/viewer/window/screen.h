// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>

namespace muster::viewer {

/// The display, held open: SFML ends the program where there is none, so it is asked before; and a display without any
/// client may start over.
class Screen {
public:
    Screen();
    ~Screen();
    Screen(const Screen&) = delete;
    Screen& operator=(const Screen&) = delete;
    [[nodiscard]] bool there() const { return display_ != nullptr; }

private:
    void* display_;
};

/// While it lives: what is done last when the display is gone (its server ended, a cable was pulled). Xlib lets no
/// program go on after that; it ends with 3, "could not run".
class LostScreen {
public:
    explicit LostScreen(std::function<void()> last);
    ~LostScreen();
    LostScreen(const LostScreen&) = delete;
    LostScreen& operator=(const LostScreen&) = delete;
};

}  // namespace muster::viewer
