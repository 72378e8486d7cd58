// SPDX-License-Identifier: Apache-2.0
// What the window remembers, in the user's configuration folder. A file that cannot be read is as good as none.
#pragma once

#include <string>

#include "render/viewer/state/viewer_state.h"

namespace muster::commands {

/// $XDG_CONFIG_HOME/muster/viewer.json, else ~/.config/muster/viewer.json; "" when there is no home.
[[nodiscard]] std::string settings_path();
[[nodiscard]] viewer::Settings load_settings(const std::string& path, text::Lang otherwise);
void save_settings(const std::string& path, const viewer::Settings& settings);

}  // namespace muster::commands
