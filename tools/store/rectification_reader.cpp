// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "tools/store/item_json.h"
#include "tools/store/rectification_words.h"

namespace muster::store {

namespace {

constexpr FileFormat rectification_format{"muster.rectification", rectification_schema_version, "rectification.not_one",
                                          "rectification.newer"};

double number_or_zero(const floorplans::JsonCursor& object, const char* key) {
    return number_in(object, key).value_or(0.0);
}
int whole(const floorplans::JsonCursor& object, const char* key) {
    return static_cast<int>(std::clamp(number_or_zero(object, key), -1e9, 1e9));
}

ItemEvidence read_evidence(const floorplans::JsonCursor& at) {
    return {whole(at, "rank"),
            whole(at, "persons"),
            number_or_zero(at, "clear_width_m"),
            number_or_zero(at, "peak_density_per_m2"),
            number_or_zero(at, "congested_s"),
            number_or_zero(at, "lost_person_s"),
            number_or_zero(at, "peak_pressure_n_m"),
            whole(at, "longest_queue"),
            whole(at, "held")};
}

ItemGain read_gain(const floorplans::JsonCursor& at, analysis::Figure figure) {
    ItemGain g;
    g.figure = figure;
    g.pairs = whole(at, "pairs");
    g.before_median = number_in(at, "before_median");
    g.after_median = number_in(at, "after_median");
    g.before_p95 = number_in(at, "before_p95");
    g.after_p95 = number_in(at, "after_p95");
    g.difference = number_in(at, "difference");
    g.low = number_in(at, "low");
    g.high = number_in(at, "high");
    g.p95_difference = number_in(at, "p95_difference");
    g.p95_low = number_in(at, "p95_low");
    g.p95_high = number_in(at, "p95_high");
    g.p_value = number_in(at, "p_value").value_or(1.0);
    g.evidence = at["evidence"].word<analysis::Evidence>().value_or(analysis::Evidence::too_few);
    return g;
}

RectificationItem read_item(const floorplans::JsonCursor& at) {
    RectificationItem item;
    item.id = at["id"].string();
    item.kind = at["kind"].string();
    item.rank = whole(at, "rank");
    read_found(at, item);
    item.evidence = read_evidence(at["evidence"]);
    item.plan = text_in(at, "plan");
    item.scenario = text_in(at, "scenario");
    item.standing = at["standing"].word<ItemStanding>().value_or(ItemStanding::simulated);
    item.standing_reason = name_in(at, "standing_reason");
    const floorplans::JsonCursor gain = at["gain"];
    for (const analysis::Figure figure : analysis::all_figures)
        if (gain.has(analysis::code_of(figure)))
            item.gain.push_back(read_gain(gain[analysis::code_of(figure)], figure));
    if (at.has("estimate"))
        item.estimate = {number_or_zero(at["estimate"], "before_s"), number_or_zero(at["estimate"], "after_s")};
    item.significant = truth_in(at, "significant");
    item.p_adjusted = number_in(at, "p_adjusted").value_or(1.0);
    for (const floorplans::JsonCursor& code : at["worse"].elements()) item.worse.push_back(code.string());
    return item;
}

}  // namespace

Checked<RectificationFile> read_rectification(const floorplans::JsonDocument& document) {
    Checked<RectificationFile> out;
    const floorplans::JsonCursor root(document, out.findings);
    if (!is_of(rectification_format, root, document.file(), out.findings)) return out;
    RectificationFile file;
    file.program_version = text_in(root, "program_version");
    file.date = text_in(root, "date");
    file.school = text_in(root, "school");
    file.plan_id = text_in(root, "plan_id");
    file.plan_name = name_in(root, "plan_name");
    file.scenario_id = text_in(root, "scenario_id");
    file.scenario_name = name_in(root, "scenario_name");
    file.plan = text_in(root, "plan");
    file.scenario = text_in(root, "scenario");
    for (const floorplans::JsonCursor& seed : root["seeds"].elements())
        if (seed.raw().is_number_unsigned()) file.seeds.push_back(seed.raw().get<std::uint64_t>());
    for (const floorplans::JsonCursor& item : root["items"].elements()) file.items.push_back(read_item(item));
    for (Finding& f : out.findings)
        if (f.file.empty()) f.file = document.file();
    if (!has_errors(out.findings)) out.value = std::move(file);
    return out;
}

Checked<RectificationFile> read_rectification(const std::string& path) {
    const Checked<floorplans::JsonDocument> document = floorplans::JsonDocument::load(path);
    return document ? read_rectification(*document.value) : Checked<RectificationFile>{std::nullopt, document.findings};
}

}  // namespace muster::store
