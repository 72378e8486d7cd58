// SPDX-License-Identifier: Apache-2.0
// What the window asks of the world of files; the program answers. Nothing here throws for a bad file or a full disk:
// it is said in words.
#pragma once

#include <string>

#include "render/viewer/state/viewer_state.h"

namespace muster {

/// Done, or why not, in the user's language.
struct HostAnswer {
    bool done = true;
    std::string message;
};

class ViewerHost {
public:
    virtual ~ViewerHost() = default;
    /// A scenario, a plan, or the folder of a finished run.
    [[nodiscard]] virtual OpenedFile open(const std::string& path) = 0;
    virtual HostAnswer save_scenario(const Session& session, const std::string& path) = 0;
    /// Of the storey at that moment, for print.
    virtual HostAnswer save_picture(const ViewerState& state, const std::string& path) = 0;
    /// A page to print for the class that is shown.
    virtual HostAnswer save_route_card(const ViewerState& state, const std::string& path) = 0;
    virtual HostAnswer make_video(const ViewerState& state, const std::string& path) = 0;
    /// For the next time.
    virtual void remember(const Settings& settings) = 0;
};

}  // namespace muster
