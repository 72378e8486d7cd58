// SPDX-License-Identifier: Apache-2.0
// Everybody in a run: who they are and what each is doing. Index = PersonId. Bodies are the physics' business; what
// only one system needs to know of a person stands in that system.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "sim/behaviour/route_book.h"
#include "sim/record/observer.h"

namespace muster::engine {

/// What decisions and steps read and write all the time.
struct Person {
    behaviour::KnowledgeId knowledge = 0;
    // The route this person follows.
    behaviour::WayId way;
    // The opening walked to; not valid: the destination lies in this space.
    OpeningId next;
    // Where `next` was decided: a new space asks for a new decision, and so does a place that is not valid.
    SpaceId decided_in;
    // What follows after `next`.
    behaviour::Leg leg;
    // The opening last crossed.
    OpeningId came_by;
    // The room a guide makes for; not valid: the way out.
    SpaceId searches;
    // By the air: factor on the desired speed.
    float air_speed = 1.0F;
    // A guide looks round a room, or forces its door.
    bool stands = false;
    // Has set off: falls and shaking interrupt walking, not this.
    bool walks = false;
    bool left_room = false;
    bool left_building = false;
    // Stranded, and on the way to a place to wait at (WaitingPlaces). Changed by Crowd::set_retreats() only.
    bool retreats = false;
};

/// What is drawn for each before the run and never changes in it.
struct Disposition {
    double pre_movement_s = 0.0;
    // Dose at which this person can no longer walk.
    float endures = 1.0F;
    // Share of people that turn back from smoke, from which on this one does too.
    float turns_back_at = 1.0F;
    bool rear_teacher = false;
};

/// After arriving: a straight walk to the place in the line, outside the physics. Who is overcome lies where it
/// happened.
struct LinePlace {
    Vec2 from, to;
    SimTime since;
    // m/s
    double speed = 1.0;
    SpaceId space;

    [[nodiscard]] Vec2 at(SimTime now) const;
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

class Crowd {
public:
    explicit Crowd(std::size_t groups) : members(groups), progress(groups) {}

    std::vector<PersonInfo> info;
    std::vector<Person> people;
    std::vector<Disposition> disposition;
    // Where each begins.
    std::vector<Vec2> start;
    std::vector<LinePlace> line;
    // Per group, front teachers first, rear teachers last.
    std::vector<std::vector<PersonId>> members;
    std::vector<GroupProgress> progress;

    PersonId add(const PersonInfo& who, const Disposition& drawn);
    [[nodiscard]] std::size_t size() const { return people.size(); }

    [[nodiscard]] PersonState state(PersonId id) const { return states_[id.index()]; }
    [[nodiscard]] std::span<const PersonState> states() const { return states_; }
    /// The only way in which anybody's state changes: how many walk is counted here.
    void set_state(PersonId id, PersonState state) {
        PersonState& is = states_[id.index()];
        walking_ += static_cast<int>(state == PersonState::walking) - static_cast<int>(is == PersonState::walking);
        is = state;
        set_retreats(id, false);
    }
    /// Pre: is stranded, or does not retreat.
    void set_retreats(PersonId id, bool retreats) {
        Person& p = people[id.index()];
        retreating_ += static_cast<int>(retreats) - static_cast<int>(p.retreats);
        p.retreats = retreats;
    }
    [[nodiscard]] bool anybody_walks() const { return walking_ > 0; }
    /// Of their own will: walks, or goes to where to wait.
    [[nodiscard]] bool moves(PersonId id) const {
        return state(id) == PersonState::walking || people[id.index()].retreats;
    }
    [[nodiscard]] bool anybody_moves() const { return walking_ + retreating_ > 0; }

private:
    std::vector<PersonState> states_;
    int walking_ = 0, retreating_ = 0;
};

/// Draws everybody's body, speed, pre-movement and place. Deterministic in (world, seed). People for whom there is no
/// place are put where they overlap least; validate() has refused rooms that cannot hold their people.
[[nodiscard]] Crowd make_crowd(const World& world, std::uint64_t seed);

/// The k-th place in the line around a spot, m from its middle: a hexagonal spiral, 0.55 m apart.
[[nodiscard]] Vec2 place_in_line(int k);

}  // namespace muster::engine
