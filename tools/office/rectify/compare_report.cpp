// SPDX-License-Identifier: Apache-2.0
#include "tools/office/rectify/compare_report.h"

#include <algorithm>
#include <tuple>

#include "render/papers/forms/comparison.h"
#include "render/text/catalogue.h"
#include "render/text/names.h"
#include "tools/office/rectify/gain_table.h"
#include "tools/office/rectify/rectify_report.h"

namespace muster::rectify {

namespace {

analysis::Evidence evidence_of(const ComparedPlan& plan, analysis::Figure figure) {
    const store::ItemGain* g = store::gain_in(plan.gain, figure);
    return g == nullptr ? analysis::Evidence::too_few : g->evidence;
}

// Smaller is better: left inside, target missed, crowding, 95th percentile of the time out.
std::tuple<double, int, double, double> safety_key(const ComparedPlan& plan, double target_s) {
    constexpr double endless = 1e9;
    const store::ItemGain *out = store::gain_in(plan.gain, analysis::Figure::last_out_of_building),
                          *crowding = store::gain_in(plan.gain, analysis::Figure::exposure_person_s),
                          *left = store::gain_in(plan.gain, analysis::Figure::left_inside);
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

std::string joined(const std::vector<std::string>& sentences, const text::Catalogue& words) {
    std::string text;
    for (const std::string& s : sentences) text += (text.empty() ? "" : words.text("list.sentence")) + s;
    return text;
}

papers::ComparedVariant variant_of(const PlanComparison& all, std::size_t index, text::Lang lang) {
    const text::Catalogue words(lang);
    const ComparedPlan& plan = all.plans[index];
    const auto after = [&](analysis::Figure figure) {
        return store::gain_in(plan.gain, figure)->after_median.value_or(0.0);
    };
    const store::ItemGain& out = *store::gain_in(plan.gain, analysis::Figure::last_out_of_building);
    papers::ComparedVariant v;
    v.name = plan.name;
    v.change = plan.is_base ? words.text("compare.base") : joined(plan.changes, words);
    if (v.change.empty()) v.change = words.text("compare.change.none");
    if (out.after_median && out.after_p95)
        v.out_s = analysis::Spread{*out.after_median, *out.after_median, *out.after_p95};
    if (!plan.is_base && out.difference && out.low && out.high)
        v.delta_s = analysis::Spread{*out.difference, *out.low, *out.high};
    v.significant = out.evidence == analysis::Evidence::lower || out.evidence == analysis::Evidence::higher;
    v.peak_density = after(analysis::Figure::peak_density);
    v.exposure_person_s = after(analysis::Figure::exposure_person_s);
    v.inside = after(analysis::Figure::left_inside);
    v.compliance = plan.rules;
    v.advice = words.text(recommended(all) == index ? "compare.recommended" : id_of(verdict_of(plan)));
    return v;
}

}  // namespace

ComparisonVerdict verdict_of(const ComparedPlan& plan) {
    if (plan.is_base) return ComparisonVerdict::base;
    bool better = false, worse = false;
    for (const analysis::Figure figure :
         {analysis::Figure::last_out_of_building, analysis::Figure::exposure_person_s, analysis::Figure::left_inside}) {
        const analysis::Evidence evidence = evidence_of(plan, figure);
        if (evidence == analysis::Evidence::too_few) return ComparisonVerdict::few;
        better = better || evidence == analysis::Evidence::lower;
        worse = worse || store::got_worse(*store::gain_in(plan.gain, figure));
    }
    if (store::persons_saved(plan.gain) > 0.0) return ComparisonVerdict::better;
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

document::Table comparison_table(const PlanComparison& comparison, text::Lang lang) {
    std::vector<papers::ComparedVariant> variants;
    for (std::size_t i = 0; i < comparison.plans.size(); ++i) variants.push_back(variant_of(comparison, i, lang));
    document::Table table = papers::comparison_table(variants, lang);
    table.notes.push_back(
        text::Catalogue(lang).text("compare.rank_note", {{"target", text::number_text(comparison.target_s, 0)}}));
    return table;
}

document::Document comparison_document(const PlanComparison& comparison, text::Lang lang) {
    const text::Catalogue words(lang);
    document::Document d;
    d.lang = lang;
    d.form = "F17";
    d.title = words.text("compare.title");
    d.subtitle = comparison.school;
    d.footer = words.text("report.disclaimer");
    document::Section first{document::Paper::a4, true, {}};
    first.blocks.push_back(document::Paragraph{
        words.text("compare.method", {{"seeds", seeds_text(comparison.seeds)},
                                      {"pairs", std::to_string(comparison.seeds.size())},
                                      {"dropped", comparison.dropped ? words.text("compare.dropped") : ""}})});
    if (comparison.seeds.size() < static_cast<std::size_t>(analysis::min_pairs))
        first.blocks.push_back(
            document::Paragraph{words.text("rectify.few", {{"items", std::to_string(comparison.plans.size() - 1)},
                                                           {"least", std::to_string(analysis::min_pairs)}})});
    first.blocks.push_back(comparison_table(comparison, lang));
    d.sections.push_back(std::move(first));
    document::Section details{document::Paper::a4, false, {}};
    for (const ComparedPlan& plan : comparison.plans) {
        if (!plan.is_base) {
            details.blocks.push_back(document::Heading{words.text("compare.against", {{"plan", plan.name}}), 2});
            details.blocks.push_back(
                plan.changes.empty() ? document::DocumentBlock{document::Paragraph{words.text("compare.change.none")}}
                                     : document::DocumentBlock{document::List{plan.changes, false}});
            details.blocks.push_back(gain_table(plan.gain, "gain_" + plan.name, lang));
        }
        if (!plan.picture_png.empty())
            details.blocks.push_back(document::Picture{
                plan.picture_png, words.text("compare.picture", {{"plan", plan.name},
                                                                 {"level", plan.picture_level},
                                                                 {"seed", std::to_string(plan.picture_seed)}})});
    }
    d.sections.push_back(std::move(details));
    return d;
}

}  // namespace muster::rectify
