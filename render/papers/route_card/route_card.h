// SPDX-License-Identifier: Apache-2.0
// The card of a class's way out: one A4 page to hang in the classroom, legible in black and white.
#pragma once

#include <string>
#include <vector>

#include "render/text/language.h"
#include "sim/behaviour/route_line.h"

namespace muster::papers {

struct RouteCard {
    GroupId group;
    std::vector<behaviour::RouteLeg> way;  // of that group; empty when there is none
};

/// One self-contained HTML page, one sheet of A4 per card.
[[nodiscard]] std::string route_cards_html(const World& world, const std::vector<RouteCard>& cards, text::Lang lang);

}  // namespace muster::papers
