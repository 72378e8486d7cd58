// SPDX-License-Identifier: Apache-2.0
// Where those go who see no way out, and stand until one opens: nobody freezes in a doorway, on a stair, or in the way
// of others. Which place is the scenario's `if_shut_in`; it is chosen by what the person knows.
#pragma once

#include <utility>
#include <vector>

#include "sim/behaviour/near_spaces.h"
#include "sim/behaviour/standing_places.h"
#include "sim/engine/run_state.h"

namespace muster::engine {

struct WaitingSettings {
    // At the place. m
    double there_m = 0.3;
    // Pushed off it so far, one goes back. m; assumption.
    double pushed_off_m = 1.0;
    // So far from others who stand already. m; assumption.
    double from_others_m = 0.45;
    // Deeper inside a room than this is no better: m; assumption.
    double deep_m = 5.0;
    // Without getting nearer one looks for another place, so many times; whoever is in the way where he is, more often.
    // Assumption.
    double stuck_s = 8.0;
    int tries = 4, tries_in_the_way = 24;
    // How much farther one goes to a better kind of place, m; assumptions. Out of doors before all others, then rooms,
    // corridors off the ways, rooms where fires start; a stair only where there is nothing else.
    double outdoors_m = -2000.0, toilet_m = 20.0, corridor_m = 15.0, dangerous_m = 300.0, landing_m = 1000.0,
           flight_m = 3000.0;
    // In smoke a room with a window, and no corridor: that is where smoke spreads; and not here, where it is.
    double window_m = -30.0, corridor_in_smoke_m = 100.0, smoke_here_m = 50.0;
    // Each 20 m2 of floor are worth a metre of way, up to ten.
    double per_m2 = 0.05, widest_m = 10.0;
    // Where the scenario sends them.
    double as_told_m = -500.0;
};

class WaitingPlaces {
public:
    explicit WaitingPlaces(RunState& run);

    /// Sees no way: is stranded from now on, and goes on in this motion step or the next.
    void give_up(PersonId person);
    /// Pre: is stranded. Once per decision interval, and on entering another space.
    void go_on(PersonId person, const Whereabouts& where);
    /// Pre: retreats, and is in the space to wait in. The point to walk to.
    [[nodiscard]] Vec2 aim(PersonId person, Vec2 at);

private:
    struct Waiter {
        // Not valid: has not chosen yet.
        SpaceId space;
        Vec2 at;
        // From here to there round furniture; empty = straight on. `corner`: the next of them.
        std::vector<Vec2> corners;
        std::size_t corner = 0;
        // How near one has been, and when; for seeing that one is stuck.
        double nearest_m = 0.0;
        SimTime nearest_at;
        int tries = 0;
        // Has come to the place, or stays for want of one.
        bool stands = false;
        // Was there smoke when the place was chosen? If not, and it comes, another one is looked for.
        bool chosen_in_smoke = false;
        // As last told.
        SpaceId told;
    };
    /// The opening that keeps somebody in, and on which side; not valid where none does.
    struct Holding {
        OpeningId door;
        SpaceId side;
    };
    void choose(PersonId person, const Whereabouts& where);
    [[nodiscard]] bool take_place_in(SpaceId space, PersonId person, const Whereabouts& where, const Holding& holding);
    void stay(PersonId person, const Whereabouts& where);
    void look_for_another(PersonId person, const Whereabouts& where);
    void set_out(Waiter& waiter) const;
    void walk_round_furniture(PersonId person, Vec2 from);
    [[nodiscard]] double to_go_m(PersonId person, const Whereabouts& where);
    [[nodiscard]] Holding held_by(PersonId person, const Whereabouts& where);
    [[nodiscard]] bool in_smoke(PersonId person) const;
    [[nodiscard]] bool has_window(SpaceId space) const;
    [[nodiscard]] double reluctance_m(SpaceId space, bool smoke) const;
    [[nodiscard]] SpaceId told_to(PersonId person, const Holding& holding) const;
    [[nodiscard]] const std::vector<behaviour::StandingPlace>& places_in(SpaceId space);
    void look_who_stands_in(SpaceId space, PersonId but);

    RunState& run_;
    WaitingSettings settings_;
    behaviour::NearSpaces near_;
    // Per person.
    std::vector<Waiter> waiters_;
    // Per space; made when first asked for.
    std::vector<std::vector<behaviour::StandingPlace>> places_;
    std::vector<bool> has_places_;
    // Working storage: where others stand or mean to, and spaces by what it costs to go there.
    std::vector<Vec2> standing_;
    // The place that the one who chooses could not get to.
    Whereabouts given_up_;
    std::vector<std::pair<double, SpaceId>> by_cost_;
};

}  // namespace muster::engine
