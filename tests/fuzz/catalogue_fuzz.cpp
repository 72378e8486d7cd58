// SPDX-License-Identifier: Apache-2.0
// Bytes as a catalogue of tests: no crash, findings have codes, and what is read can be looked up.
#include <cstdint>

#include "tests/fuzz/require.h"
#include "tools/verify/catalogue.h"
#include "tools/verify/measure.h"

using namespace muster;
using namespace muster::testing;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const auto document =
        floorplans::JsonDocument::parse(std::string(reinterpret_cast<const char*>(data), size), "fuzz.json");
    if (!document.value) return 0;
    const auto tests = verify::read_suite(*document.value, "hydraulic", "/nowhere");
    for (const Finding& f : tests.findings) require(!f.code.empty());
    require(tests.value.has_value() != has_errors(tests.findings));
    if (!tests.value) return 0;
    for (const verify::TestEntry& test : *tests.value) {
        require(test.not_applicable || verify::find_measure(test.measure) != nullptr);
        for (const auto& [tier, runs] : test.seeds) require(runs >= 1);
    }
    return 0;
}
