// SPDX-License-Identifier: Apache-2.0
#include "tools/muster/ledger/assignment.h"

#include <CLI/CLI.hpp>

namespace muster::commands {

void Assignment::add_to(CLI::App& app, const Help& help) {
    app.add_option("--unit", unit, help("muster.ledger.unit"));
    app.add_option("--person", person, help("muster.ledger.person"));
    app.add_option("--due", due, help("muster.ledger.due"));
}

void Assignment::fill(ledger::ActionRequest& request) const {
    request.unit = unit;
    request.person = person;
    request.due = due;
}

}  // namespace muster::commands
