// SPDX-License-Identifier: Apache-2.0
// Where it got stuck: the first places in words, and form F16.
#include <algorithm>

#include "render/papers/run_report/bottleneck_columns.h"
#include "render/papers/run_report/report_page.h"
#include "render/text/held_words.h"
#include "render/text/names.h"

namespace muster::papers {

namespace {

constexpr std::size_t places_in_words = 5;
constexpr std::size_t places_in_table = 15;
constexpr std::size_t groups_in_table = 4;

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

std::string held_story(const ReportPage& page, const analysis::Bottleneck& b) {
    if (b.held.persons() == 0) return {};
    std::string story = page.say("place.held", {{"count", std::to_string(b.held.persons())},
                                                {"reasons", text::held_reasons(b.held, page.lang())}});
    if (!b.held.groups.empty())
        story +=
            page.say("place.held_groups", {{"groups", group_names(*page.input.world, b.held.groups, 6, page.lang())}});
    return story;
}

document::Ranking::Place place_of(const ReportPage& page, std::size_t index) {
    const Building& building = page.input.world->building;
    const analysis::Bottleneck& b = page.input.ensemble->bottlenecks[index];
    const std::string& level = text::in_language(building.level(level_of_place(building, b)).name, page.lang());
    document::Ranking::Place place;
    place.name = text::name_of_place(building, b, page.lang());
    const bool room = b.kind == analysis::BottleneckKind::space;
    place.story =
        page.say(room ? "place.kind_only" : "place.kind", {{"level", level},
                                                           {"kind", std::string(text::name_of(b.kind, page.lang()))},
                                                           {"width", text::fixed_text(b.clear_width_m, 2)}}) +
        held_story(page, b);
    if (b.persons > 0) place.story += story_of(page, b);
    if (b.held.persons() > 0) {
        place.cost = std::to_string(b.held.persons());
        place.about_cost = {page.say("place.held_unit")};
        return place;
    }
    place.cost = text::number_text(b.delay_person_s, 0);
    place.about_cost = {page.say("place.lost_unit")};
    if (const std::string range = loss_range(page.input, index); !range.empty())
        place.about_cost.push_back(page.say("place.lost_range", {{"range", range}}));
    return place;
}

}  // namespace

void add_worst_places(ReportPage& page) {
    page.heading("report.worst_places");
    const std::size_t count = count_worth_showing(*page.input.ensemble, places_in_words);
    if (count == 0) {
        page.paragraph("report.no_bottleneck");
        return;
    }
    page.note("report.worst_places_note");
    document::Ranking ranking;
    for (std::size_t i = 0; i < count; ++i) ranking.places.push_back(place_of(page, i));
    page.add(std::move(ranking));
}

void add_bottleneck_table(ReportPage& page) {
    page.turn(true);
    page.heading("report.f16");
    page.note("report.f16_note");
    auto columns = f16_in_order("page_place");
    leave_out_held(columns, *page.input.ensemble);
    document::Table table;
    table.key = "F16";
    document::set_columns(table, columns, page.words);
    const std::size_t all = page.input.ensemble->bottlenecks.size(), count = std::min(places_in_table, all);
    for (std::size_t i = 0; i < count; ++i)
        document::add_row(table, columns, BottleneckRow{page.input, i, page.words, groups_in_table});
    page.add(std::move(table));
    if (count < all) page.note("report.f16_more", {{"shown", std::to_string(count)}, {"all", std::to_string(all)}});
    page.turn(false);
}

}  // namespace muster::papers
