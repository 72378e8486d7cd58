// SPDX-License-Identifier: Apache-2.0
// Bytes as a history of drills, and as what an event of the ledger says: no crash, refusals have codes, and what is
// accepted is written and read again as it was.
#include "tests/fuzz/require.h"
#include "tools/office/drill/drill_history.h"
#include "tools/office/ledger/event_json.h"

using namespace muster;
using namespace muster::testing;

namespace {

void check_history(const std::string& bytes) {
    const auto history = drill::history_in(bytes, "fuzz.jsonl");
    for (const Finding& f : history.findings) require(!f.code.empty());
    require(history.value.has_value() != has_errors(history.findings));
    if (!history.value) return;
    for (const drill::DrillRecord& record : *history.value) {
        const std::string line = drill::history_line(record);
        const auto again = drill::history_in(line, "again.jsonl");
        require(again.value.has_value() && again.value->size() == 1 &&
                drill::history_line(again.value->front()) == line);
    }
}

void check_event(const std::string& bytes) {
    ledger::LedgerEvent event, again;
    if (!ledger::read_what(bytes, event)) return;
    const std::string once = ledger::what_json(event);
    require(ledger::read_what(once, again) && ledger::what_json(again) == once);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string bytes(reinterpret_cast<const char*>(data), size);
    check_history(bytes);
    check_event(bytes);
    return 0;
}
