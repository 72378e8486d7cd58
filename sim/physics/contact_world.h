// SPDX-License-Identifier: Apache-2.0
// Contacts between people and with walls: the bridge to Box2D, and the only thing that knows of it. Bodies are circles
// without rotation; walls are two-sided edges. A body exists only while its person is near another or near a wall.
#pragma once

#include <cstdint>
#include <memory>
#include <span>

#include "sim/physics/crowd_state.h"
#include "sim/physics/motion_parameters.h"
#include "sim/physics/wall_index.h"

namespace muster::physics {

class ContactWorld {
public:
    /// All three must outlive it.
    ContactWorld(const WallIndex& walls, const MotionParameters& parameters, const CrowdState& crowd);
    ~ContactWorld();
    ContactWorld(const ContactWorld&) = delete;
    ContactWorld& operator=(const ContactWorld&) = delete;

    /// The blades of an opening have changed in the wall index.
    void renew_blades(OpeningId opening);
    /// These walls of the index are new, or stand elsewhere now.
    void renew_walls(std::span<const std::uint32_t> walls);
    void create(std::uint32_t person);
    void destroy(std::uint32_t person);
    [[nodiscard]] bool has(std::uint32_t person) const;
    /// Persons with a body, in no meaningful but a reproducible order.
    [[nodiscard]] std::span<const std::uint32_t> living() const;

    /// The person's space has changed: other walls and other people are met from now on.
    void refilter(std::uint32_t person);
    /// The person has been put elsewhere, to rest.
    void put(std::uint32_t person);
    /// One step of all bodies, from the positions, velocities and radii in `crowd` and back into it.
    void step(float dt_s, CrowdState& crowd);

private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

}  // namespace muster::physics
