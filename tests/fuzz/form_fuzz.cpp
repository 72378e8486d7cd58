// SPDX-License-Identifier: Apache-2.0
// Bytes as a form that people filled in, brought into a ledger of two hazards: no crash, findings have codes, what
// comes in is of this ledger, and no form ever closes a hazard.
#include "tests/fuzz/require.h"
#include "tests/support/temporary_folder.h"
#include "tests/unit/ledger/hazards.h"
#include "tools/office/ledger/form_import.h"

using namespace muster;

namespace {

const Ledger& ledger() {
    static const TemporaryFolder folder;
    static const Ledger two = [] {
        const std::string path = a_ledger(folder.file("l.sqlite"));
        {
            Ledger more(path, LedgerAccess::write);
            (void)add_to(more, {a_hazard("ST_2")}, "2025-11-21", "muster");
            more.commit();
        }
        require(done(path, a_request(LedgerAction::enter)).empty());
        return Ledger(path, LedgerAccess::read);
    }();
    return two;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const FormImport import =
        read_form(std::string(reinterpret_cast<const char*>(data), size), "fuzz.csv", ledger(), "2025-11-25", "李明");
    for (const Finding& f : import.findings) require(!f.code.empty());
    if (!import.readable) require(import.events.empty() && has_errors(import.findings));
    for (const LedgerEvent& event : import.events) {
        require(ledger().find(event.item) != nullptr && !event.changes.empty());
        for (const Change& change : event.changes) require(change.field != field::state);
    }
    return 0;
}
