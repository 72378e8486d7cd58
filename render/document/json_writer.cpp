// SPDX-License-Identifier: Apache-2.0
#include "render/document/json_writer.h"

#include <nlohmann/json.hpp>

#include "render/document/html.h"
#include "render/document/layout.h"
#include "render/document/plain_tables.h"
#include "render/text/catalogue.h"

namespace muster::document {

namespace {

using Json = nlohmann::ordered_json;

Json cell_json(const Column& column, const Cell& cell) {
    Json json{{"text", printed(cell)}};
    if (cell.span > 1) json["span"] = cell.span;
    if (cell.label) json["label"] = true;
    if (cell.number || column.numbers) json["right"] = true;
    if (is_to_fill(column, cell)) json["to_fill"] = true;
    return json;
}

Json table_json(const Table& table, const Document& document, const Section& section) {
    const PageSize room = room_of(section);
    const text::Lang lang = document.lang;
    Json columns = Json::array(), rows = Json::array();
    const std::vector<double> widths_mm = column_widths_mm(table, room.width_mm);
    for (std::size_t i = 0; i < table.columns.size(); ++i)
        columns.push_back({{"heading", heading_of(table.columns[i], lang)},
                           {"width_mm", widths_mm[i]},
                           {"numbers", table.columns[i].numbers}});
    for (const Row& row : table.rows) {
        Json cells = Json::array();
        std::size_t column = 0;
        for (const Cell& cell : row) {
            cells.push_back(cell_json(table.columns[column], cell));
            column += static_cast<std::size_t>(cell.span);
        }
        rows.push_back(std::move(cells));
    }
    return {{"kind", "table"},
            {"title", table.title == document.title ? std::string() : table.title},
            {"columns", std::move(columns)},
            {"rows", std::move(rows)},
            {"notes", notes_of(table, section, lang)},
            {"row_height_mm", table.row_height_mm},
            {"padding_mm", cell_padding_mm(table)},
            {"font_pt", font_points(table, room.width_mm)},
            {"header", table.header}};
}

Json picture_json(const Picture& picture, PageSize room) {
    return {{"kind", "picture"},
            {"png", base64(picture.png)},
            {"caption", picture.label.empty() ? picture.caption : picture.label + " " + picture.caption},
            {"width_mm", size_of(picture, room).width_mm}};
}

Json signatures_json(const Signatures& signatures, const Section& section, text::Lang lang) {
    Json boxes = Json::array();
    for (const std::string& role : signatures.roles) boxes.push_back(signature_text(role, section, lang));
    return {{"kind", "signatures"}, {"boxes", std::move(boxes)}};
}

// What only a page can lay out comes as tables, headings and paragraphs.
class JsonBlocks {
public:
    JsonBlocks(const Document& document, const Section& section) : document_(document), section_(section) {}

    Json take(const std::vector<DocumentBlock>& blocks) {
        set_all(blocks);
        return std::move(out_);
    }

private:
    void set_all(const std::vector<DocumentBlock>& blocks) {
        for (const DocumentBlock& block : blocks) std::visit([&](const auto& b) { set(b); }, block);
    }
    void set(const Heading& b) {
        const std::string number = b.number.empty() ? "" : b.number + " ";
        out_.push_back({{"kind", "heading"}, {"text", number + b.text}, {"level", b.level}});
    }
    void set(const Paragraph& b) {
        out_.push_back({{"kind", "paragraph"}, {"text", b.text}, {"note", b.voice == Voice::note}});
    }
    void set(const List& b) { out_.push_back({{"kind", "list"}, {"items", b.items}, {"numbered", b.numbered}}); }
    void set(const Table& b) { out_.push_back(table_json(b, document_, section_)); }
    void set(const Picture& b) { out_.push_back(picture_json(b, room_of(section_))); }
    void set(const Signatures& b) { out_.push_back(signatures_json(b, section_, document_.lang)); }
    void set(const PageBreak&) { out_.push_back({{"kind", "page_break"}}); }
    void set(const Facts& b) { set(table_of(b)); }
    void set(const KeyFigures& b) { set(table_of(b)); }
    void set(const Ranking& b) { set(table_of(b)); }
    void set(const Blanks& b) { set(table_of(b)); }
    // In a frame: a warning must not look like any other paragraph.
    void set(const Callout& b) {
        Table frame;
        frame.key = "callout";
        frame.header = false;
        frame.columns = {{"text", "", 38.0}};
        frame.rows = {{Cell::named(b.word)}};
        for (const std::string& line : b.lines) frame.rows.push_back({Cell(line)});
        set(frame);
    }
    void set(const Masthead& b) {
        set(Heading{b.title, 0});
        for (const std::string& line : b.lines) set(Paragraph{line});
    }
    void set(const SideBySide& b) {
        for (const SideBySide::Side& side : b.sides) set_all(side.blocks);
    }

    const Document& document_;
    const Section& section_;
    Json out_ = Json::array();
};

}  // namespace

std::string document_json(const Document& document) {
    Json sections = Json::array();
    for (const Section& section : document.sections) {
        const PageSize page = page_of(section), room = room_of(section);
        sections.push_back({{"width_mm", page.width_mm},
                            {"height_mm", page.height_mm},
                            {"room_width_mm", room.width_mm},
                            {"margin_mm", margin_of(section)},
                            {"landscape", section.landscape},
                            {"blocks", JsonBlocks(document, section).take(section.blocks)}});
    }
    const Json json{{"lang", text::tag_of(document.lang)},
                    {"form", document.form},
                    {"title", document.title},
                    {"subtitle", document.subtitle},
                    {"footer", document.footer},
                    {"page", text::Catalogue(document.lang).text("form.page")},
                    {"sections", std::move(sections)}};
    return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace muster::document
