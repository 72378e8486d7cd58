// SPDX-License-Identifier: Apache-2.0
#include "tools/office/documents/stored_ensemble.h"

#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>

#include "render/papers/run_report/codes.h"

namespace muster::documents {

namespace {

using nlohmann::json;

json read_json(const std::filesystem::path& path) {
    std::ifstream file(path, std::ios::binary);
    return json::parse(file);
}

std::optional<double> clock(const json& clocks, const char* key) {
    const json& value = clocks.at(key);
    return value.is_null() ? std::nullopt : std::optional(value.get<double>());
}

analysis::RunAnalysis run_of(const json& row) {
    analysis::RunAnalysis run;
    run.seed = row.at("seed").get<std::uint64_t>();
    const json &clocks = row.at("clocks_s"), &people = row.at("people");
    run.clocks = {clock(clocks, "alarm"), clock(clocks, "last_out_of_room"), clock(clocks, "last_out_of_building"),
                  clock(clocks, "last_at_assembly"), clock(clocks, "roll_call_done")};
    run.people = {people.at("total").get<int>(), people.at("evacuated").get<int>(), people.at("inside").get<int>(),
                  people.at("incapacitated").get<int>(), people.at("arrived").get<int>()};
    run.falls = row.at("falls").get<int>();
    run.replaced = row.at("replaced").get<int>();
    run.exposure_person_s = row.at("critical_person_s").get<double>();
    return run;
}

analysis::BottleneckKind kind_from(const std::string& code) {
    for (int kind = 0; kind <= static_cast<int>(analysis::BottleneckKind::space); ++kind)
        if (papers::code_of(static_cast<analysis::BottleneckKind>(kind)) == code)
            return static_cast<analysis::BottleneckKind>(kind);
    return analysis::BottleneckKind::space;
}

std::vector<GroupId> groups_of(const json& keys, const World& world) {
    std::vector<GroupId> ids;
    const std::vector<Group>& groups = world.scenario.population.groups;
    for (const json& key : keys)
        for (std::size_t g = 0; g < groups.size(); ++g)
            if (groups[g].key == key.get<std::string>()) ids.push_back(GroupId{g});
    return ids;
}

analysis::Bottleneck bottleneck_of(const json& row, const World& world) {
    analysis::Bottleneck b;
    const auto number = [&](const char* key) { return row.at(key).is_null() ? 0.0 : row.at(key).get<double>(); };
    const std::string place = row.at("place").get<std::string>();
    if (row.at("element") == "opening")
        b.opening = world.building.find_opening(place);
    else
        b.space = world.building.find_space(place);
    b.kind = kind_from(row.at("kind").get<std::string>());
    b.clear_width_m = number("clear_width_m");
    b.persons = row.at("persons").get<int>();
    b.delay_person_s = number("lost_person_s");
    b.peak_density = number("peak_density_per_m2");
    b.peak_time_s = number("peak_time_s");
    b.congestion_s = number("congested_s");
    b.longest_queue = row.at("longest_queue").get<int>();
    b.waiting_person_s = number("waiting_person_s");
    b.mean_flow = number("mean_flow_per_s");
    b.peak_flow = number("peak_flow_per_s");
    b.peak_pressure = number("peak_pressure_n_per_m");
    b.groups = groups_of(row.at("groups"), world);
    return b;
}

analysis::Ensemble all_of(const std::filesystem::path& folder, const store::StoredRun& run) {
    const json summary = read_json(folder / "summary.json"), places = read_json(folder / "bottlenecks.json");
    std::vector<analysis::RunAnalysis> runs{analysis::analyse(run.trace)};
    for (const json& row : summary.at("runs"))
        if (analysis::RunAnalysis one = run_of(row); one.seed != runs.front().seed) runs.push_back(std::move(one));
    analysis::Ensemble all = analysis::combine(std::move(runs));
    all.bottlenecks.clear();
    all.delay_person_s.clear();
    for (const json& row : places.at("bottlenecks")) {
        analysis::Bottleneck b = bottleneck_of(row, *run.loaded.world);
        if (!b.opening.valid() && !b.space.valid()) continue;
        all.delay_person_s.push_back(
            {b.delay_person_s, row.value("lost_person_s_p5", 0.0), row.value("lost_person_s_p95", 0.0)});
        all.bottlenecks.push_back(std::move(b));
    }
    return all;
}

}  // namespace

Checked<analysis::Ensemble> read_ensemble(const std::string& folder, const store::StoredRun& run) {
    Checked<analysis::Ensemble> out;
    if (run.runs < 2) {
        out.value = analysis::combine({analysis::analyse(run.trace)});
        return out;
    }
    try {
        out.value = all_of(folder, run);
    } catch (const json::exception&) {
        out.findings.push_back({Severity::error, "stored.no_run", "", folder, 0, {{"file", folder}}});
    }
    return out;
}

}  // namespace muster::documents
