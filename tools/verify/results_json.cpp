// SPDX-License-Identifier: Apache-2.0
#include <nlohmann/json.hpp>

#include "tools/verify/verify_texts.h"
#include "tools/verify/words.h"

namespace muster::verify {

namespace {

using Json = nlohmann::ordered_json;

Json both(const Name& name) { return {{"zh-CN", name.zh}, {"en", name.en}}; }

void add(Json& to, const char* key, const Name& name) {
    if (!name.en.empty() || !name.zh.empty()) to[key] = both(name);
}

Json row(const TestResult& r) {
    const TestEntry& t = *r.test;
    Json out = {
        {"id", t.id},         {"suite", t.suite},        {"label", t.label},     {"document", t.document},
        {"clause", t.clause}, {"role", word_of(t.role)}, {"what", both(t.what)}, {"criterion", both(t.criterion)}};
    add(out, "target", t.target);
    add(out, "peers", t.peers);
    add(out, "remark", t.remark);
    out["verdict"] = verdict_id(r.verdict);
    if (!r.measured.figure.empty()) out["figure"] = r.measured.figure;
    if (!r.failure.empty()) out["failure"] = r.failure;
    if (r.measured.on_target) out["on_target"] = *r.measured.on_target;
    add(out, "run_remark", r.measured.remark);
    add(out, "not_run", r.measured.not_run);
    if (t.expected_failure) add(out, "expected_failure", *t.expected_failure);
    if (t.not_applicable) add(out, "not_applicable", *t.not_applicable);
    out["seeds"] = r.seeds;
    out["wall_s"] = r.wall_s;
    return out;
}

}  // namespace

std::string results_json(const std::vector<TestResult>& results, const SuiteFacts& facts) {
    Json out = {{"format", "muster.verification_results"},
                {"schema_version", 1},
                {"version", facts.version},
                {"machine", facts.machine},
                {"date", facts.date},
                {"tier", word_of(facts.tier)},
                {"wall_s", facts.wall_s},
                {"tests", Json::array()}};
    for (const TestResult& r : results) out["tests"].push_back(row(r));
    return out.dump(2) + "\n";
}

}  // namespace muster::verify
