// SPDX-License-Identifier: Apache-2.0
#include "render/papers/run_report/summary.h"

#include "render/papers/run_report/codes.h"
#include "render/papers/run_report/derived.h"
#include "render/papers/run_report/json_rows.h"
#include "render/text/catalogue.h"
#include "sim/analysis/run_figures.h"
#include "sim/base/constants.h"

namespace muster::papers {

namespace {

constexpr std::size_t max_bottlenecks = 20;  // all of them are in bottlenecks.json

Json spread_clocks(const analysis::ClockSpread& clocks, double analysis::Spread::*part) {
    const auto of = [&](const std::optional<analysis::Spread>& spread) -> std::optional<double> {
        if (!spread) return std::nullopt;
        return (*spread).*part;
    };
    return clocks_json({of(clocks.alarm), of(clocks.last_out_of_room), of(clocks.last_out_of_building),
                        of(clocks.last_at_assembly), of(clocks.roll_call_done)});
}

Json search_json(const analysis::SearchOutcome& search, const Building& building) {
    Json found = Json::array();
    for (const analysis::FoundRoom& r : search.found)
        found.push_back(Json{{"space", building.space(r.space).key},
                             {"people", r.people},
                             {"first_s", number_json(r.first_s, 1)},
                             {"last_s", number_json(r.last_s, 1)}});
    return Json{{"rooms_searched", search.rooms_searched}, {"found", std::move(found)}};
}

Json quake_json(const analysis::QuakeOutcome& q, const Building& building) {
    const auto clock = [](const std::optional<double>& t) { return t ? number_json(*t, 1) : Json(nullptr); };
    Json shocks = Json::array(), harms = Json::array();
    for (const QuakeRecord& s : q.shocks) {
        Json floors = Json::array(), drift = Json::array();
        for (const FloorShaking& f : s.floors) {
            Json jma = Json::array(), china = Json::array();
            for (const float i : f.running_jma) jma.push_back(number_json(static_cast<double>(i), 1));
            for (const float i : f.running_china) china.push_back(number_json(static_cast<double>(i), 1));
            floors.push_back(Json{{"peak_acceleration_m_s2", number_json(f.peak_accel, 3)},
                                  {"peak_velocity_m_s", number_json(f.peak_velocity, 3)},
                                  {"jma", number_json(f.jma, 1)},
                                  {"china", number_json(f.china, 1)},
                                  {"running_jma", std::move(jma)},
                                  {"running_china", std::move(china)}});
        }
        for (const double d : s.drift) drift.push_back(number_json(d, 5));
        shocks.push_back(Json{{"at_s", number_json(s.at_s, 1)},
                              {"aftershock", s.aftershock},
                              {"period_s", number_json(s.period_s, 3)},
                              {"running_every_s", number_json(s.every_s, 3)},
                              {"furniture_slid", s.slid},
                              {"farthest_slid_m", number_json(s.farthest_slid_m, 2)},
                              {"floors", floors},
                              {"drift", drift}});
    }
    for (const analysis::QuakeHarm& h : q.harms) {
        Json row{{"kind", code_of(h.kind)}, {"people", h.people}, {"shut_in", h.shut_in}};
        if (h.opening.valid()) row["opening"] = building.opening(h.opening).key;
        if (h.space.valid()) row["space"] = building.space(h.space).key;
        if (h.item.valid()) row["item"] = building.obstacle(h.item).key;
        if (h.state > 0) row["state"] = h.state;
        harms.push_back(row);
    }
    return Json{{"warned_s", clock(q.warned_s)},
                {"order_s", clock(q.order_s)},
                {"power_lost", q.power_lost},
                {"struck", q.struck},
                {"thrown", q.thrown},
                {"doors_forced", q.doors_forced},
                {"shocks", shocks},
                {"harms", harms}};
}

Json smoke_json(const analysis::SmokeOutcome& smoke, const Building& building) {
    const auto clock = [](const std::optional<double>& t) { return t ? number_json(*t, 1) : Json(nullptr); };
    Json spaces = Json::array();
    for (const analysis::SpaceSmoke& s : smoke.spaces)
        spaces.push_back(Json{{"space", building.space(s.space).key},
                              {"smoke_at_s", clock(s.reached_s)},
                              {"lost_at_s", clock(s.lost_s)},
                              {"because_of", s.why ? Json(code_of(*s.why)) : Json(nullptr)},
                              {"last_person_s", clock(s.last_person_s)},
                              {"margin_s", clock(s.margin_s())},
                              {"persons_when_lost", s.inside_when_lost},
                              {"hottest_layer_c", number_json(s.hottest_k - zero_celsius_k, 0)},
                              {"most_co_ppm", number_json(s.worst_co_ppm, 0)}});
    return Json{{"first_detector_s", clock(smoke.detected_s)},
                {"call_point_s", clock(smoke.call_point_s)},
                {"peak_heat_kw", number_json(smoke.peak_heat_w / 1000.0, 1)},
                {"slowed", smoke.slowed},
                {"turned_back", smoke.turned_back},
                {"sheltering", smoke.sheltering},
                {"trapped", smoke.trapped},
                {"incapacitated", smoke.incapacitated},
                {"greatest_dose", number_json(smoke.doses.empty() ? 0.0 : static_cast<double>(smoke.doses.back()), 3)},
                {"spaces", std::move(spaces)}};
}

Json runs_json(const ReportInput& input) {
    Json rows = Json::array();
    for (std::size_t i = 0; i < input.runs.size(); ++i) {
        const RunFacts& facts = input.runs[i];
        Json row{
            {"seed", facts.seed},
            {"fingerprint", facts.fingerprint},
            {"simulated_s", number_json(facts.simulated_s, 3)},
            {"wall_s", number_json(facts.wall_s, 4)},
            {"real_time_factor", facts.wall_s > 0.0 ? number_json(facts.simulated_s / facts.wall_s, 2) : Json(nullptr)},
            {"everybody_accounted_for", facts.everybody_accounted_for},
            {"ran_out_of_time", facts.ran_out_of_time}};
        for (const auto& [part, wall_s] : facts.parts_s) row["parts_s"][part] = number_json(wall_s, 4);
        if (i < input.ensemble->runs.size()) {
            const analysis::RunAnalysis& run = input.ensemble->runs[i];
            row["people"] = headcount_json(run.people);
            row["clocks_s"] = clocks_json(run.clocks);
            row["falls"] = run.falls;
            row["replaced"] = run.replaced;
            row["critical_person_s"] = number_json(run.exposure_person_s, 1);
            const analysis::RunFigures figures = analysis::figures_of(run, 0.0);
            row["peak_density_per_m2"] = number_json(figures.peak_density, 3);
            row["peak_pressure_n_m"] = number_json(figures.peak_pressure, 1);
            for (const analysis::RescuedRoom& r : run.rescue)
                row["rescue"].push_back(Json{{"space", input.world->building.space(r.space).key},
                                             {"led", r.led},
                                             {"carried", r.carried},
                                             {"found_s", r.found_s ? number_json(*r.found_s, 0) : Json(nullptr)},
                                             {"out_s", r.out_s ? number_json(*r.out_s, 0) : Json(nullptr)}});
            if (run.search) row["search"] = search_json(*run.search, input.world->building);
            if (run.quake) row["earthquake"] = quake_json(*run.quake, input.world->building);
            if (run.smoke) row["smoke"] = smoke_json(*run.smoke, input.world->building);
        }
        rows.push_back(std::move(row));
    }
    return rows;
}

// What a run must never do: lose somebody, move somebody by hand, leave somebody stuck. Sums over the runs.
Json account_json(const ReportInput& input) {
    const Account account = account_of(input);
    return Json{
        {"lost_in_runs", account.lost_in_runs}, {"put_back", account.put_back}, {"left_inside", account.left_inside}};
}

Json convergence_json(const analysis::ConvergenceState& state, std::size_t runs) {
    const analysis::ConvergenceLimits limits;
    const auto row = [](double last, double limit) { return Json{{"last", number_json(last, 5)}, {"limit", limit}}; };
    return Json{{"converged", state.converged},
                {"runs", runs},
                {"in_a_row", limits.in_a_row},
                {"held_for", state.held_for},
                {"total_time_change", row(state.total_time, limits.total_time)},
                {"deviation_change", row(state.deviation, limits.deviation)},
                {"curve_distance", row(state.distance, limits.distance)},
                {"curve_projection", row(state.projection, limits.projection)},
                {"curve_secant", row(state.secant, limits.secant)}};
}

std::string_view code_of_verdict(Verdict verdict) {
    switch (verdict) {
        case Verdict::met:
            return "met";
        case Verdict::met_by_median:
            return "met_by_median";
        case Verdict::missed:
            return "missed";
        case Verdict::people_left:
            return "people_left";
    }
    return "";
}

Json target_json(const ReportInput& input) {
    const double signal = signal_s(input);
    const auto out = since_signal(input.ensemble->clocks.last_out_of_building, signal);
    const Verdict verdict = verdict_of(input);
    return Json{{"clock", "last_out_of_building"},
                {"from_signal_at_s", number_json(signal, 3)},
                {"limit_s", input.world->scenario.target_out_s},
                {"median_s", out ? number_json(out->median, 3) : Json(nullptr)},
                {"p95_s", out ? number_json(out->p95, 3) : Json(nullptr)},
                {"verdict", code_of_verdict(verdict)},
                {"met", verdict == Verdict::met || verdict == Verdict::met_by_median}};
}

Json findings_json(const Findings& findings) {
    Json rows = Json::array();
    for (const Finding& f : findings)
        rows.push_back(Json{{"severity", code_of(f.severity)},
                            {"code", f.code},
                            {"file", f.file},
                            {"line", f.line},
                            {"pointer", f.pointer},
                            {"message", Json{{"zh-CN", text::describe(f, text::Lang::zh_cn).message},
                                             {"en", text::describe(f, text::Lang::en).message}}}});
    return rows;
}

Json parameters_json(const std::vector<ParameterRow>& parameters) {
    Json rows = Json::array();
    for (const ParameterRow& p : parameters)
        rows.push_back(Json{{"key", p.key},
                            {"name", name_json(p.name)},
                            {"value", p.value},
                            {"unit", p.unit},
                            {"source", name_json(p.source)}});
    return rows;
}

Json inputs_json(const std::vector<InputFile>& inputs) {
    Json rows = Json::array();
    for (const InputFile& file : inputs) {
        Json row{{"path", file.path}, {"sha256", file.sha256}};
        if (!file.copy.empty()) row["copy"] = file.copy;
        rows.push_back(std::move(row));
    }
    return rows;
}

Json scenario_json(const Scenario& scenario) {
    return Json{{"id", scenario.key},
                {"name", name_json(scenario.name)},
                {"release", code_of(scenario.release.policy)},
                {"roll_call_s", scenario.roll_call_s},
                {"sample_s", scenario.run.sample_s},
                {"max_s", scenario.run.max_s}};
}

Json first_bottlenecks(const ReportInput& input) {
    Json rows = Json::array();
    for (std::size_t i = 0; i < std::min(max_bottlenecks, input.ensemble->bottlenecks.size()); ++i)
        rows.push_back(bottleneck_json(input, i));
    return rows;
}

}  // namespace

std::string summary_json(const ReportInput& input) {
    const Scenario& scenario = input.world->scenario;
    const analysis::Ensemble& ensemble = *input.ensemble;
    Json json{{"program", "muster"}, {"version", input.version}};
    if (!input.date.empty()) json["date"] = input.date;
    if (!input.command_line.empty()) json["command_line"] = input.command_line;
    json["scenario"] = scenario_json(scenario);
    json["plan"] = Json{{"id", input.world->building.key}, {"name", name_json(input.world->building.name)}};
    json["modes"] = Json{{"run", code_of(scenario.mode)}, {"doors", code_of(scenario.run.door_mode)}};
    json["people"] = headcount_json(worst_run(ensemble).people);
    json["clocks_s"] = spread_clocks(ensemble.clocks, &analysis::Spread::median);
    if (ensemble.runs.size() > 1) {
        json["clocks_s_p5"] = spread_clocks(ensemble.clocks, &analysis::Spread::p5);
        json["clocks_s_p95"] = spread_clocks(ensemble.clocks, &analysis::Spread::p95);
    }
    if (input.convergence) json["convergence"] = convergence_json(*input.convergence, ensemble.runs.size());
    json["account"] = account_json(input);
    json["target"] = target_json(input);
    json["runs"] = runs_json(input);
    json["density_method"] = analysis::density_method;
    json["bottlenecks"] = first_bottlenecks(input);
    json["inputs"] = inputs_json(input.inputs);
    json["parameters"] = parameters_json(input.parameters);
    json["findings"] = findings_json(input.findings);
    json["plan_sources"] = input.world->building.sources;
    json["assumptions"] = input.world->building.assumptions;
    return json_text(json);
}

}  // namespace muster::papers
