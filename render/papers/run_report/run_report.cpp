// SPDX-License-Identifier: Apache-2.0
#include "render/papers/run_report/run_report.h"

#include <cmath>

#include "render/papers/run_report/report_page.h"
#include "render/text/names.h"

namespace muster::papers {

void ReportPage::add(document::DocumentBlock block) {
    std::vector<document::Section>& sections = document.sections;
    if (turned || sections.empty()) sections.push_back({document::Paper::a4, landscape, {}});
    turned = false;
    sections.back().blocks.push_back(std::move(block));
}

void ReportPage::turn(bool to_landscape) {
    turned = true;
    landscape = to_landscape;
}

void ReportPage::heading(std::string_view id) { add(document::Heading{say(id), 1, std::to_string(++section)}); }

void ReportPage::paragraph(std::string_view id, const text::TextArgs& args, document::Voice voice) {
    add(document::Paragraph{say(id, args), voice});
}

void ReportPage::picture(std::string png, std::string caption) {
    document::Picture picture;
    picture.png = std::move(png);
    picture.caption = std::move(caption);
    picture.label = say("report.figure", {{"number", std::to_string(++figure)}});
    add(std::move(picture));
}

document::Column ReportPage::column(std::string_view id, document::ColumnLook look) const {
    return {.key = std::string(id), .heading = say(id), .look = look};
}

document::Column ReportPage::numbers(std::string_view id) const {
    return {.key = std::string(id), .heading = say(id), .numbers = true};
}

std::string minutes_text(const text::Catalogue& words, std::optional<double> seconds) {
    if (!seconds) return "–";
    const long whole = std::lround(*seconds);
    if (whole < 60) return words.text("time.seconds", {{"seconds", std::to_string(whole)}});
    return words.text("time.minutes",
                      {{"minutes", std::to_string(whole / 60)}, {"seconds", std::to_string(whole % 60)}});
}

std::string seconds_text(std::optional<double> seconds) { return seconds ? text::number_text(*seconds, 0) : "–"; }

document::Document run_report(const ReportInput& input, const std::vector<ReportMap>& maps, text::Lang lang) {
    const text::Catalogue words(lang);
    document::Document document;
    ReportPage page{input, maps, words, document};
    document.lang = lang;
    document.kind = document::DocumentKind::report;
    document.title = page.say("report.title");
    document.subtitle = text::in_language(input.world->building.name, lang);
    document.window_title = document.title + " · " + text::in_language(input.world->scenario.name, lang);
    document.footer = page.say("report.disclaimer");
    add_title(page);
    add_verdict(page);
    add_arrival(page);
    add_smoke(page);
    add_quake(page);
    add_rescue(page);
    add_worst_places(page);
    add_plans(page);
    add_flows(page);
    add_bottleneck_table(page);
    add_classes(page);
    add_events(page);
    add_runs(page);
    add_compliance(page);
    add_settings(page);
    add_parameters(page);
    add_assumptions(page);
    add_reading_guide(page);
    return document;
}

}  // namespace muster::papers
