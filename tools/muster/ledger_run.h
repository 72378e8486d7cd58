// SPDX-License-Identifier: Apache-2.0
// The parts of `muster ledger`; inside tools/muster only. Each throws LedgerTrouble when the file cannot be used.
#pragma once

#include <string>

#include "tools/muster/commands.h"
#include "tools/office/ledger/ledger.h"

namespace muster::commands {

/// Date of the entries, ISO, and what stands as their time: with the time of day unless a date was given.
struct LedgerClock {
    std::string today, at;
};

[[nodiscard]] Exit list_ledger(const LedgerOptions& options, const LedgerClock& clock, const Console& console);
[[nodiscard]] Exit show_entry(const LedgerOptions& options, const LedgerClock& clock, const Console& console);
[[nodiscard]] Exit add_to_ledger(const LedgerOptions& options, const LedgerClock& clock, const Console& console);
[[nodiscard]] Exit retest_entry(const LedgerOptions& options, const LedgerClock& clock, const Console& console);
[[nodiscard]] Exit export_form(const LedgerOptions& options, const LedgerClock& clock, const Console& console);
[[nodiscard]] Exit import_form(const LedgerOptions& options, const LedgerClock& clock, const Console& console);

/// Says that there is no such entry, when there is none.
[[nodiscard]] const ledger::LedgerEntry* entry_asked_for(const ledger::Ledger& ledger, const std::string& item,
                                                         const Console& console);
/// A finding about what was asked.
void complain(const Console& console, const std::string& code,
              std::vector<std::pair<std::string, std::string>> args = {});
/// "ID: state".
void tell_state(const ledger::LedgerEntry& entry, const LedgerClock& clock, const Console& console);

}  // namespace muster::commands
