// SPDX-License-Identifier: Apache-2.0
// An earthquake with its own motion: warning, shelter, how people stand, the order to leave when it is calm,
// aftershocks.
#include <algorithm>
#include <cmath>
#include <numbers>

#include "sim/base/random.h"
#include "sim/engine/run.h"
#include "sim/hazards/aftershock.h"
#include "sim/hazards/ground_motion.h"
#include "sim/hazards/shaking_intensity.h"

namespace muster::engine {

namespace {

Vec2 direction_of(const Earthquake& q) {
    const double angle = q.direction_deg * std::numbers::pi / 180.0;
    return {std::cos(angle), std::sin(angle)};
}

GroundMotion scaled_motion(const Earthquake& q, std::uint64_t seed, double scale) {
    GroundMotion motion = q.record ? *q.record : hazards::draw_motion(*q.spectrum, seed);
    for (double& a : motion.accel) a *= scale;
    return motion;
}

}  // namespace

void Run::schedule_quake() {
    const Earthquake& q = quake();
    const SimTime starts = SimTime::from_seconds(q.at_s);
    if (q.lead_s > 0.0)
        quake_to_come_.push_back(
            calendar_.schedule(SimTime::from_seconds(std::max(0.0, q.at_s - q.lead_s)), Phase::hazard, EarlyWarning{}));
    quake_to_come_.push_back(calendar_.schedule(starts, Phase::hazard, ShakingStarts{}));
    aftershocks_ = q.aftershocks;
    if (q.draw_aftershocks)
        for (Aftershock a : hazards::draw_aftershocks(seed_, world().scenario.run.max_s - q.at_s)) {
            a.at_s += q.at_s;
            aftershocks_.push_back(a);
        }
    for (std::size_t i = 0; i < aftershocks_.size(); ++i)
        calendar_.schedule(SimTime::from_seconds(aftershocks_[i].at_s), Phase::hazard,
                           AftershockStarts{static_cast<std::uint32_t>(i + 1)});
    aftershocks_to_come_ = aftershocks_.size();
    shaken_.assign(world().building.levels.size(), 1.0F);
    debris_.assign(world().building.spaces.size(), 0.0);
    flight_state_.assign(world().building.spaces.size(), 0);
}

bool Run::anybody_inside() const {
    return std::any_of(crowd_.people.begin(), crowd_.people.end(), [](const Person& p) { return !p.left_building; });
}

// Shocks may overlap: one look at a time.
void Run::look_at_shaking(Duration after) {
    if (looks_at_shaking_) return;
    looks_at_shaking_ = true;
    calendar_.schedule(now() + after, Phase::hazard, QuakeStep{});
}

bool Run::runs_at_once(PersonId id) const {
    if (!world().scenario.earthquake) return false;
    const Earthquake& q = quake();
    if (!q.shakes() || group_of(id).search.any()) return false;
    const Building& building = world().building;
    const auto& doors = building.space(crowd_.info[id.index()].start).openings;
    const bool near_exit =
        std::any_of(doors.begin(), doors.end(), [&](OpeningId o) { return building.is_building_exit(o); });
    if (q.near_exit_runs && near_exit) return true;
    return RandomStream(seed_, Purpose::trained, id.index()).uniform() >= q.trained_share;
}

// Trained people go under their desks; untrained ones and those by a door to the open make for it.
void Run::take_shelter() {
    shaking_ = true;
    for (std::size_t i = 0; i < crowd_.size(); ++i) {
        Person& p = crowd_.people[i];
        const PersonId id{i};
        const bool inside = !p.left_building && !world().building.space(where(id).in).outdoor;
        if (p.state != PersonState::walking && p.state != PersonState::waiting) continue;
        if (!inside) continue;
        if (runs_at_once(id)) {
            p.walks = true;
            if (p.state == PersonState::walking) continue;
            p.state = PersonState::walking;
            ++walking_;
            decide(id, where(id));
        } else {
            if (p.state == PersonState::walking) --walking_;
            p.state = PersonState::sheltering;
        }
    }
    if (anybody_moves()) wake_motion();
}

void Run::warn_early() { take_shelter(); }

void Run::begin_shock(std::uint32_t shock) {
    if (shock > 0) --aftershocks_to_come_;
    const Earthquake& q = quake();
    const Building& building = world().building;
    const double scale = shock == 0 ? 1.0 : hazards::aftershock_scale(aftershocks_[shock - 1].magnitudes);
    const hazards::BuildingFrame frame = hazards::frame_of(building);
    const hazards::ShearModel model = hazards::shear_model(building.structure, frame.storey_m, frame.breadth_m);
    const hazards::FloorMotion motion = hazards::shake(model, scaled_motion(q, seed_ + shock, scale));
    shock_ = {};
    shock_.at_s = now().seconds();
    shock_.aftershock = shock > 0;
    shock_.period_s = model.period_s;
    shock_.every_s = settings_.quake_step_s;
    shock_.drift = motion.drift;
    for (std::size_t f = 0; f < motion.accel.size(); ++f) {
        FloorShaking floor;
        floor.peak_accel = motion.peak_accel[f];
        floor.peak_velocity = motion.peak_velocity[f];
        floor.jma = hazards::jma_intensity(motion.accel[f], motion.dt_s);
        floor.china = hazards::china_intensity(floor.peak_accel, floor.peak_velocity);
        for (const double i :
             hazards::running_china(motion.accel[f], hazards::velocity_of(motion.accel[f], motion.dt_s), motion.dt_s,
                                    settings_.felt_window_s, shock_.every_s))
            floor.running_china.push_back(static_cast<float>(i));
        for (const double i :
             hazards::running_jma(motion.accel[f], motion.dt_s, settings_.felt_window_s, shock_.every_s))
            floor.running_jma.push_back(static_cast<float>(i));
        shock_.floors.push_back(std::move(floor));
    }
    shock_starts_ = now();
    calm_since_ = SimTime{-1};
    shun_facades();
    if (shock == 0 && !shaking_) take_shelter();
    if (q.damage) {
        await_damage(hazards::draw_damage(this->building(), motion, direction_of(q), seed_, shock));
        slide_things(motion, frame, direction_of(q));
    }
    for (RunObserver* o : observers_) o->quake(shock_);
    look_at_shaking({});
}

// How people stand on their floor; the order to leave once it has been calm for a while on all of them.
void Run::quake_step() {
    looks_at_shaking_ = false;
    const double since = (now() - shock_starts_).seconds();
    const auto at = static_cast<std::size_t>(since / shock_.every_s);
    const hazards::BuildingFrame frame = hazards::frame_of(world().building);
    double strongest = 0.0;
    bool over = true;
    for (std::size_t l = 0; l < shaken_.size(); ++l) {
        const auto& running = shock_.floors[frame.floor_of(world().building.levels[l])].running_jma;
        const double jma = at < running.size() ? static_cast<double>(running[at]) : 0.0;
        over = over && at >= running.size();
        strongest = std::max(strongest, jma);
        shaken_[l] = static_cast<float>(hazards::speed_while_shaking(jma));
        if (jma >= settings_.thrown_jma) throw_down(LevelId{l});
    }
    if (strongest >= settings_.calm_jma) shun_facades();
    if (strongest >= settings_.calm_jma)
        calm_since_ = SimTime{-1};
    else if (calm_since_.us < 0 && since >= settings_.felt_window_s)
        calm_since_ = now();
    const bool calm = calm_since_.us >= 0 && (now() - calm_since_).seconds() >= quake().calm_s;
    // It may grow again: only once nothing stronger is to come.
    bool more_to_come = false;
    for (const FloorShaking& f : shock_.floors)
        for (std::size_t i = at; i < f.running_jma.size(); ++i)
            more_to_come = more_to_come || static_cast<double>(f.running_jma[i]) >= settings_.calm_jma;
    if (shaking_ && calm && !more_to_come) {
        note(ShakingEnds{});
        jam_doors();
        end_shaking();
    }
    if (over) jam_doors();
    if (!over || shaking_)
        look_at_shaking(Duration::from_seconds(settings_.quake_step_s));
    else
        std::fill(shaken_.begin(), shaken_.end(), 1.0F);
}

// Things still fall for a while: out of doors people walk straight away from the building, not along it.
void Run::shun_facades() {
    shun_until_ = now() + Duration::from_seconds(settings_.facade_after_s);
    if (navigation().shuns_facades()) return;
    own_navigation_->shun_facades(true);
    routes_.forget_ways();
}

void Run::stop_shunning_facades() {
    if (!navigation().shuns_facades() || now() < shun_until_) return;
    own_navigation_->shun_facades(false);
    routes_.forget_ways();
}

void Run::throw_down(LevelId level) {
    for (std::size_t i = 0; i < crowd_.size(); ++i) {
        Person& p = crowd_.people[i];
        if (p.state != PersonState::walking) continue;
        const SpaceId in = where(PersonId{i}).in;
        if (world().building.space(in).level != level || world().building.space(in).outdoor) continue;
        if (RandomStream(seed_, Purpose::fall, (std::uint64_t{++throws_} << 20U) | i).uniform() >=
            settings_.thrown_share)
            continue;
        --walking_;
        p.state = PersonState::fallen;
        note(PersonFell{PersonId{i}});
        calendar_.schedule(now() + Duration::from_seconds(PersonFalls{}.down_s), Phase::decision,
                           PersonGetsUp{PersonId{i}});
    }
}

}  // namespace muster::engine
