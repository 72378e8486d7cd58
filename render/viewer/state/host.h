// SPDX-License-Identifier: Apache-2.0
// What the window asks of the world of files; the program answers. Nothing here throws for a bad file or a full disk:
// it is said in words.
#pragma once

#include <string>

#include "render/viewer/state/viewer_state.h"

namespace muster::viewer {

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
    /// What can be opened in a folder; "" = where a user starts.
    [[nodiscard]] virtual FolderList list(const std::string& folder) = 0;
    /// An empty plan, and a file name in that folder ("" = where a user starts) that is still free.
    [[nodiscard]] virtual OpenedFile new_plan(const std::string& folder) = 0;
    /// What the plan reader says of a building. Called from another thread.
    [[nodiscard]] virtual PlanCheck check_plan(const Building& building) = 0;
    /// The session's scenario, orders and risk map over another plan: what they name is found by its id.
    [[nodiscard]] virtual Checked<std::shared_ptr<const World>> with_plan(const Session& session,
                                                                          const Building& plan) = 0;
    virtual HostAnswer save_plan(const Building& building, const std::string& path) = 0;
    /// Without a word, beside the plan's `path`.
    virtual void autosave(const Building& building, const std::string& path) = 0;
    /// Takes away a file that autosave() wrote.
    virtual void forget_autosave(const std::string& file) = 0;
    /// Moves what was kept beside the plan's `path` out of the way of the next autosave(); its new file.
    virtual std::string set_aside_autosave(const std::string& path) = 0;
    /// What was kept or set aside beside the plan's `path` and is newer than it, the latest; nothing when there is
    /// none that can be read.
    [[nodiscard]] virtual std::optional<Autosaved> autosaved(const std::string& path) = 0;
    virtual HostAnswer save_scenario(const Session& session, const std::string& path) = 0;
    /// Of the storey at that moment, for print.
    virtual HostAnswer save_picture(const ViewerState& state, const std::string& path) = 0;
    /// A page to print for the class that is shown.
    virtual HostAnswer save_route_card(const ViewerState& state, const std::string& path) = 0;
    /// Takes its time; called from another thread.
    virtual HostAnswer make_video(const Trace& trace, text::Lang lang, const std::string& path) = 0;
    /// For the next time.
    virtual void remember(const Settings& settings) = 0;
};

}  // namespace muster::viewer
