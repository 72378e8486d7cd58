// SPDX-License-Identifier: Apache-2.0
#include "tools/exchange/aislab/registration.h"

#include <algorithm>
#include <cmath>

#include "floorplans/polygon_ops.h"

namespace muster::aislab {

namespace {

constexpr double near_wall_m = 0.35;
constexpr double min_scale = 0.70, largest_scale = 1.45, scale_step = 0.01;
constexpr double sample_m = 0.5;

// Cells of 0.1 m near a wall of the lower storey, and cells over its floor.
class LowerMap {
public:
    explicit LowerMap(const Storey& lower) {
        Box box{{1e9, 1e9}, {-1e9, -1e9}};
        for (const Room& room : lower.rooms)
            for (const Vec2 p : room.area.outer)
                box = {{std::min(box.low.x, p.x), std::min(box.low.y, p.y)},
                       {std::max(box.high.x, p.x), std::max(box.high.y, p.y)}};
        origin_ = box.low - Vec2{1.0, 1.0};
        columns_ = static_cast<int>((box.high.x - origin_.x + 1.0) / cell_m) + 1;
        rows_ = static_cast<int>((box.high.y - origin_.y + 1.0) / cell_m) + 1;
        const auto cells = static_cast<std::size_t>(columns_) * static_cast<std::size_t>(rows_);
        wall_.assign(cells, 0);
        floor_.assign(cells, 0);
        for (const Room& room : lower.rooms) {
            add_walls(room.area.outer);
            add_floor(room.area);
        }
    }
    [[nodiscard]] bool near_wall(Vec2 p) const { return at(wall_, p); }
    [[nodiscard]] bool over_floor(Vec2 p) const { return at(floor_, p) || at(wall_, p); }

private:
    static constexpr double cell_m = 0.1;

    bool at(const std::vector<char>& map, Vec2 p) const {
        const double c = (p.x - origin_.x) / cell_m, r = (p.y - origin_.y) / cell_m;
        if (!(c >= 0.0 && r >= 0.0 && c < columns_ && r < rows_)) return false;
        return map[index(static_cast<int>(c), static_cast<int>(r))] != 0;
    }
    std::size_t index(int c, int r) const {
        return static_cast<std::size_t>(r) * static_cast<std::size_t>(columns_) + static_cast<std::size_t>(c);
    }
    void add_walls(const Ring& ring) {
        constexpr int reach = static_cast<int>(near_wall_m / cell_m + 0.5);
        for (std::size_t i = 0, n = ring.size(); i < n; ++i) {
            const Segment s{ring[i], ring[(i + 1) % n]};
            const int steps = std::max(1, static_cast<int>(s.length() / cell_m));
            for (int k = 0; k <= steps; ++k) {
                const Vec2 p = s.a + (static_cast<double>(k) / steps) * (s.b - s.a);
                const int c = static_cast<int>((p.x - origin_.x) / cell_m),
                          r = static_cast<int>((p.y - origin_.y) / cell_m);
                for (int dr = -reach; dr <= reach; ++dr)
                    for (int dc = -reach; dc <= reach; ++dc)
                        if (dc * dc + dr * dr <= reach * reach) mark(c + dc, r + dr);
            }
        }
    }
    void mark(int c, int r) {
        if (c >= 0 && r >= 0 && c < columns_ && r < rows_) wall_[index(c, r)] = 1;
    }
    void add_floor(const Polygon& area) {
        if (area.outer.empty()) return;
        for (int r = 0; r < rows_; ++r) {
            const double y = origin_.y + (r + 0.5) * cell_m;
            std::vector<double> hits;
            for (std::size_t i = 0, n = area.outer.size(); i < n; ++i) {
                const Vec2 a = area.outer[i], b = area.outer[(i + 1) % n];
                if ((a.y > y) != (b.y > y)) hits.push_back((b.x - a.x) * (y - a.y) / (b.y - a.y) + a.x);
            }
            std::sort(hits.begin(), hits.end());
            for (std::size_t h = 0; h + 1 < hits.size(); h += 2)
                for (int c = static_cast<int>((hits[h] - origin_.x) / cell_m);
                     c <= static_cast<int>((hits[h + 1] - origin_.x) / cell_m); ++c)
                    if (c >= 0 && c < columns_) floor_[index(c, r)] = 1;
        }
    }

    Vec2 origin_;
    int columns_ = 0, rows_ = 0;
    std::vector<char> wall_, floor_;
};

std::vector<Vec2> wall_samples(const Storey& storey) {
    std::vector<Vec2> out;
    for (const Room& room : storey.rooms) {
        const Ring& ring = room.area.outer;
        for (std::size_t i = 0, n = ring.size(); i < n; ++i) {
            const Segment s{ring[i], ring[(i + 1) % n]};
            const int steps = std::max(1, static_cast<int>(s.length() / sample_m));
            for (int k = 0; k < steps; ++k) out.push_back(s.a + (static_cast<double>(k) / steps) * (s.b - s.a));
        }
    }
    return out;
}

std::vector<Vec2> floor_samples(const Storey& storey) {
    std::vector<Vec2> out;
    for (const Room& room : storey.rooms) {
        if (room.area.outer.empty()) continue;
        const Box box = bounds(room.area.outer);
        for (double x = box.low.x + 0.5; x < box.high.x; x += 1.0)
            for (double y = box.low.y + 0.5; y < box.high.y; y += 1.0)
                if (contains(room.area, {x, y})) out.push_back({x, y});
    }
    return out;
}

struct Fit {
    double scale = 1.0;
    Vec2 shift;
    double score = -1.0;
};

class Matcher {
public:
    Matcher(const Storey& lower, const Storey& upper)
        : lower_(lower), upper_(upper), map_(lower), walls_(wall_samples(upper)), floor_(floor_samples(upper)) {}

    Registration run() {
        Fit best;
        for (const std::size_t l : shafts(lower_, true))
            for (const std::size_t u : shafts(upper_, false)) try_pair(l, u, best);
        Registration out;
        if (best.score < 0.0) return out;
        refine(best);
        out.scale = best.scale;
        out.shift = best.shift;
        out.wall_match = share(walls_, best, [&](Vec2 p) { return map_.near_wall(p); });
        out.contained = share(floor_, best, [&](Vec2 p) { return map_.over_floor(p); });
        match_stairs(out);
        judge(out);
        return out;
    }

private:
    // Stairs and lifts; below also entrances, a label that some drawings give to the stair at the door.
    static std::vector<std::size_t> shafts(const Storey& s, bool lower) {
        std::vector<std::size_t> out;
        for (std::size_t i = 0; i < s.rooms.size(); ++i)
            if (!s.rooms[i].area.outer.empty() && (is_label(s.rooms[i], "STAIRS") || is_label(s.rooms[i], "ELEVATOR") ||
                                                   (lower && is_label(s.rooms[i], "ENTRANCE"))))
                out.push_back(i);
        return out;
    }

    template <class Test>
    double share(const std::vector<Vec2>& samples, const Fit& fit, Test&& test) const {
        std::size_t hits = 0;
        for (const Vec2 p : samples) hits += test(fit.scale * p + fit.shift) ? 1 : 0;
        return samples.empty() ? 0.0 : static_cast<double>(hits) / static_cast<double>(samples.size());
    }
    double score(const Fit& fit) const {
        return share(walls_, fit, [&](Vec2 p) { return map_.near_wall(p); }) +
               share(floor_, fit, [&](Vec2 p) { return map_.over_floor(p); });
    }
    void consider(Fit fit, Fit& best) const {
        fit.score = score(fit);
        if (fit.score > best.score) best = fit;
    }
    void try_pair(std::size_t l, std::size_t u, Fit& best) const {
        const Vec2 below = centroid(lower_.rooms[l].area), above = centroid(upper_.rooms[u].area);
        const int steps = static_cast<int>((largest_scale - min_scale) / scale_step + 0.5);
        for (int i = 0; i <= steps; ++i) {
            const double scale = min_scale + i * scale_step;
            consider({scale, below - scale * above, 0.0}, best);
        }
    }
    void refine(Fit& best) const {
        for (double step = 0.4; step > 0.02; step *= 0.5) {
            for (bool better = true; better;) {
                const Fit from = best;
                for (const Vec2 move : {Vec2{step, 0}, Vec2{-step, 0}, Vec2{0, step}, Vec2{0, -step}})
                    consider({from.scale, from.shift + move, 0.0}, best);
                const Vec2 middle = floor_.empty() ? Vec2{} : floor_[floor_.size() / 2];
                for (const double by : {1.0 + 0.01 * step, 1.0 - 0.01 * step})
                    consider({from.scale * by, from.shift + (from.scale - from.scale * by) * middle, 0.0}, best);
                better = best.score > from.score;
            }
        }
    }

    void match_stairs(Registration& out) const {
        for (const std::size_t u : shafts(upper_, false)) {
            const bool lift = is_label(upper_.rooms[u], "ELEVATOR");
            Polygon moved = upper_.rooms[u].area;
            for (Vec2& p : moved.outer) p = out.scale * p + out.shift;
            StairMatch best;
            double best_overlap = -1.0;
            for (const std::size_t l : shafts(lower_, true)) {
                if (is_label(lower_.rooms[l], "ELEVATOR") != lift) continue;
                const Polygon& below = lower_.rooms[l].area;
                const double residual = distance(centroid(below), centroid(moved));
                if (residual > 6.0) continue;
                const auto pieces = floorplans::intersection(below, moved);
                const double both = pieces ? floorplans::total_area(*pieces) : 0.0;
                const double overlap = both / std::max(1e-9, area(below) + area(moved) - both);
                if (overlap > best_overlap) best_overlap = overlap, best = {l, u, residual, overlap};
            }
            if (best_overlap >= 0.0) out.stairs.push_back(best);
        }
    }

    static void judge(Registration& r) {
        int good = 0;
        bool near = false;
        for (const StairMatch& m : r.stairs) {
            good += m.overlap >= 0.5 ? 1 : 0;
            near = near || m.residual_m < 1.5;
        }
        if (r.contained < 0.90) return;
        if (good >= 2 || (good == 1 && r.wall_match >= 0.6))
            r.verdict = Registration::Verdict::accept;
        else if (near)
            r.verdict = Registration::Verdict::ask;
    }

    const Storey& lower_;
    const Storey& upper_;
    LowerMap map_;
    std::vector<Vec2> walls_, floor_;
};

}  // namespace

Registration lay_over(const Storey& lower, const Storey& upper) { return Matcher(lower, upper).run(); }

}  // namespace muster::aislab
