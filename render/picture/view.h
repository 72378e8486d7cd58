// SPDX-License-Identifier: Apache-2.0
// Metres of the site to points of the page, and back.
#pragma once

#include "render/picture/canvas.h"

namespace muster::picture {

class View {
public:
    /// Fits `area` into the page's width, its upper edge at `top`; never higher than `max_height` points.
    View(const Box& area, double top, double max_height, double width = page_width);
    /// Fits `area` into the middle of a part of the page.
    View(const Box& area, const Box& part);

    [[nodiscard]] Vec2 page(Vec2 site) const {
        return {left_ + scale_ * (site.x - area_.low.x), top_ + scale_ * (area_.high.y - site.y)};
    }
    [[nodiscard]] Ring page(const Ring& site) const;
    [[nodiscard]] std::vector<Ring> page(const Polygon& site) const;
    [[nodiscard]] double page(double metres) const { return scale_ * metres; }
    [[nodiscard]] double height() const { return scale_ * (area_.high.y - area_.low.y); }
    [[nodiscard]] double bottom() const { return top_ + height(); }
    [[nodiscard]] Ring frame() const;  // the area on the page
    [[nodiscard]] bool shows(Vec2 site) const;

private:
    Box area_;
    double top_, scale_, left_;
};

}  // namespace muster::picture
