// SPDX-License-Identifier: Apache-2.0
// Layers that say something about the building: densities, risks, assembly, exits, people.
#include <algorithm>
#include <cmath>

#include "render/picture/body.h"
#include "render/picture/level_layers.h"
#include "render/text/names.h"

namespace muster::picture {

namespace {

constexpr double seen_from = 0.25;  // persons/m2 at which the map begins to show a colour

std::vector<Colour> colours_of(const analysis::DensityGrid& grid, double density_max) {
    std::vector<Colour> cells;
    cells.reserve(grid.peak.size());
    for (const float density : grid.peak) {
        Colour c = density_colour(static_cast<double>(density) / density_max);
        c.a = std::clamp((static_cast<double>(density) - seen_from) / 0.5, 0.0, 0.92);
        cells.push_back(c);
    }
    return cells;
}

void draw_grid(const LevelSheet& s) {
    const analysis::DensityGrid& grid = *s.picture.density;
    if (grid.columns <= 0 || grid.rows <= 0) return;
    const Vec2 size{grid.columns * grid.cell_m, grid.rows * grid.cell_m};
    s.canvas.raster(s.view.page(grid.origin + Vec2{0.0, size.y}), s.view.page(grid.origin + Vec2{size.x, 0.0}),
                    grid.columns, colours_of(grid, s.picture.density_max));
}

// Black line round the cells over the critical density: seen in black and white too.
void outline_critical(const LevelSheet& s) {
    const analysis::DensityGrid& grid = *s.picture.density;
    const auto critical = [&](int column, int row) {
        if (column < 0 || row < 0 || column >= grid.columns || row >= grid.rows) return false;
        return static_cast<double>(grid.peak[static_cast<std::size_t>(row * grid.columns + column)]) >
               s.picture.critical_density;
    };
    const auto corner = [&](int column, int row) {
        return s.view.page(grid.origin + grid.cell_m * Vec2{static_cast<double>(column), static_cast<double>(row)});
    };
    const Stroke stroke{.width = 1.3, .colour = ink::black, .round = true};
    for (int row = 0; row <= grid.rows; ++row)
        for (int column = 0; column <= grid.columns; ++column) {
            const bool here = critical(column, row);
            if (here != critical(column - 1, row)) s.canvas.line(corner(column, row), corner(column, row + 1), stroke);
            if (here != critical(column, row - 1)) s.canvas.line(corner(column, row), corner(column + 1, row), stroke);
        }
}

Polygon shape_of(const Risk& risk, const Building& building) {
    if (risk.outline) return {*risk.outline, {}};
    return building.space(risk.space).area;
}

bool is_on(const Risk& risk, const LevelSheet& s) {
    return risk.space.valid() && s.world.building.space(risk.space).level == s.level;
}

constexpr double risk_sign_size = 11.0;

// A point risk at its point; an area's sign in its upper left corner, out of the way of the name.
Vec2 sign_place(const Risk& risk, const LevelSheet& s) {
    if (risk.at) return s.view.page(*risk.at);
    const Polygon shape = shape_of(risk, s.world.building);
    const double inset_m = 0.65 * risk_sign_size / s.view.page(1.0);
    const Box box = bounds(shape.outer);
    const Vec2 corner{box.low.x + inset_m, box.high.y - inset_m};
    return s.view.page(contains(shape, corner) ? corner : inner_point(shape));
}

// The class that gathers there, when it is one; the spot's own name otherwise.
const Name& spot_name(const LevelSheet& s, const AssemblySpot& spot) {
    const Name* found = nullptr;
    for (const Group& group : s.world.scenario.population.groups) {
        if (!group.route.spot.valid() || s.world.building.spot(group.route.spot).key != spot.key) continue;
        if (found != nullptr) return spot.name;
        found = &group.name;
    }
    return found != nullptr ? *found : spot.name;
}

void draw_spot(const LevelSheet& s, const AssemblySpot& spot) {
    const Vec2 at = s.view.page(spot.at);
    s.canvas.circle(at, s.view.page(spot.radius_m), {.width = 0.7, .colour = ink::exit, .dash = 2.5});
    const std::string& name = text::in_language(spot_name(s, spot), s.picture.lang);
    const TextStyle style{.size = 6.5, .colour = ink::exit, .align = Align::middle, .halo = 1.2};
    if (s.canvas.measure(name, style).width < 5.0 * s.view.page(spot.radius_m)) s.canvas.text(at, name, style);
}

bool out_of_the_building(const Opening& o, const Building& b) { return !o.to.valid() || b.space(o.to).outdoor; }

void draw_exit(const LevelSheet& s, const Opening& o) {
    const Vec2 outward = out_of_the_building(o, s.world.building) ? o.normal : -1.0 * o.normal;
    const Vec2 on_page{outward.x, -outward.y};
    s.canvas.line(s.view.page(o.at.a), s.view.page(o.at.b), {.width = 3.0, .colour = ink::exit});
    const Vec2 sign = s.view.page(o.at.middle()) + 13.0 * on_page;
    draw_exit_sign(s.canvas, sign, 13.0, on_page);
    const std::string width = width_text(o.clear_width_m) + " m";
    const bool sideways = std::abs(on_page.x) > std::abs(on_page.y);
    s.canvas.text(
        sign + (sideways ? Vec2{0.0, 12.5} : Vec2{10.0, 0.0}), width,
        {.size = 7.5, .bold = true, .colour = ink::exit, .align = sideways ? Align::middle : Align::left, .halo = 1.5});
}

}  // namespace

void draw_density(const LevelSheet& s) {
    if (s.picture.density == nullptr) return;
    std::vector<Ring> rings;
    for (const Space& space : s.world.building.spaces) {
        if (space.level != s.level) continue;
        const std::vector<Ring> more = s.view.page(space.area);
        rings.insert(rings.end(), more.begin(), more.end());
    }
    s.canvas.clip(rings);
    draw_grid(s);
    s.canvas.release();
}

void draw_density_in_openings(const LevelSheet& s) {
    if (s.picture.density == nullptr) return;
    std::vector<Ring> slots;
    for (const Opening& o : s.world.building.openings)
        if (s.world.building.space(o.from).level == s.level && o.kind != OpeningKind::flight_end)
            slots.push_back(s.view.page(slot_of(o)));
    s.canvas.clip(slots);
    draw_grid(s);
    s.canvas.release();
    outline_critical(s);
}

void draw_risk_hatches(const LevelSheet& s) {
    for (const Risk& risk : s.world.risk_map.risks) {
        if (!is_on(risk, s) || risk.at) continue;
        const std::vector<Ring> shape = s.view.page(shape_of(risk, s.world.building));
        if (s.risk_colours) {
            Colour wash = risk_colour(risk.level);
            wash.a = 0.45;
            s.canvas.fill(shape, wash);
        }
        if (s.picture.density == nullptr)
            draw_risk_hatch(s.canvas, shape, risk.level);
        else
            draw_risk_edge(s.canvas, shape, risk.level);
    }
}

void draw_risk_signs(const LevelSheet& s) {
    for (std::size_t i = 0; i < s.world.risk_map.risks.size(); ++i) {
        const Risk& risk = s.world.risk_map.risks[i];
        if (!is_on(risk, s)) continue;
        const Vec2 at = sign_place(risk, s);
        draw_risk_sign(s.canvas, at, risk.level, risk_sign_size);
        if (i < s.risk_numbers.size())
            s.canvas.text(at + Vec2{0.6 * risk_sign_size, 0.0}, std::to_string(s.risk_numbers[i]),
                          {.size = 9.0, .bold = true, .colour = ink::black, .halo = 2.0});
    }
}

void draw_assembly(const LevelSheet& s) {
    const Building& b = s.world.building;
    for (const AssemblyArea& area : b.assembly_areas) {
        if (b.space(area.space).level != s.level) continue;
        const Ring ring = s.view.page(area.outline);
        s.canvas.outline(ring, {.width = 1.2, .colour = ink::exit, .dash = 6.0});
        const Box box = bounds(ring);
        if (!s.view.shows(area.outline.front())) continue;
        draw_assembly_sign(s.canvas, box.low + Vec2{12.0, 12.0}, 16.0);
        s.canvas.text(box.low + Vec2{25.0, 12.0}, text::in_language(area.name, s.picture.lang),
                      {.size = 10.0, .bold = true, .colour = ink::exit, .halo = 1.5});
    }
    for (const AssemblySpot& spot : b.spots)
        if (b.space(spot.space).level == s.level && s.view.shows(spot.at)) draw_spot(s, spot);
}

void draw_exits(const LevelSheet& s) {
    const Building& b = s.world.building;
    for (std::size_t i = 0; i < b.openings.size(); ++i) {
        const Opening& o = b.openings[i];
        if (b.space(o.from).level == s.level && b.is_building_exit(OpeningId{i})) draw_exit(s, o);
    }
}

void draw_people(const LevelSheet& s) {
    for (const PersonDot& person : s.picture.people) {
        if (person.state == PersonState::gone || !s.view.shows(person.at)) continue;
        const double radius = std::max(s.view.page(person.radius_m), 1.3);
        const Vec2 at = s.view.page(person.at);
        if (person.heading) {
            draw_body(s.canvas, {.at = at, .radius = radius, .heading = *person.heading, .state = person.state});
            continue;
        }
        s.canvas.disc(at, radius, person_colour(person.state));
        if (person.state == PersonState::fallen || person.state == PersonState::stranded ||
            person.state == PersonState::incapacitated)
            s.canvas.circle(at, radius + 1.0, {.width = 0.8, .colour = ink::black});
    }
}

}  // namespace muster::picture
