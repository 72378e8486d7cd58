// SPDX-License-Identifier: Apache-2.0
#include "render/picture/storey_film.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

#include "render/picture/body.h"
#include "render/picture/level_layers.h"

namespace muster::picture {

namespace {

constexpr double head_height = 40.0, foot_height = 40.0;  // points: title, clock and counts; event and legend
constexpr double gap = 8.0, label_height = 15.0;
constexpr double smallest_body = 1.4;  // points

struct Panel {
    LevelId level;
    Box frame;  // on the page, y down
};

// The number of columns that shows the storeys largest.
std::vector<Panel> panels_of(const std::vector<LevelId>& levels, const Box& area, const Box& page) {
    const Vec2 room = page.high - page.low, size = area.high - area.low;
    std::size_t best = 1;
    double best_scale = 0.0;
    const auto cell = [&](std::size_t columns) {
        const std::size_t rows = (levels.size() + columns - 1) / columns;
        return Vec2{room.x / static_cast<double>(columns) - gap,
                    room.y / static_cast<double>(rows) - gap - label_height};
    };
    for (std::size_t columns = 1; columns <= levels.size(); ++columns) {
        const double scale = std::min(cell(columns).x / size.x, cell(columns).y / size.y);
        if (scale > best_scale) {
            best = columns;
            best_scale = scale;
        }
    }
    std::vector<Panel> panels;
    for (std::size_t i = 0; i < levels.size(); ++i) {
        const Vec2 step = cell(best) + Vec2{gap, gap + label_height};
        const Vec2 low = page.low + Vec2{static_cast<double>(i % best) * step.x + 0.5 * gap,
                                         static_cast<double>(i / best) * step.y + label_height};
        panels.push_back({levels[i], {low, low + cell(best)}});
    }
    return panels;
}

std::vector<LevelId> levels_shown(const Building& building, const std::optional<LevelId>& level) {
    if (level) return {*level};
    std::vector<LevelId> all;
    for (std::size_t i = 0; i < building.levels.size(); ++i) all.emplace_back(i);
    return all;
}

// Also what lies out of doors where people end up: nobody walks out of the picture.
Box with_last_places(const Trace& trace, LevelId level, Box area) {
    if (trace.sample_times.empty()) return area;
    constexpr double margin_m = 2.0;
    const TracePoint* const last = trace.sample(trace.sample_times.size() - 1);
    for (std::size_t i = 0; i < trace.people.size(); ++i) {
        const TracePoint& p = last[i];
        if (p.state == PersonState::gone || !p.space.valid() || trace.world->building.space(p.space).level != level)
            continue;
        const Vec2 at{p.x, p.y}, margin{margin_m, margin_m};
        for (const Vec2 corner : {at - margin, at + margin}) {
            area.low = {std::min(area.low.x, corner.x), std::min(area.low.y, corner.y)};
            area.high = {std::max(area.high.x, corner.x), std::max(area.high.y, corner.y)};
        }
    }
    return area;
}

}  // namespace

class StoreyFilm::Impl {
public:
    Impl(const Trace& trace, const FilmSettings& settings)
        : trace_(trace),
          settings_(settings),
          page_height_(page_width * (settings.height_px - 0.01) / settings.width_px),
          area_(used_indoor_bounds(*trace.world)),
          panels_(panels_of(levels_shown(trace.world->building, settings.level), area_,
                            {{0.0, head_height}, {page_width, page_height_ - foot_height}})),
          background_(PictureFormat::png, settings.width_px, page_height_),
          canvas_(PictureFormat::png, settings.width_px, page_height_) {
        for (const Panel& panel : panels_) {
            views_.emplace_back(with_last_places(trace, panel.level, area_), panel.frame);
            draw_background(panel, views_.back());
        }
        draw_legend();
    }

    std::span<const unsigned char> frame(const analysis::Moment& moment, const FilmLines& lines) {
        canvas_.copy(background_);
        for (std::size_t i = 0; i < panels_.size(); ++i) {
            draw_hazards(moment, panels_[i], views_[i]);
            draw_people(moment, panels_[i], views_[i]);
        }
        draw_lines(lines);
        return canvas_.pixels();
    }

private:
    void draw_background(const Panel& panel, const View& view) {
        LevelPicture picture;
        picture.lang = settings_.lang;
        picture.risks = false;
        picture.labels = view.page(1.0) > 4.0 ? LabelDetail::rooms : LabelDetail::none;
        draw_storey({background_, {view, *trace_.world, panel.level, picture}});
        const Level& level = trace_.world->building.level(panel.level);
        const std::string& name = text::in_language(level.name, settings_.lang);
        background_.text(panel.frame.low - Vec2{0.0, 0.5 * label_height}, name.empty() ? level.key : name,
                         {.size = 10.0, .bold = true});
    }

    void draw_legend() {
        double x = 8.0;
        const double y = page_height_ - 11.0;
        for (const auto& [state, name] : settings_.legend) {
            draw_body(background_, {.at = {x + 5.0, y}, .radius = 5.0, .heading = 0.0, .state = state});
            const TextStyle style{.size = 9.0};
            background_.text({x + 14.0, y}, name, style);
            x += 26.0 + background_.measure(name, style).width;
        }
        background_.text({8.0, 13.0}, settings_.title, {.size = 12.0, .bold = true});
    }

    // Smoke, and what has fallen until then.
    void draw_hazards(const analysis::Moment& moment, const Panel& panel, const View& view) {
        LevelPicture picture;
        picture.lang = settings_.lang;
        picture.air = moment.air;
        analysis::QuakeOutcome fallen;
        for (const QuakeRecord& shock : trace_.quakes)
            if (shock.at_s <= moment.seconds) fallen.shocks.push_back(shock);
        picture.quake = &fallen;
        const Ring frame = view.frame();
        canvas_.clip(std::span(&frame, 1));
        draw_smoke({canvas_, {view, *trace_.world, panel.level, picture}});
        draw_damage({canvas_, {view, *trace_.world, panel.level, picture}});
        canvas_.release();
    }

    void draw_people(const analysis::Moment& moment, const Panel& panel, const View& view) {
        const Ring frame = view.frame();
        canvas_.clip(std::span(&frame, 1));
        for (const analysis::PersonThen& p : moment.people) {
            if (p.level != panel.level || !view.shows(p.at)) continue;
            const PersonInfo& who = trace_.people[p.person.index()];
            draw_body(canvas_, {.at = view.page(p.at),
                                .radius = std::max(view.page(double{who.radius_m}), smallest_body),
                                .heading = double{p.heading},
                                .state = p.state,
                                .teacher = who.teacher});
        }
        canvas_.release();
    }

    void draw_lines(const FilmLines& lines) {
        canvas_.text({page_width - 8.0, 13.0}, lines.clock, {.size = 14.0, .bold = true, .align = Align::right});
        canvas_.text({8.0, 31.0}, lines.counts, {.size = 11.0});
        canvas_.text({0.5 * page_width, page_height_ - foot_height + 9.0}, lines.caption,
                     {.size = 11.5, .bold = true, .colour = ink::accent, .align = Align::middle});
    }

    const Trace& trace_;
    FilmSettings settings_;
    double page_height_;
    Box area_;
    std::vector<Panel> panels_;
    std::vector<View> views_;
    Canvas background_, canvas_;
};

StoreyFilm::StoreyFilm(const Trace& trace, const FilmSettings& settings)
    : impl_(std::make_unique<Impl>(trace, settings)) {}
StoreyFilm::~StoreyFilm() = default;

std::span<const unsigned char> StoreyFilm::frame(const analysis::Moment& moment, const FilmLines& lines) {
    return impl_->frame(moment, lines);
}

}  // namespace muster::picture
