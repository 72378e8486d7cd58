// SPDX-License-Identifier: Apache-2.0
#include "sim/engine/fire_and_air.h"

#include "sim/hazards/design_fire.h"
#include "sim/hazards/external_fire.h"

namespace muster::engine {

void FireAndAir::start() {
    if (air_) return;
    const Building& building = run_.world().building;
    const SmokeSettings& smoke = run_.world().scenario.smoke;
    const auto& failed = run_.world().scenario.alarm.failed;
    if (smoke.outside) {
        air_ = std::make_unique<hazards::ExternalFire>(building, smoke, failed);
    } else {
        auto fires = std::make_unique<hazards::FireSmoke>(building, smoke, failed);
        for (const StartExhaust& e : exhausts_) fires->start_exhaust(e.space, e.flow_m3_s);
        fires_ = fires.get();
        air_ = std::move(fires);
    }
    space_air_.resize(building.spaces.size());
    run_.schedule(settings_.step_s, Phase::hazard, AirStep{});
}

void FireAndAir::step() {
    tell_doors();
    air_->advance_to(run_.now());
    detection_.look(*air_);
    see_fires();
    for (std::size_t i = 0; i < run_.crowd.size(); ++i) exposure_.breathe(*air_, PersonId{i});
    record();
    if (exposure_.anybody_to_breathe()) run_.schedule(settings_.step_s, Phase::hazard, AirStep{});
}

void FireAndAir::tell_doors() {
    for (std::size_t i = 0; i < run_.world().building.openings.size(); ++i) {
        const OpeningId id{i};
        const SiteState::OpeningNow& is = run_.site.opening(id);
        const SimTime passed = run_.site.passed_at(id);
        const bool held = passed.us >= 0 && (run_.now() - passed).seconds() < settings_.door_stays_open_s;
        const bool open = is.state == DoorState::open || (is.state == DoorState::closed && held);
        air_->set_opening(id, open);
    }
}

void FireAndAir::start_fire(const StartFire& w) {
    const SpaceId room = w.space.valid() ? w.space : run_.world().risk_map.risks[w.risk.index()].space;
    run_.schedule(w.room_closes_after_s, Phase::hazard, SpaceCloses{room});
    // A fire by name is shown to everybody who comes by.
    if (!w.smoke) return detection_.see_fire(room);
    run_.site.set_burning(room);
    ignite(w, room);
}

// Another program's run knows its own fires, but not how large they look.
void FireAndAir::ignite(const StartFire& w, SpaceId room) {
    start();
    if (fires_ == nullptr) return detection_.see_fire(room);
    const Space& space = run_.world().building.space(room);
    const Vec2 at = hazards::place_of(run_.world(), w).at;
    const DesignFire burns = w.fire ? *w.fire : hazards::design_fire_for(space.use, area(space.area));
    fires_->ignite(room, at, burns, run_.now());
    small_.push_back({room, burns, run_.now()});
    see_fires();
}

// By whoever is there then; smoke is seen by itself (Detection).
void FireAndAir::see_fires() {
    std::erase_if(small_, [this](const SmallFire& f) {
        const double since_s = (run_.now() - f.since).seconds();
        if (hazards::heat_release_w(f.burns, since_s, 0.0) < settings_.seen_w) return false;
        detection_.see_fire(f.room);
        return true;
    });
}

void FireAndAir::start_exhaust(const StartExhaust& w) {
    if (fires_ != nullptr)
        fires_->start_exhaust(w.space, w.flow_m3_s);
    else
        exhausts_.push_back(w);
}

void FireAndAir::leak(const GasLeak& w) {
    start();
    if (fires_ == nullptr) return;
    fires_->leak(w, w.at ? *w.at : inner_point(run_.world().building.space(w.space).area), run_.now());
}

// Gas that explodes overcomes whoever is in the room. Assumption: no pressure on people elsewhere.
void FireAndAir::ignite_gas(const IgniteGas& w) {
    if (fires_ == nullptr || fires_->ignite_gas(w.space, run_.now()) <= 0.0) return;
    run_.note(GasIgnites{w.space});
    run_.site.set_burning(w.space);
    for (std::size_t i = 0; i < run_.crowd.size(); ++i) {
        const PersonState is = run_.state(PersonId{i});
        if (is == PersonState::gone || stands_still(is) || run_.where(PersonId{i}).in != w.space) continue;
        exposure_.overcome(PersonId{i});
    }
    run_.close_space(w.space);
}

void FireAndAir::record() {
    if (recorded_at_.us >= 0 && (run_.now() - recorded_at_).seconds() < settings_.record_s) return;
    recorded_at_ = run_.now();
    for (std::size_t i = 0; i < space_air_.size(); ++i)
        if (!run_.world().building.spaces[i].outdoor) space_air_[i] = air_->air_of(SpaceId{i});
    const AirFrame frame{run_.now(), air_->heat_w(), space_air_};
    run_.record.tell_all([&](RunObserver& o) { o.air(frame); });
}

}  // namespace muster::engine
