// SPDX-License-Identifier: Apache-2.0
#include "tools/verify/plot_svg.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

#include "render/document/html.h"
#include "render/picture/chart.h"
#include "render/text/names.h"

namespace muster::verify {

namespace {

constexpr double width = 660.0, height = 380.0, left = 62.0, right = 14.0, top = 34.0, bottom = 48.0;
// Dark to light, each with its own mark and dash: readable without colour. Okabe-Ito colours (2008).
constexpr std::array inks{"#000000", "#0072b2", "#d55e00", "#009e73", "#cc79a7", "#e69f00", "#56b4e9"};
constexpr std::array dashes{"", "7 3", "2 3", "9 3 2 3", "12 4", "4 4", "1 2"};

struct Range {
    double low = std::numeric_limits<double>::infinity(), high = -low;
    void take(double v) {
        if (!std::isfinite(v)) return;
        low = std::min(low, v), high = std::max(high, v);
    }
};

std::string at(double v) { return text::number_text(v, 1); }

class Drawing {
public:
    Drawing(const Plot& plot, text::Lang lang) : plot_(plot), lang_(lang) {
        Range x, y;
        y.take(0.0);
        for (const Plot::Series& s : plot.series) {
            for (const double v : s.x) x.take(v);
            for (const double v : s.y) y.take(v);
            for (const double v : s.y_high) y.take(v);
        }
        if (!(x.low < x.high)) x = {std::isfinite(x.low) ? x.low - 1.0 : 0.0, std::isfinite(x.low) ? x.low + 1.0 : 1.0};
        if (x.low > 0.0 && x.low < 0.4 * x.high) x.low = 0.0;
        if (!(y.low < y.high)) y.high = y.low + 1.0;
        x_step_ = picture::tick_step(x.high - x.low, 8), y_step_ = picture::tick_step(y.high - y.low, 6);
        x_ = {std::floor(x.low / x_step_) * x_step_, std::ceil(x.high / x_step_) * x_step_};
        y_ = {std::floor(y.low / y_step_) * y_step_, std::ceil(y.high / y_step_) * y_step_};
    }

    std::string draw() {
        out_ = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 660 380\" role=\"img\" class=\"plot\">\n";
        words(left, 18, text::in_language(plot_.title, lang_), "start", "font-weight=\"700\"");
        axes();
        for (std::size_t i = 0; i < plot_.series.size(); ++i) series(plot_.series[i], i % inks.size());
        legend();
        return out_ + "</svg>\n";
    }

private:
    [[nodiscard]] double px(double v) const {
        return left + (v - x_.low) / (x_.high - x_.low) * (width - left - right);
    }
    [[nodiscard]] double py(double v) const {
        return height - bottom - (v - y_.low) / (y_.high - y_.low) * (height - top - bottom);
    }

    void words(double x, double y, const std::string& text, const char* anchor, const std::string& more = {}) {
        out_ += "<text x=\"" + at(x) + "\" y=\"" + at(y) + "\" text-anchor=\"" + anchor + "\" " + more + ">" +
                document::escaped(text) + "</text>\n";
    }
    void line(double x0, double y0, double x1, double y1, const char* ink) {
        out_ += "<line x1=\"" + at(x0) + "\" y1=\"" + at(y0) + "\" x2=\"" + at(x1) + "\" y2=\"" + at(y1) +
                "\" stroke=\"" + ink + "\"/>\n";
    }

    void axes() {
        for (double v = x_.low; v <= x_.high + 1e-9; v += x_step_) {
            line(px(v), top, px(v), height - bottom, "#e2e6ea");
            words(px(v), height - bottom + 16, text::number_text(v, 3), "middle");
        }
        for (double v = y_.low; v <= y_.high + 1e-9; v += y_step_) {
            line(left, py(v), width - right, py(v), "#e2e6ea");
            words(left - 6, py(v) + 4, text::number_text(v, 3), "end");
        }
        line(left, height - bottom, width - right, height - bottom, "#1b1f24");
        line(left, top, left, height - bottom, "#1b1f24");
        words(0.5 * (left + width - right), height - 10, text::in_language(plot_.x_label, lang_), "middle");
        const std::string turn = "transform=\"rotate(-90 16 " + at(0.5 * height) + ")\"";
        words(16, 0.5 * height, text::in_language(plot_.y_label, lang_), "middle", turn);
    }

    void mark(double x, double y, std::size_t kind) {
        const std::string ink = inks[kind];
        if (kind % 3 == 0) {
            out_ += "<circle cx=\"" + at(x) + "\" cy=\"" + at(y) + "\" r=\"3\" fill=\"" + ink + "\"/>\n";
        } else if (kind % 3 == 1) {
            out_ += "<rect x=\"" + at(x - 3) + "\" y=\"" + at(y - 3) +
                    "\" width=\"6\" height=\"6\" fill=\"none\" stroke=\"" + ink + "\"/>\n";
        } else {
            out_ += "<path d=\"M" + at(x - 3) + " " + at(y - 3) + "l6 6m0 -6l-6 6\" stroke=\"" + ink +
                    "\" fill=\"none\"/>\n";
        }
    }

    void series(const Plot::Series& s, std::size_t kind) {
        const std::size_t n = std::min(s.x.size(), s.y.size());
        if (s.shape == Plot::Shape::points) {
            for (std::size_t i = 0; i < n; ++i)
                if (std::isfinite(s.x[i]) && std::isfinite(s.y[i])) mark(px(s.x[i]), py(s.y[i]), kind);
            return;
        }
        std::string path;
        for (std::size_t i = 0; i < n; ++i) {
            if (s.shape == Plot::Shape::steps && i > 0) path += "H" + at(px(s.x[i]));
            path += (i == 0 ? "M" : "L") + at(px(s.x[i])) + " " + at(py(s.y[i]));
        }
        if (s.shape == Plot::Shape::band) {
            for (std::size_t i = std::min(n, s.y_high.size()); i-- > 0;)
                path += "L" + at(px(s.x[i])) + " " + at(py(s.y_high[i]));
            out_ += "<path d=\"" + path + "Z\" fill=\"" + inks[kind] + "\" fill-opacity=\"0.16\" stroke=\"" +
                    inks[kind] + "\" stroke-width=\"0.7\" stroke-dasharray=\"" + dashes[kind] + "\"/>\n";
            return;
        }
        out_ += "<path d=\"" + path + "\" fill=\"none\" stroke=\"" + inks[kind] +
                "\" stroke-width=\"1.6\" stroke-dasharray=\"" + dashes[kind] + "\"/>\n";
    }

    void legend() {
        double y = top + 12;
        for (std::size_t i = 0; i < plot_.series.size(); ++i, y += 16) {
            const Plot::Series& s = plot_.series[i];
            const std::size_t kind = i % inks.size();
            const double x = width - right - 22;
            if (s.shape == Plot::Shape::points) {
                mark(x + 9, y - 4, kind);
            } else {
                out_ += "<line x1=\"" + at(x) + "\" y1=\"" + at(y - 4) + "\" x2=\"" + at(x + 18) + "\" y2=\"" +
                        at(y - 4) + "\" stroke=\"" + inks[kind] + "\" stroke-width=\"" +
                        (s.shape == Plot::Shape::band ? "9" : "1.8") + "\" stroke-opacity=\"" +
                        (s.shape == Plot::Shape::band ? "0.25" : "1") + "\" stroke-dasharray=\"" +
                        (s.shape == Plot::Shape::band ? "" : dashes[kind]) + "\"/>\n";
            }
            words(x - 6, y, text::in_language(s.label, lang_), "end",
                  "paint-order=\"stroke\" stroke=\"#fff\" stroke-width=\"3\"");
        }
    }

    const Plot& plot_;
    text::Lang lang_;
    Range x_, y_;
    double x_step_ = 1.0, y_step_ = 1.0;
    std::string out_;
};

}  // namespace

std::string plot_svg(const Plot& plot, text::Lang lang) { return Drawing(plot, lang).draw(); }

}  // namespace muster::verify
