// SPDX-License-Identifier: Apache-2.0
// The inside of a Simulation: everything that changes during one run, and what happens at each event.
//   run.cpp            the calendar, the motion step, samples, the end
//   run_orders.cpp     alarm, shaking, release, setting off, roll calls
//   run_incidents.cpp  doors, closed spaces, lights, falls
//   run_commands.cpp   what a person orders meanwhile: alarm, release, routes, guides, shaking
//   run_check.cpp      why a command cannot be carried out
//   run_decisions.cpp  which opening next, which way, how fast
//   run_choice.cpp     choosing by time, keeping company
//   run_quake.cpp      shaking, and how people stand it
//   run_damage.cpp     what it breaks
//   run_search.cpp     guides who go from room to room
//   run_air.cpp        fire, smoke, detectors, and what they do to people
#pragma once

#include <array>
#include <memory>
#include <optional>
#include <set>
#include <vector>

#include "sim/behaviour/route_book.h"
#include "sim/engine/crowd.h"
#include "sim/engine/orders.h"
#include "sim/engine/queues_seen.h"
#include "sim/engine/simulation.h"
#include "sim/engine/site_state.h"
#include "sim/hazards/external_fire.h"
#include "sim/hazards/fire_smoke.h"
#include "sim/hazards/quake_damage.h"
#include "sim/kernel/calendar.h"
#include "sim/physics/crowd_physics.h"
#include "sim/physics/furniture.h"
#include "sim/record/observer.h"

namespace muster::engine {

/// How the engine steps and decides. Not calibrated unless it says so.
struct EngineSettings {
    Duration motion_step = 50_ms;   // calibrated together with the motion parameters
    double decide_s = 1.0;          // between two decisions of one person
    int decide_every = 20;          // the same in motion steps; people are staggered by their number
    double hears_m = 5.0;           // within this, one is told that a door has jammed; assumption
    double sees_door_m = 5.0;       // within this, in the same space, one learns that a door is shut; assumption
    double keep_choice_m = 1.0;     // a new opening must be this much better than the one chosen; assumption
    double aim_straight_m = 1.2;    // nearer than this to an opening one aims at it, farther one follows the field
    double aim_beyond_m = 0.3;      // aim this far behind the opening's plane
    double aim_margin_m = 0.05;     // besides the body's radius, from the jambs
    double regulation_flow = 1.33;  // persons/(m s); IMO MSC.1/Circ.1533 (exit flow), door mode "regulation"
    double walks_clear_m = 1.5;     // who is out walks on this far before leaving the crowd: to vanish at the door
                                    // would let a third more through it. From 1.0 m on without effect on flow
    double walks_clear_s = 5.0;     // ... or this long, where there is no room
    double arrived_inside_m = 1.0;  // a destination room counts as reached this far from the door
    double seen_flow = 1.3;         // persons/(m s) that people reckon with at a door they queue for; assumption
    double change_s =
        2.0;  // gain for which one first changes to a quicker way, twice as much each further time; assumption
    double change_share = 0.2;           // ... and this share of the time left; assumption
    double change_after_s = 5.0;         // ... nor sooner than 0.5 to 2.5 times this after the last change; assumption
    double company_m = 0.3;              // people who keep together slow down when ahead by more than this; assumption
    double company_min = 0.15;           // ... to no less than this share of the slowest one's pace; assumption
    double class_gap_limit_s = 120.0;    // class by class: the next class goes at the latest after this; assumption
    double air_step_s = 1.0;             // between two looks at the air
    double air_record_s = 5.0;           // between two records of it: often enough for a plot and a margin
    double door_stays_open_s = 5.0;      // after somebody went through a door that closes by itself; assumption
    double sees_smoke_per_m = 0.15;      // extinction at the head, or of the layer under the ceiling, that alarms; Jin
    double refuses_k = 333.15;           // air nobody walks into who has a choice: 60 C; ISO 13571 for minutes
    double refuses_s = 30.0;             // in a stair or corridor; then on through it all the same; assumption
    double refuses_per_m = 3.0;          // and extinction: sees 1 m
    double watchman_s = 30.0;            // from smoke in sight of a camera until its watchman sees it; assumption
    double to_call_point_m_s = 1.3;      // of somebody who goes to press one; assumption
    double press_s = 5.0;                // to break the glass; assumption
    double shout_s = 60.0;               // until others know where there is no call point on the storey; assumption
    double quake_step_s = 0.5;           // between two looks at the shaking floor
    double felt_window_s = 2.0;          // of the shaking that counts for how one stands; assumption
    double calm_jma = 4.5;               // under this one can leave
    double thrown_jma = 6.0;             // from here on people are thrown down; JMA's words for 6 upper
    double thrown_share = 0.05;          // of walkers, per look; assumption
    double pipe_leak_kg_s = 0.005;       // of a gas pipe that shaking opens; assumption
    double leak_ignites = 0.2;           // share of such leaks; assumption
    double furniture_friction = 0.3;     // on the floor; range 0.2-0.4 [unchecked]
    double slid_m = 0.1;                 // from here on it is drawn, and may stand in a door
    double facade_band_m = 3.0;          // before an exit, in which falling glass or a parapet strikes; assumption
    double body_share = 0.85;            // of the widest body: how wide a gap must be; shoulders turn. Assumption
    double facade_after_s = 60.0;        // people keep off facades so long after shaking; assumption
    double facade_leaves = 0.7;          // of the exit's width, by the debris; assumption
    double strong_kg = 45.0;             // body mass from which two can force a door; assumption
    double looks_in_m = 0.6;             // a guide looks round a room from so far inside its doors; assumption
    double reaches_door_m = 1.2;         // a guide tries a shut door from so far; assumption
    double helped_up_s = 3.0;            // to get somebody up; assumption
    double struck_down_s = 30.0;         // hit by furniture; assumption
    double dark_factor = 0.8;            // on the free speed when the power fails; assumption
    double rear_teacher_limit_s = 60.0;  // a rear teacher waits for the class at most this long; assumption
};

/// Somebody who is out and only stands in others' way until clear of the door.
struct Departure {
    PersonId person;
    OpeningId by;
    SimTime since;
};

/// People who keep together, as they are at the moment.
struct Company {
    float hindmost_m = 0.0F;  // longest way left
    float slowest = 1e9F;     // m/s, least free speed
};

/// Where a body is.
struct Whereabouts {
    SpaceId in;
    Vec2 at;
};

/// Somebody who searches rooms.
struct Searcher {
    PersonId person;
    SimTime ends;                 // of the search, at the latest
    SimTime until = SimTime{-1};  // looks round or forces a door until then; < 0 = walks
    OpeningId forces;
    bool done = false;
};

class Run {
public:
    Run(Prepared prepared, std::uint64_t seed);

    void observe(RunObserver& observer) { observers_.push_back(&observer); }
    bool advance_to(SimTime until);
    [[nodiscard]] bool ended() const { return ended_; }
    [[nodiscard]] SimTime now() const { return calendar_.now(); }
    [[nodiscard]] const Outcome& outcome() const { return outcome_; }
    [[nodiscard]] Frame frame();
    [[nodiscard]] const Crowd& crowd() const { return crowd_; }
    [[nodiscard]] const World& world() const { return *prepared_.world; }
    [[nodiscard]] std::optional<Finding> check(const Command& command) const;
    SimTime submit(const Command& command);
    [[nodiscard]] std::span<const TimedIncident> commands() const { return commands_; }
    [[nodiscard]] SimulationTimes times() const;

private:
    // run.cpp
    void begin();
    void schedule_orders();
    void add_bodies();
    void handle(SimTime at, const Event& event);
    void note(const Event& event);  // tells observers and the fingerprint
    void motion_step();
    void settle_crossings();
    void settle_crossing(const physics::Crossing& crossing);
    void collect_pressure();
    void take_sample();
    void wake_motion();
    void end(bool out_of_time);
    void fill_frame();
    [[nodiscard]] Frame view() const;  // of the arrays as last filled
    [[nodiscard]] bool anybody_moves() const;

    // run_orders.cpp
    void sound_alarm();
    void start_shaking();
    void end_shaking();
    void release(GroupId group);
    void set_off(PersonId person);
    void release_waiting_classes();
    [[nodiscard]] bool class_has_gone(GroupId group) const;
    void send_rear_teachers();
    void reach_line(PersonId person, PersonState as, SpaceId space, Vec2 middle, int place);
    void arrive_where_due();
    void walk_clear();
    [[nodiscard]] bool at_destination(PersonId person) const;

    // run_incidents.cpp
    void incident(const Incident& what);
    void happen(const SetOpening& what);
    void happen(const BlockOpening& what);
    void happen(const CloseSpace& what);
    void happen(const LightsOut& what);
    void happen(const SlowSpace& what);
    void happen(const PersonFalls& what);
    void happen(const ObstructOpening& what);
    void happen(const StartFire& what);
    void happen(const StartExhaust& what);
    void happen(const GasLeak& what);
    void happen(const IgniteGas& what);
    void happen(const LightsOn& what);
    void opening_changed(OpeningId opening);
    void close_space(SpaceId space);
    void trip_pending_falls();
    [[nodiscard]] PersonId nearest_walker(SpaceId space) const;
    void get_up(PersonId person);

    // run_check.cpp
    [[nodiscard]] const char* refusal(const Incident& what) const;  // code; null = none

    // run_commands.cpp
    [[nodiscard]] const Incident& incident_at(std::uint32_t index) const;
    void tell_command(std::uint32_t index);
    void happen(const StartShaking& what);
    void happen(const SoundAlarm& what);
    void happen(const SilenceAlarm& what);
    void happen(const SendGroup& what);
    void happen(const ReleaseGroup& what);
    void happen(const HoldGroup& what);
    void happen(const ChangeRelease& what);
    void happen(const PostGuide& what);
    void happen(const RemoveGuide& what);
    void shaking_starts();
    void issue_orders();
    void order(GroupId group, SimTime at);
    void withdraw(GroupId group);
    void withdraw_all();
    void leave_queue(GroupId group);
    [[nodiscard]] bool orders_are_awaited() const;
    [[nodiscard]] StairId stair_of(PersonId person) const;
    [[nodiscard]] bool is_turned_away(PersonId person, SpaceId in, OpeningId opening) const;
    [[nodiscard]] bool guides_let_through(PersonId person);

    // run_quake.cpp
    void schedule_quake();
    void warn_early();
    void take_shelter();
    void begin_shock(std::uint32_t shock);
    void look_at_shaking(Duration after);
    void quake_step();
    void shun_facades();
    void stop_shunning_facades();
    void throw_down(LevelId level);
    [[nodiscard]] bool runs_at_once(PersonId person) const;
    [[nodiscard]] bool anybody_inside() const;
    [[nodiscard]] const Earthquake& quake() const { return *world().scenario.earthquake; }

    // run_damage.cpp
    void await_damage(hazards::QuakeDamage damage);
    void slide_things(const hazards::FloorMotion& motion, const hazards::BuildingFrame& frame, Vec2 direction);
    void stand_elsewhere(const std::vector<LyingItem>& items);
    void settle_what_slid();
    void break_things();
    void leak_by_shaking();
    void slow_by_debris(SpaceId space, double cover);
    void strike(PersonId person);
    void facade_falls(OpeningId exit);
    void item_falls(ObstacleId item);
    void note_narrowed(ObstacleId by);
    void move_the_pushed();
    void jam_doors();
    void try_to_force(OpeningId door, bool called);
    [[nodiscard]] bool within_call(OpeningId door, SpaceId from, bool called) const;
    void force_door(OpeningId door);

    // run_search.cpp
    void begin_search(PersonId person);
    void choose_room(Searcher& guide);
    void give_up_room(PersonId person);
    void end_search(Searcher& guide);
    void look_after_guides();
    void search_on(Searcher& guide);
    void try_door(Searcher& guide, OpeningId door);
    void stand(Searcher& guide, double s);
    [[nodiscard]] bool seen_into(SpaceId room, Vec2 at) const;
    [[nodiscard]] OpeningId shut_door_here(SpaceId room, SpaceId in, Vec2 at) const;
    void find_people(const Searcher& guide, SpaceId room);

    // run_air.cpp
    void ignite(const StartFire& what, SpaceId room);
    void start_air();
    void air_step();
    void tell_doors();
    void hear_detectors();
    void watch_cameras();
    void signal(std::size_t fixture, double confirm_s);
    void see_smoke();
    void raise_alarm(PersonId seen_by);
    void breathe(PersonId person);
    void meet_smoke(PersonId person);
    void overcome(PersonId person);
    void record_air();
    [[nodiscard]] double head_height(PersonId person) const;
    [[nodiscard]] bool anybody_to_breathe() const;

    // run_choice.cpp
    void look_at_queues();
    [[nodiscard]] double time_by(PersonId person, const Whereabouts& where, const routing::RouteTable& table,
                                 OpeningId opening);
    [[nodiscard]] OpeningId quickest_opening(PersonId person, const Whereabouts& where,
                                             const routing::RouteTable& table);
    void make_companies();
    void look_after_companies();
    [[nodiscard]] float free_pace(PersonId person) const;
    void keep_company(PersonId person, physics::Intent& intent) const;

    // run_decisions.cpp
    void make_intents();
    void decide(PersonId person, const Whereabouts& where);
    void pass_the_word();
    [[nodiscard]] bool knows_shut(PersonId person, OpeningId opening) const;
    void learn_what_is_seen(PersonId person, const Whereabouts& where);
    [[nodiscard]] physics::Intent intent_of(PersonId person, const Whereabouts& where) const;
    [[nodiscard]] double desired_speed(PersonId person, SpaceId in, OpeningId next) const;
    [[nodiscard]] bool lies_between(SpaceId in, OpeningId opening, Vec2 at, double straight_m) const;
    void aim_at_opening(PersonId person, const Whereabouts& where, physics::Intent& intent) const;
    void count_headings();
    [[nodiscard]] bool meets_others(OpeningId opening, SpaceId from) const;

    [[nodiscard]] Whereabouts where(PersonId person) const {
        const physics::Bodies b = physics_->bodies();
        return {b.space[person.index()], {b.x[person.index()], b.y[person.index()]}};
    }
    [[nodiscard]] Vec2 place_of(PersonId person) const;
    [[nodiscard]] const Group& group_of(PersonId person) const {
        return world().scenario.population.groups[crowd_.info[person.index()].group.index()];
    }
    [[nodiscard]] Person& person(PersonId id) { return crowd_.people[id.index()]; }
    [[nodiscard]] const Person& person(PersonId id) const { return crowd_.people[id.index()]; }

    /// The plan, with furniture where it stands now.
    [[nodiscard]] const Building& building() const { return standing_ ? *standing_ : world().building; }
    [[nodiscard]] const routing::Navigation& navigation() const { return *navigation_; }

    Prepared prepared_;
    std::uint64_t seed_;
    EngineSettings settings_;
    Calendar<Event> calendar_;
    Crowd crowd_;
    std::unique_ptr<Building> standing_;                   // where furniture moves
    std::unique_ptr<routing::Navigation> own_navigation_;  // over the shared one, in an earthquake
    const routing::Navigation* navigation_ = nullptr;      // the one or the other
    behaviour::RouteBook routes_;
    SiteState site_;
    std::unique_ptr<hazards::RoomAir> air_;  // while something burns or may
    hazards::FireSmoke* fires_ = nullptr;    // the same, where we work it out ourselves
    std::vector<SimTime> passed_at_;         // per opening: when somebody last went through; < 0 = never
    std::vector<SpaceAir> space_air_;
    std::vector<SimTime> in_camera_;      // per fixture: since when a camera sees smoke; < 0 = it does not
    SimTime last_air_{-1};                // when it was last recorded; < 0 = never
    std::vector<StartExhaust> exhausts_;  // running before anything burns
    bool alarm_is_coming_ = false;
    std::unique_ptr<physics::CrowdPhysics> physics_;
    std::vector<RunObserver*> observers_;
    std::vector<physics::Intent> intents_;
    std::vector<Departure> departures_;
    bool anybody_chooses_ = false;  // by time
    QueuesSeen queues_;
    static constexpr std::uint32_t no_company = 0xffffffffU;
    std::vector<std::uint32_t> company_of_;  // per person
    std::vector<Company> companies_;
    std::vector<std::array<int, 2>> headings_;  // per opening: how many go through it next, forwards and backwards
    Orders orders_;
    std::vector<TimedIncident> commands_;     // given meanwhile, in order
    std::vector<int> places_taken_;           // per assembly spot
    std::vector<PersonFalls> pending_falls_;  // nobody was there yet
    std::vector<Ticket> quake_to_come_;       // of the scenario's earthquake, so that it can come sooner
    std::vector<OpeningId> jams_;             // doors that this seed's shaking jams
    QuakeRecord shock_;                       // the one that shakes, or the last
    hazards::QuakeDamage damage_;             // of it, so far as it is still to come
    SimTime shock_starts_, calm_since_{-1};
    std::vector<float> shaken_;      // per level: factor on walking now
    std::vector<double> debris_;     // per space: share of the floor covered
    std::vector<int> flight_state_;  // per space
    std::uint32_t throws_ = 0;       // draws so far
    std::vector<Aftershock> aftershocks_;
    std::size_t aftershocks_to_come_ = 0;
    std::vector<hazards::JammedDoor> jammed_;  // by shaking, not forced yet
    std::set<OpeningId> being_forced_;
    std::vector<Searcher> searchers_;
    std::set<GroupId> searching_groups_;           // that have begun
    std::vector<std::vector<SpaceId>> to_search_;  // per group: rooms that nobody has taken on yet
    bool looks_at_shaking_ = false;                // a QuakeStep is to come
    bool power_lost_ = false;
    std::vector<bool> leaked_;                   // per risk
    std::vector<physics::PushedPerson> pushed_;  // by furniture in the shock
    std::vector<LyingItem> slid_;                // that will stand elsewhere when it is over
    SimTime shun_until_{-1};                     // facades
    std::vector<double> pressure_sum_;           // N/m summed over the steps since the last sample
    int steps_since_sample_ = 0;
    std::int64_t step_count_ = 0;
    int walking_ = 0;
    bool begun_ = false, ended_ = false, stepping_ = false, shaking_ = false, told_ = false;
    bool quake_begun_ = false;  // the scenario's
    SimTime next_sample_, last_sample_{-1};
    Outcome outcome_;
    SimulationTimes times_;
    // The frame's arrays.
    std::vector<float> x_, y_, vx_, vy_, pressure_, dose_;
    std::vector<SpaceId> space_;
    std::vector<PersonState> state_;
};

}  // namespace muster::engine
