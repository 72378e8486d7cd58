// SPDX-License-Identifier: Apache-2.0
#include "floorplans/ring_repair.h"

#include "floorplans/polygon_ops.h"
#include "floorplans/writer.h"
#include "sim/base/number_text.h"
#include "sim/base/random.h"
#include "tests/unit/floorplans/plan_text.h"

using namespace muster;
using namespace muster::floorplans;

namespace {

// Points on a coarse grid, so that edges overlap, touch and repeat as often as they cross.
Ring tangled_ring(RandomStream& rng, int points, double size_m, double step_m) {
    Ring ring;
    for (int i = 0; i < points; ++i)
        ring.push_back({std::floor(rng.uniform(0.0, size_m) / step_m) * step_m,
                        std::floor(rng.uniform(0.0, size_m) / step_m) * step_m});
    return ring;
}

std::string text_of(const Ring& ring) {
    std::string out = "[";
    for (const Vec2 p : ring)
        out += (out.size() > 1 ? ", [" : "[") + short_number(p.x, 4) + ", " + short_number(p.y, 4) + "]";
    return out + "]";
}

}  // namespace

TEST_CASE("rings: whatever is drawn, what comes back is sound, and repairing it again changes nothing",
          "[floorplans][property]") {
    for (std::uint64_t seed = 1; seed <= 400; ++seed) {
        RandomStream rng(seed, Purpose::test, 2);
        const Ring drawn = tangled_ring(rng, 3 + static_cast<int>(rng.below(12)), 10.0, seed % 2 == 0 ? 1.0 : 0.001);
        const RepairedRing once = repair_ring(drawn);
        INFO("seed " << seed << " " << text_of(drawn));
        if (once.polygon.outer.empty() || once.lost_share == 1.0) continue;
        CHECK(is_valid(once.polygon));
        CHECK(signed_area(once.polygon.outer) > 0.0);
        const RepairedRing twice = repair_ring(once.polygon.outer);
        CHECK(twice.polygon.outer == once.polygon.outer);
        CHECK_FALSE(twice.crossed);
        CHECK_FALSE(twice.tidied);
    }
}

TEST_CASE("rings: what is lost is the share of the loops that are dropped", "[floorplans]") {
    CHECK(repair_ring({{0, 0}, {2, 2}, {2, 0}, {0, 2}}).lost_share == Approx(0.5));
    CHECK(repair_ring({{0, 0}, {9, 0}, {9, 7}, {0, 7}}).lost_share == 0.0);
    const RepairedRing small_loop =
        repair_ring({{0, 0}, {9, 0}, {9, 7}, {1, 7}, {0, 8}, {0, 7}, {1, 8}, {0.5, 7}, {0, 7}});
    CHECK(small_loop.crossed);
    CHECK(small_loop.lost_share < 0.05);
}

TEST_CASE("plans: rooms thrown onto one another are refused or disjoint, and then read again alike",
          "[floorplans][property]") {
    int accepted = 0;
    for (std::uint64_t seed = 1; seed <= 200; ++seed) {
        RandomStream rng(seed, Purpose::test, 3);
        PlanText plan;
        for (int i = 0; i < 4; ++i) {
            const double x = 5.0 * (i % 2) + rng.uniform(-0.1, 0.1), y = 5.0 * (i / 2) + rng.uniform(-0.1, 0.1);
            const double w = 5.0 + rng.uniform(-0.2, 0.25), h = 5.0 + rng.uniform(-0.2, 0.25);
            const Ring ring{
                {x, y}, {x + w, y + rng.uniform(-0.1, 0.1)}, {x + w, y + h}, {x + rng.uniform(-0.1, 0.1), y + h}};
            plan.room("r" + std::to_string(i), text_of(ring), R"("use": "other", "outdoor": true)");
        }
        const Checked<Building> read = read_plan_text(plan.text());
        INFO("seed " << seed << "\n" << listing(read.findings));
        if (!read) continue;
        ++accepted;
        for (std::size_t i = 0; i < 4; ++i) {
            for (std::size_t j = i + 1; j < 4; ++j) {
                const auto common = intersection(read.value->spaces[i].area, read.value->spaces[j].area);
                REQUIRE(common);
                CHECK(widest(*common) < 1e-3);
            }
        }
        const Checked<Building> again = read_plan_text(write_floor_plan(*read.value));
        REQUIRE(again);
        CHECK(again.findings.empty());
        for (std::size_t i = 0; i < 4; ++i) CHECK(again.value->spaces[i].area == read.value->spaces[i].area);
    }
    CHECK(accepted > 150);
}

TEST_CASE("polygons: intersections of near-touching rooms agree with areas found by slabs", "[floorplans][property]") {
    for (std::uint64_t seed = 1; seed <= 2000; ++seed) {
        RandomStream rng(seed, Purpose::test, 4);
        const double x = 5.0 + rng.uniform(-0.1, 0.1), y = rng.uniform(-0.1, 0.1);
        Polygon a{{{0, 0}, {5, rng.uniform(-0.1, 0.1)}, {5, 5}, {rng.uniform(-0.1, 0.1), 5}}, {}};
        const Polygon b{quantised(Ring{{x, y}, {x + 5, y}, {x + 5, y + 5}, {x + rng.uniform(-0.1, 0.1), y + 5}}), {}};
        INFO("seed " << seed);
        for (int round = 0; round < 2; ++round) {
            const auto left = difference(a, b);
            REQUIRE(left);
            REQUIRE_FALSE(left->empty());
            CHECK(total_area(*left) == Approx(area(a) - overlap_area(a, b)).margin(1e-5));
            const auto common = intersection(a, b);
            REQUIRE(common);
            CHECK(total_area(*common) == Approx(overlap_area(a, b)).margin(1e-5));
            a = {quantised(left->front().outer), {}};
        }
        CHECK(overlap_area(a, b) < 1e-5);
    }
}
