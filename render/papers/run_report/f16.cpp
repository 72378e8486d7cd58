// SPDX-License-Identifier: Apache-2.0
#include "render/papers/run_report/f16.h"

#include "render/text/catalogue.h"
#include "render/text/names.h"

namespace muster::papers {

namespace {

std::string seconds_cell(const std::optional<double>& time_s, double signal) {
    return time_s ? text::fixed_text(*time_s - signal, 1) : std::string();
}

std::string full_place(const Building& building, const analysis::Bottleneck& b, text::Lang lang) {
    const Level& level = building.level(level_of_place(building, b));
    return text::in_language(building.name, lang) + " - " + text::in_language(level.name, lang) + " - " +
           text::name_of_place(building, b, lang) + " [" + key_of_place(building, b) + "]";
}

}  // namespace

std::vector<std::string> f16_header(text::Lang lang) {
    const text::Catalogue catalogue(lang);
    std::vector<std::string> cells;
    for (const char* id : {"f16.rank",  "f16.place",    "f16.kind",         "f16.width",     "f16.needed_width",
                           "f16.ratio", "f16.persons",  "f16.peak_density", "f16.peak_time", "f16.congested",
                           "f16.queue", "f16.flow",     "f16.classes",      "f16.judgement", "f16.advice",
                           "f16.after", "f16.interval", "f16.lost",         "f16.waiting",   "f16.pressure"})
        cells.push_back(catalogue.text(id));
    return cells;
}

std::vector<std::string> f16_row(const ReportInput& input, std::size_t index, text::Lang lang) {
    const Building& building = input.world->building;
    const analysis::Bottleneck& b = input.ensemble->bottlenecks[index];
    return {std::to_string(index + 1),
            full_place(building, b, lang),
            std::string(text::name_of(b.kind, lang)),
            text::fixed_text(b.clear_width_m, 2),
            "",
            "",
            std::to_string(b.persons),
            text::fixed_text(b.peak_density, 1),
            text::number_text(b.peak_time_s - signal_s(input), 0),
            text::number_text(b.congestion_s, 0),
            std::to_string(b.longest_queue),
            text::fixed_text(b.mean_flow, 2) + " / " + text::fixed_text(b.peak_flow, 1),
            group_names(*input.world, b.groups, b.groups.size(), lang),
            "",
            "",
            "",
            loss_range(input, index),
            text::number_text(b.delay_person_s, 0),
            text::number_text(b.waiting_person_s, 0),
            text::number_text(b.peak_pressure, 0)};
}

std::vector<std::string> class_row(const ReportInput& input, const ClassTimes& times, text::Lang lang) {
    const Building& building = input.world->building;
    const Group& group = input.world->scenario.population.groups[times.group.index()];
    const Route& route = group.route;
    const auto opening = [&](OpeningId id) {
        return id.valid() ? text::name_of_opening(building, id, lang) : std::string();
    };
    const double signal = signal_s(*input.world, input.ensemble->runs.front());
    return {std::to_string(times.group.index() + 1),
            group.space.valid() ? text::in_language(building.level(building.space(group.space).level).name, lang) : "",
            text::in_language(group.name, lang),
            group.space.valid() ? text::name_of_space(building, group.space, lang) : "",
            std::to_string(times.persons),
            opening(route.door),
            route.stair.valid() ? text::in_language(building.stair(route.stair).name, lang) : "",
            opening(route.exit),
            route.spot.valid() ? text::in_language(building.spot(route.spot).name, lang) : "",
            seconds_cell(times.out_of_room, signal),
            seconds_cell(times.out_of_building, signal),
            seconds_cell(times.at_assembly, signal),
            seconds_cell(times.counted, signal)};
}

std::string group_names(const World& world, const std::vector<GroupId>& groups, std::size_t most, text::Lang lang) {
    const text::Catalogue catalogue(lang);
    std::string names;
    for (std::size_t i = 0; i < std::min(most, groups.size()); ++i) {
        if (i > 0) names += catalogue.text("list.separator");
        names += text::in_language(world.scenario.population.groups[groups[i].index()].name, lang);
    }
    if (groups.size() > most) names += catalogue.text("list.more", {{"count", std::to_string(groups.size())}});
    return names;
}

std::string loss_range(const ReportInput& input, std::size_t index) {
    const analysis::Ensemble& ensemble = *input.ensemble;
    if (ensemble.runs.size() < 2 || index >= ensemble.delay_person_s.size()) return "";
    const analysis::Spread& spread = ensemble.delay_person_s[index];
    return text::number_text(spread.p5, 0) + "–" + text::number_text(spread.p95, 0);
}

}  // namespace muster::papers
