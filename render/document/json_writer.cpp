// SPDX-License-Identifier: Apache-2.0
#include "render/document/json_writer.h"

#include <nlohmann/json.hpp>

#include "render/document/html.h"
#include "render/document/layout.h"
#include "render/text/catalogue.h"
#include "sim/base/overload.h"

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
            {"caption", picture.caption},
            {"width_mm", size_of(picture, room).width_mm}};
}

Json signatures_json(const Signatures& signatures, const Section& section, text::Lang lang) {
    Json boxes = Json::array();
    for (const std::string& role : signatures.roles) boxes.push_back(signature_text(role, section, lang));
    return {{"kind", "signatures"}, {"boxes", std::move(boxes)}};
}

Json block_json(const DocumentBlock& block, const Document& document, const Section& section) {
    const PageSize room = room_of(section);
    return std::visit(Overload{[](const Heading& b) -> Json {
                                   return {{"kind", "heading"}, {"text", b.text}, {"level", b.level}};
                               },
                               [](const Paragraph& b) -> Json {
                                   return {{"kind", "paragraph"}, {"text", b.text}, {"note", b.note}};
                               },
                               [](const List& b) -> Json {
                                   return {{"kind", "list"}, {"items", b.items}, {"numbered", b.numbered}};
                               },
                               [&](const Table& b) -> Json { return table_json(b, document, section); },
                               [&](const Picture& b) -> Json { return picture_json(b, room); },
                               [&](const Signatures& b) -> Json { return signatures_json(b, section, document.lang); },
                               [](const PageBreak&) -> Json {
                                   return {{"kind", "page_break"}};
                               }},
                      block);
}

}  // namespace

std::string document_json(const Document& document) {
    Json sections = Json::array();
    for (const Section& section : document.sections) {
        const PageSize page = page_of(section), room = room_of(section);
        Json blocks = Json::array();
        for (const DocumentBlock& block : section.blocks) blocks.push_back(block_json(block, document, section));
        sections.push_back({{"width_mm", page.width_mm},
                            {"height_mm", page.height_mm},
                            {"room_width_mm", room.width_mm},
                            {"margin_mm", margin_of(section)},
                            {"landscape", section.landscape},
                            {"blocks", std::move(blocks)}});
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
