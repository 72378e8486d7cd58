// SPDX-License-Identifier: Apache-2.0
// Looking at a run without changing it. Observers get values; they cannot reach the simulation.
#pragma once

#include <cstdint>
#include <span>
#include <string>

#include "sim/base/fingerprint.h"
#include "sim/base/time.h"
#include "sim/kernel/event.h"
#include "sim/model/world.h"
#include "sim/record/air.h"
#include "sim/record/quake.h"

namespace muster {

enum class PersonState : std::uint8_t {
    waiting,     // before being told to go, or in pre-movement
    sheltering,  // under a desk or by an inner wall while it shakes
    walking,
    fallen,
    assembled,      // stands at the assembly spot
    arrived,        // reached a destination room
    gone,           // left the site; has no place any more
    stranded,       // cannot find any open way; goes to wait off the ways of others until one opens
    incapacitated,  // overcome by smoke or heat
};

/// Who is who, constant over the run. Index = PersonId.
struct PersonInfo {
    GroupId group;
    ProfileId profile;
    bool teacher = false;
    SpaceId start;
    float radius_m = 0.0F;
    float free_speed = 0.0F;  // m/s on the level
};

struct RunHeader {
    const World* world = nullptr;  // outlives the run
    std::uint64_t seed = 0;
    std::span<const PersonInfo> people;
};

/// Everybody at one instant, structure of arrays, index = PersonId. Valid only during the call.
struct Frame {
    SimTime time;
    std::span<const float> x, y;     // m; relative to Building::site_origin
    std::span<const float> vx, vy;   // m/s, in plan
    std::span<const SpaceId> space;  // not valid once gone
    std::span<const PersonState> state;
    std::span<const float> pressure;  // N/m: contact forces on the body / its circumference, mean over the last sample
    std::span<const float> dose{};    // of gas and heat so far; 1 = half of the people can no longer walk
};

/// The air of every space, index = SpaceId; those outdoors as on an ordinary day. Every few seconds while something
/// burns or leaks.
struct AirFrame {
    SimTime time;
    double heat_w = 0.0;  // of all fires
    std::span<const SpaceAir> spaces;
};

struct Outcome {
    SimTime ended;
    bool everybody_accounted_for = false;  // in = inside + out, and nobody was lost
    bool ran_out_of_time = false;          // max_s reached with people still moving
    SpaceId smoke_diverged_in;             // where the smoke could not be computed; not valid = nowhere
    Fingerprint fingerprint;
};

class RunObserver {
public:
    virtual ~RunObserver() = default;
    virtual void run_started(const RunHeader&) {}
    virtual void event_happened(SimTime, const Event&) {}
    virtual void command_given(const TimedIncident&) {}  // before its IncidentHappens
    virtual void frame(const Frame&) {}
    virtual void air(const AirFrame&) {}
    virtual void quake(const QuakeRecord&) {}  // when a shock begins, whole
    virtual void run_ended(const Outcome&) {}
};

}  // namespace muster
