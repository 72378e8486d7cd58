// SPDX-License-Identifier: Apache-2.0
#include "tools/store/rectification_file.h"

#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>

#include "tools/store/item_json.h"
#include "tools/store/rectification_words.h"

namespace muster::store {

namespace {

Json evidence_json(const ItemEvidence& e) {
    return Json{{"rank", e.rank},
                {"persons", e.persons},
                {"clear_width_m", rounded(e.clear_width_m, 0.001)},
                {"peak_density_per_m2", rounded(e.peak_density, 0.01)},
                {"congested_s", rounded(e.congestion_s, 0.1)},
                {"lost_person_s", rounded(e.delay_person_s, 0.1)},
                {"longest_queue", e.longest_queue},
                {"peak_pressure_n_m", rounded(e.peak_pressure, 0.1)},
                {"held", e.held}};
}

Json gain_json(const ItemGain& g) {
    return Json{{"pairs", g.pairs},
                {"before_median", rounded(g.before_median)},
                {"after_median", rounded(g.after_median)},
                {"before_p95", rounded(g.before_p95)},
                {"after_p95", rounded(g.after_p95)},
                {"difference", rounded(g.difference)},
                {"low", rounded(g.low)},
                {"high", rounded(g.high)},
                {"p95_difference", rounded(g.p95_difference)},
                {"p95_low", rounded(g.p95_low)},
                {"p95_high", rounded(g.p95_high)},
                {"p_value", rounded(g.p_value, 1e-6)},
                {"evidence", word_of(g.evidence)}};
}

Json item_json(const RectificationItem& item) {
    Json gain = Json::object();
    for (const ItemGain& g : item.gain) gain[analysis::code_of(g.figure)] = gain_json(g);
    Json json{{"id", item.id},
              {"kind", item.kind},
              {"rank", item.rank},
              {"site", site_json(item.site)},
              {"hazard_level", word_of(item.hazard_level)},
              {"category", word_of(item.category)},
              {"description", name_as_json(item.description)},
              {"measure", name_as_json(item.measure)},
              {"basis", basis_json(item.basis)},
              {"evidence", evidence_json(item.evidence)},
              {"plan", item.plan},
              {"scenario", item.scenario},
              {"standing", word_of(item.standing)},
              {"standing_reason", name_as_json(item.standing_reason)},
              {"gain", std::move(gain)}};
    if (item.estimate)
        json["estimate"] = Json{{"before_s", rounded(item.estimate->before_s, 0.1)},
                                {"after_s", rounded(item.estimate->after_s, 0.1)}};
    json["significant"] = item.significant;
    json["p_adjusted"] = rounded(item.p_adjusted, 1e-6);
    json["worse"] = item.worse;
    json["cost"] = nullptr;
    return json;
}

}  // namespace

const ItemGain* gain_in(const std::vector<ItemGain>& gain, analysis::Figure figure) {
    const auto at = std::find_if(gain.begin(), gain.end(), [&](const ItemGain& g) { return g.figure == figure; });
    return at == gain.end() ? nullptr : &*at;
}

bool got_worse(const ItemGain& gain) { return analysis::got_worse(gain.figure, gain.evidence, gain.difference); }

double persons_saved(const std::vector<ItemGain>& gain) {
    const ItemGain* left = gain_in(gain, analysis::Figure::left_inside);
    if (left == nullptr) return 0.0;
    const double median = left->difference.value_or(0.0), p95 = left->p95_difference.value_or(0.0);
    return median > 0.0 || p95 > 0.0 ? 0.0 : -std::min(median, p95);
}

ItemGain gain_of(const analysis::FigureComparison& comparison) {
    const analysis::PairedComparison& c = comparison.paired;
    const auto finite = [](double v) { return std::isfinite(v) ? std::optional(v) : std::nullopt; };
    ItemGain g;
    g.figure = comparison.figure;
    g.pairs = c.pairs;
    g.before_median = finite(c.before.median);
    g.after_median = finite(c.after.median);
    g.before_p95 = finite(c.before.p95);
    g.after_p95 = finite(c.after.p95);
    g.difference = c.median_difference;
    g.p95_difference = c.p95_difference;
    if (c.median_interval) g.low = c.median_interval->low, g.high = c.median_interval->high;
    if (c.p95_interval) g.p95_low = c.p95_interval->low, g.p95_high = c.p95_interval->high;
    g.p_value = c.p_value;
    g.evidence = c.evidence();
    return g;
}

std::string rectification_json(const RectificationFile& file) {
    Json items = Json::array();
    for (const RectificationItem& item : file.items) items.push_back(item_json(item));
    const Json json{{"format", "muster.rectification"},
                    {"schema_version", rectification_schema_version},
                    {"program_version", file.program_version},
                    {"date", file.date},
                    {"school", file.school},
                    {"plan_id", file.plan_id},
                    {"plan_name", name_as_json(file.plan_name)},
                    {"scenario_id", file.scenario_id},
                    {"scenario_name", name_as_json(file.scenario_name)},
                    {"plan", file.plan},
                    {"scenario", file.scenario},
                    {"seeds", file.seeds},
                    {"items", std::move(items)}};
    return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace muster::store
