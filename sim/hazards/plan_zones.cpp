// SPDX-License-Identifier: Apache-2.0
#include "sim/hazards/plan_zones.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace muster::hazards {

namespace {

/// The ring's part with low <= p . axis <= high (Sutherland-Hodgman; of a non-convex ring the area comes out right).
Ring slice(const Ring& ring, Vec2 axis, double low, double high) {
    const auto cut = [](const Ring& in, Vec2 n, double limit) {
        Ring out;
        for (std::size_t i = 0; i < in.size(); ++i) {
            const Vec2 a = in[i], b = in[(i + 1) % in.size()];
            const double da = limit - dot(a, n), db = limit - dot(b, n);
            if (da >= 0.0) out.push_back(a);
            if ((da > 0.0 && db < 0.0) || (da < 0.0 && db > 0.0)) out.push_back(a + (da / (da - db)) * (b - a));
        }
        return out;
    };
    return cut(cut(ring, axis, high), -1.0 * axis, -low);
}

double sliced_area(const Polygon& p, Vec2 axis, double low, double high) {
    double sum = std::abs(signed_area(slice(p.outer, axis, low, high)));
    for (const Ring& hole : p.holes) sum -= std::abs(signed_area(slice(hole, axis, low, high)));
    return std::max(sum, 0.01);
}

double perimeter(const Ring& ring) {
    double sum = 0.0;
    for (std::size_t i = 0; i < ring.size(); ++i) sum += distance(ring[i], ring[(i + 1) % ring.size()]);
    return sum;
}

}  // namespace

PlanZones::PlanZones(const Building& building, const ZoneAssumptions& assumptions)
    : building_(building),
      assumptions_(assumptions),
      cells_(building.spaces.size()),
      height_of_(building.spaces.size(), assumptions.top_height_m),
      vent_of_opening_(building.openings.size(), outdoors),
      vent_of_window_(building.windows.size(), outdoors) {
    for (std::size_t i = 0; i < building.spaces.size(); ++i) {
        const Space& s = building.spaces[i];
        double above = std::numeric_limits<double>::infinity();
        for (const Level& l : building.levels) {
            const double up = l.elevation_m - building.level(s.level).elevation_m;
            if (up > 2.0) above = std::min(above, up);  // intermediate levels of stairs are no storeys
        }
        if (s.height_m > 0.0)
            height_of_[i] = s.height_m;
        else if (std::isfinite(above))
            height_of_[i] = std::max(2.0, above - assumptions_.storey_slab_m);
    }
    add_stairs();
    for (std::size_t i = 0; i < building.spaces.size(); ++i) add_space(SpaceId{i});
    add_openings();
    add_windows_and_leaks();
}

void PlanZones::add_stairs() {
    for (const Stair& stair : building_.stairs) {
        std::vector<SpaceId> parts = stair.flights;
        parts.insert(parts.end(), stair.landings.begin(), stair.landings.end());
        if (parts.empty()) continue;
        double low = std::numeric_limits<double>::infinity(), high = -low, floor_area = 0.0;
        for (const SpaceId id : parts) {
            const Space& s = building_.space(id);
            const double floor = building_.level(s.level).elevation_m + s.floor_m;
            low = std::min(low, floor);
            high = std::max(high, floor + (s.flight ? s.flight->rise_m() : 0.0));
            floor_area += area(s.area);
        }
        ZoneShape zone;
        zone.mixed = true;
        zone.floor_m = low;
        zone.height_m = high - low + assumptions_.top_height_m;
        // The well's ground plan: what its parts cover, per storey climbed.
        const double storeys = std::max(1.0, std::round((high - low) / 3.5));
        zone.floor_area_m2 = std::max(4.0, floor_area / storeys);
        zone.perimeter_m = 4.0 * std::sqrt(zone.floor_area_m2);
        for (const SpaceId id : parts) cells_[id.index()].first = shapes_.size();
        shapes_.push_back(zone);
        space_of_.push_back(parts.front());
    }
}

void PlanZones::add_space(SpaceId id) {
    const Space& s = building_.space(id);
    Cells& cells = cells_[id.index()];
    if (s.outdoor || cells.first != outdoors) return;
    const Box box = bounds(s.area.outer);
    const Vec2 size = box.high - box.low;
    cells.axis = size.x >= size.y ? Vec2{1.0, 0.0} : Vec2{0.0, 1.0};
    const double low = dot(box.low, cells.axis), length = dot(size, cells.axis);
    const int n = is_circulation(s.use) && !is_stair_part(s.use)
                      ? std::max(1, static_cast<int>(std::lround(length / assumptions_.corridor_cell_m)))
                      : 1;
    cells.first = shapes_.size();
    const double whole_perimeter = perimeter(s.area.outer), across = area(s.area) / length;
    for (int k = 0; k < n; ++k) {
        const double from = low + length * k / n, to = low + length * (k + 1) / n;
        ZoneShape zone;
        zone.floor_area_m2 = n == 1 ? area(s.area) : sliced_area(s.area, cells.axis, from, to);
        zone.height_m = height_of_[id.index()];
        zone.floor_m = building_.level(s.level).elevation_m + s.floor_m;
        zone.perimeter_m = whole_perimeter / n;
        if (k > 0) {
            cells.cuts.push_back(from);
            // Between the cells there is no wall: open over the whole cross-section.
            const double width = std::max(across, sliced_area(s.area, cells.axis, from - 0.05, from + 0.05) / 0.1);
            vents_.push_back(
                {shapes_.size() - 1, shapes_.size(), {zone.floor_m, zone.floor_m + zone.height_m, width, 0.7}, 1.0});
        }
        if (s.use == SpaceUse::gallery) {
            const double head = std::min(zone.height_m, assumptions_.gallery_head_m);
            vents_.push_back({shapes_.size(),
                              outdoors,
                              {zone.floor_m + assumptions_.parapet_m, zone.floor_m + head, length / n, 0.7},
                              1.0});
        }
        shapes_.push_back(zone);
        space_of_.push_back(id);
    }
}

void PlanZones::add_openings() {
    for (std::size_t i = 0; i < building_.openings.size(); ++i) {
        const Opening& o = building_.openings[i];
        const Vec2 middle = o.at.middle();
        const std::size_t a = zone_at(o.from, middle), b = zone_at(o.to, middle);
        if (a == b) continue;
        ZoneVent v;
        v.a = a;
        v.b = b;
        const SpaceId inner = a != outdoors ? o.from : o.to;
        v.shape.bottom_m = building_.height_m(inner, middle);
        // Not under the floor of either zone, and not above its ceiling.
        double ceiling = std::numeric_limits<double>::infinity();
        for (const std::size_t z : {a, b}) {
            if (z == outdoors) continue;
            v.shape.bottom_m = std::max(v.shape.bottom_m, shapes_[z].floor_m);
            ceiling = std::min(ceiling, shapes_[z].floor_m + shapes_[z].height_m);
        }
        const double tall = o.kind == OpeningKind::door || o.kind == OpeningKind::gate ? assumptions_.door_height_m
                            : o.kind == OpeningKind::flight_end                        ? height_of_[inner.index()]
                                                                                       : assumptions_.doorway_height_m;
        v.shape.top_m = std::min(v.shape.bottom_m + tall, ceiling);
        v.shape.width_m = o.clear_width_m;
        v.open = o.state == DoorState::open ? 1.0 : assumptions_.closed_door;
        if (v.shape.top_m <= v.shape.bottom_m + 0.1) continue;
        vent_of_opening_[i] = vents_.size();
        vents_.push_back(v);
    }
}

void PlanZones::add_windows_and_leaks() {
    for (std::size_t i = 0; i < building_.windows.size(); ++i) {
        const Window& w = building_.windows[i];
        const std::size_t zone = zone_at(w.space, inner_point(building_.space(w.space).area));
        if (zone == outdoors) continue;
        const double floor = shapes_[zone].floor_m, most = shapes_[zone].height_m;
        vent_of_window_[i] = vents_.size();
        vents_.push_back(
            {zone, outdoors, {floor + w.sill_m, floor + std::min(w.head_m, most), w.width_m, 0.7}, w.open});
    }
    for (std::size_t z = 0; z < shapes_.size(); ++z)
        vents_.push_back({z,
                          outdoors,
                          {shapes_[z].floor_m, shapes_[z].floor_m + shapes_[z].height_m, assumptions_.leak_m, 0.7},
                          1.0});
}

std::size_t PlanZones::zone_at(SpaceId space, Vec2 at) const {
    if (!space.valid()) return outdoors;
    const Cells& c = cells_[space.index()];
    if (c.first == outdoors || c.cuts.empty()) return c.first;
    const auto k = std::upper_bound(c.cuts.begin(), c.cuts.end(), dot(at, c.axis)) - c.cuts.begin();
    return c.first + static_cast<std::size_t>(k);
}

Vec2 PlanZones::share_at(SpaceId space, Vec2 at) const {
    const Cells& c = cells_[space.index()];
    const Box box = bounds(building_.space(space).area.outer);
    const Vec2 across{c.axis.y, c.axis.x};
    double low = dot(box.low, c.axis), high = dot(box.high, c.axis);
    const auto next = std::upper_bound(c.cuts.begin(), c.cuts.end(), dot(at, c.axis));
    if (next != c.cuts.end()) high = *next;
    if (next != c.cuts.begin()) low = *std::prev(next);
    const double side_low = dot(box.low, across), side_high = dot(box.high, across);
    const auto share = [](double x, double from, double to) {
        return to > from ? std::clamp((x - from) / (to - from), 0.0, 1.0) : 0.5;
    };
    const Vec2 out{share(dot(at, c.axis), low, high), share(dot(at, across), side_low, side_high)};
    return high - low >= side_high - side_low ? out : Vec2{out.y, out.x};
}

std::vector<std::size_t> PlanZones::zones_of(SpaceId space) const {
    std::vector<std::size_t> out;
    const Cells& c = cells_[space.index()];
    if (c.first == outdoors) return out;
    for (std::size_t k = 0; k <= c.cuts.size(); ++k) out.push_back(c.first + k);
    return out;
}

}  // namespace muster::hazards
