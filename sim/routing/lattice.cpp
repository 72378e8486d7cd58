// SPDX-License-Identifier: Apache-2.0
#include "sim/routing/lattice.h"

namespace muster::routing {

namespace {

struct Patch {  // the cells a ring may cover
    int left = 0, right = -1, bottom = 0, top = -1;
};

Patch patch_of(const Lattice& on, const Ring& ring) {
    const Box box = bounds(ring);
    const auto clamp = [](double v, int n) { return static_cast<int>(std::clamp(v, 0.0, n - 1.0)); };
    return {clamp(std::floor((box.low.x - on.origin.x) / on.cell_m), on.columns),
            clamp(std::ceil((box.high.x - on.origin.x) / on.cell_m), on.columns),
            clamp(std::floor((box.low.y - on.origin.y) / on.cell_m), on.rows),
            clamp(std::ceil((box.high.y - on.origin.y) / on.cell_m), on.rows)};
}

}  // namespace

Turn along_walls(const Ring& outer) {
    constexpr double quarter = 1.5707963267948966, least = 1.7e-5;
    Vec2 longest;
    for (std::size_t i = 0, n = outer.size(), j = n - 1; i < n; j = i++)
        if (distance(outer[j], outer[i]) > length(longest)) longest = outer[i] - outer[j];
    const double angle = std::remainder(std::atan2(longest.y, longest.x), quarter);
    return std::abs(angle) < least ? Turn{} : Turn{{std::cos(angle), std::sin(angle)}};
}

Ring to_grid(const Turn& turn, Ring ring) {
    for (Vec2& p : ring) p = turn.to_grid(p);
    return ring;
}

// Each crossing flips the parity from the next cell centre on; one running sum per row then tells inside from outside.
void fill(const Lattice& on, const std::vector<const Ring*>& rings, std::uint8_t value,
          std::vector<std::uint8_t>& mask) {
    if (rings.empty() || rings.front()->size() < 3) return;
    const Patch patch = patch_of(on, *rings.front());
    const int width = patch.right - patch.left + 1;
    std::vector<std::uint8_t> flips(static_cast<std::size_t>(width) *
                                    static_cast<std::size_t>(patch.top - patch.bottom + 1));
    for (const Ring* ring : rings) {
        for_crossings<&Vec2::x, &Vec2::y>(on, *ring, [&](int row, double x) {
            const int column = on.line_after(x - on.origin.x) - patch.left;
            if (row < patch.bottom || row > patch.top || column >= width) return;
            flips[static_cast<std::size_t>((row - patch.bottom) * width + std::max(column, 0))] ^= 1U;
        });
    }
    for (int row = patch.bottom; row <= patch.top; ++row) {
        unsigned inside = 0;
        for (int column = patch.left; column <= patch.right; ++column) {
            inside ^= flips[static_cast<std::size_t>((row - patch.bottom) * width + column - patch.left)];
            if (inside != 0) mask[static_cast<std::size_t>(on.index(column, row))] = value;
        }
    }
}

}  // namespace muster::routing
