// SPDX-License-Identifier: Apache-2.0
#include <filesystem>
#include <utility>

#include "scenarios/external_results.h"
#include "scenarios/incident_reader.h"
#include "scenarios/motion_reader.h"
#include "scenarios/order_reader.h"
#include "scenarios/people_reader.h"
#include "scenarios/reader.h"

namespace muster::scenarios {

namespace {

Alarm read_alarm(const floorplans::JsonCursor& place, const References& refs) {
    Alarm alarm;
    if (place.missing()) return alarm;
    place.allow_keys({"at_s", "announcement_s", "by", "confirm_s", "watchman", "failed"});
    alarm.by_detection = place.has("by") && place["by"].word({"time", "detection"}) == 1;
    alarm.confirm_s = number_or(place, "confirm_s", 0.0, longest_s, alarm.confirm_s);
    alarm.watchman = place.has("watchman") && place["watchman"].boolean();
    for (const floorplans::JsonCursor& fixture : place["failed"].elements())
        if (const FixtureId id = refs.fixture(fixture); id.valid()) alarm.failed.push_back(id.index());
    alarm.at_s = number_or(place, "at_s", 0.0, longest_s, alarm.at_s);
    alarm.announcement_s = number_or(place, "announcement_s", 0.0, longest_s, alarm.announcement_s);
    return alarm;
}

SmokeSettings read_smoke(const floorplans::JsonCursor& place, const References& refs, const std::string& folder) {
    SmokeSettings out;
    if (place.missing()) return out;
    place.allow_keys({"walking", "dose", "irritant", "outside_run"});
    if (place.has("walking"))
        if (const int word = place["walking"].word({"frantzich_nilsson", "jin", "jin_irritant", "fridolf"}); word >= 0)
            out.walking = static_cast<SmokeWalking>(word);
    if (place.has("dose") && place["dose"].word({"purser", "iso_13571"}) == 1) out.dose = DoseModel::iso_13571;
    out.irritant = place.has("irritant") && place["irritant"].boolean();
    out.outside = read_external_results(place["outside_run"], refs, folder);
    return out;
}

Rescue read_rescue(const floorplans::JsonCursor& place) {
    Rescue out;
    if (place.missing()) return out;
    place.allow_keys({"arrives_s", "teams"});
    out.arrives_s = number_or(place, "arrives_s", 0.0, longest_s, out.arrives_s);
    if (place.has("teams")) out.teams = place["teams"].integer(1, 100, out.teams);
    return out;
}

RunSettings read_run(const floorplans::JsonCursor& place) {
    RunSettings run;
    if (place.missing()) return run;
    place.allow_keys({"max_s", "sample_s", "seed", "door_mode", "friction", "push", "step_s"});
    run.max_s = number_or(place, "max_s", 1.0, longest_s, run.max_s);
    run.sample_s = number_or(place, "sample_s", 0.05, 60.0, run.sample_s);
    if (place.has("seed")) run.seed = static_cast<std::uint64_t>(place["seed"].integer(0, 2'147'483'647, 1));
    if (place.has("door_mode") && place["door_mode"].word({"realistic", "regulation"}) == 1)
        run.door_mode = DoorMode::regulation;
    run.friction = number_or(place, "friction", 0.0, 1.0, run.friction);
    run.push = number_or(place, "push", 0.0, 1.0, run.push);
    run.step_s = number_or(place, "step_s", 0.01, 0.1, run.step_s);
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
                     "target_out_s",  "run",          "smoke",    "rescue"});
    References refs(building);
    refs.risks = KeyIndex<RiskId>(risk_map.risks);

    Scenario s;
    s.key = root["id"].string();
    s.name = root["name"].name();
    s.description = name_or(root, "description", "");
    (void)root["plan"].string();  // opened by load_world
    if (root.has("risk_map")) (void)root["risk_map"].string();
    if (root.has("mode") && root["mode"].word({"drill", "real"}) == 1) s.mode = RunMode::real;
    s.population = read_people(root, building, refs);
    s.alarm = read_alarm(root["alarm"], refs);
    const floorplans::JsonCursor release = root["release"];
    if (!release.missing()) {
        release.allow_keys({"policy", "interval_s", "gap_m", "order"});
        s.release = read_release(release, refs);
    }
    s.incidents = read_incidents(root["incidents"], refs, risk_map);
    s.earthquake = read_earthquake(root["earthquake"], std::filesystem::path(document.file()).parent_path().string());
    s.smoke = read_smoke(root["smoke"], refs, std::filesystem::path(document.file()).parent_path().string());
    s.rescue = read_rescue(root["rescue"]);
    s.roll_call_s = number_or(root, "roll_call_s", 0.0, longest_s, s.roll_call_s);
    s.target_out_s = number_or(root, "target_out_s", 1.0, longest_s, s.target_out_s);
    s.run = read_run(root["run"]);
    if (!has_errors(out.findings)) out.value = std::move(s);
    return out;
}

}  // namespace muster::scenarios
