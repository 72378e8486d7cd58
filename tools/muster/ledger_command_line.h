// SPDX-License-Identifier: Apache-2.0
// The subcommands of `muster ledger` and their options; inside tools/muster only.
#pragma once

#include <CLI/CLI.hpp>
#include <functional>

#include "tools/muster/commands.h"

namespace muster::commands {

/// Options go to `options` as they are parsed. `add_language` adds --lang to a subcommand.
void add_ledger(CLI::App& app, LedgerOptions& options, const Console& console,
                const std::function<void(CLI::App&)>& add_language);

}  // namespace muster::commands
