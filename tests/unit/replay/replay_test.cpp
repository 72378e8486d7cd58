// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>
#include <cmath>
#include <string_view>

#include "render/replay/replay_page.h"
#include "render/replay/replay_tracks.h"
#include "sim/base/random.h"
#include "tests/support/building_builder.h"

using namespace muster;
using namespace muster::replay;
using namespace muster::testing;

namespace {

World one_room() {
    World world;
    world.building = BuildingBuilder("demo").level("F1").room("r1", {{0, 0}, {60, 60}}).build();
    return world;
}

// Somebody who stands, walks, queues and turns as a random walk would have it.
Trace wandering(const World& world, std::size_t people, std::size_t samples) {
    Trace trace;
    trace.world = &world;
    trace.people.resize(people);
    RandomStream random(3, Purpose::test, 0);
    std::vector<Vec2> at(people, Vec2{30.0, 30.0}), velocity(people);
    for (std::size_t s = 0; s < samples; ++s) {
        trace.sample_times.push_back(SimTime{static_cast<std::int64_t>(s) * 500'000});
        for (std::size_t p = 0; p < people; ++p) {
            if (random.uniform() < 0.15)
                velocity[p] = random.uniform() < 0.3 ? Vec2{} : Vec2{random.uniform(-1, 1), random.uniform(-1, 1)};
            at[p] = at[p] + 0.5 * velocity[p] + Vec2{random.uniform(-0.02, 0.02), random.uniform(-0.02, 0.02)};
            const bool gone = s > 5 * (p + 10);
            trace.points.push_back({static_cast<float>(at[p].x), static_cast<float>(at[p].y), 0.0F, 0.0F,
                                    gone ? SpaceId{} : SpaceId{0}, gone ? PersonState::gone : PersonState::walking});
        }
    }
    return trace;
}

/// As replay.js reads them.
class TrackReader {
public:
    explicit TrackReader(std::string_view bytes) : bytes_(bytes) {}
    std::uint64_t number() {
        std::uint64_t value = 0;
        for (unsigned shift = 0;; shift += 7) {
            REQUIRE(at_ < bytes_.size());
            const auto byte = static_cast<unsigned char>(bytes_[at_++]);
            value |= static_cast<std::uint64_t>(byte & 127U) << shift;
            if (byte < 128) return value;
        }
    }
    std::int64_t difference() {
        const std::uint64_t n = number();
        return n % 2 == 1 ? -static_cast<std::int64_t>((n + 1) / 2) : static_cast<std::int64_t>(n / 2);
    }
    [[nodiscard]] bool at_end() const { return at_ == bytes_.size(); }

private:
    std::string_view bytes_;
    std::size_t at_ = 0;
};

}  // namespace

TEST_CASE("replay tracks: at every sample everybody is where they were, within the stated error") {
    const World world = one_room();
    const Trace trace = wandering(world, 12, 300);
    const Vec2 corner{-100.0, -50.0};
    const std::string bytes = replay_tracks(trace, corner);
    TrackReader reader(bytes);
    std::size_t pieces = 0;
    for (std::size_t p = 0; p < trace.people.size(); ++p) {
        std::vector<std::pair<std::size_t, Vec2>> keys;
        std::int64_t x = 0, y = 0;
        std::size_t sample = 0;
        for (std::uint64_t n = reader.number(); n > 0; --n) {
            sample += reader.number();
            x += reader.difference();
            y += reader.difference();
            keys.emplace_back(sample, corner + track_unit_m * Vec2{static_cast<double>(x), static_cast<double>(y)});
        }
        pieces += keys.size();
        REQUIRE(keys.front().first == 0);
        REQUIRE(keys.back().first == 299);
        double worst = 0.0;
        for (std::size_t k = 0; k + 1 < keys.size(); ++k)
            for (std::size_t s = keys[k].first; s <= keys[k + 1].first; ++s) {
                const double share =
                    static_cast<double>(s - keys[k].first) / static_cast<double>(keys[k + 1].first - keys[k].first);
                const TracePoint& was = trace.sample(s)[p];
                const Vec2 shown = keys[k].second + share * (keys[k + 1].second - keys[k].second);
                worst = std::max(worst, distance(shown, {was.x, was.y}));
            }
        CHECK(worst <= track_error_m);
        REQUIRE(reader.number() == 2);  // walking, then gone
        CHECK(reader.number() == 0);
        CHECK(reader.number() == static_cast<std::uint64_t>(PersonState::walking));
        CHECK(reader.number() == 5 * (p + 10) + 1);
        CHECK(reader.number() == static_cast<std::uint64_t>(PersonState::gone));
        REQUIRE(reader.number() == 2);
        CHECK(reader.number() == 0);
        CHECK(reader.number() == 1);
        CHECK(reader.number() == 5 * (p + 10) + 1);
        CHECK(reader.number() == 0);
    }
    CHECK(reader.at_end());
    CHECK(pieces < 12 * 300 / 2);  // else there is nothing in it
}

TEST_CASE("replay page: a run without people or samples is a page all the same") {
    const World world = one_room();
    Trace trace;
    trace.world = &world;
    CHECK(replay_html(trace, text::Lang::zh_cn).find("<html lang=\"zh-CN\">") != std::string::npos);
}
