// SPDX-License-Identifier: Apache-2.0
// What the window keeps beside a plan without being asked: PLAN.autosave, and PLAN.autosave.1, .2, ... that were found
// there and not answered.
#pragma once

#include <optional>
#include <string>

#include "render/viewer/state/host.h"

namespace muster::commands {

/// Where it cannot be written, nothing is said: nobody asked for it.
void write_autosave(const Building& building, const std::string& path);
/// Its file from now on.
[[nodiscard]] std::string set_autosave_aside(const std::string& path);
/// The newest that can be read and is newer than the plan at `path`.
[[nodiscard]] std::optional<viewer::Autosaved> newest_autosave(const std::string& path);

}  // namespace muster::commands
