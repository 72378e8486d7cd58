// SPDX-License-Identifier: Apache-2.0
// What the layout editor's operations speak of and give back. Operations are pure: they take a building and give
// another one, or a reason why not. What a plan is worth is said by the plan reader alone, not here: an operation keeps
// a building consistent (ids in range, outlines sound), not free of findings.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "sim/model/building.h"

namespace muster::viewer {

enum class ObjectKind : std::uint8_t {
    level,
    space,
    opening,
    stair,
    obstacle,
    assembly_area,
    spot,
    fixture,
    window,
    plan,  // the whole of it
};

/// An object of a building: its kind and its place in the building's list of that kind.
struct ObjectRef {
    ObjectKind kind = ObjectKind::plan;
    std::size_t index = 0;
    auto operator<=>(const ObjectRef&) const = default;
};

using EditArgs = std::vector<std::pair<std::string, std::string>>;

/// A building after one step; or none, and why. `step` and `refusal` are ids of texts.
struct Edited {
    std::optional<Building> building;
    std::string step;
    std::string refusal;
    EditArgs args;                  // of the refusal
    std::optional<ObjectRef> made;  // to be selected
    std::vector<std::string> lost;  // ids of openings that no longer stand between their spaces; they are kept
    explicit operator bool() const { return building.has_value(); }
};

[[nodiscard]] Edited refused(std::string refusal, EditArgs args = {});
/// Seals the building.
[[nodiscard]] Edited done(Building building, std::string step, std::optional<ObjectRef> made = {});

/// Where an object is; not valid for the plan.
[[nodiscard]] LevelId level_of(const Building& building, ObjectRef object);
/// A point of it to look at.
[[nodiscard]] Vec2 place_of(const Building& building, ObjectRef object);
[[nodiscard]] const std::string& key_of(const Building& building, ObjectRef object);
[[nodiscard]] bool exists(const Building& building, ObjectRef object);
/// What a click at `p` means, the smallest thing first; none where there is nothing within `reach_m`.
[[nodiscard]] std::optional<ObjectRef> object_at(const Building& building, LevelId level, Vec2 p, double reach_m);
/// What a rectangle holds altogether.
[[nodiscard]] std::vector<ObjectRef> objects_in(const Building& building, LevelId level, const Box& box);

/// "f2_room_12": a word for the level and the thing, and the next number nobody has.
[[nodiscard]] std::string next_key(const Building& building, const std::string& stem);
[[nodiscard]] std::string stem_for(const Building& building, LevelId level, SpaceUse use);

/// To whole millimetres, so that files stay legible.
[[nodiscard]] Vec2 tidy(Vec2 p);

}  // namespace muster::viewer
