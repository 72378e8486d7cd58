// SPDX-License-Identifier: Apache-2.0
// Bytes as a CFAST input file and as tables of CFAST and FDS: refused with a reason, or whole.
#include <cstdint>
#include <stdexcept>
#include <string_view>

#include "scenarios/series_csv.h"
#include "tests/fuzz/require.h"
#include "tools/exchange/cfast/cfast_input.h"

using namespace muster;
using namespace muster::testing;

namespace {

template <class Read>
void try_read(Read&& read) {
    try {
        read();
    } catch (const std::runtime_error& e) { require(e.what()[0] != '\0'); }
}

void check(const scenarios::SeriesTable& table) {
    for (const scenarios::SeriesColumn& c : table.columns) require(c.values.size() == table.time_s.size());
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    try_read([&] {
        const cfast::CfastModel m = cfast::read_cfast_input(text);
        require(m.zones.size() == m.zone_names.size() && m.fires.size() == m.tables.size());
        for (const hazards::ZoneVent& v : m.vents) require(v.a != v.b);
        for (const hazards::ZoneVent& v : m.vents)
            require((v.a == hazards::outdoors || v.a < m.zones.size()) &&
                    (v.b == hazards::outdoors || v.b < m.zones.size()));
        for (const hazards::ZoneFire& f : m.fires) require(f.zone < m.zones.size());
        for (const hazards::ZoneShape& z : m.zones) require(z.floor_area_m2 > 0.0 && z.height_m > 0.0);
    });
    try_read([&] { check(scenarios::read_cfast_csv(text)); });
    try_read([&] { check(scenarios::read_fds_csv(text)); });
    return 0;
}
