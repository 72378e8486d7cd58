// SPDX-License-Identifier: Apache-2.0
#include "render/papers/compliance/compliance_page.h"

#include "render/papers/compliance/compliance_tables.h"
#include "render/text/catalogue.h"

namespace muster::papers {

namespace {

class CompliancePage {
public:
    explicit CompliancePage(const text::ComplianceText& text) : text_(text), words_(text.lang) {}

    document::Document make() {
        document::Document page;
        page.lang = text_.lang;
        page.kind = document::DocumentKind::report;
        page.title = words_.text("compliance.title");
        page.subtitle = text::in_language(text_.building.name, text_.lang);
        page.footer = words_.text("report.disclaimer");
        verdict();
        add(document::Heading{words_.text("compliance.storeys")});
        for (document::DocumentBlock& block : storey_width_blocks(text_)) add(std::move(block));
        lines("compliance.findings", text::LineKind::bad);
        panel();
        lines("compliance.not_judged", text::LineKind::not_judged);
        lines("compliance.passed", text::LineKind::passed);
        basis();
        page.sections.push_back(std::move(section_));
        return page;
    }

private:
    void add(document::DocumentBlock block) { section_.blocks.push_back(std::move(block)); }

    void verdict() {
        int persons = 0;
        for (const planning::BuildingBlock& block : text_.result.blocks) persons += block.persons;
        add(document::Callout{
            text_.result.anything_short() ? document::Tone::bad : document::Tone::good,
            text_.total(),
            {words_.text("compliance.persons_total", {{"building", text::in_language(text_.building.name, text_.lang)},
                                                      {"persons", std::to_string(persons)}})}});
    }

    void lines(const char* title, text::LineKind kind) {
        const auto lines = text::other_lines(text_.result, kind);
        add(document::Heading{words_.text(title)});
        if (lines.empty())
            add(document::Paragraph{kind == text::LineKind::bad ? words_.text("compliance.none_short") : "–"});
        else
            add_marked(line_table(text_, lines));
    }

    void panel() {
        document::Table table = panel_table(text_);
        if (table.rows.empty()) return;
        add(document::Heading{words_.text("compliance.panel")});
        add_marked(std::move(table));
    }

    void add_marked(document::Table table) {
        table.notes = {words_.text("compliance.mark")};
        add(std::move(table));
    }

    void basis() {
        add(document::Heading{words_.text("compliance.basis")});
        document::List assumptions;
        for (const std::string& id : text_.result.assumptions) assumptions.items.push_back(words_.text(id));
        for (const char* id : {"compliance.how.distance", "compliance.how.unchecked"})
            assumptions.items.push_back(words_.text(id));
        add(std::move(assumptions));
        for (const planning::RulePack& pack : text_.packs)
            add(document::Paragraph{text::in_language(pack.short_name, text_.lang) + " (" + pack.key +
                                        "): " + text::in_language(pack.name, text_.lang),
                                    document::Voice::note});
        add_marked(rule_table(text_));
    }

    const text::ComplianceText& text_;
    text::Catalogue words_;
    document::Section section_;
};

}  // namespace

document::Document compliance_document(const text::ComplianceText& text) { return CompliancePage(text).make(); }

std::vector<document::DocumentBlock> storey_width_blocks(const text::ComplianceText& text) {
    document::Table table = storey_table(text);
    const text::Catalogue words(text.lang);
    for (const char* id : {"compliance.mark", "compliance.how.widths", "compliance.how.storeys"})
        table.notes.push_back(words.text(id));
    return {std::move(table)};
}

}  // namespace muster::papers
