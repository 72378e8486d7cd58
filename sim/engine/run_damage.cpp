// SPDX-License-Identifier: Apache-2.0
// What a shock breaks in a run: furniture, doors, stairs, ceilings, facades, gas pipes, power.
#include <algorithm>
#include <array>
#include <cmath>

#include "sim/base/random.h"
#include "sim/engine/run.h"
#include "sim/hazards/fragility.h"
#include "sim/hazards/ground_motion.h"

namespace muster {

// What breaks, breaks when the ground shakes most; each item falls when its own rocking has it.
void Run::await_damage(QuakeDamage damage) {
    damage_ = std::move(damage);
    for (const FallenItem& f : damage_.items) {
        calendar_.schedule(now() + Duration::from_seconds(f.at_s), Phase::hazard, ItemFalls{f.item});
        shock_.fallen.push_back({f.item, f.footprint});
    }
    calendar_.schedule(now() + Duration::from_seconds(damage_.worst_at_s), Phase::hazard, StrongestShaking{});
}

// Where loose furniture stands afterwards; until then people find it where it was. Assumption.
void Run::slide_things(const FloorMotion& motion, const BuildingFrame& frame, Vec2 direction) {
    const Building& building = world().building;
    std::vector<FloorAcceleration> floors;
    for (const Level& level : building.levels) floors.push_back({motion.accel[frame.floor_of(level)], motion.dt_s});
    std::vector<Bystander> people;
    for (std::size_t i = 0; i < crowd_.size(); ++i) {
        if (crowd_.people[i].state != PersonState::sheltering) continue;
        const PersonInfo& info = crowd_.info[i];
        const auto [in, at] = where(PersonId{i});
        people.push_back({PersonId{i}, in, at, static_cast<double>(info.radius_m),
                          world().scenario.population.profiles[info.profile.index()].mass_kg});
    }
    Slid slid = slide_furniture(building, floors, direction, settings_.furniture_friction, people);
    pushed_ = std::move(slid.people);
    for (SlidItem& s : slid.items) {
        const auto toppled = std::find_if(damage_.items.begin(), damage_.items.end(),
                                          [&](const FallenItem& f) { return f.item == s.item; });
        if (toppled != damage_.items.end()) continue;
        const double far = std::hypot(s.moved.x, s.moved.y);
        ++shock_.slid;
        shock_.farthest_slid_m = std::max(shock_.farthest_slid_m, far);
        if (far < settings_.slid_m) continue;
        for (const NarrowedOpening& n : narrowed_by(building, s.item, s.outline)) damage_.narrowed.push_back(n);
        shock_.fallen.push_back({s.item, std::move(s.outline), false});
    }
}

void Run::break_things() {
    if (damage_.power_lost && !power_lost_) {
        power_lost_ = true;
        note(PowerLost{});
        for (std::size_t i = 0; i < world().building.spaces.size(); ++i)
            if (!world().building.spaces[i].outdoor) site_.slow(SpaceId{i}, settings_.dark_factor);
    }
    leak_by_shaking();
    for (const OpeningId exit : damage_.under_facade) facade_falls(exit);
    for (const Debris& d : damage_.debris) slow_by_debris(d.space, d.cover);
    for (const DamagedFlight& f : damage_.flights) {
        int& state = flight_state_[f.flight.index()];
        if (f.state <= state) continue;
        constexpr std::array<double, 4> factor{1.0, 0.8, 0.5, 0.2};  // assumption
        site_.slow(f.flight, factor[static_cast<std::size_t>(f.state)] / factor[static_cast<std::size_t>(state)]);
        state = f.state;
        note(FlightDamaged{f.flight, f.state});
        if (f.state == 3) close_space(f.flight);
    }
}

// Gas pipes at risk points may leak, and what leaks may burn; each once.
void Run::leak_by_shaking() {
    if (world().scenario.smoke.outside) return;
    const auto& incidents = world().scenario.incidents;
    const bool other_gas = std::any_of(incidents.begin(), incidents.end(),
                                       [](const TimedIncident& i) { return std::holds_alternative<GasLeak>(i.what); });
    const auto& risks = world().risk_map.risks;
    leaked_.resize(risks.size(), false);
    for (std::size_t r = 0; r < risks.size(); ++r) {
        const bool gas = risks[r].kind == RiskKind::gas_store || risks[r].kind == RiskKind::kitchen ||
                         risks[r].kind == RiskKind::laboratory;
        if (!gas || other_gas || leaked_[r] || !risks[r].space.valid()) continue;
        const Space& space = world().building.space(risks[r].space);
        if (space.outdoor) continue;
        const BuildingFrame frame = frame_of(world().building);
        const double pfa = shock_.floors[frame.floor_of(world().building.level(space.level))].peak_accel;
        RandomStream random(seed_, Purpose::quake_damage, (std::uint64_t{5} << 32U) | r);
        if (random.uniform() >= pipe_leaks.probability(pfa / standard_gravity)) continue;
        leaked_[r] = true;
        note(PipeLeaks{risks[r].space});
        GasLeak leak;
        leak.space = risks[r].space;
        leak.gas = LeakGas::lpg;
        leak.kg_s = settings_.pipe_leak_kg_s;
        happen(leak);
        if (random.uniform() >= settings_.leak_ignites) continue;
        StartFire fire;
        fire.risk = RiskId{r};
        fire.space = risks[r].space;
        happen(fire);
    }
}

void Run::slow_by_debris(SpaceId space, double cover) {
    double& is = debris_[space.index()];
    const double more = std::min(1.0, std::max(is, cover));
    if (more <= is) return;
    site_.slow(space, speed_on_debris(more) / speed_on_debris(is));
    is = more;
    note(DebrisFalls{space, more});
}

void Run::strike(PersonId id) {
    Person& p = person(id);
    if (p.state == PersonState::walking) --walking_;
    p.state = PersonState::fallen;
    note(PersonStruck{id});
    calendar_.schedule(now() + Duration::from_seconds(settings_.struck_down_s), Phase::decision, PersonGetsUp{id});
}

// Glass or a parapet: strikes who is just coming out, and leaves debris in the way.
void Run::facade_falls(OpeningId exit) {
    note(FacadeFalls{exit});
    const Opening& door = world().building.opening(exit);
    for (std::size_t i = 0; i < crowd_.size(); ++i) {
        if (crowd_.people[i].state != PersonState::walking) continue;
        const auto [in, at] = where(PersonId{i});
        if (world().building.space(in).outdoor && distance_to(door.at, at) < settings_.facade_band_m)
            strike(PersonId{i});
    }
    site_.change(exit).risky = true;
    narrow({exit, {}, settings_.facade_leaves * door.clear_width_m});
}

// What lies there narrows the ways beside it and strikes whoever stands there unsheltered.
void Run::item_falls(ObstacleId item) {
    const auto fallen =
        std::find_if(damage_.items.begin(), damage_.items.end(), [&](const FallenItem& f) { return f.item == item; });
    if (fallen == damage_.items.end()) return;
    const SpaceId space = world().building.obstacle(item).space;
    for (std::size_t i = 0; i < crowd_.size(); ++i) {
        const PersonState is = crowd_.people[i].state;
        if (is != PersonState::walking && is != PersonState::waiting) continue;
        const auto [in, at] = where(PersonId{i});
        if (in == space && contains(fallen->footprint, at)) strike(PersonId{i});
    }
    const double cover = std::abs(signed_area(fallen->footprint)) / area(world().building.space(space).area);
    slow_by_debris(space, debris_[space.index()] + cover);
    for (const NarrowedOpening& n : damage_.narrowed)
        if (n.by == item) narrow(n);
}

void Run::narrow(const NarrowedOpening& n) {
    double& width = site_.change(n.opening).clear_width_m;
    if (n.left_m >= width) return;
    width = n.left_m;
    opening_changed(n.opening);
}

// Where furniture has pushed those who sheltered; who would end in a desk's old place, which the physics keeps, stays.
void Run::move_the_pushed() {
    const Building& building = world().building;
    for (const PushedPerson& p : pushed_) {
        if (person(p.person).state != PersonState::sheltering) continue;
        const SpaceId in = where(p.person).in;
        const double radius = static_cast<double>(crowd_.info[p.person.index()].radius_m);
        const Space& space = building.space(in);
        const bool clear = contains(space.area, p.to) && distance_to_boundary(space.area, p.to) > radius &&
                           std::all_of(space.obstacles.begin(), space.obstacles.end(), [&](ObstacleId o) {
                               const Polygon item{building.obstacle(o).outline, {}};
                               return !contains(item, p.to) && distance_to_boundary(item, p.to) > radius;
                           });
        if (clear) physics_->place(p.person, in, p.to);
    }
    pushed_.clear();
}

// What the shock leaves shut or narrow, once it is over.
void Run::jam_doors() {
    move_the_pushed();
    for (const NarrowedOpening& n : damage_.narrowed) narrow(n);
    damage_.narrowed.clear();
    for (const JammedDoor& j : damage_.doors) {
        if (site_.opening(j.door).blocked) continue;
        site_.change(j.door).blocked = true;
        note(DoorJammed{j.door});
        jammed_.push_back(j.door);
        opening_changed(j.door);
        if (j.forced_after_s >= 0.0)
            calendar_.schedule(now() + Duration::from_seconds(j.forced_after_s), Phase::hazard, DoorForced{j.door});
    }
    damage_.doors.clear();
}

void Run::force_door(OpeningId door) {
    site_.change(door).blocked = false;
    std::erase(jammed_, door);
    // Called out: everybody hears it.
    for (Person& p : crowd_.people) p.knowledge = routes_.learn_opening(p.knowledge, door, false);
    opening_changed(door);
}

}  // namespace muster
