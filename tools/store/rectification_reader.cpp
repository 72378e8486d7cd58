// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <limits>
#include <nlohmann/json.hpp>

#include "floorplans/json_cursor.h"
#include "tools/store/rectification_file.h"
#include "tools/store/rectification_words.h"

namespace muster {

namespace {

// A member that is not there stays as it is in an empty item.
constexpr double any = std::numeric_limits<double>::max();

std::string text(const JsonCursor& object, const char* key) {
    return object.has(key) && object[key].is_string() ? object[key].raw().get<std::string>() : std::string();
}
Name name(const JsonCursor& object, const char* key) {
    return object.has(key) ? Name{text(object[key], "zh-CN"), text(object[key], "en")} : Name{};
}
std::optional<double> number(const JsonCursor& object, const char* key) {
    if (!object.has(key) || !object[key].is_number()) return std::nullopt;
    return object[key].number(-any, any);
}
double number_or(const JsonCursor& object, const char* key, double fallback = 0.0) {
    return number(object, key).value_or(fallback);
}
int whole(const JsonCursor& object, const char* key) {
    return static_cast<int>(std::clamp(number_or(object, key), -1e9, 1e9));
}
bool truth(const JsonCursor& object, const char* key) {
    return object.has(key) && object[key].raw().is_boolean() && object[key].raw().get<bool>();
}
template <class Enum>
Enum word(const JsonCursor& object, const char* key, std::initializer_list<std::string_view> words) {
    return static_cast<Enum>(std::max(0, object[key].word(words)));
}

ItemBasis read_basis(const JsonCursor& at) {
    ItemBasis b{
        text(at, "pack"), text(at, "rule"), text(at, "clause"), name(at, "text"), truth(at, "verified"), {}, {}, {},
        text(at, "unit")};
    b.required = number(at, "required");
    b.actual = number(at, "actual");
    b.ratio = number(at, "ratio");
    return b;
}

ItemEvidence read_evidence(const JsonCursor& at) {
    return {whole(at, "rank"),
            whole(at, "persons"),
            number_or(at, "clear_width_m"),
            number_or(at, "peak_density_per_m2"),
            number_or(at, "congested_s"),
            number_or(at, "lost_person_s"),
            number_or(at, "peak_pressure_n_m"),
            whole(at, "longest_queue")};
}

ItemGain read_gain(const JsonCursor& at, Figure figure) {
    ItemGain g;
    g.figure = figure;
    g.pairs = whole(at, "pairs");
    g.before_median = number(at, "before_median");
    g.after_median = number(at, "after_median");
    g.before_p95 = number(at, "before_p95");
    g.after_p95 = number(at, "after_p95");
    g.difference = number(at, "difference");
    g.low = number(at, "low");
    g.high = number(at, "high");
    g.p95_difference = number(at, "p95_difference");
    g.p95_low = number(at, "p95_low");
    g.p95_high = number(at, "p95_high");
    g.p_value = number_or(at, "p_value", 1.0);
    g.evidence = word<Evidence>(at, "evidence", evidences());
    return g;
}

RectificationItem read_item(const JsonCursor& at) {
    RectificationItem item;
    item.id = at["id"].string();
    item.kind = at["kind"].string();
    item.rank = whole(at, "rank");
    const JsonCursor site = at["site"];
    item.site = {text(site, "type"), text(site, "key"), text(site, "level"), name(site, "name")};
    item.hazard_level = word<HazardLevel>(at, "hazard_level", hazard_levels());
    item.category = word<HazardCategory>(at, "category", categories());
    item.description = name(at, "description");
    item.measure = name(at, "measure");
    item.basis = read_basis(at["basis"]);
    item.evidence = read_evidence(at["evidence"]);
    item.plan = text(at, "plan");
    item.scenario = text(at, "scenario");
    item.standing = word<ItemStanding>(at, "standing", standings());
    item.standing_reason = name(at, "standing_reason");
    const JsonCursor gain = at["gain"];
    for (const Figure figure : all_figures)
        if (gain.has(code_of(figure))) item.gain.push_back(read_gain(gain[code_of(figure)], figure));
    if (at.has("estimate"))
        item.estimate = {number_or(at["estimate"], "before_s"), number_or(at["estimate"], "after_s")};
    item.significant = truth(at, "significant");
    item.p_adjusted = number_or(at, "p_adjusted", 1.0);
    for (const JsonCursor& code : at["worse"].elements()) item.worse.push_back(code.string());
    return item;
}

Finding problem(const char* code, const std::string& file) {
    return {Severity::error, code, "", file, 0, {{"file", file}}};
}

}  // namespace

Checked<RectificationFile> read_rectification(const std::string& path) {
    Checked<RectificationFile> out;
    Checked<JsonDocument> document = JsonDocument::load(path);
    out.findings = std::move(document.findings);
    if (!document) return out;
    const JsonCursor root(*document.value, out.findings);
    if (!root.is_object() || text(root, "format") != "muster.rectification") {
        out.findings.push_back(problem("rectification.not_one", path));
        return out;
    }
    if (number_or(root, "schema_version") > rectification_schema_version) {
        out.findings.push_back(problem("rectification.newer", path));
        return out;
    }
    RectificationFile file;
    file.program_version = text(root, "program_version");
    file.date = text(root, "date");
    file.school = text(root, "school");
    file.plan_id = text(root, "plan_id");
    file.plan_name = name(root, "plan_name");
    file.scenario_id = text(root, "scenario_id");
    file.scenario_name = name(root, "scenario_name");
    file.plan = text(root, "plan");
    file.scenario = text(root, "scenario");
    for (const JsonCursor& seed : root["seeds"].elements())
        if (seed.raw().is_number_unsigned()) file.seeds.push_back(seed.raw().get<std::uint64_t>());
    for (const JsonCursor& item : root["items"].elements()) file.items.push_back(read_item(item));
    for (Finding& f : out.findings)
        if (f.file.empty()) f.file = path;
    if (!has_errors(out.findings)) out.value = std::move(file);
    return out;
}

}  // namespace muster
