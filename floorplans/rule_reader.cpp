// SPDX-License-Identifier: Apache-2.0
#include "floorplans/rule_reader.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "floorplans/json_cursor.h"
#include "floorplans/rule_checks.h"
#include "sim/planning/rule_words.h"

namespace muster::floorplans {

namespace {

constexpr std::size_t max_rules = 1000;

void read_head(const JsonCursor& root, planning::RulePack& pack) {
    root.allow_keys(
        {"$schema", "format", "schema_version", "id", "name", "short", "version", "comparison", "applies_to", "rules"});
    const std::string format = root["format"].string();
    if (!format.empty() && format != "muster.rules")
        root["format"].report(Severity::error, "rules.wrong_format", {{"format", format}});
    const int version = root["schema_version"].integer(1, 1'000'000, 1);
    if (version > 1)
        root["schema_version"].report(Severity::error, "rules.newer_version", {{"version", std::to_string(version)}});
    pack.key = root["id"].string();
    pack.name = root["name"].name();
    pack.short_name = root.has("short") ? root["short"].name() : Name{pack.key, pack.key};
    pack.version = root["version"].string();
    pack.comparison = root.has("comparison") && root["comparison"].boolean();
    pack.applies_to = root["applies_to"].words<SpaceUse>();
}

void read_rule(const JsonCursor& json, planning::RulePack& pack) {
    json.allow_keys({"id", "clause", "text", "level", "source", "where", "verified", "short_is_major", "all_in",
                     "not_all_in", "check"});
    planning::Rule rule;
    rule.id = json["id"].string();
    rule.clause = json["clause"].string();
    rule.text = json["text"].name();
    rule.mandatory = json["level"].word_in(planning::rule_levels).value_or(true);
    rule.source = json["source"].word<planning::RuleSource>().value_or(rule.source);
    if (json.has("where")) rule.where = json["where"].name();
    rule.verified = json.has("verified") && json["verified"].boolean();
    rule.short_is_major = json.has("short_is_major") && json["short_is_major"].boolean();
    rule.all_in = json["all_in"].words<SpaceUse>();
    rule.not_all_in = json["not_all_in"].words<SpaceUse>();
    // What nobody opened nobody has checked.
    if (rule.verified && rule.source == planning::RuleSource::unseen)
        json["verified"].report(Severity::error, "rules.verified_unseen", {{"rule", rule.id}});
    if (json["check"].missing())
        return json.report(Severity::error, "json.missing_key",
                           {{"key", "check"}, {"expected", "{\"kind\": \"door_width\", ...}"}});
    if (auto check = read_rule_check(json["check"])) {
        rule.check = std::move(*check);
        pack.rules.push_back(std::move(rule));
    }
}

// What a check speaks of, without its figures.
nlohmann::json subject_of(const JsonCursor& rule) {
    nlohmann::json subject = {rule["id"].raw(), rule["clause"].raw()};
    for (const char* key : {"kind", "of", "doors", "uses", "fixtures", "over_persons", "inside_room", "reason"})
        subject.push_back(rule["check"].has(key) ? rule["check"][key].raw() : nlohmann::json());
    for (const char* key : {"all_in", "not_all_in"})
        subject.push_back(rule.has(key) ? rule[key].raw() : nlohmann::json());
    return subject;
}

// Two rules of one id and clause about the same thing are a copy that was left unchanged, or one that was meant to have
// an id of its own: a ledger takes what falls short of either for one hazard.
void warn_of_copies(const std::vector<JsonCursor>& rules) {
    std::vector<nlohmann::json> before;
    for (const JsonCursor& rule : rules) {
        if (!rule.has("id") || !rule.has("clause") || !rule["check"].is_object()) continue;
        nlohmann::json subject = subject_of(rule);
        if (std::find(before.begin(), before.end(), subject) != before.end())
            rule["id"].report(Severity::warning, "rules.rule_twice",
                              {{"rule", rule["id"].string()}, {"clause", rule["clause"].string()}});
        before.push_back(std::move(subject));
    }
}

}  // namespace

Checked<planning::RulePack> read_rule_pack(const JsonDocument& document) {
    Findings findings;
    planning::RulePack pack;
    const JsonCursor root(document, findings);
    if (!root.is_object()) {
        static_cast<void>(root["format"]);  // reports the wrong type
        return {{}, std::move(findings)};
    }
    read_head(root, pack);
    const auto rules = root["rules"].elements();
    if (rules.size() > max_rules)
        root["rules"].report(Severity::error, "json.too_many", {{"limit", std::to_string(max_rules)}});
    else
        for (const JsonCursor& rule : rules) read_rule(rule, pack);
    if (!has_errors(findings)) warn_of_copies(rules);
    if (rules.empty()) root.report(Severity::error, "rules.no_rules");
    if (has_errors(findings)) return {{}, std::move(findings)};
    return {std::move(pack), std::move(findings)};
}

Checked<planning::RulePack> read_rule_pack(const std::string& path) {
    Checked<JsonDocument> document = JsonDocument::load(path);
    if (!document) return {{}, std::move(document.findings)};
    Checked<planning::RulePack> read = read_rule_pack(*document.value);
    read.findings.insert(read.findings.begin(), document.findings.begin(), document.findings.end());
    return read;
}

}  // namespace muster::floorplans
