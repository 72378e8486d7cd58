// SPDX-License-Identifier: Apache-2.0
#include "scenarios/order_reader.h"

#include "sim/model/words.h"

namespace muster::scenarios {

Route read_route(const floorplans::JsonCursor& place, const References& refs) {
    place.allow_keys({"door", "stair", "exit", "spot"});
    Route route;
    if (place.has("door")) route.door = refs.opening(place["door"]);
    if (place.has("stair")) route.stair = refs.stair(place["stair"]);
    if (place.has("exit")) route.exit = refs.opening(place["exit"]);
    if (place.has("spot")) route.spot = refs.spot(place["spot"]);
    return route;
}

Release read_release(const floorplans::JsonCursor& place, const References& refs) {
    Release release;
    release.policy = place["policy"].word<ReleasePolicy>().value_or(release.policy);
    release.interval_s = place["interval_s"].number_or(0.0, longest_s, release.interval_s);
    release.gap_m = place["gap_m"].number_or(0.0, 1000.0, release.gap_m);
    if (place.has("longest_wait_s")) release.longest_wait_s = place["longest_wait_s"].number_or(0.0, longest_s, 0.0);
    for (const floorplans::JsonCursor& group : place["order"].elements()) release.order.push_back(refs.group(group));
    return release;
}

}  // namespace muster::scenarios
