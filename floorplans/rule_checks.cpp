// SPDX-License-Identifier: Apache-2.0
#include "floorplans/rule_checks.h"

#include <algorithm>
#include <array>
#include <initializer_list>
#include <string_view>

#include "floorplans/plan_words.h"

namespace muster::floorplans {

namespace {

constexpr double max_m = 1000.0;
constexpr int max_persons = 1'000'000;

double number_or(const JsonCursor& json, const char* key, double high, double fallback, double low = 0.0) {
    return json.has(key) ? json[key].number(low, high, fallback) : fallback;
}
int integer_or(const JsonCursor& json, const char* key, int high, int fallback) {
    return json.has(key) ? json[key].integer(0, high, fallback) : fallback;
}
bool flag_or(const JsonCursor& json, const char* key, bool fallback) {
    return json.has(key) ? json[key].boolean(fallback) : fallback;
}

// `words`: those of WidthOf that the check knows, in its order.
planning::WidthOf read_width_of(const JsonCursor& json, std::initializer_list<std::string_view> words) {
    return static_cast<planning::WidthOf>(std::max(0, json["of"].word(words)));
}
planning::DoorPlace read_door_place(const JsonCursor& json) {
    const int word = json["doors"].word({"room", "stair", "exit"});
    return word < 0 ? planning::DoorPlace::room : static_cast<planning::DoorPlace>(word);
}

std::vector<int> read_grades(const JsonCursor& row) {
    std::vector<int> grades;
    for (const JsonCursor& grade : row["fire_grades"].elements()) grades.push_back(grade.integer(1, 4, 2));
    if (grades.empty())
        row.report(Severity::error, "json.missing_key", {{"key", "fire_grades"}, {"expected", "[1, 2]"}});
    return grades;
}

// A table without any row says nothing.
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
        row.allow_keys({"fire_grades", "between_m", "dead_end_m"});
        bands.push_back(
            {read_grades(row), number_or(row, "between_m", max_m, 0.0), row["dead_end_m"].number(0.1, max_m, 20.0)});
    }
    return bands;
}

std::vector<planning::StageValue> read_stages(const JsonCursor& json, const char* key, const char* value,
                                              const char* second) {
    std::vector<planning::StageValue> stages;
    for (const JsonCursor& row : rows_of(json, key)) {
        row.allow_keys({"stage", value, second});
        planning::StageValue out;
        if (row.has("stage"))
            if (const auto stage = read_stage(row["stage"])) out.stage = *stage;
        out.value = row[value].number(0.0, max_m, 1.0);
        if (*second != '\0') out.second = row[second].number(0.0, max_m, 1.0);
        stages.push_back(out);
    }
    return stages;
}

planning::WidthPer100 width_per_100(const JsonCursor& json) {
    json.allow_keys({"kind", "of", "storeys", "per_100", "basement_m", "major_below"});
    planning::WidthPer100 check;
    check.of = read_width_of(json, {"stairs", "exits", "corridors", "room_doors"});
    if (json["storeys"].word({"of_the_storey", "of_the_building"}) == 1)
        check.reading = planning::StoreyReading::of_the_building;
    check.bands = read_width_bands(json);
    check.basement_m_per_100 = number_or(json, "basement_m", 100.0, 0.0);
    check.major_below = number_or(json, "major_below", 1.0, 0.0);
    return check;
}

planning::WidthPerPerson width_per_person(const JsonCursor& json) {
    json.allow_keys({"kind", "of", "mm", "steps"});
    planning::WidthPerPerson check{read_width_of(json, {"stairs", "exits"}), json["mm"].number(0.1, 100.0, 5.0), {}};
    for (const JsonCursor& row : json["steps"].elements()) {
        row.allow_keys({"persons", "width_m"});
        const planning::WidthPerPerson::Step step{row["persons"].integer(1, max_persons, 1),
                                                  row["width_m"].number(0.1, 100.0)};
        if (!check.steps.empty() && step.persons <= check.steps.back().persons)
            row.report(Severity::error, "rules.rows_not_ascending");
        check.steps.push_back(step);
    }
    return check;
}

planning::DoorWidth door_width(const JsonCursor& json) {
    json.allow_keys({"kind", "doors", "uses", "over_persons", "least_m"});
    return {read_door_place(json), read_uses(json["uses"]), integer_or(json, "over_persons", max_persons, 0),
            json["least_m"].number(0.1, 100.0, 0.9)};
}

planning::DoorSwing door_swing(const JsonCursor& json) {
    json.allow_keys({"kind", "uses", "over_persons", "over_per_door"});
    return {read_uses(json["uses"]), integer_or(json, "over_persons", max_persons, 0),
            integer_or(json, "over_per_door", max_persons, 0)};
}

planning::DoorLeaf door_leaf(const JsonCursor& json) {
    json.allow_keys({"kind", "doors", "uses"});
    return {read_door_place(json), read_uses(json["uses"])};
}

planning::FlightWidth flight_width(const JsonCursor& json) {
    json.allow_keys({"kind", "least_m"});
    return {json["least_m"].number(0.1, 100.0, 1.2)};
}

planning::FlightModule flight_module(const JsonCursor& json) {
    json.allow_keys({"kind", "stream_m", "sway_m"});
    return {json["stream_m"].number(0.3, 2.0, 0.6), json["sway_m"].number(0.0, 1.0, 0.15)};
}

planning::FlightSteps flight_steps(const JsonCursor& json) {
    json.allow_keys({"kind", "least", "most"});
    const planning::FlightSteps check{json["least"].integer(0, 100, 3), json["most"].integer(1, 100, 18)};
    if (check.least > check.most) json.report(Severity::error, "rules.least_over_most");
    return check;
}

planning::TreadRiser tread_riser(const JsonCursor& json) {
    json.allow_keys({"kind", "stages", "most_slope_deg"});
    return {read_stages(json, "stages", "least_tread_m", "most_riser_m"),
            number_or(json, "most_slope_deg", 90.0, 90.0)};
}

planning::Handrails handrails(const JsonCursor& json) {
    json.allow_keys({"kind", "stream_m", "both_sides_from", "middle_from", "half_least_m", "least_height_m"});
    return {json["stream_m"].number(0.3, 2.0, 0.6), integer_or(json, "both_sides_from", 100, 3),
            integer_or(json, "middle_from", 100, 4), number_or(json, "half_least_m", 100.0, 0.0),
            number_or(json, "least_height_m", 3.0, 0.0)};
}

planning::LandingDepth landing_depth(const JsonCursor& json) {
    json.allow_keys({"kind"});
    return {};
}

planning::WayCount exit_count(const JsonCursor& json) {
    json.allow_keys({"kind", "of", "least", "uses", "spared_m2", "spared_persons"});
    return {read_width_of(json, {"stairs", "exits"}), json["least"].integer(1, 100, 2), read_uses(json["uses"]),
            number_or(json, "spared_m2", 1e6, 0.0), integer_or(json, "spared_persons", max_persons, 0)};
}

planning::TravelDistance travel_distance(const JsonCursor& json) {
    json.allow_keys({"kind", "inside_room", "uses", "most", "gallery_m", "sprinkler_factor", "open_stair_between_m",
                     "open_stair_dead_end_m"});
    planning::TravelDistance check;
    check.inside_room = flag_or(json, "inside_room", false);
    check.uses = read_uses(json["uses"]);
    check.bands = read_distance_bands(json);
    check.gallery_m = number_or(json, "gallery_m", max_m, 0.0);
    check.sprinkler_factor = number_or(json, "sprinkler_factor", 10.0, 1.0, 1.0);
    check.open_stair_between_m = number_or(json, "open_stair_between_m", max_m, 0.0);
    check.open_stair_dead_end_m = number_or(json, "open_stair_dead_end_m", max_m, 0.0);
    return check;
}

planning::DeadEnd dead_end(const JsonCursor& json) {
    json.allow_keys({"kind", "most_m"});
    return {json["most_m"].number(0.0, max_m, 20.0)};
}

planning::CorridorWidth corridor_width(const JsonCursor& json) {
    json.allow_keys({"kind", "single_m", "double_m", "gallery_m", "uses"});
    planning::CorridorWidth check{json["single_m"].number(0.1, 100.0, 1.8), json["double_m"].number(0.1, 100.0, 2.4),
                                  0.0, read_uses(json["uses"])};
    check.gallery_m = number_or(json, "gallery_m", 100.0, check.single_m);
    return check;
}

planning::UseStoreys use_storeys(const JsonCursor& json) {
    json.allow_keys({"kind", "uses", "most", "basement"});
    return {read_uses(json["uses"]), read_stages(json, "most", "storey", ""), flag_or(json, "basement", true)};
}

planning::RoomDoors room_doors(const JsonCursor& json) {
    json.allow_keys({"kind", "uses", "least", "one_up_to_m2", "one_walk_m", "one_width_m", "one_at_dead_end"});
    return {read_uses(json["uses"]),
            json["least"].integer(1, 100, 2),
            number_or(json, "one_up_to_m2", 1e6, 0.0),
            number_or(json, "one_walk_m", max_m, 0.0),
            number_or(json, "one_width_m", 100.0, 0.0),
            flag_or(json, "one_at_dead_end", true)};
}

planning::AreaPerPerson area_per_person(const JsonCursor& json) {
    json.allow_keys({"kind", "uses", "stages"});
    return {read_uses(json["uses"]), read_stages(json, "stages", "m2", "")};
}

planning::AssemblySpace assembly_space(const JsonCursor& json) {
    json.allow_keys({"kind", "m2_per_person"});
    return {json["m2_per_person"].number(0.01, 100.0, 0.5)};
}

planning::DistanceFrom distance_from(const JsonCursor& json) {
    json.allow_keys({"kind", "uses", "least_m"});
    return {read_uses(json["uses"]), json["least_m"].number(0.1, max_m, 30.0)};
}

planning::StepsAtExit steps_at_exit(const JsonCursor& json) {
    json.allow_keys({"kind", "clear_m"});
    return {json["clear_m"].number(0.1, 100.0, 1.4)};
}

planning::StairDischarge stair_discharge(const JsonCursor& json) {
    json.allow_keys({"kind", "most_m", "up_to_storeys"});
    return {json["most_m"].number(0.1, max_m, 15.0), json["up_to_storeys"].integer(1, 1000, 4)};
}

planning::FixtureOnStorey fixture_on_storey(const JsonCursor& json) {
    json.allow_keys({"kind", "fixtures", "uses"});
    planning::FixtureOnStorey check{{}, read_uses(json["uses"])};
    for (const JsonCursor& word : rows_of(json, "fixtures"))
        if (const auto kind = read_fixture_kind(word)) check.kinds.push_back(*kind);
    return check;
}

planning::StepsInWay level_change(const JsonCursor& json) {
    json.allow_keys({"kind", "least_steps", "step_m"});
    return {json["least_steps"].integer(1, 100, 3), json["step_m"].number(0.0, 1.0, 0.02)};
}

planning::LockedExits locked_exits(const JsonCursor& json) {
    json.allow_keys({"kind"});
    return {};
}

planning::NotInPlan not_in_plan(const JsonCursor& json) {
    json.allow_keys({"kind", "reason"});
    return {json["reason"].name()};
}

template <auto read>
planning::RuleCheck reading(const JsonCursor& json) {
    return read(json);
}

}  // namespace

std::optional<planning::RuleCheck> read_rule_check(const JsonCursor& json) {
    // In the order of the words.
    constexpr std::array readers{
        reading<width_per_100>,   reading<width_per_person>, reading<door_width>,        reading<door_swing>,
        reading<door_leaf>,       reading<flight_width>,     reading<flight_module>,     reading<flight_steps>,
        reading<tread_riser>,     reading<handrails>,        reading<landing_depth>,     reading<exit_count>,
        reading<travel_distance>, reading<dead_end>,         reading<corridor_width>,    reading<use_storeys>,
        reading<room_doors>,      reading<area_per_person>,  reading<assembly_space>,    reading<distance_from>,
        reading<steps_at_exit>,   reading<stair_discharge>,  reading<fixture_on_storey>, reading<level_change>,
        reading<locked_exits>,    reading<not_in_plan>};
    const int kind =
        json["kind"].word({"width_per_100", "width_per_person", "door_width",        "door_swing",     "door_leaf",
                           "flight_width",  "flight_module",    "flight_steps",      "tread_riser",    "handrails",
                           "landing_depth", "exit_count",       "travel_distance",   "dead_end",       "corridor_width",
                           "use_storeys",   "room_doors",       "area_per_person",   "assembly_space", "distance_from",
                           "steps_at_exit", "stair_discharge",  "fixture_on_storey", "level_change",   "locked_exits",
                           "not_in_plan"});
    if (kind < 0) return {};
    return readers.at(static_cast<std::size_t>(kind))(json);
}

}  // namespace muster::floorplans
