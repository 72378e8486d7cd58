// SPDX-License-Identifier: Apache-2.0
#include "floorplans/rule_checks.h"

#include <algorithm>
#include <array>
#include <span>

#include "floorplans/rule_tables.h"
#include "sim/planning/rule_words.h"

namespace muster::floorplans {

namespace {

planning::WidthOf read_width_of(const JsonCursor& json) {
    return json["of"].word<planning::WidthOf>().value_or(planning::WidthOf::stairs);
}
// Of checks that know no corridors and no doors of rooms.
planning::WidthOf read_way_out(const JsonCursor& json) {
    constexpr std::span<const Word<planning::WidthOf>> all(words_of<planning::WidthOf>);
    constexpr auto first_other = static_cast<std::size_t>(planning::WidthOf::corridors);
    return json["of"].word_in(all.first(first_other)).value_or(planning::WidthOf::stairs);
}
planning::DoorPlace read_door_place(const JsonCursor& json) {
    return json["doors"].word<planning::DoorPlace>().value_or(planning::DoorPlace::room);
}

planning::WidthPer100 width_per_100(const JsonCursor& json) {
    json.allow_keys({"kind", "of", "storeys", "per_100", "basement_m", "deep_basement", "major_below"});
    planning::WidthPer100 check;
    check.of = read_width_of(json);
    check.reading = json["storeys"].word<planning::StoreyReading>().value_or(check.reading);
    check.bands = read_width_bands(json);
    check.basement_m_per_100 = json["basement_m"].number_or(0.0, 100.0, 0.0);
    if (json.has("deep_basement")) check.deep_basement = read_deep_basement(json["deep_basement"]);
    check.major_below = json["major_below"].number_or(0.0, 1.0, 0.0);
    return check;
}

planning::WidthPerPerson width_per_person(const JsonCursor& json) {
    json.allow_keys({"kind", "of", "mm", "steps"});
    planning::WidthPerPerson check{read_way_out(json), json["mm"].number(0.1, 100.0, 5.0), {}};
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
    return {read_door_place(json), json["uses"].words<SpaceUse>(), json["over_persons"].integer_or(0, max_persons, 0),
            json["least_m"].number(0.1, 100.0, 0.9)};
}

planning::DoorSwing door_swing(const JsonCursor& json) {
    json.allow_keys({"kind", "uses", "over_persons", "over_per_door"});
    return {json["uses"].words<SpaceUse>(), json["over_persons"].integer_or(0, max_persons, 0),
            json["over_per_door"].integer_or(0, max_persons, 0)};
}

planning::DoorLeaf door_leaf(const JsonCursor& json) {
    json.allow_keys({"kind", "doors", "uses"});
    return {read_door_place(json), json["uses"].words<SpaceUse>()};
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
    planning::TreadRiser check{{}, json["most_slope_deg"].number_or(0.0, 90.0, 90.0)};
    if (json.has("stages") || !json.has("most_slope_deg"))
        check.stages = read_stages(json, "stages", "least_tread_m", "most_riser_m");
    return check;
}

planning::Handrails handrails(const JsonCursor& json) {
    json.allow_keys({"kind", "stream_m", "both_sides_from", "middle_from", "half_least_m", "least_height_m"});
    return {json["stream_m"].number(0.3, 2.0, 0.6), json["both_sides_from"].integer_or(0, 100, 3),
            json["middle_from"].integer_or(0, 100, 4), json["half_least_m"].number_or(0.0, 100.0, 0.0),
            json["least_height_m"].number_or(0.0, 3.0, 0.0)};
}

planning::LandingDepth landing_depth(const JsonCursor& json) {
    json.allow_keys({"kind"});
    return {};
}

planning::WayCount exit_count(const JsonCursor& json) {
    json.allow_keys(
        {"kind", "of", "least", "uses", "spared_m2", "spared_persons", "one_way", "never_spared", "lower_primary_m2"});
    return {read_way_out(json),
            json["least"].integer(1, 100, 2),
            json["uses"].words<SpaceUse>(),
            json["spared_m2"].number_or(0.0, max_m2, 0.0),
            json["spared_persons"].integer_or(0, max_persons, 0),
            read_one_way_bands(json),
            json["never_spared"].words<SpaceUse>(),
            json["lower_primary_m2"].number_or(0.0, max_m2, 0.0)};
}

planning::TravelDistance travel_distance(const JsonCursor& json) {
    json.allow_keys({"kind", "inside_room", "uses", "most", "gallery_m", "sprinkler_factor", "open_stair_between_m",
                     "open_stair_dead_end_m"});
    planning::TravelDistance check;
    check.inside_room = json["inside_room"].boolean_or(false);
    check.uses = json["uses"].words<SpaceUse>();
    check.bands = read_distance_bands(json);
    check.gallery_m = json["gallery_m"].number_or(0.0, max_m, 0.0);
    check.sprinkler_factor = json["sprinkler_factor"].number_or(1.0, 10.0, 1.0);
    check.open_stair_between_m = json["open_stair_between_m"].number_or(0.0, max_m, 0.0);
    check.open_stair_dead_end_m = json["open_stair_dead_end_m"].number_or(0.0, max_m, 0.0);
    return check;
}

planning::DeadEnd dead_end(const JsonCursor& json) {
    json.allow_keys({"kind", "most_m"});
    return {json["most_m"].number(0.0, max_m, 20.0)};
}

planning::CorridorWidth corridor_width(const JsonCursor& json) {
    json.allow_keys({"kind", "single_m", "double_m", "gallery_m", "uses"});
    planning::CorridorWidth check{json["single_m"].number(0.1, 100.0, 1.8), json["double_m"].number(0.1, 100.0, 2.4),
                                  0.0, json["uses"].words<SpaceUse>()};
    check.gallery_m = json["gallery_m"].number_or(0.0, 100.0, check.single_m);
    return check;
}

planning::UseStoreys use_storeys(const JsonCursor& json) {
    json.allow_keys({"kind", "uses", "most", "basement"});
    planning::UseStoreys check{json["uses"].words<SpaceUse>(), {}, json["basement"].boolean_or(true)};
    if (json.has("most") || check.basement) check.most = read_stages(json, "most", "storey", "");
    return check;
}

planning::RoomDoors room_doors(const JsonCursor& json) {
    json.allow_keys({"kind", "uses", "least", "one_if"});
    return {json["uses"].words<SpaceUse>(), json["least"].integer(1, 100, 2), read_one_door(json)};
}

planning::AreaPerPerson area_per_person(const JsonCursor& json) {
    json.allow_keys({"kind", "uses", "stages"});
    return {json["uses"].words<SpaceUse>(), read_stages(json, "stages", "m2", "")};
}

planning::AssemblySpace assembly_space(const JsonCursor& json) {
    json.allow_keys({"kind", "m2_per_person"});
    return {json["m2_per_person"].number(0.01, 100.0, 0.5)};
}

planning::DistanceFrom distance_from(const JsonCursor& json) {
    json.allow_keys({"kind", "uses", "least_m"});
    return {json["uses"].words<SpaceUse>(), json["least_m"].number(0.1, max_m, 30.0)};
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
    planning::FixtureOnStorey check{{}, json["uses"].words<SpaceUse>()};
    for (const JsonCursor& word : rows_of(json, "fixtures"))
        if (const auto kind = word.word<FixtureKind>()) check.kinds.push_back(*kind);
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

using Reader = planning::RuleCheck (*)(const JsonCursor&);

// What a rule may ask for: a row here and in the schema.
constexpr auto checks = std::to_array<Word<Reader>>({
    {reading<width_per_100>, "width_per_100"},
    {reading<width_per_person>, "width_per_person"},
    {reading<door_width>, "door_width"},
    {reading<door_swing>, "door_swing"},
    {reading<door_leaf>, "door_leaf"},
    {reading<flight_width>, "flight_width"},
    {reading<flight_module>, "flight_module"},
    {reading<flight_steps>, "flight_steps"},
    {reading<tread_riser>, "tread_riser"},
    {reading<handrails>, "handrails"},
    {reading<landing_depth>, "landing_depth"},
    {reading<exit_count>, "exit_count"},
    {reading<travel_distance>, "travel_distance"},
    {reading<dead_end>, "dead_end"},
    {reading<corridor_width>, "corridor_width"},
    {reading<use_storeys>, "use_storeys"},
    {reading<room_doors>, "room_doors"},
    {reading<area_per_person>, "area_per_person"},
    {reading<assembly_space>, "assembly_space"},
    {reading<distance_from>, "distance_from"},
    {reading<steps_at_exit>, "steps_at_exit"},
    {reading<stair_discharge>, "stair_discharge"},
    {reading<fixture_on_storey>, "fixture_on_storey"},
    {reading<level_change>, "level_change"},
    {reading<locked_exits>, "locked_exits"},
    {reading<not_in_plan>, "not_in_plan"},
});

}  // namespace

std::optional<planning::RuleCheck> read_rule_check(const JsonCursor& json) {
    const auto reader = json["kind"].word_in(checks);
    if (!reader) return {};
    return (*reader)(json);
}

std::vector<std::string> rule_check_words() {
    std::vector<std::string> out;
    for (const auto& row : checks) out.emplace_back(row.text);
    return out;
}

}  // namespace muster::floorplans
