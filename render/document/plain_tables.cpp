// SPDX-License-Identifier: Apache-2.0
#include "render/document/plain_tables.h"

namespace muster::document {

namespace {

Table table_without_header(std::vector<Column> columns) {
    Table table;
    table.header = false;
    table.columns = std::move(columns);
    return table;
}

void add_line(std::string& text, const std::string& line) { text += (text.empty() ? "" : "\n") + line; }

}  // namespace

Table table_of(const Facts& facts) {
    Table table = table_without_header({{"label", "", 8.0}, {"value", "", 30.0}});
    for (const Facts::Fact& fact : facts.facts) table.rows.push_back({Cell::named(fact.label), fact.value});
    return table;
}

Table table_of(const KeyFigures& figures) {
    Table table;
    Row values, more;
    for (const KeyFigures::Figure& figure : figures.figures) {
        table.columns.push_back({figure.name, figure.name, 10.0});
        values.emplace_back(figure.unit.empty() ? figure.value : figure.value + " " + figure.unit);
        std::string lines;
        for (const std::string& line : figure.more) add_line(lines, line);
        more.emplace_back(std::move(lines));
    }
    table.rows = {std::move(values), std::move(more)};
    return table;
}

Table table_of(const Ranking& ranking) {
    Table table = table_without_header({{"rank", "", 2.0}, {"place", "", 28.0}, {"cost", "", 8.0}});
    for (std::size_t i = 0; i < ranking.places.size(); ++i) {
        const Ranking::Place& place = ranking.places[i];
        std::string cost = place.cost;
        for (const std::string& line : place.about_cost) add_line(cost, line);
        table.rows.push_back({Cell::named(std::to_string(i + 1)), place.name + "\n" + place.story, cost});
    }
    return table;
}

Table table_of(const Blanks& blanks) {
    Table table = table_without_header({{"label", "", 10.0}, {"value", "", 20.0}});
    for (const std::string& label : blanks.labels) table.rows.push_back({Cell::named(label), Cell::blank()});
    if (!blanks.note.empty()) table.notes.push_back(blanks.note);
    return table;
}

}  // namespace muster::document
