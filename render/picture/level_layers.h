// SPDX-License-Identifier: Apache-2.0
// The layers of a storey's plan, bottom to top; inside render/picture only.
#pragma once

#include "render/picture/level_picture.h"
#include "render/picture/view.h"

namespace muster::picture {

/// What is drawn and where.
struct LevelScene {
    const View& view;
    const World& world;
    LevelId level;
    const LevelPicture& picture;
    std::span<const int> risk_numbers{};  // beside the signs, by RiskId; empty = none
    bool risk_colours = false;            // whole spaces in the colour of their risk
};

/// What every layer draws on and from.
struct LevelSheet : LevelScene {
    Canvas& canvas;
    LevelSheet(Canvas& on, const LevelScene& scene) : LevelScene(scene), canvas(on) {}
};

// level_picture.cpp
void draw_storey(const LevelSheet& sheet);  // all the layers that the picture asks for

// level_building.cpp
void draw_spaces_and_walls(const LevelSheet& sheet);
void draw_stairs(const LevelSheet& sheet);
void draw_furniture(const LevelSheet& sheet);
void draw_openings(const LevelSheet& sheet);

// level_overlays.cpp
void draw_density(const LevelSheet& sheet);              // in spaces
void draw_density_in_openings(const LevelSheet& sheet);  // in slots, and the outline of what is critical
void draw_risk_hatches(const LevelSheet& sheet);
void draw_risk_signs(const LevelSheet& sheet);
void draw_assembly(const LevelSheet& sheet);
void draw_exits(const LevelSheet& sheet);
void draw_people(const LevelSheet& sheet);
void draw_labels(const LevelSheet& sheet);
[[nodiscard]] Vec2 label_place(const Space& space);  // m
void draw_marks(const LevelSheet& sheet);

// level_fixtures.cpp
void draw_fixtures(const LevelSheet& sheet);
void draw_fixture_sign(Canvas& canvas, Vec2 at, FixtureKind kind, double size, text::Lang lang);
[[nodiscard]] bool has_fixture(const LevelScene& scene, FixtureKind kind);

// level_smoke.cpp
void draw_smoke(const LevelSheet& sheet);

// level_routes.cpp
void draw_routes(const LevelSheet& sheet);

// level_quake.cpp
void draw_damage(const LevelSheet& sheet);

// level_legend.cpp
[[nodiscard]] double legend_height(const LevelScene& scene);
void draw_scale_and_north(const LevelSheet& sheet);
void draw_legend(const LevelSheet& sheet, double top);

// Signs shared by plan and legend, at a place on the page.
[[nodiscard]] Ring square(Vec2 centre, double side);
void draw_exit_sign(Canvas& canvas, Vec2 at, double size, Vec2 outward);  // unit vector on the page
void draw_assembly_sign(Canvas& canvas, Vec2 at, double size);
void draw_risk_sign(Canvas& canvas, Vec2 at, int level, double size);
void draw_number_sign(Canvas& canvas, Vec2 at, int number);
/// The same for a place that kept somebody inside: a diamond.
void draw_held_sign(Canvas& canvas, Vec2 at, int number);
/// "1.2", "3.0", "1.05": at least one decimal, at most two.
[[nodiscard]] std::string width_text(double metres);
/// Hatch by risk level: 1 dense, crossed; 2 dense; 3 wide; 4 wide, the other way.
void draw_risk_hatch(Canvas& canvas, std::span<const Ring> rings, int level);
/// Only a band along the inner edge, where a density map must stay legible.
void draw_risk_edge(Canvas& canvas, std::span<const Ring> rings, int level);

}  // namespace muster::picture
