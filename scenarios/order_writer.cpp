// SPDX-License-Identifier: Apache-2.0
#include "scenarios/order_writer.h"

#include "sim/model/words.h"

namespace muster::scenarios {

std::string route_text(const Route& route, const Building& building) {
    floorplans::JsonRow row;
    if (route.door.valid()) row.text("door", building.opening(route.door).key);
    if (route.stair.valid()) row.text("stair", building.stair(route.stair).key);
    if (route.exit.valid()) row.text("exit", building.opening(route.exit).key);
    if (route.spot.valid()) row.text("spot", building.spot(route.spot).key);
    return row.str();
}

void add_release(floorplans::JsonRow& row, const Release& release, const Population& population) {
    const Release usual;
    row.text("policy", word_of(release.policy));
    if (release.interval_s != usual.interval_s) row.value("interval_s", release.interval_s);
    if (release.gap_m != usual.gap_m) row.value("gap_m", release.gap_m);
    if (release.longest_wait_s) row.value("longest_wait_s", *release.longest_wait_s);
    std::vector<std::string> order;
    for (const GroupId g : release.order) order.push_back(floorplans::json_quoted(population.groups[g.index()].key));
    if (!order.empty()) row.raw("order", floorplans::json_list(order));
}

}  // namespace muster::scenarios
