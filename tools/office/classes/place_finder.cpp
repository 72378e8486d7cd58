// SPDX-License-Identifier: Apache-2.0
#include "tools/office/classes/place_finder.h"

#include <algorithm>
#include <array>
#include <initializer_list>

#include "floorplans/json_cursor.h"
#include "tools/office/tables/table_values.h"

namespace muster::classes {

namespace {

using Words = std::initializer_list<std::string_view>;

// Without the words that only say what kind of place it is. All of it when nothing would be left.
std::string without(std::string_view text, Words words) {
    std::string left = tables::folded(text);
    for (const std::string_view word : words)
        for (std::size_t at; (at = left.find(word)) != left.npos && left.size() > word.size();)
            left.erase(at, word.size());
    return left;
}

template <class IdType>
struct Candidate {
    IdType id;
    std::array<std::string, 3> names;  // key, zh, en
};

template <class IdType, class Item>
Candidate<IdType> candidate(std::size_t index, const Item& item) {
    return {IdType{index}, {item.key, item.name.zh, item.name.en}};
}

template <class IdType>
PlaceFound<IdType> only_one(const std::vector<const Candidate<IdType>*>& fitting) {
    if (fitting.size() == 1) return {fitting.front()->id, {}};
    std::string all;
    for (const auto* c : fitting) all += (all.empty() ? "" : ", ") + c->names[0];
    return {IdType{}, all};
}

// Where nothing is near: what there is, as people call it.
template <class IdType>
std::string some_of(const std::vector<Candidate<IdType>>& candidates) {
    constexpr std::size_t enough = 12;
    std::string names;
    for (std::size_t i = 0; i < candidates.size() && i < enough; ++i) {
        const auto& [key, zh, en] = candidates[i].names;
        names += (names.empty() ? "" : ", ") + (zh.empty() || zh == key ? key : zh + " (" + key + ")");
    }
    if (names.empty()) return "—";
    return candidates.size() > enough ? names + ", …" : names;
}

// Equal as written; else equal without the words; else nothing, and the nearest name.
template <class IdType>
PlaceFound<IdType> find_among(const std::vector<Candidate<IdType>>& candidates, std::string_view text, Words words) {
    const auto fitting = [&](auto&& same) {
        std::vector<const Candidate<IdType>*> out;
        for (const auto& c : candidates)
            if (std::any_of(c.names.begin(), c.names.end(), same)) out.push_back(&c);
        return out;
    };
    const std::string wanted = tables::folded(text), bare = without(text, words);
    if (const auto exact = fitting([&](const std::string& n) { return !n.empty() && tables::folded(n) == wanted; });
        !exact.empty())
        return only_one(exact);
    if (const auto loose = fitting([&](const std::string& n) { return !n.empty() && without(n, words) == bare; });
        !loose.empty())
        return only_one(loose);
    std::vector<std::string> names;
    for (const auto& c : candidates)
        for (const std::string& n : c.names)
            if (!n.empty()) names.push_back(n);
    const std::string nearest = floorplans::nearest_word(std::string(text), names);
    return {IdType{}, nearest.empty() ? some_of(candidates) : nearest};
}

bool any_of_words(std::string_view text, Words words) {
    const std::string plain = tables::folded(text);
    return std::find(words.begin(), words.end(), plain) != words.end();
}

bool has_word(const Opening& door, Words words) {
    return std::any_of(words.begin(), words.end(), [&](std::string_view word) {
        return tables::folded(door.key).find(word) != std::string::npos ||
               tables::folded(door.name.zh).find(word) != std::string::npos ||
               tables::folded(door.name.en).find(word) != std::string::npos;
    });
}

}  // namespace

bool names_nothing(std::string_view text) {
    return any_of_words(text, {"", "-", "--", "—", "——", "/", "无", "none", "n/a", "不经楼梯", "不走楼梯"});
}

bool names_any_door(std::string_view text) {
    return any_of_words(text, {"前后门", "前门后门", "前门、后门", "前门/后门", "前、后门", "双门", "任意", "不限",
                               "both", "any", "frontandrear"});
}

PlaceFound<SpaceId> find_room(const Building& building, std::string_view text) {
    std::vector<Candidate<SpaceId>> rooms;
    for (std::size_t i = 0; i < building.spaces.size(); ++i)
        if (!is_circulation(building.spaces[i].use)) rooms.push_back(candidate<SpaceId>(i, building.spaces[i]));
    return find_among(rooms, text, {"教室", "房间", "classroom", "room", "室", "号", "#"});
}

PlaceFound<StairId> find_stair(const Building& building, std::string_view text) {
    std::vector<Candidate<StairId>> stairs;
    for (std::size_t i = 0; i < building.stairs.size(); ++i)
        stairs.push_back(candidate<StairId>(i, building.stairs[i]));
    return find_among(stairs, text,
                      {"疏散", "楼梯间", "楼梯", "staircase", "stairs", "stair", "侧", "边", "部", "号", "#"});
}

PlaceFound<OpeningId> find_exit(const Building& building, std::string_view text) {
    std::vector<Candidate<OpeningId>> exits;
    for (std::size_t i = 0; i < building.openings.size(); ++i)
        if (building.is_building_exit(OpeningId{i})) exits.push_back(candidate<OpeningId>(i, building.openings[i]));
    return find_among(exits, text, {"安全出口", "出口", "exit", "大门", "door", "门", "侧", "号", "#"});
}

PlaceFound<AssemblySpotId> find_spot(const Building& building, std::string_view text) {
    std::vector<Candidate<AssemblySpotId>> spots;
    for (std::size_t i = 0; i < building.spots.size(); ++i)
        spots.push_back(candidate<AssemblySpotId>(i, building.spots[i]));
    return find_among(spots, text, {"集合点", "集合位置", "集合", "assembly", "spot", "point", "位置", "号", "#"});
}

int find_assembly_area(const Building& building, std::string_view text) {
    const Words words = {"集合区", "集合点", "集合", "assembly", "area", "区"};
    for (std::size_t i = 0; i < building.assembly_areas.size(); ++i) {
        const AssemblyArea& area = building.assembly_areas[i];
        for (const std::string& name : {area.key, area.name.zh, area.name.en})
            if (!name.empty() && without(name, words) == without(text, words)) return static_cast<int>(i);
    }
    return -1;
}

PlaceFound<OpeningId> find_door(const Building& building, SpaceId room, std::string_view text) {
    const bool front = any_of_words(text, {"前门", "前", "front", "frontdoor"});
    const bool rear = any_of_words(text, {"后门", "后", "rear", "back", "reardoor", "backdoor"});
    std::vector<Candidate<OpeningId>> doors;
    for (const OpeningId id : building.space(room).openings) {
        const Opening& door = building.opening(id);
        if ((front && !has_word(door, {"前", "front"})) || (rear && !has_word(door, {"后", "rear", "back"}))) continue;
        doors.push_back(candidate<OpeningId>(id.index(), door));
    }
    if (!front && !rear) return find_among(doors, text, {"门", "door"});
    std::vector<const Candidate<OpeningId>*> fitting;
    for (const auto& door : doors) fitting.push_back(&door);
    PlaceFound<OpeningId> found = only_one(fitting);
    if (fitting.empty()) {
        for (const OpeningId id : building.space(room).openings)
            found.nearest += (found.nearest.empty() ? "" : ", ") + building.opening(id).key;
    }
    return found;
}

}  // namespace muster::classes
