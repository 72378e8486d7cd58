// SPDX-License-Identifier: Apache-2.0
// muster check --rules: a plan held against building codes; a table here, pages and a CSV in a folder.
#pragma once

#include <string>
#include <vector>

#include "tools/muster/terminal/console.h"

namespace muster::commands {

struct CheckOptions {
    std::vector<std::string> files;
    std::vector<std::string> rules;  // packs to hold the one plan against; none = only findings
    std::string people;              // scenario whose persons count; "" = the file's own
    std::string out;                 // folder for pages and table; "" = none
    bool force = false;
    std::vector<text::Lang> languages;  // of the pages
};

[[nodiscard]] Exit check_rules(const CheckOptions& options, const Console& console);

}  // namespace muster::commands
