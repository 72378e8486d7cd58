// SPDX-License-Identifier: Apache-2.0
#include "sim/engine/alarm_and_release.h"

#include <algorithm>

namespace muster::engine {

void AlarmAndRelease::sound() {
    if (sounding_) return;
    sounding_ = true;
    orders_.silenced = false;
    orders_.announced = run_.now() + Duration::from_seconds(run_.world().scenario.alarm.announcement_s);
    if (run_.world().scenario.alarm.says_where) say_where_it_burns();
    issue_orders();
}

// Everybody hears it. A fire by name only closes its room.
void AlarmAndRelease::say_where_it_burns() {
    for (Person& p : run_.crowd.people) {
        for (const SpaceId s : run_.site.closed_spaces()) p.knowledge = run_.routes.learn_space(p.knowledge, s);
        for (const SpaceId s : run_.site.burning_spaces()) p.knowledge = run_.routes.learn_space(p.knowledge, s);
        p.decided_in = {};
    }
}

void AlarmAndRelease::release(GroupId group) {
    GroupProgress& progress = run_.crowd.progress[group.index()];
    if (progress.released) return;
    progress.released = true;
    progress.released_at = run_.now();
    for (const PersonId p : run_.crowd.members[group.index()])
        run_.schedule(run_.crowd.disposition[p.index()].pre_movement_s, Phase::decision, PersonSetsOff{p});
}

void AlarmAndRelease::set_off(PersonId id) {
    Person& p = run_.person(id);
    if (p.walks) return;
    const auto group = run_.group_id(id);
    const Disposition& drawn = run_.crowd.disposition[id.index()];
    // Waits at the back until the class is through the door; send_rear_teachers() calls again.
    if (drawn.rear_teacher) {
        const GroupProgress& progress = run_.crowd.progress[group.index()];
        const auto& members = run_.crowd.members[group.index()];
        const auto still_in = std::count_if(members.begin(), members.end(), [&](PersonId m) {
            return !run_.crowd.disposition[m.index()].rear_teacher && !run_.person(m).left_room &&
                   run_.state(m) != PersonState::stranded;
        });
        const double waited_s = (run_.now() - progress.released_at).seconds() - drawn.pre_movement_s;
        if (still_in > 0 && waited_s < settings_.rear_teacher_limit_s) return;
    }
    p.walks = true;
    search_.begin(id);
    if (run_.state(id) != PersonState::waiting) return;
    run_.set_state(id, PersonState::walking);
    decisions_.decide(id, run_.where(id));
    run_.wake_motion();
}

// The signal from which clocks count is then the first alarm that is not silenced any more. Whoever was told to go
// keeps going; the end of a shaking, a detector or a call point may give the order again.
void AlarmAndRelease::silence() {
    if (!sounding_) return;
    sounding_ = false;
    is_coming_ = false;
    orders_.silenced = orders_.changed = true;
    orders_.queues.clear();
    withdraw_all();
    run_.note(AlarmSilenced{});
}

void AlarmAndRelease::release_out_of_turn(GroupId group) {
    orders_.held[group.index()] = false;
    orders_.changed = true;
    leave_queue(group);
    if (run_.crowd.progress[group.index()].released) return;
    run_.schedule(0.0, Phase::alarm, GroupReleased{group});
}

// A fire in their room, or smoke, sends them off all the same.
void AlarmAndRelease::hold(GroupId group) {
    if (run_.crowd.progress[group.index()].released) return;
    orders_.held[group.index()] = true;
    orders_.changed = true;
    leave_queue(group);
}

void AlarmAndRelease::change(const Release& release) {
    orders_.release = release;
    orders_.changed = true;
    withdraw_all();
    orders_.queues.clear();
    if (sounding_) issue_orders();
}

void AlarmAndRelease::release_waiting_classes() {
    for (const auto& queue : orders_.queues) {
        for (std::size_t i = 0; i + 1 < queue.size(); ++i) {
            if (run_.crowd.progress[queue[i + 1].index()].released) continue;
            if (!class_has_gone(queue[i])) break;
            withdraw(queue[i + 1]);  // it does not wait to the end any more
            run_.schedule(0.0, Phase::measurement, GroupReleased{queue[i + 1]});
            break;
        }
    }
}

bool AlarmAndRelease::class_has_gone(GroupId group) const {
    const GroupProgress& progress = run_.crowd.progress[group.index()];
    if (!progress.released) return false;
    if ((run_.now() - progress.released_at).seconds() > settings_.class_gap_limit_s) return true;
    const Space& room = run_.world().building.space(run_.world().scenario.population.groups[group.index()].space);
    const physics::Bodies bodies = run_.physics->bodies();
    for (const PersonId m : run_.crowd.members[group.index()]) {
        if (!run_.person(m).left_room) return false;
        if (run_.state(m) != PersonState::walking) continue;
        const Vec2 at{bodies.x[m.index()], bodies.y[m.index()]};
        if (run_.world().building.space(bodies.space[m.index()]).level != room.level) continue;
        for (const OpeningId door : room.openings)
            if (distance_to(run_.world().building.opening(door).at, at) < orders_.release.gap_m) return false;
    }
    return true;
}

void AlarmAndRelease::send_rear_teachers() {
    for (std::size_t i = 0; i < run_.crowd.size(); ++i) {
        const PersonId id{i};
        const Disposition& drawn = run_.crowd.disposition[i];
        const GroupProgress& progress = run_.crowd.progress[run_.group_id(id).index()];
        if (!drawn.rear_teacher || run_.person(id).walks || !progress.released) continue;
        if (run_.state(id) != PersonState::waiting) continue;
        if ((run_.now() - progress.released_at).seconds() >= drawn.pre_movement_s) set_off(id);
    }
}

// The first alarm tells those too who have left for a fire of their own.
void AlarmAndRelease::issue_orders() {
    behaviour::ReleaseOrder given{orders_.release};
    if (orders_.changed)
        for (std::size_t i = 0; i < orders_.held.size(); ++i)
            given.told.push_back(orders_.held[i] || run_.crowd.progress[i].released);
    const SimTime from = std::max(run_.now(), orders_.announced);
    for (const behaviour::TimedRelease& r : behaviour::timed_releases(run_.world(), given))
        order(r.group, from + Duration::from_seconds(r.after_s));
    orders_.queues = behaviour::release_queues(run_.world(), given);
    for (const auto& queue : orders_.queues) {
        if (queue.empty()) continue;
        order(queue.front(), from);
        if (const auto longest_s = orders_.release.longest_wait_s)
            for (std::size_t i = 1; i < queue.size(); ++i) order(queue[i], from + Duration::from_seconds(*longest_s));
    }
}

void AlarmAndRelease::order(GroupId group, SimTime at) {
    withdraw(group);
    orders_.due[group.index()] = {run_.calendar.schedule(at, Phase::alarm, GroupReleased{group}), at};
}

void AlarmAndRelease::withdraw(GroupId group) {
    auto& due = orders_.due[group.index()];
    if (due) run_.calendar.cancel(due->ticket);
    due.reset();
}

void AlarmAndRelease::withdraw_all() {
    for (std::size_t i = 0; i < orders_.due.size(); ++i) withdraw(GroupId{i});
}

// Class by class, the one behind moves up.
void AlarmAndRelease::leave_queue(GroupId group) {
    const auto due = orders_.due[group.index()];
    const bool was_to_come = due && due->at >= run_.now() && !run_.crowd.progress[group.index()].released;
    withdraw(group);
    for (auto& queue : orders_.queues) {
        const auto at = std::find(queue.begin(), queue.end(), group);
        if (at == queue.end()) continue;
        const bool first = at == queue.begin();
        queue.erase(at);
        if (first && was_to_come && !queue.empty() && !run_.crowd.progress[queue.front().index()].released)
            order(queue.front(), due->at);
        return;
    }
}

bool AlarmAndRelease::orders_are_awaited() const {
    const auto& groups = run_.world().scenario.population.groups;
    for (std::size_t i = 0; i < groups.size(); ++i) {
        if (run_.crowd.progress[i].released || run_.crowd.members[i].empty()) continue;
        if (orders_.held[i] || (orders_.silenced && groups[i].sets_off_s < 0.0)) return true;
    }
    return false;
}

}  // namespace muster::engine
