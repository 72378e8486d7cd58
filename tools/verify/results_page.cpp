// SPDX-License-Identifier: Apache-2.0
#include <filesystem>

#include "render/papers/run_report/parameter_table.h"
#include "render/picture/series_chart.h"
#include "render/text/names.h"
#include "tools/verify/verify_texts.h"

namespace muster::verify {

namespace {

constexpr int chart_width_px = 1400;  // 175 mm at 200 dots per inch
constexpr double chart_width_mm = 175.0;

picture::SeriesShape shape_of(Plot::Shape shape) {
    switch (shape) {
        case Plot::Shape::points:
            break;
        case Plot::Shape::line:
            return picture::SeriesShape::line;
        case Plot::Shape::steps:
            return picture::SeriesShape::steps;
        case Plot::Shape::band:
            return picture::SeriesShape::band;
    }
    return picture::SeriesShape::points;
}

class PageMaker {
public:
    PageMaker(const std::vector<TestResult>& results, const SuiteFacts& facts, text::Lang lang)
        : results_(results), facts_(facts), words_(lang) {}

    document::Document make() {
        document::Document page;
        page.lang = words_.lang();
        page.kind = document::DocumentKind::report;
        page.title = say("title");
        section_.landscape = true;
        add(document::Paragraph{totals_text(results_, words_), document::Voice::lead});
        add(document::Paragraph{facts_.version + " · " + facts_.machine + " · " + facts_.date + " · " + tier() + " · " +
                                    words_.text("verify.took", {{"seconds", text::number_text(facts_.wall_s, 0)}}),
                                document::Voice::quiet});
        add(document::Paragraph{say("how_to_read")});
        overview();
        for (const TestResult& r : results_) details(r);
        parameters();
        page.sections.push_back(std::move(section_));
        return page;
    }

private:
    void add(document::DocumentBlock block) { section_.blocks.push_back(std::move(block)); }
    [[nodiscard]] std::string say(const std::string& id) const { return words_.text("verify." + id); }
    [[nodiscard]] std::string in(const Name& name) const { return text::in_language(name, words_.lang()); }
    [[nodiscard]] std::string tier() const {
        return say(facts_.tier == Tier::full     ? "tier.full"
                   : facts_.tier == Tier::normal ? "tier.normal"
                                                 : "tier.quick");
    }
    [[nodiscard]] document::Cell verdict(const TestResult& r) const {
        document::Cell cell(std::string(verdict_sign(r.verdict)) + " " + verdict_word(r.verdict, words_));
        if (is_failure(r.verdict)) cell.tone = document::Tone::bad;
        return cell;
    }

    // A table per suite.
    void overview() {
        for (auto first = results_.begin(); first != results_.end();) {
            const std::string& suite = first->test->suite;
            document::Table table = empty_table(suite);
            for (; first != results_.end() && first->test->suite == suite; ++first)
                table.rows.push_back({first->test->label, in(first->test->what), in(first->test->criterion),
                                      figure_text(*first, words_), in(first->test->peers), verdict(*first)});
            add(document::Heading{say("suite." + suite)});
            add(std::move(table));
        }
        add(document::Heading{say("details")});
    }

    [[nodiscard]] document::Table empty_table(const std::string& suite) const {
        using document::ColumnLook;
        document::Table table;
        table.key = suite;
        const auto column = [&](const char* id, ColumnLook look) {
            table.columns.push_back({.key = id, .heading = say(std::string("column.") + id), .look = look});
        };
        column("test", ColumnLook::code);
        column("what", ColumnLook::prose);
        column("criterion", ColumnLook::prose);
        column("figure", ColumnLook::prose);
        column("peers", ColumnLook::remark);
        column("verdict", ColumnLook::line);
        return table;
    }

    void details(const TestResult& r) {
        const TestEntry& t = *r.test;
        add(document::Heading{t.label + "  " + in(t.what), 2});
        document::Facts facts{{}, 1};
        const auto fact = [&](const char* id, const std::string& text) {
            if (!text.empty()) facts.facts.push_back({say(std::string("column.") + id), text});
        };
        fact("document", t.document + ", " + t.clause);
        fact("role", say(t.role == Role::verification  ? "role.verification"
                         : t.role == Role::calibration ? "role.calibration"
                                                       : "role.validation"));
        fact("criterion", in(t.criterion));
        fact("target", in(t.target));
        fact("figure", figure_text(r, words_));
        fact("verdict", verdict(r).text);
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
        add(std::move(facts));
        for (const Plot& plot : r.measured.plots) add(chart(plot));
    }

    [[nodiscard]] document::Picture chart(const Plot& plot) const {
        picture::SeriesChart chart{"", in(plot.x_label), in(plot.y_label), {}};
        for (const Plot::Series& s : plot.series)
            chart.series.push_back({in(s.label), shape_of(s.shape), s.x, s.y, s.y_high});
        const std::string png =
            picture::draw_series(chart, {words_.lang(), picture::PictureFormat::png, chart_width_px});
        return {png, in(plot.title), chart_width_mm};
    }

    void parameters() {
        add(document::Heading{say("parameters")});
        add(document::Paragraph{words_.text("report.parameters_note"), document::Voice::note});
        add(papers::parameter_table(facts_.parameters, words_));
    }

    const std::vector<TestResult>& results_;
    const SuiteFacts& facts_;
    text::Catalogue words_;
    document::Section section_;
};

}  // namespace

document::Document results_page(const std::vector<TestResult>& results, const SuiteFacts& facts, text::Lang lang) {
    return PageMaker(results, facts, lang).make();
}

}  // namespace muster::verify
