// SPDX-License-Identifier: Apache-2.0
// Who is told to go, and when. Timed policies are known beforehand; class by class depends on how the crowd moves.
#pragma once

#include <vector>

#include "sim/model/world.h"

namespace muster::behaviour {

struct TimedRelease {
    GroupId group;
    double after_s = 0.0;  // after everybody has been told
};

/// What is ordered, and for whom.
struct ReleaseOrder {
    const Release& release;
    std::vector<bool> told{};  // per group: not concerned any more; empty = nobody has been told yet
    [[nodiscard]] bool concerns(GroupId group) const { return told.empty() || !told[group.index()]; }
};

/// all_at_once, by_storey and stagger: every group that leaves on the order, in the order of leaving. Groups that are
/// not in the order of a stagger go at once. For class_by_class: the groups that do not queue (not classes).
[[nodiscard]] std::vector<TimedRelease> timed_releases(const World& world, const ReleaseOrder& order);

/// class_by_class: one queue per (stair, storey), of classes without a stair one per exit; within a queue the next
/// class goes when the one before has left its room and its last member is Release::gap_m beyond the door.
[[nodiscard]] std::vector<std::vector<GroupId>> release_queues(const World& world, const ReleaseOrder& order);

}  // namespace muster::behaviour
