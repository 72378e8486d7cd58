// SPDX-License-Identifier: Apache-2.0
// What people wrote into an exported form, back into the ledger. Each row is told by its id, each cell is compared with
// what it read when it was exported (the row's revision says when) and with what it would read now:
//   as exported            the person left it alone;
//   changed in the form    an event brings it in;
//   changed in both        a conflict: listed, not brought in, unless both say the same.
// States and closing never come from a form.
#pragma once

#include <string>
#include <vector>

#include "tools/office/ledger/forms.h"

namespace muster::ledger {

struct FormImport {
    std::vector<LedgerEvent> events;  // one per item that changes
    Findings findings;  // conflicts (ledger.conflict), rows and cells that were not taken, those of reading the table
    int cells = 0, conflicts = 0;
    bool readable = false;  // the table could be read and has the columns it needs
};

/// `by`: who answers for what the form says; "" = not named. Nothing is written.
[[nodiscard]] FormImport read_form(const std::string& path, const Ledger& ledger, const std::string& at,
                                   const std::string& by);
/// The same of bytes in memory; `file` is the name in findings.
[[nodiscard]] FormImport read_form(std::string bytes, const std::string& file, const Ledger& ledger,
                                   const std::string& at, const std::string& by);

}  // namespace muster::ledger
