// SPDX-License-Identifier: Apache-2.0
// Openings stand on the common border of two spaces, or of a space and the outside: nobody types coordinates of jambs.
#pragma once

#include <optional>
#include <set>

#include "render/viewer/edit/edit_types.h"

namespace muster::viewer {

/// The farthest two spaces may be apart for an opening to join them (FORMAT.md).
inline constexpr double thickest_wall_m = 0.6;
inline constexpr double narrowest_opening_m = 0.5;

/// A straight stretch of wall with a space on either side, or on one side and the outside on the other.
struct WallPlace {
    SpaceId from, to;  // `to` not valid: outside
    Segment line;      // half way between the two faces
    double gap_m = 0.0;
    double off_m = 0.0;  // of the point that was asked about
};

/// The wall nearest to `p` on this level, within `reach_m`; one between two spaces before an outer one.
[[nodiscard]] std::optional<WallPlace> wall_at(const Building& building, LevelId level, Vec2 p, double reach_m);

/// The segment of an opening of this width about the point of the wall nearest to `p`, kept off its ends; shorter where
/// the wall is.
[[nodiscard]] Segment opening_on(const WallPlace& wall, Vec2 p, double width_m);

struct OpeningStyle {
    double width_m = 0.9;
    OpeningKind kind = OpeningKind::door;
    Leaf leaf = Leaf::single;
    DoorState state = DoorState::closed;
};

[[nodiscard]] Edited add_opening(Building building, LevelId level, Vec2 p, const OpeningStyle& style);
/// Along its wall, or to another wall near `p`; then it joins the spaces there.
[[nodiscard]] Edited move_opening(Building building, OpeningId id, Vec2 p);
/// About its middle; moved along the wall where it would stick out.
[[nodiscard]] Edited set_opening_width(Building building, OpeningId id, double width_m);

struct OpeningChange {
    std::optional<OpeningKind> kind{};
    std::optional<Leaf> leaf{};
    std::optional<DoorState> state{};
    std::optional<std::optional<SpaceId>> swings_into{};  // inner: none = not stated, not valid = outside
    std::optional<Name> name{};
};
[[nodiscard]] Edited change_opening(Building building, OpeningId id, const OpeningChange& change);

/// Both spaces lie behind the opening over its whole width, near enough (what the plan reader asks for).
[[nodiscard]] bool stands(const Building& building, const Opening& opening);

/// After the outlines of `spaces` have changed, or moved by `by`: their openings find their place again. Those that do
/// not stay where they are; their ids are returned.
[[nodiscard]] std::vector<std::string> settle_openings(Building& building, const Building& before,
                                                       const std::set<SpaceId>& spaces, Vec2 by);

}  // namespace muster::viewer
