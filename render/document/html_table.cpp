// SPDX-License-Identifier: Apache-2.0
#include <string_view>

#include "render/document/html_blocks.h"
#include "render/text/names.h"

namespace muster::document {

namespace {

constexpr std::size_t dense_columns = 7;  // a report sets tables of so many columns in smaller letters

class HtmlTable {
public:
    HtmlTable(const Table& table, const Section& section, const Document& document, Html& html)
        : table_(table), section_(section), document_(document), html_(html) {}

    void write() {
        if (!table_.title.empty() && table_.title != document_.title) html_.element("p", table_.title, "caption");
        open();
        if (table_.header) header();
        html_.open("tbody");
        for (const Row& row : table_.rows) body_row(row);
        html_.close("tbody").raw("</table>\n");
        for (const std::string& note : notes()) html_.element("p", note, "note");
    }

private:
    [[nodiscard]] bool measured() const { return document_.kind == DocumentKind::form; }

    void open() {
        if (!measured())
            return static_cast<void>(
                html_.raw(table_.columns.size() >= dense_columns ? "<table class=\"dense\">\n" : "<table>\n"));
        const double room_mm = room_of(section_).width_mm;
        html_.raw("<table style=\"font-size: " + text::number_text(font_points(table_, room_mm), 1) +
                  "pt; --padding: " + mm(cell_padding_mm(table_)) + "\">\n<colgroup>");
        for (const double width : column_widths_mm(table_, room_mm))
            html_.raw("<col style=\"width: " + text::number_text(100.0 * width / room_mm, 2) + "%\">");
        html_.raw("</colgroup>\n");
    }

    [[nodiscard]] std::vector<std::string> notes() const {
        return measured() ? notes_of(table_, section_, document_.lang) : table_.notes;
    }

    [[nodiscard]] static std::string_view class_of(const Column& column) {
        if (column.by == FilledBy::later) return "later";
        if (column.numbers) return "num";
        switch (column.look) {
            case ColumnLook::prose:
                break;
            case ColumnLook::line:
                return "line";
            case ColumnLook::code:
                return "code";
            case ColumnLook::remark:
                return "remark";
        }
        return "";
    }

    // In the first row of a table that nobody measured. Numbers need no more than that, words take what is left.
    void keep_room(const Column& column) {
        if (measured() || column.min_mm <= 0.0) return;
        html_.raw(column.numbers ? " style=\"width: " : " style=\"min-width: ").raw(mm(column.min_mm) + '"');
    }

    void header() {
        html_.raw("<thead><tr>");
        for (const Column& column : table_.columns) {
            open_cell("th", measured() ? std::string_view() : class_of(column));
            keep_room(column);
            html_.raw(">").text(heading_of(column, document_.lang)).raw("</th>");
        }
        html_.raw("</tr></thead>\n");
    }

    [[nodiscard]] static std::string_view class_of(const Column& column, const Cell& cell) {
        if (cell.label) return "label";
        if (is_to_fill(column, cell)) return "fill";
        if (cell.tone == Tone::good) return "good";
        if (cell.tone == Tone::bad) return "bad";
        return cell.number ? "num" : class_of(column);
    }

    void open_cell(std::string_view tag, std::string_view style) {
        html_.raw("<").raw(tag);
        if (!style.empty()) html_.raw(" class=\"").raw(style).raw("\"");
    }

    void body_row(const Row& row) {
        html_.raw(table_.row_height_mm > 0.0 ? "<tr style=\"height: " + mm(table_.row_height_mm) + "\">" : "<tr>");
        std::size_t column = 0;
        for (const Cell& cell : row) {
            open_cell("td", class_of(table_.columns[column], cell));
            if (!table_.header && &row == &table_.rows.front()) keep_room(table_.columns[column]);
            if (cell.span > 1) html_.raw(" colspan=\"" + std::to_string(cell.span) + '"');
            html_.raw(">").text(printed(cell)).raw("</td>");
            column += static_cast<std::size_t>(cell.span);
        }
        html_.raw("</tr>\n");
    }

    const Table& table_;
    const Section& section_;
    const Document& document_;
    Html& html_;
};

}  // namespace

void write_table(const Table& table, const Section& section, const Document& document, Html& html) {
    HtmlTable(table, section, document, html).write();
}

}  // namespace muster::document
