// SPDX-License-Identifier: Apache-2.0
#include "render/picture/series_chart.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

#include "render/text/names.h"

namespace muster::picture {

namespace {

constexpr double series_page_height = 403.0, series_left = 66.0, series_right = page_width - 15.0, series_top = 36.0,
                 series_bottom = series_page_height - 51.0;
constexpr Colour series_grid = rgb(0xe2e6ea);
// Dark to light. Okabe-Ito colours (2008).
constexpr std::array series_strokes{Stroke{.width = 1.8, .colour = rgb(0x000000)},
                                    Stroke{.width = 1.8, .colour = rgb(0x0072b2), .dash = 7.0},
                                    Stroke{.width = 1.8, .colour = rgb(0xd55e00), .dash = 2.5},
                                    Stroke{.width = 2.6, .colour = rgb(0x009e73), .dash = 10.0},
                                    Stroke{.width = 1.2, .colour = rgb(0xcc79a7), .dash = 14.0},
                                    Stroke{.width = 2.6, .colour = rgb(0xe69f00), .dash = 4.5},
                                    Stroke{.width = 1.2, .colour = rgb(0x56b4e9), .dash = 1.5}};

struct ValueRange {
    double low = std::numeric_limits<double>::infinity(), high = -low;

    void take(const std::vector<double>& values) {
        for (const double v : values)
            if (std::isfinite(v)) low = std::min(low, v), high = std::max(high, v);
    }
    [[nodiscard]] bool empty() const { return !(low < high); }
};

// From tick to tick round all values.
struct SeriesAxis {
    double low = 0.0, high = 1.0, step = 1.0;

    SeriesAxis(const ValueRange& range, int ticks) : step(tick_step(range.high - range.low, ticks)) {
        low = std::floor(range.low / step) * step;
        high = std::ceil(range.high / step) * step;
    }
    [[nodiscard]] double share(double value) const { return (value - low) / (high - low); }
};

ValueRange range_across(const SeriesChart& chart) {
    ValueRange x;
    for (const ChartSeries& s : chart.series) x.take(s.x);
    if (x.empty()) {
        const double only = std::isfinite(x.low) ? x.low : 0.0;
        x = {std::isfinite(x.low) ? only - 1.0 : 0.0, only + 1.0};
    }
    if (x.low > 0.0 && x.low < 0.4 * x.high) x.low = 0.0;  // near enough to begin at nothing
    return x;
}

ValueRange range_up(const SeriesChart& chart) {
    ValueRange y;
    y.take({0.0});
    for (const ChartSeries& s : chart.series) y.take(s.y), y.take(s.y_high);
    if (y.empty()) y.high = y.low + 1.0;
    return y;
}

class SeriesDrawing {
public:
    SeriesDrawing(const SeriesChart& chart, const ChartPage& page)
        : chart_(chart),
          canvas_(page.format, page.width_px, series_page_height),
          across_(range_across(chart), 8),
          up_(range_up(chart), 6) {}

    std::string draw() {
        canvas_.text({series_left, 18.0}, chart_.title, {.size = 12.0, .bold = true});
        axes();
        for (std::size_t i = 0; i < chart_.series.size(); ++i) series(chart_.series[i], i);
        legend();
        return canvas_.finish();
    }

private:
    [[nodiscard]] Vec2 at(double x, double y) const {
        return {series_left + across_.share(x) * (series_right - series_left),
                series_bottom - up_.share(y) * (series_bottom - series_top)};
    }

    void axes() {
        for (double x = across_.low; x <= across_.high + 1e-9; x += across_.step) {
            const double px = at(x, 0.0).x;
            canvas_.line({px, series_top}, {px, series_bottom}, {.width = 0.6, .colour = series_grid});
            canvas_.text({px, series_bottom + 13.0}, text::number_text(x, 3), {.align = Align::middle});
        }
        for (double y = up_.low; y <= up_.high + 1e-9; y += up_.step) {
            const double py = at(0.0, y).y;
            canvas_.line({series_left, py}, {series_right, py}, {.width = 0.6, .colour = series_grid});
            canvas_.text({series_left - 6.0, py}, text::number_text(y, 3), {.align = Align::right});
        }
        canvas_.line({series_left, series_bottom}, {series_right, series_bottom}, {});
        canvas_.line({series_left, series_top}, {series_left, series_bottom}, {});
        canvas_.text({0.5 * (series_left + series_right), series_page_height - 16.0}, chart_.x_label,
                     {.align = Align::middle});
        canvas_.text({16.0, 0.5 * (series_top + series_bottom)}, chart_.y_label,
                     {.align = Align::middle, .turn_degrees = 90.0});
    }

    // Disc, square, cross in turn.
    void mark(Vec2 at, std::size_t index) {
        constexpr double r = 3.2;
        const Colour colour = series_strokes[index % series_strokes.size()].colour;
        const Stroke thin{.width = 1.1, .colour = colour};
        if (index % 3 == 0) {
            canvas_.disc(at, r, colour);
        } else if (index % 3 == 1) {
            canvas_.outline({at + Vec2{-r, -r}, at + Vec2{r, -r}, at + Vec2{r, r}, at + Vec2{-r, r}}, thin);
        } else {
            canvas_.line(at + Vec2{-r, -r}, at + Vec2{r, r}, thin);
            canvas_.line(at + Vec2{-r, r}, at + Vec2{r, -r}, thin);
        }
    }

    void series(const ChartSeries& s, std::size_t index) {
        const Stroke& stroke = series_strokes[index % series_strokes.size()];
        const std::size_t n = std::min(s.x.size(), s.y.size());
        std::vector<Vec2> points;
        for (std::size_t i = 0; i < n; ++i) {
            if (!std::isfinite(s.x[i]) || !std::isfinite(s.y[i])) continue;
            const Vec2 here = at(s.x[i], s.y[i]);
            if (s.shape == SeriesShape::points) mark(here, index);
            if (s.shape == SeriesShape::steps && !points.empty()) points.push_back({here.x, points.back().y});
            points.push_back(here);
        }
        if (s.shape == SeriesShape::band) {
            for (std::size_t i = std::min(n, s.y_high.size()); i-- > 0;)
                if (std::isfinite(s.x[i]) && std::isfinite(s.y_high[i])) points.push_back(at(s.x[i], s.y_high[i]));
            canvas_.fill(points, pale(stroke.colour));
            canvas_.outline(points, {.width = 0.8, .colour = stroke.colour, .dash = stroke.dash});
        } else if (s.shape != SeriesShape::points && points.size() > 1) {
            canvas_.line(points, stroke);
        }
    }

    [[nodiscard]] static Colour pale(Colour colour) {
        colour.a = 0.16;
        return colour;
    }

    // At the upper right, over what is drawn there.
    void legend() {
        Vec2 sample{series_right - 14.0, series_top + 12.0};
        for (std::size_t i = 0; i < chart_.series.size(); ++i, sample.y += 16.0) {
            const ChartSeries& s = chart_.series[i];
            const Stroke& stroke = series_strokes[i % series_strokes.size()];
            const Vec2 half{10.0, 0.0};
            if (s.shape == SeriesShape::points)
                mark(sample, i);
            else if (s.shape == SeriesShape::band)
                canvas_.line(sample - half, sample + half, {.width = 9.0, .colour = pale(stroke.colour)});
            else
                canvas_.line(sample - half, sample + half, stroke);
            canvas_.text(sample - Vec2{16.0, 0.0}, s.label, {.align = Align::right, .halo = 2.0});
        }
    }

    const SeriesChart& chart_;
    Canvas canvas_;
    SeriesAxis across_, up_;
};

}  // namespace

std::string draw_series(const SeriesChart& chart, const ChartPage& page) { return SeriesDrawing(chart, page).draw(); }

}  // namespace muster::picture
