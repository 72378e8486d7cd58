// SPDX-License-Identifier: Apache-2.0
#include "tests/unit/scenarios/same_scenario.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <iomanip>
#include <sstream>
#include <tuple>

#include "sim/model/incident_kinds.h"

namespace muster::scenarios {

namespace {

auto fields(const Distribution& l) { return std::tuple(l.kind, l.a, l.b, l.shift); }
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
    return std::tuple(a.at_s, a.announcement_s, a.by_detection, a.confirm_s, a.watchman, a.says_where, a.failed);
}
auto fields(const Release& r) { return std::tuple(r.policy, r.interval_s, r.gap_m, r.order, r.longest_wait_s); }

// What an incident consists of, member by member. A leak without an end lasts as long as a file can say.
class MemberTexts {
public:
    void place(const char* key, auto id) { add(key, id.value); }
    void places(const char* key, const std::vector<SpaceId>& ids) {
        for (const SpaceId id : ids) place(key, id);
    }
    void number(const char* key, double value, MemberRange) { add(key, value); }
    void usual(const char* key, double value, MemberRange) { add(key, value); }
    void grams(const char* key, double value, MemberRange) { add(key, value); }
    void until_end(const char* key, double value, MemberRange range) { add(key, std::min(value, range.high)); }
    void flag(const char* key, bool value) { add(key, value); }
    void word(const char* key, auto value) { add(key, static_cast<int>(value)); }
    void point(const char* key, const std::optional<Vec2>& at) {
        if (at) add(key, at->x), add(key, at->y);
    }
    void route(const char* key, const Route& r) {
        add(key, r.door.value), add(key, r.stair.value), add(key, r.exit.value), add(key, r.spot.value);
    }
    void release(const Release& r) {
        add("policy", static_cast<int>(r.policy)), add("interval_s", r.interval_s), add("gap_m", r.gap_m);
        if (r.longest_wait_s) add("longest_wait_s", *r.longest_wait_s);
        for (const GroupId g : r.order) add("order", g.value);
    }
    void fire(const StartFire& i) {
        add("risk", i.risk.value), add("space", i.space.value), add("closes", i.room_closes_after_s);
        point("at", i.at);
        flag("smoke", i.smoke);
        if (!i.fire) return;
        const DesignFire& f = *i.fire;
        word("growth", f.growth), word("fuel", f.fuel);
        add("peak", f.peak_kw), add("area", f.area_m2), add("load", f.fuel_load_mj);
        for (const auto& [s, kw] : f.table) add("s", s), add("kw", kw);
    }
    [[nodiscard]] std::string text() const { return text_.str(); }

private:
    void add(const char* key, auto value) { text_ << key << ' ' << std::setprecision(17) << value << '\n'; }
    std::ostringstream text_;
};

template <class Kind>
std::string member_texts(const Kind& incident) {
    MemberTexts texts;
    IncidentKind<Kind>::members(incident, texts);
    return texts.text();
}

auto fields(const RunSettings& r) {
    return std::tuple(r.max_s, r.sample_s, r.seed, r.door_mode, r.assumption, r.friction, r.push, r.step_s);
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
    const auto texts = [](const auto& x) { return member_texts(x); };
    CHECK(std::visit(texts, a.what) == std::visit(texts, b.what));
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
    CHECK(a.if_shut_in == b.if_shut_in);
    CHECK(a.roll_call_s == b.roll_call_s);
    CHECK(a.target_out_s == b.target_out_s);
    CHECK(fields(a.run) == fields(b.run));
}

}  // namespace muster::scenarios
