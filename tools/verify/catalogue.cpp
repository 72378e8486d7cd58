// SPDX-License-Identifier: Apache-2.0
#include "tools/verify/catalogue.h"

#include <array>
#include <filesystem>
#include <iterator>
#include <nlohmann/json.hpp>
#include <unordered_set>

#include "scenarios/references.h"
#include "sim/base/findings.h"
#include "tools/verify/measure.h"
#include "tools/verify/words.h"

namespace muster::verify {

namespace {

namespace fs = std::filesystem;

constexpr std::array suites{"imo", "rimea", "nist", "iso", "hydraulic", "experiments", "fire", "earthquake"};
constexpr int max_seeds = 10'000;

Name text_or_nothing(const floorplans::JsonCursor& place, const char* key) {
    return place.has(key) ? place[key].name() : Name{};
}

std::optional<Name> reason(const floorplans::JsonCursor& place, const char* key) {
    if (!place.has(key)) return std::nullopt;
    return place[key].name();
}

std::map<std::string, double> read_limits(const floorplans::JsonCursor& place) {
    std::map<std::string, double> out;
    if (place.missing() || !place.is_object()) return out;
    for (const auto& [key, value] : place.raw().items()) out[key] = place[key].number(-1e9, 1e9);
    return out;
}

std::map<Tier, int> read_seeds(const floorplans::JsonCursor& place) {
    std::map<Tier, int> out;
    place.allow_keys({"quick", "normal", "full"});
    for (const auto& [tier, key] : words_of<Tier>)
        if (place.has(key)) out[tier] = place[key].integer(1, max_seeds, 1);
    return out;
}

std::vector<std::string> read_cases(const floorplans::JsonCursor& place, const std::string& folder) {
    std::vector<std::string> out;
    if (place.missing()) return out;
    for (const floorplans::JsonCursor& one : place.elements()) {
        out.push_back((fs::path(folder) / one.string()).lexically_normal().string());
        std::error_code ignored;
        if (!fs::is_regular_file(out.back(), ignored))
            one.report(Severity::error, "verify.no_such_case", {{"file", out.back()}});
    }
    return out;
}

TestEntry read_test(const floorplans::JsonCursor& place, const std::string& suite, const std::string& folder) {
    place.allow_keys({"id", "label", "document", "clause", "what", "criterion", "target", "peers", "remark", "role",
                      "measure", "cases", "limits", "seeds", "expected_failure", "not_applicable"});
    TestEntry test;
    test.suite = suite;
    test.id = place["id"].string();
    test.label = place["label"].string();
    test.document = place["document"].string();
    test.clause = place["clause"].string();
    test.what = place["what"].name();
    test.criterion = place["criterion"].name();
    test.target = text_or_nothing(place, "target");
    test.peers = text_or_nothing(place, "peers");
    test.remark = text_or_nothing(place, "remark");
    test.role = place["role"].word_or(Role::verification);
    test.expected_failure = reason(place, "expected_failure");
    test.not_applicable = reason(place, "not_applicable");
    if (test.not_applicable) return test;
    test.measure = place["measure"].string();
    if (!test.measure.empty() && find_measure(test.measure) == nullptr)
        place["measure"].report(Severity::error, "verify.no_such_measure", {{"measure", test.measure}});
    test.cases = read_cases(place["cases"], folder);
    test.limits = read_limits(place["limits"]);
    test.seeds = read_seeds(place["seeds"]);
    return test;
}

void add_suite(const std::string& suite, const std::string& folder, std::vector<TestEntry>& tests, Findings& findings) {
    const std::string path = (fs::path(folder) / (suite + ".catalogue.json")).string();
    std::error_code ignored;
    if (!fs::exists(path, ignored)) return;
    const Checked<floorplans::JsonDocument> document = floorplans::JsonDocument::load(path);
    append(findings, document.findings);
    if (!document) return;
    Checked<std::vector<TestEntry>> read = read_suite(*document.value, suite, folder);
    append(findings, read.findings);
    if (read) std::move(read.value->begin(), read.value->end(), std::back_inserter(tests));
}

}  // namespace

Checked<std::vector<TestEntry>> read_suite(const floorplans::JsonDocument& document, const std::string& suite,
                                           const std::string& folder) {
    Checked<std::vector<TestEntry>> out;
    const floorplans::JsonCursor root(document, out.findings);
    if (!scenarios::check_header(root, "muster.verification")) return out;
    std::vector<TestEntry> tests;
    root.allow_keys({"$schema", "format", "schema_version", "suite", "tests"});
    if (root["suite"].string() != suite)
        root["suite"].report(Severity::error, "verify.other_suite", {{"suite", suite}});
    std::unordered_set<std::string> seen;
    for (const floorplans::JsonCursor& place : scenarios::required_elements(root, "tests")) {
        tests.push_back(read_test(place, suite, folder));
        if (!seen.insert(tests.back().id).second)
            place["id"].report(Severity::error, "verify.duplicate_id", {{"id", tests.back().id}});
    }
    if (!has_errors(out.findings)) out.value = std::move(tests);
    return out;
}

Checked<std::vector<TestEntry>> read_catalogue(const std::string& folder) {
    Checked<std::vector<TestEntry>> out;
    std::vector<TestEntry> tests;
    for (const char* suite : suites) add_suite(suite, folder, tests, out.findings);
    if (tests.empty() && out.findings.empty())
        out.findings.push_back({Severity::error, "verify.no_catalogue", "", folder, 0, {{"folder", folder}}});
    if (!has_errors(out.findings)) out.value = std::move(tests);
    return out;
}

}  // namespace muster::verify
