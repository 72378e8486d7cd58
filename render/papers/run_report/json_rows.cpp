// SPDX-License-Identifier: Apache-2.0
#include "render/papers/run_report/json_rows.h"

#include <cmath>

#include "render/papers/run_report/codes.h"
#include "render/papers/run_report/derived.h"

namespace muster::papers {

Json name_json(const Name& name) { return Json{{"zh-CN", name.zh}, {"en", name.en}}; }

Json number_json(double value, int decimals) {
    if (!std::isfinite(value)) return nullptr;
    const double unit = std::pow(10.0, decimals);
    return std::round(value * unit) / unit;
}

Json clocks_json(const analysis::Clocks& clocks) {
    const auto clock = [](const std::optional<double>& value) -> Json {
        return value ? number_json(*value, 3) : Json(nullptr);
    };
    return Json{{"alarm", clock(clocks.alarm)},
                {"last_out_of_room", clock(clocks.last_out_of_room)},
                {"last_out_of_building", clock(clocks.last_out_of_building)},
                {"last_at_assembly", clock(clocks.last_at_assembly)},
                {"roll_call_done", clock(clocks.roll_call_done)}};
}

Json headcount_json(const analysis::Headcount& people) {
    return Json{{"total", people.total},
                {"evacuated", people.evacuated},
                {"inside", people.inside},
                {"incapacitated", people.incapacitated},
                {"arrived", people.arrived}};
}

Json flow_json(const std::vector<double>& flow) {
    Json bins = Json::array();
    for (const double value : flow) bins.push_back(number_json(value, 3));
    return bins;
}

namespace {

Json group_keys(const World& world, const std::vector<GroupId>& groups) {
    Json keys = Json::array();
    for (const GroupId g : groups) keys.push_back(world.scenario.population.groups[g.index()].key);
    return keys;
}

}  // namespace

Json bottleneck_json(const ReportInput& input, std::size_t index) {
    const Building& building = input.world->building;
    const analysis::Bottleneck& b = input.ensemble->bottlenecks[index];
    const Level& level = building.level(level_of_place(building, b));
    Json row{{"rank", index + 1},
             {"place", key_of_place(building, b)},
             {"element", b.opening.valid() ? "opening" : "space"},
             {"name", Json{{"zh-CN", text::name_of_place(building, b, text::Lang::zh_cn)},
                           {"en", text::name_of_place(building, b, text::Lang::en)}}},
             {"level", level.key},
             {"kind", code_of(b.kind)},
             {"clear_width_m", number_json(b.clear_width_m, 3)},
             {"persons", b.persons},
             {"lost_person_s", number_json(b.delay_person_s, 1)}};
    if (index < input.ensemble->delay_person_s.size() && input.ensemble->runs.size() > 1) {
        row["lost_person_s_p5"] = number_json(input.ensemble->delay_person_s[index].p5, 1);
        row["lost_person_s_p95"] = number_json(input.ensemble->delay_person_s[index].p95, 1);
    }
    row["peak_density_per_m2"] = number_json(b.peak_density, 2);
    row["peak_time_s"] = number_json(b.peak_time_s, 1);
    row["congested_s"] = number_json(b.congestion_s, 1);
    row["longest_queue"] = b.longest_queue;
    row["waiting_person_s"] = number_json(b.waiting_person_s, 1);
    row["mean_flow_per_s"] = number_json(b.mean_flow, 3);
    row["peak_flow_per_s"] = number_json(b.peak_flow, 3);
    row["peak_pressure_n_per_m"] = number_json(b.peak_pressure, 1);
    row["groups"] = group_keys(*input.world, b.groups);
    return row;
}

std::string json_text(const Json& json) {
    return json.dump(2, ' ', false, nlohmann::detail::error_handler_t::replace) + "\n";
}

}  // namespace muster::papers
