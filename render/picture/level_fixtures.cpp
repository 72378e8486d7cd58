// SPDX-License-Identifier: Apache-2.0
// Fire-fighting equipment, detectors and alarm buttons: a square, a disc and a frame, each with a character, so that
// they differ on a black-and-white print too.
#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

#include "render/picture/level_layers.h"
#include "render/text/catalogue.h"

namespace muster::picture {

namespace {

constexpr double sign_size = 8.0;

std::string character_of(FixtureKind kind, text::Lang lang) {
    return text::Catalogue(lang).text("plan.fixture_" + std::to_string(static_cast<int>(kind)));
}

// Beside its point when another sign is there already: equipment hangs side by side.
Vec2 place_beside(Vec2 wanted, const std::vector<Vec2>& taken) {
    constexpr double step = 1.08 * sign_size;
    const auto free = [&](Vec2 at) {
        return std::none_of(taken.begin(), taken.end(), [&](Vec2 t) {
            return std::abs(t.x - at.x) < step - 0.01 && std::abs(t.y - at.y) < step - 0.01;
        });
    };
    for (int ring = 0; ring < 6; ++ring)
        for (const Vec2 way : {Vec2{-1.0, 0.0}, Vec2{1.0, 0.0}, Vec2{0.0, 1.0}, Vec2{0.0, -1.0}})
            if (const Vec2 at = wanted + ring * step * way; free(at)) return at;
    return wanted;
}

// A detector in the middle of a room would hide the room's name: its sign goes under the name.
Vec2 beside_name(const LevelSheet& s, const Fixture& fixture) {
    constexpr Vec2 name_half{26.0, 12.0}, under{0.0, 19.0};
    const Space& space = s.world.building.space(fixture.space);
    const Vec2 at = s.view.page(fixture.at), name = s.view.page(label_place(space));
    if (std::abs(at.x - name.x) > name_half.x || std::abs(at.y - name.y) > name_half.y) return at;
    const double bottom = s.view.page(bounds(space.area.outer).low).y;
    return name.y + under.y + 0.5 * sign_size < bottom ? Vec2{at.x, name.y} + under : at;
}

}  // namespace

std::span<const FixtureKind> fire_fixtures() {
    static constexpr FixtureKind kinds[] = {FixtureKind::hydrant, FixtureKind::extinguisher, FixtureKind::call_point,
                                            FixtureKind::smoke_detector, FixtureKind::heat_detector};
    return kinds;
}

void draw_fixture_sign(Canvas& canvas, Vec2 at, FixtureKind kind, double size, text::Lang lang) {
    const bool equipment = kind == FixtureKind::hydrant || kind == FixtureKind::extinguisher;
    const bool detects = kind == FixtureKind::smoke_detector || kind == FixtureKind::heat_detector;
    if (detects) {
        canvas.disc(at, 0.54 * size, ink::paper);
        canvas.circle(at, 0.54 * size, {.width = 0.9, .colour = ink::target});
    } else {
        canvas.fill(square(at, size), equipment ? ink::target : ink::paper);
        canvas.outline(square(at, size), {.width = 0.9, .colour = ink::target});
    }
    canvas.text(
        at, character_of(kind, lang),
        {.size = 0.7 * size, .bold = true, .colour = equipment ? ink::paper : ink::target, .align = Align::middle});
}

void draw_fixtures(const LevelSheet& s) {
    std::vector<Vec2> taken;
    for (const FixtureKind kind : fire_fixtures())
        for (const Fixture& f : s.world.building.fixtures) {
            if (f.kind != kind || s.world.building.space(f.space).level != s.level || !s.view.shows(f.at)) continue;
            const Vec2 at = place_beside(beside_name(s, f), taken);
            taken.push_back(at);
            draw_fixture_sign(s.canvas, at, kind, sign_size, s.picture.lang);
        }
}

bool has_fixture(const LevelScene& s, FixtureKind kind) {
    const Building& b = s.world.building;
    return s.picture.fixtures && std::any_of(b.fixtures.begin(), b.fixtures.end(), [&](const Fixture& f) {
               return f.kind == kind && b.space(f.space).level == s.level && s.view.shows(f.at);
           });
}

}  // namespace muster::picture
