// SPDX-License-Identifier: Apache-2.0
#include "floorplans/rule_tables.h"

#include <algorithm>
#include <utility>

#include "sim/planning/rule_words.h"

namespace muster::floorplans {

namespace {

std::vector<int> read_grades(const JsonCursor& row) {
    std::vector<int> grades;
    for (const JsonCursor& grade : row["fire_grades"].elements()) grades.push_back(grade.integer(1, 4, 2));
    if (grades.empty())
        row.report(Severity::error, "json.missing_key", {{"key", "fire_grades"}, {"expected", "[1, 2]"}});
    return grades;
}

// Of the same grades and at least as wide a condition: the later row is never used.
bool hidden(const std::vector<planning::DistanceBand>& bands, const planning::DistanceBand& band) {
    return std::any_of(bands.begin(), bands.end(), [&](const planning::DistanceBand& b) {
        return b.fire_grades == band.fire_grades && b.least_doors <= band.least_doors;
    });
}

}  // namespace

std::vector<JsonCursor> rows_of(const JsonCursor& json, const char* key) {
    auto rows = json[key].elements();
    if (rows.empty()) json.report(Severity::error, "rules.empty_table", {{"table", key}});
    return rows;
}

std::vector<planning::WidthBand> read_width_bands(const JsonCursor& json) {
    std::vector<planning::WidthBand> bands;
    for (const JsonCursor& row : rows_of(json, "per_100")) {
        row.allow_keys({"fire_grades", "up_to", "m"});
        planning::WidthBand band{read_grades(row), 1000, row["m"].number(0.01, 100.0, 1.0)};
        if (row.has("up_to")) band.up_to = row["up_to"].integer(1, 1000, 1000);
        const bool late = std::any_of(bands.begin(), bands.end(), [&](const planning::WidthBand& b) {
            return b.fire_grades == band.fire_grades && b.up_to >= band.up_to;
        });
        if (late) row.report(Severity::error, "rules.rows_not_ascending");
        bands.push_back(std::move(band));
    }
    return bands;
}

std::vector<planning::DistanceBand> read_distance_bands(const JsonCursor& json) {
    std::vector<planning::DistanceBand> bands;
    for (const JsonCursor& row : rows_of(json, "most")) {
        row.allow_keys({"fire_grades", "least_doors", "between_m", "dead_end_m"});
        planning::DistanceBand band{read_grades(row), row["least_doors"].integer_or(0, 100, 0),
                                    row["between_m"].number_or(0.0, max_m, 0.0),
                                    row["dead_end_m"].number(0.1, max_m, 20.0)};
        if (hidden(bands, band)) row.report(Severity::error, "rules.row_hidden");
        bands.push_back(std::move(band));
    }
    return bands;
}

std::vector<planning::OneWayBand> read_one_way_bands(const JsonCursor& json) {
    std::vector<planning::OneWayBand> bands;
    if (!json.has("one_way")) return bands;
    for (const JsonCursor& row : rows_of(json, "one_way")) {
        row.allow_keys({"fire_grades", "storeys", "m2", "persons_above"});
        bands.push_back({read_grades(row), row["storeys"].integer(1, 1000, 3), row["m2"].number(0.0, max_m2, 200.0),
                         row["persons_above"].integer(0, max_persons, 0)});
    }
    return bands;
}

std::vector<planning::OneDoor> read_one_door(const JsonCursor& json) {
    std::vector<planning::OneDoor> out;
    if (!json.has("one_if")) return out;
    for (const JsonCursor& row : rows_of(json, "one_if")) {
        row.allow_keys({"up_to_m2", "reach_m", "width_m", "place"});
        out.push_back({row["up_to_m2"].number_or(0.0, max_m2, 0.0), row["reach_m"].number_or(0.0, max_m, 0.0),
                       row["width_m"].number_or(0.0, 100.0, 0.0), row["place"].word_or(planning::RoomPlace::anywhere)});
    }
    return out;
}

planning::WidthPer100::DeepBasement read_deep_basement(const JsonCursor& json) {
    json.allow_keys({"over_m", "m", "crowded"});
    return {json["over_m"].number(0.0, max_m, 10.0), json["m"].number(0.01, 100.0, 1.0),
            json["crowded"].words<SpaceUse>()};
}

std::vector<planning::StageValue> read_stages(const JsonCursor& json, const char* key, const char* value,
                                              const char* second) {
    std::vector<planning::StageValue> stages;
    for (const JsonCursor& row : rows_of(json, key)) {
        row.allow_keys({"stage", value, second});
        planning::StageValue out;
        out.stage = row["stage"].word_or(out.stage);
        out.value = row[value].number(0.0, max_m, 1.0);
        if (*second != '\0') out.second = row[second].number(0.0, max_m, 1.0);
        stages.push_back(out);
    }
    return stages;
}

}  // namespace muster::floorplans
