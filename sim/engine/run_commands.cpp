// SPDX-License-Identifier: Apache-2.0
// What a person orders while it runs: alarm, release, routes, guides, shaking. The same as incidents of a scenario.
#include <algorithm>

#include "sim/engine/run.h"

namespace muster::engine {

// On a whole step, so that it does not matter how the clock was sliced before, and first at that instant, where the
// scenario's own incidents stand too.
SimTime Run::submit(const Command& command) {
    const bool at_start = !begun_;
    if (!begun_) begin();
    const std::int64_t dt = settings_.motion_step.us;
    const SimTime at = at_start ? now() : SimTime{(now().us / dt + 1) * dt};
    const auto index = world().scenario.incidents.size() + commands_.size();
    commands_.push_back({at.seconds(), command});
    calendar_.schedule(at, Phase::incident, IncidentHappens{static_cast<std::uint32_t>(index)});
    return at;
}

const Incident& Run::incident_at(std::uint32_t index) const {
    const auto& own = world().scenario.incidents;
    return index < own.size() ? own[index].what : commands_[index - own.size()].what;
}

void Run::tell_command(std::uint32_t index) {
    const std::size_t own = world().scenario.incidents.size();
    if (index < own) return;
    for (RunObserver* o : observers_) o->command_given(commands_[index - own]);
}

// ---- alarm and release -----------------------------------------------------------------------------------------

void Run::happen(const SoundAlarm&) { calendar_.schedule(now(), Phase::alarm, AlarmSounds{}); }

// The signal from which clocks count is then the first alarm that is not silenced any more. Whoever was told to go
// keeps going; the end of a shaking, a detector or a call point may give the order again.
void Run::happen(const SilenceAlarm&) {
    if (!told_) return;
    told_ = false;
    alarm_is_coming_ = false;
    orders_.silenced = orders_.changed = true;
    orders_.queues.clear();
    withdraw_all();
    note(AlarmSilenced{});
}

void Run::happen(const ReleaseGroup& w) {
    orders_.held[w.group.index()] = false;
    orders_.changed = true;
    leave_queue(w.group);
    if (crowd_.progress[w.group.index()].released) return;
    calendar_.schedule(now(), Phase::alarm, GroupReleased{w.group});
}

// A fire in their room, or smoke, sends them off all the same.
void Run::happen(const HoldGroup& w) {
    if (crowd_.progress[w.group.index()].released) return;
    orders_.held[w.group.index()] = true;
    orders_.changed = true;
    leave_queue(w.group);
}

void Run::happen(const ChangeRelease& w) {
    orders_.release = w.release;
    orders_.changed = true;
    withdraw_all();
    orders_.queues.clear();
    if (told_) issue_orders();
}

// The first alarm tells those too who have left for a fire of their own.
void Run::issue_orders() {
    behaviour::ReleaseOrder given{orders_.release};
    if (orders_.changed)
        for (std::size_t i = 0; i < orders_.held.size(); ++i)
            given.told.push_back(orders_.held[i] || crowd_.progress[i].released);
    const SimTime from = std::max(now(), orders_.announced);
    for (const behaviour::TimedRelease& r : behaviour::timed_releases(world(), given))
        order(r.group, from + Duration::from_seconds(r.after_s));
    orders_.queues = behaviour::release_queues(world(), given);
    for (const auto& queue : orders_.queues)
        if (!queue.empty()) order(queue.front(), from);
}

void Run::order(GroupId group, SimTime at) {
    orders_.due[group.index()] = {calendar_.schedule(at, Phase::alarm, GroupReleased{group}), at};
}

void Run::withdraw(GroupId group) {
    auto& due = orders_.due[group.index()];
    if (due) calendar_.cancel(due->ticket);
    due.reset();
}

void Run::withdraw_all() {
    for (std::size_t i = 0; i < orders_.due.size(); ++i) withdraw(GroupId{i});
}

// Class by class, the one behind moves up.
void Run::leave_queue(GroupId group) {
    const auto due = orders_.due[group.index()];
    const bool was_to_come = due && due->at >= now() && !crowd_.progress[group.index()].released;
    withdraw(group);
    for (auto& queue : orders_.queues) {
        const auto at = std::find(queue.begin(), queue.end(), group);
        if (at == queue.end()) continue;
        const bool first = at == queue.begin();
        queue.erase(at);
        if (first && was_to_come && !queue.empty() && !crowd_.progress[queue.front().index()].released)
            order(queue.front(), due->at);
        return;
    }
}

// A run in which people wait for an order that may still be given is not over.
bool Run::orders_are_awaited() const {
    const auto& groups = world().scenario.population.groups;
    for (std::size_t i = 0; i < groups.size(); ++i) {
        if (crowd_.progress[i].released || crowd_.members[i].empty()) continue;
        if (orders_.held[i] || (orders_.silenced && groups[i].sets_off_s < 0.0)) return true;
    }
    return false;
}

// ---- routes ----------------------------------------------------------------------------------------------------

// On whose flight this person is, or was last without having passed a door since.
StairId Run::stair_of(PersonId id) const {
    const Building& building = world().building;
    if (const auto& flight = building.space(where(id).in).flight) return flight->stair;
    const OpeningId by = person(id).came_by;
    if (!by.valid() || building.opening(by).kind != OpeningKind::flight_end) return {};
    for (const SpaceId s : {building.opening(by).from, building.opening(by).to})
        if (s.valid() && building.space(s).flight) return building.space(s).flight->stair;
    return {};
}

// Those on another stair already go on down it, to the new spot: nobody turns round on a flight.
void Run::happen(const SendGroup& w) {
    for (const PersonId id : crowd_.members[w.group.index()]) {
        Person& p = person(id);
        if (p.state == PersonState::gone || stands_still(p.state)) continue;
        const StairId on = stair_of(id);
        const bool goes_on = on.valid() && on != w.route.stair;
        Route route = goes_on ? routes_.route(p.way) : w.route;
        route.spot = w.route.spot.valid() ? w.route.spot : routes_.route(p.way).spot;
        p.way = routes_.way(w.group, route);
        p.decided_in = {};
    }
}

// ---- guides ----------------------------------------------------------------------------------------------------

void Run::happen(const PostGuide& w) {
    site_.post(world().building, w.opening, w.turns_away ? Guide::turns_away : Guide::keeps_order);
}

void Run::happen(const RemoveGuide& w) { site_.post(world().building, w.opening, Guide::none); }

// Who comes down a stair is not sent off it: neither on a flight, nor from the next one.
bool Run::is_turned_away(PersonId id, SpaceId in, OpeningId opening) const {
    if (site_.opening(opening).guide != Guide::turns_away || person(id).let_through) return false;
    const Building& building = world().building;
    const bool on_stair =
        is_stair_part(building.space(in).use) || building.opening(opening).kind == OpeningKind::flight_end;
    return !(on_stair && stair_of(id).valid());
}

// Who has no other way is let through, here and by every other guide.
bool Run::guides_let_through(PersonId id) {
    Person& p = person(id);
    if (p.let_through) return false;
    for (const OpeningId o : site_.changed_openings()) {
        if (site_.opening(o).guide != Guide::turns_away || !site_.opening(o).passable() || !knows_shut(id, o)) continue;
        p.knowledge = routes_.learn_opening(p.knowledge, o, false);
        p.let_through = true;
    }
    return p.let_through;
}

// ---- shaking ---------------------------------------------------------------------------------------------------

// Aftershocks keep their times.
void Run::happen(const StartShaking& w) {
    const auto& quake = world().scenario.earthquake;
    if (quake && !quake_begun_) {
        for (const Ticket t : quake_to_come_) calendar_.cancel(t);
        calendar_.schedule(now(), Phase::hazard, ShakingStarts{});
        if (!quake->shakes())
            calendar_.schedule(now() + Duration::from_seconds(quake->shelter_s), Phase::hazard, ShakingEnds{});
        return;
    }
    if (shaking_ || (quake && quake->shakes())) return;
    calendar_.schedule(now(), Phase::hazard, ShakingStarts{});
    calendar_.schedule(now() + Duration::from_seconds(w.lasts_s), Phase::hazard, ShakingEnds{});
}

void Run::shaking_starts() {
    const auto& quake = world().scenario.earthquake;
    const bool by_command = quake_begun_ || !quake;
    quake_begun_ = true;
    if (by_command)
        take_shelter();
    else if (quake->shakes())
        begin_shock(0);
    else
        start_shaking();
}

}  // namespace muster::engine
