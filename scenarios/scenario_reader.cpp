// SPDX-License-Identifier: Apache-2.0
#include <filesystem>
#include <utility>

#include "scenarios/external_results.h"
#include "scenarios/incident_reader.h"
#include "scenarios/motion_reader.h"
#include "scenarios/order_reader.h"
#include "scenarios/people_reader.h"
#include "scenarios/reader.h"
#include "scenarios/scenario_words.h"

namespace muster::scenarios {

namespace {

Alarm read_alarm(const floorplans::JsonCursor& place, const References& refs) {
    Alarm alarm;
    if (place.missing()) return alarm;
    place.allow_keys({"at_s", "announcement_s", "by", "confirm_s", "watchman", "says_where", "failed"});
    alarm.by_detection = place["by"].word_or(alarm_causes, false);
    alarm.confirm_s = place["confirm_s"].number_or(0.0, longest_s, alarm.confirm_s);
    alarm.watchman = place["watchman"].boolean_or(false);
    alarm.says_where = place["says_where"].boolean_or(false);
    for (const floorplans::JsonCursor& fixture : place["failed"].elements())
        if (const FixtureId id = refs.fixture(fixture); id.valid()) alarm.failed.push_back(id.index());
    alarm.at_s = place["at_s"].number_or(0.0, longest_s, alarm.at_s);
    alarm.announcement_s = place["announcement_s"].number_or(0.0, longest_s, alarm.announcement_s);
    return alarm;
}

SmokeSettings read_smoke(const floorplans::JsonCursor& place, const References& refs, const std::string& folder) {
    SmokeSettings out;
    if (place.missing()) return out;
    place.allow_keys({"walking", "dose", "irritant", "outside_run"});
    out.walking = place["walking"].word_or(out.walking);
    out.dose = place["dose"].word_or(out.dose);
    out.irritant = place["irritant"].boolean_or(false);
    out.outside = read_external_results(place["outside_run"], refs, folder);
    return out;
}

Rescue read_rescue(const floorplans::JsonCursor& place) {
    Rescue out;
    if (place.missing()) return out;
    place.allow_keys({"arrives_s", "teams"});
    out.arrives_s = place["arrives_s"].number_or(0.0, longest_s, out.arrives_s);
    if (place.has("teams")) out.teams = place["teams"].integer(1, 100, out.teams);
    return out;
}

RunSettings read_run(const floorplans::JsonCursor& place) {
    RunSettings run;
    if (place.missing()) return run;
    place.allow_keys({"max_s", "sample_s", "seed", "door_mode", "assumption", "friction", "push", "step_s"});
    run.max_s = place["max_s"].number_or(1.0, longest_s, run.max_s);
    run.sample_s = place["sample_s"].number_or(0.05, 60.0, run.sample_s);
    if (place.has("seed")) run.seed = static_cast<std::uint64_t>(place["seed"].integer(0, 2'147'483'647, 1));
    run.door_mode = place["door_mode"].word_or(run.door_mode);
    run.assumption = place["assumption"].word_or(run.assumption);
    run.friction = place["friction"].number_or(0.0, 1.0, run.friction);
    run.push = place["push"].number_or(0.0, 1.0, run.push);
    run.step_s = place["step_s"].number_or(0.01, 0.1, run.step_s);
    return run;
}

}  // namespace

Checked<Scenario> read_scenario(const floorplans::JsonDocument& document, const Building& building,
                                const RiskMap& risk_map) {
    Checked<Scenario> out;
    const floorplans::JsonCursor root(document, out.findings);
    if (!check_header(root, "muster.scenario")) return out;
    root.allow_keys({"$schema",       "verification", "format",   "schema_version", "id",         "name",
                     "description",   "plan",         "risk_map", "mode",           "profiles",   "people",
                     "people_by_use", "alarm",        "release",  "incidents",      "earthquake", "roll_call_s",
                     "target_out_s",  "run",          "smoke",    "rescue",         "if_shut_in"});
    References refs(building);
    refs.risks = KeyIndex<RiskId>(risk_map.risks);

    Scenario s;
    s.key = root["id"].string();
    s.name = root["name"].name();
    s.description = name_or(root, "description", "");
    (void)root["plan"].string();  // opened by load_world
    if (root.has("risk_map")) (void)root["risk_map"].string();
    s.mode = root["mode"].word_or(s.mode);
    s.population = read_people(root, building, refs);
    s.alarm = read_alarm(root["alarm"], refs);
    const floorplans::JsonCursor release = root["release"];
    if (!release.missing()) {
        release.allow_keys({"policy", "interval_s", "gap_m", "longest_wait_s", "order"});
        s.release = read_release(release, refs);
    }
    s.if_shut_in = root["if_shut_in"].word_or(s.if_shut_in);
    s.incidents = read_incidents(root["incidents"], refs, risk_map);
    s.earthquake = read_earthquake(root["earthquake"], std::filesystem::path(document.file()).parent_path().string());
    s.smoke = read_smoke(root["smoke"], refs, std::filesystem::path(document.file()).parent_path().string());
    s.rescue = read_rescue(root["rescue"]);
    s.roll_call_s = root["roll_call_s"].number_or(0.0, longest_s, s.roll_call_s);
    s.target_out_s = root["target_out_s"].number_or(1.0, longest_s, s.target_out_s);
    s.run = read_run(root["run"]);
    if (!has_errors(out.findings)) out.value = std::move(s);
    return out;
}

}  // namespace muster::scenarios
