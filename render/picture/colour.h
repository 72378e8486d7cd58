// SPDX-License-Identifier: Apache-2.0
// Colours of plans and charts. Every meaning carried by a colour is carried by a letter, a line or a hatch as well, so
// that a black-and-white print says the same.
#pragma once

#include <cstdint>
#include <string>

#include "sim/model/building.h"
#include "sim/record/observer.h"

namespace muster::picture {

struct Colour {
    double r = 0.0, g = 0.0, b = 0.0, a = 1.0;  // 0..1
};

/// 0xRRGGBB
[[nodiscard]] constexpr Colour rgb(std::uint32_t hex, double alpha = 1.0) {
    return {((hex >> 16U) & 255U) / 255.0, ((hex >> 8U) & 255U) / 255.0, (hex & 255U) / 255.0, alpha};
}

namespace ink {
inline constexpr Colour black = rgb(0x1b1f24), wall = rgb(0x343a42), thin = rgb(0x6b7480), pale = rgb(0xb9c0c8),
                        paper = rgb(0xffffff), furniture = rgb(0xd9dde1), exit = rgb(0x0b7a3b), target = rgb(0xb3261e),
                        accent = rgb(0x1f5fa8);
}

/// "#rrggbb"
[[nodiscard]] std::string web_colour(Colour colour);
[[nodiscard]] Colour fill_of(const Space& space);
/// Level 1..4: red, orange, yellow, blue.
[[nodiscard]] Colour risk_colour(int level);
/// 'R', 'O', 'Y', 'B'.
[[nodiscard]] char risk_letter(int level);
[[nodiscard]] Colour person_colour(PersonState state);
/// Sequential and colour-blind safe, ever darker: pale yellow, green, blue, near-black violet. `share` in [0, 1].
[[nodiscard]] Colour density_colour(double share);

}  // namespace muster::picture
