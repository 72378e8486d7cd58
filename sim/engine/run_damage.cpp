// SPDX-License-Identifier: Apache-2.0
// What a shock breaks in a run: furniture, doors, stairs, ceilings, facades, gas pipes, power.
#include <algorithm>
#include <array>
#include <cmath>

#include "sim/base/constants.h"
#include "sim/base/random.h"
#include "sim/engine/run.h"
#include "sim/hazards/fragility.h"
#include "sim/hazards/ground_motion.h"

namespace muster::engine {

// What breaks, breaks when the ground shakes most; each item falls when its own rocking has it.
void Run::await_damage(hazards::QuakeDamage damage) {
    damage_ = std::move(damage);
    for (const hazards::FallenItem& f : damage_.items) {
        calendar_.schedule(now() + Duration::from_seconds(f.at_s), Phase::hazard, ItemFalls{f.item});
        shock_.fallen.push_back({f.item, f.footprint});
    }
    calendar_.schedule(now() + Duration::from_seconds(damage_.worst_at_s), Phase::hazard, StrongestShaking{});
}

// Where loose furniture stands afterwards; until then people find it where it was. Assumption.
void Run::slide_things(const hazards::FloorMotion& motion, const hazards::BuildingFrame& frame, Vec2 direction) {
    settle_what_slid();
    const Building& building = this->building();
    std::vector<physics::FloorAcceleration> floors;
    for (const Level& level : building.levels) floors.push_back({motion.accel[frame.floor_of(level)], motion.dt_s});
    std::vector<physics::Bystander> people;
    for (std::size_t i = 0; i < crowd_.size(); ++i) {
        if (crowd_.people[i].state != PersonState::sheltering) continue;
        const PersonInfo& info = crowd_.info[i];
        const auto [in, at] = where(PersonId{i});
        people.push_back({PersonId{i}, in, at, static_cast<double>(info.radius_m),
                          world().scenario.population.profiles[info.profile.index()].mass_kg});
    }
    physics::Slid slid = physics::slide_furniture(building, floors, direction, settings_.furniture_friction, people);
    pushed_ = std::move(slid.people);
    std::vector<bool> in_disorder(building.spaces.size(), false);
    for (physics::SlidItem& s : slid.items) {
        const auto toppled = std::find_if(damage_.items.begin(), damage_.items.end(),
                                          [&](const hazards::FallenItem& f) { return f.item == s.item; });
        if (toppled != damage_.items.end()) continue;
        const double far = std::hypot(s.moved.x, s.moved.y);
        ++shock_.slid;
        shock_.farthest_slid_m = std::max(shock_.farthest_slid_m, far);
        slid_.push_back({s.item, s.outline, false});
        if (far < settings_.slid_m) continue;
        in_disorder[building.obstacle(s.item).space.index()] = true;
        for (const hazards::NarrowedOpening& n : hazards::narrowed_by(building, s.item, s.outline))
            damage_.narrowed.push_back(n);
        shock_.fallen.push_back({s.item, std::move(s.outline), false});
    }
    std::erase_if(slid_, [&](const LyingItem& i) { return !in_disorder[building.obstacle(i.item).space.index()]; });
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
    for (const hazards::Debris& d : damage_.debris) slow_by_debris(d.space, d.cover);
    for (const hazards::DamagedFlight& f : damage_.flights) {
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
        const hazards::BuildingFrame frame = hazards::frame_of(world().building);
        const double pfa = shock_.floors[frame.floor_of(world().building.level(space.level))].peak_accel;
        RandomStream random(seed_, Purpose::quake_damage, (std::uint64_t{5} << 32U) | r);
        if (random.uniform() >= hazards::pipe_leaks.probability(pfa / standard_gravity_m_s2)) continue;
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
    site_.slow(space, hazards::speed_on_debris(more) / hazards::speed_on_debris(is));
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
    double& width = site_.change(exit).clear_width_m;
    width = std::min(width, settings_.facade_leaves * door.clear_width_m);
    opening_changed(exit);
}

// What falls strikes whoever stands there unsheltered, and lies in the way.
void Run::item_falls(ObstacleId item) {
    const auto fallen = std::find_if(damage_.items.begin(), damage_.items.end(),
                                     [&](const hazards::FallenItem& f) { return f.item == item; });
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
    standing_->obstacles[item.index()].height_m = fallen->height_m;
    stand_elsewhere({{item, fallen->footprint}});
    note_narrowed(item);
}

// An obstacle to bodies and on every way from now on.
void Run::stand_elsewhere(const std::vector<LyingItem>& items) {
    std::vector<ObstacleId> moved;
    for (const LyingItem& i : items) {
        standing_->obstacles[i.item.index()].outline = i.footprint;
        moved.push_back(i.item);
    }
    own_navigation_->move_furniture(moved);
    physics_->move_furniture(moved);
    routes_.forget_ways();
    const physics::Bodies bodies = physics_->bodies();
    for (std::size_t i = 0; i < crowd_.size(); ++i) {
        const bool concerns = std::any_of(moved.begin(), moved.end(), [&](ObstacleId item) {
            return building().obstacle(item).space == bodies.space[i];
        });
        if (!concerns) continue;
        Person& p = crowd_.people[i];
        p.decided_in = {};
        if (p.state != PersonState::stranded) continue;  // there may be a way again
        p.state = PersonState::walking;
        ++walking_;
    }
    if (anybody_moves()) wake_motion();
}

void Run::settle_what_slid() {
    if (slid_.empty()) return;
    note(FurnitureSlid{static_cast<std::uint32_t>(slid_.size())});
    stand_elsewhere(slid_);
    slid_.clear();
}

// The room's own people pass or do not pass by what stands there; this is for the record.
void Run::note_narrowed(ObstacleId by) {
    std::erase_if(damage_.narrowed, [&](const hazards::NarrowedOpening& n) {
        if (by.valid() && n.by != by) return false;
        note(WayNarrowed{n.opening, n.left_m});
        return true;
    });
}

// Where furniture has pushed those who sheltered, unless that is no place to stand.
void Run::move_the_pushed() {
    const Building& building = this->building();
    for (const physics::PushedPerson& p : pushed_) {
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
    settle_what_slid();
    move_the_pushed();
    note_narrowed({});
    for (const hazards::JammedDoor& j : damage_.doors) {
        if (site_.opening(j.door).blocked) continue;
        site_.change(j.door).blocked = true;
        note(DoorJammed{j.door});
        jammed_.push_back(j);
        opening_changed(j.door);
        try_to_force(j.door, false);
    }
    damage_.doors.clear();
}

// In a room at the door, or, once somebody has called, one door farther.
bool Run::within_call(OpeningId id, SpaceId from, bool called) const {
    const Opening& door = world().building.opening(id);
    if (door.joins(from)) return true;
    const auto& ways = world().building.space(from).openings;
    return called && std::any_of(ways.begin(), ways.end(), [&](OpeningId o) {
               const SpaceId next = world().building.opening(o).other(from);
               return next.valid() && door.joins(next) && site_.opening(o).passable();
           });
}

// It takes two who are strong enough, and a door that can be forced.
void Run::try_to_force(OpeningId door, bool called) {
    const auto jam =
        std::find_if(jammed_.begin(), jammed_.end(), [door](const hazards::JammedDoor& j) { return j.door == door; });
    if (jam == jammed_.end() || jam->forced_after_s < 0.0 || being_forced_.contains(door)) return;
    const auto& profiles = world().scenario.population.profiles;
    int strong = 0;
    for (std::size_t i = 0; i < crowd_.size() && strong < 2; ++i) {
        const PersonState is = crowd_.people[i].state;
        if (is == PersonState::gone || is == PersonState::fallen || stands_still(is)) continue;
        const bool able = profiles[crowd_.info[i].profile.index()].mass_kg >= settings_.strong_kg;
        if (able && within_call(door, where(PersonId{i}).in, called)) ++strong;
    }
    if (strong < 2) return;
    being_forced_.insert(door);
    calendar_.schedule(now() + Duration::from_seconds(jam->forced_after_s), Phase::hazard, DoorForced{door});
}

void Run::force_door(OpeningId door) {
    site_.change(door).blocked = false;
    being_forced_.erase(door);
    std::erase_if(jammed_, [door](const hazards::JammedDoor& j) { return j.door == door; });
    // Called out: everybody hears it.
    for (Person& p : crowd_.people) p.knowledge = routes_.learn_opening(p.knowledge, door, false);
    opening_changed(door);
}

}  // namespace muster::engine
