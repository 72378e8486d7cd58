// SPDX-License-Identifier: Apache-2.0
// Paper to draw on, in points of a page 700 wide whatever the pixels; ends as PNG or SVG bytes. Inside render/picture
// only: cairo and pango are behind it.
#pragma once

#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "render/picture/colour.h"
#include "sim/geometry/polygon.h"

namespace muster::picture {

enum class PictureFormat : std::uint8_t { png, svg };
enum class Align : std::uint8_t { left, middle, right };

struct TextStyle {
    double size = 11.0;
    bool bold = false;
    Colour colour = ink::black;
    Align align = Align::left;
    double halo = 0.0;          // width of a white outline, 0 = none
    double turn_degrees = 0.0;  // counter-clockwise as seen
};

struct Stroke {
    double width = 1.0;
    Colour colour = ink::black;
    double dash = 0.0;  // length of dash and gap, 0 = solid
    bool round = false;
};

struct TextSize {
    double width = 0.0, height = 0.0;
};

inline constexpr double page_width = 700.0;

/// Rows from the top, four bytes a pixel: red, green, blue, opaque.
struct Pixels {
    int width = 0, height = 0;
    std::vector<unsigned char> rgba;
};

class Canvas {
public:
    /// Page `width` x `height`, drawn `width_px` pixels wide.
    Canvas(PictureFormat format, int width_px, double height, double width = page_width);
    ~Canvas();
    Canvas(const Canvas&) = delete;
    Canvas& operator=(const Canvas&) = delete;

    // Points are (x to the right, y down), in page units.
    void fill(std::span<const Ring> rings, Colour colour);  // even-odd
    void fill(const Ring& ring, Colour colour) { fill(std::span(&ring, 1), colour); }
    void outline(const Ring& ring, Stroke stroke);  // closed
    void line(std::span<const Vec2> points, Stroke stroke);
    void line(Vec2 a, Vec2 b, Stroke stroke);
    void disc(Vec2 centre, double radius, Colour colour);
    void circle(Vec2 centre, double radius, Stroke stroke);
    /// Parallel lines over the shape, `gap` apart, at `degrees`.
    void hatch(std::span<const Ring> rings, double gap, double degrees, Stroke stroke);
    /// Everything until release() is seen inside the rings only.
    void clip(std::span<const Ring> rings);
    void release();
    /// A picture of columns x rows cells, row 0 at the bottom, stretched between two corners with soft edges.
    void raster(Vec2 top_left, Vec2 bottom_right, int columns, std::span<const Colour> cells);

    /// `at` is the middle of the line of text in height, and its left end, middle or right end in width.
    void text(Vec2 at, std::string_view text, const TextStyle& style);
    [[nodiscard]] TextSize measure(std::string_view text, const TextStyle& style);

    /// Becomes a copy of another PNG canvas of the same size.
    void copy(const Canvas& other);
    /// What has been drawn on a PNG canvas so far: rows from the top, four bytes a pixel (blue, green, red, nothing).
    [[nodiscard]] std::span<const unsigned char> pixels();

    [[nodiscard]] double height() const;
    /// The finished file. Call once, last.
    [[nodiscard]] std::string finish();
    /// What has been drawn so far. Pre: format png.
    [[nodiscard]] Pixels rgba() const;

private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

}  // namespace muster::picture
