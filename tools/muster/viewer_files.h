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
    HostAnswer save_scenario(const Session& session, const std::string& path) override;
    HostAnswer save_picture(const ViewerState& state, const std::string& path) override;
    HostAnswer make_video(const ViewerState& state, const std::string& path) override;
    void remember(const Settings& settings) override;

private:
    Lang lang_;
    std::string settings_;  // path; "" = nothing is remembered
};

}  // namespace muster
