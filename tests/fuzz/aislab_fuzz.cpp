// SPDX-License-Identifier: Apache-2.0
// Bytes as one drawn storey, and as two equal ones: no crash, refusals have codes, and what is accepted hangs together.
#include <cmath>
#include <cstdint>
#include <string>

#include "tests/fuzz/require.h"
#include "tools/exchange/aislab/aislab.h"

using namespace muster;
using namespace muster::testing;

namespace {

void check(const Checked<Building>& result) {
    for (const Finding& f : result.findings) require(!f.code.empty());
    require(result.value.has_value() != has_errors(result.findings));
    if (!result.value) return;
    const Building& b = *result.value;
    bool exit = false;
    for (std::size_t i = 0; i < b.openings.size(); ++i) {
        const Opening& o = b.openings[i];
        require(o.from.index() < b.spaces.size() && (!o.to.valid() || o.to.index() < b.spaces.size()));
        require(std::abs(o.at.length() - o.clear_width_m) < 0.01 && o.clear_width_m >= 0.59);
        exit = exit || b.is_building_exit(OpeningId{i});
    }
    require(exit);
    for (const Space& s : b.spaces) {
        require(s.area.outer.size() >= 3 && s.level.index() < b.levels.size() && !s.openings.empty());
        for (const Vec2 p : s.area.outer) require(std::isfinite(p.x) && std::isfinite(p.y));
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const aislab::DrawingText text{"fuzz.xml", std::string(reinterpret_cast<const char*>(data), size)};
    check(aislab::import_aislab({text}));
    check(aislab::import_aislab({text, text}));
    return 0;
}
