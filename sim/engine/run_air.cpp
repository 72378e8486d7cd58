// SPDX-License-Identifier: Apache-2.0
// Fire and smoke in a run: doors change the air, the air trips detectors, slows, turns back and overcomes people.
#include <algorithm>
#include <cmath>
#include <limits>

#include "sim/engine/run.h"

namespace muster::engine {

namespace {

constexpr double adult_eye_m = 1.5, child_eye_m = 1.1;    // above the floor; assumption
constexpr double crouch_share = 0.6, crouch_speed = 0.8;  // of the eye height, of the free speed; assumption
constexpr double crawl_eye_m = 0.5, adult_crawl_m_s = 0.6,
                 child_crawl_m_s = 0.5;  // Kady and Davis 2009; children assumed
constexpr double under_ceiling_m = 0.3;  // where a layer is first seen
constexpr double worth_noting = 0.95;    // of the free speed
constexpr double gas_speed = 0.7;        // of the free speed in gas over AEGL-2; assumption
constexpr double worth_stooping = 0.5;   // stoops where the air below has less than this share of the smoke

}  // namespace

void Run::start_air() {
    if (air_) return;
    const Building& building = world().building;
    const SmokeSettings& smoke = world().scenario.smoke;
    const auto& failed = world().scenario.alarm.failed;
    if (smoke.outside) {
        air_ = std::make_unique<hazards::ExternalFire>(building, smoke, failed);
    } else {
        auto fires = std::make_unique<hazards::FireSmoke>(building, smoke, failed);
        for (const StartExhaust& e : exhausts_) fires->start_exhaust(e.space, e.flow_m3_s);
        fires_ = fires.get();
        air_ = std::move(fires);
    }
    space_air_.resize(building.spaces.size());
    calendar_.schedule(now() + Duration::from_seconds(settings_.air_step_s), Phase::hazard, AirStep{});
}

// Another program's run knows its own fires.
void Run::ignite(const StartFire& w, SpaceId room) {
    start_air();
    if (fires_ == nullptr) return;
    const Space& space = world().building.space(room);
    Vec2 at = inner_point(space.area);
    if (w.risk.valid() && world().risk_map.risks[w.risk.index()].at) at = *world().risk_map.risks[w.risk.index()].at;
    if (w.at) at = *w.at;
    fires_->ignite(room, at, w.fire ? *w.fire : hazards::design_fire_for(space.use, area(space.area)), now());
}

void Run::happen(const GasLeak& w) {
    start_air();
    if (fires_ == nullptr) return;
    fires_->leak(w, w.at ? *w.at : inner_point(world().building.space(w.space).area), now());
}

double Run::head_height(PersonId id) const {
    const ProfileId profile = crowd_.info[id.index()].profile;
    return world().scenario.population.profiles[profile.index()].child ? child_eye_m : adult_eye_m;
}

bool Run::anybody_to_breathe() const {
    return std::any_of(crowd_.people.begin(), crowd_.people.end(), [](const Person& p) {
        return !p.left_building && p.state != PersonState::gone && p.state != PersonState::incapacitated &&
               p.state != PersonState::assembled;
    });
}

void Run::air_step() {
    tell_doors();
    air_->advance_to(now());
    hear_detectors();
    see_smoke();
    for (std::size_t i = 0; i < crowd_.size(); ++i) breathe(PersonId{i});
    record_air();
    if (anybody_to_breathe())
        calendar_.schedule(now() + Duration::from_seconds(settings_.air_step_s), Phase::hazard, AirStep{});
}

void Run::tell_doors() {
    for (std::size_t i = 0; i < passed_at_.size(); ++i) {
        const OpeningId id{i};
        const SiteState::OpeningNow& is = site_.opening(id);
        const bool held = passed_at_[i].us >= 0 && (now() - passed_at_[i]).seconds() < settings_.door_stays_open_s;
        const bool open = is.state == DoorState::open || (is.state == DoorState::closed && held);
        air_->set_opening(id, open);
    }
}

// Gas that explodes overcomes whoever is in the room. Assumption: no pressure on people elsewhere.
void Run::happen(const IgniteGas& w) {
    if (fires_ == nullptr || fires_->ignite_gas(w.space, now()) <= 0.0) return;
    note(GasIgnites{w.space});
    for (std::size_t i = 0; i < crowd_.size(); ++i) {
        const PersonState is = crowd_.people[i].state;
        if (is == PersonState::gone || stands_still(is) || where(PersonId{i}).in != w.space) continue;
        overcome(PersonId{i});
    }
    close_space(w.space);
}

void Run::signal(std::size_t fixture, double confirm_s) {
    note(DetectorTrips{static_cast<std::uint32_t>(fixture)});
    if (!world().scenario.alarm.by_detection || alarm_is_coming_) return;
    alarm_is_coming_ = true;
    calendar_.schedule(now() + Duration::from_seconds(confirm_s), Phase::alarm, AlarmSounds{});
}

void Run::hear_detectors() {
    for (const hazards::TrippedDetector& t : air_->tripped()) signal(t.fixture, world().scenario.alarm.confirm_s);
    watch_cameras();
}

// Who watches the cameras needs not go and look.
void Run::watch_cameras() {
    const Alarm& alarm = world().scenario.alarm;
    if (!alarm.watchman || told_) return;
    const auto& fixtures = world().building.fixtures;
    in_camera_.resize(fixtures.size(), SimTime{-1});
    for (std::size_t i = 0; i < fixtures.size(); ++i) {
        const Fixture& f = fixtures[i];
        if (f.kind != FixtureKind::camera) continue;
        if (std::find(alarm.failed.begin(), alarm.failed.end(), i) != alarm.failed.end()) continue;
        const AirAtHead seen = air_->air_at({f.space, f.at, air_->ceiling_m(f.space) - under_ceiling_m});
        if (seen.extinction < settings_.sees_smoke_per_m) continue;
        if (in_camera_[i].us < 0) in_camera_[i] = now();
        const double shown_s = (now() - in_camera_[i]).seconds();
        if (shown_s >= settings_.watchman_s && shown_s < settings_.watchman_s + settings_.air_step_s) signal(i, 0.0);
    }
}

// Groups whose room fills do not wait to be told; the first of them raises the alarm where nothing else does.
void Run::see_smoke() {
    for (std::size_t g = 0; g < crowd_.progress.size(); ++g) {
        if (crowd_.progress[g].released || crowd_.members[g].empty()) continue;
        const PersonId first = crowd_.members[g].front();
        const auto [in, at] = where(first);
        const AirAtHead low = air_->air_at({in, at, head_height(first)});
        const AirAtHead ceiling = air_->air_at({in, at, air_->ceiling_m(in) - under_ceiling_m});
        const bool smells = air_->gas_keeps_out(low);
        if (!smells && std::max(low.extinction, ceiling.extinction) < settings_.sees_smoke_per_m) continue;
        calendar_.schedule(now(), Phase::alarm, GroupReleased{GroupId{g}});
        raise_alarm(first);
    }
}

void Run::raise_alarm(PersonId by) {
    if (!world().scenario.alarm.by_detection || told_ || alarm_is_coming_) return;
    alarm_is_coming_ = true;
    const Building& building = world().building;
    const auto [in, at] = where(by);
    std::uint32_t nearest = std::numeric_limits<std::uint32_t>::max();
    double least = std::numeric_limits<double>::infinity();
    const auto& failed = world().scenario.alarm.failed;
    for (std::size_t i = 0; i < building.fixtures.size(); ++i) {
        const Fixture& f = building.fixtures[i];
        if (f.kind != FixtureKind::call_point || building.space(f.space).level != building.space(in).level) continue;
        if (std::find(failed.begin(), failed.end(), i) != failed.end()) continue;
        const double d = distance(f.at, at);
        if (d < least) least = d, nearest = static_cast<std::uint32_t>(i);
    }
    const double after =
        std::isfinite(least) ? least / settings_.to_call_point_m_s + settings_.press_s : settings_.shout_s;
    calendar_.schedule(now() + Duration::from_seconds(after), Phase::alarm, CallPointPressed{nearest});
}

void Run::breathe(PersonId id) {
    Person& p = person(id);
    if (p.state == PersonState::gone || p.state == PersonState::assembled || p.state == PersonState::incapacitated)
        return;
    const auto [in, at] = where(id);
    if (world().building.space(in).outdoor) {
        p.air_speed = 1.0F;
        return;
    }
    const double eye = head_height(id), free_speed = crowd_.info[id.index()].free_speed;
    AirAtHead air = air_->air_at({in, at, eye});
    double posture = 1.0;
    if (air.extinction > settings_.sees_smoke_per_m) {
        const AirAtHead crouched = air_->air_at({in, at, crouch_share * eye});
        const AirAtHead crawling = air_->air_at({in, at, crawl_eye_m});
        if (crouched.extinction < worth_stooping * air.extinction) {
            air = crouched;
            posture = crouch_speed;
        } else if (crawling.extinction < worth_stooping * air.extinction) {
            air = crawling;
            posture = std::min(1.0, (eye < adult_eye_m ? child_crawl_m_s : adult_crawl_m_s) / free_speed);
        }
    }
    const SmokeSettings& smoke = world().scenario.smoke;
    const double coughing = air_->gas_keeps_out(air) ? gas_speed : 1.0;
    const double slowed = coughing * posture * hazards::smoke_speed_factor(smoke.walking, air.extinction, free_speed);
    p.air_speed = static_cast<float>(slowed);
    if (!p.slowed && slowed < worth_noting) {
        p.slowed = true;
        note(PersonMeetsSmoke{id});
    }
    p.dose += static_cast<float>(air_->dose_per_s(air) * settings_.air_step_s);
    if (p.dose >= p.endures) {
        overcome(id);
        return;
    }
    meet_smoke(id);
}

// Who comes to a door sees what is behind it. Those in as much smoke already go on.
void Run::meet_smoke(PersonId id) {
    Person& p = person(id);
    const auto [in, at] = where(id);
    const double eye = head_height(id);
    const double here = air_->air_at({in, at, eye}).extinction;
    if (p.state == PersonState::stranded && !p.goes_through) {
        // Only a room is a refuge, and only while its air is good: from a stair or corridor, where one stands in
        // others' way, and from a room that fills, one goes on through it after all.
        const bool fills = here > settings_.sees_smoke_per_m || air_->gas_keeps_out(air_->air_at({in, at, eye}));
        p.refused_s += static_cast<float>(settings_.air_step_s);
        if (!fills && !(is_circulation(world().building.space(in).use) && p.refused_s > settings_.refuses_s)) return;
        p.goes_through = true;
        p.knowledge = routes_.forget_spaces(p.knowledge);
        p.state = PersonState::walking;
        p.decided_in = {};
        ++walking_;
        wake_motion();
        return;
    }
    if (p.state != PersonState::walking || p.goes_through || !p.next.valid()) return;
    const Opening& door = world().building.opening(p.next);
    if (!door.joins(in)) return;
    const SpaceId beyond = door.other(in);
    if (!beyond.valid() || world().building.space(beyond).outdoor) return;
    if (distance_to(door.at, at) > settings_.sees_door_m) return;
    const AirAtHead there = air_->air_at({beyond, door.at.middle(), eye});
    const bool gas = air_->gas_keeps_out(there) && !air_->gas_keeps_out(air_->air_at({in, at, eye}));
    if (!gas && there.extinction < settings_.sees_smoke_per_m && there.temperature_k < settings_.refuses_k) return;
    if (!gas && here > 0.5 * there.extinction) return;
    const double as_seen = world().scenario.smoke.irritant ? 3.0 * there.extinction : there.extinction;
    const bool never = gas || there.extinction >= settings_.refuses_per_m || there.temperature_k >= settings_.refuses_k;
    if (!never && p.turns_back_at >= hazards::turn_back_share(as_seen)) return;
    const auto& known = routes_.knowledge(p.knowledge).closed_spaces;
    if (std::binary_search(known.begin(), known.end(), beyond)) return;
    p.knowledge = routes_.learn_space(p.knowledge, beyond);
    p.decided_in = {};
    note(PersonTurnsBack{id, beyond});
}

// The body leaves the physics: others step over it, and nobody is locked in by it. Assumption.
void Run::overcome(PersonId id) {
    Person& p = person(id);
    const auto [in, at] = where(id);
    if (p.state == PersonState::walking) --walking_;
    p.line_from = p.line_to = at;
    p.line_since = now();
    p.line_space = in;
    p.state = PersonState::incapacitated;
    physics_->remove(id);
    note(PersonIncapacitated{id});
}

void Run::record_air() {
    if (last_air_.us >= 0 && (now() - last_air_).seconds() < settings_.air_record_s) return;
    last_air_ = now();
    for (std::size_t i = 0; i < space_air_.size(); ++i)
        if (!world().building.spaces[i].outdoor) space_air_[i] = air_->air_of(SpaceId{i});
    const AirFrame frame{now(), air_->heat_w(), space_air_};
    for (RunObserver* o : observers_) o->air(frame);
}

}  // namespace muster::engine
