// SPDX-License-Identifier: Apache-2.0
// What may be done to an entry, and when. A hazard goes 待登记 → 已登记 → 整改中 → 待复查 → 已销号; it can be reopened;
// only a named person closes it. Pure: an event to append, or the reason why not.
#pragma once

#include <string>
#include <vector>

#include "sim/base/finding.h"
#include "tools/office/ledger/entry.h"

namespace muster::ledger {

enum class LedgerAction : std::uint8_t { enter, assign, start, supervise, retest, finish, close, reopen };

struct ActionRequest {
    LedgerAction action = LedgerAction::enter;
    std::string at, by, note;
    std::string unit, person, due;  // of assign; "" = as it is
    std::string done_on;            // of finish; "" = the day of `at`
    bool supervised = true;         // of supervise; false takes it away
    bool better = false;            // of retest: beyond chance
};

/// Findings: ledger.not_allowed.STATE (names what is), ledger.only_hazards, ledger.needs_name, ledger.not_a_name,
/// ledger.nothing_to_assign, ledger.not_assigned, ledger.bad_date. A retest that is better moves what is being put
/// right to 待复查; its proof is the caller's to fill in.
[[nodiscard]] Checked<LedgerEvent> act(const LedgerEntry& entry, const ActionRequest& request);

[[nodiscard]] std::vector<LedgerAction> allowed_in(HazardState state);

/// A name somebody can be held to: not empty, at most 100 characters, no control characters, not the program's.
[[nodiscard]] bool is_name(const std::string& name);

}  // namespace muster::ledger
