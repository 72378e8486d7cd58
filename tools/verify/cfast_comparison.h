// SPDX-License-Identifier: Apache-2.0
// CFAST's own input, run by our network, beside what CFAST made of it: how far apart they are in each room.
#pragma once

#include <functional>
#include <optional>
#include <stdexcept>
#include <string>
#include <vector>

#include "tools/verify/cfast_case.h"

namespace muster::verify {

/// Differences of one room; empty where CFAST's table has nothing to compare.
struct RoomDifference {
    std::string room;
    std::optional<double> layer_share;  // mean |z - z_CFAST| / height
    std::optional<double> warmth;       // median |dT - dT_CFAST| / dT_CFAST where CFAST has 10 K or more
    std::optional<double> warmth_k;     // mean |dT - dT_CFAST| where it has less, K
    std::optional<double> smoke;        // median |OD - OD_CFAST| / OD_CFAST where CFAST has 0.1 1/m or more
    // Of the layer at 60 % of the height, where CFAST's comes that low, ours - CFAST's, s; infinite when ours does not.
    std::optional<double> arrival_s;
    std::vector<double> time_s, layer_m, layer_cfast_m, upper_c, upper_cfast_c;
};

struct CfastComparison {
    std::vector<RoomDifference> rooms;  // as in the input
    std::vector<double> tripped_s;      // per device that trips, in the file's order; never = not
    double heat_at_trip_w = 0.0, decay_s = 0.0;
    std::vector<double> heat_w;  // of the first fire, per second
    bool converged = true;
};

/// A table whose units are none that we know. what(): which.
class UnknownUnit : public std::runtime_error {
    using std::runtime_error::runtime_error;
};

/// In steps of 1 s up to the last row of CFAST's table, `until_s` at the latest. `tick` is called once a simulated
/// minute and may throw. Throws UnknownUnit.
[[nodiscard]] CfastComparison compare_with_cfast(const CfastCase& reference, double until_s,
                                                 const std::function<void()>& tick = {});

/// How far apart the two may be; limits of the catalogue's test F1.
struct CfastLimits {
    double layer_share, warmth, warmth_k, smoke, arrival_s;
};
[[nodiscard]] bool within(const RoomDifference& room, const CfastLimits& limits);

}  // namespace muster::verify
