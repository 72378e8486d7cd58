// SPDX-License-Identifier: Apache-2.0
// The people of a world as packets for the queue network: those whom the physics has under seed 1, with their own
// places, speeds and delays.
//
// Packets are of like walkers, and each walks as the slowest in it: what a school waits for is its slowest child. When
// a packet stands at the door is a matter of how many are there by then, whoever they are. Rear teachers are a packet
// of their own that sets off when the class has left the room, as in the physics.
#pragma once

#include <cstdint>
#include <vector>

#include "sim/engine/crowd.h"
#include "sim/flow/queue_network.h"
#include "sim/model/world.h"
#include "sim/routing/navigation.h"

namespace muster::planning {

/// Mean over the pupils' profile, m/s.
[[nodiscard]] double mean_speed_m_s(const World& world, const Group& group);

class FlowPeople {
public:
    /// Both must outlive this.
    FlowPeople(const World& world, const routing::Navigation& navigation);

    /// Of everybody in the group, in the order in which they come to `door` of their room; without ways.
    [[nodiscard]] flow::QueueGroup packets(GroupId group, OpeningId door) const;
    /// QueueWay::ready_s of these at a door of their room.
    [[nodiscard]] std::vector<float> ready_s(const flow::QueueGroup& packets, GroupId group, OpeningId door) const;

private:
    struct Packet {
        std::uint8_t size = 0;
        double speed_m_s = 1.0;  // of the slowest
        double at_door_s = 0.0;  // mean, from the release
    };
    [[nodiscard]] std::vector<PersonId> members(GroupId group, bool rear) const;
    [[nodiscard]] std::vector<Packet> walkers(GroupId group, OpeningId door) const;
    [[nodiscard]] double to_door_s(PersonId person, OpeningId door) const;
    [[nodiscard]] double at_door_s(PersonId person, OpeningId door) const;

    const World& world_;
    const routing::Navigation& navigation_;
    engine::Crowd crowd_;
};

}  // namespace muster::planning
