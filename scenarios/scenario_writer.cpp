// SPDX-License-Identifier: Apache-2.0
#include "scenarios/scenario_writer.h"

#include <algorithm>
#include <filesystem>
#include <nlohmann/json.hpp>

#include "floorplans/json_cursor.h"
#include "floorplans/json_merge.h"
#include "floorplans/json_text.h"
#include "scenarios/incident_writer.h"
#include "scenarios/order_writer.h"
#include "scenarios/people_writer.h"
#include "scenarios/reader.h"
#include "scenarios/scenario_words.h"

namespace muster::scenarios {

namespace {

namespace fs = std::filesystem;

class ScenarioWriter {
public:
    ScenarioWriter(const Scenario& scenario, const Building& building, const RiskMap& risk_map,
                   const ScenarioFiles& files)
        : s_(scenario), b_(building), map_(risk_map), files_(files) {}

    [[nodiscard]] std::string write() const {
        floorplans::JsonPage page;
        page.text("format", "muster.scenario").value("schema_version", 1).text("id", s_.key);
        page.raw("name", floorplans::json_name(s_.name));
        if (!(s_.description == Name{})) page.raw("description", floorplans::json_name(s_.description));
        page.text("plan", files_.plan);
        if (!files_.risk_map.empty()) page.text("risk_map", files_.risk_map);
        page.text("mode", word_of(s_.mode));
        if (const auto own = own_profile_rows(s_.population); !own.empty()) page.table("profiles", own);
        page.table("people", group_rows(s_.population, b_));
        page.raw("alarm", alarm()).raw("release", release());
        if (s_.if_shut_in != WhenShutIn::gather) page.text("if_shut_in", word_of(s_.if_shut_in));
        if (!s_.incidents.empty()) page.table("incidents", incidents());
        if (s_.earthquake) page.raw("earthquake", earthquake(*s_.earthquake));
        if (const std::string how = smoke(); how != "{}") page.raw("smoke", how);
        if (const std::string who = rescue(); who != "{}") page.raw("rescue", who);
        page.value("roll_call_s", s_.roll_call_s).value("target_out_s", s_.target_out_s).raw("run", run());
        return page.str();
    }

private:
    [[nodiscard]] std::string alarm() const {
        const Alarm& a = s_.alarm;
        const Alarm usual;
        floorplans::JsonRow row;
        row.value("at_s", a.at_s).value("announcement_s", a.announcement_s);
        if (a.by_detection) row.text("by", word_in(alarm_causes, a.by_detection));
        if (a.confirm_s != usual.confirm_s) row.value("confirm_s", a.confirm_s);
        if (a.watchman) row.flag("watchman", true);
        if (a.says_where) row.flag("says_where", true);
        std::vector<std::string> failed;
        for (const std::size_t i : a.failed) failed.push_back(floorplans::json_quoted(b_.fixtures[i].key));
        if (!failed.empty()) row.raw("failed", floorplans::json_list(failed));
        return row.str();
    }
    [[nodiscard]] std::string release() const {
        floorplans::JsonRow row;
        add_release(row, s_.release, s_.population);
        return row.str();
    }
    [[nodiscard]] std::vector<std::string> incidents() const {
        std::vector<std::string> rows;
        for (const TimedIncident& i : s_.incidents) rows.push_back(incident_row(i, s_.population, b_, map_));
        return rows;
    }
    [[nodiscard]] std::string motion(const Earthquake& q) const {
        if (!q.spectrum) return files_.record;
        const CodeSpectrum usual;
        floorplans::JsonRow row;
        row.text("intensity", word_in(intensities, q.spectrum->intensity));
        row.text("level", word_of(q.spectrum->level));
        if (q.spectrum->group != usual.group) row.value("group", q.spectrum->group);
        if (q.spectrum->site != usual.site) row.text("site", word_of(q.spectrum->site));
        return row.str();
    }
    [[nodiscard]] std::string earthquake(const Earthquake& q) const {
        const Earthquake usual;
        floorplans::JsonRow row;
        row.value("at_s", q.at_s);
        if (!q.shakes() || q.shelter_s != usual.shelter_s) row.value("shelter_s", q.shelter_s);
        if (q.door_jam_probability != 0.0) row.value("door_jam_probability", q.door_jam_probability);
        if (q.shakes()) row.raw("motion", motion(q));
        if (q.direction_deg != 0.0) row.value("direction_deg", q.direction_deg);
        if (q.lead_s != 0.0) row.value("lead_s", q.lead_s);
        if (q.calm_s != usual.calm_s) row.value("calm_s", q.calm_s);
        if (q.trained_share != usual.trained_share) row.value("trained_share", q.trained_share);
        if (q.near_exit_runs) row.flag("near_exit_runs", true);
        if (!q.damage) row.flag("damage", false);
        std::vector<std::string> shocks;
        for (const Aftershock& a : q.aftershocks)
            shocks.push_back(floorplans::JsonRow().value("at_s", a.at_s).value("magnitudes", a.magnitudes).str());
        if (!shocks.empty()) row.raw("aftershocks", floorplans::json_list(shocks));
        if (q.draw_aftershocks) row.flag("draw_aftershocks", true);
        return row.str();
    }
    [[nodiscard]] std::string smoke() const {
        floorplans::JsonRow row;
        if (s_.smoke.walking != SmokeWalking::frantzich_nilsson) row.text("walking", word_of(s_.smoke.walking));
        if (s_.smoke.dose != DoseModel::purser) row.text("dose", word_of(s_.smoke.dose));
        if (s_.smoke.irritant) row.flag("irritant", true);
        if (s_.smoke.outside && !files_.external_results.empty()) row.raw("outside_run", files_.external_results);
        return row.str();
    }
    [[nodiscard]] std::string rescue() const {
        const Rescue usual;
        floorplans::JsonRow row;
        if (s_.rescue.arrives_s != usual.arrives_s) row.value("arrives_s", s_.rescue.arrives_s);
        if (s_.rescue.teams != usual.teams) row.value("teams", s_.rescue.teams);
        return row.str();
    }
    [[nodiscard]] std::string run() const {
        const RunSettings& r = s_.run;
        const RunSettings usual;
        floorplans::JsonRow row;
        row.value("max_s", r.max_s).value("sample_s", r.sample_s).value("seed", static_cast<double>(r.seed));
        row.text("door_mode", word_of(r.door_mode));
        if (r.assumption != usual.assumption) row.text("assumption", word_of(r.assumption));
        if (r.friction != usual.friction) row.value("friction", r.friction);
        if (r.push != usual.push) row.value("push", r.push);
        if (r.step_s != usual.step_s) row.value("step_s", r.step_s);
        return row.str();
    }

    const Scenario& s_;
    const Building& b_;
    const RiskMap& map_;
    const ScenarioFiles& files_;
};

// The member `path[0]`.`path[1]` of a document, "" when it is no string.
std::string text_at(const nlohmann::json& root, const char* key) {
    const auto it = root.is_object() ? root.find(key) : root.end();
    return it != root.end() && it->is_string() ? it->get<std::string>() : std::string{};
}

nlohmann::json object_at(const nlohmann::json& root, const char* outer, const char* inner) {
    if (!root.is_object() || !root.contains(outer) || !root[outer].is_object()) return {};
    const nlohmann::json& in = root[outer];
    return in.contains(inner) && in[inner].is_object() ? in[inner] : nlohmann::json{};
}

std::string relative_path(const std::string& file, const fs::path& from, const fs::path& to) {
    if (file.empty() || fs::path(file).is_absolute()) return file;
    return (from / file).lexically_normal().lexically_relative(to.lexically_normal()).generic_string();
}

// A JSON object one of whose members is a path.
std::string moved_member(const std::string& object, const char* key, const fs::path& from, const fs::path& to) {
    nlohmann::json value = nlohmann::json::parse(object, nullptr, false);
    const std::string file = text_at(value, key);
    if (file.empty()) return object;
    value[key] = relative_path(file, from, to);
    return value.dump();
}

std::string folder_of(const std::string& path) { return fs::absolute(path).parent_path().string(); }

}  // namespace

ScenarioFiles files_of(const floorplans::JsonDocument& scenario) {
    const nlohmann::json& root = scenario.root();
    ScenarioFiles files{text_at(root, "plan"), text_at(root, "risk_map"), {}, {}};
    const nlohmann::json motion = object_at(root, "earthquake", "motion");
    if (motion.contains("record")) files.record = motion.dump();
    const nlohmann::json outside = object_at(root, "smoke", "outside_run");
    if (!outside.is_null()) files.external_results = outside.dump();
    return files;
}

ScenarioFiles moved(const ScenarioFiles& files, const std::string& from_folder, const std::string& to_folder) {
    if (from_folder == to_folder) return files;
    const fs::path from(from_folder), to(to_folder);
    return {relative_path(files.plan, from, to), relative_path(files.risk_map, from, to),
            moved_member(files.record, "record", from, to), moved_member(files.external_results, "folder", from, to)};
}

std::string write_scenario(const Scenario& scenario, const Building& building, const RiskMap& risk_map,
                           const ScenarioFiles& files) {
    return ScenarioWriter(scenario, building, risk_map, files).write();
}

RewrittenScenario rewrite_scenario(const floorplans::JsonDocument& original, const std::string& original_text,
                                   const Scenario& after, const Building& building, const RiskMap& risk_map,
                                   const std::string& path) {
    const ScenarioFiles old_files = files_of(original);
    const ScenarioFiles files = moved(old_files, folder_of(original.file()), folder_of(path));
    const std::string anew = write_scenario(after, building, risk_map, files);
    const Checked<Scenario> before = read_scenario(original, building, risk_map);
    if (!before) return {anew, false};
    const std::string merged =
        floorplans::merge_json(original_text, write_scenario(*before.value, building, risk_map, old_files), anew);
    const auto as_read = [&](const std::string& text) {
        const Checked<floorplans::JsonDocument> document = floorplans::JsonDocument::parse(text, path);
        if (!document) return std::string();
        const Checked<Scenario> read = read_scenario(*document.value, building, risk_map);
        const bool left_over = std::any_of(read.findings.begin(), read.findings.end(), [](const Finding& f) {
            return f.code == "people.use_fills_nothing";  // its groups are written one by one now
        });
        return read && !left_over ? write_scenario(*read.value, building, risk_map, files_of(*document.value))
                                  : std::string();
    };
    const std::string kept = as_read(merged);
    if (kept.empty() || kept != as_read(anew)) return {anew, false};
    return {merged, true};
}

}  // namespace muster::scenarios
