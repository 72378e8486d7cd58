// SPDX-License-Identifier: Apache-2.0
// A user's CFAST runs as rows of the verification table: one test per room, judged by the limits of the catalogue's own
// comparison with CFAST (measure "cfast").
#pragma once

#include <deque>
#include <functional>
#include <vector>

#include "tools/verify/cfast_comparison.h"
#include "tools/verify/suite_run.h"

namespace muster::verify {

struct CfastRooms {
    std::deque<TestEntry> tests;  // one per result, which points to it
    std::vector<TestResult> results;
};

/// The catalogue's comparison with CFAST; null when it has none.
[[nodiscard]] const TestEntry* cfast_test(const std::vector<TestEntry>& catalogue);
[[nodiscard]] CfastLimits cfast_limits(const TestEntry& test);

/// `tick` as in compare_with_cfast().
[[nodiscard]] CfastRooms compare_rooms(const std::vector<CfastCase>& cases, const TestEntry& judged_as,
                                       const std::function<void()>& tick);

/// "z 1.9 % · dT 5.0 % · dT 0.2 K · OD 3.0 % · t +2 s": what there is to compare.
[[nodiscard]] std::string difference_figure(const RoomDifference& room);
[[nodiscard]] Plot layer_plot(const std::string& name, const RoomDifference& room);

}  // namespace muster::verify
