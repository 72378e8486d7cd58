// SPDX-License-Identifier: Apache-2.0
// What stands in the spaces: furniture, fixtures, assembly areas and their spots.
#pragma once

#include "render/viewer/edit/edit_types.h"

namespace muster::viewer {

struct Furniture {
    ObstacleKind kind = ObstacleKind::desk;
    Vec2 size_m{0.6, 0.4};   // along x, along y, before it is turned
    double angle_deg = 0.0;  // counter-clockwise
    double height_m = 0.75;
    double mass_kg = 12.0;  // 0 = fixed
};
/// Usual sizes, for a new piece; assumptions, to be changed by whoever knows better.
[[nodiscard]] Furniture usual_furniture(ObstacleKind kind);
[[nodiscard]] Ring furniture_outline(const Furniture& piece, Vec2 middle);

/// In the space that holds its middle.
[[nodiscard]] Edited add_furniture(Building building, LevelId level, Vec2 middle, const Furniture& piece);
/// Rows of equal pieces in the space that holds the first: `count` along x and y, middles `pitch_m` apart, in axes
/// turned by the piece's angle.
struct FurnitureGrid {
    Furniture piece;
    Vec2 first;  // middle of the piece in the corner
    int columns = 1, rows = 1;
    Vec2 pitch_m{1.0, 1.0};
};
[[nodiscard]] Edited add_furniture_grid(Building building, LevelId level, const FurnitureGrid& grid);
/// What a piece is, when it is a box.
[[nodiscard]] std::optional<Furniture> furniture_of(const Obstacle& obstacle);
/// About its middle; a box of another size or turn, whatever it was.
[[nodiscard]] Edited set_furniture_box(Building building, std::size_t obstacle, Vec2 size_m, double angle_deg);
[[nodiscard]] Edited turn_obstacle(Building building, std::size_t obstacle, double by_deg);

struct ObstacleChange {
    std::optional<ObstacleKind> kind{};
    std::optional<double> height_m{};
    std::optional<double> mass_kg{};
};
[[nodiscard]] Edited change_obstacle(Building building, std::size_t obstacle, const ObstacleChange& change);

[[nodiscard]] Edited add_fixture(Building building, LevelId level, Vec2 at, FixtureKind kind);
[[nodiscard]] Edited change_fixture(Building building, std::size_t fixture, FixtureKind kind);

[[nodiscard]] Edited add_assembly_area(Building building, LevelId level, const Ring& outline);
/// In the assembly area that holds the point.
[[nodiscard]] Edited add_spot(Building building, LevelId level, Vec2 at, double radius_m = 1.5);
/// A spot for each of so many groups, in rows over the area, `apart_m` from middle to middle.
[[nodiscard]] Edited add_spots(Building building, std::size_t area, int count, double apart_m = 3.0);

[[nodiscard]] Edited add_window(Building building, SpaceId space, double width_m);
struct WindowChange {
    std::optional<double> width_m{}, sill_m{}, head_m{}, open{};
};
[[nodiscard]] Edited change_window(Building building, std::size_t window, const WindowChange& change);

}  // namespace muster::viewer
