// SPDX-License-Identifier: Apache-2.0
// The part of an event that is kept as JSON in the column `what`; inside tools/office/ledger only.
#pragma once

#include <optional>
#include <string>

#include "tools/office/ledger/entry.h"

namespace muster::ledger {

/// {"note": ..., "changes": [[field, before, after], ...], "proof": {...}}; members without content are left out.
[[nodiscard]] std::string what_json(const LedgerEvent& event);
/// Fills note, changes and proof. False: it is no such JSON.
[[nodiscard]] bool read_what(const std::string& json, LedgerEvent& event);

}  // namespace muster::ledger
