// SPDX-License-Identifier: Apache-2.0
// The compliance check as a page, and its storey table for other pages.
#include "render/document/html.h"
#include "render/papers/compliance/compliance_tables.h"
#include "render/papers/run_report/report_page.h"
#include "render/text/catalogue.h"

namespace muster::papers {

namespace {

void write_table(document::Html& html, const std::vector<document::CsvRow>& rows,
                 const std::vector<const char*>& styles, const char* table_style) {
    html.open("table", table_style);
    for (std::size_t r = 0; r < rows.size(); ++r) {
        std::vector<document::HtmlCell> cells;
        for (std::size_t c = 0; c < rows[r].size(); ++c)
            cells.push_back({rows[r][c], c < styles.size() ? styles[c] : ""});
        if (r == 0)
            html.header_row(cells);
        else
            html.row(cells);
    }
    html.close("table");
}

class CompliancePage {
public:
    explicit CompliancePage(const text::ComplianceText& text) : text_(text), words_(text.lang) {}

    std::string page() {
        html_.raw("<!DOCTYPE html>\n<html lang=\"")
            .raw(text::tag_of(text_.lang))
            .raw("\">\n<head>\n<meta charset=\"utf-8\">\n");
        const std::string& building = text::in_language(text_.building.name, text_.lang);
        html_.element("title", words_.text("compliance.title") + " · " + building);
        html_.raw("<style>\n").raw(report_style).raw("</style>\n</head>\n<body>\n<main>\n");
        html_.element("h1", words_.text("compliance.title"));
        html_.element("p", building, "lead");
        verdict();
        html_.element("h2", words_.text("compliance.storeys"));
        storeys();
        lines("compliance.findings", text::LineKind::bad);
        if (panel_rows(text_).size() > 1) panel();
        lines("compliance.not_judged", text::LineKind::not_judged);
        lines("compliance.passed", text::LineKind::passed);
        basis();
        html_.element("p", words_.text("report.disclaimer"), "disclaimer");
        html_.raw("</main>\n</body>\n</html>\n");
        return html_.take();
    }

    std::string storeys_only() {
        storeys();
        return html_.take();
    }

private:
    void verdict() {
        const bool short_of = text_.result.anything_short();
        html_.open("div", short_of ? "verdict missed" : "verdict met");
        html_.element("p", text_.total(), "word");
        int persons = 0;
        for (const planning::BuildingBlock& block : text_.result.blocks) persons += block.persons;
        html_.element("p", words_.text("compliance.persons_total",
                                       {{"building", text::in_language(text_.building.name, text_.lang)},
                                        {"persons", std::to_string(persons)}}));
        html_.close("div");
    }

    void storeys() {
        write_table(html_, storey_rows(text_),
                    {"nowrap", "words", "nowrap", "num", "num", "nowrap", "num", "num", "num", "num", "", "words"},
                    "small");
        html_.element("p", words_.text("compliance.mark"), "note");
        for (const char* id : {"compliance.how.widths", "compliance.how.storeys"})
            html_.element("p", words_.text(id), "note");
    }

    void lines(const char* title, text::LineKind kind) {
        const auto lines = text::other_lines(text_.result, kind);
        html_.element("h2", words_.text(title));
        if (lines.empty())
            return static_cast<void>(
                html_.element("p", kind == text::LineKind::bad ? words_.text("compliance.none_short") : "–"));
        write_table(html_, line_rows(text_, lines), {"nowrap", "", "", "num", "num", "nowrap", ""}, "small");
        html_.element("p", words_.text("compliance.mark"), "note");
    }

    void panel() {
        html_.element("h2", words_.text("compliance.panel"));
        write_table(html_, panel_rows(text_), {"", "", "num", "num", "num", "num", "num", "num"}, "small");
        html_.element("p", words_.text("compliance.mark"), "note");
    }

    void basis() {
        html_.element("h2", words_.text("compliance.basis")).open("ul");
        for (const std::string& id : text_.result.assumptions) html_.element("li", words_.text(id));
        for (const char* id : {"compliance.how.distance", "compliance.how.unchecked"})
            html_.element("li", words_.text(id));
        html_.close("ul");
        rules();
    }

    // Each rule used, with where its figures come from.
    void rules() {
        std::vector<document::CsvRow> rows{
            {words_.text("compliance.column.rule"), words_.text("compliance.column.code"),
             words_.text("compliance.column.asks"), words_.text("compliance.column.source"),
             words_.text("compliance.column.checked")}};
        for (std::size_t p = 0; p < text_.packs.size(); ++p) {
            for (std::size_t r = 0; r < text_.packs[p].rules.size(); ++r) {
                const planning::Rule& rule = text_.packs[p].rules[r];
                planning::ComplianceLine line;
                line.pack = p;
                line.rule = r;
                line.clause = rule.clause;
                rows.push_back({rule.id, text_.clause(line), text::in_language(rule.text, text_.lang),
                                text_.source(line), rule.verified ? "✓" : "※"});
            }
        }
        for (const planning::RulePack& pack : text_.packs)
            html_.element("p",
                          text::in_language(pack.short_name, text_.lang) + " (" + pack.key +
                              "): " + text::in_language(pack.name, text_.lang),
                          "note");
        write_table(html_, rows, {"nowrap", "nowrap", "", "quiet", "num"}, "small");
        html_.element("p", words_.text("compliance.mark"), "note");
    }

    const text::ComplianceText& text_;
    text::Catalogue words_;
    document::Html html_;
};

}  // namespace

void write_compliance(ReportPage& page) {
    if (page.input.codes == nullptr || text::storey_widths(page.input.codes->result, false).empty()) return;
    page.heading("compliance.storeys");
    const CodeCheck& codes = *page.input.codes;
    page.html.raw(storey_widths_html({page.input.world->building, codes.packs, codes.result, page.lang()}));
    page.paragraph("compliance.how.unchecked", {}, "note");
}

std::string compliance_html(const text::ComplianceText& text) { return CompliancePage(text).page(); }

std::string storey_widths_html(const text::ComplianceText& text) { return CompliancePage(text).storeys_only(); }

}  // namespace muster::papers
