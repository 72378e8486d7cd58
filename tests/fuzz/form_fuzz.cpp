// SPDX-License-Identifier: Apache-2.0
// Bytes as a form that people filled in, brought into a ledger of two hazards: no crash, findings have codes, what
// comes in is of this ledger, and no form ever closes a hazard.
#include "tests/fuzz/require.h"
#include "tests/support/temporary_folder.h"
#include "tests/unit/ledger/hazards.h"
#include "tools/office/ledger/form_import.h"

using namespace muster;
using namespace muster::testing;

namespace {

const ledger::Ledger& two_hazards() {
    static const TemporaryFolder folder;
    static const ledger::Ledger two = [] {
        const std::string path = ledger::a_ledger(folder.file("l.sqlite"));
        {
            ledger::Ledger more(path, ledger::LedgerAccess::write);
            (void)ledger::add_to(more, {ledger::a_hazard("ST_2")}, "2025-11-21", "muster");
            more.commit();
        }
        require(ledger::done(path, ledger::a_request(ledger::LedgerAction::enter)).empty());
        return ledger::Ledger(path, ledger::LedgerAccess::read);
    }();
    return two;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const ledger::FormImport import = ledger::read_form(std::string(reinterpret_cast<const char*>(data), size),
                                                        "fuzz.csv", two_hazards(), "2025-11-25", "李明");
    for (const Finding& f : import.findings) require(!f.code.empty());
    if (!import.readable) require(import.events.empty() && has_errors(import.findings));
    for (const ledger::LedgerEvent& event : import.events) {
        require(two_hazards().find(event.item) != nullptr && !event.changes.empty());
        for (const ledger::Change& change : event.changes) require(change.field != ledger::field::state);
    }
    return 0;
}
