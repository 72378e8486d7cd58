// SPDX-License-Identifier: Apache-2.0
// Signs, scale bar, north arrow and the legend under a plan.
#include <algorithm>
#include <array>
#include <cmath>
#include <functional>
#include <string>
#include <vector>

#include "render/picture/level_layers.h"
#include "render/text/catalogue.h"
#include "render/text/names.h"

namespace muster::picture {

Ring square(Vec2 centre, double side) {
    const double h = 0.5 * side;
    return {centre + Vec2{-h, -h}, centre + Vec2{h, -h}, centre + Vec2{h, h}, centre + Vec2{-h, h}};
}

namespace {

constexpr double row_height = 22.0;
constexpr TextStyle legend_text{.size = 9.0, .colour = ink::black};

Ring rectangle(Vec2 top_left, double width, double height) {
    return {top_left, top_left + Vec2{width, 0.0}, top_left + Vec2{width, height}, top_left + Vec2{0.0, height}};
}

// 1, 2 or 5 times a power of ten, at most `limit`.
double round_length(double limit) {
    const double power = std::pow(10.0, std::floor(std::log10(limit)));
    for (const double factor : {5.0, 2.0})
        if (factor * power <= limit) return factor * power;
    return power;
}

void draw_scale(const LevelSheet& s, Vec2 at) {
    const double metres = round_length(105.0 / s.view.page(1.0));
    const double width = s.view.page(metres);
    for (int i = 0; i < 4; ++i) {
        const Ring part = rectangle(at + Vec2{0.25 * i * width, -2.5}, 0.25 * width, 5.0);
        s.canvas.fill(part, i % 2 == 0 ? ink::black : ink::paper);
        s.canvas.outline(part, {.width = 0.7, .colour = ink::black});
    }
    s.canvas.text(at + Vec2{width + 6.0, 0.0}, text::number_text(metres, 1) + " m", legend_text);
}

void draw_north(const LevelSheet& s, Vec2 at) {
    s.canvas.fill(Ring{at + Vec2{0.0, -8.0}, at + Vec2{4.5, 7.0}, at + Vec2{0.0, 3.5}, at + Vec2{-4.5, 7.0}},
                  ink::black);
    s.canvas.text(at + Vec2{8.0, 0.0}, text::Catalogue(s.picture.lang).text("plan.north"), legend_text);
}

void draw_density_scale(const LevelSheet& s, Vec2 at) {
    const text::Catalogue catalogue(s.picture.lang);
    s.canvas.text(at, catalogue.text("plan.density"), legend_text);
    const double left = at.x + s.canvas.measure(catalogue.text("plan.density"), legend_text).width + 8.0;
    constexpr double width = 150.0;
    constexpr int steps = 75;
    for (int i = 0; i < steps; ++i)
        s.canvas.fill(rectangle({left + i * width / steps, at.y - 6.0}, width / steps + 0.3, 7.0),
                      density_colour((i + 0.5) / steps));
    s.canvas.outline(rectangle({left, at.y - 6.0}, width, 7.0), {.width = 0.6, .colour = ink::black});
    const auto x_of = [&](double density) { return left + width * density / s.picture.density_max; };
    for (int tick = 0; tick <= static_cast<int>(s.picture.density_max); ++tick)
        s.canvas.text({x_of(tick), at.y + 7.0}, std::to_string(tick),
                      {.size = 7.0, .colour = ink::black, .align = Align::middle});
    s.canvas.line({x_of(s.picture.critical_density), at.y - 9.0}, {x_of(s.picture.critical_density), at.y + 3.5},
                  {.width = 1.6, .colour = ink::black});
    const double next = left + width + 12.0;
    s.canvas.outline(square({next + 5.0, at.y - 1.0}, 9.0), {.width = 1.5, .colour = ink::black});
    s.canvas.text({next + 14.0, at.y - 1.0},
                  catalogue.text("plan.critical", {{"density", text::number_text(s.picture.critical_density, 1)}}),
                  legend_text);
}

// One sign of the legend: what it looks like and what it means.
struct Sign {
    std::string word;
    std::function<void(Canvas&, Vec2)> draw;
};

bool has_exit(const LevelScene& s) {
    const Building& b = s.world.building;
    for (std::size_t i = 0; i < b.openings.size(); ++i)
        if (b.is_building_exit(OpeningId{i}) && b.space(b.openings[i].from).level == s.level &&
            s.view.shows(b.openings[i].at.middle()))
            return true;
    return false;
}

bool has_locked_opening(const LevelScene& s) {
    const Building& b = s.world.building;
    return std::any_of(b.openings.begin(), b.openings.end(), [&](const Opening& o) {
        return o.state == DoorState::locked && b.space(o.from).level == s.level && s.view.shows(o.at.middle());
    });
}

bool has_spot(const LevelScene& s) {
    const Building& b = s.world.building;
    return std::any_of(b.spots.begin(), b.spots.end(), [&](const AssemblySpot& spot) {
        return b.space(spot.space).level == s.level && s.view.shows(spot.at);
    });
}

bool has_risk(const LevelScene& s, int level) {
    const Building& b = s.world.building;
    return std::any_of(s.world.risk_map.risks.begin(), s.world.risk_map.risks.end(), [&](const Risk& risk) {
        return risk.level == level && risk.space.valid() && b.space(risk.space).level == s.level &&
               s.view.shows(risk.at.value_or(inner_point(b.space(risk.space).area)));
    });
}

bool has_mark(const LevelScene& s, bool held) {
    return std::any_of(s.picture.marks.begin(), s.picture.marks.end(), [&](const NumberMark& mark) {
        return mark.held == held && mark.level == s.level && s.view.shows(mark.at);
    });
}

void draw_lock(Canvas& canvas, Vec2 at) {
    canvas.line(at - Vec2{6.0, 0.0}, at + Vec2{6.0, 0.0}, {.width = 3.5, .colour = ink::target});
}

// Only what this picture shows.
std::vector<Sign> signs_of(const LevelScene& s) {
    const text::Catalogue words(s.picture.lang);
    std::vector<Sign> signs;
    if (has_exit(s))
        signs.push_back({words.text("plan.exit"), [](Canvas& c, Vec2 p) { draw_exit_sign(c, p, 12.0, {1.0, 0.0}); }});
    if (has_locked_opening(s)) signs.push_back({words.text("plan.locked"), draw_lock});
    if (has_spot(s))
        signs.push_back({words.text("plan.assembly"), [](Canvas& c, Vec2 p) { draw_assembly_sign(c, p, 12.0); }});
    for (const FixtureKind kind : fire_fixtures())
        if (has_fixture(s, kind))
            signs.push_back(
                {std::string(text::name_of(kind, s.picture.lang)),
                 [kind, lang = s.picture.lang](Canvas& c, Vec2 p) { draw_fixture_sign(c, p, kind, 11.0, lang); }});
    if (has_mark(s, true))
        signs.push_back({words.text("plan.held"), [](Canvas& c, Vec2 p) { draw_held_sign(c, p, 1); }});
    if (has_mark(s, false))
        signs.push_back({words.text("plan.bottleneck"), [](Canvas& c, Vec2 p) { draw_number_sign(c, p, 1); }});
    for (int level = 1; level <= 4; ++level)
        if (s.picture.risks && has_risk(s, level))
            signs.push_back({std::string(text::risk_level_name(level, s.picture.lang)),
                             [level](Canvas& c, Vec2 p) { draw_risk_sign(c, p, level, 12.0); }});
    return signs;
}

// Places of the signs, left to right, in as many rows as they need; (0, 0) is the middle of the first row's left end.
std::vector<Vec2> flow(Canvas& canvas, const std::vector<Sign>& signs) {
    std::vector<Vec2> places;
    Vec2 at;
    for (const Sign& sign : signs) {
        const double width = 18.0 + canvas.measure(sign.word, legend_text).width;
        if (at.x > 0.0 && at.x + width > page_width - 16.0) at = {0.0, at.y + row_height};
        places.push_back(at);
        at.x += width + 14.0;
    }
    return places;
}

void draw_signs(const LevelSheet& s, Vec2 at) {
    const std::vector<Sign> signs = signs_of(s);
    const std::vector<Vec2> places = flow(s.canvas, signs);
    for (std::size_t i = 0; i < signs.size(); ++i) {
        signs[i].draw(s.canvas, at + places[i] + Vec2{7.0, 0.0});
        s.canvas.text(at + places[i] + Vec2{18.0, 0.0}, signs[i].word, legend_text);
    }
}

}  // namespace

void draw_exit_sign(Canvas& canvas, Vec2 at, double size, Vec2 outward) {
    canvas.fill(square(at, size), ink::exit);
    const Vec2 side = perpendicular(outward);
    const double h = 0.34 * size;
    canvas.line(at - h * outward, at + 0.3 * h * outward, {.width = 0.14 * size, .colour = ink::paper});
    canvas.fill(
        Ring{at + h * outward, at - 0.1 * h * outward + 0.85 * h * side, at - 0.1 * h * outward - 0.85 * h * side},
        ink::paper);
}

void draw_assembly_sign(Canvas& canvas, Vec2 at, double size) {
    canvas.fill(square(at, size), ink::exit);
    canvas.disc(at, 0.12 * size, ink::paper);
    for (const Vec2 corner : {Vec2{1.0, 1.0}, Vec2{-1.0, 1.0}, Vec2{1.0, -1.0}, Vec2{-1.0, -1.0}}) {
        const Vec2 out = normalised(corner), side = perpendicular(out);
        const Vec2 tip = at + 0.22 * size * out, base = at + 0.52 * size * out;
        canvas.fill(Ring{tip, base + 0.16 * size * side, base - 0.16 * size * side}, ink::paper);
    }
}

void draw_risk_sign(Canvas& canvas, Vec2 at, int level, double size) {
    const Ring ring = square(at, size);
    canvas.fill(ring, risk_colour(level));
    canvas.outline(ring, {.width = 1.0, .colour = ink::black});
    const bool dark = level == 1 || level == 4;
    canvas.text(at, std::string(1, risk_letter(level)),
                {.size = 0.78 * size, .bold = true, .colour = dark ? ink::paper : ink::black, .align = Align::middle});
}

void draw_risk_hatch(Canvas& canvas, std::span<const Ring> rings, int level) {
    constexpr std::array<double, 4> gaps{4.0, 4.5, 8.0, 8.0};
    const auto index = static_cast<std::size_t>(level - 1);
    Colour tint = risk_colour(level);
    tint.a = 0.16;
    canvas.fill(rings, tint);
    tint.a = 0.85;
    const Stroke stroke{.width = 0.9, .colour = tint};
    canvas.hatch(rings, gaps[index], level == 4 ? -45.0 : 45.0, stroke);
    if (level == 1) canvas.hatch(rings, gaps[index], -45.0, stroke);
}

void draw_risk_edge(Canvas& canvas, std::span<const Ring> rings, int level) {
    canvas.clip(rings);
    for (const Ring& ring : rings)
        canvas.outline(ring, {.width = 6.0, .colour = risk_colour(level), .dash = level == 1 ? 0.0 : 9.0});
    canvas.release();
}

namespace {

void draw_number(Canvas& canvas, Vec2 at, int number) {
    canvas.text(at, std::to_string(number),
                {.size = number < 10 ? 11.0 : 9.0, .bold = true, .colour = ink::paper, .align = Align::middle});
}

Ring diamond(Vec2 at, double reach) {
    return {at + Vec2{reach, 0.0}, at + Vec2{0.0, reach}, at - Vec2{reach, 0.0}, at - Vec2{0.0, reach}};
}

}  // namespace

void draw_number_sign(Canvas& canvas, Vec2 at, int number) {
    canvas.disc(at, 9.6, ink::paper);
    canvas.disc(at, 8.2, ink::black);
    draw_number(canvas, at, number);
}

void draw_held_sign(Canvas& canvas, Vec2 at, int number) {
    canvas.fill(diamond(at, 15.5), ink::paper);
    canvas.fill(diamond(at, 13.5), ink::target);
    draw_number(canvas, at, number);
}

std::string width_text(double metres) {
    std::string text = text::number_text(metres, 2);
    if (text.find('.') == text.npos) text += ".0";
    return text;
}

double legend_height(const LevelScene& scene) {
    if (!scene.picture.legend) return 0.0;
    Canvas scratch(PictureFormat::png, static_cast<int>(page_width), 1.0);  // to measure words with
    const std::vector<Vec2> places = flow(scratch, signs_of(scene));
    return 8.0 + row_height + (places.empty() ? 0.0 : places.back().y + row_height);
}

void draw_scale_and_north(const LevelSheet& s) {
    const Vec2 corner{10.0, s.view.bottom() - 12.0};
    draw_scale(s, corner);
    draw_north(s, corner + Vec2{150.0, 0.0});
}

void draw_legend(const LevelSheet& s, double top) {
    const double first = top + 0.5 * row_height + 6.0;
    draw_scale(s, {10.0, first});
    draw_north(s, {152.0, first});
    if (s.picture.density != nullptr) draw_density_scale(s, {232.0, first});
    draw_signs(s, {8.0, first + row_height + 1.0});
}

}  // namespace muster::picture
