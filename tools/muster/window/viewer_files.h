// SPDX-License-Identifier: Apache-2.0
// The window's files.
#pragma once

#include "render/viewer/state/host.h"
#include "tools/muster/terminal/console.h"

namespace muster::commands {

class ViewerFiles final : public viewer::ViewerHost {
public:
    ViewerFiles(text::Lang lang, std::string settings) : lang_(lang), settings_(std::move(settings)) {}

    [[nodiscard]] viewer::OpenedFile open(const std::string& path) override;
    [[nodiscard]] viewer::FolderList list(const std::string& folder) override;
    [[nodiscard]] viewer::OpenedFile new_plan(const std::string& folder) override;
    [[nodiscard]] viewer::PlanCheck check_plan(const Building& building) override;
    [[nodiscard]] Checked<std::shared_ptr<const World>> with_plan(const viewer::Session& session,
                                                                  const Building& plan) override;
    viewer::HostAnswer save_plan(const Building& building, const std::string& path) override;
    void autosave(const Building& building, const std::string& path) override;
    void forget_autosave(const std::string& file) override;
    std::string set_aside_autosave(const std::string& path) override;
    [[nodiscard]] std::optional<viewer::Autosaved> autosaved(const std::string& path) override;
    viewer::HostAnswer save_scenario(const viewer::Session& session, const std::string& path) override;
    viewer::HostAnswer save_picture(const viewer::ViewerState& state, const std::string& path) override;
    viewer::HostAnswer save_route_card(const viewer::ViewerState& state, const std::string& path) override;
    viewer::HostAnswer make_video(const Trace& trace, text::Lang lang, const std::string& path) override;
    void remember(const viewer::Settings& settings) override;

private:
    viewer::HostAnswer saved(const std::string& path, const std::string& bytes,
                             const char* done = "viewer.saved") const;
    text::Lang lang_;
    std::string settings_;     // path; "" = nothing is remembered
    std::string plan_opened_;  // last; saved plans keep its form
};

}  // namespace muster::commands
