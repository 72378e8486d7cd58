// SPDX-License-Identifier: Apache-2.0
// Names of rooms and who starts there; numbered bottlenecks.
#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>
#include <optional>

#include "render/picture/level_layers.h"
#include "render/text/catalogue.h"

namespace muster::picture {

Vec2 label_place(const Space& space) {
    const Vec2 middle = centroid(space.area);
    return contains(space.area, middle) ? middle : inner_point(space.area);
}

namespace {

struct Fit {
    double size = 0.0;
    double turn_degrees = 0.0;
};

// The largest type size at which `text` fits into the box, upright or turned; nothing when the smallest does not.
std::optional<Fit> fit(Canvas& canvas, const std::string& text, Vec2 room) {
    for (double size = 10.0; size >= 6.5; size -= 0.5) {
        const TextSize t = canvas.measure(text, {.size = size, .bold = true});
        if (t.width < 0.94 * room.x && 0.8 * t.height < room.y) return Fit{size, 0.0};
    }
    for (double size = 9.0; size >= 6.0; size -= 0.5) {
        const TextSize t = canvas.measure(text, {.size = size, .bold = true});
        if (t.width < 0.94 * room.y && 0.8 * t.height < room.x) return Fit{size, 90.0};
    }
    return std::nullopt;
}

std::string group_line(const LevelSheet& s, SpaceId id) {
    const std::vector<Group>& groups = s.world.scenario.population.groups;
    const Group* only = nullptr;
    std::size_t persons = 0;
    for (const Group& g : groups) {
        if (g.space != id) continue;
        only = persons == 0 ? &g : nullptr;
        persons += static_cast<std::size_t>(g.count) + g.teachers.size();
    }
    if (persons == 0) return {};
    const text::Catalogue catalogue(s.picture.lang);
    if (only == nullptr) return catalogue.text("plan.persons", {{"count", std::to_string(persons)}});
    return catalogue.text(
        "plan.group", {{"name", text::in_language(only->name, s.picture.lang)}, {"count", std::to_string(persons)}});
}

void draw_label(const LevelSheet& s, std::size_t index) {
    const Space& space = s.world.building.spaces[index];
    const Box box = bounds(space.area.outer);
    const Vec2 room{s.view.page(box.high.x - box.low.x), s.view.page(box.high.y - box.low.y)};
    const std::string& name = text::in_language(space.name, s.picture.lang);
    const auto name_fit = fit(s.canvas, name, room);
    if (!name_fit) return;
    const std::string people = group_line(s, SpaceId{index});
    const TextStyle small{.size = 7.0, .colour = ink::black, .align = Align::middle, .halo = 1.4};
    const Vec2 at = s.view.page(label_place(space));
    const bool two_lines = !people.empty() && name_fit->turn_degrees == 0.0 && room.y > 26.0 &&
                           s.canvas.measure(people, small).width < room.x;
    s.canvas.text(at - (two_lines ? Vec2{0.0, 5.5} : Vec2{}), name,
                  {.size = name_fit->size,
                   .bold = true,
                   .align = Align::middle,
                   .halo = 1.6,
                   .turn_degrees = name_fit->turn_degrees});
    if (two_lines) s.canvas.text(at + Vec2{0.0, 6.0}, people, small);
}

bool is_labelled(const Space& space) {
    return space.use != SpaceUse::stair_flight && space.use != SpaceUse::stair_landing;
}

constexpr double mark_radius = 9.0;

// A free place for a mark near `wanted`: there, or on rings round it.
Vec2 free_place(Vec2 wanted, const std::vector<Vec2>& taken, const Ring& frame) {
    const Box box = bounds(frame);
    const auto is_free = [&](Vec2 p) {
        const bool inside = p.x > box.low.x + mark_radius && p.x < box.high.x - mark_radius &&
                            p.y > box.low.y + mark_radius && p.y < box.high.y - mark_radius;
        return inside && std::none_of(taken.begin(), taken.end(),
                                      [&](Vec2 q) { return distance(p, q) < 2.0 * mark_radius + 2.0; });
    };
    if (is_free(wanted)) return wanted;
    for (const double reach : {20.0, 30.0, 42.0, 56.0})
        for (int i = 0; i < 12; ++i) {
            const double angle = i * std::numbers::pi / 6.0 - 0.5 * std::numbers::pi;
            const Vec2 p = wanted + reach * Vec2{std::cos(angle), std::sin(angle)};
            if (is_free(p)) return p;
        }
    return wanted;
}

}  // namespace

void draw_labels(const LevelSheet& s) {
    if (s.picture.labels == LabelDetail::none) return;
    const std::vector<Space>& spaces = s.world.building.spaces;
    for (std::size_t i = 0; i < spaces.size(); ++i)
        if (spaces[i].level == s.level && is_labelled(spaces[i]) && s.view.shows(label_place(spaces[i])))
            draw_label(s, i);
}

void draw_marks(const LevelSheet& s) {
    std::vector<Vec2> taken;
    for (const NumberMark& mark : s.picture.marks) {
        if (mark.level != s.level || !s.view.shows(mark.at)) continue;
        const Vec2 wanted = s.view.page(mark.at);
        const Vec2 at = free_place(wanted, taken, s.view.frame());
        taken.push_back(at);
        if (at != wanted) {
            s.canvas.line(wanted, at, {.width = 2.6, .colour = ink::paper});
            s.canvas.line(wanted, at, {.width = 1.2, .colour = ink::black});
            s.canvas.disc(wanted, 2.4, ink::black);
        }
        (mark.held ? draw_held_sign : draw_number_sign)(s.canvas, at, mark.number);
    }
}

}  // namespace muster::picture
