// SPDX-License-Identifier: Apache-2.0
#include "sim/engine/shaking.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <utility>

#include "sim/base/random.h"
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

void Shaking::schedule() {
    if (quake().shakes()) return schedule_shocks();
    const SimTime starts = SimTime::from_seconds(quake().at_s);
    to_come_.push_back(run_.calendar.schedule(starts, Phase::hazard, ShakingStarts{}));
    to_come_.push_back(
        run_.calendar.schedule(starts + Duration::from_seconds(quake().shelter_s), Phase::hazard, ShakingEnds{}));
}

void Shaking::schedule_shocks() {
    const Earthquake& q = quake();
    const SimTime starts = SimTime::from_seconds(q.at_s);
    if (q.lead_s > 0.0)
        to_come_.push_back(run_.calendar.schedule(SimTime::from_seconds(std::max(0.0, q.at_s - q.lead_s)),
                                                  Phase::hazard, EarlyWarning{}));
    to_come_.push_back(run_.calendar.schedule(starts, Phase::hazard, ShakingStarts{}));
    aftershocks_ = q.aftershocks;
    if (q.draw_aftershocks)
        for (Aftershock a : hazards::draw_aftershocks(run_.seed, run_.world().scenario.run.max_s - q.at_s)) {
            a.at_s += q.at_s;
            aftershocks_.push_back(a);
        }
    for (std::size_t i = 0; i < aftershocks_.size(); ++i)
        run_.calendar.schedule(SimTime::from_seconds(aftershocks_[i].at_s), Phase::hazard,
                               AftershockStarts{static_cast<std::uint32_t>(i + 1)});
    aftershocks_to_come_ = aftershocks_.size();
}

void Shaking::starts() {
    const auto& quake = run_.world().scenario.earthquake;
    const bool by_command = begun_ || !quake;
    begun_ = true;
    if (by_command)
        take_shelter();
    else if (quake->shakes())
        begin_shock(0);
    else
        start_signal();
}

void Shaking::start_signal() {
    shaking_ = true;
    for (std::size_t i = 0; i < run_.world().building.openings.size(); ++i) {
        const Opening& o = run_.world().building.openings[i];
        if (o.kind != OpeningKind::door || o.leaf == Leaf::none) continue;
        if (RandomStream(run_.seed, Purpose::door_jam, i).uniform() < quake().door_jam_probability)
            jams_.push_back(OpeningId{i});
    }
    for (std::size_t i = 0; i < run_.crowd.size(); ++i) {
        const PersonState is = run_.state(PersonId{i});
        if (is == PersonState::walking || is == PersonState::waiting)
            run_.set_state(PersonId{i}, PersonState::sheltering);
    }
}

void Shaking::ends() {
    shaking_ = false;
    for (const OpeningId door : std::exchange(jams_, {})) {
        run_.site.change(door).blocked = true;
        run_.note(DoorJammed{door});
        run_.opening_changed(door);
    }
    for (std::size_t i = 0; i < run_.crowd.size(); ++i) {
        const PersonId id{i};
        if (run_.state(id) != PersonState::sheltering) continue;
        run_.set_state(id, run_.person(id).walks ? PersonState::walking : PersonState::waiting);
    }
    run_.wake_motion_if_anybody_moves();
    run_.schedule(0.0, Phase::alarm, AlarmSounds{});
}

// Aftershocks keep their times.
void Shaking::start_by_order(double lasts_s) {
    const auto& quake = run_.world().scenario.earthquake;
    if (quake && !begun_) {
        for (const Ticket t : to_come_) run_.calendar.cancel(t);
        run_.schedule(0.0, Phase::hazard, ShakingStarts{});
        if (!quake->shakes()) run_.schedule(quake->shelter_s, Phase::hazard, ShakingEnds{});
        return;
    }
    if (shaking_ || (quake && quake->shakes())) return;
    run_.schedule(0.0, Phase::hazard, ShakingStarts{});
    run_.schedule(lasts_s, Phase::hazard, ShakingEnds{});
}

const char* Shaking::why_not_by_order() const {
    const auto& quake = run_.world().scenario.earthquake;
    if (quake && !begun_) return nullptr;
    if (shaking_) return "command.already_shaking";
    return quake && quake->shakes() ? "command.quake_has_been" : nullptr;
}

// Trained people go under their desks; untrained ones and those by a door to the open make for it.
void Shaking::take_shelter() {
    shaking_ = true;
    for (std::size_t i = 0; i < run_.crowd.size(); ++i) {
        const PersonId id{i};
        const PersonState is = run_.state(id);
        if (is != PersonState::walking && is != PersonState::waiting) continue;
        const bool inside = !run_.person(id).left_building && !run_.world().building.space(run_.where(id).in).outdoor;
        if (inside) shelter_or_run(id);
    }
    run_.wake_motion_if_anybody_moves();
}

void Shaking::shelter_or_run(PersonId id) {
    if (!runs_at_once(id)) return run_.set_state(id, PersonState::sheltering);
    run_.person(id).walks = true;
    if (run_.state(id) == PersonState::walking) return;
    run_.set_state(id, PersonState::walking);
    decisions_.decide(id, run_.where(id));
}

bool Shaking::runs_at_once(PersonId id) const {
    if (!run_.world().scenario.earthquake) return false;
    const Earthquake& q = quake();
    if (!q.shakes() || run_.group_of(id).search.any()) return false;
    const Building& building = run_.world().building;
    const auto& doors = building.space(run_.crowd.info[id.index()].start).openings;
    const bool near_exit =
        std::any_of(doors.begin(), doors.end(), [&](OpeningId o) { return building.is_building_exit(o); });
    if (q.near_exit_runs && near_exit) return true;
    return RandomStream(run_.seed, Purpose::trained, id.index()).uniform() >= q.trained_share;
}

void Shaking::begin_shock(std::uint32_t shock) {
    if (shock > 0) --aftershocks_to_come_;
    const hazards::FloorMotion motion = shake_building(shock);
    shun_facades();
    if (shock == 0 && !shaking_) take_shelter();
    if (quake().damage) {
        const Vec2 direction = direction_of(quake());
        damage_.await(hazards::draw_damage(run_.building(), motion, direction, run_.seed, shock), shock_.record);
        damage_.slide_things(motion, hazards::frame_of(run_.world().building), direction, shock_.record);
    }
    run_.record.tell_all([&](RunObserver& o) { o.quake(shock_.record); });
    look_again(0.0);
}

hazards::FloorMotion Shaking::shake_building(std::uint32_t shock) {
    const Building& building = run_.world().building;
    const double scale = shock == 0 ? 1.0 : hazards::aftershock_scale(aftershocks_[shock - 1].magnitudes);
    const hazards::BuildingFrame frame = hazards::frame_of(building);
    const hazards::ShearModel model = hazards::shear_model(building.structure, frame.storey_m, frame.breadth_m);
    hazards::FloorMotion motion = hazards::shake(model, scaled_motion(quake(), run_.seed + shock, scale));
    shock_ = {};
    shock_.starts = run_.now();
    QuakeRecord& record = shock_.record;
    record.at_s = run_.now().seconds();
    record.aftershock = shock > 0;
    record.period_s = model.period_s;
    record.every_s = settings_.step_s;
    record.drift = motion.drift;
    for (std::size_t f = 0; f < motion.accel.size(); ++f) {
        FloorShaking floor;
        floor.peak_accel = motion.peak_accel[f];
        floor.peak_velocity = motion.peak_velocity[f];
        floor.jma = hazards::jma_intensity(motion.accel[f], motion.dt_s);
        floor.china = hazards::china_intensity(floor.peak_accel, floor.peak_velocity);
        for (const double i :
             hazards::running_china(motion.accel[f], hazards::velocity_of(motion.accel[f], motion.dt_s), motion.dt_s,
                                    settings_.felt_window_s, record.every_s))
            floor.running_china.push_back(static_cast<float>(i));
        for (const double i :
             hazards::running_jma(motion.accel[f], motion.dt_s, settings_.felt_window_s, record.every_s))
            floor.running_jma.push_back(static_cast<float>(i));
        record.floors.push_back(std::move(floor));
    }
    return motion;
}

// The order to leave is given once it has been calm for a while on all floors.
void Shaking::look() {
    looks_ = false;
    const double since_s = (run_.now() - shock_.starts).seconds();
    const auto at = static_cast<std::size_t>(since_s / shock_.record.every_s);
    const bool strong = shake_floors(at) >= settings_.calm_jma;
    if (strong) shun_facades();
    if (strong)
        shock_.calm_since = SimTime{-1};
    else if (shock_.calm_since.us < 0 && since_s >= settings_.felt_window_s)
        shock_.calm_since = run_.now();
    if (shaking_ && calm_for_good(at)) {
        run_.note(ShakingEnds{});
        damage_.settle();
        ends();
    }
    const auto& floors = shock_.record.floors;
    const bool over =
        std::all_of(floors.begin(), floors.end(), [at](const FloorShaking& f) { return at >= f.running_jma.size(); });
    if (over) damage_.settle();
    if (!over || shaking_)
        look_again(settings_.step_s);
    else
        run_.site.stop_shaking();
}

// How people stand on their floor. The strongest shaking of all, JMA.
double Shaking::shake_floors(std::size_t at) {
    const auto& levels = run_.world().building.levels;
    const hazards::BuildingFrame frame = hazards::frame_of(run_.world().building);
    double strongest = 0.0;
    for (std::size_t l = 0; l < levels.size(); ++l) {
        const auto& running = shock_.record.floors[frame.floor_of(levels[l])].running_jma;
        const double jma = at < running.size() ? static_cast<double>(running[at]) : 0.0;
        strongest = std::max(strongest, jma);
        run_.site.set_shaking(LevelId{l}, static_cast<float>(hazards::speed_while_shaking(jma)));
        if (jma >= settings_.thrown_jma) throw_down(LevelId{l});
    }
    return strongest;
}

// It may grow again: only once nothing stronger is to come.
bool Shaking::calm_for_good(std::size_t from) const {
    const bool calm = shock_.calm_since.us >= 0 && (run_.now() - shock_.calm_since).seconds() >= quake().calm_s;
    if (!calm) return false;
    for (const FloorShaking& f : shock_.record.floors)
        for (std::size_t i = from; i < f.running_jma.size(); ++i)
            if (static_cast<double>(f.running_jma[i]) >= settings_.calm_jma) return false;
    return true;
}

// Shocks may overlap: one look at a time.
void Shaking::look_again(double after_s) {
    if (looks_) return;
    looks_ = true;
    run_.schedule(after_s, Phase::hazard, QuakeStep{});
}

// Things still fall for a while: out of doors people walk straight away from the building, not along it.
void Shaking::shun_facades() {
    shun_until_ = run_.now() + Duration::from_seconds(settings_.facade_after_s);
    if (run_.navigation().shuns_facades()) return;
    run_.plan.shun_facades(true);
    run_.routes.forget_ways();
}

void Shaking::stop_shunning_facades() {
    if (!run_.navigation().shuns_facades() || run_.now() < shun_until_) return;
    run_.plan.shun_facades(false);
    run_.routes.forget_ways();
}

void Shaking::throw_down(LevelId level) {
    for (std::size_t i = 0; i < run_.crowd.size(); ++i) {
        if (run_.state(PersonId{i}) != PersonState::walking) continue;
        const SpaceId in = run_.where(PersonId{i}).in;
        if (run_.world().building.space(in).level != level || run_.world().building.space(in).outdoor) continue;
        if (RandomStream(run_.seed, Purpose::fall, (std::uint64_t{++throws_} << 20U) | i).uniform() >=
            settings_.thrown_share)
            continue;
        run_.fall(PersonId{i}, PersonFell{PersonId{i}}, PersonFalls{}.down_s);
    }
}

}  // namespace muster::engine
