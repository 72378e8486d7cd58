// SPDX-License-Identifier: Apache-2.0
#include <nlohmann/json.hpp>

#include "render/papers/drill_plan/plan_report.h"
#include "render/papers/run_report/json_rows.h"
#include "sim/planning/drill_plan_words.h"

namespace muster::papers {

namespace {

Json seconds_json(std::optional<double> s) { return s ? number_json(*s, 1) : Json(nullptr); }

Json spread_json(const std::optional<analysis::Spread>& s) {
    if (!s) return nullptr;
    return {{"median", number_json(s->median, 1)}, {"p5", number_json(s->p5, 1)}, {"p95", number_json(s->p95, 1)}};
}

class PlanJson {
public:
    explicit PlanJson(const PlanPapers& papers) : p_(papers), b_(papers.proposal.building) {}

    [[nodiscard]] Json write() const {
        const planning::DrillPlan& plan = p_.plan;
        Json j;
        j["format"] = "muster.drill_plan";
        j["schema_version"] = 1;
        j["scenario"] = p_.today.scenario.key;
        j["plan"] = b_.key;
        j["use"] = word_of(plan.use);
        j["objective"] = word_of(plan.objective);
        j["verdict"] = word_of(plan.verdict);
        j["rules"] = rules();
        j["seeds"] = plan.seeds;
        j["search"] = {{"seed", plan.search_seed},
                       {"evaluations", plan.evaluations},
                       {"cut_short", plan.cut_short},
                       {"network_last_out_s", seconds_json(plan.network_last_out_s)},
                       {"network_last_out_today_s", number_json(p_.network_today_s, 1)}};
        for (const planning::ClassPlan& c : plan.classes) j["classes"].push_back(row(c));
        for (const planning::GuidePost& g : plan.posts) j["posts"].push_back(row(g));
        j["staff"] = {{"posts", plan.staff.posts},
                      {"with_classes", plan.staff.with_classes},
                      {"others", plan.staff.others},
                      {"lacking", plan.staff.lacking()}};
        for (const planning::TimelineEntry& t : plan.timeline) j["timeline"].push_back(row(t));
        for (const planning::PlanVariant& v : plan.variants) j["variants"].push_back(row(v));
        j["real_day"] = planning::real_day_of(plan) == nullptr ? Json(nullptr) : Json(word_of(plan.real_day));
        return j;
    }

private:
    // Those that the use of the plan has.
    [[nodiscard]] Json rules() const {
        const planning::PlanRules& r = p_.plan.rules;
        Json j{{"density_limit_per_m2", r.density_limit}};
        if (p_.plan.use == planning::PlanUse::drill) j["longest_wait_s"] = r.longest_wait_s;
        if (p_.plan.use != planning::PlanUse::dismissal) return j;
        j["delay_step_s"] = r.delay_step_s;
        j["gap_m"] = r.gap_m;
        return j;
    }
    [[nodiscard]] const std::string& key(GroupId g) const {
        return p_.proposal.scenario.population.groups[g.index()].key;
    }
    [[nodiscard]] Json opening(OpeningId o) const { return o.valid() ? Json(b_.opening(o).key) : Json(nullptr); }
    [[nodiscard]] Json stair(StairId s) const { return s.valid() ? Json(b_.stair(s).key) : Json(nullptr); }

    [[nodiscard]] Json row(const planning::ClassPlan& c) const {
        const Group& g = p_.proposal.scenario.population.groups[c.group.index()];
        return {{"class", g.key},
                {"name", name_json(g.name)},
                {"room", b_.space(g.space).key},
                {"storey", b_.level(b_.space(g.space).level).storey},
                {"persons", c.persons},
                {"door", opening(c.route.door)},
                {"stair", stair(c.route.stair)},
                {"exit", opening(c.route.exit)},
                {"spot", c.route.spot.valid() ? Json(b_.spot(c.route.spot).key) : Json(nullptr)},
                {"order", c.order},
                {"release_delay_s", number_json(c.release_delay_s, 0)},
                {"waits_for_class_before", c.held},
                {"out_of_room_s", seconds_json(c.out_of_room_s)},
                {"out_of_building_s", seconds_json(c.out_of_building_s)},
                {"at_spot_s", seconds_json(c.at_spot_s)}};
    }
    [[nodiscard]] Json row(const planning::GuidePost& g) const {
        return {{"duty", word_of(g.duty)},
                {"level", b_.level(g.level).key},
                {"space", g.space.valid() ? Json(b_.space(g.space).key) : Json(nullptr)},
                {"opening", opening(g.opening)},
                {"stair", stair(g.stair)},
                {"on_post_by_s", number_json(g.on_post_by_s, 0)},
                {"peak_density_per_m2", number_json(g.peak_density, 2)},
                {"congested_s", number_json(g.congestion_s, 1)},
                {"persons", g.persons}};
    }
    [[nodiscard]] Json row(const planning::TimelineEntry& t) const {
        Json j{{"at_s", number_json(t.at_s, 1)}, {"event", word_of(t.kind)}};
        for (const GroupId g : t.groups) j["classes"].push_back(key(g));
        return j;
    }
    [[nodiscard]] Json row(const planning::PlanVariant& v) const {
        Json j{{"variant", word_of(v.kind)},
               {"last_out_of_room_s", spread_json(v.clocks.last_out_of_room)},
               {"last_out_of_building_s", spread_json(v.clocks.last_out_of_building)},
               {"last_at_assembly_s", spread_json(v.clocks.last_at_assembly)},
               {"roll_call_done_s", spread_json(v.clocks.roll_call_done)},
               {"critical_person_s", spread_json(v.exposure_person_s)},
               {"left_inside", spread_json(v.left_inside)}};
        for (const analysis::Bottleneck& w : v.worst)
            j["worst_places"].push_back(
                {{"place", w.opening.valid() ? b_.opening(w.opening).key : b_.space(w.space).key},
                 {"peak_density_per_m2", number_json(w.peak_density, 2)},
                 {"congested_s", number_json(w.congestion_s, 1)},
                 {"lost_person_s", number_json(w.delay_person_s, 0)}});
        for (const analysis::RunFigures& r : v.runs)
            j["runs"].push_back({{"seed", r.seed},
                                 {"last_out_of_building_s", seconds_json(r.last_out_of_building)},
                                 {"last_at_assembly_s", seconds_json(r.last_at_assembly)},
                                 {"critical_person_s", number_json(r.exposure_person_s, 1)},
                                 {"left_inside", r.left_inside}});
        return j;
    }

    const PlanPapers& p_;
    const Building& b_;
};

}  // namespace

std::string plan_json(const PlanPapers& papers) { return json_text(PlanJson(papers).write()); }

}  // namespace muster::papers
