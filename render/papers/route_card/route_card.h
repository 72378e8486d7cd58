// SPDX-License-Identifier: Apache-2.0
// The card of a class's way out: one A4 page to hang in the classroom, legible in black and white.
#pragma once

#include <vector>

#include "render/document/document.h"
#include "sim/behaviour/route_line.h"

namespace muster::papers {

struct RouteCard {
    GroupId group;
    std::vector<behaviour::RouteLeg> way;  // of that group; empty when there is none
};

/// One sheet of A4 per card.
[[nodiscard]] document::Document route_cards(const World& world, const std::vector<RouteCard>& cards, text::Lang lang);

}  // namespace muster::papers
