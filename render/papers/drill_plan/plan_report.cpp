// SPDX-License-Identifier: Apache-2.0
#include "render/papers/drill_plan/plan_report.h"

#include <algorithm>
#include <cmath>

#include "render/papers/drill_plan/plan_sentences.h"
#include "render/papers/drill_plan/plan_tables.h"
#include "render/papers/run_report/warning_boxes.h"
#include "render/picture/level_picture.h"
#include "render/text/catalogue.h"
#include "render/text/names.h"
#include "sim/behaviour/route_line.h"
#include "sim/planning/drill_plan_words.h"

namespace muster::papers {

namespace {

constexpr int picture_px = 1500;

std::string percent(double after, double before) {
    return before > 0.0 ? text::fixed_text(std::abs(100.0 * (after - before) / before), 0) : std::string("0");
}

class Report {
public:
    Report(const PlanPapers& papers, text::Lang lang) : p_(papers), words_(lang) {}

    document::Document write() {
        document::Document d;
        d.lang = words_.lang();
        d.form = "plan";
        d.title = words_.text(std::string("plan.report.title.") + word_of(p_.plan.use));
        d.subtitle = text::in_language(p_.proposal.building.name, words_.lang()) + " · " +
                     text::in_language(p_.today.scenario.name, words_.lang());
        d.footer = words_.text("report.disclaimer");
        document::Section first{document::Paper::a4, false, {}};
        for (auto& box : {held_box(*p_.forms.run, words_), danger_box(*p_.forms.run, words_),
                          real_day_box(p_.plan, p_.proposal, words_)})
            if (box) first.blocks.emplace_back(*box);
        heading(first, "plan.report.verdict");
        first.blocks.emplace_back(document::Paragraph{plan_verdict_text(p_, words_.lang())});
        first.blocks.emplace_back(plan_variant_table(p_.plan, p_.proposal, words_));
        first.blocks.emplace_back(document::Paragraph{staffing_text(p_.plan, words_)});
        heading(first, "plan.report.how");
        first.blocks.emplace_back(
            document::Paragraph{words_.text(std::string("plan.report.use.") + word_of(p_.plan.use),
                                            {{"longest", text::fixed_text(p_.plan.rules.longest_wait_s, 0)}})});
        first.blocks.emplace_back(document::Paragraph{words_.text("plan.report.objective." + objective())});
        first.blocks.emplace_back(how());
        first.blocks.emplace_back(document::Paragraph{network()});
        d.sections.push_back(std::move(first));
        d.sections.push_back(tables());
        d.sections.push_back(pictures());
        return d;
    }

private:
    void heading(document::Section& s, const char* id) const {
        s.blocks.emplace_back(document::Heading{words_.text(id), 2});
    }
    // Crowding first, and not longer than what it is held against: but for a dismissal.
    [[nodiscard]] std::string objective() const {
        const bool longer = p_.plan.objective == planning::PlanObjective::crowding && by_the_clock();
        return longer ? "crowding_longer" : word_of(p_.plan.objective);
    }
    [[nodiscard]] bool by_the_clock() const { return p_.plan.use == planning::PlanUse::dismissal; }

    [[nodiscard]] document::List how() const {
        const planning::PlanRules& r = p_.plan.rules;
        document::List list;
        list.items = {words_.text("plan.report.rule.together")};
        if (by_the_clock()) {
            list.items.push_back(words_.text("plan.report.rule.steps", {{"s", text::fixed_text(r.delay_step_s, 0)}}));
            list.items.push_back(words_.text("plan.report.rule.gap", {{"m", text::fixed_text(r.gap_m, 0)}}));
        }
        list.items.push_back(words_.text("plan.report.rule.order"));
        list.items.push_back(words_.text(p_.plan.cut_short ? "plan.report.search_cut" : "plan.report.search",
                                         {{"n", std::to_string(p_.plan.evaluations)},
                                          {"seed", std::to_string(p_.plan.search_seed)},
                                          {"runs", std::to_string(p_.plan.seeds.size())}}));
        return list;
    }

    [[nodiscard]] std::string network() const {
        const auto& today = planning::baseline_of(p_.plan).clocks.last_out_of_building;
        const auto& proposal = written().clocks.last_out_of_building;
        const auto part = [](double network, const std::optional<analysis::Spread>& physics) {
            return physics ? text::fixed_text(100.0 * (network / physics->median - 1.0), 0) : std::string("—");
        };
        return words_.text("plan.report.network",
                           {{"today", text::fixed_text(p_.network_today_s, 0)},
                            {"today_percent", part(p_.network_today_s, today)},
                            {"proposal", text::fixed_text(p_.plan.network_last_out_s.value_or(0.0), 0)},
                            {"proposal_percent", part(p_.plan.network_last_out_s.value_or(0.0), proposal)}});
    }

    // The variant that F2 to F4 are of.
    [[nodiscard]] const planning::PlanVariant& written() const {
        const bool kept = p_.plan.verdict == planning::PlanVerdict::not_better && !by_the_clock();
        const planning::PlanVariant* proposal = p_.plan.variant(planning::PlanVariantKind::proposal);
        return kept || proposal == nullptr ? planning::baseline_of(p_.plan) : *proposal;
    }

    [[nodiscard]] document::Section tables() const {
        document::Section s{document::Paper::a4, true, {}};
        for (document::Table& table : plan_forms(p_, words_.lang())) s.blocks.emplace_back(std::move(table));
        return s;
    }

    // The ways of all planned classes, cut by storey.
    [[nodiscard]] std::vector<picture::RouteStroke> strokes(const routing::Navigation& navigation) const {
        behaviour::RouteBook book(p_.proposal, navigation);
        std::vector<picture::RouteStroke> out;
        for (const planning::ClassPlan& c : p_.plan.classes)
            for (const behaviour::RouteLeg& leg : behaviour::route_line(book, p_.proposal, navigation, c.group))
                out.push_back({p_.proposal.building.space(leg.space).level, leg.line});
        return out;
    }

    [[nodiscard]] document::Section pictures() const {
        document::Section s{document::Paper::a4, true, {}};
        heading(s, "plan.report.pictures");
        const routing::Navigation navigation(p_.proposal.building);
        const std::vector<picture::RouteStroke> routes = strokes(navigation);
        for (std::size_t i = 0; i < p_.proposal.building.levels.size(); ++i) {
            const LevelId level{i};
            const auto here = [&](const picture::RouteStroke& r) { return r.level == level; };
            if (std::none_of(routes.begin(), routes.end(), here)) continue;
            picture::LevelPicture picture;
            picture.lang = words_.lang();
            picture.width_px = picture_px;
            picture.routes = routes;
            picture.area = picture::used_indoor_bounds(p_.proposal, 3.0);
            picture.route_width = 1.6;
            picture.risks = false;
            const std::string name = text::in_language(p_.proposal.building.level(level).name, words_.lang());
            s.blocks.emplace_back(document::Picture{picture::draw_level(p_.proposal, level, picture),
                                                    words_.text("plan.report.picture", {{"level", name}}), 0.0, 120.0});
        }
        return s;
    }

    const PlanPapers& p_;
    text::Catalogue words_;
};

}  // namespace

std::vector<document::Table> plan_forms(const PlanPapers& papers, text::Lang lang) {
    std::vector<document::Table> out;
    for (const Form form : {Form::class_routes, Form::posts, Form::timeline}) {
        const document::Document document = make_form(form, papers.forms, lang);
        for (const document::Table* table : document::tables_of(document)) out.push_back(*table);
    }
    return out;
}

std::string plan_verdict_text(const PlanPapers& papers, text::Lang lang) {
    const planning::DrillPlan& plan = papers.plan;
    const text::Catalogue words(lang);
    const planning::PlanVariant& before = planning::baseline_of(plan);
    const planning::PlanVariant* after = plan.variant(planning::PlanVariantKind::proposal);
    const auto clock = [](const planning::PlanVariant& v) {
        const auto& s = v.clocks.last_out_of_building;
        return s ? text::fixed_text(s->median, 0) : std::string("—");
    };
    const auto crowded = [](const planning::PlanVariant& v) { return v.exposure_person_s.median; };
    const std::string kept =
        words.text(plan.use == planning::PlanUse::dismissal ? "plan.kept.today" : "plan.kept.at_once");
    const planning::PlanVariant& other = after != nullptr ? *after : before;
    const text::TextArgs args{{"crowded_before", text::fixed_text(crowded(before), 0)},
                              {"crowded_after", text::fixed_text(crowded(other), 0)},
                              {"crowded_percent", percent(crowded(other), crowded(before))},
                              {"out_before", clock(before)},
                              {"out_after", clock(other)},
                              {"runs", std::to_string(plan.seeds.size())},
                              {"kept", kept}};
    if (after == nullptr) return words.text("plan.verdict.none_other", args);
    if (static_cast<int>(plan.seeds.size()) < analysis::min_pairs) return words.text("plan.verdict.too_few", args);
    return words.text(plan.verdict == planning::PlanVerdict::better ? "plan.verdict.better" : "plan.verdict.not_better",
                      args);
}

document::Document plan_report(const PlanPapers& papers, text::Lang lang) { return Report(papers, lang).write(); }

}  // namespace muster::papers
