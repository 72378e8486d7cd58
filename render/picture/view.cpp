// SPDX-License-Identifier: Apache-2.0
#include "render/picture/view.h"

#include <algorithm>

namespace muster::picture {

View::View(const Box& area, double top, double max_height, double width) : area_(area), top_(top) {
    const Vec2 size = area.high - area.low;
    scale_ = std::min(width / std::max(size.x, 0.1), max_height / std::max(size.y, 0.1));
    left_ = 0.5 * (width - scale_ * size.x);
}

View::View(const Box& area, const Box& part) : area_(area) {
    const Vec2 size = area.high - area.low, room = part.high - part.low;
    scale_ = std::min(room.x / std::max(size.x, 0.1), room.y / std::max(size.y, 0.1));
    left_ = part.low.x + 0.5 * (room.x - scale_ * size.x);
    top_ = part.low.y + 0.5 * (room.y - scale_ * size.y);
}

Ring View::page(const Ring& site) const {
    Ring on_page;
    on_page.reserve(site.size());
    for (const Vec2 p : site) on_page.push_back(page(p));
    return on_page;
}

std::vector<Ring> View::page(const Polygon& site) const {
    std::vector<Ring> rings{page(site.outer)};
    for (const Ring& hole : site.holes) rings.push_back(page(hole));
    return rings;
}

Ring View::frame() const {
    const Vec2 low = page(area_.low), high = page(area_.high);
    return {low, {high.x, low.y}, high, {low.x, high.y}};
}

bool View::shows(Vec2 p) const {
    return p.x >= area_.low.x && p.x <= area_.high.x && p.y >= area_.low.y && p.y <= area_.high.y;
}

}  // namespace muster::picture
