// SPDX-License-Identifier: Apache-2.0
// muster export --route-card: the way out of one class or of all, to print.
#pragma once

#include <string>

#include "tools/muster/terminal/console.h"

namespace muster::commands {

struct ExportOptions {
    std::string run;
    std::string level;
    std::string route_card;  // id of a group, or "all"; "" = not wanted
    std::string out;
    bool force = false;
};

[[nodiscard]] Exit export_route_cards(const ExportOptions& options, const Console& console);

}  // namespace muster::commands
