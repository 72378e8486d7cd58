// SPDX-License-Identifier: Apache-2.0
// One storey in a rectangle of the window: plan, doors as they are now, people, marks.
#pragma once

#include "render/viewer/panels/ui.h"

namespace muster::viewer {

/// Metres of the site to pixels of the window, and back.
struct PaneView {
    ImVec2 low, high;  // corners on the screen
    Camera camera;     // px_per_m > 0

    [[nodiscard]] ImVec2 screen(Vec2 site) const {
        const ImVec2 middle = 0.5F * (low + high);
        return {middle.x + static_cast<float>(camera.px_per_m * (site.x - camera.centre.x)),
                middle.y - static_cast<float>(camera.px_per_m * (site.y - camera.centre.y))};
    }
    [[nodiscard]] Vec2 site(ImVec2 p) const {
        const ImVec2 d = p - 0.5F * (low + high);
        return {camera.centre.x + static_cast<double>(d.x) / camera.px_per_m,
                camera.centre.y - static_cast<double>(d.y) / camera.px_per_m};
    }
    [[nodiscard]] Box seen() const { return {site({low.x, high.y}), site({high.x, low.y})}; }
    [[nodiscard]] bool holds(ImVec2 p) const { return p.x >= low.x && p.x <= high.x && p.y >= low.y && p.y <= high.y; }
};

/// Turned by so many notches of the wheel; what lies under `pointer` stays there.
[[nodiscard]] Camera zoomed(const PaneView& view, ImVec2 pointer, float notches);
/// The plan dragged by so many pixels.
[[nodiscard]] Camera dragged(const PaneView& view, ImVec2 by);
/// The camera that shows `area` whole in a rectangle of that size.
[[nodiscard]] Camera fitting(const Box& area, ImVec2 size);

struct PaneContent {
    const ViewerState& state;
    const Session& session;
    const CrowdNow& moment;
    const SessionBook& book;
    LevelId level;
    std::string name;  // of the pane, for its picture
};

void draw_pane(Ui& ui, ImDrawList& list, const PaneView& view, const PaneContent& content);

/// What lies under a point of the pane: a person, else an opening, else the space.
[[nodiscard]] Selection pick(const PaneView& view, const PaneContent& content, ImVec2 at);

/// The colour of a person as the layers say.
[[nodiscard]] ImU32 colour_of(const PersonNow& person, const PersonInfo& info, Colouring colouring);
[[nodiscard]] picture::Colour group_colour(GroupId group);

/// Each opening as it is at `time_s`; those that never changed as the plan has them.
struct OpeningNow {
    DoorState state;
    bool blocked = false;
};
[[nodiscard]] std::vector<OpeningNow> openings_at(const Trace& trace, double time_s);

}  // namespace muster::viewer
