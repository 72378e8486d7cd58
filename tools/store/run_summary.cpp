// SPDX-License-Identifier: Apache-2.0
#include "tools/store/run_summary.h"

#include <algorithm>
#include <filesystem>

#include "render/papers/run_report/derived.h"
#include "render/text/catalogue.h"
#include "sim/analysis/run_figures.h"
#include "sim/analysis/words.h"
#include "sim/base/constants.h"
#include "sim/model/words.h"
#include "tools/store/json_members.h"

namespace muster::store {

namespace {

using papers::name_json;
using papers::number_json;
using papers::ReportInput;
using papers::Verdict;

constexpr std::size_t max_bottlenecks = 20;  // all of them are in bottlenecks.json

// Objects of a summary; their members are described in run_rows.h.
Json clocks_json(const analysis::Clocks& clocks) {
    Json json = Json::object();
    clock_members(clocks, JsonMembers(json));
    return json;
}

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
        Json row{{"kind", word_of(h.kind)}, {"people", h.people}, {"shut_in", h.shut_in}};
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
                              {"because_of", s.why ? Json(word_of(*s.why)) : Json(nullptr)},
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

RunRow run_row(const ReportInput& input, std::size_t index) {
    const papers::RunFacts& facts = input.runs[index];
    const analysis::RunAnalysis& run = input.ensemble->runs[index];
    const analysis::RunFigures figures = analysis::figures_of(run, 0.0);
    RunRow row{facts, {}, run.people, run.clocks, run.falls, run.replaced, run.exposure_person_s, 0.0, 0.0};
    if (facts.wall_s > 0.0) row.real_time_factor = facts.simulated_s / facts.wall_s;
    row.peak_density = figures.peak_density;
    row.peak_pressure = figures.peak_pressure;
    return row;
}

Json runs_json(const ReportInput& input) {
    const Building& building = input.world->building;
    Json rows = Json::array();
    for (std::size_t i = 0; i < input.runs.size(); ++i) {
        Json json = Json::object();
        const RunRow row = run_row(input, i);
        run_members(row, JsonMembers(json));
        const analysis::RunAnalysis& run = input.ensemble->runs[i];
        for (const analysis::RescuedRoom& r : run.rescue)
            json["rescue"].push_back(Json{{"space", building.space(r.space).key},
                                          {"led", r.led},
                                          {"carried", r.carried},
                                          {"found_s", r.found_s ? number_json(*r.found_s, 0) : Json(nullptr)},
                                          {"out_s", r.out_s ? number_json(*r.out_s, 0) : Json(nullptr)}});
        if (run.search) json["search"] = search_json(*run.search, building);
        if (run.quake) json["earthquake"] = quake_json(*run.quake, building);
        if (run.smoke) json["smoke"] = smoke_json(*run.smoke, building);
        rows.push_back(std::move(json));
    }
    return rows;
}

// What a run must never do: lose somebody, move somebody by hand, leave somebody stuck. Sums over the runs.
Json account_json(const ReportInput& input) {
    const papers::Account account = papers::account_of(input);
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
    const double signal = papers::signal_s(input);
    const auto out = papers::since_signal(input.ensemble->clocks.last_out_of_building, signal);
    const Verdict verdict = papers::verdict_of(input);
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
        rows.push_back(Json{{"severity", word_of(f.severity)},
                            {"code", f.code},
                            {"file", f.file},
                            {"line", f.line},
                            {"pointer", f.pointer},
                            {"message", Json{{"zh-CN", text::describe(f, text::Lang::zh_cn).message},
                                             {"en", text::describe(f, text::Lang::en).message}}}});
    return rows;
}

Json parameters_json(const std::vector<papers::ParameterRow>& parameters) {
    Json rows = Json::array();
    for (const papers::ParameterRow& p : parameters)
        rows.push_back(Json{{"key", p.key},
                            {"name", name_json(p.name)},
                            {"value", p.value},
                            {"unit", p.unit},
                            {"source", name_json(p.source)}});
    return rows;
}

Json inputs_json(const std::vector<papers::InputFile>& inputs) {
    Json rows = Json::array();
    for (const papers::InputFile& file : inputs) {
        Json row = Json::object();
        input_members(file, JsonMembers(row));
        rows.push_back(std::move(row));
    }
    return rows;
}

Json scenario_json(const SummaryHead& head, const Scenario& scenario) {
    Json json = Json::object();
    scenario_members(head, JsonMembers(json));
    json["release"] = word_of(scenario.release.policy);
    json["roll_call_s"] = scenario.roll_call_s;
    json["sample_s"] = scenario.run.sample_s;
    json["max_s"] = scenario.run.max_s;
    return json;
}

BottleneckRow bottleneck_row(const ReportInput& input, std::size_t index) {
    const Building& building = input.world->building;
    const analysis::Ensemble& ensemble = *input.ensemble;
    const analysis::Bottleneck& b = ensemble.bottlenecks[index];
    BottleneckRow row;
    row.rank = static_cast<int>(index) + 1;
    row.place = papers::key_of_place(building, b);
    row.element = b.opening.valid() ? PlaceElement::opening : PlaceElement::space;
    row.name = {text::name_of_place(building, b, text::Lang::zh_cn), text::name_of_place(building, b, text::Lang::en)};
    row.level = building.level(papers::level_of_place(building, b)).key;
    row.figures = b;
    if (index < ensemble.delay_person_s.size() && ensemble.runs.size() > 1) {
        row.delay_p5 = ensemble.delay_person_s[index].p5;
        row.delay_p95 = ensemble.delay_person_s[index].p95;
    }
    const std::vector<Group>& groups = input.world->scenario.population.groups;
    for (const GroupId g : b.groups) row.groups.push_back(groups[g.index()].key);
    for (const GroupId g : b.held.groups) row.held_groups.push_back(groups[g.index()].key);
    return row;
}

Json bottleneck_json(const ReportInput& input, std::size_t index) {
    const BottleneckRow row = bottleneck_row(input, index);
    Json json = Json::object();
    bottleneck_members(row, JsonMembers(json));
    return json;
}

Json first_bottlenecks(const ReportInput& input) {
    Json rows = Json::array();
    for (std::size_t i = 0; i < std::min(max_bottlenecks, input.ensemble->bottlenecks.size()); ++i)
        rows.push_back(bottleneck_json(input, i));
    return rows;
}

Json headcount_json(const analysis::Headcount& people) {
    Json json = Json::object();
    headcount_members(people, JsonMembers(json));
    return json;
}

// Of a folder's file, with `read` for its root; what is wrong comes into the findings.
template <class Content, class Read>
ReadBack<Content> read_back(const std::string& folder, const char* file, Read read) {
    ReadBack<Content> out;
    const auto document = floorplans::JsonDocument::load((std::filesystem::path(folder) / file).string());
    out.findings = document.findings;
    if (document) read(floorplans::JsonCursor(*document.value, out.findings), out.content.emplace());
    return out;
}

// Sixteen hexadecimal digits, as fingerprints have.
std::string hash_text(std::uint64_t hash) {
    std::string digits(16, '0');
    for (std::size_t i = digits.size(); i-- > 0; hash >>= 4U) digits[i] = "0123456789abcdef"[hash & 15U];
    return digits;
}

Json assumption_json(Assumption assumption) {
    Json figures = Json::object();
    for (const AssumptionRow& row : assumption_table(assumption)) figures[std::string(row.name)] = row.value;
    return Json{{"name", word_of(assumption)}, {"hash", hash_text(assumption_hash(assumption))}, {"figures", figures}};
}

}  // namespace

std::string summary_json(const ReportInput& input) {
    const Scenario& scenario = input.world->scenario;
    const Building& building = input.world->building;
    const analysis::Ensemble& ensemble = *input.ensemble;
    const SummaryHead head{"muster",     input.version, input.date,    input.command_line,
                           scenario.key, building.key,  scenario.name, building.name};
    Json json = Json::object();
    head_members(head, JsonMembers(json));
    json["scenario"] = scenario_json(head, scenario);
    JsonMembers(json).object("plan", [&](const auto& inner) { plan_members(head, inner); });
    json["modes"] = Json{{"run", word_of(scenario.mode)},
                         {"doors", word_of(scenario.run.door_mode)},
                         {"assumption", word_of(scenario.run.assumption)}};
    json["assumption"] = assumption_json(scenario.run.assumption);
    json["people"] = headcount_json(papers::worst_run(ensemble).people);
    json["clocks_s"] = spread_clocks(ensemble.clocks, &analysis::Spread::median);
    if (ensemble.runs.size() > 1) {
        json["clocks_s_p5"] = spread_clocks(ensemble.clocks, &analysis::Spread::p5);
        json["clocks_s_p95"] = spread_clocks(ensemble.clocks, &analysis::Spread::p95);
    }
    if (input.band) {
        json["clocks_s_quick"] = spread_clocks(input.band->quick, &analysis::Spread::median);
        json["clocks_s_slow"] = spread_clocks(input.band->slow, &analysis::Spread::median);
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
    json["plan_sources"] = building.sources;
    json["assumptions"] = building.assumptions;
    return papers::json_text(json);
}

std::string bottlenecks_json(const ReportInput& input) {
    Json rows = Json::array();
    for (std::size_t i = 0; i < input.ensemble->bottlenecks.size(); ++i) {
        Json row = bottleneck_json(input, i);
        Json bins = Json::array();
        for (const double flow : input.ensemble->bottlenecks[i].flow) bins.push_back(number_json(flow, 3));
        row["flow_per_s"] = std::move(bins);
        rows.push_back(std::move(row));
    }
    return papers::json_text(Json{{"density_method", analysis::density_method},
                                  {"flow_bin_s", 10},
                                  {"congested_above_per_m2", 3.5},
                                  {"runs", input.ensemble->runs.size()},
                                  {"bottlenecks", std::move(rows)}});
}

Findings about(const Findings& findings, std::initializer_list<std::string_view> members) {
    Findings out;
    for (const Finding& f : findings) {
        std::string member = f.pointer;  // of what is missing the pointer names the object around it
        if (f.code == "json.missing_key" && !f.args.empty()) member += "/" + f.args.front().second;
        const auto is_it = [&](std::string_view name) { return member.ends_with("/" + std::string(name)); };
        if (std::any_of(members.begin(), members.end(), is_it)) out.push_back(f);
    }
    return out;
}

ReadBack<RunSummary> read_summary(const std::string& folder) {
    return read_back<RunSummary>(folder, summary_file, [](const floorplans::JsonCursor& root, RunSummary& out) {
        if (!root.is_object()) return static_cast<void>(root["program"]);  // reports the wrong type
        const MembersRead members(root);
        head_members(out.head, members);
        members.object("scenario", [&](const auto& inner) { scenario_members(out.head, inner); });
        members.object("plan", [&](const auto& inner) { plan_members(out.head, inner); });
        members.object("modes", [&](const auto& inner) {
            inner.word("run", out.mode);
            inner.word("assumption", out.assumption);
        });
        for (const floorplans::JsonCursor& row : root["runs"].elements())
            run_members(out.runs.emplace_back(), MembersRead(row));
        for (const floorplans::JsonCursor& row : root["inputs"].elements())
            input_members(out.inputs.emplace_back(), MembersRead(row));
    });
}

ReadBack<std::vector<BottleneckRow>> read_bottlenecks(const std::string& folder) {
    using Rows = std::vector<BottleneckRow>;
    return read_back<Rows>(folder, bottlenecks_file, [](const floorplans::JsonCursor& root, Rows& out) {
        if (!root.is_object()) return static_cast<void>(root["bottlenecks"]);
        for (const floorplans::JsonCursor& row : root["bottlenecks"].elements())
            bottleneck_members(out.emplace_back(), MembersRead(row));
    });
}

}  // namespace muster::store
