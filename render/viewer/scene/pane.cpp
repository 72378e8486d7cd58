// SPDX-License-Identifier: Apache-2.0
#include "render/viewer/scene/pane.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "render/viewer/scene/heat_layer.h"
#include "render/viewer/scene/sprites.h"
#include "sim/analysis/bottlenecks.h"

namespace muster::viewer {

namespace {

constexpr double min_body_px = 3.2;    // half of a body: smaller cannot be seen
constexpr double body_scale = 1.35;    // the picture of a body reaches a little beyond its circle
constexpr double fastest_shown = 2.0;  // m/s at the dark end
constexpr double air_redrawn_s = 2.0;  // of the run, between two drawings of smoke
constexpr double zoom_step = 1.18;     // per notch of the wheel
constexpr double trail_s = 6.0;
// Smoke, Heat, Call point, caMera, Alarm, sIgn, Light, hydrant (W), eXtinguisher, sPrinkler; as in the enumeration.
constexpr std::string_view fixture_letters = "SHCMAILWXP";
constexpr std::size_t numbers_shown = 10;  // as in the report's pictures

struct Sheet {
    Ui& ui;
    ImDrawList& list;
    const PaneView& view;
    const PaneContent& content;

    [[nodiscard]] const Building& building() const { return content.session.world().building; }
    [[nodiscard]] const LayerChoice& layers() const { return content.state.layers; }
};

bool on_level(const Sheet& s, const Opening& o) { return s.building().space(o.from).level == s.content.level; }

void draw_plan(const Sheet& s) {
    PlanRequest request;
    request.world = &s.content.session.world();
    request.level = s.content.level;
    request.area = s.view.seen();
    request.width_px = static_cast<int>(s.view.high.x - s.view.low.x);
    request.height_px = static_cast<int>(s.view.high.y - s.view.low.y);
    request.px_per_point = static_cast<double>(s.ui.unit) / 13.0;
    const LayerChoice& layers = s.layers();
    request.picture.lang = s.ui.lang();
    request.picture.risks = layers.risks;
    request.picture.furniture = layers.furniture;
    request.picture.labels = !layers.labels                  ? picture::LabelDetail::none
                             : s.view.camera.px_per_m > 22.0 ? picture::LabelDetail::rooms_and_widths
                                                             : picture::LabelDetail::rooms;
    std::string look = std::string(text::tag_of(s.ui.lang())) + (layers.risks ? "r" : "") +
                       (layers.furniture ? "f" : "") + std::to_string(static_cast<int>(request.picture.labels)) +
                       std::to_string(s.content.session.generation());
    if (!s.content.moment.air().empty()) {
        request.picture.air = s.content.moment.air();
        look += "a" + std::to_string(std::lround(s.content.state.playback.at_s / air_redrawn_s));
    }
    request.look = std::move(look);
    const PlanImage& image = s.ui.plans->image(s.content.name, request, s.ui.now_s);
    const ImVec2 top_left = s.view.screen({image.area.low.x, image.area.high.y});
    const ImVec2 bottom_right = s.view.screen({image.area.high.x, image.area.low.y});
    s.list.AddImage(image.texture, top_left, bottom_right);
}

void draw_doors(const Sheet& s) {
    const std::vector<OpeningNow> now = openings_at(s.content.session.trace(), s.content.state.playback.at_s);
    const float thick = std::max(2.5F, static_cast<float>(0.14 * s.view.camera.px_per_m));
    for (std::size_t i = 0; i < now.size(); ++i) {
        const Opening& o = s.building().openings[i];
        const bool as_planned = now[i].state == o.state && !now[i].blocked;
        const bool shut = now[i].blocked || now[i].state == DoorState::locked;
        if ((as_planned && !shut) || !on_level(s, o)) continue;
        const ImVec2 a = s.view.screen(o.at.a), b = s.view.screen(o.at.b);
        s.list.AddLine(a, b, shut ? tint(picture::ink::target) : tint(picture::ink::exit), thick);
        if (!shut) continue;
        const ImVec2 middle = 0.5F * (a + b);
        const float r = std::max(5.0F, 0.3F * s.ui.unit);
        for (const float side : {-1.0F, 1.0F})
            s.list.AddLine(middle + ImVec2{-r, -side * r}, middle + ImVec2{r, side * r}, tint(picture::ink::black),
                           2.0F);
    }
}

void draw_fallen(const Sheet& s) {
    for (const QuakeRecord& shock : s.content.session.trace().quakes) {
        if (shock.at_s > s.content.state.playback.at_s) continue;
        for (const LyingItem& item : shock.fallen) {
            const Obstacle& thing = s.building().obstacle(item.item);
            if (s.building().space(thing.space).level != s.content.level) continue;
            std::vector<ImVec2> ring;
            for (const Vec2 p : item.footprint) ring.push_back(s.view.screen(p));
            s.list.AddConvexPolyFilled(ring.data(), static_cast<int>(ring.size()), tint(picture::rgb(0x8a5a2b, 0.75)));
            s.list.AddPolyline(ring.data(), static_cast<int>(ring.size()), tint(picture::ink::black),
                               ImDrawFlags_Closed, 1.5F);
        }
    }
}

void draw_trails(const Sheet& s) {
    const Trace& trace = s.content.session.trace();
    const std::size_t last = s.content.moment.sample(), n = trace.people.size();
    const auto back = static_cast<std::size_t>(trail_s / s.content.session.world().scenario.run.sample_s);
    const std::size_t first = last > back ? last - back : 0;
    std::vector<ImVec2> points;
    for (std::size_t i = 0; i < n; ++i) {
        points.clear();
        for (std::size_t k = first; k <= last; ++k) {
            const TracePoint& p = trace.points[k * n + i];
            if (!p.space.valid() || s.building().space(p.space).level != s.content.level) continue;
            points.push_back(s.view.screen({static_cast<double>(p.x), static_cast<double>(p.y)}));
        }
        const ImU32 colour =
            (colour_of(s.content.moment.people()[i], trace.people[i], s.layers().colouring) & 0xffffffU) | 0x80000000U;
        if (points.size() > 1)
            s.list.AddPolyline(points.data(), static_cast<int>(points.size()), colour, ImDrawFlags_None, 1.5F);
    }
}

void draw_person(const Sheet& s, const PersonNow& p, const PersonInfo& info, bool mine) {
    const double half = std::max(body_scale * static_cast<double>(info.radius_m) * s.view.camera.px_per_m, min_body_px);
    const ImVec2 at = s.view.screen(p.at);
    const auto h = static_cast<float>(half);
    const ImVec2 f{h * static_cast<float>(p.heading.x), -h * static_cast<float>(p.heading.y)};  // forwards
    const ImVec2 r{-f.y, f.x};                                                                  // to the right
    const SpriteBox uv = sprite_of(p.state);
    if (mine) s.list.AddCircle(at, 1.5F * h + 1.0F, tint(picture::ink::black), 0, 2.0F);
    s.list.AddImageQuad(s.ui.sprites, at - f - r, at + f - r, at + f + r, at - f + r, {uv.u0, uv.v0}, {uv.u1, uv.v0},
                        {uv.u1, uv.v1}, {uv.u0, uv.v1}, colour_of(p, info, s.layers().colouring));
}

void draw_people(const Sheet& s) {
    const Trace& trace = s.content.session.trace();
    const auto people = s.content.moment.people();
    const auto* const chosen = std::get_if<PersonId>(&s.content.state.selection);
    for (std::size_t i = 0; i < people.size(); ++i) {
        if (people[i].level != s.content.level) continue;
        const bool mine = (chosen != nullptr && chosen->index() == i) ||
                          (s.content.state.group.valid() && trace.people[i].group == s.content.state.group);
        draw_person(s, people[i], trace.people[i], mine);
    }
}

void outline(const Sheet& s, const Ring& ring) {
    std::vector<ImVec2> points;
    for (const Vec2 p : ring) points.push_back(s.view.screen(p));
    s.list.AddPolyline(points.data(), static_cast<int>(points.size()), tint(picture::ink::accent), ImDrawFlags_Closed,
                       3.0F);
}

void draw_selection(const Sheet& s) {
    if (const auto* id = std::get_if<SpaceId>(&s.content.state.selection)) {
        if (s.building().space(*id).level == s.content.level) outline(s, s.building().space(*id).area.outer);
    } else if (const auto* door = std::get_if<OpeningId>(&s.content.state.selection)) {
        if (on_level(s, s.building().opening(*door))) outline(s, slot_of(s.building().opening(*door)));
    }
}

void draw_fixtures(const Sheet& s) {
    for (const Fixture& f : s.building().fixtures) {
        if (s.building().space(f.space).level != s.content.level) continue;
        const ImVec2 at = s.view.screen(f.at);
        const bool detects = f.kind == FixtureKind::smoke_detector || f.kind == FixtureKind::heat_detector;
        const char letter[2] = {fixture_letters[static_cast<std::size_t>(f.kind)], '\0'};
        const ImVec2 size = ImGui::CalcTextSize(letter);
        s.list.AddCircleFilled(at, 0.5F * s.ui.unit, tint(detects ? picture::rgb(0x7a3fb0) : picture::rgb(0x0b7a3b)));
        s.list.AddText(at - 0.5F * size, tint(picture::ink::paper), letter);
    }
}

void draw_route(const Sheet& s) {
    std::vector<ImVec2> points;
    for (const behaviour::RouteLeg& leg : s.content.book.route(s.content.session, s.content.state.group)) {
        if (s.building().space(leg.space).level != s.content.level) continue;
        points.clear();
        for (const Vec2 p : leg.line) points.push_back(s.view.screen(p));
        const auto n = static_cast<int>(points.size());
        s.list.AddPolyline(points.data(), n, tint(picture::ink::paper), ImDrawFlags_None, 8.0F);
        s.list.AddPolyline(points.data(), n, tint(picture::ink::exit), ImDrawFlags_None, 4.5F);
    }
}

// Numbered as in the report's table.
void draw_numbers(const Sheet& s) {
    const analysis::RunAnalysis* const run = s.content.book.analysis();
    if (run == nullptr) return;
    for (std::size_t i = 0; i < std::min(numbers_shown, run->bottlenecks.size()); ++i) {
        const analysis::Bottleneck& b = run->bottlenecks[i];
        const bool opening = b.opening.valid();
        const SpaceId space = opening ? s.building().opening(b.opening).from : b.space;
        if (!analysis::matters(b) || s.building().space(space).level != s.content.level) continue;
        const ImVec2 at = s.view.screen(opening ? s.building().opening(b.opening).at.middle()
                                                : centroid(s.building().space(b.space).area));
        const std::string number = std::to_string(i + 1);
        const ImVec2 size = ImGui::CalcTextSize(number.c_str());
        // A diamond for a place that kept somebody inside, as on paper.
        const bool held = b.held.persons() > 0;
        const float r = (held ? 0.95F : 0.62F) * s.ui.unit;
        const int corners = held ? 4 : 0;
        s.list.AddCircleFilled(at, r, tint(picture::ink::target), corners);
        s.list.AddCircle(at, r, tint(picture::ink::paper), corners, 2.0F);
        s.list.AddText(at - 0.5F * size, tint(picture::ink::paper), number.c_str());
    }
}

void draw_title(const Sheet& s) {
    const std::string& title = text::in_language(s.building().level(s.content.level).name, s.ui.lang());
    const ImVec2 at = s.view.low + ImVec2{8.0F, 6.0F};
    const ImVec2 size = ImGui::CalcTextSize(title.c_str());
    s.list.AddRectFilled(at - ImVec2{4.0F, 2.0F}, at + size + ImVec2{4.0F, 2.0F}, tint(picture::rgb(0xffffff, 0.85)),
                         3.0F);
    s.list.AddText(at, tint(picture::ink::black), title.c_str());
}

}  // namespace

Camera zoomed(const PaneView& view, ImVec2 pointer, float notches) {
    Camera camera = view.camera;
    const Vec2 under = view.site(pointer);
    camera.px_per_m = std::clamp(camera.px_per_m * std::pow(zoom_step, static_cast<double>(notches)), 0.5, 400.0);
    camera.centre = under + view.camera.px_per_m / camera.px_per_m * (camera.centre - under);
    return camera;
}

Camera dragged(const PaneView& view, ImVec2 by) {
    Camera camera = view.camera;
    camera.centre = camera.centre + 1.0 / camera.px_per_m * Vec2{-static_cast<double>(by.x), static_cast<double>(by.y)};
    return camera;
}

Camera fitting(const Box& area, ImVec2 size) {
    const Vec2 extent = area.high - area.low;
    const double scale = std::min(static_cast<double>(size.x) / std::max(extent.x, 1.0),
                                  static_cast<double>(size.y) / std::max(extent.y, 1.0));
    return {0.5 * (area.low + area.high), std::max(scale, 0.1)};
}

void draw_pane(Ui& ui, ImDrawList& list, const PaneView& view, const PaneContent& content) {
    const Sheet s{ui, list, view, content};
    list.PushClipRect(view.low, view.high, true);
    draw_plan(s);
    draw_doors(s);
    draw_fallen(s);
    if (s.layers().heat) draw_heat(ui, list, view, content);
    if (s.layers().fixtures) draw_fixtures(s);
    if (s.layers().trails && !content.moment.empty()) draw_trails(s);
    if (s.layers().people) draw_people(s);
    if (s.layers().routes && content.state.group.valid()) draw_route(s);
    if (s.layers().numbers) draw_numbers(s);
    draw_selection(s);
    draw_title(s);
    list.PopClipRect();
    list.AddRect(view.low, view.high, tint(picture::ink::pale));
}

Selection pick(const PaneView& view, const PaneContent& content, ImVec2 at) {
    const Building& building = content.session.world().building;
    const Vec2 here = view.site(at);
    const double reach = std::max(0.35, 8.0 / view.camera.px_per_m);
    const auto people = content.moment.people();
    std::optional<PersonId> nearest;
    double best = reach;
    for (std::size_t i = 0; i < people.size(); ++i) {
        const double d = distance(people[i].at, here);
        if (people[i].level != content.level || d >= best) continue;
        best = d;
        nearest = PersonId{i};
    }
    if (nearest) return *nearest;
    for (std::size_t i = 0; i < building.openings.size(); ++i) {
        const Opening& o = building.openings[i];
        if (building.space(o.from).level == content.level && distance_to(o.at, here) < reach) return OpeningId{i};
    }
    const SpaceId space = building.space_at(content.level, here);
    if (space.valid()) return space;
    return {};
}

picture::Colour group_colour(GroupId group) {
    // Okabe and Ito 2008 and Tol 2021 (bright): told apart by colour-blind eyes.
    constexpr std::array<picture::Colour, 12> colours{
        picture::rgb(0x0072b2), picture::rgb(0xd55e00), picture::rgb(0x009e73), picture::rgb(0xcc79a7),
        picture::rgb(0xe69f00), picture::rgb(0x56b4e9), picture::rgb(0xaa3377), picture::rgb(0x228833),
        picture::rgb(0x4477aa), picture::rgb(0xbbbb22), picture::rgb(0x882255), picture::rgb(0x44aa99)};
    return group.valid() ? colours[group.index() % colours.size()] : picture::ink::thin;
}

ImU32 colour_of(const PersonNow& person, const PersonInfo& info, Colouring colouring) {
    switch (colouring) {
        case Colouring::state:
            break;
        case Colouring::group:
            return tint(group_colour(info.group));
        case Colouring::speed:
            return tint(picture::density_colour(1.0 - static_cast<double>(person.speed) / fastest_shown));
        case Colouring::exposure:
            return tint(picture::density_colour(static_cast<double>(person.dose)));
    }
    return tint(picture::person_colour(person.state));
}

std::vector<OpeningNow> openings_at(const Trace& trace, double time_s) {
    std::vector<OpeningNow> now;
    if (trace.world == nullptr) return now;
    for (const Opening& o : trace.world->building.openings) now.push_back({o.state, false});
    const SimTime until = SimTime::from_seconds(time_s);
    for (const TimedEvent& e : trace.events) {
        if (e.time > until) break;
        if (const auto* change = std::get_if<OpeningChanged>(&e.event))
            now[change->opening.index()] = {change->state, change->blocked};
        else if (const auto* jam = std::get_if<DoorJammed>(&e.event))
            now[jam->opening.index()].blocked = true;
    }
    return now;
}

}  // namespace muster::viewer
