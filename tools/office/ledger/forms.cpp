// SPDX-License-Identifier: Apache-2.0
#include "tools/office/ledger/forms.h"

#include <algorithm>
#include <array>

#include "render/text/catalogue.h"
#include "render/text/dates.h"
#include "render/text/names.h"
#include "tools/office/ledger/words.h"
#include "tools/office/tables/table_values.h"

namespace muster::ledger {

namespace {

constexpr std::array<LedgerForm, 5> forms{LedgerForm::hazards, LedgerForm::measures, LedgerForm::progress,
                                          LedgerForm::risk_register, LedgerForm::notices};

std::string word_text(const char* kind, const std::string& word, text::Lang lang) {
    return word.empty() ? "" : text::Catalogue(lang).text(std::string("ledger.") + kind + "." + word);
}

std::string lec_text(const std::string& lec) {
    std::array<double, 3> value{};
    std::size_t at = 0, n = 0;
    while (n < 3 && at <= lec.size()) {
        const std::size_t end = std::min(lec.find(' ', at), lec.size());
        const auto number = tables::number_in(lec.substr(at, end - at));
        if (!number) return {};
        value[n++] = *number;
        at = end + 1;
    }
    if (n != 3) return {};
    return "L=" + text::number_text(value[0], 2) + " E=" + text::number_text(value[1], 2) +
           " C=" + text::number_text(value[2], 2) + " D=" + text::number_text(value[0] * value[1] * value[2], 0);
}

std::string proof_text(const Proof* proof, text::Lang lang) {
    return proof == nullptr ? "" : text::in_language(proof->words, lang);
}

document::Cell cell_of(const LedgerEntry& entry, const FormColumn& column, const FormRequest& request,
                       std::size_t row) {
    if (column.shape == CellShape::number) return document::Cell::of(static_cast<double>(row));
    if (column.shape == CellShape::revision) return document::Cell::of(static_cast<double>(entry.revision));
    std::string text = cell_text(entry, column, request);
    if (column.shape == CellShape::money)
        if (const auto value = tables::number_in(text))
            return document::Cell::of(value, *value == static_cast<long>(*value) ? 0 : 2);
    return {std::move(text)};
}

document::Table table_of(const Ledger& ledger, const FormRequest& request) {
    const text::Catalogue words(request.lang);
    const std::string word = word_of(request.form);
    document::Table table;
    table.key = word;
    table.title = words.text("ledger." + word);
    const auto columns = columns_of(request.form);
    for (const FormColumn& c : columns) {
        const bool numbers = c.shape == CellShape::number || c.shape == CellShape::money;
        const bool hidden = c.shape == CellShape::id || c.shape == CellShape::revision;
        table.columns.push_back({c.heading, words.text(c.heading), c.width, c.by, numbers, hidden});
    }
    for (const LedgerEntry& entry : ledger.entries()) {
        if (!in_form(entry, request)) continue;
        document::Row& row = table.rows.emplace_back();
        for (const FormColumn& c : columns) row.push_back(cell_of(entry, c, request, table.rows.size()));
        if (request.form == LedgerForm::risk_register && out_of_control(entry, ledger))
            row[2].text += words.text("ledger.out_of_control");
    }
    for (const char* id : {"ledger.note.suggested", "ledger.note.unverified", "ledger.note.import"})
        table.notes.push_back(words.text(id));
    return table;
}

}  // namespace

std::optional<LedgerForm> form_from(std::string_view word) {
    for (const LedgerForm form : forms)
        if (tables::folded(word) == tables::folded(word_of(form))) return form;
    return {};
}

std::span<const LedgerForm> all_ledger_forms() { return forms; }

EntryType rows_of(LedgerForm form) {
    if (form == LedgerForm::measures) return EntryType::measure;
    return form == LedgerForm::risk_register ? EntryType::risk : EntryType::hazard;
}

std::string date_text(const std::string& iso, text::Lang lang, bool iso_dates) {
    return iso_dates ? iso : text::date_text(iso, lang);
}

std::string state_text(const LedgerEntry& entry, text::Lang lang, const std::string& today) {
    const text::Catalogue words(lang);
    std::string text = word_text("state", word_of(entry.state()), lang);
    if (entry.overdue(today)) text += words.text("ledger.and_overdue");
    if (!entry.get(field::supervised).empty()) text += words.text("ledger.and_supervised");
    return text;
}

std::string kind_text(const std::string& kind, text::Lang lang) {
    const std::string id = "ledger.kind." + kind, text = text::Catalogue(lang).text(id);
    return text == id ? kind : text;
}

bool out_of_control(const LedgerEntry& risk, const Ledger& ledger) {
    return std::any_of(ledger.entries().begin(), ledger.entries().end(), [&](const LedgerEntry& e) {
        return e.get(field::risk) == risk.id && e.state() != HazardState::closed;
    });
}

bool in_form(const LedgerEntry& entry, const FormRequest& request) {
    if (entry.type() != rows_of(request.form)) return false;
    const bool open_only = request.form == LedgerForm::progress || request.form == LedgerForm::notices;
    return request.everything || !open_only || entry.state() != HazardState::closed;
}

std::string cell_text(const LedgerEntry& entry, const FormColumn& column, const FormRequest& request) {
    const text::Lang lang = request.lang;
    const std::string& value = entry.get(column.field);
    switch (column.shape) {
        case CellShape::number:
            return {};
        case CellShape::text:
        case CellShape::money:
            return value;
        case CellShape::both:
            return entry.get(column.field, lang);
        case CellShape::date:
            return date_text(value, lang, request.iso_dates);
        case CellShape::category:
            return word_text("category", value, lang);
        case CellShape::grade:
            return word_text("grade", value, lang);
        case CellShape::state:
            return state_text(entry, lang, request.today);
        case CellShape::evidence:
            return proof_text(entry.last_proof_but("retest"), lang);
        case CellShape::retest:
            return proof_text(entry.last_proof("retest"), lang);
        case CellShape::kind:
            return kind_text(entry.get(field::kind), lang);
        case CellShape::lec:
            return lec_text(value);
        case CellShape::id:
            return entry.id;
        case CellShape::revision:
            return std::to_string(entry.revision);
    }
    return {};
}

document::Document form_document(const Ledger& ledger, const FormRequest& request) {
    const text::Catalogue words(request.lang);
    document::Document document;
    document.lang = request.lang;
    document.form = word_of(request.form);
    document.title = words.text("ledger." + document.form);
    document.subtitle = words.text("ledger.as_of", {{"date", date_text(request.today, request.lang, false)}});
    document.footer = words.text("ledger.disclaimer");
    document::Section section;
    section.paper = document::Paper::a3;
    section.landscape = true;
    section.blocks.emplace_back(table_of(ledger, request));
    document.sections.push_back(std::move(section));
    return document;
}

}  // namespace muster::ledger
