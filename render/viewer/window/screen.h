// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace muster {

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

}  // namespace muster
