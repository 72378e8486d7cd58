// SPDX-License-Identifier: Apache-2.0
// Bytes as a risk map of the fuzz site: no crash, and what is accepted is complete.
#include "tests/fuzz/fuzz_site.h"
#include "tests/fuzz/require.h"

using namespace muster;
using namespace muster::testing;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const auto document =
        floorplans::JsonDocument::parse(std::string(reinterpret_cast<const char*>(data), size), "fuzz.json");
    if (!document.value) return 0;
    (void)scenarios::format_of(*document.value);
    const auto map = scenarios::read_risk_map(*document.value, fuzz_site());
    for (const Finding& f : map.findings) require(!f.code.empty());
    require(map.value.has_value() != has_errors(map.findings));
    if (!map.value) return 0;
    for (const Risk& risk : map.value->risks) {
        require(!risk.key.empty() && risk.space.valid() && risk.level >= 1 && risk.level <= 4);
        require(!risk.at || (std::isfinite(risk.at->x) && std::isfinite(risk.at->y)));
        require(map.value->find(risk.key).valid());
    }
    return 0;
}
