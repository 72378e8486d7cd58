// SPDX-License-Identifier: Apache-2.0
#include "sim/routing/navigation.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <limits>
#include <queue>

#include "sim/routing/lazy.h"

namespace muster {

namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();
constexpr double room_radius_m = 0.5;  // around the middle of a destination room
// A field is never more than this below the straight distance (worst sample of second-order marching: -6.6 %), ...
constexpr double field_per_straight = 0.9;
// ... and 0 in the slot, at most this far from the target segment.
constexpr double deepest_slot_m = 0.75;

/// Least value over a target segment: people pass a wide opening where it suits them.
double least_over(const DistanceField& field, const Segment& target) {
    double least = infinity;
    for (const double t : {0.1, 0.3, 0.5, 0.7, 0.9})
        least = std::min(least, field.at(target.a + t * (target.b - target.a)));
    return least;
}

}  // namespace

struct Navigation::Impl {
    explicit Impl(const Building& b);

    const Building& building;
    std::vector<std::array<Segment, 2>> targets;  // per opening: in `from`, in `to` (when there is one)
    std::vector<double> through_m;                // per opening: from the one to the other, or to the centre line
    std::vector<double> incline;                  // per space
    std::vector<Lazy<FreeSpace>> grids;           // per space
    std::vector<Lazy<DistanceField>> fields;      // 2 * opening + (0 = in `from`, 1 = in `to`)
    std::vector<Lazy<DistanceField>> spot_fields, room_fields;
    std::vector<Lazy<std::vector<double>>> between;  // per space: square, in the order of its openings

    const FreeSpace& grid(SpaceId space);
    const DistanceField& field(SpaceId space, OpeningId opening);
    const DistanceField& field(const Destination& destination);
    double between_m(SpaceId space, OpeningId a, OpeningId b);
    std::vector<double> all_between(SpaceId space);
    double direct_m(const Destination& destination, SpaceId in, OpeningId from);
    bool ends_in(const Destination& destination, SpaceId in) const;

    [[nodiscard]] std::size_t side(SpaceId space, OpeningId o) const {
        return building.opening(o).from == space ? 0 : 1;
    }
    [[nodiscard]] std::size_t leaving(SpaceId space, OpeningId o) const { return 2 * o.index() + side(space, o); }
    [[nodiscard]] std::size_t entering(SpaceId space, OpeningId o) const { return 2 * o.index() + 1 - side(space, o); }
};

Navigation::Impl::Impl(const Building& b)
    : building(b),
      targets(b.openings.size()),
      through_m(b.openings.size()),
      grids(b.spaces.size()),
      fields(2 * b.openings.size()),
      spot_fields(b.spots.size()),
      room_fields(b.spaces.size()),
      between(b.spaces.size()) {
    for (std::size_t i = 0; i < b.openings.size(); ++i) {
        const Opening& o = b.openings[i];
        targets[i][0] = field_target(b, o.from, OpeningId{i});
        targets[i][1] = o.to.valid() ? field_target(b, o.to, OpeningId{i}) : o.at;
        through_m[i] = distance(targets[i][0].middle(), targets[i][1].middle());
    }
    for (const Space& s : b.spaces) incline.push_back(s.flight ? 1.0 / s.flight->plan_per_incline() : 1.0);
}

const FreeSpace& Navigation::Impl::grid(SpaceId space) {
    return grids[space.index()].get([&] { return FreeSpace(building, space); });
}

const DistanceField& Navigation::Impl::field(SpaceId space, OpeningId opening) {
    assert(building.opening(opening).joins(space) && "a field leads to an opening of its own space");
    return fields[leaving(space, opening)].get([&] { return make_field(building, grid(space), space, opening); });
}

const DistanceField& Navigation::Impl::field(const Destination& to) {
    if (to.kind == Destination::Kind::spot) {
        const AssemblySpot& spot = building.spot(to.spot);
        return spot_fields[to.spot.index()].get([&] { return make_field(grid(spot.space), spot.at, spot.radius_m); });
    }
    assert(to.kind == Destination::Kind::room && "only spots and rooms have a field of their own");
    return room_fields[to.room.index()].get(
        [&] { return make_field(grid(to.room), inner_point(building.space(to.room).area), room_radius_m); });
}

std::vector<double> Navigation::Impl::all_between(SpaceId space) {
    const std::vector<OpeningId>& doors = building.space(space).openings;
    const std::size_t n = doors.size();
    std::vector<double> out(n * n, 0.0);
    for (std::size_t a = 0; a < n; ++a) {
        for (std::size_t b = a + 1; b < n; ++b) {
            const Segment& target = targets[doors[b].index()][side(space, doors[b])];
            out[a * n + b] = out[b * n + a] = incline[space.index()] * least_over(field(space, doors[a]), target);
        }
    }
    return out;
}

double Navigation::Impl::between_m(SpaceId space, OpeningId a, OpeningId b) {
    const std::vector<OpeningId>& doors = building.space(space).openings;
    const auto& all = between[space.index()].get([&] { return all_between(space); });
    const auto place = [&](OpeningId o) {
        return static_cast<std::size_t>(std::lower_bound(doors.begin(), doors.end(), o) - doors.begin());
    };
    return all[place(a) * doors.size() + place(b)];
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
double Navigation::Impl::direct_m(const Destination& to, SpaceId in, OpeningId from) {
    if (!ends_in(to, in)) return infinity;
    if (to.kind != Destination::Kind::spot && to.kind != Destination::Kind::room) return 0.0;
    return incline[in.index()] * least_over(field(to), targets[from.index()][side(in, from)]);
}

Navigation::Navigation(const Building& building) : impl_(std::make_unique<Impl>(building)) {}
Navigation::~Navigation() = default;

const Building& Navigation::building() const { return impl_->building; }
const FreeSpace& Navigation::free_space(SpaceId space) const { return impl_->grid(space); }
const DistanceField& Navigation::field(SpaceId space, OpeningId opening) const { return impl_->field(space, opening); }
const DistanceField& Navigation::field(const Destination& destination) const { return impl_->field(destination); }
double Navigation::incline_factor(SpaceId space) const { return impl_->incline[space.index()]; }
double Navigation::between_m(SpaceId space, OpeningId a, OpeningId b) const { return impl_->between_m(space, a, b); }

// Backwards over the passages (an opening in one direction): each settled passage offers its cost to the passages that
// enter the space it leaves.
RouteTable Navigation::route_table(const Destination& destination, const std::vector<double>& extra_m) const {
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
        offer(passage, impl_->direct_m(destination, passage % 2 == 0 ? o.to : o.from, OpeningId{passage / 2}));
    }
    while (!waiting.empty()) {
        const auto [cost, passage] = waiting.top();
        waiting.pop();
        const OpeningId through{passage / 2};
        const SpaceId left = passage % 2 == 0 ? b.opening(through).from : b.opening(through).to;
        if (cost > table.beyond_m[passage] || !left.valid()) continue;
        for (const OpeningId o : b.space(left).openings)
            if (o != through) offer(impl_->entering(left, o), impl_->between_m(left, o, through) + cost);
    }
    return table;
}

double Navigation::to_go_m(const RouteTable& table, SpaceId space, Vec2 p, OpeningId through) const {
    const double beyond = table.beyond_m[impl_->leaving(space, through)];
    return beyond < infinity ? field(space, through).at(p) * incline_factor(space) + beyond : infinity;
}

double Navigation::to_go_m(const RouteTable& table, SpaceId space, Vec2 p) const {
    const auto best = next_step(table, space, p);
    return best ? best->to_go_m : infinity;
}

std::optional<NextStep> Navigation::next_step(const RouteTable& table, SpaceId space, Vec2 p) const {
    const Destination& to = table.destination;
    const double incline = incline_factor(space);
    NextStep best{{}, infinity};
    if (impl_->ends_in(to, space)) {
        const bool has_field = to.kind == Destination::Kind::spot || to.kind == Destination::Kind::room;
        best.to_go_m = has_field ? field(to).at(p) * incline : 0.0;
        if (best.to_go_m < infinity) return best;
    }
    for (const OpeningId o : building().space(space).openings) {
        const double beyond = table.beyond_m[impl_->leaving(space, o)];
        if (!(beyond < best.to_go_m)) continue;
        const double straight = distance_to(impl_->targets[o.index()][impl_->side(space, o)], p) - deepest_slot_m;
        if (beyond + field_per_straight * straight >= best.to_go_m) continue;
        const double to_go = beyond + impl_->field(space, o).at(p) * incline;
        if (to_go < best.to_go_m) best = {o, to_go};
    }
    if (!(best.to_go_m < infinity)) return std::nullopt;
    return best;
}

std::size_t Navigation::bytes() const {
    std::size_t sum = 0;
    const auto add = [&](const auto& made) {
        for (const auto& one : made)
            if (const auto* ready = one.peek()) sum += ready->bytes();
    };
    add(impl_->grids), add(impl_->fields), add(impl_->spot_fields), add(impl_->room_fields);
    return sum;
}

std::size_t Navigation::fields_made() const {
    const auto made = [](const auto& all) {
        return static_cast<std::size_t>(
            std::count_if(all.begin(), all.end(), [](const auto& one) { return one.peek() != nullptr; }));
    };
    return made(impl_->fields) + made(impl_->spot_fields) + made(impl_->room_fields);
}

}  // namespace muster
