// SPDX-License-Identifier: Apache-2.0
#include "render/document/layout.h"

#include <algorithm>
#include <cctype>
#include <cmath>
#include <cstdint>

#include "render/text/catalogue.h"

namespace muster {

namespace {

constexpr double mm_per_point = 25.4 / 72.0;
constexpr double cell_padding_mm = 2.4;  // both sides and the line between
constexpr double caption_mm = 9.0;

PageSize upright(Paper paper) {
    switch (paper) {
        case Paper::a3:
            return {297.0, 420.0};
        case Paper::a5:
            return {148.0, 210.0};
        case Paper::a4:
            break;
    }
    return {210.0, 297.0};
}

std::uint32_t big_endian(std::string_view bytes, std::size_t at) {
    std::uint32_t value = 0;
    for (std::size_t i = 0; i < 4; ++i) value = (value << 8U) | static_cast<unsigned char>(bytes[at + i]);
    return value;
}

// Height over width, from the header of the PNG.
double shape_of(std::string_view png) {
    constexpr std::size_t width_at = 16, height_at = 20;
    if (png.size() < height_at + 4 || big_endian(png, width_at) == 0) return 1.0;
    return static_cast<double>(big_endian(png, height_at)) / big_endian(png, width_at);
}

constexpr double by_hand_width = 4.4;  // "（手填）" in one line

bool begins_character(char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }

// Letters of European scripts are half as wide as Chinese characters; so are digits.
double width_of(char lead) { return static_cast<unsigned char>(lead) < 0xE0U ? 0.54 : 1.0; }

// Chinese breaks anywhere: only words of letters count.
double longest_word(std::string_view heading) {
    double longest = 0.0, width = 0.0;
    for (const char c : heading) {
        const bool letter = std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '-';
        width = letter ? width + width_of(c) : 0.0;
        longest = std::max(longest, width);
    }
    return longest;
}

}  // namespace

PageSize page_of(const Section& section) {
    PageSize page = upright(section.paper);
    if (section.landscape) std::swap(page.width_mm, page.height_mm);
    return page;
}

double margin_of(const Section& section) { return section.paper == Paper::a5 ? a5_margin_mm : page_margin_mm; }

PageSize room_of(const Section& section) {
    const PageSize page = page_of(section);
    const double margins = 2.0 * margin_of(section);
    return {page.width_mm - margins, page.height_mm - margins};
}

PageSize size_of(const Picture& picture, PageSize room) {
    const double shape = shape_of(picture.png);
    const double most = (picture.height_mm > 0.0 ? picture.height_mm : room.height_mm) - caption_mm;
    double width = picture.width_mm > 0.0 ? std::min(picture.width_mm, room.width_mm) : room.width_mm;
    width = std::min(width, most / shape);
    return {width, width * shape};
}

double width_in_characters(std::string_view text) {
    double widest = 0.0, width = 0.0;
    for (const char c : text) {
        if (c == '\n') width = 0.0;
        if (c != '\n' && begins_character(c)) width += width_of(c);
        widest = std::max(widest, width);
    }
    return widest;
}

int lines_in(std::string_view text, double characters) {
    int lines = 0;
    for (std::size_t from = 0; from <= text.size();) {
        const std::size_t end = std::min(text.find('\n', from), text.size());
        const double width = width_in_characters(text.substr(from, end - from));
        lines += std::max(1, static_cast<int>(std::ceil(width / std::max(characters, 1.0) - 1e-9)));
        from = end + 1;
    }
    return lines;
}

double font_points(const Table& table, double room_mm) {
    double characters = 0.0;
    for (const Column& column : table.columns) characters += column.width;
    const double room = room_mm - cell_padding_mm * static_cast<double>(table.columns.size());
    return std::clamp(std::floor(2.0 * room / std::max(characters, 1.0) / mm_per_point) / 2.0, 6.5, 10.5);
}

void fit_widths(Table& table) {
    if (!table.header) return;
    std::vector<double> longest(table.columns.size(), 0.0);
    for (const Row& row : table.rows) {
        std::size_t column = 0;
        for (const Cell& cell : row) {
            if (cell.span == 1) longest[column] = std::max(longest[column], width_in_characters(printed(cell)));
            column += static_cast<std::size_t>(cell.span);
        }
    }
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
        Column& column = table.columns[i];
        const double needed = longest[i] + 0.6;
        if (needed <= 2.0 * column.width) column.width = std::max(column.width, needed);
        column.width = std::max(column.width, longest_word(column.heading) + 0.4);
        if (column.by == FilledBy::human) column.width = std::max(column.width, by_hand_width);
    }
}

std::string heading_of(const Column& column, Lang lang) {
    if (column.by != FilledBy::human || column.heading.empty()) return column.heading;
    return column.heading + "\n" + Catalogue(lang).text("form.by_hand");
}

std::string fill_note(const Table& table, Lang lang) {
    for (const Row& row : table.rows) {
        std::size_t column = 0;
        for (const Cell& cell : row) {
            if (is_to_fill(table.columns[column], cell)) return Catalogue(lang).text("form.fill_note");
            column += static_cast<std::size_t>(cell.span);
        }
    }
    return {};
}

std::string signature_text(const std::string& role, const Section& section, Lang lang) {
    return role + Catalogue(lang).text(section.landscape ? "form.signature_low" : "form.signature");
}

}  // namespace muster
