// SPDX-License-Identifier: Apache-2.0
#include "sim/physics/steering.h"

#include <array>
#include <bit>
#include <cmath>
#include <cstring>

#include "sim/base/random.h"

// Vectors of eight never cross a real call: everything that takes one is forced inline. The AVX2 build is flattened
// altogether: code for older processors called from its middle would pay for every change between the two.
#pragma GCC diagnostic ignored "-Wpsabi"
#define MUSTER_INLINE inline __attribute__((always_inline))

namespace muster::physics {

namespace {

using Float8 = float __attribute__((vector_size(32)));
using Int8 = std::int32_t __attribute__((vector_size(32)));
static_assert(sizeof(Float8) == SortedCrowd::lanes * sizeof(float));

constexpr Int8 lane_number{0, 1, 2, 3, 4, 5, 6, 7};
// Directions tried: 0, +-18, +-36, +-62 and -88 degrees (left positive), with their cosines and sines.
constexpr Float8 angle{0.0F, 0.314159F, -0.314159F, 0.628319F, -0.628319F, 1.082104F, -1.082104F, -1.535890F};
constexpr Float8 angle_cos{1.0F, 0.951057F, 0.951057F, 0.809017F, 0.809017F, 0.469472F, 0.469472F, 0.034899F};
constexpr Float8 angle_sin{0.0F, 0.309017F, -0.309017F, 0.587785F, -0.587785F, 0.882948F, -0.882948F, -0.999391F};

constexpr std::size_t max_candidates = 192;  // within look_m: 8 m2 at 24 persons/m2
// A classification of eight neighbours: lane n's bit n = counts, 8 + n = close, 16 + n = elsewhere.
constexpr Int8 counts{1, 2, 4, 8, 16, 32, 64, 128};
constexpr Int8 close = counts << 8, elsewhere = counts << 16;
constexpr std::uint32_t lane_bits = 0xffU;

MUSTER_INLINE Float8 all(float v) { return Float8{v, v, v, v, v, v, v, v}; }
MUSTER_INLINE Float8 least(Float8 a, Float8 b) { return a < b ? a : b; }
MUSTER_INLINE Float8 most(Float8 a, Float8 b) { return a > b ? a : b; }
MUSTER_INLINE Float8 magnitude(Float8 a) { return a < 0.0F ? -a : a; }
MUSTER_INLINE Float8 load(const std::vector<float>& v, std::uint32_t at) {
    Float8 out;
    std::memcpy(&out, v.data() + at, sizeof out);
    return out;
}
MUSTER_INLINE Int8 load(const std::vector<std::uint32_t>& v, std::uint32_t at) {
    Int8 out;
    std::memcpy(&out, v.data() + at, sizeof out);
    return out;
}

MUSTER_INLINE std::uint32_t any_bit(Int8 v) {
    v |= __builtin_shufflevector(v, v, 4, 5, 6, 7, 0, 1, 2, 3);
    v |= __builtin_shufflevector(v, v, 2, 3, 0, 1, 6, 7, 4, 5);
    v |= __builtin_shufflevector(v, v, 1, 0, 3, 2, 5, 4, 7, 6);
    return static_cast<std::uint32_t>(v[0]);
}

// The one who decides.
struct Self {
    std::uint32_t position, id;
    float x, y, vx, vy, radius, desired_speed, remaining;
    float gap0_m;  // free gap kept to people of the same flow
    float tx, ty;  // desired direction, turned by the noise
    float ex, ey;  // desired direction
    float closing_s;
    SpaceId space;
    std::int32_t stream;
    bool in_file;
};

struct Candidates {
    std::array<std::uint32_t, max_candidates> at;
    std::size_t count = 0;
    bool close = false;
};

// Slow wandering: one draw per half second, so that people neither tremble nor stand in exact symmetry for ever.
MUSTER_INLINE void turn_by_noise(const SteeringFrame& f, float impatience, Self& me) {
    const auto window = static_cast<std::uint64_t>(f.time_s / double{f.parameters.noise_hold_s});
    RandomStream random(f.seed, Purpose::steering_noise, (std::uint64_t{me.id} << 32U) | window);
    const float a = f.parameters.noise_rad * (1.0F + 2.0F * impatience) * static_cast<float>(random.uniform(-1.0, 1.0));
    const float s = a - a * a * a * (1.0F / 6.0F), c = 1.0F - 0.5F * a * a;  // |a| <= 0.3
    me.tx = c * me.ex - s * me.ey;
    me.ty = s * me.ex + c * me.ey;
}

MUSTER_INLINE Self who(const SteeringFrame& f, std::uint32_t position, const CrowdState& crowd) {
    const SortedCrowd& s = f.grid.sorted();
    const std::uint32_t id = s.id[position];
    Self me{};
    me.position = position;
    me.id = id;
    me.x = s.x[position], me.y = s.y[position];
    me.vx = s.vx[position], me.vy = s.vy[position];
    me.ex = s.ex[position], me.ey = s.ey[position];
    me.radius = s.radius[position];
    me.remaining = s.remaining[position];
    me.desired_speed = crowd.desired_speed[id];
    me.space = crowd.space[id];
    me.in_file = crowd.in_file[id] != 0;
    me.gap0_m =
        f.parameters.gap0_m * (1.0F - (crowd.opposed[id] != 0 ? 0.0F : f.parameters.gap_yield * crowd.impatience[id]));
    me.stream = static_cast<std::int32_t>(s.stream[position]);
    me.closing_s = f.parameters.reach_s;
    turn_by_noise(f, crowd.impatience[id], me);
    return me;
}

// For eight neighbours at once: whether each counts, is close enough to touch soon, is in another space.
MUSTER_INLINE std::uint32_t classify(const SteeringFrame& f, const Self& me, std::uint32_t k, std::uint32_t last) {
    const SortedCrowd& s = f.grid.sorted();
    const MotionParameters& p = f.parameters;
    const Float8 dx = load(s.x, k) - me.x, dy = load(s.y, k) - me.y;
    const Float8 d2 = dx * dx + dy * dy;
    const Float8 ahead = me.tx * dx + me.ty * dy;
    const Int8 position = lane_number + static_cast<std::int32_t>(k);
    const Int8 real =
        (position < static_cast<std::int32_t>(last)) & (position != static_cast<std::int32_t>(me.position));
    const Float8 remaining = load(s.remaining, k);
    const Int8 farther =
        (remaining > me.remaining) | ((remaining == me.remaining) & (load(s.id, k) > static_cast<std::int32_t>(me.id)));
    const Int8 yields = (load(s.stream, k) == me.stream) & farther & (load(s.standing, k) == 0);
    const Int8 near = real & (d2 < p.look_m * p.look_m);
    const Int8 counting = near & (ahead >= -p.behind_m) & ~yields;
    // gap < reach + closing_s * closing speed, times the distance, so that no root is needed
    const Float8 approach = -((load(s.vx, k) - me.vx) * dx + (load(s.vy, k) - me.vy) * dy);
    const Float8 lhs = d2 - me.closing_s * most(approach, all(0.0F));
    const Float8 touching = load(s.radius, k) + (me.radius + f.parameters.reach_m);
    const Int8 closing = near & ((lhs < 0.0F) | (lhs * lhs < touching * touching * d2));
    const Int8 away = load(s.space, k) != static_cast<std::int32_t>(me.space.value);
    return any_bit((counting & counts) | (closing & close) | (away & elsewhere));
}

MUSTER_INLINE bool notices(const SteeringFrame& f, const Self& me, std::uint32_t k) {
    const SortedCrowd& s = f.grid.sorted();
    const SpaceId other{std::size_t{s.space[k]}};
    return f.walls.in_sight(me.space, {double{me.x}, double{me.y}}, other, {double{s.x[k]}, double{s.y[k]}});
}

MUSTER_INLINE void gather(const SteeringFrame& f, const Self& me, CrowdState& crowd, Candidates& out) {
    const auto passages = f.walls.passages(me.space, me.x, me.y);
    const Runs runs = f.grid.near(me.space, me.x, me.y, passages, f.walls);
    for (std::size_t r = 0; r < runs.count; ++r) {
        const Run run = runs.run[r];
        for (std::uint32_t k = run.first; k < run.last; k += SortedCrowd::lanes) {
            const std::uint32_t code = classify(f, me, k, run.last);
            if (out.count + SortedCrowd::lanes > max_candidates) return;
            for (std::uint32_t rest = (code | code >> 8) & lane_bits; rest != 0; rest &= rest - 1) {
                const auto n = static_cast<std::uint32_t>(std::countr_zero(rest));
                const std::uint32_t c = code >> n;
                if ((c >> 16 & 1) != 0 && (passages.empty() || !notices(f, me, k + n))) continue;
                out.at[out.count] = k + n;
                out.count += c & 1;
                if ((c >> 8 & 1) == 0) continue;
                out.close = true;
                crowd.needs_body_until[f.grid.sorted().id[k + n]] = f.step + f.decide_every - 1;
            }
        }
    }
}

struct Fan {
    Float8 cx, cy;  // directions
    Float8 speed;   // fastest allowed in each
    bool opposed = false;
    bool turning = false;
};

// In file: whoever is on one's line is followed, however one might slip past. False when the other is not on it.
MUSTER_INLINE bool keep_in_file(const SteeringFrame& f, const Self& me, std::uint32_t k, Fan& fan) {
    const SortedCrowd& s = f.grid.sorted();
    const MotionParameters& p = f.parameters;
    const float dx = s.x[k] - me.x, dy = s.y[k] - me.y;
    const float along = me.tx * dx + me.ty * dy, aside = me.tx * dy - me.ty * dx;
    if (along <= 0.0F || aside > p.file_half_m || aside < -p.file_half_m) return false;
    const float gap = along - me.radius - s.radius[k] - p.file_gap_m;
    fan.speed = least(fan.speed, all((gap > 0.0F ? gap : 0.0F) / p.file_headway_s));
    return true;
}

MUSTER_INLINE void keep_headway(const SteeringFrame& f, const Self& me, std::uint32_t k, Fan& fan) {
    const SortedCrowd& s = f.grid.sorted();
    const MotionParameters& p = f.parameters;
    const float dx = s.x[k] - me.x, dy = s.y[k] - me.y;
    const float d2 = dx * dx + dy * dy;
    // People of one stream who face each other are on two sides of a turn (a stair's landing), not in each other's way.
    const bool opposing =
        static_cast<std::int32_t>(s.stream[k]) != me.stream && me.ex * s.ex[k] + me.ey * s.ey[k] < p.opposing_cos;
    if (me.in_file && !opposing && keep_in_file(f, me, k, fan)) return;
    const float touch = me.radius + s.radius[k];
    const float d = touch + (opposing ? 0.0F : me.gap0_m);
    const float headway = opposing ? p.headway_opp_s : p.headway_s;
    if (opposing) {
        fan.opposed = true;
        const float turn = touch + p.turn_gap_m;
        fan.turning = fan.turning || d2 < turn * turn;
    }
    const float chord = 1.0F / (d * d);
    const float beside = d + p.lateral_soft_m;
    const float narrowing = 1.0F / (beside - p.lateral_full_m);
    const Float8 along = fan.cx * dx + fan.cy * dy;
    const Float8 aside = magnitude(fan.cx * dy - fan.cy * dx);
    const Float8 body = d * most(all(0.0F), 1.0F - aside * aside * chord);
    const Float8 approach = least(all(0.0F), fan.cx * s.vx[k] + fan.cy * s.vy[k]);
    const Float8 gap = most(all(0.0F), along - body + p.anticipation_s * approach);
    const Float8 weight = least(all(1.0F), (beside - aside) * narrowing);
    const Int8 in_way = (along > 0.0F) & (weight > 0.0F);
    const Float8 bound = gap / (headway * most(weight, all(1e-6F)));
    fan.speed = (in_way & (bound < fan.speed)) ? bound : fan.speed;
}

MUSTER_INLINE void keep_off_wall(const SteeringFrame& f, const Self& me, const WallContact& wall, Fan& fan) {
    const Float8 into = -(wall.nx * fan.cx + wall.ny * fan.cy);
    const float gap = wall.distance > me.radius ? wall.distance - me.radius : 0.0F;
    const Float8 bound = gap / (f.parameters.wall_headway_s * most(into, all(1e-6F)));
    fan.speed = ((into > 1e-3F) & (bound < fan.speed)) ? bound : fan.speed;
}

// True when the person is close enough to a wall to touch it soon.
MUSTER_INLINE bool keep_off_walls(const SteeringFrame& f, const Self& me, Fan& fan, CrowdState& crowd) {
    bool touching = false;
    float nearest = WallIndex::wall_reach_m;
    const float heed = me.radius + me.desired_speed * f.parameters.wall_headway_s;
    for (const std::uint32_t w : f.walls.walls(me.space, me.x, me.y)) {
        const WallContact wall = nearest_on(f.walls.wall(w), me.x, me.y);
        const float closing = -(wall.nx * me.vx + wall.ny * me.vy);
        const float reach = f.parameters.reach_m + me.closing_s * (closing > 0.0F ? closing : 0.0F);
        touching = touching || wall.distance - me.radius < reach;
        if (wall.distance < heed) keep_off_wall(f, me, wall, fan);
        nearest = wall.distance < nearest ? wall.distance : nearest;
    }
    crowd.clear_x[me.id] = me.x;
    crowd.clear_y[me.id] = me.y;
    crowd.clear_m[me.id] = nearest;
    return touching;
}

MUSTER_INLINE std::size_t best_of(const SteeringFrame& f, const Self& me, const Fan& fan) {
    const MotionParameters& p = f.parameters;
    const float v2 = me.vx * me.vx + me.vy * me.vy;
    const float unit = v2 > 1e-6F ? 1.0F / __builtin_sqrtf(v2) : 0.0F;
    const Float8 kept = (fan.cx * me.vx + fan.cy * me.vy) * unit;
    Float8 score = fan.speed * angle_cos - p.angle_cost * magnitude(angle) + p.inertia * fan.speed * kept;
    if (fan.opposed) score = score - p.right_bonus * angle;
    std::size_t best = 0;
    for (std::size_t k = 1; k < SortedCrowd::lanes; ++k)
        if (score[k] > score[best]) best = k;
    return best;
}

MUSTER_INLINE void decide_one(const SteeringFrame& f, std::uint32_t position, CrowdState& crowd) {
    const Self me = who(f, position, crowd);
    Candidates candidates;
    gather(f, me, crowd, candidates);
    Fan fan;
    fan.cx = me.tx * angle_cos - me.ty * angle_sin;
    fan.cy = me.tx * angle_sin + me.ty * angle_cos;
    fan.speed = all(me.desired_speed);
    for (std::size_t n = 0; n < candidates.count; ++n) keep_headway(f, me, candidates.at[n], fan);
    const bool at_wall = keep_off_walls(f, me, fan, crowd);
    const std::size_t best = best_of(f, me, fan);
    crowd.wish_x[me.id] = fan.speed[best] * fan.cx[best];
    crowd.wish_y[me.id] = fan.speed[best] * fan.cy[best];
    crowd.turning[me.id] = fan.turning ? 1 : 0;
    crowd.opposed[me.id] = fan.opposed ? 1 : 0;
    if (candidates.close || at_wall) crowd.needs_body_until[me.id] = f.step + f.decide_every - 1;
}

MUSTER_INLINE void decide_all(const SteeringFrame& f, std::span<const std::uint32_t> positions, CrowdState& crowd) {
    for (const std::uint32_t position : positions) decide_one(f, position, crowd);
}

void decide_baseline(const SteeringFrame& f, std::span<const std::uint32_t> positions, CrowdState& crowd) {
    decide_all(f, positions, crowd);
}

#if defined(__x86_64__)
__attribute__((flatten, target("avx2,bmi,bmi2"))) void decide_avx2(const SteeringFrame& f,
                                                                   std::span<const std::uint32_t> positions,
                                                                   CrowdState& crowd) {
    decide_all(f, positions, crowd);
}
#endif

}  // namespace

InstructionSet best_instruction_set() {
#if defined(__x86_64__)
    if (__builtin_cpu_supports("avx2") && __builtin_cpu_supports("bmi2")) return InstructionSet::avx2;
#endif
    return InstructionSet::baseline;
}

void decide(const SteeringFrame& f, std::span<const std::uint32_t> positions, CrowdState& crowd, InstructionSet set) {
#if defined(__x86_64__)
    if (set == InstructionSet::avx2) return decide_avx2(f, positions, crowd);
#endif
    static_cast<void>(set);
    decide_baseline(f, positions, crowd);
}

}  // namespace muster::physics
