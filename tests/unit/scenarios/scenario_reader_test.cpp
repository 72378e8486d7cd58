// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>
#include <cmath>

#include "sim/model/distribution.h"
#include "tests/unit/scenarios/small_site.h"

using namespace muster;
using namespace muster::scenarios;

namespace {

// A scenario that must be read without any finding.
Scenario read_well(const std::string& text, const RiskMap& map = {}) {
    auto read = read_scenario_text(text, small_site(), map);
    INFO(codes(read.findings));
    REQUIRE(read.findings.empty());
    REQUIRE(read.value);
    return std::move(*read.value);
}

Findings findings_of(const std::string& text) { return read_scenario_text(text, small_site()).findings; }

Distribution distribution_from(const std::string& distribution) {
    return read_well(scenario_text(one_class(R"(, "pre_movement": )" + distribution)))
        .population.groups[0]
        .pre_movement;
}

}  // namespace

TEST_CASE("scenario reader: everything left out has the defaults of the model", "[scenario]") {
    const Scenario s = read_well(scenario_text(one_class()));
    const Scenario d;
    CHECK(s.mode == d.mode);
    CHECK(s.alarm.announcement_s == d.alarm.announcement_s);
    CHECK(s.release.policy == d.release.policy);
    CHECK(s.release.gap_m == d.release.gap_m);
    CHECK(s.run.max_s == d.run.max_s);
    CHECK(s.run.sample_s == d.run.sample_s);
    CHECK(s.run.seed == d.run.seed);
    CHECK(s.run.friction == d.run.friction);
    CHECK(s.roll_call_s == d.roll_call_s);
    CHECK(s.target_out_s == d.target_out_s);
    CHECK_FALSE(s.earthquake);
    const Group& g = s.population.groups.at(0);
    CHECK(g.name.zh == "a");
    CHECK(g.sets_off_s < 0.0);
    CHECK_FALSE(g.destination.valid());
    CHECK(range_of(g.pre_movement).low == 0.0);
    CHECK(range_of(g.pre_movement).high == 0.0);
    CHECK(g.pointer == "/people/0");
}

TEST_CASE("scenario reader: a class keeps its teachers, route, law and profiles", "[scenario]") {
    const Building site = small_site();
    const Scenario s = read_well(scenario_text(
        R"({"id": "c1", "kind": "class", "name": {"zh-CN": "一（1）班", "en": "Class 1"}, "space": "r2",
            "profile": "primary_6_7", "count": 45, "teachers": ["front", "rear"],
            "pre_movement": {"law": "uniform", "low_s": 2, "high_s": 8},
            "route": {"door": "d2", "stair": "ST1", "exit": "e1", "spot": "A2"}, "positions": [[-6, 1], [-7, 2]]})"));
    const Group& g = s.population.groups.at(0);
    CHECK(g.is_class);
    CHECK(g.name.zh == "一（1）班");
    CHECK(g.space == site.find_space("r2"));
    CHECK(g.count == 45);
    CHECK(g.teachers == std::vector<TeacherPlace>{TeacherPlace::front, TeacherPlace::rear});
    CHECK(g.route ==
          Route{site.find_opening("d2"), site.find_stair("ST1"), site.find_opening("e1"), site.find_spot("A2")});
    CHECK(g.positions == std::vector<Vec2>{{-6, 1}, {-7, 2}});
    CHECK(s.population.profiles.at(g.profile.index()).key == "primary_6_7");
    CHECK(s.population.profiles.at(g.teacher_profile.index()).key == "adult");
    CHECK(s.population.profiles.size() == 2);
    CHECK(s.population.total() == 47);
}

TEST_CASE("scenario reader: positions and risks are moved with the site's origin", "[scenario]") {
    Building site = small_site();
    site.site_origin = {1000, 2000};
    const auto s = read_scenario_text(scenario_text(one_class(R"(, "positions": [[1001, 2002]])")), site);
    REQUIRE(s.value);
    CHECK(s.value->population.groups[0].positions[0] == Vec2{1, 2});
    const auto map = read_risk_text(
        R"({"format": "muster.risk_map", "schema_version": 1, "id": "m", "plan": "p.json", "risks": [
            {"id": "x", "kind": "boiler", "level": 1, "space": "r1", "at": [1004, 2003]}]})",
        site);
    INFO(codes(map.findings));
    REQUIRE(map.value);
    CHECK(map.findings.empty());
    CHECK(*map.value->risks[0].at == Vec2{4, 3});
}

TEST_CASE("scenario reader: each law has its parameters", "[scenario]") {
    CHECK(distribution_from(R"({"law": "constant", "value_s": 3})").a == 3.0);
    const Distribution shifted = distribution_from(R"({"law": "constant", "value_s": 3, "shift_s": 2})");
    CHECK(range_of(shifted).low == 5.0);
    const Distribution normal =
        distribution_from(R"({"law": "normal", "mean_s": 20, "sd_s": 5, "low_s": 10, "high_s": 40})");
    CHECK(normal.kind == DistributionKind::normal);
    CHECK(range_of(normal).low == 10.0);
    CHECK(range_of(normal).high == 40.0);
    CHECK(distribution_from(R"({"law": "log_normal", "mu": -1.5, "sigma": 0.5})").a == -1.5);
    CHECK(distribution_from(R"({"law": "gamma", "shape": 2, "scale_s": 7})").b == 7.0);
    const Distribution weibull = distribution_from(R"({"law": "weibull", "scale_s": 30, "shape": 1.5})");
    CHECK(weibull.a == 30.0);
    CHECK(weibull.b == 1.5);
}

TEST_CASE("scenario reader: impossible laws are refused", "[scenario]") {
    const auto bad = [](const std::string& distribution) {
        const auto read =
            read_scenario_text(scenario_text(one_class(R"(, "pre_movement": )" + distribution)), small_site());
        INFO(distribution);
        CHECK_FALSE(read.value);
        return read.findings;
    };
    CHECK(count(bad(R"({"law": "uniform", "low_s": 9, "high_s": 2})"), "law.low_above_high") == 1);
    CHECK(count(bad(R"({"law": "normal", "mean_s": 9, "sd_s": 1, "low_s": 9, "high_s": 2})"), "law.low_above_high") ==
          1);
    CHECK(count(bad(R"({"law": "normal", "mean_s": 9})"), "json.missing_key") == 1);
    CHECK(count(bad(R"({"law": "normal", "mean_s": 9, "sd_s": -1})"), "json.out_of_range") == 1);
    CHECK(count(bad(R"({"law": "gamma", "shape": 0, "scale_s": 1})"), "json.out_of_range") == 1);
    CHECK(count(bad(R"({"law": "uniforn", "low_s": 1, "high_s": 2})"), "json.unknown_word") == 1);
    CHECK(count(bad(R"({"law": "constant", "value_s": -3})"), "json.out_of_range") == 1);
}

TEST_CASE("scenario reader: what the plan lacks is named, with the nearest that it has", "[scenario]") {
    const auto route = [](const std::string& part) { return scenario_text(one_class(R"(, "route": {)" + part + "}")); };
    const Finding door = first(findings_of(route(R"("door": "d11")")), "reference.no_such_opening");
    CHECK(door.pointer == "/people/0/route/door");
    CHECK(door.args == std::vector<std::pair<std::string, std::string>>{{"id", "d11"}, {"nearest", "d1"}});
    CHECK(door.line == 1);
    CHECK(count(findings_of(route(R"("stair": "ST9")")), "reference.no_such_stair") == 1);
    CHECK(count(findings_of(route(R"("exit": "zzzzzz")")), "reference.no_such_opening") == 1);
    CHECK(count(findings_of(route(R"("spot": "A3")")), "reference.no_such_spot") == 1);
    const std::string nowhere = R"({"id": "a", "space": "r9", "profile": "adul", "count": 1})";
    CHECK(count(findings_of(scenario_text(nowhere)), "reference.no_such_space") == 1);
    CHECK(count(findings_of(scenario_text(nowhere)), "reference.no_such_profile") == 1);
    const std::string order = R"(, "release": {"policy": "stagger", "interval_s": 9, "order": ["a", "b"]})";
    CHECK(count(findings_of(scenario_text(one_class(), order)), "reference.no_such_group") == 1);
    const std::string fire = R"(, "incidents": [{"at_s": 1, "kind": "fire", "risk": "x"}])";
    CHECK(count(findings_of(scenario_text(one_class(), fire)), "reference.no_such_risk") == 1);
}

TEST_CASE("scenario reader: orders given meanwhile keep what they say", "[scenario]") {
    const Building site = small_site();
    const Scenario s = read_well(scenario_text(one_class(), R"(, "incidents": [
        {"at_s": 1, "kind": "send_group", "group": "a", "route": {"door": "d1", "stair": "ST1", "spot": "A2"}},
        {"at_s": 2, "kind": "release_order", "policy": "stagger", "interval_s": 9, "order": ["a"]},
        {"at_s": 3, "kind": "post_guide", "opening": "d2", "turns_away": false},
        {"at_s": 4, "kind": "hold_group", "group": "a"},
        {"at_s": 5, "kind": "start_shaking"},
        {"at_s": 6, "kind": "silence_alarm"},
        {"at_s": 7, "kind": "lights_on", "spaces": ["r1"]}])"));
    REQUIRE(s.incidents.size() == 7);
    const auto& sent = std::get<SendGroup>(s.incidents[0].what);
    CHECK(sent.group == GroupId{0});
    CHECK(sent.route == Route{site.find_opening("d1"), site.find_stair("ST1"), {}, site.find_spot("A2")});
    const Release& release = std::get<ChangeRelease>(s.incidents[1].what).release;
    CHECK(release.policy == ReleasePolicy::stagger);
    CHECK(release.interval_s == 9.0);
    CHECK(release.order == std::vector<GroupId>{GroupId{0}});
    CHECK(std::get<PostGuide>(s.incidents[2].what).opening == site.find_opening("d2"));
    CHECK_FALSE(std::get<PostGuide>(s.incidents[2].what).turns_away);
    CHECK(std::get<HoldGroup>(s.incidents[3].what).group == GroupId{0});
    CHECK(std::get<StartShaking>(s.incidents[4].what).lasts_s == StartShaking{}.lasts_s);
    CHECK(std::holds_alternative<SilenceAlarm>(s.incidents[5].what));
    CHECK(std::get<LightsOn>(s.incidents[6].what).spaces == std::vector<SpaceId>{site.find_space("r1")});
    const std::string nobody = R"(, "incidents": [{"at_s": 1, "kind": "hold_group", "group": "b"}])";
    CHECK(count(findings_of(scenario_text(one_class(), nobody)), "reference.no_such_group") == 1);
}

TEST_CASE("scenario reader: guides search the rooms of a storey and others named", "[scenario]") {
    const auto with = [](const std::string& searches) {
        return read_scenario_text(scenario_text(one_class(R"(, "searches": )" + searches)), small_site());
    };
    const auto read = with(R"({"levels": ["F1"], "room_s": 4, "limit_s": 90})");
    REQUIRE(read.value);
    const Search& search = read.value->population.groups.front().search;
    CHECK_FALSE(search.rooms.empty());
    CHECK(std::is_sorted(search.rooms.begin(), search.rooms.end()));
    CHECK(search.room_s == 4.0);
    CHECK(search.limit_s == 90.0);
    const auto one = with(R"({"spaces": ["r1"]})");
    REQUIRE(one.value);
    CHECK(one.value->population.groups.front().search.rooms.size() == 1);
    CHECK(count(with(R"({"levels": ["F9"]})").findings, "reference.no_such_level") == 1);
    CHECK(count(with(R"({"spaces": ["r99"]})").findings, "reference.no_such_space") == 1);
    CHECK(count(with(R"({"room_s": -1})").findings, "json.out_of_range") == 1);
}

TEST_CASE("scenario reader: mistakes of many kinds are all found in one go", "[scenario]") {
    const Findings f = findings_of(scenario_text(
        R"({"id": "a", "space": "r1", "profile": "adult", "count": -4, "techers": ["front"]},
           {"space": "r1", "profile": "adult", "count": 2.5}, 17, {"id": "", "space": 3, "profile": null, "count": 1})",
        R"(, "mode": "dril", "run": {"max_s": -1, "door_mode": 3}, "alarm": [])"));
    INFO(codes(f));
    CHECK(count(f, "json.unknown_key") == 1);
    CHECK(count(f, "json.out_of_range") == 2);
    CHECK(count(f, "json.missing_key") >= 1);
    CHECK(count(f, "json.empty_string") == 1);
    CHECK(count(f, "json.unknown_word") == 1);
    CHECK(count(f, "json.wrong_type") >= 5);
}

TEST_CASE("scenario reader: a document of another format or version is refused", "[scenario]") {
    CHECK(count(findings_of(R"({"format": "muster.plan", "schema_version": 1})"), "scenario.wrong_format") == 1);
    CHECK(count(findings_of(R"({"schema_version": 1})"), "json.missing_key") == 1);
    CHECK(count(findings_of(R"({"format": "muster.scenario", "schema_version": 2})"), "scenario.wrong_version") == 1);
    CHECK(has_errors(findings_of("[]")));
    CHECK(has_errors(findings_of("17")));
    CHECK(has_errors(findings_of("")));
}

TEST_CASE("scenario reader: people by use fill the rooms of that use which people leave empty", "[scenario]") {
    const Building site = small_site();
    const std::string by_use = R"(, "people_by_use": [{"use": "classroom", "persons_per_m2": 0.7, "max": 42,
        "profile": "primary_8_9", "teachers": ["front"]}], "release": {"policy": "stagger", "interval_s": 5,
        "order": ["classroom:r2", "a"]})";
    const Scenario s = read_well(scenario_text(one_class(), by_use));
    REQUIRE(s.population.groups.size() == 2);
    const Group& filled = s.population.groups[1];
    CHECK(filled.key == "classroom:r2");
    CHECK(filled.name == site.space(site.find_space("r2")).name);
    CHECK(filled.space == site.find_space("r2"));
    CHECK(filled.is_class);
    CHECK(filled.count == static_cast<int>(std::floor(std::min(42.0, 0.7 * 7.94 * 7.0))));
    CHECK(filled.pointer == "/people_by_use/0");
    CHECK(s.release.order == std::vector<GroupId>{GroupId{1u}, GroupId{0u}});

    const std::string corridor = R"("use": "corridor", "persons_per_m2": 0.1, "profile": "adult")";
    const Scenario two = read_well(
        R"({"format": "muster.scenario", "schema_version": 1, "id": "s", "name": "s", "plan": "p", "people_by_use": [{)" +
        corridor + "}]}");
    CHECK(two.population.groups.size() == 2);
    CHECK_FALSE(two.population.groups[0].is_class);

    CHECK(count(findings_of(scenario_text("", R"(, "people_by_use": [{)" + corridor + "}, {" + corridor + "}]")),
                "people.use_repeated") == 1);
    const std::string none = R"(, "people_by_use": [{"use": "nursery", "persons_per_m2": 1, "profile": "adult"}])";
    CHECK(count(findings_of(scenario_text(one_class(), none)), "people.use_fills_nothing") == 1);
}

TEST_CASE("scenario reader: every incident is read", "[scenario]") {
    const Building site = small_site();
    RiskMap map;
    map.risks.push_back({});
    map.risks[0].key = "gas";
    map.risks[0].space = site.find_space("r2");
    const Scenario s = read_well(scenario_text(one_class(), R"(, "incidents": [
        {"at_s": 1, "kind": "set_opening", "opening": "e1", "state": "locked"},
        {"at_s": 2, "kind": "block_opening", "opening": "d1"},
        {"at_s": 3, "kind": "close_space", "space": "c1"},
        {"at_s": 4, "kind": "lights_out", "spaces": ["c1", "flight1"], "speed_factor": 0.4},
        {"at_s": 5, "kind": "slow_space", "space": "c1"},
        {"at_s": 6, "kind": "person_falls", "space": "flight1", "down_s": 12},
        {"at_s": 7, "kind": "obstruct_opening", "opening": "e1", "clear_width_m": 0.8},
        {"at_s": 8, "kind": "fire", "risk": "gas", "room_closes_after_s": 30}],
        "earthquake": {"at_s": 5, "shelter_s": 30, "door_jam_probability": 0.02})"),
                                 map);
    REQUIRE(s.incidents.size() == 8);
    for (std::size_t i = 0; i < 8; ++i) {
        CHECK(s.incidents[i].at_s == static_cast<double>(i + 1));
        CHECK(s.incidents[i].what.index() == i);
    }
    CHECK(std::get<SetOpening>(s.incidents[0].what).state == DoorState::locked);
    CHECK(std::get<BlockOpening>(s.incidents[1].what).blocked);
    CHECK(std::get<LightsOut>(s.incidents[3].what).spaces.size() == 2);
    CHECK(std::get<SlowSpace>(s.incidents[4].what).speed_factor == 0.7);
    CHECK(std::get<PersonFalls>(s.incidents[5].what).down_s == 12.0);
    CHECK(std::get<ObstructOpening>(s.incidents[6].what).clear_width_m == 0.8);
    const auto& fire = std::get<StartFire>(s.incidents[7].what);
    CHECK(fire.risk == RiskId{0u});
    CHECK(fire.space == site.find_space("r2"));
    CHECK(fire.smoke);
    CHECK(!fire.fire);  // follows from the use of the space when it burns
    REQUIRE(s.earthquake);
    CHECK(s.earthquake->door_jam_probability == 0.02);
    CHECK(count(findings_of(scenario_text(one_class(), R"(, "incidents": [{"at_s": 8, "kind": "fire"}])")),
                "incident.fire_nowhere") == 1);
}

TEST_CASE("scenario reader: a profile of one's own is used, and may replace a standard one", "[scenario]") {
    const std::string tired = R"({"id": "tired", "free_speed": {"law": "normal", "mean": 0.8, "sd": 0.1, "low": 0.5,
        "high": 1.1}, "radius": {"law": "constant", "value": 0.2}, "source": "made up"})";
    const std::string person = R"({"id": "a", "space": "r1", "profile": "tired", "count": 3})";
    const Scenario s = read_well(scenario_text(person, R"(, "profiles": [)" + tired + "]"));
    const Profile& p = s.population.profiles.at(s.population.groups[0].profile.index());
    CHECK(p.key == "tired");
    CHECK(p.free_speed.a == 0.8);
    CHECK(p.stair_down_factor == 0.7);
    CHECK(count(findings_of(scenario_text(person, R"(, "profiles": [)" + tired + "," + tired + "]")),
                "profile.duplicate_id") == 1);
    std::string adult = tired;
    adult.replace(adult.find("tired"), 5, "adult");
    const auto read = read_scenario_text(
        scenario_text(one_class(R"(, "teachers": ["front"])"), R"(, "profiles": [)" + adult + "]"), small_site());
    REQUIRE(read.value);
    CHECK(first(read.findings, "profile.replaces_standard").severity == Severity::note);
    CHECK(read.value->population.profiles.at(read.value->population.groups[0].teacher_profile.index()).source ==
          "made up");
}

TEST_CASE("scenario reader: the order of members does not matter", "[scenario]") {
    const auto a = read_well(R"({"format": "muster.scenario", "schema_version": 1, "id": "s", "name": "s", "plan": "p",
        "release": {"policy": "stagger", "interval_s": 3, "order": ["a"]}, "people": [)" +
                             one_class() + "]}");
    CHECK(a.release.order.size() == 1);
}

TEST_CASE("standard profiles: each is within plausible limits and says where it comes from", "[profiles]") {
    const auto profiles = standard_profiles();
    REQUIRE(profiles.size() == 10);
    for (const Profile& p : profiles) {
        INFO(p.key);
        CHECK(range_of(p.free_speed).low >= 0.2);
        CHECK(range_of(p.free_speed).high <= 2.2);
        CHECK(range_of(p.radius).low >= 0.08);
        CHECK(range_of(p.radius).high <= 0.25);
        CHECK(p.source.find("uncalibrated") != std::string::npos);
        CHECK_FALSE(p.name.zh.empty());
        CHECK_FALSE(p.name.en.empty());
        CHECK(p.mass_kg >= 10.0);
    }
}

// The published figures the profiles stand on, recomputed from the profiles (speed on the level, speed down a flight).
TEST_CASE("standard profiles: mean speeds are those of their sources", "[profiles]") {
    struct Expected {
        const char* key;
        double level, down;
    };
    for (const Expected& e : {Expected{"kindergarten_3_4", 0.86, 0.57}, Expected{"kindergarten_5_6", 0.90, 0.63},
                              Expected{"primary_6_7", 1.02, 0.85}, Expected{"primary_8_9", 1.02, 0.85},
                              Expected{"adult", 1.34, 0.94}, Expected{"impaired", 0.61, 0.42}}) {
        INFO(e.key);
        const auto all = standard_profiles();
        const auto p = std::find_if(all.begin(), all.end(), [&](const Profile& q) { return q.key == e.key; });
        REQUIRE(p != all.end());
        CHECK(mean(p->free_speed) == Approx(e.level).margin(0.005));
        CHECK(mean(p->free_speed) * p->stair_down_factor == Approx(e.down).margin(0.01));
    }
}

TEST_CASE("a design fire takes what the file says and the rest from the room's use", "[scenarios]") {
    const Scenario s = read_well(scenario_text(one_class(), R"(, "incidents": [
        {"at_s": 1, "kind": "fire", "space": "r1", "growth": "fast", "peak_kw": 900},
        {"at_s": 2, "kind": "fire", "space": "r1", "growth": "table", "table": [[0, 0], [60, 300], [90, 200]]},
        {"at_s": 3, "kind": "exhaust", "space": "c1", "flow_m3_s": 2.5}],
        "alarm": {"by": "detection", "confirm_s": 12}, "smoke": {"walking": "fridolf", "dose": "iso_13571"})"));
    const DesignFire& first = *std::get<StartFire>(s.incidents[0].what).fire;
    CHECK(first.growth == FireGrowth::fast);
    CHECK(first.peak_kw == 900.0);
    CHECK(first.fuel_load_mj > 0.0);
    const DesignFire& second = *std::get<StartFire>(s.incidents[1].what).fire;
    CHECK(second.table.size() == 3);
    CHECK(second.peak_kw == 300.0);
    CHECK(std::get<StartExhaust>(s.incidents[2].what).flow_m3_s == 2.5);
    CHECK(s.alarm.by_detection);
    CHECK(s.alarm.confirm_s == 12.0);
    CHECK(s.smoke.walking == SmokeWalking::fridolf);
    CHECK(s.smoke.dose == DoseModel::iso_13571);
    const auto bad = [](const std::string& members) {
        return findings_of(scenario_text(
            one_class(), R"(, "incidents": [{"at_s": 8, "kind": "fire", "space": "r1", )" + members + "}]"));
    };
    CHECK(count(bad(R"("growth": "table")"), "incident.fire_table") == 1);
    CHECK(count(bad(R"("growth": "table", "table": [[9, 0], [9, 3]])"), "incident.fire_table") >= 1);
    CHECK(count(findings_of(scenario_text(one_class(), R"(, "alarm": {"failed": ["nothing"]})")),
                "reference.no_such_fixture") == 1);
}
