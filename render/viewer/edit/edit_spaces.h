// SPDX-License-Identifier: Apache-2.0
// Drawing, moving and reshaping. Openings of a space that moves or changes find their place again (settle_openings);
// those that cannot are reported in Edited::lost and kept.
#pragma once

#include "render/viewer/edit/edit_types.h"

namespace muster::viewer {

[[nodiscard]] Ring rectangle(Vec2 corner, Vec2 opposite);
[[nodiscard]] Box bounds_of(const Building& building, ObjectRef object);
/// The outline of an object that has one: space (0 = outer, 1... = holes), obstacle, assembly area; else null.
[[nodiscard]] const Ring* ring_of(const Building& building, ObjectRef object, std::size_t ring = 0);

struct SpaceStyle {
    SpaceUse use = SpaceUse::classroom;
    Name name{};  // empty: its id
    bool outdoor = false;
    double floor_m = 0.0;
};

/// Any simple outline, in either sense.
[[nodiscard]] Edited add_space(Building building, LevelId level, const Ring& outline, const SpaceStyle& style);

/// Whatever is selected, together; furniture, fixtures, assembly areas and spots go with their space.
[[nodiscard]] Edited move_objects(Building building, const std::vector<ObjectRef>& objects, Vec2 by);
/// The outline stretched from its present bounds to these.
[[nodiscard]] Edited resize_object(Building building, ObjectRef object, const Box& to);

struct VertexRef {
    ObjectRef object;
    std::size_t ring = 0, vertex = 0;
};
[[nodiscard]] Edited move_vertex(Building building, const VertexRef& at, Vec2 to);
/// Behind the vertex, on or off the edge that begins there.
[[nodiscard]] Edited insert_vertex(Building building, const VertexRef& at, Vec2 p);
[[nodiscard]] Edited delete_vertex(Building building, const VertexRef& at);
/// The edge that begins at the vertex, moved along its normal so that it runs through `p`; its neighbours are
/// lengthened or shortened.
[[nodiscard]] Edited drag_edge(Building building, const VertexRef& at, Vec2 p);

struct SpaceChange {
    std::optional<Name> name{};
    std::optional<SpaceUse> use{};
    std::optional<bool> outdoor{};
    std::optional<int> capacity{};
    std::optional<double> height_m{};
    std::optional<double> floor_m{};
    std::optional<LevelId> level{};
};
[[nodiscard]] Edited change_space(Building building, SpaceId id, const SpaceChange& change);
[[nodiscard]] Edited rename_object(Building building, ObjectRef object, const Name& name);

/// Simple, not too small, turned counter-clockwise and tidied; none where it is not.
[[nodiscard]] std::optional<Ring> sound_outline(Ring outline);

}  // namespace muster::viewer
