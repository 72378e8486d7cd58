// SPDX-License-Identifier: Apache-2.0
#include "sim/engine/damage.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "sim/base/constants.h"
#include "sim/base/random.h"
#include "sim/hazards/fragility.h"

namespace muster::engine {

Damage::Damage(RunState& run, JammedDoors& doors, FireAndAir& fire)
    : run_(run),
      doors_(doors),
      fire_(fire),
      debris_(run.world().building.spaces.size(), 0.0),
      flight_state_(run.world().building.spaces.size(), 0),
      leaked_(run.world().risk_map.risks.size(), false) {}

// What breaks, breaks when the ground shakes most; each item falls when its own rocking has it.
void Damage::await(hazards::QuakeDamage damage, QuakeRecord& shock) {
    to_come_ = std::move(damage);
    for (const hazards::FallenItem& f : to_come_.items) {
        run_.schedule(f.at_s, Phase::hazard, ItemFalls{f.item});
        shock.fallen.push_back({f.item, f.footprint});
    }
    run_.schedule(to_come_.worst_at_s, Phase::hazard, StrongestShaking{});
}

// Where loose furniture stands afterwards; until then people find it where it was. Assumption.
void Damage::slide_things(const hazards::FloorMotion& motion, const hazards::BuildingFrame& frame, Vec2 direction,
                          QuakeRecord& shock) {
    settle_what_slid();
    const Building& building = run_.building();
    std::vector<physics::FloorAcceleration> floors;
    for (const Level& level : building.levels) floors.push_back({motion.accel[frame.floor_of(level)], motion.dt_s});
    std::vector<physics::Bystander> people;
    for (std::size_t i = 0; i < run_.crowd.size(); ++i) {
        if (run_.state(PersonId{i}) != PersonState::sheltering) continue;
        const PersonInfo& info = run_.crowd.info[i];
        const auto [in, at] = run_.where(PersonId{i});
        people.push_back(
            {PersonId{i}, in, at, static_cast<double>(info.radius_m), run_.profile_of(PersonId{i}).mass_kg});
    }
    physics::Slid slid = physics::slide_furniture(building, floors, direction, settings_.furniture_friction, people);
    pushed_ = std::move(slid.people);
    std::vector<bool> in_disorder(building.spaces.size(), false);
    for (physics::SlidItem& s : slid.items) {
        const auto toppled = std::find_if(to_come_.items.begin(), to_come_.items.end(),
                                          [&](const hazards::FallenItem& f) { return f.item == s.item; });
        if (toppled != to_come_.items.end()) continue;
        const double far = std::hypot(s.moved.x, s.moved.y);
        ++shock.slid;
        shock.farthest_slid_m = std::max(shock.farthest_slid_m, far);
        slid_.push_back({s.item, s.outline, false});
        if (far < settings_.slid_m) continue;
        in_disorder[building.obstacle(s.item).space.index()] = true;
        for (const hazards::NarrowedOpening& n : hazards::narrowed_by(building, s.item, s.outline))
            to_come_.narrowed.push_back(n);
        shock.fallen.push_back({s.item, std::move(s.outline), false});
    }
    std::erase_if(slid_, [&](const LyingItem& i) { return !in_disorder[building.obstacle(i.item).space.index()]; });
}

void Damage::break_things(const QuakeRecord& shock) {
    if (to_come_.power_lost && !power_lost_) lose_power();
    leak_by_shaking(shock);
    for (const OpeningId exit : to_come_.under_facade) facade_falls(exit);
    for (const hazards::Debris& d : to_come_.debris) slow_by_debris(d.space, d.cover);
    for (const hazards::DamagedFlight& f : to_come_.flights) damage_flight(f);
}

void Damage::lose_power() {
    power_lost_ = true;
    run_.note(PowerLost{});
    for (std::size_t i = 0; i < run_.world().building.spaces.size(); ++i)
        if (!run_.world().building.spaces[i].outdoor) run_.site.slow(SpaceId{i}, settings_.dark_factor);
}

void Damage::damage_flight(const hazards::DamagedFlight& f) {
    int& state = flight_state_[f.flight.index()];
    if (f.state <= state) return;
    // Factors on the free speed, by state; assumption.
    constexpr std::array<double, 4> factor{1.0, 0.8, 0.5, 0.2};
    run_.site.slow(f.flight, factor[static_cast<std::size_t>(f.state)] / factor[static_cast<std::size_t>(state)]);
    state = f.state;
    run_.note(FlightDamaged{f.flight, f.state});
    if (f.state == 3) run_.close_space(f.flight);
}

// Gas pipes at risk points may leak, and what leaks may burn; each once.
void Damage::leak_by_shaking(const QuakeRecord& shock) {
    if (run_.world().scenario.smoke.outside) return;
    const auto& incidents = run_.world().scenario.incidents;
    const bool other_gas = std::any_of(incidents.begin(), incidents.end(),
                                       [](const TimedIncident& i) { return std::holds_alternative<GasLeak>(i.what); });
    const auto& risks = run_.world().risk_map.risks;
    for (std::size_t r = 0; r < risks.size(); ++r) {
        const bool gas = risks[r].kind == RiskKind::gas_store || risks[r].kind == RiskKind::kitchen ||
                         risks[r].kind == RiskKind::laboratory;
        if (!gas || other_gas || leaked_[r] || !risks[r].space.valid()) continue;
        const Space& space = run_.world().building.space(risks[r].space);
        if (space.outdoor) continue;
        const hazards::BuildingFrame frame = hazards::frame_of(run_.world().building);
        const double pfa = shock.floors[frame.floor_of(run_.world().building.level(space.level))].peak_accel;
        RandomStream random(run_.seed, Purpose::quake_damage, (std::uint64_t{5} << 32U) | r);
        if (random.uniform() >= hazards::pipe_leaks.probability(pfa / standard_gravity_m_s2)) continue;
        leaked_[r] = true;
        run_.note(PipeLeaks{risks[r].space});
        GasLeak leak;
        leak.space = risks[r].space;
        leak.gas = LeakGas::lpg;
        leak.kg_s = settings_.pipe_leak_kg_s;
        fire_.leak(leak);
        if (random.uniform() >= settings_.leak_ignites) continue;
        StartFire fire;
        fire.risk = RiskId{r};
        fire.space = risks[r].space;
        fire_.start_fire(fire);
    }
}

void Damage::slow_by_debris(SpaceId space, double cover) {
    double& is = debris_[space.index()];
    const double more = std::min(1.0, std::max(is, cover));
    if (more <= is) return;
    run_.site.slow(space, hazards::speed_on_debris(more) / hazards::speed_on_debris(is));
    is = more;
    run_.note(DebrisFalls{space, more});
}

void Damage::strike(PersonId id) { run_.fall(id, PersonStruck{id}, settings_.struck_down_s); }

// Glass or a parapet: strikes who is just coming out, and leaves debris in the way.
void Damage::facade_falls(OpeningId exit) {
    run_.note(FacadeFalls{exit});
    const Opening& door = run_.world().building.opening(exit);
    for (std::size_t i = 0; i < run_.crowd.size(); ++i) {
        if (run_.state(PersonId{i}) != PersonState::walking) continue;
        const auto [in, at] = run_.where(PersonId{i});
        if (run_.world().building.space(in).outdoor && distance_to(door.at, at) < settings_.facade_band_m)
            strike(PersonId{i});
    }
    run_.site.change(exit).risky = true;
    double& width = run_.site.change(exit).clear_width_m;
    width = std::min(width, settings_.facade_leaves * door.clear_width_m);
    run_.opening_changed(exit);
}

// What falls strikes whoever stands there unsheltered, and lies in the way.
void Damage::item_falls(ObstacleId item) {
    const auto fallen = std::find_if(to_come_.items.begin(), to_come_.items.end(),
                                     [&](const hazards::FallenItem& f) { return f.item == item; });
    if (fallen == to_come_.items.end()) return;
    const SpaceId space = run_.world().building.obstacle(item).space;
    for (std::size_t i = 0; i < run_.crowd.size(); ++i) {
        const PersonState is = run_.state(PersonId{i});
        if (is != PersonState::walking && is != PersonState::waiting) continue;
        const auto [in, at] = run_.where(PersonId{i});
        if (in == space && contains(fallen->footprint, at)) strike(PersonId{i});
    }
    const double cover = std::abs(signed_area(fallen->footprint)) / area(run_.world().building.space(space).area);
    slow_by_debris(space, debris_[space.index()] + cover);
    run_.plan.lower(item, fallen->height_m);
    stand_elsewhere({{item, fallen->footprint}});
    note_narrowed(item);
}

// An obstacle to bodies and on every way from now on.
void Damage::stand_elsewhere(const std::vector<LyingItem>& items) {
    const std::vector<ObstacleId> moved = run_.plan.move_furniture(items);
    run_.physics->move_furniture(moved);
    run_.routes.forget_ways();
    const physics::Bodies bodies = run_.physics->bodies();
    for (std::size_t i = 0; i < run_.crowd.size(); ++i) {
        const bool concerns = std::any_of(moved.begin(), moved.end(), [&](ObstacleId item) {
            return run_.building().obstacle(item).space == bodies.space[i];
        });
        if (!concerns) continue;
        run_.crowd.people[i].decided_in = {};
        // There may be a way again.
        if (run_.state(PersonId{i}) == PersonState::stranded) run_.set_state(PersonId{i}, PersonState::walking);
    }
    run_.wake_motion_if_anybody_moves();
}

void Damage::settle_what_slid() {
    if (slid_.empty()) return;
    run_.note(FurnitureSlid{static_cast<std::uint32_t>(slid_.size())});
    stand_elsewhere(slid_);
    slid_.clear();
}

// The room's own people pass or do not pass by what stands there; this is for the record.
void Damage::note_narrowed(ObstacleId by) {
    std::erase_if(to_come_.narrowed, [&](const hazards::NarrowedOpening& n) {
        if (by.valid() && n.by != by) return false;
        run_.note(WayNarrowed{n.opening, n.left_m});
        return true;
    });
}

// Where furniture has pushed those who sheltered, unless that is no place to stand.
void Damage::move_the_pushed() {
    const Building& building = run_.building();
    for (const physics::PushedPerson& p : pushed_) {
        if (run_.state(p.person) != PersonState::sheltering) continue;
        const SpaceId in = run_.where(p.person).in;
        const double radius = static_cast<double>(run_.crowd.info[p.person.index()].radius_m);
        const Space& space = building.space(in);
        const bool clear = contains(space.area, p.to) && distance_to_boundary(space.area, p.to) > radius &&
                           std::all_of(space.obstacles.begin(), space.obstacles.end(), [&](ObstacleId o) {
                               const Polygon item{building.obstacle(o).outline, {}};
                               return !contains(item, p.to) && distance_to_boundary(item, p.to) > radius;
                           });
        if (clear) run_.physics->place(p.person, in, p.to);
    }
    pushed_.clear();
}

void Damage::settle() {
    settle_what_slid();
    move_the_pushed();
    note_narrowed({});
    for (const hazards::JammedDoor& j : to_come_.doors) doors_.jam(j);
    to_come_.doors.clear();
}

}  // namespace muster::engine
