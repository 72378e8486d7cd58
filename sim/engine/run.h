// SPDX-License-Identifier: Apache-2.0
// The inside of a Simulation: the systems of one run, and the order in which they act.
//
// A run is a calendar of events (sim/kernel/calendar.h), worked off by time, then phase, then the order of scheduling.
// Between two events nothing changes but what the physics moves in a motion step. At one instant:
//   incident      what the scenario or a person has ordered happens to the building, the people and the alarm
//   hazard        the ground shakes, things fall, the air is advanced and breathed
//   alarm         the alarm sounds, groups are told to go
//   decision      people set off, get up; roll calls end
//   motion        one step of everybody's body, below
//   measurement   positions are recorded; the next class is told to go
//
// One motion step (50 ms; RunSettings::step_s):
//   1. Once per decision interval (1 s) people look around: who heads for which opening, which doors others have found
//      shut, how long the queues are, how far ahead of one's company one is. All of it as of now, before anybody
//      moves.
//   2. Everybody whose turn it is, or who has entered another space, learns what is in sight and decides which opening
//      comes next (Decisions). Turns go by number, so that each step decides for one in twenty.
//   3. Whoever walks, or sees no way and goes to where to wait, gets an intent: direction, desired speed, the way left
//      (Intents). All others stand.
//   4. The physics moves everybody by these intents at once: it reads the positions of the step before only.
//   5. Openings that were crossed are told, and what follows: out of the room, out of the building, off the site.
//   6. Contact pressure is summed for the next sample; who has reached the destination leaves the physics for the line;
//      who is off the site and clear of the door leaves it for good; those who were to fall where nobody was, fall.
//   7. Once per decision interval the slow orders go out: the next class, rear teachers, guides who search.
// While anybody walks the next step is scheduled; otherwise the motion rests until somebody is woken (MotionClock).
//
// The result depends on (world, seed) only. Whatever is random is drawn from a stream of its own (sim/base/random.h),
// so that no system shifts another's draws; observers get values and cannot reach back; no step allocates.
//
// Systems see RunState and those below them, never Run:
//   JammedDoors < RoomSearch < Decisions < Intents        which way
//   WaitingPlaces < Decisions                             where to wait, when there is none
//   Decisions < AlarmAndRelease < FireAndAir              who goes, and what drives them
//   JammedDoors, FireAndAir < Damage < Shaking < Falls    the earthquake
//   all < Incidents < Commands                            what is ordered
#pragma once

#include "sim/engine/alarm_and_release.h"
#include "sim/engine/arrivals.h"
#include "sim/engine/commands.h"
#include "sim/engine/damage.h"
#include "sim/engine/decisions.h"
#include "sim/engine/falls.h"
#include "sim/engine/fire_and_air.h"
#include "sim/engine/intents.h"
#include "sim/engine/jammed_doors.h"
#include "sim/engine/room_search.h"
#include "sim/engine/run_state.h"
#include "sim/engine/samples.h"
#include "sim/engine/shaking.h"
#include "sim/engine/simulation.h"
#include "sim/engine/waiting_places.h"

namespace muster::engine {

class Run {
public:
    Run(Prepared prepared, std::uint64_t seed);

    void observe(RunObserver& observer) { state_.record.observe(observer); }
    bool advance_to(SimTime until);
    [[nodiscard]] bool ended() const { return stage_ == Stage::ended; }
    [[nodiscard]] SimTime now() const { return state_.now(); }
    [[nodiscard]] const Outcome& outcome() const { return state_.record.outcome; }
    [[nodiscard]] Frame frame() { return samples_.frame(fire_.doses()); }
    [[nodiscard]] const Crowd& crowd() const { return state_.crowd; }
    [[nodiscard]] const World& world() const { return state_.world(); }
    [[nodiscard]] std::optional<Finding> check(const Command& command) const;
    SimTime submit(const Command& command);
    [[nodiscard]] std::span<const TimedIncident> commands() const { return commands_.given(); }
    [[nodiscard]] SimulationTimes times() const;

private:
    void begin();
    void schedule();
    void handle(const Scheduled& event);
    void tell(const Scheduled& event);
    void motion_step();
    void look_around();
    void give_slow_orders();
    void take_sample();
    void end(bool out_of_time);
    [[nodiscard]] bool nothing_to_come() const;

    RunState state_;
    JammedDoors jammed_doors_;
    RoomSearch search_;
    WaitingPlaces waiting_;
    Decisions decisions_;
    Intents intents_;
    AlarmAndRelease alarm_;
    FireAndAir fire_;
    Damage damage_;
    Shaking shaking_;
    Falls falls_;
    Arrivals arrivals_;
    Commands commands_;
    Samples samples_;
    SimulationTimes times_;
    enum class Stage : std::uint8_t { prepared, running, ended } stage_ = Stage::prepared;
};

}  // namespace muster::engine
