// SPDX-License-Identifier: Apache-2.0
#include "render/papers/run_report/bottleneck_columns.h"

#include <algorithm>

#include "render/text/held_words.h"
#include "render/text/names.h"

namespace muster::papers {

namespace {

using document::ColumnLook;
using document::FilledBy;

constexpr double roomy_mm = 44.0;  // names of places and of classes
constexpr double blank_mm = 11.0;  // to write in by hand

document::Cell number_cell(double value, int decimals = 0) { return document::Cell::of(value, decimals); }

std::string level_and_place(const BottleneckRow& r, const char* between) {
    const Building& building = r.input.world->building;
    return text::in_language(building.level(level_of_place(building, r.place())).name, r.words.lang()) + between +
           text::name_of_place(building, r.place(), r.words.lang());
}

// Building, level, place and id, as one looks it up in a plan.
std::string full_place(const BottleneckRow& r) {
    const Building& building = r.input.world->building;
    return text::in_language(building.name, r.words.lang()) + " - " + level_and_place(r, " - ") + " [" +
           key_of_place(building, r.place()) + "]";
}

std::string groups_of(const BottleneckRow& r) {
    return group_names(*r.input.world, r.place().groups, r.max_groups, r.words.lang());
}

std::string flows_of(const analysis::Bottleneck& b) {
    return text::fixed_text(b.mean_flow, 2) + " / " + text::fixed_text(b.peak_flow, 1);
}

// A room that held somebody is no way through.
bool has_width(const BottleneckRow& r) { return r.place().kind != analysis::BottleneckKind::space; }

using OneBottleneck = const BottleneckRow&;

constexpr BottleneckColumn f16_columns[] = {
    {"rank", "f16.rank", [](OneBottleneck r) { return number_cell(static_cast<double>(r.index + 1)); }, 2.2,
     FilledBy::simulator, true},
    {"full_place", "f16.place", [](OneBottleneck r) { return document::Cell(full_place(r)); }},
    {"page_place", "f16.place", [](OneBottleneck r) { return document::Cell(level_and_place(r, " · ")); }, 7.0,
     FilledBy::simulator, false, ColumnLook::prose, roomy_mm},
    {"place", "f16.form_place", [](OneBottleneck r) { return document::Cell(level_and_place(r, " ")); }, 7.0},
    {"kind", "f16.kind",
     [](OneBottleneck r) { return document::Cell(std::string(text::name_of(r.place().kind, r.words.lang()))); }, 3.4,
     FilledBy::simulator, false, ColumnLook::line},
    {"width", "f16.width",
     [](OneBottleneck r) { return has_width(r) ? number_cell(r.place().clear_width_m, 2) : document::Cell("–"); }, 2.8,
     FilledBy::plan, true},
    {"needed_width", "f16.needed_width", [](OneBottleneck r) { return r.code.needed; }, 3.0, FilledBy::later, true,
     ColumnLook::prose, blank_mm},
    {"ratio", "f16.ratio", [](OneBottleneck r) { return r.code.ratio; }, 2.6, FilledBy::later, true, ColumnLook::prose,
     blank_mm},
    {"held", "f16.held",
     [](OneBottleneck r) {
         const int held = r.place().held.persons();
         return held > 0 ? number_cell(held) : document::Cell();
     },
     2.8, FilledBy::simulator, true},
    {"held_why", "f16.held_why",
     [](OneBottleneck r) { return document::Cell(text::held_reasons(r.place().held, r.words.lang())); }, 6.0,
     FilledBy::simulator, false, ColumnLook::prose, roomy_mm},
    {"persons", "f16.persons", [](OneBottleneck r) { return number_cell(r.place().persons); }, 2.8, FilledBy::simulator,
     true},
    {"peak_density", "f16.peak_density", [](OneBottleneck r) { return number_cell(r.place().peak_density, 1); }, 3.4,
     FilledBy::simulator, true},
    {"peak_time", "f16.peak_time",
     [](OneBottleneck r) { return number_cell(r.place().peak_time_s - signal_s(r.input)); }, 3.0, FilledBy::simulator,
     true},
    {"congested", "f16.congested", [](OneBottleneck r) { return number_cell(r.place().congestion_s); }, 4.0,
     FilledBy::simulator, true},
    {"queue", "f16.queue", [](OneBottleneck r) { return number_cell(r.place().longest_queue); }, 3.2,
     FilledBy::simulator, true},
    {"flow", "f16.flow", [](OneBottleneck r) { return document::Cell(flows_of(r.place())); }, 5.0, FilledBy::simulator,
     true},
    {"mean_flow", "f16.form_mean_flow", [](OneBottleneck r) { return number_cell(r.place().mean_flow, 2); }, 3.2,
     FilledBy::simulator, true},
    {"peak_flow", "f16.form_peak_flow", [](OneBottleneck r) { return number_cell(r.place().peak_flow, 1); }, 3.2,
     FilledBy::simulator, true},
    {"classes", "f16.classes", [](OneBottleneck r) { return document::Cell(groups_of(r)); }, 7.5, FilledBy::simulator,
     false, ColumnLook::prose, roomy_mm},
    {"lost", "f16.lost", [](OneBottleneck r) { return number_cell(r.place().delay_person_s); }, 3.8,
     FilledBy::simulator, true},
    {"form_lost", "f16.form_lost", [](OneBottleneck r) { return number_cell(r.place().delay_person_s); }, 3.8,
     FilledBy::simulator, true},
    {"interval", "f16.interval", [](OneBottleneck r) { return document::Cell(loss_range(r.input, r.index)); }, 4.0,
     FilledBy::simulator, false, ColumnLook::line},
    {"waiting", "f16.waiting", [](OneBottleneck r) { return number_cell(r.place().waiting_person_s); }, 3.8,
     FilledBy::simulator, true},
    {"pressure", "f16.pressure", [](OneBottleneck r) { return number_cell(r.place().peak_pressure); }, 3.4,
     FilledBy::simulator, true},
    {"judgement", "f16.judgement", [](OneBottleneck r) { return r.code.judgement; }, 3.4, FilledBy::later, false,
     ColumnLook::prose, blank_mm},
    {"advice", "f16.advice", [](OneBottleneck) { return document::Cell(); }, 5.0, FilledBy::later, false,
     ColumnLook::prose, blank_mm},
    {"after", "f16.after", [](OneBottleneck) { return document::Cell(); }, 3.4, FilledBy::later, false,
     ColumnLook::prose, blank_mm}};

}  // namespace

std::span<const BottleneckColumn> bottleneck_columns() { return f16_columns; }

std::vector<BottleneckColumn> f16_in_order(std::string_view place) {
    const std::string_view keys[] = {"rank",         place,   "held",    "held_why",     "kind",      "width",
                                     "needed_width", "ratio", "persons", "peak_density", "peak_time", "congested",
                                     "queue",        "flow",  "classes", "judgement",    "advice",    "after",
                                     "interval",     "lost",  "waiting", "pressure"};
    return document::chosen(bottleneck_columns(), std::span<const std::string_view>(keys));
}

void leave_out_held(std::vector<BottleneckColumn>& columns, const analysis::Ensemble& ensemble) {
    const bool anybody = std::any_of(ensemble.bottlenecks.begin(), ensemble.bottlenecks.end(),
                                     [](const analysis::Bottleneck& b) { return b.held.persons() > 0; });
    if (anybody) return;
    std::erase_if(columns, [](const BottleneckColumn& c) { return c.key == "held" || c.key == "held_why"; });
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
