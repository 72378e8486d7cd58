// SPDX-License-Identifier: Apache-2.0
// Simulated time: whole microseconds, so that equal instants are equal on every machine.
#pragma once

#include <cmath>
#include <compare>
#include <cstdint>

namespace muster {

struct Duration {
    std::int64_t us = 0;
    constexpr auto operator<=>(const Duration&) const = default;
    [[nodiscard]] constexpr double seconds() const { return static_cast<double>(us) * 1e-6; }
    /// Nearest microsecond. Pre: |s| < 9e12.
    [[nodiscard]] static Duration from_seconds(double s) { return {std::llround(s * 1e6)}; }
};

struct SimTime {
    std::int64_t us = 0;  // since the start of the run
    constexpr auto operator<=>(const SimTime&) const = default;
    [[nodiscard]] constexpr double seconds() const { return static_cast<double>(us) * 1e-6; }
    [[nodiscard]] static SimTime from_seconds(double s) { return {std::llround(s * 1e6)}; }
};

constexpr Duration operator+(Duration a, Duration b) { return {a.us + b.us}; }
constexpr SimTime operator+(SimTime t, Duration d) { return {t.us + d.us}; }
constexpr SimTime operator-(SimTime t, Duration d) { return {t.us - d.us}; }
constexpr Duration operator-(SimTime a, SimTime b) { return {a.us - b.us}; }

constexpr Duration operator""_ms(unsigned long long ms) { return {static_cast<std::int64_t>(ms) * 1000}; }
constexpr Duration operator""_s(unsigned long long s) { return {static_cast<std::int64_t>(s) * 1'000'000}; }

}  // namespace muster
