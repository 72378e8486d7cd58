// SPDX-License-Identifier: Apache-2.0
#include "tools/office/rectify/compare_report.h"

#include <algorithm>
#include <tuple>

#include "render/papers/forms/comparison.h"
#include "render/text/catalogue.h"
#include "render/text/names.h"
#include "tools/office/rectify/gain_table.h"
#include "tools/office/rectify/rectify_report.h"

namespace muster {

namespace {

Evidence evidence_of(const ComparedPlan& plan, Figure figure) {
    const ItemGain* g = gain_in(plan.gain, figure);
    return g == nullptr ? Evidence::too_few : g->evidence;
}

// Smaller is better: left inside, target missed, crowding, 95th percentile of the time out.
std::tuple<double, int, double, double> safety_key(const ComparedPlan& plan, double target_s) {
    constexpr double endless = 1e9;
    const ItemGain *out = gain_in(plan.gain, Figure::last_out_of_building),
                   *crowding = gain_in(plan.gain, Figure::critical_person_s),
                   *left = gain_in(plan.gain, Figure::left_inside);
    const double p95 = out == nullptr ? endless : out->after_p95.value_or(endless);
    return {left == nullptr ? 0.0 : left->after_p95.value_or(0.0), p95 <= target_s ? 0 : 1,
            crowding == nullptr ? endless : crowding->after_median.value_or(endless), p95};
}

const char* id_of(ComparisonVerdict verdict) {
    switch (verdict) {
        case ComparisonVerdict::base:
            return "compare.base";
        case ComparisonVerdict::better:
            return "compare.best.better";
        case ComparisonVerdict::traded:
            return "compare.best.traded";
        case ComparisonVerdict::worse:
            return "compare.best.worse";
        case ComparisonVerdict::few:
            return "compare.best.few";
        case ComparisonVerdict::none:
            break;
    }
    return "compare.best.none";
}

std::string joined(const std::vector<std::string>& sentences, const Catalogue& words) {
    std::string text;
    for (const std::string& s : sentences) text += (text.empty() ? "" : words.lang() == Lang::zh_cn ? "；" : "; ") + s;
    return text;
}

ComparedVariant variant_of(const PlanComparison& all, std::size_t index, Lang lang) {
    const Catalogue words(lang);
    const ComparedPlan& plan = all.plans[index];
    const auto after = [&](Figure figure) { return gain_in(plan.gain, figure)->after_median.value_or(0.0); };
    const ItemGain& out = *gain_in(plan.gain, Figure::last_out_of_building);
    ComparedVariant v;
    v.name = plan.name;
    v.change = plan.is_base ? words.text("compare.base") : joined(plan.changes, words);
    if (v.change.empty()) v.change = words.text("compare.change.none");
    if (out.after_median && out.after_p95) v.out_s = Spread{*out.after_median, *out.after_median, *out.after_p95};
    if (!plan.is_base && out.difference && out.low && out.high)
        v.delta_s = Spread{*out.difference, *out.low, *out.high};
    v.significant = out.evidence == Evidence::lower || out.evidence == Evidence::higher;
    v.peak_density = after(Figure::peak_density);
    v.critical_person_s = after(Figure::critical_person_s);
    v.inside = after(Figure::left_inside);
    v.compliance = plan.rules;
    v.advice = words.text(recommended(all) == index ? "compare.recommended" : id_of(verdict_of(plan)));
    return v;
}

}  // namespace

ComparisonVerdict verdict_of(const ComparedPlan& plan) {
    if (plan.is_base) return ComparisonVerdict::base;
    bool better = false, worse = false;
    for (const Figure figure : {Figure::last_out_of_building, Figure::critical_person_s, Figure::left_inside}) {
        const Evidence evidence = evidence_of(plan, figure);
        if (evidence == Evidence::too_few) return ComparisonVerdict::few;
        better = better || evidence == Evidence::lower;
        worse = worse || evidence == Evidence::higher;
    }
    if (better && worse) return ComparisonVerdict::traded;
    return better ? ComparisonVerdict::better : worse ? ComparisonVerdict::worse : ComparisonVerdict::none;
}

std::optional<std::size_t> recommended(const PlanComparison& comparison) {
    std::optional<std::size_t> best;
    for (std::size_t i = 0; i < comparison.plans.size(); ++i) {
        if (verdict_of(comparison.plans[i]) != ComparisonVerdict::better) continue;
        if (!best || safety_key(comparison.plans[i], comparison.target_s) <
                         safety_key(comparison.plans[*best], comparison.target_s))
            best = i;
    }
    return best;
}

Table comparison_table(const PlanComparison& comparison, Lang lang) {
    std::vector<ComparedVariant> variants;
    for (std::size_t i = 0; i < comparison.plans.size(); ++i) variants.push_back(variant_of(comparison, i, lang));
    Table table = comparison_table(variants, lang);
    table.notes.push_back(Catalogue(lang).text("compare.rank_note", {{"target", number_text(comparison.target_s, 0)}}));
    return table;
}

Document comparison_document(const PlanComparison& comparison, Lang lang) {
    const Catalogue words(lang);
    Document d;
    d.lang = lang;
    d.form = "F17";
    d.title = words.text("compare.title");
    d.subtitle = comparison.school;
    d.footer = words.text("report.disclaimer");
    Section first{Paper::a4, true, {}};
    first.blocks.push_back(Paragraph{
        words.text("compare.method", {{"seeds", seeds_text(comparison.seeds)},
                                      {"pairs", std::to_string(comparison.seeds.size())},
                                      {"dropped", comparison.dropped ? words.text("compare.dropped") : ""}})});
    if (comparison.seeds.size() < static_cast<std::size_t>(least_pairs))
        first.blocks.push_back(Paragraph{words.text("rectify.few")});
    first.blocks.push_back(comparison_table(comparison, lang));
    d.sections.push_back(std::move(first));
    Section details{Paper::a4, false, {}};
    for (const ComparedPlan& plan : comparison.plans) {
        if (!plan.is_base) {
            details.blocks.push_back(Heading{words.text("compare.against", {{"plan", plan.name}}), 2});
            details.blocks.push_back(plan.changes.empty() ? DocumentBlock{Paragraph{words.text("compare.change.none")}}
                                                          : DocumentBlock{List{plan.changes, false}});
            details.blocks.push_back(gain_table(plan.gain, "gain_" + plan.name, lang));
        }
        if (!plan.picture_png.empty())
            details.blocks.push_back(Picture{
                plan.picture_png, words.text("compare.picture", {{"plan", plan.name},
                                                                 {"level", plan.picture_level},
                                                                 {"seed", std::to_string(plan.picture_seed)}})});
    }
    d.sections.push_back(std::move(details));
    return d;
}

}  // namespace muster
