// SPDX-License-Identifier: Apache-2.0
#include "render/picture/canvas.h"

#include <cairo-svg.h>
#include <pango/pangocairo.h>

#include <cmath>
#include <numbers>
#include <stdexcept>
#include <vector>

#include "render/picture/png.h"

// Fontconfig keeps its caches until the process ends; leak checkers see the last of them without an owner.
extern "C" const char* __lsan_default_suppressions();  // NOLINT(bugprone-reserved-identifier): the sanitizer's name
extern "C" const char* __lsan_default_suppressions() { return "leak:libfontconfig"; }

namespace muster::picture {

namespace {

constexpr const char* font_families =
    "Noto Sans CJK SC, Source Han Sans SC, WenQuanYi Micro Hei, Microsoft YaHei, sans-serif";

template <auto release>
struct Releaser {
    template <class T>
    void operator()(T* p) const {
        release(p);
    }
};
using Surface = std::unique_ptr<cairo_surface_t, Releaser<cairo_surface_destroy>>;
using Context = std::unique_ptr<cairo_t, Releaser<cairo_destroy>>;
using Pattern = std::unique_ptr<cairo_pattern_t, Releaser<cairo_pattern_destroy>>;
using FontOptions = std::unique_ptr<cairo_font_options_t, Releaser<cairo_font_options_destroy>>;
using Layout = std::unique_ptr<PangoLayout, Releaser<g_object_unref>>;
using Font = std::unique_ptr<PangoFontDescription, Releaser<pango_font_description_free>>;

cairo_status_t append(void* bytes, const unsigned char* data, unsigned int length) {
    static_cast<std::string*>(bytes)->append(reinterpret_cast<const char*>(data), length);
    return CAIRO_STATUS_SUCCESS;
}

void set_source(cairo_t* cr, Colour c) { cairo_set_source_rgba(cr, c.r, c.g, c.b, c.a); }

void set_stroke(cairo_t* cr, const Stroke& stroke) {
    set_source(cr, stroke.colour);
    cairo_set_line_width(cr, stroke.width);
    cairo_set_line_join(cr, stroke.round ? CAIRO_LINE_JOIN_ROUND : CAIRO_LINE_JOIN_MITER);
    cairo_set_line_cap(cr, stroke.round ? CAIRO_LINE_CAP_ROUND : CAIRO_LINE_CAP_BUTT);
    const double dash[] = {stroke.dash, stroke.dash * 0.7};
    cairo_set_dash(cr, dash, stroke.dash > 0.0 ? 2 : 0, 0.0);
}

void add_path(cairo_t* cr, std::span<const Vec2> points) {
    for (std::size_t i = 0; i < points.size(); ++i)
        i == 0 ? cairo_move_to(cr, points[i].x, points[i].y) : cairo_line_to(cr, points[i].x, points[i].y);
}

void add_rings(cairo_t* cr, std::span<const Ring> rings) {
    cairo_new_path(cr);
    cairo_set_fill_rule(cr, CAIRO_FILL_RULE_EVEN_ODD);
    for (const Ring& ring : rings) {
        add_path(cr, ring);
        cairo_close_path(cr);
    }
}

std::uint32_t premultiplied(Colour c) {
    const auto byte = [](double v) { return static_cast<std::uint32_t>(std::lround(255.0 * v)); };
    return (byte(c.a) << 24U) | (byte(c.r * c.a) << 16U) | (byte(c.g * c.a) << 8U) | byte(c.b * c.a);
}

}  // namespace

struct Canvas::Impl {
    std::string bytes;  // of an SVG; cairo writes into it until the surface is gone
    PictureFormat format;
    double height;
    Surface surface;
    Context context;
    Layout layout;

    cairo_t* cr() const { return context.get(); }
    void set_text(std::string_view text, const TextStyle& style);
};

Canvas::Canvas(PictureFormat format, int width_px, double height, double width) : impl_(std::make_unique<Impl>()) {
    const double scale = width_px / width;
    const double height_px = std::ceil(height * scale);
    impl_->format = format;
    impl_->height = height;
    impl_->surface.reset(format == PictureFormat::png
                             ? cairo_image_surface_create(CAIRO_FORMAT_RGB24, width_px, static_cast<int>(height_px))
                             : cairo_svg_surface_create_for_stream(append, &impl_->bytes, width_px, height_px));
    impl_->context.reset(cairo_create(impl_->surface.get()));
    if (cairo_status(impl_->cr()) != CAIRO_STATUS_SUCCESS)
        throw std::runtime_error(std::string("cannot make a picture: ") +
                                 cairo_status_to_string(cairo_status(impl_->cr())));
    cairo_scale(impl_->cr(), scale, scale);
    set_source(impl_->cr(), ink::paper);
    cairo_paint(impl_->cr());
    impl_->layout.reset(pango_cairo_create_layout(impl_->cr()));
    // Unhinted, so that words are equally wide at every size of picture.
    const FontOptions options(cairo_font_options_create());
    cairo_font_options_set_hint_style(options.get(), CAIRO_HINT_STYLE_NONE);
    cairo_font_options_set_hint_metrics(options.get(), CAIRO_HINT_METRICS_OFF);
    pango_cairo_context_set_font_options(pango_layout_get_context(impl_->layout.get()), options.get());
}

Canvas::~Canvas() = default;

void Canvas::fill(std::span<const Ring> rings, Colour colour) {
    add_rings(impl_->cr(), rings);
    set_source(impl_->cr(), colour);
    cairo_fill(impl_->cr());
}

void Canvas::outline(const Ring& ring, Stroke stroke) {
    add_rings(impl_->cr(), std::span(&ring, 1));
    set_stroke(impl_->cr(), stroke);
    cairo_stroke(impl_->cr());
}

void Canvas::line(std::span<const Vec2> points, Stroke stroke) {
    cairo_new_path(impl_->cr());
    add_path(impl_->cr(), points);
    set_stroke(impl_->cr(), stroke);
    cairo_stroke(impl_->cr());
}

void Canvas::line(Vec2 a, Vec2 b, Stroke stroke) {
    const Vec2 points[] = {a, b};
    line(points, stroke);
}

void Canvas::disc(Vec2 centre, double radius, Colour colour) {
    cairo_new_path(impl_->cr());
    cairo_arc(impl_->cr(), centre.x, centre.y, radius, 0.0, 2.0 * std::numbers::pi);
    set_source(impl_->cr(), colour);
    cairo_fill(impl_->cr());
}

void Canvas::circle(Vec2 centre, double radius, Stroke stroke) {
    cairo_new_path(impl_->cr());
    cairo_arc(impl_->cr(), centre.x, centre.y, radius, 0.0, 2.0 * std::numbers::pi);
    set_stroke(impl_->cr(), stroke);
    cairo_stroke(impl_->cr());
}

void Canvas::hatch(std::span<const Ring> rings, double gap, double degrees, Stroke stroke) {
    if (rings.empty() || rings.front().empty()) return;
    const Box box = bounds(rings.front());
    const Vec2 middle = 0.5 * (box.low + box.high);
    const double reach = 0.5 * distance(box.low, box.high) + gap;
    const double angle = -degrees * std::numbers::pi / 180.0;
    const Vec2 along{std::cos(angle), std::sin(angle)}, across = perpendicular(along);
    clip(rings);
    for (double offset = -reach; offset <= reach; offset += gap)
        line(middle + offset * across - reach * along, middle + offset * across + reach * along, stroke);
    release();
}

void Canvas::clip(std::span<const Ring> rings) {
    cairo_save(impl_->cr());
    add_rings(impl_->cr(), rings);
    cairo_clip(impl_->cr());
}

void Canvas::release() { cairo_restore(impl_->cr()); }

void Canvas::raster(Vec2 top_left, Vec2 bottom_right, int columns, std::span<const Colour> cells) {
    const int rows = static_cast<int>(cells.size()) / columns;
    const Surface image(cairo_image_surface_create(CAIRO_FORMAT_ARGB32, columns, rows));
    const int stride = cairo_image_surface_get_stride(image.get());
    unsigned char* const data = cairo_image_surface_get_data(image.get());
    for (int row = 0; row < rows; ++row) {
        auto* const line =
            reinterpret_cast<std::uint32_t*>(data + static_cast<std::ptrdiff_t>(rows - 1 - row) * stride);
        for (int column = 0; column < columns; ++column)
            line[column] = premultiplied(cells[static_cast<std::size_t>(row * columns + column)]);
    }
    cairo_surface_mark_dirty(image.get());
    cairo_t* const cr = impl_->cr();
    cairo_save(cr);
    cairo_translate(cr, top_left.x, top_left.y);
    cairo_scale(cr, (bottom_right.x - top_left.x) / columns, (bottom_right.y - top_left.y) / rows);
    const Pattern pattern(cairo_pattern_create_for_surface(image.get()));
    cairo_pattern_set_filter(pattern.get(), CAIRO_FILTER_BILINEAR);
    cairo_set_source(cr, pattern.get());
    cairo_rectangle(cr, 0.0, 0.0, columns, rows);
    cairo_fill(cr);
    cairo_restore(cr);
}

void Canvas::Impl::set_text(std::string_view text, const TextStyle& style) {
    const Font font(pango_font_description_from_string(font_families));
    pango_font_description_set_absolute_size(font.get(), style.size * PANGO_SCALE);
    pango_font_description_set_weight(font.get(), style.bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
    pango_layout_set_font_description(layout.get(), font.get());
    pango_layout_set_text(layout.get(), text.data(), static_cast<int>(text.size()));
}

TextSize Canvas::measure(std::string_view text, const TextStyle& style) {
    impl_->set_text(text, style);
    PangoRectangle logical;
    pango_layout_get_extents(impl_->layout.get(), nullptr, &logical);
    return {static_cast<double>(logical.width) / PANGO_SCALE, static_cast<double>(logical.height) / PANGO_SCALE};
}

void Canvas::text(Vec2 at, std::string_view text, const TextStyle& style) {
    const TextSize size = measure(text, style);
    const double shift = style.align == Align::left ? 0.0 : style.align == Align::middle ? 0.5 : 1.0;
    cairo_t* const cr = impl_->cr();
    cairo_save(cr);
    cairo_translate(cr, at.x, at.y);
    cairo_rotate(cr, -style.turn_degrees * std::numbers::pi / 180.0);
    cairo_new_path(cr);
    cairo_move_to(cr, -shift * size.width, -0.5 * size.height);
    if (style.halo > 0.0) {
        pango_cairo_layout_path(cr, impl_->layout.get());
        set_stroke(cr, {.width = 2.0 * style.halo, .colour = rgb(0xffffff, 0.85), .round = true});
        cairo_stroke(cr);
        cairo_move_to(cr, -shift * size.width, -0.5 * size.height);
    }
    set_source(cr, style.colour);
    pango_cairo_show_layout(cr, impl_->layout.get());
    cairo_restore(cr);
}

void Canvas::copy(const Canvas& other) {
    cairo_t* const cr = impl_->cr();
    cairo_save(cr);
    cairo_identity_matrix(cr);
    cairo_set_operator(cr, CAIRO_OPERATOR_SOURCE);
    cairo_set_source_surface(cr, other.impl_->surface.get(), 0.0, 0.0);
    cairo_paint(cr);
    cairo_restore(cr);
}

std::span<const unsigned char> Canvas::pixels() {
    cairo_surface_t* const surface = impl_->surface.get();
    cairo_surface_flush(surface);
    const auto rows = static_cast<std::size_t>(cairo_image_surface_get_height(surface));
    return {cairo_image_surface_get_data(surface),
            rows * static_cast<std::size_t>(cairo_image_surface_get_stride(surface))};
}

double Canvas::height() const { return impl_->height; }

std::string Canvas::finish() {
    impl_->layout.reset();
    impl_->context.reset();
    cairo_surface_t* const surface = impl_->surface.get();
    if (impl_->format == PictureFormat::svg) {
        cairo_surface_finish(surface);
        return std::move(impl_->bytes);
    }
    cairo_surface_flush(surface);
    const int height = cairo_image_surface_get_height(surface), stride = cairo_image_surface_get_stride(surface);
    const std::size_t size = static_cast<std::size_t>(height) * static_cast<std::size_t>(stride);
    return png_of({cairo_image_surface_get_data(surface), size}, cairo_image_surface_get_width(surface), height,
                  stride);
}

Pixels Canvas::rgba() const {
    cairo_surface_t* const surface = impl_->surface.get();
    cairo_surface_flush(surface);
    Pixels out{cairo_image_surface_get_width(surface), cairo_image_surface_get_height(surface), {}};
    out.rgba.resize(4 * static_cast<std::size_t>(out.width) * static_cast<std::size_t>(out.height));
    const unsigned char* const data = cairo_image_surface_get_data(surface);
    const int stride = cairo_image_surface_get_stride(surface);
    auto to = out.rgba.begin();
    for (int row = 0; row < out.height; ++row) {
        const auto* const line =
            reinterpret_cast<const std::uint32_t*>(data + static_cast<std::ptrdiff_t>(row) * stride);
        for (int column = 0; column < out.width; ++column) {
            const std::uint32_t pixel = line[column];  // 0x--RRGGBB
            *to++ = static_cast<unsigned char>(pixel >> 16U);
            *to++ = static_cast<unsigned char>(pixel >> 8U);
            *to++ = static_cast<unsigned char>(pixel);
            *to++ = 255;
        }
    }
    return out;
}

}  // namespace muster::picture
