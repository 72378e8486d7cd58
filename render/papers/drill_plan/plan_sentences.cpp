// SPDX-License-Identifier: Apache-2.0
#include "render/papers/drill_plan/plan_sentences.h"

#include <algorithm>

#include "render/text/names.h"
#include "render/text/places.h"

namespace muster::papers {

namespace {

std::string median_text(const std::optional<analysis::Spread>& s) {
    return s ? text::number_text(s->median, 0) : std::string("—");
}

const char* warning_id(const planning::DrillPlan& plan, const Scenario& scenario) {
    if (scenario.mode == RunMode::dismissal) return "real_day.dismissal";
    const bool held =
        std::any_of(plan.classes.begin(), plan.classes.end(), [](const planning::ClassPlan& c) { return c.held; });
    if (held) return scenario.release.longest_wait_s ? "real_day.held" : "real_day.held_long";
    return "real_day.clock";
}

std::string figures_text(const planning::DrillPlan& plan, const World& world, const text::Catalogue& words) {
    const planning::PlanVariant* v = planning::real_day_of(plan);
    if (v == nullptr) return words.text("real_day.not_run");
    const auto& out = v->clocks.last_out_of_building;
    std::string place =
        v->worst.empty() ? std::string("—") : text::name_of_place(world.building, v->worst.front(), words.lang());
    return words.text("real_day.figures",
                      {{"runs", std::to_string(v->runs.size())},
                       {"room", median_text(v->clocks.last_out_of_room)},
                       {"out", median_text(out)},
                       {"p5", out ? text::number_text(out->p5, 0) : "—"},
                       {"p95", out ? text::number_text(out->p95, 0) : "—"},
                       {"spot", median_text(v->clocks.last_at_assembly)},
                       {"density", text::fixed_text(v->peak_density, 1)},
                       {"place", std::move(place)},
                       {"seconds", text::number_text(v->worst.empty() ? 0.0 : v->worst.front().congestion_s, 0)},
                       {"critical", text::number_text(v->exposure_person_s.median, 0)},
                       {"inside", text::number_text(v->left_inside.p95, 0)}});
}

}  // namespace

std::optional<document::Callout> real_day_box(const planning::DrillPlan& plan, const World& world,
                                              const text::Catalogue& words) {
    if (!plan.somebody_waits()) return std::nullopt;
    const double longest_s = world.scenario.release.longest_wait_s.value_or(0.0);
    return document::Callout{
        document::Tone::bad,
        words.text("real_day.word"),
        {words.text(warning_id(plan, world.scenario), {{"longest", text::number_text(longest_s, 0)}}),
         figures_text(plan, world, words)}};
}

std::string staffing_text(const planning::DrillPlan& plan, const text::Catalogue& words) {
    const planning::Staffing& s = plan.staff;
    const auto first = std::count_if(plan.posts.begin(), plan.posts.end(), [](const planning::GuidePost& p) {
        return p.duty != planning::PostDuty::corridor && p.duty != planning::PostDuty::assembly;
    });
    const text::TextArgs args{{"posts", std::to_string(s.posts)},
                              {"first", std::to_string(first)},
                              {"with_classes", std::to_string(s.with_classes)},
                              {"others", std::to_string(s.others)},
                              {"lacking", std::to_string(s.lacking())}};
    return words.text(s.lacking() > 0 ? "staff.lacking" : "staff.enough", args);
}

}  // namespace muster::papers
