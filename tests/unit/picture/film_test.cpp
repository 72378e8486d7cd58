// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <catch2/catch.hpp>
#include <set>

#include "render/picture/body.h"
#include "render/picture/storey_film.h"
#include "tests/support/building_builder.h"

using namespace muster;
using namespace muster::picture;
using namespace muster::testing;

namespace {

World two_storeys() {
    World world;
    world.building = BuildingBuilder("demo")
                         .level("F1")
                         .room("r1", {{0, 0}, {20, 10}})
                         .level("F2", 3.6, 2)
                         .room("r2", {{0, 0}, {20, 10}})
                         .build();
    return world;
}

std::vector<unsigned char> frame_of(const World& world, const FilmSettings& settings, const analysis::Moment& moment) {
    Trace trace;
    trace.world = &world;
    trace.people.resize(1);
    trace.people[0].radius_m = 0.3F;
    StoreyFilm film(trace, settings);
    const auto pixels = film.frame(moment, {"0:10", "", ""});
    return {pixels.begin(), pixels.end()};
}

std::size_t blue_pixels(const std::vector<unsigned char>& frame) {  // of somebody who walks: 0072b2
    std::size_t count = 0;
    for (std::size_t i = 0; i + 3 < frame.size(); i += 4)
        if (frame[i] == 0xb2 && frame[i + 1] == 0x72 && frame[i + 2] == 0x00) ++count;
    return count;
}

}  // namespace

TEST_CASE("film: frames have the size that was asked for, and people only on the storeys shown") {
    const World world = two_storeys();
    analysis::Moment moment;
    moment.people.push_back({PersonId{0}, {10.0, 5.0}, 0.0F, PersonState::walking, LevelId{1}, false});
    const FilmSettings upstairs{.width_px = 642, .height_px = 362, .level = LevelId{1}};
    const auto frame = frame_of(world, upstairs, moment);
    CHECK(frame.size() == 642U * 362U * 4U);
    CHECK(blue_pixels(frame) > 5);
    CHECK(blue_pixels(frame_of(world, {.width_px = 642, .height_px = 362, .level = LevelId{0}}, moment)) == 0);
    CHECK(blue_pixels(frame_of(world, {.width_px = 1280, .height_px = 720}, moment)) > 5);
}

TEST_CASE("film: who has moved is not left behind on the next frame") {
    const World world = two_storeys();
    Trace trace;
    trace.world = &world;
    trace.people.resize(1);
    trace.people[0].radius_m = 0.3F;
    StoreyFilm film(trace, {.width_px = 640, .height_px = 360, .level = LevelId{0}});
    analysis::Moment moment;
    moment.people.push_back({PersonId{0}, {5.0, 5.0}, 0.0F, PersonState::walking, LevelId{0}, false});
    const auto first = film.frame(moment, {});
    const std::size_t blue = blue_pixels({first.begin(), first.end()});
    moment.people.clear();
    const auto second = film.frame(moment, {});
    CHECK(blue > 5);
    CHECK(blue_pixels({second.begin(), second.end()}) == 0);
}

TEST_CASE("body: every state has a picture of its own, in one colour too") {
    std::set<std::string> pictures;
    constexpr int states = static_cast<int>(PersonState::incapacitated) + 1;
    for (int i = 0; i < states; ++i) {
        Canvas canvas(PictureFormat::png, 100, 100.0);
        draw_body(canvas, {.at = {350.0, 50.0}, .radius = 40.0, .state = static_cast<PersonState>(i)});
        pictures.insert(canvas.finish());
    }
    CHECK(pictures.size() == states);
}

TEST_CASE("film: smoke is seen, and only where it is") {
    const World world = two_storeys();
    const FilmSettings below{.width_px = 642, .height_px = 362, .level = LevelId{0}};
    const auto clear = frame_of(world, below, {});
    std::vector<SpaceAir> air(world.building.spaces.size());
    air[1].extinction_head = 5.0F;  // in the room above
    analysis::Moment moment;
    moment.air = air;
    CHECK(frame_of(world, below, moment) == clear);
    air[0].extinction_head = 5.0F;
    CHECK(frame_of(world, below, moment) != clear);
}

TEST_CASE("film: where people end up out of doors is in the picture") {
    const World world = two_storeys();
    Trace trace;
    trace.world = &world;
    trace.people.resize(1);
    trace.people[0].radius_m = 0.3F;
    const FilmSettings below{.width_px = 642, .height_px = 362, .level = LevelId{0}};
    analysis::Moment moment;
    moment.people.push_back({PersonId{0}, {50.0, 5.0}, 0.0F, PersonState::walking, LevelId{0}, true});
    const auto blue = [&] {
        StoreyFilm film(trace, below);
        const auto pixels = film.frame(moment, {"0:10", "", ""});
        return blue_pixels({pixels.begin(), pixels.end()});
    };
    CHECK(blue() == 0);
    trace.sample_times.push_back(SimTime{0});
    trace.points.push_back({50.0F, 5.0F, 0.0F, 0.0F, SpaceId{0}, PersonState::assembled});
    CHECK(blue() > 0);
}
