// SPDX-License-Identifier: Apache-2.0
#include "render/papers/run_report/report_html.h"

#include <cmath>

#include "render/papers/run_report/report_page.h"
#include "render/text/names.h"

namespace muster::papers {

void ReportPage::heading(std::string_view id) {
    html.open("h2").open("span", "no").text(std::to_string(++section)).raw("</span>").text(say(id)).close("h2");
}

void ReportPage::paragraph(std::string_view id, const text::TextArgs& args, std::string_view style) {
    html.element("p", say(id, args), style);
}

void ReportPage::caption(const std::string& text) {
    html.open("figcaption")
        .element("b", say("report.figure", {{"number", std::to_string(++figure)}}))
        .text(text)
        .close("figcaption");
}

std::string minutes_text(const text::Catalogue& words, std::optional<double> seconds) {
    if (!seconds) return "–";
    const long whole = std::lround(*seconds);
    if (whole < 60) return words.text("time.seconds", {{"seconds", std::to_string(whole)}});
    return words.text("time.minutes",
                      {{"minutes", std::to_string(whole / 60)}, {"seconds", std::to_string(whole % 60)}});
}

std::string seconds_text(std::optional<double> seconds) { return seconds ? text::number_text(*seconds, 0) : "–"; }

std::string report_html(const ReportInput& input, const std::vector<ReportMap>& maps, text::Lang lang) {
    const text::Catalogue words(lang);
    document::Html html;
    ReportPage page{input, maps, words, html};
    html.raw("<!DOCTYPE html>\n<html lang=\"").raw(text::tag_of(lang)).raw("\">\n<head>\n<meta charset=\"utf-8\">\n");
    html.raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
    html.element("title", page.say("report.title") + " · " + text::in_language(input.world->scenario.name, lang));
    html.raw("<style>\n").raw(report_style).raw("</style>\n</head>\n<body>\n<main>\n");
    write_title(page);
    write_verdict(page);
    write_arrival(page);
    write_smoke(page);
    write_quake(page);
    write_rescue(page);
    write_worst_places(page);
    write_plans(page);
    write_flows(page);
    write_bottleneck_table(page);
    write_classes(page);
    write_events(page);
    write_runs(page);
    write_compliance(page);
    write_settings(page);
    write_parameters(page);
    write_assumptions(page);
    write_reading_guide(page);
    write_disclaimer(page);
    html.raw("</main>\n</body>\n</html>\n");
    return html.take();
}

}  // namespace muster::papers
