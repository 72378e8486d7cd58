// SPDX-License-Identifier: Apache-2.0
// Bytes as items.json or compliance.json, from which the ledger takes hazards: no crash, refusals have codes, and what
// is accepted is written and read again as it was.
#include "floorplans/json_cursor.h"
#include "tests/fuzz/require.h"
#include "tools/store/compliance_file.h"

using namespace muster;
using namespace muster::testing;

namespace {

template <class File, class Read, class Write>
void check(const floorplans::JsonDocument& document, Read read, Write write) {
    const Checked<File> file = read(document);
    for (const Finding& f : file.findings) require(!f.code.empty());
    require(file.value.has_value() != has_errors(file.findings));
    if (!file.value) return;
    const std::string once = write(*file.value);
    const auto again = floorplans::JsonDocument::parse(once, "again.json");
    require(again.value.has_value());
    const Checked<File> reread = read(*again.value);
    require(reread.value.has_value() && write(*reread.value) == once);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const auto document =
        floorplans::JsonDocument::parse(std::string(reinterpret_cast<const char*>(data), size), "fuzz.json");
    if (!document.value) return 0;
    check<store::RectificationFile>(
        *document.value, [](const floorplans::JsonDocument& d) { return store::read_rectification(d); },
        [](const store::RectificationFile& f) { return store::rectification_json(f); });
    check<store::ComplianceFile>(
        *document.value, [](const floorplans::JsonDocument& d) { return store::read_compliance(d); },
        [](const store::ComplianceFile& f) { return store::compliance_json(f); });
    return 0;
}
