// SPDX-License-Identifier: Apache-2.0
#include "tests/unit/scenarios/same_scenario.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <tuple>

#include "sim/base/overload.h"

namespace muster::scenarios {

namespace {

auto fields(const Distribution& l) { return std::tuple(l.kind, l.a, l.b, l.shift); }
auto fields(const DesignFire& f) { return std::tuple(f.growth, f.peak_kw, f.area_m2, f.fuel_load_mj, f.fuel, f.table); }
auto fields(const SetOpening& i) { return std::tuple(i.opening, i.state); }
auto fields(const BlockOpening& i) { return std::tuple(i.opening, i.blocked); }
auto fields(const CloseSpace& i) { return std::tuple(i.space); }
auto fields(const LightsOut& i) { return std::tuple(i.spaces, i.speed_factor); }
auto fields(const SlowSpace& i) { return std::tuple(i.space, i.speed_factor); }
auto fields(const PersonFalls& i) { return std::tuple(i.space, i.down_s); }
auto fields(const ObstructOpening& i) { return std::tuple(i.opening, i.clear_width_m); }
auto fields(const StartFire& i) {
    return std::tuple(i.risk, i.space, i.room_closes_after_s, i.at, i.smoke,
                      i.fire ? std::optional(fields(*i.fire)) : std::nullopt);
}
auto fields(const GasLeak& i) { return std::tuple(i.space, i.gas, i.kg_s, std::min(i.lasts_s, 86400.0), i.at); }
auto fields(const IgniteGas& i) { return std::tuple(i.space); }
auto fields(const StartExhaust& i) { return std::tuple(i.space, i.flow_m3_s); }
auto fields(const Profile& p) {
    return std::tuple(p.key, p.name, fields(p.free_speed), p.stair_down_factor, p.stair_up_factor, fields(p.radius),
                      p.mass_kg, p.child, p.source);
}
auto fields(const WayChoice& c) {
    return std::tuple(c.quickest, c.familiar, c.unfamiliar_s, c.follow_s, c.hesitation_s);
}
auto fields(const Group& g) {
    return std::tuple(g.key, g.name, g.is_class, g.space, g.profile, g.count, g.teachers, g.teacher_profile,
                      fields(g.pre_movement), g.route, fields(g.choice), g.company, g.destination, g.positions,
                      g.in_file, g.release_delay_s, g.sets_off_s, g.search.rooms, g.search.room_s, g.search.limit_s);
}
auto fields(const Alarm& a) {
    return std::tuple(a.at_s, a.announcement_s, a.by_detection, a.confirm_s, a.watchman, a.failed);
}
auto fields(const Release& r) { return std::tuple(r.policy, r.interval_s, r.gap_m, r.order); }
auto fields(const LightsOn& i) { return std::tuple(i.spaces); }
auto fields(const StartShaking& i) { return std::tuple(i.lasts_s); }
auto fields(const SoundAlarm&) { return std::tuple(); }
auto fields(const SilenceAlarm&) { return std::tuple(); }
auto fields(const SendGroup& i) { return std::tuple(i.group, i.route); }
auto fields(const ReleaseGroup& i) { return std::tuple(i.group); }
auto fields(const HoldGroup& i) { return std::tuple(i.group); }
auto fields(const ChangeRelease& i) { return fields(i.release); }
auto fields(const PostGuide& i) { return std::tuple(i.opening, i.turns_away); }
auto fields(const RemoveGuide& i) { return std::tuple(i.opening); }
auto fields(const RunSettings& r) {
    return std::tuple(r.max_s, r.sample_s, r.seed, r.door_mode, r.friction, r.push, r.step_s);
}

void check_same(const Distribution& a, const Distribution& b) {
    CHECK(fields(a) == fields(b));
    if (a.kind == DistributionKind::constant) return;  // not cut
    CHECK(a.low == b.low);
    CHECK(a.high == b.high);
}

void check_same(const Earthquake& a, const Earthquake& b) {
    CHECK(a.at_s == b.at_s);
    CHECK(a.shelter_s == b.shelter_s);
    CHECK(a.door_jam_probability == b.door_jam_probability);
    REQUIRE(a.spectrum.has_value() == b.spectrum.has_value());
    const auto motion = [](const CodeSpectrum& s) { return std::tuple(s.intensity, s.level, s.group, s.site); };
    if (a.spectrum) CHECK(motion(*a.spectrum) == motion(*b.spectrum));
    REQUIRE((a.record != nullptr) == (b.record != nullptr));
    if (a.record) CHECK(a.record->accel == b.record->accel);
    CHECK(a.direction_deg == b.direction_deg);
    CHECK(a.lead_s == b.lead_s);
    CHECK(a.calm_s == b.calm_s);
    CHECK(a.trained_share == b.trained_share);
    CHECK(a.near_exit_runs == b.near_exit_runs);
    CHECK(a.damage == b.damage);
    CHECK(a.draw_aftershocks == b.draw_aftershocks);
    const auto equal = [](const Aftershock& x, const Aftershock& y) {
        return x.at_s == y.at_s && x.magnitudes == y.magnitudes;
    };
    CHECK(std::equal(a.aftershocks.begin(), a.aftershocks.end(), b.aftershocks.begin(), b.aftershocks.end(), equal));
}

void check_same(const TimedIncident& a, const TimedIncident& b) {
    CHECK(a.at_s == b.at_s);
    REQUIRE(a.what.index() == b.what.index());
    std::visit([&](const auto& x) { CHECK(fields(x) == fields(std::get<std::decay_t<decltype(x)>>(b.what))); }, a.what);
}

}  // namespace

void check_same(const Scenario& a, const Scenario& b) {
    CHECK(a.key == b.key);
    CHECK(a.name == b.name);
    CHECK(a.description == b.description);
    CHECK(a.mode == b.mode);
    REQUIRE(a.population.profiles.size() == b.population.profiles.size());
    for (std::size_t i = 0; i < a.population.profiles.size(); ++i) {
        CHECK(fields(a.population.profiles[i]) == fields(b.population.profiles[i]));
        check_same(a.population.profiles[i].free_speed, b.population.profiles[i].free_speed);
        check_same(a.population.profiles[i].radius, b.population.profiles[i].radius);
    }
    REQUIRE(a.population.groups.size() == b.population.groups.size());
    for (std::size_t i = 0; i < a.population.groups.size(); ++i) {
        INFO(a.population.groups[i].key);
        CHECK(fields(a.population.groups[i]) == fields(b.population.groups[i]));
        check_same(a.population.groups[i].pre_movement, b.population.groups[i].pre_movement);
    }
    CHECK(fields(a.alarm) == fields(b.alarm));
    CHECK(fields(a.release) == fields(b.release));
    REQUIRE(a.incidents.size() == b.incidents.size());
    for (std::size_t i = 0; i < a.incidents.size(); ++i) check_same(a.incidents[i], b.incidents[i]);
    REQUIRE(a.earthquake.has_value() == b.earthquake.has_value());
    if (a.earthquake) check_same(*a.earthquake, *b.earthquake);
    CHECK(a.smoke.walking == b.smoke.walking);
    CHECK(a.smoke.dose == b.smoke.dose);
    CHECK(a.smoke.irritant == b.smoke.irritant);
    CHECK((a.smoke.outside != nullptr) == (b.smoke.outside != nullptr));
    CHECK(a.rescue.arrives_s == b.rescue.arrives_s);
    CHECK(a.rescue.teams == b.rescue.teams);
    CHECK(a.roll_call_s == b.roll_call_s);
    CHECK(a.target_out_s == b.target_out_s);
    CHECK(fields(a.run) == fields(b.run));
}

}  // namespace muster::scenarios
