// SPDX-License-Identifier: Apache-2.0
#include "render/document/html_writer.h"

#include "render/document/html.h"
#include "render/document/layout.h"
#include "render/text/catalogue.h"
#include "render/text/names.h"
#include "sim/base/overload.h"

namespace muster::document {

namespace {

// Body in FangSong, headings in SimHei, tables in SimSun, as official papers have them, each with what other systems
// have. What is to be filled in by hand is hatched: it shows without colours.
constexpr const char* style = R"css(
:root { --song: SimSun, "宋体", "Songti SC", STSong, "Noto Serif CJK SC", "Source Han Serif SC", serif;
  --fang: FangSong, "仿宋", FangSong_GB2312, "仿宋_GB2312", STFangsong, "Noto Serif CJK SC", SimSun, serif;
  --hei: SimHei, "黑体", "Heiti SC", "Microsoft YaHei", "Noto Sans CJK SC", "Source Han Sans SC", sans-serif; }
:root:lang(en) { --song: Arial, "Liberation Sans", "Noto Sans CJK SC", sans-serif; --fang: var(--song); --hei: var(--song); }
* { box-sizing: border-box; }
body { margin: 0; background: #eceff2; color: #000; font: 12pt/1.6 var(--fang); }
section { margin: 8mm auto; background: #fff; box-shadow: 0 1px 6px #0003; }
h1 { font: 700 18pt/1.3 var(--hei); text-align: center; margin: 0 0 2mm; }
.subtitle { text-align: center; margin: 0 0 5mm; }
h2 { font: 700 14pt/1.4 var(--hei); margin: 5mm 0 2mm; break-after: avoid; }
h3 { font: 700 12pt/1.4 var(--hei); margin: 4mm 0 1.5mm; break-after: avoid; }
h4 { font: 700 11pt/1.4 var(--hei); margin: 3mm 0 1mm; break-after: avoid; }
p { margin: 0 0 2mm; text-align: justify; }
:lang(zh-CN) p.body { text-indent: 2em; }
.note { font: 9pt/1.45 var(--song); margin: 0 0 1mm; }
ol, ul { margin: 0 0 3mm; padding-left: 2em; }
.caption { font: 700 11pt/1.4 var(--hei); text-align: center; margin: 3mm 0 1.5mm; break-after: avoid; text-indent: 0; }
table { border-collapse: collapse; width: 100%; table-layout: fixed; font: 9pt/1.35 var(--song); margin: 0 0 2mm; }
thead { display: table-header-group; }
tr { break-inside: avoid; }
tbody tr:nth-last-child(-n+3) { break-after: avoid; }
.note + .note, table + .note, .note + .signed { break-before: avoid; }
th, td { border: .6pt solid #000; padding: .8mm var(--padding, 1mm); vertical-align: middle; overflow-wrap: anywhere; white-space: pre-line; }
th, td.label { font-weight: 700; text-align: center; background: #f0f0f0; }
td.num { text-align: right; }
td.fill, .legend { background: repeating-linear-gradient(135deg, #fff 0 1.6mm, #d8d8d8 1.6mm 1.85mm);
  print-color-adjust: exact; -webkit-print-color-adjust: exact; }
td.sign { vertical-align: top; font-size: 10.5pt; }
figure { margin: 0 0 3mm; text-align: center; break-inside: avoid; }
figure img { display: inline-block; height: auto; }
figcaption { font: 9pt/1.4 var(--song); margin-top: 1mm; }
.break { break-after: page; }
.footer { font: 8pt/1.4 var(--song); border-top: .6pt solid #000; margin-top: 6mm; padding-top: 1mm; text-align: center; }
@media print { body { background: #fff; } section { margin: 0; padding: 0 !important; width: auto !important; box-shadow: none; }
  section + section { break-before: page; } }
)css";

std::string mm(double length) { return text::number_text(length, 1) + "mm"; }

class Page {
public:
    Page(const Document& document, Html& html) : document_(document), html_(html) {}

    void section(const Section& section, std::size_t index) {
        room_ = room_of(section);
        section_ = &section;
        const PageSize page = page_of(section);
        const std::string number = std::to_string(index);
        html_.raw("<section style=\"page: s" + number + "; width: " + mm(page.width_mm) +
                  "; padding: " + mm(margin_of(section)) + "\">\n");
        if (index == 0) title();
        for (const DocumentBlock& block : section.blocks) std::visit([&](const auto& b) { set(b); }, block);
        if (!document_.footer.empty()) html_.element("div", document_.footer, "footer");
        html_.raw("</section>\n");
    }

private:
    void title() {
        html_.element("h1", document_.title);
        if (!document_.subtitle.empty()) html_.element("p", document_.subtitle, "subtitle");
    }

    void set(const Heading& heading) {
        const char* tags[] = {"h1", "h2", "h3", "h4"};
        html_.element(tags[std::clamp(heading.level, 0, 3)], heading.text);
    }
    void set(const Paragraph& paragraph) { html_.element("p", paragraph.text, paragraph.note ? "note" : "body"); }
    void set(const List& list) {
        const char* tag = list.numbered ? "ol" : "ul";
        html_.open(tag);
        for (const std::string& item : list.items) html_.element("li", item);
        html_.close(tag);
    }
    void set(const Picture& picture) {
        html_.open("figure");
        html_.raw("<img style=\"width: " + mm(size_of(picture, room_).width_mm) + "\" alt=\"")
            .text(picture.caption)
            .raw("\" src=\"data:image/png;base64,")
            .raw(base64(picture.png))
            .raw("\">\n");
        if (!picture.caption.empty()) html_.element("figcaption", picture.caption);
        html_.close("figure");
    }
    void set(const PageBreak&) { html_.raw("<div class=\"break\"></div>\n"); }

    void set(const Signatures& signatures) {
        html_.raw("<table class=\"signed\"><tr>");
        for (const std::string& role : signatures.roles)
            html_.element("td", signature_text(role, *section_, document_.lang), "sign");
        html_.raw("</tr></table>\n");
    }

    void set(const Table& table) {
        if (!table.title.empty() && table.title != document_.title) html_.element("p", table.title, "caption");
        html_.raw("<table style=\"font-size: " + text::number_text(font_points(table, room_.width_mm), 1) +
                  "pt; --padding: " + mm(cell_padding_mm(table)) + "\">\n<colgroup>");
        for (const double width : column_widths_mm(table, room_.width_mm))
            html_.raw("<col style=\"width: " + text::number_text(100.0 * width / room_.width_mm, 2) + "%\">");
        html_.raw("</colgroup>\n");
        if (table.header) header(table);
        html_.open("tbody");
        for (const Row& row : table.rows) body_row(table, row);
        html_.close("tbody").raw("</table>\n");
        for (const std::string& note : notes_of(table, *section_, document_.lang)) html_.element("p", note, "note");
    }

    void header(const Table& table) {
        html_.raw("<thead><tr>");
        for (const Column& column : table.columns) html_.element("th", heading_of(column, document_.lang));
        html_.raw("</tr></thead>\n");
    }

    void body_row(const Table& table, const Row& row) {
        html_.raw(table.row_height_mm > 0.0 ? "<tr style=\"height: " + mm(table.row_height_mm) + "\">" : "<tr>");
        std::size_t column = 0;
        for (const Cell& cell : row) {
            const Column& under = table.columns[column];
            const char* kind = cell.label                                 ? "label"
                               : is_to_fill(under, cell)                  ? "fill"
                               : cell.number.has_value() || under.numbers ? "num"
                                                                          : "";
            html_.raw(*kind != '\0' ? std::string("<td class=\"") + kind + '"' : std::string("<td"));
            if (cell.span > 1) html_.raw(" colspan=\"" + std::to_string(cell.span) + '"');
            html_.raw(">").text(printed(cell)).raw("</td>");
            column += static_cast<std::size_t>(cell.span);
        }
        html_.raw("</tr>\n");
    }

    const Document& document_;
    Html& html_;
    PageSize room_;
    const Section* section_ = nullptr;
};

std::string page_rules(const Document& document) {
    const std::string pages =
        text::Catalogue(document.lang)
            .text("form.page", {{"page", "\" counter(page) \""}, {"pages", "\" counter(pages) \""}});
    std::string rules;
    for (std::size_t i = 0; i < document.sections.size(); ++i) {
        const PageSize page = page_of(document.sections[i]);
        rules += "@page s" + std::to_string(i) + " { size: " + mm(page.width_mm) + " " + mm(page.height_mm) +
                 "; margin: " + mm(margin_of(document.sections[i])) + "; @bottom-center { content: \"" + pages +
                 "\"; font: 8pt sans-serif; } }\n";
    }
    return rules;
}

}  // namespace

std::string document_html(const Document& document) {
    Html html;
    html.raw("<!DOCTYPE html>\n<html lang=\"")
        .raw(text::tag_of(document.lang))
        .raw("\">\n<head>\n<meta charset=\"utf-8\">\n");
    html.raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>");
    html.text(document.title + (document.subtitle.empty() ? "" : " · " + document.subtitle)).raw("</title>\n<style>");
    html.raw(style).raw(page_rules(document)).raw("</style>\n</head>\n<body>\n");
    Page page(document, html);
    for (std::size_t i = 0; i < document.sections.size(); ++i) page.section(document.sections[i], i);
    html.raw("</body>\n</html>\n");
    return html.take();
}

}  // namespace muster::document
