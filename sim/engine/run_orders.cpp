// SPDX-License-Identifier: Apache-2.0
// Alarm, shaking, release, setting off, arriving and roll calls.
#include <algorithm>
#include <utility>

#include "sim/engine/run.h"

namespace muster::engine {

void Run::sound_alarm() {
    if (told_) return;
    told_ = true;
    orders_.silenced = false;
    orders_.announced = now() + Duration::from_seconds(world().scenario.alarm.announcement_s);
    issue_orders();
}

void Run::start_shaking() {
    shaking_ = true;
    const double probability = world().scenario.earthquake ? world().scenario.earthquake->door_jam_probability : 0.0;
    for (std::size_t i = 0; i < world().building.openings.size(); ++i) {
        const Opening& o = world().building.openings[i];
        if (o.kind != OpeningKind::door || o.leaf == Leaf::none) continue;
        if (RandomStream(seed_, Purpose::door_jam, i).uniform() < probability) jams_.push_back(OpeningId{i});
    }
    for (Person& p : crowd_.people) {
        if (p.state == PersonState::walking) --walking_;
        if (p.state == PersonState::walking || p.state == PersonState::waiting) p.state = PersonState::sheltering;
    }
}

void Run::end_shaking() {
    shaking_ = false;
    for (const OpeningId door : std::exchange(jams_, {})) {
        site_.change(door).blocked = true;
        note(DoorJammed{door});
        opening_changed(door);
    }
    for (Person& p : crowd_.people) {
        if (p.state != PersonState::sheltering) continue;
        p.state = p.walks ? PersonState::walking : PersonState::waiting;
        if (p.walks) ++walking_;
    }
    if (anybody_moves()) wake_motion();
    calendar_.schedule(now(), Phase::alarm, AlarmSounds{});
}

void Run::release(GroupId group) {
    GroupProgress& progress = crowd_.progress[group.index()];
    if (progress.released) return;
    progress.released = true;
    progress.released_at = now();
    for (const PersonId p : crowd_.members[group.index()])
        calendar_.schedule(now() + Duration::from_seconds(person(p).pre_movement_s), Phase::decision, PersonSetsOff{p});
}

void Run::set_off(PersonId id) {
    Person& p = person(id);
    if (p.walks) return;
    const auto group = crowd_.info[id.index()].group;
    if (p.rear_teacher) {  // waits at the back until the class is through the door; send_rear_teachers() calls again
        const GroupProgress& progress = crowd_.progress[group.index()];
        const auto& members = crowd_.members[group.index()];
        const auto still_in = std::count_if(members.begin(), members.end(), [&](PersonId m) {
            return !person(m).rear_teacher && !person(m).left_room && person(m).state != PersonState::stranded;
        });
        const double waited_s = (now() - progress.released_at).seconds() - p.pre_movement_s;
        if (still_in > 0 && waited_s < settings_.rear_teacher_limit_s) return;
    }
    p.walks = true;
    begin_search(id);
    if (p.state != PersonState::waiting) return;
    p.state = PersonState::walking;
    ++walking_;
    decide(id, where(id));
    wake_motion();
}

void Run::send_rear_teachers() {
    for (std::size_t i = 0; i < crowd_.size(); ++i) {
        const Person& p = crowd_.people[i];
        const GroupProgress& progress = crowd_.progress[crowd_.info[i].group.index()];
        if (!p.rear_teacher || p.walks || !progress.released || p.state != PersonState::waiting) continue;
        if ((now() - progress.released_at).seconds() >= p.pre_movement_s) set_off(PersonId{i});
    }
}

bool Run::class_has_gone(GroupId group) const {
    const GroupProgress& progress = crowd_.progress[group.index()];
    if (!progress.released) return false;
    if ((now() - progress.released_at).seconds() > settings_.class_gap_limit_s) return true;
    const Space& room = world().building.space(world().scenario.population.groups[group.index()].space);
    const physics::Bodies bodies = physics_->bodies();
    for (const PersonId m : crowd_.members[group.index()]) {
        if (!person(m).left_room) return false;
        if (person(m).state != PersonState::walking) continue;
        const Vec2 at{bodies.x[m.index()], bodies.y[m.index()]};
        if (world().building.space(bodies.space[m.index()]).level != room.level) continue;
        for (const OpeningId door : room.openings)
            if (distance_to(world().building.opening(door).at, at) < orders_.release.gap_m) return false;
    }
    return true;
}

void Run::release_waiting_classes() {
    for (const auto& queue : orders_.queues) {
        for (std::size_t i = 0; i + 1 < queue.size(); ++i) {
            if (crowd_.progress[queue[i + 1].index()].released) continue;
            if (!class_has_gone(queue[i])) break;
            calendar_.schedule(now(), Phase::measurement, GroupReleased{queue[i + 1]});
            break;
        }
    }
}

// Those who have arrived leave the physics: they walk the last metres to their place in the line on a straight way.
void Run::reach_line(PersonId id, PersonState as, SpaceId space, Vec2 middle, int place) {
    Person& p = person(id);
    p.line_from = where(id).at;
    p.line_to = middle + place_in_line(place);
    p.line_since = now();
    p.line_speed = std::max(0.3, static_cast<double>(crowd_.info[id.index()].free_speed));
    p.line_space = space;
    if (p.state == PersonState::walking) --walking_;
    p.state = as;
    physics_->remove(id);
}

bool Run::at_destination(PersonId id) const {
    const routing::Destination& to = routes_.destination(person(id).way);
    const auto [in, at] = where(id);
    if (to.kind == routing::Destination::Kind::spot) {
        const AssemblySpot& spot = world().building.spot(to.spot);
        // The line grows with those who stand in it, so that the last is not kept off by the first.
        const double line_m = 0.35 * std::sqrt(static_cast<double>(places_taken_[to.spot.index()]) + 1.0);
        return in == spot.space && distance(at, spot.at) < std::max(spot.radius_m, line_m);
    }
    if (to.kind != routing::Destination::Kind::room || in != to.room) return false;
    const auto& doors = world().building.space(in).openings;
    return std::all_of(doors.begin(), doors.end(), [&](OpeningId o) {
        return distance_to(world().building.opening(o).at, at) > settings_.arrived_inside_m;
    });
}

void Run::arrive_where_due() {
    for (std::size_t i = 0; i < crowd_.size(); ++i) {
        const PersonId id{i};
        if (crowd_.people[i].state != PersonState::walking || crowd_.people[i].next.valid() ||
            crowd_.people[i].searches.valid() || !at_destination(id))
            continue;
        const GroupId group = crowd_.info[i].group;
        const routing::Destination& to = routes_.destination(crowd_.people[i].way);
        if (to.kind == routing::Destination::Kind::spot) {
            const AssemblySpot& spot = world().building.spot(to.spot);
            reach_line(id, PersonState::assembled, spot.space, spot.at, places_taken_[to.spot.index()]++);
            note(PersonAtAssembly{id});
            GroupProgress& progress = crowd_.progress[group.index()];
            if (++progress.assembled == progress.members)
                calendar_.schedule(now() + Duration::from_seconds(world().scenario.roll_call_s), Phase::decision,
                                   RollCallDone{group});
        } else {
            const physics::Bodies bodies = physics_->bodies();
            const Vec2 here{bodies.x[i], bodies.y[i]};
            reach_line(id, PersonState::arrived, to.room, here, 0);
            note(PersonArrived{id});
        }
    }
}

void Run::walk_clear() {
    std::erase_if(departures_, [this](const Departure& d) {
        const bool clear =
            distance_to(world().building.opening(d.by).at, where(d.person).at) > settings_.walks_clear_m ||
            (now() - d.since).seconds() > settings_.walks_clear_s;
        if (clear) physics_->remove(d.person);
        return clear;
    });
}

}  // namespace muster::engine
