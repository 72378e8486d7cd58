// SPDX-License-Identifier: Apache-2.0
// What can happen in a run: plain values, so that events can be logged, hashed, replayed. `to_go` events drive the run;
// the others record what came out of it. Adding one: here, its name in render/text, its handler in engine.
#pragma once

#include <cstdint>
#include <variant>

#include "sim/base/id.h"
#include "sim/model/scenario.h"

namespace muster {

// Scheduled.
struct AlarmSounds {};
struct GroupReleased {
    GroupId group;
};  // told to go: pre-movement starts
struct PersonSetsOff {
    PersonId person;
};  // pre-movement is over
struct IncidentHappens {
    std::uint32_t incident;
};  // index into Scenario::incidents; from their number on, into the commands given meanwhile
struct ShakingStarts {};
struct ShakingEnds {};  // the order to leave is given
struct PersonGetsUp {
    PersonId person;
};
struct SpaceCloses {
    SpaceId space;
};  // e.g. a fire's room of origin
struct EarlyWarning {};
struct QuakeStep {};  // how people stand on shaking floors
struct AftershockStarts {
    std::uint32_t shock;
};                           // one begins: 1, 2, ...
struct StrongestShaking {};  // what breaks, breaks then
struct ItemFalls {
    ObstacleId item;
};
struct DoorForced {
    OpeningId opening;
};  // jammed, and opened by force
struct RollCallDone {
    GroupId group;
};
struct CallPointPressed {
    std::uint32_t fixture;
};                  // index into Building::fixtures; none = somebody shouts
struct AirStep {};  // fire, smoke and what people breathe
struct MotionStep {};
struct Sample {};

// Outcomes.
struct OpeningChanged {
    OpeningId opening;
    DoorState state;
    bool blocked;
};
struct DoorJammed {
    OpeningId opening;
};
struct PersonFell {
    PersonId person;
};
struct PersonCrossed {
    PersonId person;
    OpeningId opening;
    SpaceId into;
};  // into not valid = left the site
struct PersonLeftRoom {
    PersonId person;
};  // out of the space where they were at the start
struct PersonLeftBuilding {
    PersonId person;
};
struct PersonAtAssembly {
    PersonId person;
};
struct PersonArrived {
    PersonId person;
};  // at a destination room
struct PersonReplaced {
    PersonId person;
};  // found outside every space and put back; counted in every report
struct DetectorTrips {
    std::uint32_t fixture;
};  // index into Building::fixtures
struct PersonMeetsSmoke {
    PersonId person;
};  // is slowed by it for the first time
struct PersonTurnsBack {
    PersonId person;
    SpaceId from;
};  // will not go into that space for its smoke
struct PersonIncapacitated {
    PersonId person;
};

struct GasIgnites {
    SpaceId space;
};
struct FlightDamaged {
    SpaceId flight;
    int state;
};  // 1 slowed, 2 one file, 3 closed
struct DebrisFalls {
    SpaceId space;
    double cover;
};  // share of the floor
struct FacadeFalls {
    OpeningId exit;
};  // glass or a parapet, before a way out
struct WayNarrowed {
    OpeningId opening;
    double left_m;  // of its width
};                  // by furniture that fell or slid before it
struct FurnitureSlid {
    std::uint32_t pieces;
};  // stand elsewhere from now on
struct RoomSearched {
    SpaceId space;
    PersonId by;
};
struct PersonFound {
    PersonId person;
    PersonId by;
};  // by a guide who searches: had fallen, or saw no way
struct PowerLost {};
struct PipeLeaks {
    SpaceId space;
};  // gas, by the shaking
struct PersonStruck {
    PersonId person;
};  // by something that fell
struct AlarmSilenced {};

using Event =
    std::variant<AlarmSounds, GroupReleased, PersonSetsOff, IncidentHappens, ShakingStarts, ShakingEnds, PersonGetsUp,
                 SpaceCloses, RollCallDone, MotionStep, Sample, OpeningChanged, DoorJammed, PersonFell, PersonCrossed,
                 PersonLeftRoom, PersonLeftBuilding, PersonAtAssembly, PersonArrived, PersonReplaced, CallPointPressed,
                 AirStep, DetectorTrips, PersonTurnsBack, PersonIncapacitated, PersonMeetsSmoke, GasIgnites,
                 EarlyWarning, QuakeStep, AftershockStarts, ItemFalls, DoorForced, FlightDamaged, DebrisFalls,
                 FacadeFalls, PowerLost, PersonStruck, StrongestShaking, PipeLeaks, AlarmSilenced, WayNarrowed,
                 FurnitureSlid, RoomSearched, PersonFound>;

/// The clockwork's own beats: neither recorded nor hashed.
[[nodiscard]] bool is_tick(const Event& event);

}  // namespace muster
