// SPDX-License-Identifier: Apache-2.0
// Plan of one storey: spaces, walls, openings with their clear width, stairs, furniture, exits, assembly spots, risks
// in four colours, and over it, when asked for, densities, numbered bottlenecks and people. With scale bar and north
// arrow.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "render/picture/canvas.h"
#include "render/text/language.h"
#include "sim/analysis/results.h"
#include "sim/model/world.h"
#include "sim/record/observer.h"

namespace muster::picture {

struct NumberMark {
    int number = 0;  // as in the bottleneck table
    LevelId level;
    Vec2 at;
    bool held = false;  // kept somebody inside: another shape, and in the legend
};

struct PersonDot {
    Vec2 at;
    PersonState state = PersonState::walking;
    double radius_m = 0.2;
    std::optional<double> heading{};  // radians from the x axis; nothing = drawn as a disc
};

/// A way to go: a bold line with arrows along it.
struct RouteStroke {
    LevelId level;           // those of other levels are left out
    std::vector<Vec2> line;  // m, in the direction of walking
};

enum class LabelDetail : std::uint8_t { none, rooms, rooms_and_widths };

struct LevelPicture {
    text::Lang lang = text::Lang::zh_cn;
    PictureFormat format = PictureFormat::png;
    int width_px = 1800;
    std::string title;        // "" = no title line
    std::optional<Box> area;  // what to show, m; nothing = everything on the level
    const analysis::DensityGrid* density = nullptr;
    double density_max = 6.0;           // persons/m2 at the dark end of the scale
    double critical_density = 3.5;      // cells above it get a black outline; persons/m2
    std::span<const NumberMark> marks;  // those of other levels are left out
    std::span<const PersonDot> people;
    std::span<const RouteStroke> routes;
    double route_width = 2.8;  // points of the page 700 wide; more where the picture is printed small
    const analysis::QuakeOutcome* quake = nullptr;  // what fell, jammed, broke
    std::span<const SpaceAir> air;                  // of every space of the building; empty = no smoke drawn
    LabelDetail labels = LabelDetail::rooms;
    bool furniture = true;
    bool risks = true;
    bool legend = true;
    bool fixtures = false;  // hydrants, extinguishers, alarm buttons, detectors
};

/// The kinds that `fixtures` draws, in the order of the legend.
[[nodiscard]] std::span<const FixtureKind> fire_fixtures();

/// PNG or SVG bytes.
[[nodiscard]] std::string draw_level(const World& world, LevelId level, const LevelPicture& picture);

/// For a screen: fills the whole image with `picture.area` (pre: given; the image has its shape), without title, legend
/// and scale bar. `px_per_point`: how large words and lines are.
struct ScreenSize {
    int width_px = 0, height_px = 0;
    double px_per_point = 1.0;
};
[[nodiscard]] Pixels draw_level_on_screen(const World& world, LevelId level, const LevelPicture& picture,
                                          const ScreenSize& size);

/// Box round the indoor spaces of all levels, with a margin: the same crop, so the same scale, for every storey. Sheds
/// and other blocks in which nobody starts are left out, unless nobody starts indoors at all.
[[nodiscard]] Box used_indoor_bounds(const World& world, double margin_m = 2.0);
[[nodiscard]] Box level_bounds(const Building& building, LevelId level, double margin_m);

}  // namespace muster::picture
