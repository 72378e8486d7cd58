// SPDX-License-Identifier: Apache-2.0
#include "render/document/layout.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <numeric>

#include "render/text/catalogue.h"

namespace muster::document {

namespace {

constexpr double mm_per_point = 25.4 / 72.0;
constexpr double line_mm = 0.4;  // between two columns
constexpr std::size_t many_columns = 12;
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

// Arial's letters in ems, roughly, and what wider fonts put in its place take more.
double letter_width(char c) {
    constexpr std::string_view narrow = "fijlrt.,:;'|()[]/I", wide = "mwMW@%";
    if (narrow.find(c) != std::string_view::npos) return 0.35;
    if (wide.find(c) != std::string_view::npos) return 0.85;
    return c >= 'A' && c <= 'Z' ? 0.7 : 0.56;
}
constexpr double plain_words = 1.15, bold_words = 1.25;

// Of what no line breaks within. Chinese breaks anywhere, so do other words at a hyphen or a slash.
double longest_word(std::string_view text) {
    double longest = 0.0, width = 0.0;
    for (const char c : text) {
        if (!begins_character(c)) continue;
        const bool letter = c != ' ' && c != '\n' && c != '-' && c != '/' && static_cast<unsigned char>(c) < 0xE0U;
        width = letter ? width + letter_width(c) : 0.0;
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

double cell_padding_mm(const Table& table) { return table.columns.size() > many_columns ? 0.5 : 1.0; }

namespace {

constexpr double min_points = 6.5, max_points = 10.5;

struct ColumnNeed {
    double least = 0.0;  // no word breaks
    double wish = 0.0;
};

std::vector<ColumnNeed> needs_of(const Table& table) {
    std::vector<ColumnNeed> needs(table.columns.size());
    std::vector<double> line(table.columns.size(), 0.0);
    for (const Row& row : table.rows) {
        std::size_t column = 0;
        for (const Cell& cell : row) {
            if (cell.span == 1) {
                const std::string text = printed(cell);
                const double word = (cell.label ? bold_words : plain_words) * longest_word(text);
                needs[column].least = std::max(needs[column].least, word);
                line[column] = std::max(line[column], width_in_characters(text) + 0.6);
            }
            column += static_cast<std::size_t>(cell.span);
        }
    }
    for (std::size_t i = 0; i < needs.size(); ++i) {
        const Column& column = table.columns[i];
        ColumnNeed& need = needs[i];
        if (table.header) need.least = std::max(need.least, bold_words * longest_word(column.heading));
        if (table.header && column.by == FilledBy::human) need.least = std::max(need.least, by_hand_width);
        const bool one_line = table.header && line[i] <= 2.0 * column.width;  // a form to fill stands as it is
        need.wish = std::max({need.least, column.width, one_line ? line[i] : 0.0});
    }
    return needs;
}

double wish_of(const std::vector<ColumnNeed>& needs) {
    return std::accumulate(needs.begin(), needs.end(), 0.0,
                           [](double sum, const ColumnNeed& need) { return sum + need.wish; });
}

double around_words_mm(const Table& table) { return 2.0 * cell_padding_mm(table) + line_mm; }

double room_for_words(const Table& table, double room_mm) {
    return room_mm - static_cast<double>(table.columns.size()) * around_words_mm(table);
}

double points_for(double characters, double room_mm) {
    const double points = room_mm / std::max(characters, 1.0) / mm_per_point;
    return std::clamp(std::floor(2.0 * points) / 2.0, min_points, max_points);
}

}  // namespace

std::vector<double> widths_in_characters(const Table& table) {
    std::vector<double> widths;
    for (const ColumnNeed& need : needs_of(table)) widths.push_back(need.wish);
    return widths;
}

double font_points(const Table& table, double room_mm) {
    return points_for(wish_of(needs_of(table)), room_for_words(table, room_mm));
}

std::vector<double> column_widths_mm(const Table& table, double room_mm) {
    const std::vector<ColumnNeed> needs = needs_of(table);
    const double wish = wish_of(needs), room = room_for_words(table, room_mm);
    const double least = std::accumulate(needs.begin(), needs.end(), 0.0,
                                         [](double sum, const ColumnNeed& need) { return sum + need.least; });
    const double characters = room / (points_for(wish, room) * mm_per_point);
    // Where there is not room enough for all at the smallest letters, words stay whole as long as they can.
    const double share = wish > characters && wish > least ? std::max(0.0, (characters - least) / (wish - least)) : 1.0;
    const double all = least + share * (wish - least);
    std::vector<double> widths;
    for (const ColumnNeed& need : needs)
        widths.push_back(around_words_mm(table) +
                         room * (need.least + share * (need.wish - need.least)) / std::max(all, 1.0));
    return widths;
}

std::string heading_of(const Column& column, text::Lang lang) {
    if (column.by != FilledBy::human || column.heading.empty()) return column.heading;
    return column.heading + "\n" + text::Catalogue(lang).text("form.by_hand");
}

std::string fill_note(const Table& table, text::Lang lang) {
    for (const Row& row : table.rows) {
        std::size_t column = 0;
        for (const Cell& cell : row) {
            if (is_to_fill(table.columns[column], cell)) return text::Catalogue(lang).text("form.fill_note");
            column += static_cast<std::size_t>(cell.span);
        }
    }
    return {};
}

std::vector<std::string> notes_of(const Table& table, const Section& section, text::Lang lang) {
    std::string fill = fill_note(table, lang);
    bool after = false;
    for (const DocumentBlock& block : section.blocks) {
        const auto* other = std::get_if<Table>(&block);
        if (after && other != nullptr && !fill_note(*other, lang).empty()) fill.clear();
        after = after || other == &table;
    }
    std::vector<std::string> notes = table.notes;
    if (!fill.empty()) notes.push_back(std::move(fill));
    return notes;
}

std::string signature_text(const std::string& role, const Section& section, text::Lang lang) {
    return role + text::Catalogue(lang).text(section.landscape ? "form.signature_low" : "form.signature");
}

}  // namespace muster::document
