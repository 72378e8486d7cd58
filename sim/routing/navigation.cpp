// SPDX-License-Identifier: Apache-2.0
#include "sim/routing/navigation.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <cmath>
#include <limits>
#include <queue>

#include "sim/routing/space_fields.h"

namespace muster::routing {

namespace {

// A field is never more than this below the straight distance (worst sample of second-order marching: -6.6 %), ...
constexpr double field_per_straight = 0.9;
// ... and 0 in the slot, at most this far from the target segment.
constexpr double deepest_slot_m = 0.75;

}  // namespace

struct Navigation::Impl {
    explicit Impl(const Building& b);
    Impl(const Impl& shared, const Building& now, double body_m);

    const Building& building;
    const Impl* base = nullptr;                   // shared by all runs
    std::vector<std::array<Segment, 2>> targets;  // per opening: in `from`, in `to` (when there is one)
    std::vector<double> through_m;                // per opening: from the one to the other, or to the centre line
    // Per space. Over a base: only where furniture has moved.
    std::vector<std::unique_ptr<SpaceFields>> spaces;
    std::vector<std::unique_ptr<SpaceFields>> off_facades;  // out of doors; of the base
    double body_m = 0.0;
    bool shuns = false;
    std::vector<std::vector<ObstacleId>> moved;  // per space, sorted

    [[nodiscard]] const SpaceFields& at_first(SpaceId space) const {
        return base != nullptr ? base->at_first(space) : *spaces[space.index()];
    }
    [[nodiscard]] const SpaceFields& of(SpaceId space) const {
        if (spaces[space.index()]) return *spaces[space.index()];
        const auto& off = base->off_facades[space.index()];
        return shuns && off ? *off : base->at_first(space);
    }
    /// As somebody knows it who has seen what moved in these spaces.
    [[nodiscard]] const SpaceFields& as_known(SpaceId space, std::span<const SpaceId> seen) const {
        const bool moved_here = base != nullptr && spaces[space.index()];
        const bool knows = !moved_here || std::binary_search(seen.begin(), seen.end(), space);
        return knows ? of(space) : base->at_first(space);
    }
    /// From p along a field of this space; infinite also for who stands beside a way but cannot get onto it for
    /// furniture that has moved.
    [[nodiscard]] double way_m(SpaceId space, const DistanceField& field, Vec2 p) const;
    [[nodiscard]] double direct_m(const Destination& destination, SpaceId in, OpeningId from,
                                  std::span<const SpaceId> seen) const;
    [[nodiscard]] bool ends_in(const Destination& destination, SpaceId in) const;

    [[nodiscard]] std::size_t side(SpaceId space, OpeningId o) const {
        return building.opening(o).from == space ? 0 : 1;
    }
    [[nodiscard]] std::size_t leaving(SpaceId space, OpeningId o) const { return 2 * o.index() + side(space, o); }
    [[nodiscard]] std::size_t entering(SpaceId space, OpeningId o) const { return 2 * o.index() + 1 - side(space, o); }
};

namespace {

const DistanceField& field_to(const Destination& to, const SpaceFields& in) {
    assert((to.kind == Destination::Kind::spot || to.kind == Destination::Kind::room) &&
           "only spots and rooms have a field of their own");
    return to.kind == Destination::Kind::spot ? in.to(to.spot) : in.to_middle();
}

}  // namespace

Navigation::Impl::Impl(const Building& b) : building(b), targets(b.openings.size()), through_m(b.openings.size()) {
    for (std::size_t i = 0; i < b.openings.size(); ++i) {
        const Opening& o = b.openings[i];
        targets[i][0] = field_target(b, o.from, OpeningId{i});
        targets[i][1] = o.to.valid() ? field_target(b, o.to, OpeningId{i}) : o.at;
        through_m[i] = distance(targets[i][0].middle(), targets[i][1].middle());
    }
    const double band_m = b.falling_band_m();
    for (std::size_t i = 0; i < b.spaces.size(); ++i) {
        spaces.push_back(std::make_unique<SpaceFields>(b, SpaceId{i}));
        off_facades.push_back(nullptr);
        if (!b.spaces[i].outdoor) continue;
        Surroundings around{{}, facades_along(b, SpaceId{i}, band_m), band_m, band_slowness};
        off_facades.back() = std::make_unique<SpaceFields>(b, SpaceId{i}, std::move(around));
    }
}

Navigation::Impl::Impl(const Impl& shared, const Building& now, double body)
    : building(now),
      base(&shared),
      targets(shared.targets),
      through_m(shared.through_m),
      spaces(now.spaces.size()),
      body_m(body),
      moved(now.spaces.size()) {}

double Navigation::Impl::way_m(SpaceId space, const DistanceField& field, Vec2 p) const {
    if (base != nullptr && spaces[space.index()]) {
        const FreeSpace& grid = spaces[space.index()]->grid();
        const int cell = grid.lattice().cell_at(grid.turn().to_grid(p));
        const bool stands_free = cell >= 0 && grid.free(cell);
        if (stands_free && !std::isfinite(field.cost[static_cast<std::size_t>(cell)])) return infinity;
    }
    return field.at(p) * at_first(space).incline();
}

bool Navigation::Impl::ends_in(const Destination& to, SpaceId in) const {
    switch (to.kind) {
        case Destination::Kind::off_site:
            return !in.valid();
        case Destination::Kind::out_of_building:
            return !in.valid() || building.space(in).outdoor;
        case Destination::Kind::spot:
            return in == building.spot(to.spot).space;
        case Destination::Kind::room:
            return in == to.room;
    }
    return false;
}

/// From the target segment of `from` inside `in` to the destination without leaving `in`.
double Navigation::Impl::direct_m(const Destination& to, SpaceId in, OpeningId from,
                                  std::span<const SpaceId> seen) const {
    if (!ends_in(to, in)) return infinity;
    if (to.kind != Destination::Kind::spot && to.kind != Destination::Kind::room) return 0.0;
    const SpaceFields& fields = as_known(in, seen);
    return fields.from_m(from, field_to(to, fields));
}

Navigation::Navigation(const Building& building) : impl_(std::make_unique<Impl>(building)) {}
Navigation::Navigation(const Navigation& shared, const Building& now, double body_m)
    : impl_(std::make_unique<Impl>(*shared.impl_, now, body_m)) {}
Navigation::~Navigation() = default;

const Building& Navigation::building() const { return impl_->building; }
const FreeSpace& Navigation::free_space(SpaceId space) const { return impl_->of(space).grid(); }
const DistanceField& Navigation::field(SpaceId space, OpeningId opening) const { return impl_->of(space).to(opening); }
const DistanceField& Navigation::field(const Destination& to) const {
    const SpaceId in = to.kind == Destination::Kind::spot ? impl_->building.spot(to.spot).space : to.room;
    return field_to(to, impl_->of(in));
}
double Navigation::incline_factor(SpaceId space) const { return impl_->at_first(space).incline(); }
double Navigation::between_m(SpaceId space, OpeningId a, OpeningId b) const { return impl_->of(space).between_m(a, b); }

void Navigation::move_furniture(std::span<const ObstacleId> items) {
    assert(impl_->base != nullptr && "what all runs share does not change");
    std::vector<SpaceId> changed;
    for (const ObstacleId item : items) {
        const SpaceId space = building().obstacle(item).space;
        std::vector<ObstacleId>& moved = impl_->moved[space.index()];
        const auto at = std::lower_bound(moved.begin(), moved.end(), item);
        if (at == moved.end() || *at != item) moved.insert(at, item);
        changed.push_back(space);
    }
    std::sort(changed.begin(), changed.end());
    changed.erase(std::unique(changed.begin(), changed.end()), changed.end());
    for (const SpaceId space : changed) {
        Surroundings around;
        around.barriers = barriers_beside(building(), space, impl_->moved[space.index()], impl_->body_m);
        impl_->spaces[space.index()] = std::make_unique<SpaceFields>(building(), space, std::move(around));
    }
}

bool Navigation::changed(SpaceId space) const {
    return impl_->base != nullptr && impl_->spaces[space.index()] != nullptr;
}

void Navigation::shun_facades(bool shun) { impl_->shuns = shun; }
bool Navigation::shuns_facades() const { return impl_->shuns; }

// Backwards over the passages (an opening in one direction): each settled passage offers its cost to the passages that
// enter the space it leaves.
RouteTable Navigation::route_table(const Destination& destination, const std::vector<double>& extra_m,
                                   std::span<const SpaceId> seen) const {
    const Building& b = building();
    assert(extra_m.size() == b.openings.size());
    RouteTable table{destination, std::vector<double>(2 * b.openings.size(), infinity)};
    using Entry = std::pair<double, std::size_t>;  // equal costs settle in passage order
    std::priority_queue<Entry, std::vector<Entry>, std::greater<>> waiting;
    const auto offer = [&](std::size_t passage, double rest_m) {
        const double cost = extra_m[passage / 2] + impl_->through_m[passage / 2] + rest_m;
        if (!(cost < table.beyond_m[passage])) return;
        table.beyond_m[passage] = cost;
        waiting.emplace(cost, passage);
    };
    for (std::size_t passage = 0; passage < table.beyond_m.size(); ++passage) {
        const Opening& o = b.openings[passage / 2];
        offer(passage, impl_->direct_m(destination, passage % 2 == 0 ? o.to : o.from, OpeningId{passage / 2}, seen));
    }
    while (!waiting.empty()) {
        const auto [cost, passage] = waiting.top();
        waiting.pop();
        const OpeningId through{passage / 2};
        const SpaceId left = passage % 2 == 0 ? b.opening(through).from : b.opening(through).to;
        if (cost > table.beyond_m[passage] || !left.valid()) continue;
        const SpaceFields& fields = impl_->as_known(left, seen);
        const double across = cost + crossing_m(b.space(left));
        for (const OpeningId o : b.space(left).openings)
            if (o != through) offer(impl_->entering(left, o), fields.between_m(o, through) + across);
    }
    return table;
}

double Navigation::to_go_m(const RouteTable& table, SpaceId space, Vec2 p, OpeningId through) const {
    const double beyond = table.beyond_m[impl_->leaving(space, through)];
    return beyond < infinity ? impl_->way_m(space, field(space, through), p) + beyond : infinity;
}

double Navigation::to_go_m(const RouteTable& table, SpaceId space, Vec2 p) const {
    const auto best = next_step(table, space, p);
    return best ? best->to_go_m : infinity;
}

std::optional<NextStep> Navigation::next_step(const RouteTable& table, SpaceId space, Vec2 p) const {
    const Destination& to = table.destination;
    NextStep best{{}, infinity};
    if (impl_->ends_in(to, space)) {
        const bool has_field = to.kind == Destination::Kind::spot || to.kind == Destination::Kind::room;
        best.to_go_m = has_field ? impl_->way_m(space, field(to), p) : 0.0;
        if (best.to_go_m < infinity) return best;
    }
    for (const OpeningId o : building().space(space).openings) {
        const double beyond = table.beyond_m[impl_->leaving(space, o)];
        if (!(beyond < best.to_go_m)) continue;
        const double straight = distance_to(impl_->targets[o.index()][impl_->side(space, o)], p) - deepest_slot_m;
        if (beyond + field_per_straight * straight >= best.to_go_m) continue;
        const double to_go = beyond + impl_->way_m(space, field(space, o), p);
        if (to_go < best.to_go_m) best = {o, to_go};
    }
    if (!(best.to_go_m < infinity)) return std::nullopt;
    return best;
}

std::size_t Navigation::bytes() const {
    std::size_t sum = 0;
    for (const auto* all : {&impl_->spaces, &impl_->off_facades})
        for (const auto& one : *all) sum += one ? one->bytes() : 0;
    return sum;
}

std::size_t Navigation::fields_made() const {
    std::size_t made = 0;
    for (const auto* all : {&impl_->spaces, &impl_->off_facades})
        for (const auto& one : *all) made += one ? one->fields_made() : 0;
    return made;
}

}  // namespace muster::routing
