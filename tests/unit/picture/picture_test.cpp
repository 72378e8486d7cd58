// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>
#include <limits>
#include <string>
#include <vector>

#include "render/picture/chart.h"
#include "render/picture/level_picture.h"
#include "render/picture/series_chart.h"
#include "tests/support/sample_report.h"

using namespace muster;
using namespace muster::picture;

namespace {

// Big-endian number in a PNG's header: width at 16, height at 20.
unsigned number_at(const std::string& png, std::size_t at) {
    unsigned value = 0;
    for (std::size_t i = 0; i < 4; ++i) value = value * 256 + static_cast<unsigned char>(png.at(at + i));
    return value;
}

bool is_png(const std::string& bytes) { return bytes.rfind("\x89PNG\r\n\x1a\n", 0) == 0 && bytes.size() > 2000; }

double luminance(Colour c) { return 0.2126 * c.r + 0.7152 * c.g + 0.0722 * c.b; }

}  // namespace

TEST_CASE("A storey is drawn as a PNG of the width asked for, with everything on it, in both languages") {
    const testing::SampleReport sample(1);
    const std::vector<NumberMark> marks{{1, LevelId{0}, {11, 5}}, {2, LevelId{0}, {11, 5}}, {3, LevelId{1}, {1, 1}}};
    const std::vector<PersonDot> people{{{2, 3}, PersonState::walking}, {{3, 3}, PersonState::fallen}};
    for (const text::Lang lang : text::all_languages) {
        LevelPicture picture;
        picture.lang = lang;
        picture.width_px = 640;
        picture.density = &sample.input.density.front();
        picture.marks = marks;
        picture.people = people;
        picture.title = "F1";
        picture.labels = LabelDetail::rooms_and_widths;
        const std::string png = draw_level(*sample.world, LevelId{0}, picture);
        CHECK(is_png(png));
        CHECK(number_at(png, 16) == 640);
        CHECK(is_png(draw_level(*sample.world, LevelId{1}, picture)));
    }
}

TEST_CASE("Equipment is drawn and named in the legend only where it is asked for, and only of the kinds for a fire") {
    const testing::SampleReport sample(1);
    World world = *sample.world;
    const SpaceId room = world.building.find_space(world.building.spaces.front().key);
    const LevelId level = world.building.space(room).level;
    world.building.fixtures.clear();
    LevelPicture picture;
    picture.width_px = 400;
    const auto drawn = [&](bool fixtures) {
        picture.fixtures = fixtures;
        return draw_level(world, level, picture);
    };
    const std::string bare = drawn(true);
    CHECK(bare == drawn(false));
    const Vec2 at = inner_point(world.building.space(room).area);
    world.building.fixtures = {{"camera", FixtureKind::camera, room, at}};
    CHECK(drawn(true) == bare);
    world.building.fixtures = {{"w", FixtureKind::hydrant, room, at}, {"x", FixtureKind::extinguisher, room, at}};
    CHECK(drawn(false) == bare);
    const std::string both = drawn(true);
    CHECK(both != bare);
    world.building.fixtures.pop_back();
    CHECK(drawn(true) != both);  // two at one point stand side by side
}

TEST_CASE("The same storey gives the same bytes, and the languages differ") {
    const auto world = testing::sample_world();
    LevelPicture picture;
    const std::string once = draw_level(*world, LevelId{0}, picture);
    CHECK(once == draw_level(*world, LevelId{0}, picture));
    picture.lang = text::Lang::en;
    CHECK(once != draw_level(*world, LevelId{0}, picture));
}

TEST_CASE("A storey is drawn as an SVG that refers to nothing outside itself") {
    LevelPicture picture;
    picture.format = PictureFormat::svg;
    const std::string svg = draw_level(*testing::sample_world(), LevelId{0}, picture);
    CHECK(svg.find("<svg") != std::string::npos);
    CHECK(svg.find("</svg>") != std::string::npos);
    CHECK(svg.find("href=\"http") == std::string::npos);
    CHECK(svg.find("<text") == std::string::npos);
}

TEST_CASE("The common crop holds the rooms in use and leaves out sheds and grounds") {
    const auto world = testing::sample_world();
    const Box box = used_indoor_bounds(*world, 1.0);
    CHECK(box.low == Vec2{-1.0, -1.0});
    CHECK(box.high.x == Approx(15.0));
    World empty = *world;
    empty.scenario.population.groups.clear();
    CHECK(used_indoor_bounds(empty, 1.0).high.x == Approx(67.0));
}

TEST_CASE("The density scale darkens all the way, so that it reads in black and white") {
    for (int i = 0; i < 100; ++i)
        CHECK(luminance(density_colour(i / 100.0)) > luminance(density_colour((i + 1) / 100.0)));
}

TEST_CASE("Risk levels differ by letter, not by colour alone") {
    CHECK(std::string{risk_letter(1), risk_letter(2), risk_letter(3), risk_letter(4)} == "ROYB");
}

TEST_CASE("Axis ticks are round and never more than asked for") {
    CHECK(tick_step(100.0, 10) == Approx(10.0));
    CHECK(tick_step(110.0, 10) == Approx(20.0));
    CHECK(tick_step(0.9, 4) == Approx(0.25));
    CHECK(tick_step(0.0, 4) > 0.0);
    for (double range = 0.3; range < 5000.0; range *= 1.37) CHECK(range / tick_step(range, 12) <= 12.0 + 1e-9);
}

TEST_CASE("Charts are drawn with and without people, targets and seeds") {
    CHECK(is_png(draw_arrival({}, {})));
    CHECK(is_png(draw_arrival({{5.0, 9.0, 400.0}, {30.0}, {{4.0}, {}}, 3, 120.0}, {text::Lang::en})));
    const std::vector<double> flow{0.0, 1.2, 2.0};
    CHECK(is_png(draw_flows({{{1, "门", flow}, {2, "door", {}}}, 10.0, -15.0}, {})));
}

TEST_CASE("Series of every shape are drawn, as PNG and as SVG, and what is not finite is left out") {
    const double none = std::numeric_limits<double>::quiet_NaN();
    const SeriesChart chart{"流量 / flow",
                            "宽 (m)",
                            "flow (1/s)",
                            {{"points", SeriesShape::points, {1.0, none, 3.0}, {0.5, 1.0, none}, {}},
                             {"line", SeriesShape::line, {1.0, 2.0, 3.0}, {0.5, none, 2.0}, {}},
                             {"steps", SeriesShape::steps, {1.0, 2.0}, {0.5, 1.0}, {}},
                             {"band", SeriesShape::band, {1.0, 2.0}, {0.5, 1.0}, {0.7, none}}}};
    CHECK(is_png(draw_series(chart, {})));
    CHECK(draw_series(chart, {.format = PictureFormat::svg}).find("<svg") != std::string::npos);
    CHECK(is_png(draw_series({}, {})));
}
