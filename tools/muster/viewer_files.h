// SPDX-License-Identifier: Apache-2.0
// The window's files.
#pragma once

#include "render/viewer/state/host.h"
#include "tools/muster/console.h"

namespace muster {

class ViewerFiles final : public ViewerHost {
public:
    ViewerFiles(Lang lang, std::string settings) : lang_(lang), settings_(std::move(settings)) {}

    [[nodiscard]] OpenedFile open(const std::string& path) override;
    [[nodiscard]] FolderList list(const std::string& folder) override;
    [[nodiscard]] OpenedFile new_plan(const std::string& folder) override;
    [[nodiscard]] PlanCheck check_plan(const Building& building) override;
    [[nodiscard]] Checked<std::shared_ptr<const World>> with_plan(const Session& session,
                                                                  const Building& plan) override;
    HostAnswer save_plan(const Building& building, const std::string& path) override;
    void autosave(const Building& building, const std::string& path) override;
    void forget_autosave(const std::string& file) override;
    std::string set_aside_autosave(const std::string& path) override;
    [[nodiscard]] std::optional<Autosaved> autosaved(const std::string& path) override;
    HostAnswer save_scenario(const Session& session, const std::string& path) override;
    HostAnswer save_picture(const ViewerState& state, const std::string& path) override;
    HostAnswer save_route_card(const ViewerState& state, const std::string& path) override;
    HostAnswer make_video(const Trace& trace, Lang lang, const std::string& path) override;
    void remember(const Settings& settings) override;

private:
    HostAnswer saved(const std::string& path, const std::string& bytes, const char* done = "viewer.saved") const;
    Lang lang_;
    std::string settings_;     // path; "" = nothing is remembered
    std::string plan_opened_;  // last; saved plans keep its form
};

}  // namespace muster
