// SPDX-License-Identifier: Apache-2.0
#include <filesystem>

#include "render/document/html.h"
#include "render/papers/run_report/report_page.h"
#include "render/text/names.h"
#include "tools/verify/plot_svg.h"
#include "tools/verify/verify_texts.h"

namespace muster::verify {

namespace {

constexpr const char* page_style = R"css(
main { max-width: 297mm; }
.plot { width: 100%; max-width: 175mm; height: auto; font: 12px "Noto Sans CJK SC", Arial, sans-serif; display: block; margin: 2mm 0; }
.sign { font-weight: 700; white-space: nowrap; }
.failed, .unexpected { color: var(--bad); }
section { break-inside: avoid; border-top: .6pt solid var(--rule); padding-top: 2mm; }
dl { display: grid; grid-template-columns: 30mm 1fr; gap: .6mm 3mm; font-size: 9.3pt; line-height: 1.45; margin: 0 0 2mm; }
dt { color: var(--quiet); } dd { margin: 0; }
)css";

class Page {
public:
    Page(const std::vector<TestResult>& results, const SuiteFacts& facts, text::Lang lang)
        : results_(results), facts_(facts), words_(lang) {}

    std::string write() {
        html_.raw("<!DOCTYPE html>\n<html lang=\"")
            .raw(text::tag_of(words_.lang()))
            .raw("\"><head><meta charset=\"utf-8\">");
        html_.raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
        html_.element("title", say("title"));
        html_.raw("<style>").raw(papers::report_style).raw(page_style).raw("</style></head><body><main>\n");
        html_.element("h1", say("title"));
        html_.element("p", totals_text(results_, words_), "lead");
        html_.element("p",
                      facts_.version + " · " + facts_.machine + " · " + facts_.date + " · " + tier() + " · " +
                          words_.text("verify.took", {{"seconds", text::number_text(facts_.wall_s, 0)}}),
                      "quiet");
        html_.element("p", say("how_to_read"));
        overview();
        for (const TestResult& r : results_) details(r);
        parameters();
        html_.raw("</main></body></html>\n");
        return html_.take();
    }

private:
    [[nodiscard]] std::string say(const std::string& id) const { return words_.text("verify." + id); }
    [[nodiscard]] std::string in(const Name& name) const { return text::in_language(name, words_.lang()); }
    [[nodiscard]] std::string tier() const {
        return say(facts_.tier == Tier::full     ? "tier.full"
                   : facts_.tier == Tier::normal ? "tier.normal"
                                                 : "tier.quick");
    }
    [[nodiscard]] std::string verdict(const TestResult& r) const {
        return std::string(verdict_sign(r.verdict)) + " " + verdict_word(r.verdict, words_);
    }

    void overview() {
        std::string suite;
        for (const TestResult& r : results_) {
            if (r.test->suite != suite) {
                if (!suite.empty()) html_.close("table");
                suite = r.test->suite;
                html_.element("h2", say("suite." + suite));
                html_.open("table");
                html_.header_row({{say("column.test"), ""},
                                  {say("column.what"), ""},
                                  {say("column.criterion"), ""},
                                  {say("column.figure"), ""},
                                  {say("column.peers"), ""},
                                  {say("column.verdict"), ""}});
            }
            html_.row({{r.test->label, "key"},
                       {in(r.test->what), ""},
                       {in(r.test->criterion), ""},
                       {figure_text(r, words_), ""},
                       {in(r.test->peers), "quiet"},
                       {verdict(r), is_failure(r.verdict) ? "sign failed" : "sign"}});
        }
        if (!suite.empty()) html_.close("table");
        html_.element("h2", say("details"));
    }

    void fact(const char* id, const std::string& text) {
        if (text.empty()) return;
        html_.element("dt", say(std::string("column.") + id)).element("dd", text);
    }

    void details(const TestResult& r) {
        const TestEntry& t = *r.test;
        html_.open("section");
        html_.element("h3", t.label + "  " + in(t.what));
        html_.open("dl");
        fact("document", t.document + ", " + t.clause);
        fact("role", say(t.role == Role::verification  ? "role.verification"
                         : t.role == Role::calibration ? "role.calibration"
                                                       : "role.validation"));
        fact("criterion", in(t.criterion));
        fact("target", in(t.target));
        fact("figure", figure_text(r, words_));
        fact("verdict", verdict(r));
        fact("peers", in(t.peers));
        if (t.expected_failure) fact("reason", in(*t.expected_failure));
        if (t.not_applicable) fact("reason", in(*t.not_applicable));
        fact("remark", in(t.remark));
        fact("run_remark", in(r.measured.remark));
        std::string cases;
        for (const std::string& c : t.cases)
            cases += (cases.empty() ? "" : " · ") + std::filesystem::path(c).filename().string();
        fact("cases", cases);
        if (r.seeds > 0) fact("runs", std::to_string(r.seeds));
        html_.close("dl");
        for (const Plot& plot : r.measured.plots) html_.raw(plot_svg(plot, words_.lang()));
        html_.close("section");
    }

    void parameters() {
        html_.element("h2", say("parameters"));
        html_.element("p", words_.text("report.parameters_note"), "note");
        html_.open("table");
        html_.header_row({{words_.text("parameter.name"), ""},
                          {words_.text("parameter.key"), ""},
                          {words_.text("parameter.value"), "num"},
                          {words_.text("parameter.unit"), ""},
                          {words_.text("parameter.source"), ""}});
        for (const papers::ParameterRow& p : facts_.parameters)
            html_.row({{in(p.name), ""}, {p.key, "key"}, {p.value, "num"}, {p.unit, ""}, {in(p.source), "quiet"}});
        html_.close("table");
    }

    const std::vector<TestResult>& results_;
    const SuiteFacts& facts_;
    text::Catalogue words_;
    document::Html html_;
};

}  // namespace

std::string results_page(const std::vector<TestResult>& results, const SuiteFacts& facts, text::Lang lang) {
    return Page(results, facts, lang).write();
}

}  // namespace muster::verify
