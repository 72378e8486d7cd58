// SPDX-License-Identifier: Apache-2.0
// Whom an entry is given to.
#pragma once

#include <string>

#include "tools/muster/terminal/help.h"
#include "tools/office/ledger/actions.h"

namespace muster::commands {

struct Assignment {
    // "" = as it is; `due` is a date
    std::string unit, person, due;

    [[nodiscard]] bool any() const { return !unit.empty() || !person.empty() || !due.empty(); }
    void add_to(CLI::App& app, const Help& help);
    void fill(ledger::ActionRequest& request) const;
};

}  // namespace muster::commands
