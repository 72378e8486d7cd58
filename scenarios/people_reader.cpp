// SPDX-License-Identifier: Apache-2.0
#include "scenarios/people_reader.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <utility>

#include "scenarios/distribution_reader.h"
#include "scenarios/order_reader.h"
#include "scenarios/scenario_words.h"

namespace muster::scenarios {

namespace {

constexpr int max_people = 100'000;
constexpr std::size_t max_teachers = 20;

std::vector<TeacherPlace> read_teachers(const floorplans::JsonCursor& place) {
    if (place.elements().size() <= max_teachers) return place.words<TeacherPlace>();
    place.report(Severity::error, "json.too_many", {{"limit", std::to_string(max_teachers)}});
    return {};
}

WayChoice read_choice(const floorplans::JsonCursor& place, const References& refs) {
    place.allow_keys({"by", "familiar", "unfamiliar_s", "follow_s", "hesitation_s"});
    WayChoice choice;
    choice.quickest = place["by"].word_or(way_choices, false);
    if (place.has("familiar"))
        for (const floorplans::JsonCursor& exit : place["familiar"].elements())
            choice.familiar.push_back(refs.opening(exit));
    choice.unfamiliar_s = place["unfamiliar_s"].number_or(0.0, 600.0, choice.familiar.empty() ? 0.0 : 30.0);
    choice.follow_s = place["follow_s"].number_or(0.0, 600.0, 0.0);
    choice.hesitation_s = place["hesitation_s"].number_or(0.0, 600.0, 0.0);
    return choice;
}

/// Rooms that people may be in: not stairs and corridors, nor what is locked up.
bool is_searched(const Building& building, const Space& space) {
    const bool locked = std::all_of(space.openings.begin(), space.openings.end(),
                                    [&](OpeningId o) { return building.opening(o).state == DoorState::locked; });
    return !space.outdoor && !space.flight && !is_circulation(space.use) && !locked;
}

/// A storey stands for all its rooms.
Search read_search(const floorplans::JsonCursor& place, const Building& building, const References& refs) {
    place.allow_keys({"levels", "spaces", "room_s", "limit_s"});
    Search search;
    std::vector<bool> wanted(building.spaces.size(), false);
    for (const floorplans::JsonCursor& level : place["levels"].elements()) {
        const LevelId on = refs.level(level);
        for (std::size_t i = 0; on.valid() && i < building.spaces.size(); ++i)
            if (building.spaces[i].level == on && is_searched(building, building.spaces[i])) wanted[i] = true;
    }
    for (const floorplans::JsonCursor& space : place["spaces"].elements())
        if (const SpaceId id = refs.space(space); id.valid()) wanted[id.index()] = true;
    for (std::size_t i = 0; i < wanted.size(); ++i)
        if (wanted[i]) search.rooms.push_back(SpaceId{i});
    search.room_s = place["room_s"].number_or(0.0, 600.0, search.room_s);
    search.limit_s = place["limit_s"].number_or(0.0, longest_s, search.limit_s);
    return search;
}

// What `people` and `people_by_use` have in common.
void read_kind_of_people(const floorplans::JsonCursor& place, ProfileBook& profiles, Group& group) {
    group.profile = profiles.named(place["profile"]);
    if (place.has("teachers")) group.teachers = read_teachers(place["teachers"]);
    group.teacher_profile =
        place.has("teacher_profile") ? profiles.named(place["teacher_profile"]) : profiles.standard("adult");
    if (place.has("pre_movement")) group.pre_movement = read_distribution(place["pre_movement"], time_distribution);
    group.release_delay_s = place["release_delay_s"].number_or(0.0, longest_s, 0.0);
    group.sets_off_s = place["sets_off_s"].number_or(0.0, longest_s, -1.0);
    group.pointer = place.pointer();
}

Group read_group(const floorplans::JsonCursor& place, const Building& building, const References& refs,
                 ProfileBook& profiles) {
    place.allow_keys({"id", "kind", "name", "space", "profile", "count", "teachers", "teacher_profile", "pre_movement",
                      "route", "destination", "positions", "release_delay_s", "sets_off_s", "in_file", "choice",
                      "company", "searches"});
    Group group;
    group.key = place["id"].string();
    group.name = name_or(place, "name", group.key);
    group.is_class = place["kind"].word_or(group_kinds, false);
    group.space = refs.space(place["space"]);
    group.count = place["count"].integer(0, max_people);
    read_kind_of_people(place, profiles, group);
    if (place.has("route")) group.route = read_route(place["route"], refs);
    if (place.has("destination")) group.destination = refs.space(place["destination"]);
    if (place.has("searches")) group.search = read_search(place["searches"], building, refs);
    if (place.has("choice")) group.choice = read_choice(place["choice"], refs);
    if (place.has("company")) group.company = place["company"].string();
    if (place.has("in_file")) group.in_file = place["in_file"].boolean();
    if (place.has("positions")) group.positions = place["positions"].points();
    for (Vec2& p : group.positions) p -= building.site_origin;
    return group;
}

/// One element of people_by_use.
struct Filling {
    SpaceUse use = SpaceUse::other;
    double persons_per_m2 = 0.0;
    int most = max_people;
    Group pattern;
};

Filling read_filling(const floorplans::JsonCursor& place, ProfileBook& profiles) {
    place.allow_keys({"use", "persons_per_m2", "max", "profile", "teachers", "teacher_profile", "pre_movement",
                      "release_delay_s", "sets_off_s"});
    Filling f;
    f.use = place["use"].word<SpaceUse>().value_or(SpaceUse::other);
    f.persons_per_m2 = place["persons_per_m2"].number(0.0, 10.0);
    if (place.has("max")) f.most = place["max"].integer(0, max_people, max_people);
    read_kind_of_people(place, profiles, f.pattern);
    f.pattern.is_class = f.use == SpaceUse::classroom || f.use == SpaceUse::nursery;
    return f;
}

void fill_spaces(const Filling& f, const Building& building, const std::vector<bool>& has_people, References& refs,
                 std::vector<Group>& groups) {
    for (std::size_t i = 0; i < building.spaces.size(); ++i) {
        const Space& space = building.spaces[i];
        if (space.use != f.use || has_people[i]) continue;
        Group group = f.pattern;
        group.key = std::string(word_of(f.use)) + ":" + space.key;
        group.name = space.name;
        group.space = SpaceId{i};
        const double persons = std::floor(area(space.area) * f.persons_per_m2 + 1e-9);
        group.count = static_cast<int>(std::min(persons, static_cast<double>(f.most)));
        if (group.count == 0) continue;
        refs.groups.add(group.key);
        groups.push_back(std::move(group));
    }
}

void read_fillings(const floorplans::JsonCursor& places, const Building& building, References& refs,
                   ProfileBook& profiles, std::vector<Group>& groups) {
    std::vector<bool> has_people(building.spaces.size(), false);
    for (const Group& g : groups)
        if (g.space.valid()) has_people[g.space.index()] = true;
    std::vector<SpaceUse> seen;
    for (const floorplans::JsonCursor& place : places.elements()) {
        const Filling filling = read_filling(place, profiles);
        if (std::find(seen.begin(), seen.end(), filling.use) != seen.end()) {
            place["use"].report(Severity::error, "people.use_repeated", {{"use", word_of(filling.use)}});
            continue;
        }
        seen.push_back(filling.use);
        const std::size_t before = groups.size();
        fill_spaces(filling, building, has_people, refs, groups);
        if (groups.size() == before)
            place["use"].report(Severity::warning, "people.use_fills_nothing", {{"use", word_of(filling.use)}});
    }
}

}  // namespace

Population read_people(const floorplans::JsonCursor& root, const Building& building, References& refs) {
    Population population;
    ProfileBook profiles(root["profiles"]);
    if (!root.has("people") && !root.has("people_by_use")) (void)required_elements(root, "people");
    for (const floorplans::JsonCursor& place : root["people"].elements()) {
        Group group = read_group(place, building, refs, profiles);
        refs.groups.add(group.key);
        population.groups.push_back(std::move(group));
    }
    read_fillings(root["people_by_use"], building, refs, profiles, population.groups);
    population.profiles = profiles.used();
    return population;
}

}  // namespace muster::scenarios
