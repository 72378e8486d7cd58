// SPDX-License-Identifier: Apache-2.0
#include "sim/engine/smoke_exposure.h"

#include <algorithm>
#include <cmath>

#include "sim/hazards/exposure.h"

namespace muster::engine {

namespace {

// Above the floor; assumption.
constexpr double adult_eye_m = 1.5, child_eye_m = 1.1;

bool breathes(PersonState is) {
    return is != PersonState::gone && is != PersonState::incapacitated && is != PersonState::assembled;
}

}  // namespace

double head_height(const RunState& run, PersonId id) { return run.profile_of(id).child ? child_eye_m : adult_eye_m; }

bool SmokeExposure::anybody_to_breathe() const {
    for (std::size_t i = 0; i < run_.crowd.size(); ++i)
        if (!run_.crowd.people[i].left_building && breathes(run_.crowd.state(PersonId{i}))) return true;
    return false;
}

void SmokeExposure::breathe(const hazards::RoomAir& rooms, PersonId id) {
    Person& p = run_.person(id);
    if (!breathes(run_.state(id))) return;
    const auto [in, at] = run_.where(id);
    if (run_.world().building.space(in).outdoor) {
        p.air_speed = 1.0F;
        return;
    }
    const double eye = head_height(run_, id), free_speed = run_.crowd.info[id.index()].free_speed;
    AirAtHead air = rooms.air_at({in, at, eye});
    double posture = 1.0;
    if (air.extinction > perception_.sees_smoke_per_m) {
        const AirAtHead crouched = rooms.air_at({in, at, settings_.crouch_share * eye});
        const AirAtHead crawling = rooms.air_at({in, at, settings_.crawl_eye_m});
        if (crouched.extinction < settings_.worth_stooping * air.extinction) {
            air = crouched;
            posture = settings_.crouch_speed;
        } else if (crawling.extinction < settings_.worth_stooping * air.extinction) {
            air = crawling;
            posture =
                std::min(1.0, (eye < adult_eye_m ? settings_.child_crawl_m_s : settings_.adult_crawl_m_s) / free_speed);
        }
    }
    const SmokeSettings& smoke = run_.world().scenario.smoke;
    const double coughing = rooms.gas_keeps_out(air) ? settings_.gas_speed : 1.0;
    const double slowed = coughing * posture * hazards::smoke_speed_factor(smoke.walking, air.extinction, free_speed);
    p.air_speed = static_cast<float>(slowed);
    bool& was_slowed = people_[id.index()].slowed;
    if (!was_slowed && slowed < settings_.worth_noting) {
        was_slowed = true;
        run_.note(PersonMeetsSmoke{id});
    }
    float& dose = dose_[id.index()];
    dose += static_cast<float>(rooms.dose_per_s(air) * every_s_);
    if (dose >= run_.crowd.disposition[id.index()].endures) return overcome(id);
    meet_smoke(rooms, id);
}

// Only a room is a refuge, and only while its air is good: from a stair or corridor, where one stands in others' way,
// and from a room that fills, one goes on through it after all.
void SmokeExposure::leave_refuge_where_due(const hazards::RoomAir& rooms, PersonId id) {
    Person& p = run_.person(id);
    InSmoke& waits = people_[id.index()];
    const auto [in, at] = run_.where(id);
    const AirAtHead here = rooms.air_at({in, at, head_height(run_, id)});
    const bool fills = here.extinction > perception_.sees_smoke_per_m || rooms.gas_keeps_out(here);
    waits.refused_s += static_cast<float>(every_s_);
    const bool in_the_way = is_circulation(run_.world().building.space(in).use);
    if (!fills && !(in_the_way && waits.refused_s > settings_.refuses_s)) return;
    const behaviour::KnowledgeId braving_it = run_.routes.forget_spaces(p.knowledge);
    // No way through it either: a locked door.
    if (!run_.navigation().next_step(run_.routes.table(p.way, braving_it), in, at)) return;
    waits.goes_through = true;
    p.knowledge = braving_it;
    p.decided_in = {};
    run_.set_state(id, PersonState::walking);
    run_.motion.wake_from_hazard(run_.calendar);
}

// Who comes to a door sees what is behind it. Those in as much smoke already go on.
void SmokeExposure::meet_smoke(const hazards::RoomAir& rooms, PersonId id) {
    Person& p = run_.person(id);
    const auto [in, at] = run_.where(id);
    const double eye = head_height(run_, id);
    const double here = rooms.air_at({in, at, eye}).extinction;
    const bool goes_through = people_[id.index()].goes_through;
    if (run_.state(id) == PersonState::stranded && !p.retreats && !goes_through)
        return leave_refuge_where_due(rooms, id);
    if (!run_.crowd.moves(id) || goes_through || !p.next.valid()) return;
    const Opening& door = run_.world().building.opening(p.next);
    if (!door.joins(in)) return;
    const SpaceId beyond = door.other(in);
    if (!beyond.valid() || run_.world().building.space(beyond).outdoor) return;
    if (distance_to(door.at, at) > perception_.sees_door_m) return;
    const AirAtHead there = rooms.air_at({beyond, door.at.middle(), eye});
    const bool gas = rooms.gas_keeps_out(there) && !rooms.gas_keeps_out(rooms.air_at({in, at, eye}));
    if (!gas && there.extinction < perception_.sees_smoke_per_m && there.temperature_k < settings_.refuses_k) return;
    if (!gas && here > 0.5 * there.extinction) return;
    const double as_seen = run_.world().scenario.smoke.irritant ? 3.0 * there.extinction : there.extinction;
    const bool never = gas || there.extinction >= settings_.refuses_per_m || there.temperature_k >= settings_.refuses_k;
    if (!never && run_.crowd.disposition[id.index()].turns_back_at >= hazards::turn_back_share(as_seen)) return;
    const auto& known = run_.routes.knowledge(p.knowledge).closed_spaces;
    if (std::binary_search(known.begin(), known.end(), beyond)) return;
    p.knowledge = run_.routes.learn_space(p.knowledge, beyond);
    p.decided_in = {};
    run_.note(PersonTurnsBack{id, beyond});
}

// The body leaves the physics: others step over it, and nobody is locked in by it. Assumption.
void SmokeExposure::overcome(PersonId id) {
    const auto [in, at] = run_.where(id);
    run_.crowd.line[id.index()] = {at, at, run_.now(), 1.0, in};
    run_.set_state(id, PersonState::incapacitated);
    run_.physics->remove(id);
    run_.note(PersonIncapacitated{id});
}

}  // namespace muster::engine
