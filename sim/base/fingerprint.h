// SPDX-License-Identifier: Apache-2.0
// A 64-bit hash of a run by ingredient, so that a changed golden says what changed. Not cryptographic.
#pragma once

#include <array>
#include <bit>
#include <cstdint>
#include <string>

#include "sim/base/random.h"

namespace muster {

class Fingerprint {
public:
    enum Ingredient : std::size_t { events, positions, crossings, ingredient_count };

    void add(Ingredient what, std::uint64_t value) { hash_[what] = mix64(hash_[what] * 31 + value + 1); }
    void add(Ingredient what, double value) { add(what, std::bit_cast<std::uint64_t>(value)); }

    /// One that was stored ingredient by ingredient.
    [[nodiscard]] static Fingerprint restored(const std::array<std::uint64_t, ingredient_count>& hash) {
        Fingerprint stored;
        stored.hash_ = hash;
        return stored;
    }
    [[nodiscard]] std::uint64_t of(Ingredient what) const { return hash_[what]; }
    [[nodiscard]] std::uint64_t total() const { return mix64(mix64(mix64(hash_[0]) ^ hash_[1]) ^ hash_[2]); }
    /// 16 hexadecimal digits of total().
    [[nodiscard]] std::string text() const;

private:
    std::array<std::uint64_t, ingredient_count> hash_{};
};

}  // namespace muster
