// SPDX-License-Identifier: Apache-2.0
#include "sim/physics/wall_index.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "sim/model/wall_shapes.h"

namespace muster::physics {

namespace {

constexpr float slot_reach_m = 1.0F;  // of a space's grid around its bounds: slots lie outside
constexpr double min_width_m = 0.02;  // an opening narrower than this is shut

Wall make_wall(const Segment& s) {
    const Vec2 u = s.direction();
    return {static_cast<float>(s.a.x), static_cast<float>(s.a.y), static_cast<float>(u.x), static_cast<float>(u.y),
            static_cast<float>(s.length())};
}

constexpr Wall nowhere{1e9F, 1e9F, 1.0F, 0.0F, 0.0F};

}  // namespace

WallIndex::WallIndex(const Building& building) : building_(building), walls_of_(building.obstacles.size()) {
    for (std::size_t s = 0; s < building.spaces.size(); ++s) add_walls_of(SpaceId{s});
    for (std::size_t o = 0; o < building.openings.size(); ++o) add_jambs_of(OpeningId{o});
    for (std::size_t o = 0; o < building.openings.size(); ++o)
        for (std::uint32_t w = 0; w < walls_.size(); ++w) share_wall_through(w, OpeningId{o});
    first_blade_ = static_cast<std::uint32_t>(walls_.size());
    for (const Opening& o : building.openings) {
        passages_.push_back({o.at.middle(), o.at.direction(), o.normal, 0.5 * o.at.length(), o.from, o.to});
        for (const Segment half : {Segment{o.at.a, o.at.middle()}, Segment{o.at.b, o.at.middle()}}) {
            add_wall(half, o.from);
            if (o.to.valid()) felt_.back().push_back(o.to);
        }
    }
    make_grids();
    clear_width_.resize(building.openings.size());
    for (std::size_t o = 0; o < building.openings.size(); ++o)
        set_opening(OpeningId{o}, building.openings[o].state != DoorState::locked, building.openings[o].clear_width_m);
}

void WallIndex::add_wall(Segment s, SpaceId owner, ObstacleId item) {
    if (item.valid()) walls_of_[item.index()].push_back(static_cast<std::uint32_t>(walls_.size()));
    walls_.push_back(make_wall(s));
    felt_.push_back({owner});
    items_.push_back(item);
}

void WallIndex::add_walls_of(SpaceId s) {
    for (const Segment& wall : ring_walls(building_, s)) add_wall(wall, s);
    for (const ObstacleId id : building_.space(s).obstacles) {
        const Ring& outline = building_.obstacle(id).outline;
        for (std::size_t i = 0, n = outline.size(); i < n; ++i) add_wall({outline[i], outline[(i + 1) % n]}, s, id);
    }
}

void WallIndex::add_jambs_of(OpeningId id) {
    const Opening& o = building_.opening(id);
    for (const Segment& jamb : jambs(building_, id)) {
        add_wall(jamb, o.from);
        if (o.to.valid()) felt_.back().push_back(o.to);
    }
}

void WallIndex::share_wall_through(std::uint32_t w, OpeningId id) {
    const Opening& o = building_.opening(id);
    const SpaceId owner = felt_[w].front();
    if (!o.to.valid() || !o.joins(owner)) return;
    if (distance_between({walls_[w].a(), walls_[w].b()}, o.at) > double{wall_reach_m}) return;
    const SpaceId other = o.other(owner);
    if (!felt_by(w, other)) felt_[w].push_back(other);
}

void WallIndex::make_grids() {
    for (std::size_t s = 0; s < building_.spaces.size(); ++s) {
        const Box box = bounds(building_.spaces[s].area.outer);
        Grid g{
            static_cast<float>(box.low.x) - slot_reach_m, static_cast<float>(box.low.y) - slot_reach_m, 1, 1, {}, {}};
        g.columns = static_cast<int>((static_cast<float>(box.high.x) + slot_reach_m - g.x0) / cell_m) + 1;
        g.rows = static_cast<int>((static_cast<float>(box.high.y) + slot_reach_m - g.y0) / cell_m) + 1;
        grids_.push_back(std::move(g));
    }
    // Each list in the order of its items, made in one pass over them.
    std::vector<Entries> walls(grids_.size()), passages(grids_.size());
    for (std::uint32_t w = 0; w < walls_.size(); ++w)
        for (const SpaceId s : felt_[w]) enter_wall(w, s, walls[s.index()]);
    for (std::uint32_t o = 0; o < passages_.size(); ++o)
        for (const SpaceId s : {passages_[o].from, passages_[o].to})
            if (s.valid()) enter(grids_[s.index()], building_.openings[o].at, passage_reach_m, o, passages[s.index()]);
    for (std::size_t s = 0; s < grids_.size(); ++s) {
        grids_[s].walls = packed(walls[s], grids_[s].cells());
        grids_[s].passages = packed(passages[s], grids_[s].cells());
    }
}

// Blades count as half their opening, however far they stand in it: they come and go.
void WallIndex::enter_wall(std::uint32_t w, SpaceId s, Entries& entries) const {
    Segment line{walls_[w].a(), walls_[w].b()};
    const bool is_blade = w >= first_blade_ && w < first_blade_ + 2 * passages_.size();
    if (is_blade) {
        const Segment& at = building_.openings[(w - first_blade_) / 2].at;
        line = {(w - first_blade_) % 2 == 0 ? at.a : at.b, at.middle()};
    } else if (is_nowhere(walls_[w])) {
        return;
    }
    enter(grids_[s.index()], line, wall_reach_m, w, entries);
}

void WallIndex::enter(const Grid& g, const Segment& line, float reach, std::uint32_t item, Entries& entries) {
    const double within = double{reach} + 0.7072 * double{cell_m};
    const auto index = [](double d) { return static_cast<int>(std::floor(d / double{cell_m})); };
    const int i0 = std::max(0, index(std::min(line.a.x, line.b.x) - within - double{g.x0}));
    const int i1 = std::min(g.columns - 1, index(std::max(line.a.x, line.b.x) + within - double{g.x0}));
    const int j0 = std::max(0, index(std::min(line.a.y, line.b.y) - within - double{g.y0}));
    const int j1 = std::min(g.rows - 1, index(std::max(line.a.y, line.b.y) + within - double{g.y0}));
    for (int j = j0; j <= j1; ++j) {
        for (int i = i0; i <= i1; ++i) {
            const Vec2 middle{double{g.x0} + (i + 0.5) * double{cell_m}, double{g.y0} + (j + 0.5) * double{cell_m}};
            if (distance_to(line, middle) > within) continue;
            entries.emplace_back(static_cast<std::size_t>(j * g.columns + i), item);
        }
    }
}

WallIndex::Lists WallIndex::packed(Entries& entries, std::size_t cells) {
    std::sort(entries.begin(), entries.end());
    Lists out;
    out.start.assign(cells + 1, 0);
    for (const auto& [cell, item] : entries) {
        ++out.start[cell + 1];
        out.entries.push_back(item);
    }
    for (std::size_t c = 0; c < cells; ++c) out.start[c + 1] += out.start[c];
    return out;
}

std::vector<std::uint32_t> WallIndex::move_items(std::span<const ObstacleId> items) {
    std::vector<std::uint32_t> changed;
    std::vector<bool> touched(grids_.size(), false);
    const auto touch = [&] {
        for (const ObstacleId item : items)
            for (const std::uint32_t w : walls_of_[item.index()])
                for (const SpaceId s : felt_[w]) touched[s.index()] = true;
    };
    touch();
    for (const ObstacleId item : items) move_item(item, changed);
    touch();
    for (std::size_t s = 0; s < grids_.size(); ++s) {
        if (!touched[s]) continue;
        Entries entries;
        for (std::uint32_t w = 0; w < walls_.size(); ++w)
            if (felt_by(w, SpaceId{s})) enter_wall(w, SpaceId{s}, entries);
        grids_[s].walls = packed(entries, grids_[s].cells());
    }
    return changed;
}

void WallIndex::move_item(ObstacleId item, std::vector<std::uint32_t>& changed) {
    const Obstacle& is = building_.obstacle(item);
    std::vector<std::uint32_t>& walls = walls_of_[item.index()];
    while (walls.size() < is.outline.size()) add_wall({}, is.space, item);
    for (std::size_t k = 0; k < walls.size(); ++k) {
        const std::uint32_t w = walls[k];
        const std::size_t n = is.outline.size();
        walls_[w] = k < n ? make_wall({is.outline[k], is.outline[(k + 1) % n]}) : nowhere;
        felt_[w] = {is.space};
        if (k < n)
            for (const OpeningId o : building_.space(is.space).openings) share_wall_through(w, o);
        changed.push_back(w);
    }
}

bool WallIndex::felt_by(std::uint32_t w, SpaceId s) const {
    return std::find(felt_[w].begin(), felt_[w].end(), s) != felt_[w].end();
}

bool WallIndex::joined(SpaceId a, SpaceId b) const {
    const auto& openings = building_.space(a).openings;
    return std::any_of(openings.begin(), openings.end(),
                       [&](OpeningId o) { return building_.opening(o).other(a) == b; });
}

Vec2 WallIndex::free_place(SpaceId s, Vec2 p, double radius_m) const {
    return free_place(s, p, radius_m, [](Vec2) { return false; });
}

Vec2 WallIndex::free_place(SpaceId s, Vec2 p, double radius_m, const std::function<bool(Vec2)>& taken) const {
    const auto clearance = [&](Vec2 q) {
        double least = std::numeric_limits<double>::infinity();
        const auto x = static_cast<float>(q.x), y = static_cast<float>(q.y);
        for (const std::uint32_t w : walls(s, x, y))
            if (!is_nowhere(walls_[w])) least = std::min(least, double{nearest_on(walls_[w], x, y).distance});
        return least;
    };
    const auto fits = [&](Vec2 q, double r) { return is_free(building_, s, q) && clearance(q) >= r && !taken(q); };
    if (fits(p, radius_m)) return p;
    constexpr double step_m = 0.05;
    constexpr int rings = 40;
    for (const double r : {radius_m, 0.5 * radius_m}) {  // the second for places too tight for anybody
        for (int ring = 1; ring <= rings; ++ring) {
            const int steps = 8 * ring;
            for (int k = 0; k < steps; ++k) {
                const double turn = 6.283185307179586 * k / steps;
                const Vec2 q = p + ring * step_m * Vec2{std::cos(turn), std::sin(turn)};
                if (fits(q, r)) return q;
            }
        }
    }
    return is_free(building_, s, p) ? p : inner_point(building_.space(s).area);
}

void WallIndex::set_opening(OpeningId id, bool passable, double clear_width_m) {
    const Opening& o = building_.opening(id);
    const double width = o.at.length();
    const bool open = passable && clear_width_m > min_width_m;
    const double left = open ? std::min(clear_width_m, width) : 0.0;
    clear_width_[id.index()] = open ? std::min(clear_width_m, std::max(width, o.clear_width_m)) : 0.0;
    const double blade = 0.5 * (width - left);
    const bool needed = blade > 0.01;  // |at| may differ from the clear width by 1 cm
    const Vec2 u = o.at.direction();
    const std::uint32_t first = first_blade(id);
    walls_[first] = needed ? make_wall({o.at.a, o.at.a + blade * u}) : nowhere;
    walls_[first + 1] = needed ? make_wall({o.at.b, o.at.b - blade * u}) : nowhere;
}

}  // namespace muster::physics
