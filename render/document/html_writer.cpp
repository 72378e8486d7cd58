// SPDX-License-Identifier: Apache-2.0
#include "render/document/html_writer.h"

#include <algorithm>

#include "render/document/assets.h"
#include "render/document/html_blocks.h"
#include "render/text/catalogue.h"
#include "render/text/language.h"

namespace muster::document {

namespace {

constexpr double report_margin_mm = 12.0;

double paper_margin_mm(const Document& document, const Section& section) {
    switch (document.kind) {
        case DocumentKind::form:
            break;
        case DocumentKind::report:
            return report_margin_mm;
        case DocumentKind::poster:
            return 0.0;  // the sheet has its own
    }
    return margin_of(section);
}

// Sections of a kind of paper share the name of their page, so that only a change of paper begins a new one.
std::string page_name(const Document& document, std::size_t index) {
    const auto same = [&](const Section& s) {
        return s.paper == document.sections[index].paper && s.landscape == document.sections[index].landscape;
    };
    return "s" + std::to_string(std::find_if(document.sections.begin(), document.sections.end(), same) -
                                document.sections.begin());
}

// Size and margins of the printed pages, and the page numbers of what has several.
std::string page_rules(const Document& document) {
    const std::string pages =
        text::Catalogue(document.lang)
            .text("form.page", {{"page", "\" counter(page) \""}, {"pages", "\" counter(pages) \""}});
    std::string rules;
    for (std::size_t i = 0; i < document.sections.size(); ++i) {
        const std::string name = page_name(document, i);
        if (name != "s" + std::to_string(i)) continue;
        const PageSize page = page_of(document.sections[i]);
        rules += "@page " + name + " { size: " + mm(page.width_mm) + " " + mm(page.height_mm) +
                 "; margin: " + mm(paper_margin_mm(document, document.sections[i]));
        if (document.kind != DocumentKind::poster)
            rules += "; @bottom-center { content: \"" + pages + "\"; font: 8pt sans-serif; }";
        rules += " }\n";
    }
    return rules;
}

class Page {
public:
    Page(const Document& document, Html& html) : document_(document), html_(html) {}

    void write() {
        const char* kinds[] = {"form", "report", "poster"};
        const bool report = document_.kind == DocumentKind::report;
        html_.open("body", kinds[static_cast<std::size_t>(document_.kind)]).raw("\n");
        if (report) html_.open("main", starts_broad() ? "broad" : "").raw("\n");
        for (std::size_t i = 0; i < document_.sections.size(); ++i) section(i);
        if (report) {
            if (!document_.footer.empty()) html_.element("p", document_.footer, "footer");
            html_.close("main");
        }
        html_.close("body");
    }

private:
    [[nodiscard]] bool starts_broad() const {
        return !document_.sections.empty() && document_.sections.front().landscape;
    }

    void section(std::size_t index) {
        const Section& section = document_.sections[index];
        html_.raw(section.landscape ? "<section class=\"wide\"" : "<section");
        html_.raw(" style=\"page: " + page_name(document_, index) + sheet_of(section) + "\">\n");
        if (index == 0 && document_.kind != DocumentKind::poster) title();
        HtmlBlocks(document_, section, html_).write(section.blocks);
        if (document_.kind == DocumentKind::form && !document_.footer.empty())
            html_.element("div", document_.footer, "footer");
        html_.raw("</section>\n");
    }

    // Forms and posters show their paper on the screen too.
    [[nodiscard]] std::string sheet_of(const Section& section) const {
        constexpr double hair_mm = 1.0;  // a sheet as high as its paper would begin a second one
        const PageSize page = page_of(section);
        switch (document_.kind) {
            case DocumentKind::form:
                return "; width: " + mm(page.width_mm) + "; padding: " + mm(margin_of(section));
            case DocumentKind::report:
                break;
            case DocumentKind::poster:
                return "; width: " + mm(page.width_mm) + "; height: " + mm(page.height_mm - hair_mm);
        }
        return {};
    }

    void title() {
        html_.element("h1", document_.title);
        if (!document_.subtitle.empty()) html_.element("p", document_.subtitle, "subtitle");
    }

    const Document& document_;
    Html& html_;
};

std::string window_title(const Document& document) {
    if (!document.window_title.empty()) return document.window_title;
    return document.title + (document.subtitle.empty() ? "" : " · " + document.subtitle);
}

}  // namespace

std::string document_html(const Document& document) {
    Html html;
    html.raw("<!DOCTYPE html>\n<html lang=\"").raw(text::tag_of(document.lang)).raw("\">\n<head>\n");
    html.raw("<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
    html.element("title", window_title(document));
    html.raw("<style>\n").raw(assets::page_style).raw(page_rules(document)).raw("</style>\n</head>\n");
    Page(document, html).write();
    html.raw("</html>\n");
    return html.take();
}

}  // namespace muster::document
