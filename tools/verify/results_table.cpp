// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>

#include "render/text/columns.h"
#include "tools/verify/verify_texts.h"

namespace muster::verify {

namespace {

constexpr std::array<std::string_view, verdict_count> verdict_ids{
    "passed", "off_target", "failed", "expected_failure", "unexpected_pass", "not_applicable", "not_run"};
constexpr std::array<std::string_view, verdict_count> verdict_signs{"✓", "✓~", "✗", "(✗)", "!", "–", "·"};

const Name& remark_of(const TestResult& r) {
    if (r.verdict == TestVerdict::expected_failure || r.verdict == TestVerdict::unexpected_pass)
        return *r.test->expected_failure;
    if (r.verdict == TestVerdict::not_applicable) return *r.test->not_applicable;
    if (!r.measured.not_run.en.empty()) return r.measured.not_run;
    return r.measured.remark;
}

}  // namespace

std::string_view verdict_id(TestVerdict verdict) { return verdict_ids[static_cast<std::size_t>(verdict)]; }

std::string verdict_word(TestVerdict verdict, const text::Catalogue& words) {
    return words.text("verify.verdict." + std::string(verdict_id(verdict)));
}

std::string_view verdict_sign(TestVerdict verdict) { return verdict_signs[static_cast<std::size_t>(verdict)]; }

std::string figure_text(const TestResult& r, const text::Catalogue& words) {
    if (!r.failure.empty()) return r.failure;
    if (!r.measured.figure.empty()) return r.measured.figure;
    const Name& why = remark_of(r);
    return r.verdict == TestVerdict::not_run && why.en.empty() ? words.text("verify.other_tier")
                                                               : text::in_language(why, words.lang());
}

std::string totals_text(const std::vector<TestResult>& results, const text::Catalogue& words) {
    std::string out;
    for (std::size_t v = 0; v < verdict_count; ++v) {
        const auto n = std::count_if(results.begin(), results.end(),
                                     [v](const TestResult& r) { return static_cast<std::size_t>(r.verdict) == v; });
        if (n == 0) continue;
        out += (out.empty() ? "" : words.text("list.clause")) + std::to_string(n) + " " +
               verdict_word(static_cast<TestVerdict>(v), words);
    }
    return out;
}

std::string results_table(const std::vector<TestResult>& results, const text::Catalogue& words, std::size_t columns) {
    constexpr std::size_t label = 15, verdict = 18;
    const std::size_t rest = std::max<std::size_t>(60, columns) - label - verdict - 8;
    const bool with_peers = std::any_of(results.begin(), results.end(), [&](const TestResult& r) {
        return !text::in_language(r.test->peers, words.lang()).empty();
    });
    const std::size_t what = rest * 30 / 100, criterion = rest * (with_peers ? 28 : 20) / 100;
    const std::size_t peers = with_peers ? rest * 18 / 100 : text::columns_of(words.text("verify.column.peers"));
    const std::size_t figure = rest - what - criterion - peers;
    const auto line = [&](const std::string& a, const std::string& b, const std::string& c, const std::string& d,
                          const std::string& e, const std::string& f) {
        std::string row = text::fitted(a, label) + "  " + text::fitted(b, what) + "  " + text::fitted(c, criterion) +
                          "  " + text::fitted(d, figure) + "  " + text::fitted(e, peers) + "  " + f;
        while (!row.empty() && row.back() == ' ') row.pop_back();
        return row + "\n";
    };
    const auto say = [&](const char* id) { return words.text(std::string("verify.column.") + id); };
    std::string out = line(say("test"), say("what"), say("criterion"), say("figure"), say("peers"), say("verdict"));
    const text::Lang lang = words.lang();
    for (const TestResult& r : results)
        out += line(r.test->label, text::in_language(r.test->what, lang), text::in_language(r.test->criterion, lang),
                    figure_text(r, words), text::in_language(r.test->peers, lang),
                    std::string(verdict_sign(r.verdict)) + " " + verdict_word(r.verdict, words));
    return out;
}

std::string results_remarks(const std::vector<TestResult>& results, const text::Catalogue& words) {
    std::string out;
    const text::Lang lang = words.lang();
    for (const TestResult& r : results) {
        if (r.verdict == TestVerdict::passed || r.verdict == TestVerdict::not_applicable ||
            r.verdict == TestVerdict::not_run)
            continue;
        out += r.test->label + "  " + verdict_word(r.verdict, words) + "\n";
        const auto more = [&](const char* id, const std::string& text) {
            const std::string label = words.text(std::string("verify.column.") + id);
            if (!text.empty()) out += "    " + text::joined({label, text}, "list.label", lang) + "\n";
        };
        more("criterion", text::in_language(r.test->criterion, lang));
        more("target", text::in_language(r.test->target, lang));
        more("figure", figure_text(r, words));
        more("remark", text::in_language(remark_of(r), lang));
    }
    return out;
}

std::string results_markdown(const std::vector<TestResult>& results, const SuiteFacts& facts) {
    const text::Catalogue words(text::Lang::en);
    const auto cell = [](std::string text) {
        for (std::size_t at = 0; (at = text.find('|', at)) != std::string::npos; at += 2) text.insert(at, "\\");
        std::replace(text.begin(), text.end(), '\n', ' ');
        return text.empty() ? std::string("–") : text;
    };
    std::string out = "# Verification results\n\nWritten by `muster verify`; do not edit. " + facts.version + ", " +
                      facts.machine + ", " + facts.date + ", tier " +
                      words.text(facts.tier == Tier::full     ? "verify.tier.full"
                                 : facts.tier == Tier::normal ? "verify.tier.normal"
                                                              : "verify.tier.quick") +
                      ": " + totals_text(results, words) + ".\n\n" + words.text("verify.how_to_read") + "\n\n" +
                      "| test | what | 内容 | criterion | our figure | others | runs | verdict | remark |\n" +
                      "| --- | --- | --- | --- | --- | --- | --- | --- | --- |\n";
    for (const TestResult& r : results) {
        std::string remark = remark_of(r).en;
        if (!r.test->remark.en.empty()) remark += (remark.empty() ? "" : " ") + r.test->remark.en;
        out += "| " + cell(r.test->label) + " | " + cell(r.test->what.en) + " | " + cell(r.test->what.zh) + " | " +
               cell(r.test->criterion.en) + " | " + cell(figure_text(r, words)) + " | " + cell(r.test->peers.en) +
               " | " + (r.seeds > 0 ? std::to_string(r.seeds) : "–") + " | " + std::string(verdict_sign(r.verdict)) +
               " " + verdict_word(r.verdict, words) + " | " + cell(remark) + " |\n";
    }
    return out;
}

}  // namespace muster::verify
