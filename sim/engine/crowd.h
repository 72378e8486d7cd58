// SPDX-License-Identifier: Apache-2.0
// Everybody in a run: who they are and what each is doing. Index = PersonId. Bodies are the physics' business.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "sim/behaviour/route_book.h"
#include "sim/record/observer.h"

namespace muster::engine {

struct Person {
    PersonState state = PersonState::waiting;
    behaviour::KnowledgeId knowledge = 0;
    behaviour::WayId way;  // the route this person follows
    OpeningId next;        // the opening walked to; not valid: the destination lies in this space
    SpaceId decided_in;    // where `next` was decided: a new space asks for a new decision
    behaviour::Leg leg;    // what follows after `next`
    OpeningId came_by;     // the opening last crossed
    SimTime chose_at;      // when `next` was last changed for a quicker way
    int changes = 0;       // how often it was
    bool walks = false;    // has set off (falls and shaking interrupt walking, not this)
    bool left_room = false;
    bool left_building = false;
    bool rear_teacher = false;
    bool let_through = false;  // by guides: there was no other way
    double pre_movement_s = 0.0;
    SpaceId searches;     // the room a guide makes for; not valid: the way out
    bool stands = false;  // looks round it, or forces its door
    bool found = false;   // by a guide
    // In smoke.
    float air_speed = 1.0F;      // factor on the desired speed
    float dose = 0.0F;           // of gas and heat so far
    float endures = 1.0F;        // dose at which this person can no longer walk
    float turns_back_at = 1.0F;  // share of people that turn back from which on this one does too
    float refused_s = 0.0F;      // stranded for so long, s
    bool goes_through = false;   // has been driven out into the smoke, or was in it already
    bool slowed = false;         // was ever slower for smoke
    // After arriving (assembled, arrived): a straight walk to the place in the line, outside the physics.
    Vec2 line_from, line_to;
    SimTime line_since;
    double line_speed = 1.0;
    SpaceId line_space;
};

/// Out of the physics for good, and still there: in the line, in the destination room, or lying overcome.
[[nodiscard]] constexpr bool stands_still(PersonState state) {
    return state == PersonState::assembled || state == PersonState::arrived || state == PersonState::incapacitated;
}

/// How a group stands: for roll calls, rear teachers and class-by-class release.
struct GroupProgress {
    int members = 0;
    int out_of_room = 0;
    int assembled = 0;
    bool released = false;
    SimTime released_at;
};

struct Crowd {
    std::vector<PersonInfo> info;
    std::vector<Person> people;
    std::vector<Vec2> start;                     // where each begins
    std::vector<std::vector<PersonId>> members;  // per group, front teachers first, rear teachers last
    std::vector<GroupProgress> progress;         // per group

    [[nodiscard]] std::size_t size() const { return people.size(); }
};

/// Draws everybody's body, speed, pre-movement and place. Deterministic in (world, seed). People for whom there is no
/// place are put where they overlap least; validate() has refused rooms that cannot hold their people.
[[nodiscard]] Crowd make_crowd(const World& world, std::uint64_t seed);

/// The k-th place in the line around a spot, m from its middle: a hexagonal spiral, 0.55 m apart.
[[nodiscard]] Vec2 place_in_line(int k);

}  // namespace muster::engine
