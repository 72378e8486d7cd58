// SPDX-License-Identifier: Apache-2.0
#include "sim/engine/run.h"

#include <algorithm>

#include "sim/base/overload.h"
#include "sim/base/stopwatch.h"

namespace muster::engine {

Run::Run(Prepared prepared, std::uint64_t seed)
    : state_(std::move(prepared), seed),
      jammed_doors_(state_),
      search_(state_, jammed_doors_),
      decisions_(state_, jammed_doors_, search_),
      intents_(state_, decisions_),
      alarm_(state_, decisions_, search_),
      fire_(state_, alarm_),
      damage_(state_, jammed_doors_, fire_),
      shaking_(state_, decisions_, damage_),
      falls_(state_, decisions_, shaking_),
      arrivals_(state_),
      commands_(state_, {state_, alarm_, fire_, shaking_, falls_}),
      samples_(state_) {}

// ---- the calendar ----------------------------------------------------------------------------------------------

void Run::begin() {
    stage_ = Stage::running;
    const RunHeader header{&world(), state_.seed, state_.crowd.info};
    state_.record.tell_all([&](RunObserver& o) { o.run_started(header); });
    schedule();
    state_.calendar.schedule(SimTime{}, Phase::measurement, Sample{});
}

void Run::schedule() {
    const Scenario& scenario = world().scenario;
    Calendar<Scheduled>& calendar = state_.calendar;
    if (scenario.smoke.outside) fire_.start();
    // By detection, the time given is the latest; 0 leaves it to the detectors. After an earthquake the alarm follows
    // it.
    if (scenario.earthquake)
        shaking_.schedule();
    else if (!scenario.alarm.by_detection || scenario.alarm.at_s > 0.0)
        calendar.schedule(SimTime::from_seconds(scenario.alarm.at_s), Phase::alarm, AlarmSounds{});
    for (std::size_t i = 0; i < scenario.incidents.size(); ++i)
        calendar.schedule(SimTime::from_seconds(scenario.incidents[i].at_s), Phase::incident,
                          IncidentHappens{static_cast<std::uint32_t>(i)});
    const auto& groups = scenario.population.groups;
    for (std::size_t i = 0; i < groups.size(); ++i)
        if (groups[i].sets_off_s >= 0.0)
            calendar.schedule(SimTime::from_seconds(groups[i].sets_off_s), Phase::alarm, GroupReleased{GroupId{i}});
}

bool Run::advance_to(SimTime until) {
    if (stage_ == Stage::prepared) begin();
    if (ended()) return false;
    Calendar<Scheduled>& calendar = state_.calendar;
    const SimTime limit = SimTime::from_seconds(world().scenario.run.max_s);
    calendar.run_until(std::min(until, limit), [this](SimTime, const Scheduled& event) { handle(event); });
    if (!ended() && now() >= limit) end(state_.crowd.anybody_walks());
    if (!ended() && nothing_to_come()) end(false);
    return !ended();
}

void Run::handle(const Scheduled& event) {
    tell(event);
    std::visit(
        Overload{[&](const AlarmSounds&) { alarm_.sound(); }, [&](const GroupReleased& e) { alarm_.release(e.group); },
                 [&](const PersonSetsOff& e) { alarm_.set_off(e.person); },
                 [&](const IncidentHappens& e) { commands_.carry_out(e.incident); },
                 [&](const EarlyWarning&) { shaking_.warn_early(); }, [&](const ShakingStarts&) { shaking_.starts(); },
                 [&](const AftershockStarts& e) { shaking_.begin_shock(e.shock); },
                 [&](const QuakeStep&) { shaking_.look(); }, [&](const StrongestShaking&) { shaking_.strongest(); },
                 [&](const ShakingEnds&) { shaking_.ends(); }, [&](const ItemFalls& e) { damage_.item_falls(e.item); },
                 [&](const DoorForced& e) { jammed_doors_.force(e.opening); },
                 [&](const PersonGetsUp& e) { falls_.get_up(e.person); },
                 [&](const SpaceCloses& e) { state_.close_space(e.space); }, [&](const AirStep&) { fire_.step(); },
                 [&](const CallPointPressed&) { state_.schedule(0.0, Phase::alarm, AlarmSounds{}); },
                 [&](const RollCallDone&) { /* is only told */ }, [&](const MotionStep&) { motion_step(); },
                 [&](const Sample&) { take_sample(); }},
        event);
    if (!ended() && nothing_to_come()) {
        end(false);
        state_.calendar.stop();
    }
}

// Before it has any effect. An alarm that sounds already is none.
void Run::tell(const Scheduled& event) {
    if (const auto* e = std::get_if<IncidentHappens>(&event)) commands_.tell(e->incident);
    if (std::holds_alternative<AlarmSounds>(event) && alarm_.sounding()) return;
    std::visit(
        [this]<class E>(const E& e) {
            if constexpr (E::kind.told != Told::nobody) state_.note(e);
        },
        event);
}

bool Run::nothing_to_come() const {
    // Aftershocks are of no matter once everybody is out.
    const std::size_t to_come = state_.calendar.size() - state_.motion.idle_samples();
    if (to_come > shaking_.aftershocks_to_come()) return false;
    const auto& people = state_.crowd.people;
    const auto is_out = [](const Person& p) { return p.left_building; };
    const bool over = to_come == 0 || std::all_of(people.begin(), people.end(), is_out);
    return over && !alarm_.orders_are_awaited();
}

// ---- the motion step -------------------------------------------------------------------------------------------

void Run::motion_step() {
    state_.motion.step_begins();
    {
        const Stopwatch watch(times_.routing_s);
        if (state_.motion.turn_of_all()) look_around();
        intents_.make();
    }
    state_.physics->step(state_.motion.step(), state_.intents);
    arrivals_.settle_crossings();
    for (const PersonId p : state_.physics->replaced()) state_.note(PersonReplaced{p});
    samples_.collect_pressure();
    arrivals_.arrive_where_due();
    arrivals_.walk_clear();
    falls_.trip_pending();
    if (state_.motion.turn_of_all()) give_slow_orders();
    state_.wake_motion_if_anybody_walks();
}

void Run::look_around() {
    decisions_.look_around();
    intents_.look_around();
}

void Run::give_slow_orders() {
    alarm_.release_waiting_classes();
    alarm_.send_rear_teachers();
    search_.look_after_guides();
    shaking_.stop_shunning_facades();
}

void Run::take_sample() {
    const Stopwatch watch(times_.recording_s);
    samples_.take(fire_.doses());
}

// ---- from outside ----------------------------------------------------------------------------------------------

std::optional<Finding> Run::check(const Command& command) const {
    if (ended()) return Finding{Severity::error, "command.run_ended", "", "", 0, {}};
    return commands_.check(command);
}

// On a whole step, so that it does not matter how the clock was sliced before, and first at that instant, where the
// scenario's own incidents stand too.
SimTime Run::submit(const Command& command) {
    const bool at_start = stage_ == Stage::prepared;
    if (at_start) begin();
    return commands_.submit(command, at_start ? now() : state_.motion.next_step(now()));
}

SimulationTimes Run::times() const {
    SimulationTimes t = times_;
    t.physics = state_.physics->times();
    return t;
}

// ---- the end ---------------------------------------------------------------------------------------------------

void Run::end(bool out_of_time) {
    stage_ = Stage::ended;
    state_.motion.stop();
    const Frame last = frame();
    Outcome& outcome = state_.record.outcome;
    outcome.ended = now();
    outcome.everybody_accounted_for = Samples::everybody_is_somewhere(last);
    outcome.ran_out_of_time = out_of_time;
    outcome.smoke_diverged_in = fire_.diverged_in();
    const bool taken = samples_.taken_now();
    state_.record.tell_all([&](RunObserver& o) {
        if (!taken) o.frame(last);
        o.run_ended(outcome);
    });
}

}  // namespace muster::engine
