// SPDX-License-Identifier: Apache-2.0
// Where it got stuck: the first places in words, and form F16.
#include "render/papers/run_report/derived.h"
#include "render/papers/run_report/f16.h"
#include "render/papers/run_report/report_page.h"
#include "render/text/names.h"

namespace muster::papers {

namespace {

constexpr std::size_t places_in_words = 5;
constexpr std::size_t places_in_table = 15;

std::string story_of(const ReportPage& page, const analysis::Bottleneck& b) {
    const ReportInput& input = page.input;
    std::string story = page.say("place.story", {{"persons", std::to_string(b.persons)},
                                                 {"density", text::fixed_text(b.peak_density, 1)},
                                                 {"time", text::number_text(b.peak_time_s - signal_s(input), 0)},
                                                 {"queue", std::to_string(b.longest_queue)},
                                                 {"mean", text::fixed_text(b.mean_flow, 2)},
                                                 {"peak", text::fixed_text(b.peak_flow, 1)}});
    if (b.congestion_s > 0.0) story += page.say("place.congested", {{"seconds", text::number_text(b.congestion_s, 0)}});
    if (!b.groups.empty())
        story += page.say("place.groups", {{"groups", group_names(*input.world, b.groups, 6, page.lang())}});
    return story;
}

void write_place(ReportPage& page, std::size_t index) {
    const Building& building = page.input.world->building;
    const analysis::Bottleneck& b = page.input.ensemble->bottlenecks[index];
    document::Html& html = page.html;
    html.open("li").open("span").element("span", std::to_string(index + 1), "ball").close("span").open("div");
    html.open("div", "what").text(text::name_of_place(building, b, page.lang())).close("div");
    const std::string& level = text::in_language(building.level(level_of_place(building, b)).name, page.lang());
    html.element("div",
                 page.say("place.kind", {{"level", level},
                                         {"kind", std::string(text::name_of(b.kind, page.lang()))},
                                         {"width", text::fixed_text(b.clear_width_m, 2)}}) +
                     story_of(page, b),
                 "how");
    html.close("div").open("div", "cost");
    html.element("b", text::number_text(b.delay_person_s, 0)).text(page.say("place.lost_unit"));
    const std::string range = loss_range(page.input, index);
    if (!range.empty()) html.raw("<br>").text(page.say("place.lost_range", {{"range", range}}));
    html.close("div").close("li");
}

// Columns of F16 that hold numbers, and those left to people and to later checks.
bool is_number_column(std::size_t column) { return column == 3 || (column >= 6 && column <= 11) || column >= 16; }
bool is_blank_column(std::size_t column) { return column == 4 || column == 5 || (column >= 13 && column <= 15); }

const char* style_of_column(std::size_t column) {
    if (is_blank_column(column)) return "blank";
    if (is_number_column(column)) return "num";
    return column == 1 || column == 12 ? "roomy" : "nowrap";
}

std::vector<document::HtmlCell> f16_cells(std::vector<std::string> texts) {
    std::vector<document::HtmlCell> cells;
    for (std::size_t i = 0; i < texts.size(); ++i) cells.push_back({std::move(texts[i]), style_of_column(i)});
    return cells;
}

std::vector<document::HtmlCell> table_row(const ReportPage& page, std::size_t index) {
    std::vector<std::string> texts = f16_row(page.input, index, page.lang());
    const Building& building = page.input.world->building;
    const analysis::Bottleneck& b = page.input.ensemble->bottlenecks[index];
    const std::string& level = text::in_language(building.level(level_of_place(building, b)).name, page.lang());
    texts[1] = level + " · " + text::name_of_place(building, b, page.lang());
    texts[12] = group_names(*page.input.world, b.groups, 4, page.lang());
    return f16_cells(std::move(texts));
}

}  // namespace

void write_worst_places(ReportPage& page) {
    page.heading("report.worst_places");
    const std::size_t count = count_worth_showing(*page.input.ensemble, places_in_words);
    if (count == 0) {
        page.paragraph("report.no_bottleneck");
        return;
    }
    page.paragraph("report.worst_places_note", {}, "note");
    page.html.open("ol", "places");
    for (std::size_t i = 0; i < count; ++i) write_place(page, i);
    page.html.close("ol");
}

void write_bottleneck_table(ReportPage& page) {
    page.html.open("section", "wide");
    page.heading("report.f16");
    page.paragraph("report.f16_note", {}, "note");
    page.html.open("table");
    page.html.header_row(f16_cells(f16_header(page.lang())));
    const std::size_t count = std::min(places_in_table, page.input.ensemble->bottlenecks.size());
    for (std::size_t i = 0; i < count; ++i) page.html.row(table_row(page, i));
    page.html.close("table");
    if (count < page.input.ensemble->bottlenecks.size())
        page.paragraph(
            "report.f16_more",
            {{"shown", std::to_string(count)}, {"all", std::to_string(page.input.ensemble->bottlenecks.size())}},
            "note");
    page.html.close("section");
}

}  // namespace muster::papers
