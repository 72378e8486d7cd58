// SPDX-License-Identifier: Apache-2.0
// A file dropped onto the window from a file manager: the receiving side of the XDND protocol, version 5.
#pragma once

#include <memory>
#include <optional>
#include <string>

namespace muster::viewer {

/// SFML throws away the messages its window gets, so they are sent to a small unseen window of a connection of our own
/// (XdndProxy).
class FileDrop {
public:
    /// `window`: of X11; must outlive this.
    explicit FileDrop(unsigned long window);
    ~FileDrop();
    FileDrop(const FileDrop&) = delete;
    FileDrop& operator=(const FileDrop&) = delete;

    /// Once a frame; never waits. The path of the first of the files that were dropped, once.
    [[nodiscard]] std::optional<std::string> poll();

private:
    class Link;
    std::unique_ptr<Link> link_;  // nullptr: no connection, nothing can be dropped
};

}  // namespace muster::viewer
