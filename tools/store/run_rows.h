// SPDX-License-Identifier: Apache-2.0
// What summary.json and bottlenecks.json hold that programs read back (FORMAT.md): structures, and of each one
// description of its members, by which it is written and read (json_members.h).
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "render/papers/run_report/report_input.h"
#include "sim/analysis/words.h"
#include "sim/model/words.h"

namespace muster::store {

enum class PlaceElement : std::uint8_t { opening, space };

/// Of `bottlenecks[]`.
struct BottleneckRow {
    int rank = 0;
    std::string place;  // id of the opening or space in the plan
    PlaceElement element = PlaceElement::opening;
    Name name;
    std::string level;
    analysis::Bottleneck figures;               // without its places and groups, which stand beside by their ids
    std::optional<double> delay_p5, delay_p95;  // of several runs
    std::vector<std::string> groups, held_groups;
};

/// Of `runs[]`.
struct RunRow {
    papers::RunFacts facts;
    std::optional<double> real_time_factor;
    analysis::Headcount people;
    analysis::Clocks clocks;
    int falls = 0, replaced = 0;
    double exposure_person_s = 0.0;
    double peak_density = 0.0, peak_pressure = 0.0;
};

/// What a summary begins with.
struct SummaryHead {
    std::string program, version, date, command_line;
    std::string scenario_id, plan_id;
    Name scenario, plan;
};

template <class Clocks, class Visitor>
void clock_members(Clocks& clocks, const Visitor& visit) {
    visit.number("alarm", clocks.alarm, 3);
    visit.number("last_out_of_room", clocks.last_out_of_room, 3);
    visit.number("last_out_of_building", clocks.last_out_of_building, 3);
    visit.number("last_at_assembly", clocks.last_at_assembly, 3);
    visit.number("roll_call_done", clocks.roll_call_done, 3);
}

template <class Headcount, class Visitor>
void headcount_members(Headcount& people, const Visitor& visit) {
    visit.whole("total", people.total);
    visit.whole("evacuated", people.evacuated);
    visit.whole("inside", people.inside);
    visit.whole("incapacitated", people.incapacitated);
    visit.whole("arrived", people.arrived);
}

template <class Held, class Groups, class Visitor>
void held_members(Held& held, Groups& groups, const Visitor& visit) {
    for (const Word<analysis::Hold>& hold : words_of<analysis::Hold>)
        visit.whole_if_any(hold.text, held.by[static_cast<std::size_t>(hold.value)]);
    visit.whole("overcome", held.overcome);
    visit.texts("groups", groups);
}

template <class Row, class Visitor>
void bottleneck_members(Row& row, const Visitor& visit) {
    auto& b = row.figures;
    visit.whole("rank", row.rank);
    visit.text("place", row.place);
    visit.word("element", row.element);
    visit.name("name", row.name);
    visit.text("level", row.level);
    visit.object_if("held", b.held.persons() > 0,
                    [&](const auto& inner) { held_members(b.held, row.held_groups, inner); });
    visit.word("kind", b.kind);
    visit.number("clear_width_m", b.clear_width_m, 3);
    visit.whole("persons", b.persons);
    visit.number("lost_person_s", b.delay_person_s, 1);
    visit.number_if_any("lost_person_s_p5", row.delay_p5, 1);
    visit.number_if_any("lost_person_s_p95", row.delay_p95, 1);
    visit.number("peak_density_per_m2", b.peak_density, 2);
    visit.number("peak_time_s", b.peak_time_s, 1);
    visit.number("congested_s", b.congestion_s, 1);
    visit.number_or("critical_s", b.critical_s, 1);
    visit.whole("longest_queue", b.longest_queue);
    visit.number("waiting_person_s", b.waiting_person_s, 1);
    visit.number("mean_flow_per_s", b.mean_flow, 3);
    visit.number("peak_flow_per_s", b.peak_flow, 3);
    visit.number("peak_pressure_n_per_m", b.peak_pressure, 1);
    visit.texts("groups", row.groups);
}

template <class Row, class Visitor>
void run_members(Row& row, const Visitor& visit) {
    auto& facts = row.facts;
    visit.whole("seed", facts.seed);
    visit.text("fingerprint", facts.fingerprint);
    visit.number("simulated_s", facts.simulated_s, 3);
    visit.number("wall_s", facts.wall_s, 4);
    visit.number("real_time_factor", row.real_time_factor, 2);
    visit.flag("everybody_accounted_for", facts.everybody_accounted_for);
    visit.flag("ran_out_of_time", facts.ran_out_of_time);
    visit.numbers("parts_s", facts.parts_s, 4);
    visit.object("people", [&](const auto& inner) { headcount_members(row.people, inner); });
    visit.object("clocks_s", [&](const auto& inner) { clock_members(row.clocks, inner); });
    visit.whole("falls", row.falls);
    visit.whole("replaced", row.replaced);
    visit.number("critical_person_s", row.exposure_person_s, 1);
    visit.number("peak_density_per_m2", row.peak_density, 3);
    visit.number("peak_pressure_n_m", row.peak_pressure, 1);
}

template <class Head, class Visitor>
void head_members(Head& head, const Visitor& visit) {
    visit.text("program", head.program);
    visit.text("version", head.version);
    visit.text_if_any("date", head.date);
    visit.text_if_any("command_line", head.command_line);
}

template <class Head, class Visitor>
void scenario_members(Head& head, const Visitor& visit) {
    visit.text("id", head.scenario_id);
    visit.name("name", head.scenario);
}

template <class Head, class Visitor>
void plan_members(Head& head, const Visitor& visit) {
    visit.text("id", head.plan_id);
    visit.name("name", head.plan);
}

template <class File, class Visitor>
void input_members(File& file, const Visitor& visit) {
    visit.text("path", file.path);
    visit.text("sha256", file.sha256);
    visit.text_if_any("copy", file.copy);
}

}  // namespace muster::store

namespace muster {

template <>
inline constexpr auto words_of<store::PlaceElement> = word_table<store::PlaceElement>({
    {store::PlaceElement::opening, "opening"},
    {store::PlaceElement::space, "space"},
});

}  // namespace muster
