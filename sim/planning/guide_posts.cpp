// SPDX-License-Identifier: Apache-2.0
#include "sim/planning/guide_posts.h"

#include <algorithm>

#include "sim/analysis/bottlenecks.h"

namespace muster::planning {

namespace {

double height_m(const Building& b, SpaceId s) { return b.level(b.space(s).level).elevation_m + b.space(s).floor_m; }

double floor_of_storey_m(const Building& b, int storey) {
    for (const Level& level : b.levels)
        if (level.storey == storey) return level.elevation_m;
    return 0.0;
}

/// Between the floors of the first and the second storey.
bool is_lowest_run(const Building& b, SpaceId s) {
    const double h = height_m(b, s);
    return h > floor_of_storey_m(b, 1) && h < floor_of_storey_m(b, 2);
}

// A stair that runs straight from the second storey to the first: on its flight.
SpaceId flight_to_second(const Building& b, const Stair& stair) {
    for (const SpaceId f : stair.flights)
        if (b.level(b.space(f).level).storey == 1) return f;
    return {};
}

std::vector<SpaceId> landings_upwards(const Building& b, const Stair& stair) {
    std::vector<SpaceId> out = stair.landings;
    std::stable_sort(out.begin(), out.end(), [&](SpaceId p, SpaceId q) { return height_m(b, p) < height_m(b, q); });
    return out;
}

GuidePost landing_post(const Building& b, StairId stair, SpaceId at, const std::vector<analysis::Bottleneck>& seen) {
    GuidePost post;
    post.duty = PostDuty::landing;
    post.level = b.space(at).level;
    post.space = at;
    post.stair = stair;
    std::vector<SpaceId> spaces{at};
    for (const SpaceId f : b.stair(stair).flights)
        for (const OpeningId o : b.space(at).openings)
            if (b.opening(o).joins(f)) spaces.push_back(f);
    raise_to(post, seen, b.space(at).openings, spaces);
    return post;
}

}  // namespace

void raise_to(GuidePost& post, const std::vector<analysis::Bottleneck>& seen, const std::vector<OpeningId>& openings,
              const std::vector<SpaceId>& spaces) {
    const auto among = [](const auto& all, auto id) {
        return id.valid() && std::find(all.begin(), all.end(), id) != all.end();
    };
    for (const analysis::Bottleneck& b : seen) {
        if (!among(openings, b.opening) && !among(spaces, b.space)) continue;
        post.peak_density = std::max(post.peak_density, b.peak_density);
        post.congestion_s = std::max(post.congestion_s, b.congestion_s);
        post.persons = std::max(post.persons, b.persons);
    }
}

std::vector<GuidePost> landing_posts(const Building& building, const std::vector<StairId>& from_above,
                                     const std::vector<analysis::Bottleneck>& seen) {
    std::vector<GuidePost> posts;
    for (const StairId id : from_above) {
        const std::vector<SpaceId> landings = landings_upwards(building, building.stair(id));
        bool posted = false;
        for (const SpaceId landing : landings) {
            const bool always = is_lowest_run(building, landing);
            const GuidePost post = landing_post(building, id, landing, seen);
            const bool crowded =
                post.congestion_s > guided_from_s || post.peak_density > analysis::danger_density_on_stairs;
            if (always || crowded) posts.push_back(post);
            posted = posted || always;
        }
        const SpaceId flight = posted ? SpaceId{} : flight_to_second(building, building.stair(id));
        if (flight.valid()) posts.push_back(landing_post(building, id, flight, seen));
    }
    return posts;
}

Staffing staffing_of(const World& world, std::size_t posts) {
    Staffing staff;
    staff.posts = static_cast<int>(posts);
    const Population& people = world.scenario.population;
    for (const Group& g : people.groups) {
        if (!g.is_class && !people.profiles[g.profile.index()].child && !g.search.any()) staff.others += g.count;
        (g.is_class ? staff.with_classes : staff.others) += static_cast<int>(g.teachers.size());
    }
    return staff;
}

}  // namespace muster::planning
