// SPDX-License-Identifier: Apache-2.0
#include "render/picture/drill_chart.h"

#include <algorithm>
#include <cmath>

#include "render/text/catalogue.h"
#include "render/text/names.h"

namespace muster::picture {

namespace {

constexpr double left = 92.0, right = page_width - 22.0, top = 44.0;
constexpr Colour grid_grey = rgb(0xdfe3e7), fitted_grey = rgb(0xaab4be);
constexpr Stroke measured_stroke{.width = 2.4, .colour = ink::black};
constexpr Stroke predicted_stroke{.width = 1.8, .colour = ink::accent, .dash = 6.0};
constexpr Stroke fitted_stroke{.width = 4.0, .colour = fitted_grey};

TextStyle words_at(Align align, double size = 10.0) {
    TextStyle style;
    style.size = size;
    style.align = align;
    return style;
}

double end_of_axis(double last_s) {
    const double step = tick_step(std::max(last_s, 10.0), 10);
    return std::ceil(std::max(last_s, 10.0) / step + 0.05) * step;
}

struct TimeAxis {
    double end_s = 10.0;
    [[nodiscard]] double at(double time_s) const {
        return left + (right - left) * std::clamp(time_s / end_s, 0.0, 1.0);
    }
};

void draw_time_axis(Canvas& canvas, const TimeAxis& axis, double bottom, const text::Catalogue& words) {
    const double step = tick_step(axis.end_s, 10);
    for (double t = 0.0; t <= axis.end_s + 1e-9; t += step) {
        canvas.line({axis.at(t), top}, {axis.at(t), bottom}, {.width = 0.5, .colour = grid_grey});
        canvas.text({axis.at(t), bottom + 12.0}, text::number_text(t, 0), words_at(Align::middle));
    }
    canvas.line({left, bottom}, {right, bottom}, {.width = 1.0});
    canvas.text({(left + right) / 2.0, bottom + 28.0}, words.text("drill.chart.seconds"), words_at(Align::middle));
}

// A sample and its word for each that is drawn.
void draw_key(Canvas& canvas, const text::Catalogue& words, bool measured, bool predicted, bool fitted) {
    double x = left;
    const auto add = [&](bool there, const Stroke& stroke, const char* id) {
        if (!there) return;
        canvas.line({x, 22.0}, {x + 26.0, 22.0}, stroke);
        canvas.text({x + 32.0, 22.0}, words.text(id), words_at(Align::left));
        x += 54.0 + canvas.measure(words.text(id), words_at(Align::left)).width;
    };
    add(measured, measured_stroke, "drill.chart.measured");
    add(predicted, predicted_stroke, "drill.chart.predicted");
    add(fitted, fitted_stroke, "drill.chart.fitted");
}

struct CurvePlot {
    TimeAxis axis;
    double bottom = 0.0, most = 1.0;
    [[nodiscard]] Vec2 at(double time_s, double people) const {
        return {axis.at(time_s), bottom - (bottom - top) * people / most};
    }
    void draw(Canvas& canvas, const std::vector<DrillStep>& steps, const Stroke& stroke) const {
        if (steps.empty()) return;
        std::vector<Vec2> points{at(0.0, 0.0)};
        for (const DrillStep& step : steps) {
            points.push_back({axis.at(step.time_s), points.back().y});
            points.push_back(at(step.time_s, step.people));
        }
        points.push_back({right, points.back().y});
        canvas.line(points, stroke);
    }
};

double last_of(const std::vector<DrillStep>& steps) { return steps.empty() ? 0.0 : steps.back().time_s; }

}  // namespace

std::string draw_drill_curves(const DrillCurves& curves, const ChartPage& page) {
    constexpr double height = 330.0;
    Canvas canvas(page.format, page.width_px, height);
    const text::Catalogue words(page.lang);
    const double last =
        std::max({last_of(curves.measured), last_of(curves.predicted), last_of(curves.fitted), curves.target_s});
    const CurvePlot plot{{end_of_axis(last)}, height - 44.0, std::max(1.0, curves.persons * 1.04)};
    draw_time_axis(canvas, plot.axis, plot.bottom, words);
    const double step = std::ceil(tick_step(plot.most, 6));  // no half persons
    for (double people = 0.0; people <= plot.most; people += step) {
        canvas.line({left, plot.at(0.0, people).y}, {right, plot.at(0.0, people).y},
                    {.width = 0.5, .colour = grid_grey});
        canvas.text({left - 6.0, plot.at(0.0, people).y}, text::number_text(people, 0), words_at(Align::right));
    }
    if (curves.target_s > 0.0) {
        canvas.line({plot.axis.at(curves.target_s), top}, {plot.axis.at(curves.target_s), plot.bottom},
                    {.width = 1.4, .colour = ink::target, .dash = 3.0});
        TextStyle style = words_at(Align::left);
        style.halo = 2.0;
        canvas.text({plot.axis.at(curves.target_s) + 4.0, plot.bottom - 10.0},
                    words.text("chart.target", {{"seconds", text::number_text(curves.target_s, 0)}}), style);
    }
    plot.draw(canvas, curves.fitted, fitted_stroke);
    plot.draw(canvas, curves.predicted, predicted_stroke);
    plot.draw(canvas, curves.measured, measured_stroke);
    draw_key(canvas, words, !curves.measured.empty(), !curves.predicted.empty(), !curves.fitted.empty());
    TextStyle turned = words_at(Align::middle);
    turned.turn_degrees = 90.0;
    canvas.text({left - 52.0, (top + plot.bottom) / 2.0}, words.text("drill.chart.people_out"), turned);
    return canvas.finish();
}

std::string draw_class_bars(const std::vector<ClassBar>& bars, const std::string& heading, const ChartPage& page) {
    constexpr double row = 26.0;
    const double bottom = top + row * static_cast<double>(bars.size()) + 6.0;
    Canvas canvas(page.format, page.width_px, bottom + 42.0);
    const text::Catalogue words(page.lang);
    double last = 0.0;
    bool measured = false, predicted = false, fitted = false;
    for (const ClassBar& bar : bars) {
        for (const auto& time : {bar.measured_s, bar.predicted_s, bar.fitted_s})
            last = std::max(last, time.value_or(0.0));
        measured |= bar.measured_s.has_value(), predicted |= bar.predicted_s.has_value(),
            fitted |= bar.fitted_s.has_value();
    }
    const TimeAxis axis{end_of_axis(last * 1.08)};
    draw_time_axis(canvas, axis, bottom, words);
    draw_key(canvas, words, measured, predicted, fitted);
    canvas.text({right, 22.0}, heading, words_at(Align::right));
    for (std::size_t i = 0; i < bars.size(); ++i) {
        const double y = top + row * (static_cast<double>(i) + 0.5) + 3.0;
        canvas.text({left - 6.0, y}, bars[i].name, words_at(Align::right));
        const auto draw = [&](const std::optional<double>& time, double offset, Stroke stroke) {
            if (time) canvas.line({left, y + offset}, {axis.at(*time), y + offset}, stroke);
        };
        Stroke thick = measured_stroke;
        thick.width = 7.0;
        draw(bars[i].fitted_s, 8.0, fitted_stroke);
        draw(bars[i].predicted_s, 3.5, predicted_stroke);
        draw(bars[i].measured_s, -3.5, thick);
        if (bars[i].measured_s)
            canvas.text({axis.at(*bars[i].measured_s) + 4.0, y - 3.5}, text::number_text(*bars[i].measured_s, 0),
                        words_at(Align::left, 9.0));
    }
    return canvas.finish();
}

}  // namespace muster::picture
