// SPDX-License-Identifier: Apache-2.0
#include "render/papers/run_report/class_table.h"

#include "render/document/named_columns.h"
#include "render/papers/run_report/derived.h"
#include "render/text/names.h"

namespace muster::papers {

namespace {

struct ClassRow {
    const World& world;
    const ClassTimes& times;
    double signal;
    text::Lang lang;

    [[nodiscard]] const Group& group() const { return world.scenario.population.groups[times.group.index()]; }
    [[nodiscard]] std::string in(const Name& name) const { return text::in_language(name, lang); }
    [[nodiscard]] std::string level() const {
        return group().space.valid() ? in(world.building.level(world.building.space(group().space).level).name) : "";
    }
    [[nodiscard]] std::string room() const {
        return group().space.valid() ? text::name_of_space(world.building, group().space, lang) : "";
    }
    [[nodiscard]] std::string opening(OpeningId id) const {
        return id.valid() ? text::name_of_opening(world.building, id, lang) : "";
    }
    [[nodiscard]] std::string stair() const {
        const StairId id = group().route.stair;
        return id.valid() ? in(world.building.stair(id).name) : "";
    }
    [[nodiscard]] std::string spot() const {
        const AssemblySpotId id = group().route.spot;
        return id.valid() ? in(world.building.spot(id).name) : "";
    }
    [[nodiscard]] document::Cell since_signal(const std::optional<double>& time_s) const {
        return time_s ? document::Cell::of(*time_s - signal, 1) : document::Cell();
    }
};

using ClassColumn = document::NamedColumn<ClassRow>;

constexpr ClassColumn text_column(std::string_view key, std::string_view heading,
                                  document::Cell (*cell)(const ClassRow&)) {
    return {.key = key, .heading = heading, .cell = cell};
}

constexpr ClassColumn count_column(std::string_view key, std::string_view heading,
                                   document::Cell (*cell)(const ClassRow&)) {
    return {.key = key, .heading = heading, .cell = cell, .numbers = true};
}

using Class = const ClassRow&;

constexpr ClassColumn class_columns[] = {
    count_column("number", "class.number",
                 [](Class c) { return document::Cell::of(static_cast<double>(c.times.group.index() + 1)); }),
    text_column("level", "class.level", [](Class c) { return document::Cell(c.level()); }),
    text_column("name", "class.name", [](Class c) { return document::Cell(c.in(c.group().name)); }),
    text_column("room", "class.room", [](Class c) { return document::Cell(c.room()); }),
    count_column("persons", "class.persons", [](Class c) { return document::Cell::of(c.times.persons); }),
    text_column("door", "class.door", [](Class c) { return document::Cell(c.opening(c.group().route.door)); }),
    text_column("stair", "class.stair", [](Class c) { return document::Cell(c.stair()); }),
    text_column("exit", "class.exit", [](Class c) { return document::Cell(c.opening(c.group().route.exit)); }),
    text_column("spot", "class.spot", [](Class c) { return document::Cell(c.spot()); }),
    count_column("out_of_room", "class.out_of_room", [](Class c) { return c.since_signal(c.times.out_of_room); }),
    count_column("out_of_building", "class.out_of_building",
                 [](Class c) { return c.since_signal(c.times.out_of_building); }),
    count_column("at_assembly", "class.at_assembly", [](Class c) { return c.since_signal(c.times.at_assembly); }),
    count_column("counted", "class.counted", [](Class c) { return c.since_signal(c.times.counted); })};

}  // namespace

document::Table class_table(const ReportInput& input, text::Lang lang) {
    document::Table table;
    table.key = "classes";
    const std::vector<ClassColumn> columns(std::begin(class_columns), std::end(class_columns));
    document::set_columns(table, columns, text::Catalogue(lang));
    if (input.trace == nullptr) return table;
    const double signal = signal_s(*input.world, input.ensemble->runs.front());
    for (const ClassTimes& times : class_times(*input.trace))
        document::add_row(table, columns, ClassRow{*input.world, times, signal, lang});
    return table;
}

}  // namespace muster::papers
