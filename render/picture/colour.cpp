// SPDX-License-Identifier: Apache-2.0
#include "render/picture/colour.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <cmath>
#include <cstdio>

namespace muster::picture {

std::string web_colour(Colour c) {
    const auto byte = [](double v) { return static_cast<unsigned>(std::lround(255.0 * v)); };
    char text[8];
    std::snprintf(text, sizeof text, "#%02x%02x%02x", byte(c.r) & 255U, byte(c.g) & 255U, byte(c.b) & 255U);
    return text;
}

Colour fill_of(const Space& space) {
    if (space.outdoor) return rgb(0xf1f5ec);
    switch (space.use) {
        case SpaceUse::classroom:
        case SpaceUse::nursery:
        case SpaceUse::laboratory:
        case SpaceUse::library:
        case SpaceUse::dormitory:
            return rgb(0xfaf7f0);
        case SpaceUse::corridor:
        case SpaceUse::gallery:
        case SpaceUse::lobby:
        case SpaceUse::hall:
            return rgb(0xffffff);
        case SpaceUse::stair_flight:
        case SpaceUse::stair_landing:
            return rgb(0xf0f3f7);
        case SpaceUse::canteen:
            return rgb(0xfdf5e8);
        case SpaceUse::office:
            return rgb(0xf3f5f1);
        case SpaceUse::toilet:
        case SpaceUse::storage:
        case SpaceUse::kitchen:
        case SpaceUse::switch_room:
        case SpaceUse::gas_store:
        case SpaceUse::chemical_store:
        case SpaceUse::boiler_room:
            return rgb(0xeceef0);
        case SpaceUse::grounds:
            return rgb(0xf1f5ec);
        case SpaceUse::other:
            return rgb(0xf7f7f7);
    }
    return ink::paper;
}

Colour risk_colour(int level) {
    constexpr std::array<Colour, 4> colours{rgb(0xd7263d), rgb(0xf28c28), rgb(0xf2cf1d), rgb(0x2f6fde)};
    assert(level >= 1 && level <= 4 && "risk levels run from 1 to 4");
    return colours[static_cast<std::size_t>(level - 1)];
}

char risk_letter(int level) {
    assert(level >= 1 && level <= 4 && "risk levels run from 1 to 4");
    return "ROYB"[level - 1];
}

Colour person_colour(PersonState state) {
    switch (state) {
        case PersonState::waiting:
            return rgb(0x8a939e);
        case PersonState::sheltering:
            return rgb(0xcc79a7);
        case PersonState::walking:
            return rgb(0x0072b2);
        case PersonState::fallen:
            return rgb(0xf0c000);
        case PersonState::assembled:
            return rgb(0x0b7a3b);
        case PersonState::arrived:
            return rgb(0x56b4e9);
        case PersonState::gone:
            return rgb(0xffffff, 0.0);
        case PersonState::stranded:
            return rgb(0xd55e00);
        case PersonState::incapacitated:
            return rgb(0x4a0d0d);
    }
    return ink::black;
}

Colour density_colour(double share) {
    // Viridis reversed, with a paler start, so that it ends on white paper. Source: van der Walt and Smith 2015 (CC0).
    constexpr std::array<Colour, 7> stops{rgb(0xfdf6b2), rgb(0xc2df23), rgb(0x51c56a), rgb(0x1e9b8a),
                                          rgb(0x2b748e), rgb(0x3e4a89), rgb(0x2a0a3c)};
    const double at = std::clamp(share, 0.0, 1.0) * (stops.size() - 1);
    const auto i = std::min(static_cast<std::size_t>(at), stops.size() - 2);
    const double t = at - static_cast<double>(i);
    const Colour &p = stops[i], &q = stops[i + 1];
    return {p.r + t * (q.r - p.r), p.g + t * (q.g - p.g), p.b + t * (q.b - p.b), 1.0};
}

}  // namespace muster::picture
