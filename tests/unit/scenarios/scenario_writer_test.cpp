// SPDX-License-Identifier: Apache-2.0
#include "scenarios/scenario_writer.h"

#include <catch2/catch.hpp>
#include <filesystem>

#include "scenarios/scenario_changes.h"
#include "tests/support/paths.h"
#include "tests/support/run_world.h"
#include "tests/support/temporary_folder.h"
#include "tests/unit/scenarios/same_scenario.h"
#include "tests/unit/scenarios/small_site.h"

using namespace muster;
using namespace muster::scenarios;
using namespace muster::testing;

namespace {

namespace fs = std::filesystem;

std::vector<fs::path> all_scenarios() {
    std::vector<fs::path> out;
    for (const char* folder : {"scenarios/library", "tests/verification/cases"})
        for (const auto& entry : fs::directory_iterator(fs::path(source_file()) / folder))
            if (entry.path().string().ends_with(".scenario.json")) out.push_back(entry.path());
    std::sort(out.begin(), out.end());
    return out;
}

floorplans::JsonDocument parsed(const std::string& text, const std::string& file = "test.json") {
    auto document = floorplans::JsonDocument::parse(text, file);
    INFO(codes(document.findings));
    REQUIRE(document);
    return std::move(*document.value);
}

// Rooms r1 and r2 of small_site with a class each, and a switch room on the risk map.
struct Site {
    Building building = small_site();
    RiskMap map;
    std::string text;

    explicit Site(const std::string& more = "") {
        Risk risk;
        risk.key = "switch";
        risk.space = building.find_space("c1");
        risk.at = Vec2{1.0, 8.0};
        map.risks.push_back(risk);
        text = scenario_text(
            one_class(R"(, "pre_movement": {"law": "uniform", "low_s": 1, "high_s": 4}, "teachers": ["front"])") +
                R"(, {"id": "b", "kind": "class", "space": "r2", "profile": "primary_8_9", "count": 30})",
            R"(, "alarm": {"at_s": 2}, "run": {"max_s": 120})" + more);
    }
    [[nodiscard]] Scenario scenario() const { return read(text); }
    [[nodiscard]] Scenario read(const std::string& of) const {
        auto checked = read_scenario_text(of, building, map);
        INFO(of << codes(checked.findings));
        REQUIRE(checked);
        return std::move(*checked.value);
    }
    [[nodiscard]] std::shared_ptr<const World> world(const Scenario& s) const {
        auto checked = validate(building, map, s);
        INFO(codes(checked.findings));
        REQUIRE(checked);
        return *checked.value;
    }
    [[nodiscard]] std::string print(const Scenario& s) const {
        engine::Simulation simulation(engine::prepare(world(s)), 1);
        simulation.run();
        return simulation.outcome().fingerprint.text();
    }
};

struct Given {
    const char* kind;
    Incident incident;
};

std::vector<Given> one_of_each(const Building& b) {
    const OpeningId d1 = b.find_opening("d1"), e1 = b.find_opening("e1");
    const SpaceId r1 = b.find_space("r1"), c1 = b.find_space("c1");
    DesignFire design;
    design.growth = FireGrowth::table;
    design.table = {{0.0, 100.0}, {30.0, 800.0 / 3.0}};
    design.peak_kw = 800.0 / 3.0;
    return {{"set_opening", SetOpening{d1, DoorState::locked}},
            {"block_opening", BlockOpening{d1, true}},
            {"close_space", CloseSpace{b.find_space("flight1")}},
            {"lights_out", LightsOut{{c1}, 0.4}},
            {"slow_space", SlowSpace{c1, 0.6}},
            {"person_falls", PersonFalls{c1, 12.5}},
            {"obstruct_opening", ObstructOpening{e1, 0.7}},
            {"fire", StartFire{RiskId{0}, c1, 5.0, Vec2{1.0 / 3.0, 8.1}, design, true}},
            {"exhaust", StartExhaust{c1, 1.1}},
            {"gas_leak", GasLeak{r1, LeakGas::chlorine, 0.0173, 40.0, Vec2{2.2, 3.3}}},
            {"ignition", IgniteGas{r1}}};
}

}  // namespace

TEST_CASE("scenario writer: what is written of every scenario we have reads as the same scenario",
          "[scenarios][property][slow]") {
    int read = 0;
    for (const fs::path& path : all_scenarios()) {
        INFO(path);
        const auto loaded = load_world(path.string());
        REQUIRE(loaded);
        const World& world = *loaded.value->world;
        const auto document = floorplans::JsonDocument::load(path.string());
        const std::string text =
            write_scenario(world.scenario, world.building, world.risk_map, files_of(*document.value));
        const auto again = read_scenario(parsed(text, path.string()), world.building, world.risk_map);
        INFO(text << codes(again.findings));
        REQUIRE(again);
        CHECK(std::all_of(again.findings.begin(), again.findings.end(),
                          [](const Finding& f) { return f.severity == Severity::note; }));
        check_same(world.scenario, *again.value);
        ++read;
    }
    CHECK(read > 100);
}

TEST_CASE("scenario writer: a file that has not changed is saved byte for byte", "[scenarios][property][slow]") {
    for (const fs::path& path : all_scenarios()) {
        INFO(path);
        const auto loaded = load_world(path.string());
        REQUIRE(loaded);
        const World& world = *loaded.value->world;
        const std::string text = content_of(path.string());
        const auto saved = rewrite_scenario(parsed(text, path.string()), text, world.scenario, world.building,
                                            world.risk_map, path.string());
        CHECK(saved.kept_form);
        CHECK(saved.text == text);
    }
}

TEST_CASE("scenario writer: each kind of incident that was added is saved as one line and repeats the run",
          "[scenarios]") {
    const Site site(
        ",\n\"incidents\": [\n  {\"at_s\": 1, \"kind\": \"slow_space\", \"space\": \"yard\", \"note\": 1}\n]");
    const std::string before = site.print(site.scenario());
    for (const Given& given : one_of_each(site.building)) {
        INFO(given.kind);
        ScenarioChanges changes;
        if (std::holds_alternative<IgniteGas>(given.incident))
            changes.incidents.push_back({2.0, GasLeak{site.building.find_space("r1"), LeakGas::lpg, 0.9, 1e9, {}}});
        changes.incidents.push_back({9.000001, given.incident});
        const Scenario meant = changed(site.scenario(), changes);
        const auto saved = rewrite_scenario(parsed(site.text), site.text, meant, site.building, site.map, "test.json");
        INFO(saved.text);
        CHECK(saved.kept_form);
        CHECK(saved.text.find("\"note\": 1") != std::string::npos);
        CHECK(std::count(saved.text.begin(), saved.text.end(), '\n') ==
              std::count(site.text.begin(), site.text.end(), '\n') + static_cast<long>(changes.incidents.size()));
        CHECK(saved.text.find("\"kind\": \"" + std::string(given.kind) + "\"") != std::string::npos);
        const Scenario read = site.read(saved.text);
        check_same(meant, read);
        const std::string print = site.print(read);
        CHECK(print == site.print(meant));
        CHECK(print != before);
    }
}

TEST_CASE("scenario writer: an incident saved for the time of a command moves people as the command did",
          "[scenarios]") {
    const Site site;
    for (const double at_s : {6.0, 7.53}) {
        for (const Given& given : one_of_each(site.building)) {
            INFO(given.kind << " at " << at_s);
            engine::Simulation live(engine::prepare(site.world(site.scenario())), 1);
            live.advance_to(instant_for_command(SimTime::from_seconds(at_s)));
            REQUIRE_FALSE(live.check(given.incident));
            ScenarioChanges changes;
            changes.incidents.push_back({live.now().seconds(), given.incident});
            live.submit(given.incident);
            live.run();
            const auto saved = rewrite_scenario(parsed(site.text), site.text, changed(site.scenario(), changes),
                                                site.building, site.map, "test.json");
            engine::Simulation again(engine::prepare(site.world(site.read(saved.text))), 1);
            again.run();
            for (const auto what : {Fingerprint::positions, Fingerprint::crossings})
                CHECK(live.outcome().fingerprint.of(what) == again.outcome().fingerprint.of(what));
        }
    }
}

TEST_CASE("scenario writer: alarm, orders, routes and guides are saved into the rows they belong to", "[scenarios]") {
    const Site site;
    ScenarioChanges changes;
    changes.alarm = Alarm{12.5, 3.0, true, 20.0, true, {}};
    changes.release = Release{ReleasePolicy::stagger, 15.0, 3.0, {GroupId{1}, GroupId{0}}};
    changes.groups.push_back({GroupId{0}, Route{site.building.find_opening("hole"), {}, {}, {}}, {}, {}});
    changes.groups.push_back(
        {GroupId{1}, {}, Distribution{DistributionKind::log_normal, 2.5, 0.4, 1.0, 2.0, 60.0}, 3.25});
    Scenario base = site.scenario();
    Group guide;
    guide.key = "guide_1";
    guide.name = {"楼梯口引导员", "Guide at the stair"};
    guide.space = site.building.find_space("c1");
    guide.count = 1;
    guide.profile = guide.teacher_profile = profile_named(base.population, "adult");
    guide.positions = {{0.5, 8.0}};
    changes.more_groups.push_back(guide);
    const Scenario meant = changed(base, changes);
    const auto saved = rewrite_scenario(parsed(site.text), site.text, meant, site.building, site.map, "test.json");
    INFO(saved.text);
    CHECK(saved.kept_form);
    CHECK(saved.text.find("\"profiles\"") == std::string::npos);  // standard ones stay named
    check_same(meant, site.read(saved.text));
    CHECK(site.print(site.read(saved.text)) == site.print(meant));
}

TEST_CASE("scenario writer: saved in another folder, a scenario finds its plan and risk map", "[scenarios]") {
    const TemporaryFolder temporary;
    const fs::path from = fs::path(source_file()) / "scenarios/library/two_rooms_fire.scenario.json";
    const auto loaded = load_world(from.string());
    REQUIRE(loaded);
    const World& world = *loaded.value->world;
    const std::string text = content_of(from.string()), to = temporary.file("我的情景.scenario.json");
    const auto saved =
        rewrite_scenario(parsed(text, from.string()), text, world.scenario, world.building, world.risk_map, to);
    CHECK(saved.kept_form);
    std::ofstream(to) << saved.text;
    const auto again = load_world(to);
    INFO(saved.text << codes(again.findings));
    REQUIRE(again);
    check_same(world.scenario, again.value->world->scenario);
}

TEST_CASE("scenario writer: a changed group of people_by_use is written out, unchanged ones stay by use",
          "[scenarios]") {
    const Building site = small_site();
    const std::string text =
        R"({"format": "muster.scenario", "schema_version": 1, "id": "s", "name": "s", "plan": "p.json",
 "people_by_use": [{"use": "classroom", "persons_per_m2": 0.5, "profile": "primary_6_7"}]})";
    auto read = read_scenario_text(text, site);
    REQUIRE(read);
    REQUIRE(read.value->population.groups.size() == 2);
    Scenario quiet = *read.value, routed = *read.value;
    quiet.alarm.at_s = 5.0;
    routed.population.groups[1].company = "a";
    const auto by_use = rewrite_scenario(parsed(text), text, quiet, site, {}, "test.json");
    CHECK(by_use.kept_form);
    CHECK(by_use.text.find("people_by_use") != std::string::npos);
    CHECK(by_use.text.find("\"people\"") == std::string::npos);
    const auto written_out = rewrite_scenario(parsed(text), text, routed, site, {}, "test.json");
    CHECK_FALSE(written_out.kept_form);
    auto again = read_scenario_text(written_out.text, site);
    REQUIRE(again);
    check_same(routed, *again.value);
}
