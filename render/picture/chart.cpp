// SPDX-License-Identifier: Apache-2.0
#include "render/picture/chart.h"

#include <algorithm>
#include <cmath>

#include "render/picture/level_layers.h"
#include "render/text/catalogue.h"
#include "render/text/names.h"

namespace muster::picture {

namespace {

constexpr TextStyle axis_text{.size = 10.0, .colour = ink::black};

// A rectangle of the page with data axes from (x_low, 0) to (x_high, y_high).
struct Plot {
    double left, top, width, height;
    double x_low, x_high, y_high;

    Vec2 at(double x, double y) const {
        return {left + width * (x - x_low) / (x_high - x_low), top + height * (1.0 - y / y_high)};
    }
    double right() const { return left + width; }
    double bottom() const { return top + height; }
};

TextStyle aligned(Align align, double size = 10.0) {
    TextStyle style = axis_text;
    style.align = align;
    style.size = size;
    return style;
}

void draw_time_axis(Canvas& canvas, const Plot& plot, bool labels) {
    const double step = tick_step(plot.x_high - plot.x_low, 12);
    for (double t = std::ceil(plot.x_low / step) * step; t <= plot.x_high + 1e-9; t += step) {
        canvas.line(plot.at(t, 0.0), plot.at(t, plot.y_high), {.width = 0.5, .colour = rgb(0xdfe3e7)});
        canvas.line(plot.at(t, 0.0), plot.at(t, 0.0) + Vec2{0.0, 4.0}, {.width = 0.8, .colour = ink::black});
        if (labels) canvas.text(plot.at(t, 0.0) + Vec2{0.0, 13.0}, text::number_text(t, 0), aligned(Align::middle));
    }
    canvas.line(plot.at(plot.x_low, 0.0), plot.at(plot.x_high, 0.0), {.width = 1.0, .colour = ink::black});
}

void draw_value_axis(Canvas& canvas, const Plot& plot, int ticks, int decimals) {
    const double step = tick_step(plot.y_high, ticks);
    for (double y = 0.0; y <= plot.y_high + 1e-9; y += step) {
        if (y > 0.0)
            canvas.line(plot.at(plot.x_low, y), plot.at(plot.x_high, y), {.width = 0.5, .colour = rgb(0xdfe3e7)});
        canvas.text(plot.at(plot.x_low, y) - Vec2{6.0, 0.0}, text::number_text(y, decimals), aligned(Align::right));
    }
}

// Staircase of a sorted list of moments: how many by then.
std::vector<Vec2> staircase(const Plot& plot, std::span<const double> times) {
    std::vector<Vec2> points{plot.at(plot.x_low, 0.0)};
    for (std::size_t i = 0; i < times.size(); ++i) {
        const double t = std::clamp(times[i], plot.x_low, plot.x_high);
        points.push_back(plot.at(t, static_cast<double>(i)));
        points.push_back(plot.at(t, static_cast<double>(i + 1)));
    }
    points.push_back(plot.at(plot.x_high, static_cast<double>(times.size())));
    return points;
}

double last_of(const ArrivalCurves& curves) {
    double last = std::max(10.0, curves.target_s);
    const auto include = [&](const std::vector<double>& times) {
        if (!times.empty()) last = std::max(last, times.back());
    };
    include(curves.out);
    include(curves.at_assembly);
    for (const std::vector<double>& times : curves.other_seeds) include(times);
    return last;
}

void draw_curve(Canvas& canvas, const Plot& plot, std::span<const double> times, Stroke stroke) {
    if (!times.empty()) canvas.line(staircase(plot, times), stroke);
}

// A sample of line and a word, for the key above the plot; returns where the next may start.
double draw_key(Canvas& canvas, Vec2 at, const Stroke& stroke, const std::string& word) {
    canvas.line(at, at + Vec2{28.0, 0.0}, stroke);
    canvas.text(at + Vec2{34.0, 0.0}, word, axis_text);
    return at.x + 34.0 + canvas.measure(word, axis_text).width + 22.0;
}

void draw_target(Canvas& canvas, const Plot& plot, double target_s, const text::Catalogue& catalogue) {
    if (target_s <= 0.0) return;
    canvas.line(plot.at(target_s, 0.0), plot.at(target_s, plot.y_high),
                {.width = 1.6, .colour = ink::target, .dash = 7.0});
    TextStyle style = aligned(Align::left, 10.5);
    style.bold = true;
    style.colour = ink::target;
    style.halo = 2.0;
    const std::string word = catalogue.text("chart.target", {{"seconds", text::number_text(target_s, 0)}});
    const bool to_the_left = plot.at(target_s, 0.0).x + canvas.measure(word, style).width + 8.0 > plot.right();
    if (to_the_left) style.align = Align::right;
    canvas.text(plot.at(target_s, 0.06 * plot.y_high) + Vec2{to_the_left ? -5.0 : 5.0, 0.0}, word, style);
}

constexpr Stroke out_stroke{.width = 2.2, .colour = ink::accent, .round = true};
constexpr Stroke assembly_stroke{.width = 1.8, .colour = ink::exit, .dash = 5.0};
constexpr Stroke other_stroke{.width = 0.8, .colour = rgb(0x98a2ad)};

void draw_keys(Canvas& canvas, const Plot& plot, const ArrivalCurves& curves, const text::Catalogue& catalogue) {
    double x = plot.left;
    const double y = plot.top - 16.0;
    x = draw_key(canvas, {x, y}, out_stroke, catalogue.text("chart.out"));
    if (!curves.at_assembly.empty()) x = draw_key(canvas, {x, y}, assembly_stroke, catalogue.text("chart.assembled"));
    if (!curves.other_seeds.empty()) draw_key(canvas, {x, y}, other_stroke, catalogue.text("chart.other_seeds"));
    canvas.text({plot.right(), y}, catalogue.text("chart.all", {{"count", std::to_string(curves.persons)}}),
                aligned(Align::right));
}

// Axis end: a little beyond the last value, on a tick.
double axis_end(double value, int ticks) {
    const double step = tick_step(value, ticks);
    return std::ceil(value / step + 0.05) * step;
}

}  // namespace

double tick_step(double range, int ticks) {
    const double least = std::max(range, 1e-9) / ticks;
    const double power = std::pow(10.0, std::floor(std::log10(least)));
    for (const double factor : {1.0, 2.0, 2.5, 5.0})
        if (factor * power >= least * (1.0 - 1e-9)) return factor * power;
    return 10.0 * power;
}

std::string draw_arrival(const ArrivalCurves& curves, const ChartPage& page) {
    constexpr double height = 330.0;
    Canvas canvas(page.format, page.width_px, height);
    const text::Catalogue catalogue(page.lang);
    const Plot plot{58.0,
                    42.0,
                    page_width - 58.0 - 18.0,
                    height - 42.0 - 44.0,
                    0.0,
                    axis_end(last_of(curves), 12),
                    axis_end(std::max(1, curves.persons), 6)};
    draw_time_axis(canvas, plot, true);
    draw_value_axis(canvas, plot, 6, 0);
    for (const std::vector<double>& times : curves.other_seeds) draw_curve(canvas, plot, times, other_stroke);
    draw_target(canvas, plot, curves.target_s, catalogue);
    draw_curve(canvas, plot, curves.at_assembly, assembly_stroke);
    draw_curve(canvas, plot, curves.out, out_stroke);
    draw_keys(canvas, plot, curves, catalogue);
    canvas.text({plot.left + 0.5 * plot.width, height - 12.0}, catalogue.text("chart.time"), aligned(Align::middle));
    TextStyle up = aligned(Align::middle);
    up.turn_degrees = 90.0;
    canvas.text({12.0, plot.top + 0.5 * plot.height}, catalogue.text("chart.persons"), up);
    return canvas.finish();
}

namespace {

void draw_bars(Canvas& canvas, const Plot& plot, const FlowStrip& strip, const FlowStrips& flows) {
    for (std::size_t i = 0; i < strip.flow.size(); ++i) {
        const double from = flows.first_s + static_cast<double>(i) * flows.bin_s;
        if (strip.flow[i] <= 0.0 || from + flows.bin_s <= plot.x_low || from >= plot.x_high) continue;
        const Vec2 low = plot.at(std::max(from, plot.x_low), 0.0);
        const Vec2 high = plot.at(std::min(from + flows.bin_s, plot.x_high), strip.flow[i]);
        const Ring bar{low, {high.x, low.y}, high, {low.x, high.y}};
        canvas.fill(bar, rgb(0xaac4e2));
        canvas.outline(bar, {.width = 0.6, .colour = ink::accent});
    }
}

double busiest(const FlowStrips& flows) {
    double most = 0.5;
    for (const FlowStrip& strip : flows.strips)
        for (const double flow : strip.flow) most = std::max(most, flow);
    return most;
}

double last_flow_s(const FlowStrips& flows) {
    std::size_t bins = 1;
    for (const FlowStrip& strip : flows.strips)
        for (std::size_t i = 0; i < strip.flow.size(); ++i)
            if (strip.flow[i] > 0.0) bins = std::max(bins, i + 1);
    return flows.first_s + static_cast<double>(bins) * flows.bin_s;
}

}  // namespace

std::string draw_flows(const FlowStrips& flows, const ChartPage& page) {
    constexpr double strip_height = 46.0, gap = 26.0, head = 8.0, foot = 40.0;
    const auto count = static_cast<double>(flows.strips.size());
    Canvas canvas(page.format, page.width_px, head + count * (strip_height + gap) + foot);
    const text::Catalogue catalogue(page.lang);
    const double x_high = axis_end(std::max(10.0, last_flow_s(flows)), 12), y_high = axis_end(busiest(flows), 2);
    double top = head;
    for (const FlowStrip& strip : flows.strips) {
        const Plot plot{58.0, top + gap - 4.0, page_width - 58.0 - 18.0, strip_height, 0.0, x_high, y_high};
        draw_number_sign(canvas, {plot.left + 10.0, top + 9.0}, strip.number);
        TextStyle label = axis_text;
        label.bold = true;
        canvas.text({plot.left + 24.0, top + 9.0}, strip.label, label);
        draw_time_axis(canvas, plot, &strip == &flows.strips.back());
        draw_value_axis(canvas, plot, 2, 1);
        draw_bars(canvas, plot, strip, flows);
        top += strip_height + gap;
    }
    canvas.text({0.5 * page_width, canvas.height() - 12.0}, catalogue.text("chart.time"), aligned(Align::middle));
    TextStyle up = aligned(Align::middle);
    up.turn_degrees = 90.0;
    canvas.text({12.0, 0.5 * (canvas.height() - foot)}, catalogue.text("chart.flow"), up);
    return canvas.finish();
}

namespace {

std::vector<Vec2> curve_of(const Plot& plot, std::span<const float> values, double every_s) {
    std::vector<Vec2> out;
    for (std::size_t i = 0; i < values.size(); ++i)
        out.push_back(plot.at(static_cast<double>(i) * every_s, static_cast<double>(values[i])));
    return out;
}

}  // namespace

std::string draw_shaking(const ShakingCurves& curves, const ChartPage& page) {
    constexpr double height = 230.0;
    const double strongest = curves.strongest;
    Canvas canvas(page.format, page.width_px, height);
    const text::Catalogue catalogue(page.lang);
    const double length = static_cast<double>(std::max(curves.ground.size(), curves.roof.size())) * curves.every_s;
    const Plot plot{58.0,
                    36.0,
                    page_width - 58.0 - 18.0,
                    height - 36.0 - 44.0,
                    0.0,
                    std::max({10.0, length, curves.order_s + 2.0}),
                    strongest};
    draw_time_axis(canvas, plot, true);
    draw_value_axis(canvas, plot, curves.ticks, 0);
    constexpr Stroke calm_stroke{.width = 1.2, .colour = ink::black, .dash = 2.0};
    if (curves.calm > 0.0)
        canvas.line(plot.at(plot.x_low, curves.calm), plot.at(plot.x_high, curves.calm), calm_stroke);
    if (curves.order_s > 0.0)
        canvas.line(plot.at(curves.order_s, 0.0), plot.at(curves.order_s, strongest),
                    {.width = 1.6, .colour = ink::target, .dash = 7.0});
    canvas.line(curve_of(plot, curves.ground, curves.every_s), assembly_stroke);
    canvas.line(curve_of(plot, curves.roof, curves.every_s), out_stroke);
    double x = plot.left;
    const double y = plot.top - 16.0;
    x = draw_key(canvas, {x, y}, out_stroke, catalogue.text("chart.roof"));
    x = draw_key(canvas, {x, y}, assembly_stroke, catalogue.text("chart.ground"));
    if (curves.calm > 0.0) x = draw_key(canvas, {x, y}, calm_stroke, catalogue.text("chart.calm"));
    if (curves.order_s > 0.0)
        draw_key(canvas, {x, y}, {.width = 1.6, .colour = ink::target, .dash = 7.0}, catalogue.text("chart.order"));
    canvas.text({plot.left + 0.5 * plot.width, height - 12.0}, catalogue.text("chart.shock_time"),
                aligned(Align::middle));
    TextStyle up = aligned(Align::middle);
    up.turn_degrees = 90.0;
    canvas.text({12.0, plot.top + 0.5 * plot.height}, catalogue.text(curves.scale), up);
    return canvas.finish();
}

}  // namespace muster::picture
