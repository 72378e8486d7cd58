// SPDX-License-Identifier: Apache-2.0
// The drawing board itself: the plan as it is being edited, the pointer's strokes, what a tool would do.
#include <algorithm>
#include <cmath>

#include "render/text/names.h"
#include "render/viewer/edit/measures.h"
#include "render/viewer/panels/edit_panels.h"
#include "render/viewer/scene/pane.h"

namespace muster::viewer {

namespace {

constexpr double reach_px = 9.0;

struct Board {
    Ui& ui;
    ImDrawList& list;
    const PaneView& view;
    const EditDesk& desk;
    LevelId level;

    [[nodiscard]] const Building& building() const { return desk.edit.building(); }
    [[nodiscard]] std::vector<ImVec2> screen(const Ring& ring) const {
        std::vector<ImVec2> out;
        for (const Vec2 p : ring) out.push_back(view.screen(p));
        return out;
    }
    void outline(const Ring& ring, ImU32 colour, float width) const {
        const auto points = screen(ring);
        list.AddPolyline(points.data(), static_cast<int>(points.size()), colour, ImDrawFlags_Closed, width);
    }
    void words(ImVec2 at, const std::string& text, ImU32 colour) const {
        const ImVec2 size = ImGui::CalcTextSize(text.c_str());
        list.AddRectFilled(at - 0.5F * size - ImVec2{2.0F, 0.0F}, at + 0.5F * size + ImVec2{2.0F, 0.0F},
                           tint(picture::rgb(0xffffff, 0.8)));
        list.AddText(at - 0.5F * size, colour, text.c_str());
    }
};

void draw_grid(const Board& b) {
    const double step = b.view.camera.px_per_m > 40.0 ? 0.5 : b.view.camera.px_per_m > 8.0 ? 1.0 : 5.0;
    const Box seen = b.view.seen();
    const ImU32 colour = tint(picture::rgb(0xe9ecef));
    for (double x = std::ceil(seen.low.x / step) * step; x < seen.high.x; x += step)
        b.list.AddLine(b.view.screen({x, seen.low.y}), b.view.screen({x, seen.high.y}), colour);
    for (double y = std::ceil(seen.low.y / step) * step; y < seen.high.y; y += step)
        b.list.AddLine(b.view.screen({seen.low.x, y}), b.view.screen({seen.high.x, y}), colour);
}

void draw_underlay(const Board& b) {
    if (!b.desk.underlay || b.desk.underlay->level != b.level) return;
    const Underlay& map = *b.desk.underlay;
    const ImTextureID texture = b.ui.textures->load(map.picture);
    if (texture == nullptr) return;
    const auto corner = [&](double x, double y) { return b.view.screen(map.transform.metres({x, y})); };
    const ImU32 faint = ImGui::ColorConvertFloat4ToU32({1.0F, 1.0F, 1.0F, static_cast<float>(map.opacity)});
    b.list.AddImageQuad(texture, corner(0.0, 0.0), corner(map.size_px.x, 0.0), corner(map.size_px.x, map.size_px.y),
                        corner(0.0, map.size_px.y), {0, 0}, {1, 0}, {1, 1}, {0, 1}, faint);
}

// From foot to head: the way up.
void draw_way_up(const Board& b, const Flight& flight) {
    if (!flight.foot.valid() || !flight.head.valid()) return;
    const ImVec2 foot = b.view.screen(b.building().opening(flight.foot).at.middle());
    const ImVec2 head = b.view.screen(b.building().opening(flight.head).at.middle());
    const ImVec2 run = head - foot;
    const float length = std::hypot(run.x, run.y);
    if (length < 12.0F) return;
    const ImVec2 along = (1.0F / length) * run, side{-along.y, along.x};
    const ImVec2 tip = foot + 0.92F * run, back = tip - 8.0F * along;
    b.list.AddLine(foot + 0.1F * run, back, tint(picture::ink::wall), 1.5F);
    b.list.AddTriangleFilled(tip, back + 4.0F * side, back - 4.0F * side, tint(picture::ink::wall));
}

void draw_space(const Board& b, const Space& space) {
    picture::Colour fill = picture::fill_of(space);
    fill.a = b.desk.underlay ? 0.35 : 0.9;
    // Dear ImGui fills convex shapes only; grounds with a building in them stay white.
    const auto points = b.screen(space.area.outer);
    if (points.size() == 4 && space.area.holes.empty()) b.list.AddConvexPolyFilled(points.data(), 4, tint(fill));
    b.outline(space.area.outer, tint(picture::ink::wall), 2.0F);
    for (const Ring& hole : space.area.holes) b.outline(hole, tint(picture::ink::wall), 2.0F);
    if (space.flight) draw_way_up(b, *space.flight);
    const std::string& name = text::in_language(space.name, b.ui.lang());
    b.list.AddText(b.view.screen(inner_point(space.area)) - 0.5F * ImGui::CalcTextSize(name.c_str()),
                   tint(picture::ink::thin), name.c_str());
}

void draw_contents(const Board& b) {
    const Building& building = b.building();
    for (const Obstacle& o : building.obstacles)
        if (building.space(o.space).level == b.level) b.outline(o.outline, tint(picture::ink::thin), 1.0F);
    for (const AssemblyArea& area : building.assembly_areas)
        if (building.space(area.space).level == b.level) b.outline(area.outline, tint(picture::ink::exit), 2.0F);
    for (const AssemblySpot& spot : building.spots)
        if (building.space(spot.space).level == b.level)
            b.list.AddCircle(b.view.screen(spot.at), static_cast<float>(spot.radius_m * b.view.camera.px_per_m),
                             tint(picture::ink::exit));
    for (const Fixture& f : building.fixtures)
        if (building.space(f.space).level == b.level)
            b.list.AddCircleFilled(b.view.screen(f.at), 4.0F, tint(picture::ink::accent));
}

void draw_openings(const Board& b) {
    const Building& building = b.building();
    for (const Opening& o : building.openings) {
        if (building.space(o.from).level != b.level) continue;
        const bool outside = !o.to.valid() || building.space(o.to).outdoor != building.space(o.from).outdoor;
        const ImU32 colour = tint(outside ? picture::ink::exit : picture::rgb(0xd08000));
        b.list.AddLine(b.view.screen(o.at.a), b.view.screen(o.at.b), colour, 5.0F);
        if (b.view.camera.px_per_m > 14.0)
            b.words(b.view.screen(o.at.middle()), text::fixed_text(o.clear_width_m, 2), colour);
    }
}

void draw_selection(const Board& b) {
    for (const ObjectRef object : b.desk.edit.selection()) {
        if (level_of(b.building(), object) != b.level) continue;
        if (const Ring* ring = ring_of(b.building(), object)) b.outline(*ring, tint(picture::ink::accent), 3.0F);
        if (object.kind == ObjectKind::opening) {
            const Segment& at = b.building().openings[object.index].at;
            b.list.AddLine(b.view.screen(at.a), b.view.screen(at.b), tint(picture::ink::accent), 7.0F);
        }
        for (const MeasuredLine& line : lengths_of(b.building(), object))
            b.words(b.view.screen(line.line.middle()), text::number_text(line.length_m, 2) + " m",
                    tint(picture::ink::accent));
    }
}

void draw_preview(const Board& b) {
    const Preview preview = b.desk.tools.preview();
    const ImU32 colour = tint(preview.refusal.empty() ? picture::ink::accent : picture::ink::target);
    for (const Ring& ring : preview.rings) b.outline(ring, colour, 2.0F);
    for (const Segment& line : preview.lines)
        b.list.AddLine(b.view.screen(line.a), b.view.screen(line.b), colour, 2.5F);
    for (const Segment& line : preview.guides)
        b.list.AddLine(b.view.screen(line.a), b.view.screen(line.b), tint(picture::rgb(0xd55e00, 0.7)), 1.0F);
    for (const Vec2 handle : preview.handles) {
        const ImVec2 at = b.view.screen(handle);
        b.list.AddRectFilled(at - ImVec2{4, 4}, at + ImVec2{4, 4}, tint(picture::ink::paper));
        b.list.AddRect(at - ImVec2{4, 4}, at + ImVec2{4, 4}, tint(picture::ink::accent), 0.0F, 0, 1.5F);
    }
    for (const Preview::Label& label : preview.labels)
        b.words(b.view.screen(label.at), text::number_text(label.value, 2) + (label.is_area ? " m²" : " m"), colour);
    if (preview.cursor) b.list.AddCircle(b.view.screen(*preview.cursor), 5.0F, colour, 0, 1.5F);
}

void draw_findings(const Board& b) {
    for (const PlanFinding& finding : b.desk.findings()) {
        if (finding.level != b.level) continue;
        const ImVec2 at = b.view.screen(finding.at);
        const bool error = finding.finding.severity == Severity::error;
        b.list.AddTriangleFilled(at + ImVec2{0, -10}, at + ImVec2{9, 6}, at + ImVec2{-9, 6},
                                 tint(error ? picture::ink::target : picture::rgb(0xe69f00)));
        b.list.AddText(at + ImVec2{-2.5F, -8.0F}, tint(picture::ink::paper), "!");
    }
}

void move_camera(const PaneView& view, Wishes& wishes) {
    if (!ImGui::IsItemHovered()) return;
    const ImGuiIO& io = ImGui::GetIO();
    if (io.MouseWheel != 0.0F) wishes.emplace_back(wish::SetCamera{zoomed(view, io.MousePos, io.MouseWheel)});
    for (const ImGuiMouseButton button : {ImGuiMouseButton_Middle, ImGuiMouseButton_Right})
        if (ImGui::IsMouseDragging(button, 2.0F)) wishes.emplace_back(wish::SetCamera{dragged(view, io.MouseDelta)});
}

void read_pointer(const PaneView& view, LevelId level, const EditDesk& desk, Wishes& wishes) {
    const ImGuiIO& io = ImGui::GetIO();
    const Pointer at{view.site(io.MousePos), level, io.KeyShift, io.KeyAlt};
    const auto stroke = [&](wish::Stroke s) { wishes.emplace_back(wish::EditPointer{s, at}); };
    ToolSettings settings = desk.tools.settings;
    settings.snap.reach_m = reach_px / view.camera.px_per_m;
    wishes.emplace_back(wish::EditSettings{settings});
    const bool moved = io.MouseDelta.x != 0.0F || io.MouseDelta.y != 0.0F;
    if (ImGui::IsItemActivated())
        stroke(wish::Stroke::press);
    else if (ImGui::IsItemActive() && moved)
        stroke(wish::Stroke::drag);
    else if (ImGui::IsItemDeactivated())
        stroke(wish::Stroke::release);
    else if (ImGui::IsItemHovered() && moved)
        stroke(wish::Stroke::hover);
    if (ImGui::IsItemHovered() && ImGui::IsMouseDoubleClicked(ImGuiMouseButton_Left))
        stroke(wish::Stroke::double_click);
}

}  // namespace

void draw_edit_board(Ui& ui, const ViewerState& state, Wishes& wishes) {
    const EditDesk& desk = *state.desk;
    const Building& building = desk.edit.building();
    const LevelId level{std::min(state.level.index(), building.levels.size() - 1)};
    PaneView view;
    view.low = ImGui::GetCursorScreenPos();
    view.high = view.low + ImGui::GetContentRegionAvail();
    if (view.high.x - view.low.x < 20.0F || view.high.y - view.low.y < 20.0F) return;
    view.camera = state.camera.px_per_m > 0.0
                      ? state.camera
                      : fitting(picture::level_bounds(building, level, 3.0), view.high - view.low);
    ImGui::InvisibleButton("board", view.high - view.low,
                           ImGuiButtonFlags_MouseButtonLeft | ImGuiButtonFlags_MouseButtonMiddle);
    ui.mark("pane0");
    ui.spots["pane0.low"] = view.low;
    ui.spots["pane0.high"] = view.high;
    ui.cameras["pane0"] = view.camera;
    move_camera(view, wishes);
    read_pointer(view, level, desk, wishes);
    const Board board{ui, *ImGui::GetWindowDrawList(), view, desk, level};
    board.list.PushClipRect(view.low, view.high, true);
    board.list.AddRectFilled(view.low, view.high, tint(picture::ink::paper));
    draw_grid(board);
    draw_underlay(board);
    for (const bool outdoor : {true, false})
        for (const Space& space : building.spaces)
            if (space.level == level && space.outdoor == outdoor) draw_space(board, space);
    draw_contents(board);
    draw_openings(board);
    draw_selection(board);
    draw_findings(board);
    draw_preview(board);
    board.list.PopClipRect();
}

}  // namespace muster::viewer
