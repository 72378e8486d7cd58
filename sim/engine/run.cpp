// SPDX-License-Identifier: Apache-2.0
#include "sim/engine/run.h"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "sim/base/overload.h"
#include "sim/base/stopwatch.h"
#include "sim/behaviour/release.h"

namespace muster::engine {

namespace {

physics::PhysicsSettings physics_settings(const Scenario& scenario, std::uint64_t seed,
                                          const EngineSettings& settings) {
    physics::PhysicsSettings physics;
    physics.seed = seed;
    physics.friction = scenario.run.friction;
    physics.push = scenario.run.push;
    physics.flow_cap = scenario.run.door_mode == DoorMode::regulation ? settings.regulation_flow : 0.0;
    return physics;
}

EngineSettings engine_settings(const Scenario& scenario) {
    EngineSettings settings;
    settings.motion_step = Duration::from_seconds(scenario.run.step_s);
    settings.decide_every = std::max(1, static_cast<int>(std::lround(settings.decide_s / scenario.run.step_s)));
    return settings;
}

bool furniture_moves(const Scenario& scenario) {
    return scenario.earthquake && scenario.earthquake->shakes() && scenario.earthquake->damage;
}

double widest_radius(const Crowd& crowd) {
    float widest = 0.0F;
    for (const PersonInfo& p : crowd.info) widest = std::max(widest, p.radius_m);
    return static_cast<double>(widest);
}

}  // namespace

Run::Run(Prepared prepared, std::uint64_t seed)
    : prepared_(std::move(prepared)),
      seed_(seed),
      settings_(engine_settings(prepared_.world->scenario)),
      crowd_(make_crowd(*prepared_.world, seed)),
      standing_(furniture_moves(world().scenario) ? std::make_unique<Building>(world().building) : nullptr),
      own_navigation_(world().scenario.earthquake
                          ? std::make_unique<routing::Navigation>(*prepared_.navigation, building(),
                                                                  2.0 * settings_.body_share * widest_radius(crowd_))
                          : nullptr),
      navigation_(own_navigation_ ? own_navigation_.get() : prepared_.navigation.get()),
      routes_(world(), *navigation_),
      site_(prepared_.world->building),
      passed_at_(prepared_.world->building.openings.size(), SimTime{-1}),
      physics_(physics::make_crowd_physics(building(), physics_settings(prepared_.world->scenario, seed, settings_))),
      intents_(crowd_.size()),
      queues_(prepared_.world->building.openings.size()),
      headings_(prepared_.world->building.openings.size(), std::array{0, 0}),
      orders_(*prepared_.world),
      places_taken_(prepared_.world->building.spots.size(), 0),
      pressure_sum_(crowd_.size(), 0.0) {
    const auto& groups = world().scenario.population.groups;
    anybody_chooses_ = std::any_of(groups.begin(), groups.end(), [](const Group& g) { return g.choice.by_time(); });
    make_companies();
    add_bodies();
}

void Run::add_bodies() {
    const Scenario& scenario = world().scenario;
    for (std::size_t i = 0; i < crowd_.size(); ++i) {
        const PersonInfo& info = crowd_.info[i];
        const double mass = scenario.population.profiles[info.profile.index()].mass_kg;
        physics_->add({crowd_.start[i], info.start, info.radius_m, mass});
    }
    for (std::size_t i = 0; i < world().building.openings.size(); ++i)
        if (!site_.opening(OpeningId{i}).passable()) physics_->set_opening(OpeningId{i}, false, 0.0);
}

void Run::begin() {
    begun_ = true;
    const RunHeader header{prepared_.world.get(), seed_, crowd_.info};
    for (RunObserver* o : observers_) o->run_started(header);
    schedule_orders();
    calendar_.schedule(SimTime{}, Phase::measurement, Sample{});
}

void Run::schedule_orders() {
    const Scenario& scenario = world().scenario;
    if (scenario.smoke.outside) start_air();
    if (scenario.earthquake && scenario.earthquake->shakes()) {
        schedule_quake();
    } else if (scenario.earthquake) {
        const SimTime starts = SimTime::from_seconds(scenario.earthquake->at_s);
        quake_to_come_.push_back(calendar_.schedule(starts, Phase::hazard, ShakingStarts{}));
        quake_to_come_.push_back(calendar_.schedule(starts + Duration::from_seconds(scenario.earthquake->shelter_s),
                                                    Phase::hazard, ShakingEnds{}));
    } else {
        // By detection, the time given is the latest; 0 leaves it to the detectors.
        if (!scenario.alarm.by_detection || scenario.alarm.at_s > 0.0)
            calendar_.schedule(SimTime::from_seconds(scenario.alarm.at_s), Phase::alarm, AlarmSounds{});
    }
    for (std::size_t i = 0; i < scenario.incidents.size(); ++i)
        calendar_.schedule(SimTime::from_seconds(scenario.incidents[i].at_s), Phase::incident,
                           IncidentHappens{static_cast<std::uint32_t>(i)});
    const auto& groups = scenario.population.groups;
    for (std::size_t i = 0; i < groups.size(); ++i)
        if (groups[i].sets_off_s >= 0.0)
            calendar_.schedule(SimTime::from_seconds(groups[i].sets_off_s), Phase::alarm, GroupReleased{GroupId{i}});
}

bool Run::advance_to(SimTime until) {
    if (!begun_) begin();
    if (ended_) return false;
    const SimTime limit = SimTime::from_seconds(world().scenario.run.max_s);
    calendar_.run_until(std::min(until, limit), [this](SimTime at, const Event& event) { handle(at, event); });
    if (!ended_ && calendar_.now() >= limit) end(anybody_moves());
    if (!ended_ && calendar_.empty() && !orders_are_awaited()) end(false);
    return !ended_;
}

void Run::handle(SimTime, const Event& event) {
    if (const auto* e = std::get_if<IncidentHappens>(&event)) tell_command(e->incident);
    if (!is_tick(event) && !(told_ && std::holds_alternative<AlarmSounds>(event))) note(event);
    std::visit(
        Overload{[&](const AlarmSounds&) { sound_alarm(); }, [&](const GroupReleased& e) { release(e.group); },
                 [&](const PersonSetsOff& e) { set_off(e.person); },
                 [&](const IncidentHappens& e) { incident(incident_at(e.incident)); },
                 [&](const EarlyWarning&) { warn_early(); }, [&](const QuakeStep&) { quake_step(); },
                 [&](const AftershockStarts& e) { begin_shock(e.shock); },
                 [&](const StrongestShaking&) { break_things(); }, [&](const ItemFalls& e) { item_falls(e.item); },
                 [&](const DoorForced& e) { force_door(e.opening); }, [&](const ShakingStarts&) { shaking_starts(); },
                 [&](const ShakingEnds&) { end_shaking(); }, [&](const PersonGetsUp& e) { get_up(e.person); },
                 [&](const SpaceCloses& e) { close_space(e.space); }, [&](const MotionStep&) { motion_step(); },
                 [&](const AirStep&) { air_step(); },
                 [&](const CallPointPressed&) { calendar_.schedule(now(), Phase::alarm, AlarmSounds{}); },
                 [&](const Sample&) { take_sample(); }, [](const auto&) { /* outcomes are only told */ }},
        event);
    const bool only_aftershocks = calendar_.size() == aftershocks_to_come_;  // of no matter once everybody is out
    const bool nothing_to_come = calendar_.empty() || (only_aftershocks && !anybody_inside());
    if (nothing_to_come && !ended_ && !orders_are_awaited()) {
        end(false);
        calendar_.stop();
    }
}

void Run::note(const Event& event) {
    Fingerprint& print = outcome_.fingerprint;
    print.add(Fingerprint::events, static_cast<std::uint64_t>(now().us));
    print.add(Fingerprint::events, static_cast<std::uint64_t>(event.index()));
    if (const auto* crossed = std::get_if<PersonCrossed>(&event)) {
        print.add(Fingerprint::crossings, static_cast<std::uint64_t>(crossed->person.value));
        print.add(Fingerprint::crossings, static_cast<std::uint64_t>(crossed->opening.value));
    }
    for (RunObserver* o : observers_) o->event_happened(now(), event);
}

void Run::motion_step() {
    stepping_ = false;
    ++step_count_;
    {
        const Stopwatch watch(times_.routing_s);
        if (step_count_ % settings_.decide_every == 0) {
            count_headings();
            pass_the_word();
            look_at_queues();
            look_after_companies();
        }
        make_intents();
    }
    physics_->step(settings_.motion_step, intents_);
    settle_crossings();
    for (const PersonId p : physics_->replaced()) note(PersonReplaced{p});
    collect_pressure();
    arrive_where_due();
    walk_clear();
    trip_pending_falls();
    if (step_count_ % settings_.decide_every == 0) {
        release_waiting_classes();
        send_rear_teachers();
        look_after_guides();
        stop_shunning_facades();
    }
    if (anybody_moves()) wake_motion();
}

void Run::wake_motion() {
    if (stepping_ || ended_) return;
    stepping_ = true;
    // Steps fall on whole multiples of the step, so that who wakes the motion does not shift it.
    const std::int64_t dt = settings_.motion_step.us;
    const SimTime next{(now().us / dt + 1) * dt};
    calendar_.schedule(next, Phase::motion, MotionStep{});
    if (next_sample_ <= now()) {
        const std::int64_t every = Duration::from_seconds(world().scenario.run.sample_s).us;
        next_sample_ = SimTime{(now().us / every + 1) * every};
        calendar_.schedule(next_sample_, Phase::measurement, Sample{});
    }
}

bool Run::anybody_moves() const { return walking_ > 0; }

void Run::settle_crossings() {
    for (const physics::Crossing& crossing : physics_->crossings()) settle_crossing(crossing);
}

void Run::settle_crossing(const physics::Crossing& c) {
    Person& p = person(c.person);
    if (p.state == PersonState::gone) return;  // is walking clear of the door
    note(PersonCrossed{c.person, c.opening, c.into});
    p.came_by = c.opening;
    passed_at_[c.opening.index()] = now();
    const PersonInfo& info = crowd_.info[c.person.index()];
    if (!p.left_room && c.into != info.start) {
        p.left_room = true;
        ++crowd_.progress[info.group.index()].out_of_room;
        note(PersonLeftRoom{c.person});
    }
    if (world().building.is_building_exit(c.opening)) {
        const bool now_out = !c.into.valid() || world().building.space(c.into).outdoor;
        if (now_out && !p.left_building) note(PersonLeftBuilding{c.person});
        p.left_building = now_out;
    }
    const bool leaves =
        !c.into.valid() || (routes_.destination(p.way).kind == routing::Destination::Kind::out_of_building &&
                            world().building.space(c.into).outdoor && !p.searches.valid());
    if (!leaves) return;
    if (p.state == PersonState::walking) --walking_;
    p.state = PersonState::gone;
    const Opening& door = world().building.opening(c.opening);
    departures_.push_back({c.person, c.opening, now()});
    physics::Intent& onwards = intents_[c.person.index()];
    onwards.direction = door.normal_into(c.into);
    onwards.remaining_m = 0.0F;
}

void Run::collect_pressure() {
    const physics::Bodies bodies = physics_->bodies();
    for (std::size_t i = 0; i < pressure_sum_.size(); ++i) {
        if (bodies.contact_n[i] <= 0.0F) continue;
        const double girth_m = 2.0 * std::numbers::pi * crowd_.info[i].radius_m;
        pressure_sum_[i] += bodies.contact_n[i] / girth_m;
    }
    ++steps_since_sample_;
}

void Run::take_sample() {
    const Stopwatch watch(times_.recording_s);
    fill_frame();
    for (std::size_t i = 0; i < x_.size(); ++i) {
        outcome_.fingerprint.add(Fingerprint::positions, static_cast<double>(x_[i]));
        outcome_.fingerprint.add(Fingerprint::positions, static_cast<double>(y_[i]));
    }
    const Frame f = view();
    for (RunObserver* o : observers_) o->frame(f);
    std::fill(pressure_sum_.begin(), pressure_sum_.end(), 0.0);
    steps_since_sample_ = 0;
    last_sample_ = now();
    if (anybody_moves() && next_sample_ <= now()) {
        next_sample_ = now() + Duration::from_seconds(world().scenario.run.sample_s);
        calendar_.schedule(next_sample_, Phase::measurement, Sample{});
    }
}

void Run::fill_frame() {
    const std::size_t n = crowd_.size();
    for (auto* array : {&x_, &y_, &vx_, &vy_, &pressure_, &dose_}) array->resize(n);
    space_.resize(n);
    state_.resize(n);
    const physics::Bodies bodies = physics_->bodies();
    for (std::size_t i = 0; i < n; ++i) {
        const Person& p = crowd_.people[i];
        state_[i] = p.state;
        pressure_[i] = steps_since_sample_ > 0 ? static_cast<float>(pressure_sum_[i] / steps_since_sample_) : 0.0F;
        dose_[i] = p.dose;
        const bool in_line = stands_still(p.state);
        const Vec2 at = in_line ? place_of(PersonId{i}) : Vec2{bodies.x[i], bodies.y[i]};
        x_[i] = static_cast<float>(at.x);
        y_[i] = static_cast<float>(at.y);
        const bool moves = !in_line && p.state != PersonState::gone;
        vx_[i] = moves ? bodies.vx[i] : 0.0F;
        vy_[i] = moves ? bodies.vy[i] : 0.0F;
        space_[i] = p.state == PersonState::gone ? SpaceId{} : in_line ? p.line_space : bodies.space[i];
    }
}

Frame Run::frame() {
    fill_frame();
    return view();
}

Frame Run::view() const { return {now(), x_, y_, vx_, vy_, space_, state_, pressure_, dose_}; }

Vec2 Run::place_of(PersonId id) const {
    const Person& p = person(id);
    if (!stands_still(p.state)) return where(id).at;
    const double way = distance(p.line_from, p.line_to);
    const double walked = (now() - p.line_since).seconds() * p.line_speed;
    return walked >= way ? p.line_to : p.line_from + (walked / way) * (p.line_to - p.line_from);
}

void Run::end(bool out_of_time) {
    ended_ = true;
    fill_frame();
    std::size_t placed = 0;
    for (std::size_t i = 0; i < crowd_.size(); ++i)
        if (state_[i] == PersonState::gone || (space_[i].valid() && std::isfinite(x_[i]) && std::isfinite(y_[i])))
            ++placed;
    outcome_.ended = now();
    outcome_.everybody_accounted_for = placed == crowd_.size();
    outcome_.ran_out_of_time = out_of_time;
    if (air_) outcome_.smoke_diverged_in = air_->diverged_in();
    const Frame f = view();
    for (RunObserver* o : observers_) {
        if (last_sample_ != now()) o->frame(f);
        o->run_ended(outcome_);
    }
}

SimulationTimes Run::times() const {
    SimulationTimes t = times_;
    t.physics = physics_->times();
    return t;
}

}  // namespace muster::engine
