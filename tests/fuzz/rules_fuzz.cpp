// SPDX-License-Identifier: Apache-2.0
// Bytes as a rule pack: no crash, and what is accepted can be used on any building.
#include "floorplans/json_cursor.h"
#include "floorplans/rule_reader.h"
#include "sim/planning/compliance.h"
#include "sim/routing/navigation.h"
#include "tests/fuzz/fuzz_site.h"
#include "tests/fuzz/require.h"

using namespace muster;
using namespace muster::testing;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const auto document =
        floorplans::JsonDocument::parse(std::string(reinterpret_cast<const char*>(data), size), "fuzz.json");
    if (!document.value) return 0;
    const auto pack = floorplans::read_rule_pack(*document.value);
    for (const Finding& f : pack.findings) require(!f.code.empty());
    require(pack.value.has_value() != has_errors(pack.findings));
    if (!pack.value) return 0;
    require(!pack.value->key.empty() && !pack.value->rules.empty());
    static const Building site = fuzz_site();
    static const routing::Navigation navigation(site);
    const auto result = planning::check_compliance(site, navigation, planning::people_in(site), {*pack.value});
    for (const planning::ComplianceLine& line : result.lines) {
        require(line.rule < pack.value->rules.size() && line.things >= 1);
        require(std::isfinite(line.required) && std::isfinite(line.actual) && std::isfinite(line.ratio));
    }
    return 0;
}
