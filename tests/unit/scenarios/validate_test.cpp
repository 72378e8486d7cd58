// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>
#include <functional>
#include <limits>

#include "sim/model/world.h"
#include "tests/unit/scenarios/small_site.h"

using namespace muster;
using namespace muster::scenarios;

namespace {

using Change = std::function<void(Building&, Scenario&)>;

Distribution constant(double value) { return {DistributionKind::constant, value}; }

Group group(const Building& site, const std::string& key, const std::string& space, int people) {
    Group g;
    g.key = key;
    g.is_class = true;
    g.space = site.find_space(space);
    g.profile = ProfileId{0u};
    g.teacher_profile = ProfileId{0u};
    g.count = people;
    return g;
}

// Two classes, each with a spot of its own: nothing to complain about.
Scenario sound(const Building& site) {
    Scenario s;
    Profile p;
    p.key = "adult";
    p.free_speed = constant(1.3);
    p.radius = constant(0.18);
    s.population.profiles.push_back(p);
    s.population.groups = {group(site, "a", "r1", 40), group(site, "b", "r2", 40)};
    s.population.groups[0].route.spot = site.find_spot("A1");
    s.population.groups[1].route.spot = site.find_spot("A2");
    return s;
}

Checked<std::shared_ptr<const World>> validated(const Change& change) {
    Building site = small_site();
    Scenario s = sound(site);
    change(site, s);
    return validate(std::move(site), {}, std::move(s));
}

// The one finding that the change brings about; an error leaves no world, a warning does.
Finding only(const Change& change) {
    const auto out = validated(change);
    INFO(codes(out.findings));
    REQUIRE(out.findings.size() == 1);
    CHECK(static_cast<bool>(out.value) == (out.findings[0].severity != Severity::error));
    return out.findings[0];
}

std::string only_code(const Change& change) { return only(change).code; }

Group& first_group(Scenario& s) { return s.population.groups[0]; }
Group& second_group(Scenario& s) { return s.population.groups[1]; }

}  // namespace

TEST_CASE("validate: a sound world has no findings", "[validate]") {
    const auto out = validated([](Building&, Scenario&) {});
    INFO(codes(out.findings));
    CHECK(out.findings.empty());
    REQUIRE(out.value);
    CHECK((*out.value)->scenario.population.total() == 80);
}

TEST_CASE("validate: people need 0.25 m2 of free floor each", "[validate]") {
    // r1 is 63 m2 with a cupboard of 0.4 m2: room for 250.
    const auto with = [](int people) {
        return validated([=](Building&, Scenario& s) { first_group(s).count = people; }).findings;
    };
    CHECK(with(250).empty());
    const Finding f = only([](Building&, Scenario& s) { first_group(s).count = 251; });
    CHECK(f.code == "space.too_many_people");
    CHECK(f.severity == Severity::error);
    CHECK(f.args[2].second == "62.6");
    CHECK(f.args[3].second == "250");
}

TEST_CASE("validate: groups of one room are added up, teachers included", "[validate]") {
    const Finding f = only([](Building& site, Scenario& s) {
        second_group(s).space = site.find_space("r1");
        second_group(s).count = 209;
        second_group(s).teachers = {TeacherPlace::front, TeacherPlace::rear};
    });
    CHECK(f.code == "space.too_many_people");
    CHECK(f.args[1].second == "251");
    CHECK(f.pointer == "/people/1");
}

TEST_CASE("validate: more people than the design capacity is a warning", "[validate]") {
    const Finding f = only([](Building& site, Scenario&) { site.spaces[0].capacity = 39; });
    CHECK(f.code == "space.over_capacity");
    CHECK(f.severity == Severity::warning);
    CHECK(codes(validated([](Building& site, Scenario& s) {
                    site.spaces[0].capacity = 40;  // pupils' places: the two teachers do not count
                    first_group(s).teachers = {TeacherPlace::front, TeacherPlace::rear};
                }).findings)
              .empty());
}

TEST_CASE("validate: a destination has floor for all who are sent to it", "[validate]") {
    // r1 holds 250; its own class leaves it.
    const auto sent = [](int people, int capacity = 0) {
        return [=](Building& site, Scenario& s) {
            site.spaces[0].capacity = capacity;
            second_group(s).space = site.find_space("yard");
            second_group(s).destination = site.find_space("r1");
            second_group(s).count = people;
            second_group(s).teachers = {TeacherPlace::front};
        };
    };
    CHECK(validated(sent(249)).findings.empty());
    const Finding f = only(sent(250));
    CHECK(f.code == "space.too_many_sent");
    CHECK(f.severity == Severity::error);
    CHECK(f.pointer == "/people/1/destination");
    CHECK(f.args[0].second == "r1");
    CHECK(f.args[1].second == "251");
    CHECK(f.args[3].second == "250");
    CHECK(only(sent(41, 40)).code == "space.sent_over_capacity");
    CHECK(validated(sent(40, 40)).findings.empty());
}

TEST_CASE("validate: the number of people is limited and not nought", "[validate]") {
    CHECK(only_code([](Building&, Scenario& s) { s.population.groups.clear(); }) == "scenario.nobody");
    const auto many = validated([](Building& site, Scenario& s) {
        first_group(s).space = site.find_space("yard");
        first_group(s).count = 100'001;
    });
    CHECK(count(many.findings, "scenario.too_many_people") == 1);
    CHECK(only_code([](Building&, Scenario& s) { first_group(s).count = 0; }) == "group.nobody");
    CHECK(only_code([](Building&, Scenario& s) { first_group(s).count = -1; }) == "group.negative_count");
}

TEST_CASE("validate: ids of groups are unique, and every group has a room and a profile", "[validate]") {
    CHECK(only_code([](Building&, Scenario& s) { second_group(s).key = "a"; }) == "group.duplicate_id");
    CHECK(only_code([](Building&, Scenario& s) { second_group(s).space = {}; }) == "group.no_space");
    CHECK(only_code([](Building&, Scenario& s) { second_group(s).profile = {}; }) == "group.no_profile");
    const Finding f = only([](Building&, Scenario& s) {
        second_group(s).key = "a";
        second_group(s).pointer = "/people_by_use/0";
    });
    CHECK(f.pointer == "/people_by_use/0");
}

TEST_CASE("validate: profiles stay within what bodies can be and do", "[validate]") {
    const auto profile = [](auto change) {
        return only_code([=](Building&, Scenario& s) { change(s.population.profiles[0]); });
    };
    CHECK(profile([](Profile& p) { p.free_speed = constant(0.0); }) == "profile.speed_out_of_range");
    CHECK(profile([](Profile& p) {
              p.free_speed = {DistributionKind::normal, 1.3, 0.2};
          }) == "profile.speed_out_of_range");
    CHECK(profile([](Profile& p) { p.radius = constant(0.9); }) == "profile.radius_out_of_range");
    CHECK(profile([](Profile& p) { p.radius = constant(std::numeric_limits<double>::quiet_NaN()); }) ==
          "profile.radius_out_of_range");
    CHECK(profile([](Profile& p) { p.stair_up_factor = 0.0; }) == "profile.stair_factor_out_of_range");
}

TEST_CASE("validate: given positions lie in the room, outside furniture, and apart", "[validate]") {
    const auto at = [](std::vector<Vec2> places) {
        return only([=](Building&, Scenario& s) { first_group(s).positions = places; });
    };
    CHECK(at({{1, 1}, {9.5, 1}}).code == "group.position_outside");
    CHECK(at({{1, 1}, {9.5, 1}}).pointer == "/people/0/positions/1");
    CHECK(at({{0.3, 5.5}}).code == "group.position_in_obstacle");
    CHECK(at({{1, 1}, {3, 3}, {1.1, 1}}).code == "group.positions_overlap");
    CHECK(only_code([](Building&, Scenario& s) {
              first_group(s).count = 1;
              first_group(s).positions = {{1, 1}, {2, 2}};
          }) == "group.too_many_positions");
}

TEST_CASE("validate: a room without a way out is an error, a locked one a warning", "[validate]") {
    const auto vault = validated([](Building& site, Scenario& s) {
        first_group(s).space = site.find_space("vault");
        first_group(s).route = {};
        first_group(s).is_class = false;
    });
    CHECK(codes(vault.findings) == "group.no_way_out at /people/0\n");
    const auto locked = validated([](Building& site, Scenario& s) {
        site.openings[site.find_opening("e1").index()].state = DoorState::locked;
        first_group(s).route = second_group(s).route = {};
        first_group(s).is_class = second_group(s).is_class = false;
    });
    CHECK(codes(locked.findings) == "group.locked_in at /people/0\ngroup.locked_in at /people/1\n");
    CHECK(locked.value);
}

TEST_CASE("validate: a locked exit that the scenario unlocks is a way out", "[validate]") {
    const auto out = validated([](Building& site, Scenario& s) {
        const OpeningId exit = site.find_opening("e1");
        site.openings[exit.index()].state = DoorState::locked;
        s.incidents.push_back({30.0, SetOpening{exit, DoorState::closed}});
    });
    CHECK(codes(out.findings).empty());
}

TEST_CASE("validate: an assigned route fits the room and leads somewhere", "[validate]") {
    const auto route = [](std::size_t who, auto change) {
        return only([=](Building& site, Scenario& s) { change(site, s.population.groups[who].route); });
    };
    const Finding door = route(0, [](Building& b, Route& r) { r.door = b.find_opening("d2"); });
    CHECK(door.code == "route.door_not_of_room");
    CHECK(door.pointer == "/people/0/route/door");
    CHECK(route(0, [](Building& b, Route& r) { r.exit = b.find_opening("d1"); }).code == "route.not_an_exit");
    CHECK(route(1, [](Building& b, Route& r) { r.spot = b.find_spot("A1"); }).code == "route.spot_shared");
    const Finding stair = route(0, [](Building& b, Route& r) {
        b.levels.push_back({"F3", {}, 7.2, 3});
        b.spaces[b.find_space("r1").index()].level = LevelId{2u};
        r.stair = b.find_stair("ST1");
    });
    CHECK(stair.code == "route.stair_not_on_level");
}

TEST_CASE("validate: routes through locked doors are warnings, routes that do not exist are errors", "[validate]") {
    const auto locked = [](const char* opening, auto change) {
        return codes(validated([&](Building& site, Scenario& s) {
                         site.openings[site.find_opening(opening).index()].state = DoorState::locked;
                         change(site, s);
                     }).findings);
    };
    CHECK(locked("d1", [](Building& b, Scenario& s) { first_group(s).route.door = b.find_opening("d1"); }) ==
          "route.opening_locked at /people/0/route/door\n");
    CHECK(locked("foot1", [](Building& b, Scenario& s) { second_group(s).route.exit = b.find_opening("e1"); }) ==
          "group.locked_in at /people/1\nroute.exit_locked_off at /people/1/route/exit\n"
          "route.spot_locked_off at /people/1/route/spot\n");
    const auto apart = validated([](Building& site, Scenario& s) {
        site.openings.pop_back();  // head1, the last: without it the upper storey is cut off
        site.spaces[site.find_space("flight1").index()].flight.reset();
        site.stairs[0].flights = {site.find_space("flight1")};
        site.seal();
        second_group(s).route.stair = StairId{0u};
        second_group(s).route.exit = site.find_opening("e1");
    });
    for (const char* code :
         {"group.no_way_out", "route.stair_unreachable", "route.exit_unreachable", "route.spot_unreachable"})
        CHECK(count(apart.findings, code) == 1);
}

TEST_CASE("validate: a destination is another room that can be reached", "[validate]") {
    const auto to = [](const char* room) {
        return codes(validated([=](Building& site, Scenario& s) {
                         first_group(s).destination = site.find_space(room);
                         first_group(s).route = {};
                     }).findings);
    };
    CHECK(to("r2").empty());
    CHECK(to("r1") == "group.destination_is_start at /people/0\n");
    CHECK(to("vault") == "group.destination_unreachable at /people/0/destination\n");
}

TEST_CASE("validate: classes without a spot are counted in one finding", "[validate]") {
    const Finding f = only([](Building&, Scenario& s) { first_group(s).route = second_group(s).route = {}; });
    CHECK(f.code == "route.classes_without_spot");
    CHECK(f.args[0].second == "2");
    CHECK(codes(validated([](Building& site, Scenario& s) {
                    site.spots.clear();
                    site.assembly_areas.clear();
                    first_group(s).route = second_group(s).route = {};
                }).findings)
              .empty());
}

TEST_CASE("validate: the order of release names every class once", "[validate]") {
    const auto order = [](ReleasePolicy policy, std::vector<GroupId> groups) {
        return codes(validated([=](Building&, Scenario& s) {
                         s.release.policy = policy;
                         s.release.interval_s = 5.0;
                         s.release.order = groups;
                     }).findings);
    };
    const GroupId a{0u}, b{1u};
    CHECK(order(ReleasePolicy::stagger, {b, a}).empty());
    CHECK(order(ReleasePolicy::class_by_class, {}).empty());
    CHECK(order(ReleasePolicy::stagger, {b}) == "release.order_incomplete at /release/order\n");
    CHECK(order(ReleasePolicy::class_by_class, {a, b, a}) == "release.order_repeats at /release/order/2\n");
    CHECK(order(ReleasePolicy::by_storey, {a, b}) == "release.order_ignored at /release/order\n");
    CHECK(order(ReleasePolicy::stagger, {a, b, {}}) == "release.no_such_group at /release/order/2\n");
    CHECK(only_code([](Building&, Scenario& s) { s.release.policy = ReleasePolicy::by_storey; }) ==
          "release.no_interval");
    CHECK(only_code([=](Building&, Scenario& s) {
              s.release = {ReleasePolicy::class_by_class, 0.0, 3.0, {a, b}};
              second_group(s).is_class = false;
          }) == "release.not_a_class");
}

TEST_CASE("validate: times and settings stay within their ranges", "[validate]") {
    const auto setting = [](auto change) { return only([=](Building&, Scenario& s) { change(s); }).pointer; };
    const double nan = std::numeric_limits<double>::quiet_NaN();
    CHECK(setting([](Scenario& s) { s.run.max_s = 1e9; }) == "/run/max_s");
    CHECK(setting([](Scenario& s) { s.run.sample_s = 0.0; }) == "/run/sample_s");
    CHECK(setting([=](Scenario& s) { s.run.friction = nan; }) == "/run/friction");
    CHECK(setting([](Scenario& s) { s.roll_call_s = -1.0; }) == "/roll_call_s");
    CHECK(setting([](Scenario& s) { s.alarm.at_s = -5.0; }) == "/alarm/at_s");
    CHECK(setting([](Scenario& s) { s.release.gap_m = -5.0; }) == "/release/gap_m");
    CHECK(setting([](Scenario& s) {
              s.earthquake = Earthquake{0.0, 60.0, 1.5};
          }) == "/earthquake/door_jam_probability");
    CHECK(setting([](Scenario& s) { s.earthquake = Earthquake{0.0, -60.0, 0.0}; }) == "/earthquake/shelter_s");
    CHECK(setting([=](Scenario& s) { s.population.groups[0].sets_off_s = nan; }) == "/people/0");
    CHECK(setting([=](Scenario& s) { s.population.groups[0].pre_movement = constant(nan); }) == "/people/0");
}

TEST_CASE("validate: what would come after the end of the run is pointed out", "[validate]") {
    const auto late = [](auto change) { return only_code([=](Building&, Scenario& s) { change(s); }); };
    CHECK(late([](Scenario& s) { s.alarm.at_s = 1801.0; }) == "alarm.after_end");
    CHECK(late([](Scenario& s) { s.target_out_s = 1801.0; }) == "scenario.target_after_end");
    CHECK(late([](Scenario& s) { s.earthquake = Earthquake{1790.0, 60.0, 0.0}; }) == "earthquake.after_end");
    CHECK(late([](Scenario& s) { s.population.groups[0].sets_off_s = 1900.0; }) == "group.waits_past_end");
    CHECK(late([](Scenario& s) { s.incidents.push_back({1900.0, LightsOut{}}); }) == "incident.after_end");
    const auto brief = validated([](Building&, Scenario& s) {
        s.run.max_s = 2.0;
        s.run.sample_s = 3.0;
    });
    CHECK(count(brief.findings, "run.sample_longer_than_run") == 1);
}

TEST_CASE("validate: incidents on impossible things are found", "[validate]") {
    const auto happens = [](auto make) {
        return only([=](Building& site, Scenario& s) { s.incidents.push_back({1.0, make(site)}); });
    };
    CHECK(happens([](Building& b) {
              return SetOpening{b.find_opening("hole"), DoorState::locked};
          }).code == "incident.nothing_to_shut");
    CHECK(happens([](Building&) { return BlockOpening{}; }).code == "incident.no_place");
    CHECK(happens([](Building&) { return CloseSpace{}; }).code == "incident.no_place");
    CHECK(happens([](Building&) { return StartFire{}; }).code == "incident.no_place");
    CHECK(happens([](Building& b) {
              return StartFire{{}, b.find_space("yard"), 0.0};
          }).code == "incident.fire_outdoors");
    const auto burning = [](double kw, double m2) {
        return [=](const Building&) {
            return StartFire{{}, SpaceId{0u}, 0.0, {}, DesignFire{FireGrowth::fast, kw, m2, 0.0, FuelKind::wood, {}}};
        };
    };
    CHECK(happens(burning(1000.0, 5000.0)).code == "incident.fire_larger_than_room");
    CHECK(happens(burning(90000.0, 2.0)).code == "incident.fire_too_hot");
    CHECK(happens([](Building& b) {
              return SlowSpace{b.find_space("c1"), 0.0};
          }).code == "scenario.value_out_of_range");
    CHECK(happens([](Building& b) {
              return PersonFalls{b.find_space("c1"), -1.0};
          }).code == "scenario.value_out_of_range");
    CHECK(happens([](Building& b) {
              return ObstructOpening{b.find_opening("e1"), 1.6};
          }).code == "incident.obstructs_nothing");
    CHECK(happens([](Building& b) {
              return ObstructOpening{b.find_opening("e1"), 0.1};
          }).code == "incident.nobody_passes");
    CHECK(happens([](Building& b) { return ObstructOpening{b.find_opening("e1"), 0.1}; }).pointer == "/incidents/0");
}
