// SPDX-License-Identifier: Apache-2.0
#include "tools/office/ledger/notice.h"

#include "render/text/catalogue.h"

namespace muster::ledger {

namespace {

// One notice; words by id, values of its hazard.
class Notice {
public:
    Notice(const LedgerEntry& entry, const FormRequest& request)
        : entry_(entry), request_(request), words_(request.lang) {}

    [[nodiscard]] document::Section section(bool first) const {
        document::Section section;
        if (!first) section.blocks.emplace_back(document::Heading{say("ledger.notice.title"), 0});
        section.blocks.emplace_back(document::Paragraph{say("ledger.notice.number", {{"id", entry_.id}})});
        section.blocks.emplace_back(document::Paragraph{say("ledger.notice.to", {{"school", school()}})});
        section.blocks.emplace_back(document::Paragraph{say("ledger.notice.order", {{"date", date(field::found_on)}})});
        section.blocks.emplace_back(demand());
        section.blocks.emplace_back(document::Signatures{{say("ledger.notice.issued"), say("ledger.notice.received")}});
        section.blocks.emplace_back(document::Heading{say("ledger.notice.closing"), 2});
        section.blocks.emplace_back(review());
        section.blocks.emplace_back(
            document::Signatures{{say("ledger.col.reviewer"), say("ledger.col.close_signature")}});
        return section;
    }

private:
    [[nodiscard]] std::string say(const char* id, const text::TextArgs& args = {}) const {
        return words_.text(id, args);
    }
    [[nodiscard]] const std::string& both(const char* name) const { return entry_.get(name, request_.lang); }
    [[nodiscard]] std::string date(const char* name) const {
        return date_text(entry_.get(name), request_.lang, request_.iso_dates);
    }
    [[nodiscard]] std::string school() const { return both(field::school).empty() ? "________" : both(field::school); }
    [[nodiscard]] document::Cell label(const char* id) const { return document::Cell::named(say(id)); }
    static document::Cell or_blank(std::string text, int span = 1) {
        return text.empty() ? document::Cell::blank(span) : document::Cell::wide(std::move(text), span);
    }
    [[nodiscard]] std::string shown(CellShape shape, const char* name = "") const {
        return cell_text(entry_, {"", name, shape}, request_);
    }

    [[nodiscard]] document::Table form(const char* key) const {
        document::Table table;
        table.key = key;
        table.header = false;
        table.row_height_mm = 7.0;
        for (const char* column : {"a", "b", "c", "d"})
            table.columns.push_back({column, "", 6.5, document::FilledBy::plan});
        table.columns[1].width = table.columns[3].width = 12.5;
        return table;
    }
    [[nodiscard]] document::Table demand() const {
        document::Table table = form("F15");
        table.rows = {{label("ledger.col.place"), or_blank(both(field::place)), label("ledger.col.problem"),
                       kind_text(entry_.get(field::kind), request_.lang)},
                      {label("ledger.col.category"), or_blank(shown(CellShape::category, field::category)),
                       label("ledger.col.grade"), or_blank(shown(CellShape::grade, field::grade))},
                      {label("ledger.col.problems"), or_blank(both(field::description), 3)},
                      {label("ledger.col.basis"), or_blank(both(field::basis), 3)},
                      {label("ledger.col.evidence"), document::Cell::wide(shown(CellShape::evidence), 3)},
                      {label("ledger.col.demand"), or_blank(both(field::measure), 3)},
                      {label("ledger.col.unit"), or_blank(entry_.get(field::unit)), label("ledger.col.person"),
                       or_blank(entry_.get(field::person))},
                      {label("ledger.col.deadline"), or_blank(date(field::due)), label("ledger.notice.served"),
                       say("ledger.notice.ways")}};
        table.notes = {say("ledger.note.suggested"), say("ledger.note.unverified")};
        return table;
    }
    [[nodiscard]] document::Table review() const {
        document::Table table = form("F15_review");
        table.rows = {{label("ledger.col.done_on"), or_blank(date(field::done_on)), label("ledger.col.state"),
                       state_text(entry_, request_.lang, request_.today)},
                      {label("ledger.col.retest"), document::Cell::wide(retested(), 3)},
                      {label("ledger.col.opinion"), or_blank(entry_.get(field::opinion), 3)}};
        return table;
    }
    [[nodiscard]] std::string retested() const {
        std::string text = shown(CellShape::retest);
        return text.empty() ? say("ledger.notice.not_retested") : text;
    }

    const LedgerEntry& entry_;
    const FormRequest& request_;
    text::Catalogue words_;
};

}  // namespace

document::Document notice_document(const Ledger& ledger, const FormRequest& request) {
    const text::Catalogue words(request.lang);
    document::Document document;
    document.lang = request.lang;
    document.form = "F15";
    document.title = words.text("ledger.notice.title");
    document.footer = words.text("ledger.disclaimer");
    for (const LedgerEntry& entry : ledger.entries())
        if (in_form(entry, request))
            document.sections.push_back(Notice(entry, request).section(document.sections.empty()));
    return document;
}

}  // namespace muster::ledger
