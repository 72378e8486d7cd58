// SPDX-License-Identifier: Apache-2.0
// Random numbers by name: a stream is fixed by (seed, purpose, index), so one more person, or one more draw for one
// purpose, never shifts anybody else's. Distributions are ours: the standard library's differ between vendors.
#pragma once

#include <cmath>
#include <cstdint>

namespace muster {

/// One per use; never renumber, only append (the numbers are part of the determinism contract).
enum class Purpose : std::uint32_t {
    placement = 1,
    profile_choice = 2,
    free_speed = 3,
    body_radius = 4,
    pre_movement = 5,
    steering_noise = 6,
    patience = 7,
    door_jam = 8,
    fall = 9,
    shuffle = 10,
    test = 11,
    hazard = 12,
    stair_side = 13,
    exit_choice = 14,
    dose_threshold = 15,
    turning_back = 16,
    ground_motion = 17,
    quake_damage = 18,
    aftershock = 19,
    trained = 20,
    bootstrap = 21,
};

constexpr std::uint64_t mix64(std::uint64_t z) {  // the finaliser of SplitMix64 (Steele, Lea, Flood 2014)
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9ULL;
    z = (z ^ (z >> 27)) * 0x94d049bb133111ebULL;
    return z ^ (z >> 31);
}

class RandomStream {
public:
    constexpr RandomStream(std::uint64_t seed, Purpose purpose, std::uint64_t index)
        : state_(mix64(mix64(mix64(seed + golden) ^ static_cast<std::uint64_t>(purpose)) + golden * (index + 1))) {}

    constexpr std::uint64_t next() { return mix64(state_ += golden); }
    /// Uniform in [0, 1).
    constexpr double uniform() { return static_cast<double>(next() >> 11) * 0x1.0p-53; }
    constexpr double uniform(double low, double high) { return low + (high - low) * uniform(); }
    /// Uniform integer in [0, n). Pre: n > 0.
    constexpr std::uint64_t below(std::uint64_t n) { return next() % n; }  // bias < n / 2^64
    /// Standard normal (Box-Muller, one of the pair, so that each call costs exactly two draws).
    double normal() {
        const double u = 1.0 - uniform();
        return std::sqrt(-2.0 * std::log(u)) * std::cos(6.283185307179586 * uniform());
    }

private:
    static constexpr std::uint64_t golden = 0x9e3779b97f4a7c15ULL;
    std::uint64_t state_;
};

}  // namespace muster
