// SPDX-License-Identifier: Apache-2.0
// Bytes as a scenario for the fuzz site: no crash, findings have codes, and what validate() accepts can be placed.
#include "tests/fuzz/fuzz_site.h"

#include "sim/behaviour/placement.h"
#include "sim/model/distribution.h"
#include "tests/fuzz/require.h"

using namespace muster;
using namespace muster::testing;

namespace {

void check_distributions(const World& world) {
    RandomStream stream(1, Purpose::test, 0);
    const auto drawn = [&](const Distribution& distribution) { return draw(distribution, stream); };
    for (const Group& g : world.scenario.population.groups) require(drawn(g.pre_movement) >= 0.0);
    for (const Profile& p : world.scenario.population.profiles) {
        require(drawn(p.free_speed) > 0.0 && std::isfinite(mean(p.free_speed)));
        require(drawn(p.radius) > 0.0 && std::isfinite(mean(p.radius)));
    }
}

void check_places(const World& world) {
    std::size_t groups = 0;
    for (const Group& g : world.scenario.population.groups) {
        if (++groups > 4) return;  // enough to meet every room, and quick
        RandomStream stream(1, Purpose::placement, groups);
        std::vector<Vec2> taken = g.positions;
        const auto places = behaviour::place_group(world.building, g.space, g.count, 0.15, stream, taken);
        require(places.size() <= static_cast<std::size_t>(g.count));
        for (const Vec2 p : places) require(contains(world.building.space(g.space).area, p));
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const auto document =
        floorplans::JsonDocument::parse(std::string(reinterpret_cast<const char*>(data), size), "fuzz.json");
    require(document.value.has_value() != has_errors(document.findings));
    if (!document.value) return 0;
    auto scenario = scenarios::read_scenario(*document.value, fuzz_site(), fuzz_risk_map());
    for (const Finding& f : scenario.findings) require(!f.code.empty());
    require(scenario.value.has_value() != has_errors(scenario.findings));
    if (!scenario.value) return 0;
    const auto world = validate(fuzz_site(), fuzz_risk_map(), std::move(*scenario.value));
    require(world.value.has_value() != has_errors(world.findings));
    if (!world.value) return 0;
    check_distributions(**world.value);
    check_places(**world.value);
    return 0;
}
