// SPDX-License-Identifier: Apache-2.0
#include "render/papers/drill_plan/plan_report.h"

#include <algorithm>
#include <cmath>

#include "render/papers/drill_plan/plan_tables.h"
#include "render/picture/level_picture.h"
#include "render/text/catalogue.h"
#include "render/text/names.h"
#include "sim/behaviour/route_line.h"

namespace muster {

namespace {

constexpr int picture_px = 1500;

std::string percent(double after, double before) {
    return before > 0.0 ? fixed_text(std::abs(100.0 * (after - before) / before), 0) : std::string("0");
}

class Report {
public:
    Report(const PlanPapers& papers, Lang lang) : p_(papers), words_(lang) {}

    Document write() {
        Document d;
        d.lang = words_.lang();
        d.form = "plan";
        d.title = words_.text("plan.report.title");
        d.subtitle = in_language(p_.proposal.building.name, words_.lang()) + " · " +
                     in_language(p_.today.scenario.name, words_.lang());
        d.footer = words_.text("report.disclaimer");
        Section first{Paper::a4, false, {}};
        heading(first, "plan.report.verdict");
        first.blocks.emplace_back(Paragraph{plan_verdict_text(p_, words_.lang())});
        first.blocks.emplace_back(plan_variant_table(p_.plan, p_.proposal, words_));
        heading(first, "plan.report.how");
        first.blocks.emplace_back(Paragraph{words_.text("plan.report.objective." + objective())});
        first.blocks.emplace_back(Paragraph{words_.text("form.drill_only")});
        first.blocks.emplace_back(how());
        first.blocks.emplace_back(Paragraph{network()});
        d.sections.push_back(std::move(first));
        d.sections.push_back(tables());
        d.sections.push_back(pictures());
        return d;
    }

private:
    void heading(Section& s, const char* id) const { s.blocks.emplace_back(Heading{words_.text(id), 2}); }
    [[nodiscard]] std::string objective() const {
        static constexpr const char* codes[] = {"crowding", "time", "balanced"};
        return codes[static_cast<std::size_t>(p_.plan.objective)];
    }

    [[nodiscard]] List how() const {
        const PlanRules& r = p_.plan.rules;
        List list;
        list.items = {words_.text("plan.report.rule.together"),
                      words_.text("plan.report.rule.steps", {{"s", fixed_text(r.delay_step_s, 0)}}),
                      words_.text("plan.report.rule.gap", {{"m", fixed_text(r.gap_m, 0)}}),
                      words_.text("plan.report.rule.order"),
                      words_.text(p_.plan.cut_short ? "plan.report.search_cut" : "plan.report.search",
                                  {{"n", std::to_string(p_.plan.evaluations)},
                                   {"seed", std::to_string(p_.plan.search_seed)},
                                   {"runs", std::to_string(p_.plan.seeds.size())}})};
        return list;
    }

    [[nodiscard]] std::string network() const {
        const auto& today = p_.plan.variants.front().clocks.last_out_of_building;
        const auto& proposal = p_.plan.variants.back().clocks.last_out_of_building;
        const auto part = [](double network, const std::optional<Spread>& physics) {
            return physics ? fixed_text(100.0 * (network / physics->median - 1.0), 0) : std::string("—");
        };
        return words_.text("plan.report.network",
                           {{"today", fixed_text(p_.network_today_s, 0)},
                            {"today_percent", part(p_.network_today_s, today)},
                            {"proposal", fixed_text(p_.plan.network_last_out_s.value_or(0.0), 0)},
                            {"proposal_percent", part(p_.plan.network_last_out_s.value_or(0.0), proposal)}});
    }

    [[nodiscard]] Section tables() const {
        Section s{Paper::a4, true, {}};
        for (Table& table : plan_forms(p_, words_.lang())) s.blocks.emplace_back(std::move(table));
        return s;
    }

    // The ways of all planned classes, cut by storey.
    [[nodiscard]] std::vector<RouteStroke> strokes(const Navigation& navigation) const {
        RouteBook book(p_.proposal, navigation);
        std::vector<RouteStroke> out;
        for (const ClassPlan& c : p_.plan.classes)
            for (const RouteLeg& leg : route_line(book, p_.proposal, navigation, c.group))
                out.push_back({p_.proposal.building.space(leg.space).level, leg.line});
        return out;
    }

    [[nodiscard]] Section pictures() const {
        Section s{Paper::a4, true, {}};
        heading(s, "plan.report.pictures");
        const Navigation navigation(p_.proposal.building);
        const std::vector<RouteStroke> routes = strokes(navigation);
        for (std::size_t i = 0; i < p_.proposal.building.levels.size(); ++i) {
            const LevelId level{i};
            const auto here = [&](const RouteStroke& r) { return r.level == level; };
            if (std::none_of(routes.begin(), routes.end(), here)) continue;
            LevelPicture picture;
            picture.lang = words_.lang();
            picture.width_px = picture_px;
            picture.routes = routes;
            picture.area = used_indoor_bounds(p_.proposal, 3.0);
            picture.route_width = 1.6;
            picture.risks = false;
            const std::string name = in_language(p_.proposal.building.level(level).name, words_.lang());
            s.blocks.emplace_back(Picture{draw_level(p_.proposal, level, picture),
                                          words_.text("plan.report.picture", {{"level", name}}), 0.0, 120.0});
        }
        return s;
    }

    const PlanPapers& p_;
    Catalogue words_;
};

}  // namespace

std::vector<Table> plan_forms(const PlanPapers& papers, Lang lang) {
    std::vector<Table> out;
    for (const Form form : {Form::class_routes, Form::posts, Form::timeline}) {
        const Document document = make_form(form, papers.forms, lang);
        for (const Table* table : tables_of(document)) out.push_back(*table);
    }
    return out;
}

std::string plan_verdict_text(const PlanPapers& papers, Lang lang) {
    const Catalogue words(lang);
    const PlanVariant &today = papers.plan.variants.front(), &proposal = papers.plan.variants.back();
    const double before = today.critical_person_s.median, after = proposal.critical_person_s.median;
    const auto& out_before = today.clocks.last_out_of_building;
    const auto& out_after = proposal.clocks.last_out_of_building;
    const auto clock = [](const std::optional<Spread>& s) { return s ? fixed_text(s->median, 0) : std::string("—"); };
    const TextArgs args{{"crowded_before", fixed_text(before, 0)},
                        {"crowded_after", fixed_text(after, 0)},
                        {"crowded_percent", percent(after, before)},
                        {"out_before", clock(out_before)},
                        {"out_after", clock(out_after)},
                        {"runs", std::to_string(papers.plan.seeds.size())}};
    if (static_cast<int>(papers.plan.seeds.size()) < least_pairs) return words.text("plan.verdict.too_few", args);
    return words.text(papers.plan.verdict == PlanVerdict::better ? "plan.verdict.better" : "plan.verdict.not_better",
                      args);
}

Document plan_report(const PlanPapers& papers, Lang lang) { return Report(papers, lang).write(); }

}  // namespace muster
