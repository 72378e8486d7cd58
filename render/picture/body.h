// SPDX-License-Identifier: Apache-2.0
// A person seen from above: shoulders across the way they face, a head before them; state by colour and by shape, so
// that it shows without colours too. The replay page draws the same (render/replay/page/people.js).
#pragma once

#include "render/picture/canvas.h"
#include "sim/record/observer.h"

namespace muster::picture {

struct Body {
    Vec2 at;               // on the page
    double radius = 3.0;   // half the width of the shoulders, in points
    double heading = 0.0;  // radians counter-clockwise from the right, as seen
    PersonState state = PersonState::walking;
    bool teacher = false;  // ringed
};

void draw_body(Canvas& canvas, const Body& body);

}  // namespace muster::picture
