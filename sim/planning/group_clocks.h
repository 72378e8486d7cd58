// SPDX-License-Identifier: Apache-2.0
// When the last of every group was out of its room, out of the building and at its spot, over many runs: medians. One
// observer per run; runs may be in any threads.
#pragma once

#include <memory>
#include <mutex>
#include <optional>
#include <vector>

#include "sim/record/observer.h"

namespace muster::planning {

/// s after the signal; empty = one of the group never got there in one of the runs.
struct GroupClock {
    std::optional<double> out_of_room, out_of_building, at_spot;
};

class GroupClocks {
public:
    explicit GroupClocks(std::size_t groups) : groups_(groups), room_(groups), building_(groups), spot_(groups) {}

    /// Must not outlive this.
    [[nodiscard]] std::unique_ptr<RunObserver> observer();
    /// Over the runs that have ended.
    [[nodiscard]] GroupClock median(std::size_t group) const;
    [[nodiscard]] std::optional<double> first_out_of_building() const;

private:
    friend class GroupClockObserver;
    std::size_t groups_;
    std::mutex mutex_;
    std::vector<std::vector<double>> room_, building_, spot_;  // per group, a value per run; negative = never
    std::vector<double> first_out_;
};

}  // namespace muster::planning
