// SPDX-License-Identifier: Apache-2.0
#include "sim/hazards/quake_damage.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <tuple>

#include "sim/base/constants.h"
#include "sim/base/random.h"
#include "sim/hazards/fragility.h"
#include "sim/hazards/ground_motion.h"
#include "sim/hazards/rigid_block.h"

namespace muster::hazards {

namespace {

constexpr double usual_storey_m = 3.6;
constexpr double can_be_forced = 0.5, force_low_s = 10.0, force_high_s = 60.0;  // of jammed doors; assumption
constexpr Fragility power_fails{0.30, 0.5};                                     // on ground acceleration, g; assumption
constexpr std::array ceiling_cover{0.05, 0.30, 0.50};
constexpr std::array partition_cover{0.02, 0.10, 0.25};  // of a corridor's floor; assumption
constexpr double wall_reach_m = 0.3;                     // an item this near a wall falls away from it
constexpr double narrowest_m = 0.6;                      // less and nobody squeezes through
constexpr double approach_m = 0.5;                       // free floor that an opening needs before it

/// Rooms whose ceilings are taken to hang; assumption.
bool has_hung_ceiling(SpaceUse use) {
    return use == SpaceUse::hall || use == SpaceUse::library || use == SpaceUse::canteen || use == SpaceUse::office ||
           use == SpaceUse::lobby;
}

bool may_topple(const Obstacle& o) {
    const bool tall = o.kind == ObstacleKind::shelf || o.kind == ObstacleKind::cabinet;
    return tall && o.mass_kg > 0.0 && o.height_m > 0.5 && o.outline.size() >= 3;
}

/// Rectangle around an outline, along its longest edge.
struct Footprint {
    Vec2 middle, thin;  // unit vector across its thin side
    double depth_m = 0.0, length_m = 0.0;
};

Footprint footprint_of(const Ring& outline) {
    Vec2 along{1.0, 0.0};
    double longest = 0.0;
    for (std::size_t i = 0; i < outline.size(); ++i) {
        const Vec2 edge = outline[(i + 1) % outline.size()] - outline[i];
        const double length = std::hypot(edge.x, edge.y);
        if (length > longest) longest = length, along = (1.0 / length) * edge;
    }
    const Vec2 across = perpendicular(along);
    double a0 = 1e9, a1 = -1e9, c0 = 1e9, c1 = -1e9;
    for (const Vec2 p : outline) {
        a0 = std::min(a0, dot(p, along)), a1 = std::max(a1, dot(p, along));
        c0 = std::min(c0, dot(p, across)), c1 = std::max(c1, dot(p, across));
    }
    Footprint out;
    out.middle = 0.5 * (a0 + a1) * along + 0.5 * (c0 + c1) * across;
    out.thin = across;
    out.depth_m = c1 - c0;
    out.length_m = a1 - a0;
    return out;
}

/// How far along `way` (unit vector) the floor is free of walls, up to `most`.
double free_way(const Polygon& area, Vec2 from, Vec2 way, double most) {
    double free = most;
    const auto look = [&](const Ring& ring) {
        for (std::size_t i = 0, n = ring.size(); i < n; ++i) {
            const Vec2 a = ring[i] - from, edge = ring[(i + 1) % n] - ring[i];
            const double det = cross(way, edge);
            if (std::abs(det) < 1e-9) continue;
            const double t = cross(a, edge) / det, u = cross(a, way) / det;
            if (t > 0.0 && u >= 0.0 && u <= 1.0) free = std::min(free, t);
        }
    };
    look(area.outer);
    for (const Ring& hole : area.holes) look(hole);
    return free;
}

/// What leans against the wall opposite lies no farther than that.
Ring lying(const Footprint& f, Vec2 toward, double height_m, const Polygon& room) {
    const Vec2 along = perpendicular(toward), edge = f.middle + 0.5 * f.depth_m * toward;
    const Vec2 half = 0.5 * f.length_m * along;
    double reach = height_m;
    for (const double k : {-0.98, 0.0, 0.98}) reach = free_way(room, edge + k * half, toward, reach);
    const Vec2 far = edge + reach * toward;
    return {edge - half, far - half, far + half, edge + half};
}

template <std::size_t N>
int state_of(const std::array<Fragility, N>& states, double demand, double draw) {
    int state = 0;
    for (std::size_t i = 0; i < N; ++i)
        if (draw < states[i].probability(demand)) state = static_cast<int>(i) + 1;
    return state;
}

class DamageDraw {
public:
    DamageDraw(const Building& b, const FloorMotion& m, Vec2 direction, std::uint64_t seed, std::uint32_t shock)
        : building_(b), motion_(m), direction_(direction), seed_(seed), shock_(shock), frame_(frame_of(b)) {
        const auto& ground = m.accel.front();
        const auto worst = std::max_element(ground.begin(), ground.end(),
                                            [](double x, double y) { return std::abs(x) < std::abs(y); });
        out_.worst_at_s = static_cast<double>(worst - ground.begin()) * m.dt_s;
    }

    QuakeDamage draw() {
        for (std::size_t i = 0; i < building_.openings.size(); ++i) door(OpeningId{i});
        for (std::size_t i = 0; i < building_.spaces.size(); ++i) space(SpaceId{i});
        for (std::size_t i = 0; i < building_.obstacles.size(); ++i) item(ObstacleId{i});
        for (const FallenItem& f : out_.items) {
            const auto narrowed = narrowed_by(building_, f.item, f.footprint);
            out_.narrowed.insert(out_.narrowed.end(), narrowed.begin(), narrowed.end());
        }
        out_.power_lost =
            stream(4, 0).uniform() < power_fails.probability(motion_.peak_accel[0] / standard_gravity_m_s2);
        return std::move(out_);
    }

private:
    [[nodiscard]] RandomStream stream(std::uint64_t kind, std::size_t index) const {
        return {seed_, Purpose::quake_damage, (std::uint64_t{shock_} << 40U) | (kind << 32U) | index};
    }
    [[nodiscard]] double drift_at(const Level& level) const {
        return motion_.drift.empty() ? 0.0 : motion_.drift[frame_.storey_of(level)];
    }

    void door(OpeningId id) {
        const Opening& o = building_.opening(id);
        const Space& from = building_.space(o.from);
        const Space& inside = from.outdoor && o.to.valid() ? building_.space(o.to) : from;
        if (inside.outdoor) return;
        RandomStream random = stream(1, id.index());
        const double drift = drift_at(building_.level(inside.level));
        if (o.kind == OpeningKind::door && o.leaf != Leaf::none && random.uniform() < door_jams.probability(drift)) {
            const bool forced = random.uniform() < can_be_forced;
            out_.doors.push_back({id, forced ? random.uniform(force_low_s, force_high_s) : -1.0});
        }
        if (!building_.is_building_exit(id) || building_.level(inside.level).storey != 1) return;
        // Glass of the storeys above and a parapet on the roof.
        double stays = 1.0 - parapet_falls.probability(motion_.peak_accel.back() / standard_gravity_m_s2);
        for (std::size_t s = 1; s < motion_.drift.size(); ++s) stays *= 1.0 - glass_falls.probability(motion_.drift[s]);
        if (random.uniform() > stays) out_.under_facade.push_back(id);
    }

    void space(SpaceId id) {
        const Space& s = building_.space(id);
        if (s.outdoor) return;
        const Level& level = building_.level(s.level);
        RandomStream random = stream(2, id.index());
        const std::size_t above = std::min(frame_.floor_of(level) + 1, motion_.peak_accel.size() - 1);
        if (has_hung_ceiling(s.use))
            if (const int n =
                    state_of(ceiling_falls, motion_.peak_accel[above] / standard_gravity_m_s2, random.uniform());
                n > 0)
                out_.debris.push_back({id, ceiling_cover[static_cast<std::size_t>(n - 1)]});
        if (s.use == SpaceUse::corridor)
            if (const int n = state_of(partition_damage, drift_at(level), random.uniform()); n > 0)
                out_.debris.push_back({id, partition_cover[static_cast<std::size_t>(n - 1)]});
        if (s.flight)
            if (const int n = state_of(stair_damage, drift_at(level), random.uniform()); n > 0)
                out_.flights.push_back({id, n});
    }

    void item(ObstacleId id) {
        const Obstacle& o = building_.obstacle(id);
        if (!may_topple(o) || building_.space(o.space).outdoor) return;
        const Footprint f = footprint_of(o.outline);
        const std::size_t floor = frame_.floor_of(building_.level(building_.space(o.space).level));
        const double share = dot(direction_, f.thin);
        const Rocking r = rocking(floor, f.depth_m, o.height_m, share);
        if (r.overturned == 0) return;
        // The floor's push to one side throws the block to the other; a wall behind turns it round.
        Vec2 toward = static_cast<double>(r.overturned) * f.thin;
        const auto blocked = [&](Vec2 side) {
            return !contains(building_.space(o.space).area, f.middle + (0.5 * f.depth_m + wall_reach_m) * side);
        };
        if (blocked(toward)) toward = -1.0 * toward;
        if (blocked(toward)) return;  // between two walls
        out_.items.push_back({id, r.at_s, lying(f, toward, o.height_m, building_.space(o.space).area), f.depth_m});
    }

    // Furniture is alike: each kind is worked out once per floor.
    const Rocking& rocking(std::size_t floor, double depth, double height, double share) {
        const auto rounded = [](double v) { return static_cast<int>(std::lround(100.0 * v)); };
        const std::tuple key{floor, rounded(depth), rounded(height), rounded(share)};
        const auto known = rocked_.find(key);
        if (known != rocked_.end()) return known->second;
        std::vector<double> across = motion_.accel[floor];
        for (double& a : across) a *= share;
        return rocked_.emplace(key, rock({depth, height}, across, motion_.dt_s)).first->second;
    }

    const Building& building_;
    const FloorMotion& motion_;
    Vec2 direction_;
    std::uint64_t seed_;
    std::uint32_t shock_;
    BuildingFrame frame_;
    std::map<std::tuple<std::size_t, int, int, int>, Rocking> rocked_;
    QuakeDamage out_;
};

}  // namespace

double BuildingFrame::height_m() const {
    double sum = 0.0;
    for (const double h : storey_m) sum += h;
    return sum;
}

std::size_t BuildingFrame::floor_of(const Level& level) const {
    return static_cast<std::size_t>(std::clamp(level.storey - 1, 0, static_cast<int>(storey_m.size())));
}

std::size_t BuildingFrame::storey_of(const Level& level) const {
    const std::size_t floor = floor_of(level);
    return storey_m.empty() ? 0 : std::min(floor, storey_m.size() - 1);
}

BuildingFrame frame_of(const Building& building) {
    BuildingFrame out;
    std::vector<std::pair<int, double>> floors;  // storey, elevation
    for (const Level& l : building.levels)
        if (l.storey >= 1) floors.emplace_back(l.storey, l.elevation_m);
    std::sort(floors.begin(), floors.end());
    for (std::size_t i = 0; i + 1 < floors.size(); ++i)
        out.storey_m.push_back(std::max(2.0, floors[i + 1].second - floors[i].second));
    if (!floors.empty()) out.storey_m.push_back(out.storey_m.empty() ? usual_storey_m : out.storey_m.back());
    Vec2 low{1e9, 1e9}, high{-1e9, -1e9};
    for (const Space& s : building.spaces) {
        if (s.outdoor) continue;
        for (const Vec2 p : s.area.outer) {
            low = {std::min(low.x, p.x), std::min(low.y, p.y)};
            high = {std::max(high.x, p.x), std::max(high.y, p.y)};
        }
    }
    if (high.x > low.x) out.breadth_m = std::min(high.x - low.x, high.y - low.y);
    return out;
}

QuakeDamage draw_damage(const Building& building, const FloorMotion& motion, Vec2 direction, std::uint64_t seed,
                        std::uint32_t shock) {
    return DamageDraw(building, motion, direction, seed, shock).draw();
}

std::vector<NarrowedOpening> narrowed_by(const Building& building, ObstacleId item, const Ring& footprint) {
    std::vector<NarrowedOpening> out;
    const SpaceId room = building.obstacle(item).space;
    for (const OpeningId id : building.space(room).openings) {
        const Opening& opening = building.opening(id);
        const Vec2 in = approach_m * opening.normal_into(room);
        constexpr int samples = 40;
        int run = 0, longest = 0;
        for (int k = 0; k < samples; ++k) {
            const Vec2 at = opening.at.a + (k + 0.5) / samples * (opening.at.b - opening.at.a);
            const bool free = !contains(footprint, at + 0.2 * in) && !contains(footprint, at + in);
            run = free ? run + 1 : 0;
            longest = std::max(longest, run);
        }
        if (longest == samples) continue;
        const double left = opening.clear_width_m * longest / samples;
        out.push_back({id, item, left < narrowest_m ? 0.0 : left});
    }
    return out;
}

double speed_on_debris(double cover) { return std::max(0.2, 1.0 - 3.2 * cover); }

double speed_while_shaking(double jma) {
    if (jma <= 4.5) return 1.0;
    if (jma <= 5.4) return 1.0 - 0.7 * (jma - 4.5) / 0.9;
    return std::max(0.0, 0.3 * (5.9 - jma) / 0.5);
}

}  // namespace muster::hazards
