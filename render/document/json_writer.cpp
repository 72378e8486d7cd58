// SPDX-License-Identifier: Apache-2.0
#include "render/document/json_writer.h"

#include <nlohmann/json.hpp>

#include "render/report/html.h"
#include "sim/base/overload.h"

namespace muster {

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

Json table_json(const Table& table) {
    Json columns = Json::array(), rows = Json::array();
    for (const Column& column : table.columns)
        columns.push_back(
            {{"heading", column.heading}, {"width", column.width}, {"human", column.by == FilledBy::human}});
    for (const Row& row : table.rows) {
        Json cells = Json::array();
        std::size_t column = 0;
        for (const Cell& cell : row) {
            cells.push_back(cell_json(table.columns[column], cell));
            column += static_cast<std::size_t>(cell.span);
        }
        rows.push_back(std::move(cells));
    }
    return {{"kind", "table"},       {"title", table.title}, {"columns", columns},
            {"rows", rows},          {"notes", table.notes}, {"row_height_mm", table.row_height_mm},
            {"header", table.header}};
}

Json block_json(const Block& block) {
    return std::visit(Overload{[](const Heading& b) -> Json {
                                   return {{"kind", "heading"}, {"text", b.text}, {"level", b.level}};
                               },
                               [](const Paragraph& b) -> Json {
                                   return {{"kind", "paragraph"}, {"text", b.text}, {"note", b.note}};
                               },
                               [](const List& b) -> Json {
                                   return {{"kind", "list"}, {"items", b.items}, {"numbered", b.numbered}};
                               },
                               [](const Table& b) -> Json { return table_json(b); },
                               [](const Picture& b) -> Json {
                                   return {{"kind", "picture"},
                                           {"png", base64(b.png)},
                                           {"caption", b.caption},
                                           {"width_mm", b.width_mm},
                                           {"height_mm", b.height_mm}};
                               },
                               [](const Signatures& b) -> Json {
                                   return {{"kind", "signatures"}, {"roles", b.roles}};
                               },
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
        for (const Block& block : section.blocks) blocks.push_back(block_json(block));
        sections.push_back({{"width_mm", page.width_mm},
                            {"height_mm", page.height_mm},
                            {"room_width_mm", room.width_mm},
                            {"room_height_mm", room.height_mm},
                            {"landscape", section.landscape},
                            {"blocks", std::move(blocks)}});
    }
    const Json json{{"lang", tag_of(document.lang)}, {"form", document.form},     {"title", document.title},
                    {"subtitle", document.subtitle}, {"footer", document.footer}, {"sections", std::move(sections)}};
    return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace muster
