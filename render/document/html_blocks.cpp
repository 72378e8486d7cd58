// SPDX-License-Identifier: Apache-2.0
#include "render/document/html_blocks.h"

#include <algorithm>

#include "render/text/names.h"

namespace muster::document {

namespace {

const char* class_of(Tone tone) {
    switch (tone) {
        case Tone::plain:
            break;
        case Tone::good:
            return "callout good";
        case Tone::mixed:
            return "callout mixed";
        case Tone::bad:
            return "callout bad";
    }
    return "callout";
}

const char* class_of(Voice voice) {
    switch (voice) {
        case Voice::note:
            return "note";
        case Voice::quiet:
            return "quiet";
        case Voice::lead:
            return "lead";
        case Voice::body:
        case Voice::code:
            break;
    }
    return "body";
}

}  // namespace

std::string mm(double length) { return text::number_text(length, 1) + "mm"; }

void HtmlBlocks::write(const std::vector<DocumentBlock>& blocks) {
    for (const DocumentBlock& block : blocks) std::visit([&](const auto& b) { set(b); }, block);
}

void HtmlBlocks::ball(std::size_t index) { html_.element("span", std::to_string(index + 1), "ball"); }

void HtmlBlocks::set(const Heading& heading) {
    const char* tags[] = {"h1", "h2", "h3", "h4"};
    const char* tag = tags[std::clamp(heading.level, 0, 3)];
    html_.open(tag);
    if (!heading.number.empty()) html_.raw("<span class=\"no\">").text(heading.number).raw("</span>");
    html_.text(heading.text).close(tag);
}

void HtmlBlocks::set(const Paragraph& paragraph) {
    html_.open("p", class_of(paragraph.voice));
    if (paragraph.voice == Voice::code)
        html_.raw("<code>").text(paragraph.text).raw("</code>");
    else
        html_.text(paragraph.text);
    html_.close("p");
}

// The numbers of a poster stand in discs, which no list marker of a browser does.
void HtmlBlocks::set(const List& list) {
    const char* tag = list.numbered ? "ol" : "ul";
    const bool discs = list.numbered && document_.kind == DocumentKind::poster;
    html_.open(tag);
    for (std::size_t i = 0; i < list.items.size(); ++i) {
        html_.open("li");
        if (discs) ball(i);
        html_.raw(discs ? "<span>" : "").text(list.items[i]).raw(discs ? "</span>" : "").close("li");
    }
    html_.close(tag);
}

void HtmlBlocks::set(const Table& table) { write_table(table, section_, document_, html_); }

void HtmlBlocks::set(const Picture& picture) {
    html_.open("figure", picture.grows ? "grows" : "");
    html_.raw("<img ");
    if (document_.kind == DocumentKind::form)
        html_.raw("style=\"width: " + mm(size_of(picture, room_).width_mm) + "\" ");
    else if (document_.kind == DocumentKind::report)
        html_.raw("style=\"width: " + (picture.width_mm > 0.0 ? mm(picture.width_mm) : std::string("100%")) + "\" ");
    html_.raw("alt=\"").text(picture.caption).raw("\" src=\"data:image/png;base64,").raw(base64(picture.png));
    html_.raw("\">\n");
    if (!picture.caption.empty()) {
        html_.open("figcaption");
        if (!picture.label.empty()) html_.element("b", picture.label);
        html_.text(picture.caption).close("figcaption");
    }
    html_.close("figure");
}

void HtmlBlocks::set(const Signatures& signatures) {
    html_.raw("<table class=\"signed\"><tr>");
    for (const std::string& role : signatures.roles)
        html_.element("td", signature_text(role, section_, document_.lang), "sign");
    html_.raw("</tr></table>\n");
}

void HtmlBlocks::set(const Facts& facts) {
    html_.raw(facts.columns == 1 ? "<dl class=\"facts list\"" : "<dl class=\"facts\"");
    html_.raw(" style=\"--columns: " + std::to_string(facts.columns) + "\">\n");
    for (const Facts::Fact& fact : facts.facts)
        html_.open("div").element("dt", fact.label).element("dd", fact.value).close("div");
    html_.close("dl");
}

void HtmlBlocks::set(const Callout& callout) {
    html_.open("div", class_of(callout.tone)).element("p", callout.word, "word");
    for (const std::string& line : callout.lines) html_.element("p", line);
    html_.close("div");
}

void HtmlBlocks::set(const KeyFigures& figures) {
    html_.open("div", "figures");
    for (const KeyFigures::Figure& figure : figures.figures) {
        html_.open("div", figure.judged ? "one judged" : "one").element("div", figure.name, "name");
        html_.open("div", "value").text(figure.value);
        if (!figure.unit.empty()) html_.element("small", figure.unit);
        html_.close("div").open("div", "more");
        for (std::size_t i = 0; i < figure.more.size(); ++i) html_.raw(i > 0 ? "<br>" : "").text(figure.more[i]);
        html_.close("div").close("div");
    }
    html_.close("div");
}

void HtmlBlocks::set(const Ranking& ranking) {
    html_.open("ol", "places");
    for (std::size_t i = 0; i < ranking.places.size(); ++i) {
        const Ranking::Place& place = ranking.places[i];
        html_.open("li").open("span");
        ball(i);
        html_.close("span").open("div").element("div", place.name, "name").element("div", place.story, "story");
        html_.close("div").open("div", "cost").element("b", place.cost);
        for (std::size_t l = 0; l < place.about_cost.size(); ++l)
            html_.raw(l > 0 ? "<br>" : "").text(place.about_cost[l]);
        html_.close("div").close("li");
    }
    html_.close("ol");
}

void HtmlBlocks::set(const Masthead& head) {
    html_.open("div", "masthead").element("h1", head.title).open("p");
    for (std::size_t i = 0; i < head.lines.size(); ++i) html_.raw(i > 0 ? "<br>" : "").text(head.lines[i]);
    html_.close("p").close("div");
}

void HtmlBlocks::set(const Blanks& blanks) {
    html_.open("div", "blanks");
    for (const std::string& label : blanks.labels) html_.open("div").element("span", label).raw("<i></i>").close("div");
    if (!blanks.note.empty()) html_.element("p", blanks.note, "note");
    html_.close("div");
}

void HtmlBlocks::set(const PageBreak&) { html_.raw("<div class=\"break\"></div>\n"); }

void HtmlBlocks::set(const SideBySide& row) {
    html_.raw("<div class=\"sides\" style=\"grid-template-columns:");
    for (const SideBySide::Side& side : row.sides) html_.raw(" minmax(0, " + text::number_text(side.share, 2) + "fr)");
    html_.raw("\">\n");
    for (const SideBySide::Side& side : row.sides) {
        html_.open("div");
        write(side.blocks);
        html_.close("div");
    }
    html_.close("div");
}

}  // namespace muster::document
