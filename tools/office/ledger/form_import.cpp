// SPDX-License-Identifier: Apache-2.0
#include "tools/office/ledger/form_import.h"

#include <algorithm>
#include <array>
#include <functional>
#include <optional>
#include <set>

#include "render/text/catalogue.h"
#include "render/text/names.h"
#include "tools/office/ledger/actions.h"
#include "tools/office/ledger/words.h"
#include "tools/office/tables/table_reader.h"

namespace muster::ledger {

namespace {

std::string heading_text(const FormColumn& column, text::Lang lang) {
    return text::Catalogue(lang).text(column.heading);
}

// Every column of every form once: a form is told by what it has.
std::vector<FormColumn> all_columns() {
    std::vector<FormColumn> all;
    std::set<std::string> seen;
    for (const LedgerForm form : all_ledger_forms())
        for (const FormColumn& column : columns_of(form))
            if (seen.insert(column.heading).second) all.push_back(column);
    return all;
}

std::vector<tables::TableColumn> asked_for(const std::vector<FormColumn>& columns) {
    std::vector<tables::TableColumn> asked;
    for (const FormColumn& c : columns) {
        const bool key = c.shape == CellShape::id || c.shape == CellShape::revision;
        asked.push_back({c.heading, {heading_text(c, text::Lang::zh_cn), heading_text(c, text::Lang::en)}, key});
    }
    return asked;
}

// A cell as it is compared: without the blanks, line ends and the apostrophe that a spreadsheet or our CSV adds.
std::string plain(std::string_view cell) {
    std::string text = tables::trimmed_blanks(cell);
    text.erase(std::remove(text.begin(), text.end(), '\r'), text.end());
    const bool guarded =
        text.size() > 1 && text[0] == '\'' && std::string_view("=+-@").find(text[1]) != std::string_view::npos;
    return guarded ? text.substr(1) : text;
}

// The word of the catalogue, in either language, that the cell reads.
std::optional<std::string> word_in(const std::string& cell, const char* kind,
                                   std::initializer_list<const char*> words) {
    for (const char* word : words)
        for (const text::Lang lang : text::all_languages)
            if (tables::folded(cell) ==
                tables::folded(text::Catalogue(lang).text(std::string("ledger.") + kind + "." + word)))
                return word;
    return {};
}

bool is_person(const char* name) {
    return name == std::string_view(field::person) || name == std::string_view(field::reviewer) ||
           name == std::string_view(field::issuer);
}

// As it is kept in the ledger; nothing when the cell cannot be what the column holds.
std::optional<std::string> value_of_cell(const std::string& cell, const FormColumn& column) {
    if (cell.empty()) return cell;
    if (column.shape == CellShape::date) return tables::iso_date(cell);
    if (column.shape == CellShape::category)
        return word_in(cell, "category", {"fire", "building", "equipment", "management", "people"});
    if (column.shape == CellShape::grade) return word_in(cell, "grade", {"general", "major"});
    if (column.shape == CellShape::money) {
        const auto number = tables::number_in(cell);
        return number && *number >= 0.0 ? std::optional(text::number_text(*number, 2)) : std::nullopt;
    }
    if (is_person(column.field) && !is_name(cell)) return {};
    return cell;
}

// Another encoding put '?' where it has no letter ("人/m²" saved as GBK); nobody meant that.
bool lost_letters(std::string_view before, std::string_view after) {
    bool lost = false;
    while (!before.empty() && !after.empty()) {
        const auto length = [](std::string_view text) {
            std::size_t end = 1;
            while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) ++end;
            return end;
        };
        const std::string_view was = before.substr(0, length(before)), is = after.substr(0, length(after));
        if (was != is && is != "?") return false;
        lost = lost || was != is;
        before.remove_prefix(was.size());
        after.remove_prefix(is.size());
    }
    return lost && before.empty() && after.empty();
}

// What the program found, and what work under way rests on, cannot be blanked.
bool must_stand(const FormColumn& column, const LedgerEntry& entry) {
    if (column.by != document::FilledBy::human) return true;
    const std::string_view name = column.field;
    const bool assigned = name == field::unit || name == field::person || name == field::due;
    return assigned && entry.type() == EntryType::hazard && entry.state() != HazardState::to_register &&
           entry.state() != HazardState::registered;
}

const char* fault_of(const FormColumn& column) {
    if (column.shape == CellShape::date) return "ledger.cell_date";
    if (column.shape == CellShape::money) return "ledger.cell_money";
    return is_person(column.field) ? "ledger.cell_name" : "ledger.cell_word";
}

class Import {
public:
    Import(const tables::TextTable& table, const std::vector<FormColumn>& columns, const Ledger& ledger,
           FormImport& out)
        : table_(table), columns_(columns), ledger_(ledger), out_(out) {
        for (const Finding& f : out.findings)
            if (f.code == "table.cell_error" || f.code == "table.formula_not_worked_out") unread_.insert(f.pointer);
        for (std::size_t c = 0; c < columns.size(); ++c) {
            if (columns[c].shape == CellShape::id) id_ = c;
            if (columns[c].shape == CellShape::revision) revision_ = c;
        }
        lang_ = tables::folded(table.header[id_]) == tables::folded(heading_text(columns[id_], text::Lang::en))
                    ? text::Lang::en
                    : text::Lang::zh_cn;
    }

    void row(const tables::TableRow& row, const std::string& at, const std::string& by) {
        const std::string id = plain(row.cells[id_]);
        const LedgerEntry* entry = id.empty() ? nullptr : ledger_.find(id);
        if (id.empty()) return without_id(row);
        if (entry == nullptr || entry->id != id) return refuse(row, id_, "ledger.unknown_row", {{"item", id}});
        if (!seen_.insert(id).second) return refuse(row, id_, "ledger.row_twice", {{"item", id}});
        const auto revision = tables::number_in(row.cells[revision_]);
        const bool known = revision && *revision >= 1.0 && *revision <= static_cast<double>(ledger_.history().size());
        const LedgerEntry then = known ? ledger_.as_of(*entry, static_cast<int>(*revision)) : LedgerEntry{};
        if (then.fields.empty() || then.revision != static_cast<int>(*revision))
            return refuse(row, revision_, "ledger.bad_revision", {{"revision", row.cells[revision_]}});
        LedgerEvent event;
        event.at = at;
        event.who = by;
        event.item = id;
        event.action = "import";
        for (std::size_t c = 0; c < columns_.size(); ++c)
            if (table_.has(c)) cell(row, c, then, *entry, event);
        if (!event.changes.empty()) out_.events.push_back(std::move(event));
    }

private:
    void refuse(const tables::TableRow& row, std::size_t column, const char* code,
                std::vector<std::pair<std::string, std::string>> args) {
        out_.findings.push_back(table_.finding(Severity::error, code, row, column, std::move(args)));
    }

    // The notes under an exported table stand in its first column alone.
    void without_id(const tables::TableRow& row) {
        const auto filled =
            std::count_if(row.cells.begin(), row.cells.end(), [](const std::string& c) { return !c.empty(); });
        if (filled > 1) refuse(row, id_, "ledger.row_without_id", {});
    }

    [[nodiscard]] std::string reads(const LedgerEntry& entry, const FormColumn& column) const {
        FormRequest request;
        request.lang = lang_;
        request.iso_dates = true;
        return plain(cell_text(entry, column, request));
    }

    void cell(const tables::TableRow& row, std::size_t c, const LedgerEntry& then, const LedgerEntry& now,
              LedgerEvent& event) {
        const FormColumn& column = columns_[c];
        const std::string text = plain(row.cells[c]);
        if (!column.comes_back) return fixed(row, c, text, then, now);
        const std::string was = reads(then, column), is = reads(now, column);
        if (text == was) return;
        if (unread_.contains(table_.place(row, c))) return refuse(row, c, "ledger.cell_unread", {{"was", was}});
        if (text.empty() && must_stand(column, now)) return refuse(row, c, "ledger.cell_blank", {{"was", was}});
        if (lost_letters(was, text)) return refuse(row, c, "ledger.cell_lost_letters", {{"was", was}});
        if (column.field == std::string_view(field::done_on) &&
            tables::iso_date(text).value_or("") > event.at.substr(0, 10))
            return refuse(row, c, "ledger.cell_future", {{"value", text}});
        const auto value = value_of_cell(text, column);
        if (!value) return refuse(row, c, fault_of(column), {{"value", text}});
        const std::string theirs = as_read(*value, column);
        if (theirs == was || theirs == is) return;
        if (is != was) {
            ++out_.conflicts;
            return refuse(row, c, "ledger.conflict",
                          {{"item", now.id}, {"column", header_of(c)}, {"theirs", theirs}, {"ours", is}});
        }
        ++out_.cells;
        take(column, *value, event);
    }

    [[nodiscard]] std::string as_read(const std::string& value, const FormColumn& column) const {
        LedgerEntry entry;
        entry.fields[column.shape == CellShape::both ? localised(column.field, lang_) : column.field] = value;
        return reads(entry, column);
    }

    // A person's words stand in both languages: nobody has translated them.
    static void take(const FormColumn& column, const std::string& value, LedgerEvent& event) {
        if (column.shape != CellShape::both) return event.changes.push_back({column.field, "", value});
        for (const text::Lang lang : text::all_languages)
            event.changes.push_back({localised(column.field, lang), "", value});
    }

    void fixed(const tables::TableRow& row, std::size_t c, const std::string& text, const LedgerEntry& then,
               const LedgerEntry& now) {
        const FormColumn& column = columns_[c];
        if (column.shape == CellShape::number || c == id_ || c == revision_) return;
        const bool closing = column.field == std::string_view(field::closed_on) ||
                             std::string_view(column.heading) == "ledger.col.close_signature";
        if (closing) {
            const auto date = tables::iso_date(text);
            if ((date ? *date : text) == then.get(field::closed_on)) return;
        }
        const bool state = column.shape == CellShape::state && !same_state(text, then);
        if (text.empty()) return;
        if (closing || state)
            return refuse(row, c, "ledger.closed_by_hand", {{"item", now.id}, {"column", header_of(c)}});
        if (column.shape != CellShape::state && !reads_so(text, then, column) && !reads_so(text, now, column))
            out_.findings.push_back(
                table_.finding(Severity::warning, "ledger.cell_by_program", row, c, {{"column", header_of(c)}}));
    }

    [[nodiscard]] bool reads_so(const std::string& text, const LedgerEntry& entry, const FormColumn& column) const {
        const std::string is = reads(entry, column);
        const auto date = tables::iso_date(text);
        return tables::folded(text) == tables::folded(is) || (date && date == tables::iso_date(is));
    }

    // As a sentence quotes it: on one line.
    [[nodiscard]] std::string header_of(std::size_t column) const {
        std::string name = table_.header[column];
        return name.substr(0, name.find('\n'));
    }

    // What was overdue depends on the day of the export: the words before it tell the state.
    [[nodiscard]] bool same_state(const std::string& text, const LedgerEntry& then) const {
        return tables::folded(text).starts_with(
            tables::folded(text::Catalogue(lang_).text(std::string("ledger.state.") + word_of(then.state()))));
    }

    const tables::TextTable& table_;
    const std::vector<FormColumn>& columns_;
    const Ledger& ledger_;
    FormImport& out_;
    std::set<std::string> seen_, unread_;  // ids; places of cells that could not be read
    std::size_t id_ = 0, revision_ = 0;
    text::Lang lang_ = text::Lang::zh_cn;
};

// `read` gives the table that is asked for.
FormImport import_form(const std::function<Checked<tables::TextTable>(const tables::TableRequest&)>& read,
                       const Ledger& ledger, const std::string& at, const std::string& by) {
    FormImport out;
    const std::vector<FormColumn> columns = all_columns();
    const std::vector<tables::TableColumn> asked = asked_for(columns);
    tables::TableRequest request;
    request.columns = asked;
    const auto table = read(request);
    out.findings = table.findings;
    if (!table) return out;
    out.readable = true;
    Import import(*table.value, columns, ledger, out);
    for (const tables::TableRow& row : table.value->rows) import.row(row, at, by);
    return out;
}

}  // namespace

FormImport read_form(const std::string& path, const Ledger& ledger, const std::string& at, const std::string& by) {
    return import_form([&](const tables::TableRequest& request) { return tables::read_table(path, request); }, ledger,
                       at, by);
}

FormImport read_form(std::string bytes, const std::string& file, const Ledger& ledger, const std::string& at,
                     const std::string& by) {
    return import_form(
        [&](const tables::TableRequest& request) { return tables::read_table(std::move(bytes), file, request); },
        ledger, at, by);
}

}  // namespace muster::ledger
