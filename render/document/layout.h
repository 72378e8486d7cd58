// SPDX-License-Identifier: Apache-2.0
// What all writers must agree on: paper, room for blocks, sizes of letters and pictures.
#pragma once

#include <string_view>
#include <vector>

#include "render/document/document.h"

namespace muster::document {

struct PageSize {
    double width_mm = 0.0, height_mm = 0.0;
};
[[nodiscard]] PageSize page_of(const Section& section);
inline constexpr double page_margin_mm = 18.0;
inline constexpr double a5_margin_mm = 10.0;
[[nodiscard]] double margin_of(const Section& section);
/// What blocks may use: margins taken off.
[[nodiscard]] PageSize room_of(const Section& section);

/// On the page, in proportion. The caption has its line under it.
[[nodiscard]] PageSize size_of(const Picture& picture, PageSize room);

/// Width of the words in Chinese characters, of the longest line: a Latin letter is half of one.
[[nodiscard]] double width_in_characters(std::string_view text);
/// Lines the words take in a column so many Chinese characters wide, at least one.
[[nodiscard]] int lines_in(std::string_view text, double characters);

/// Of a table's columns: as they ask, and wider where the cells would nearly fit on one line or a word is longer; prose
/// wraps.
[[nodiscard]] std::vector<double> widths_in_characters(const Table& table);
/// On either side of a cell's words; less in a table of many columns.
[[nodiscard]] double cell_padding_mm(const Table& table);
/// Size of letters at which the columns get these widths in `room_mm`: 6.5 to 10.5 points.
[[nodiscard]] double font_points(const Table& table, double room_mm);
/// The columns on paper, with what is round their words; they sum up to `room_mm`.
[[nodiscard]] std::vector<double> column_widths_mm(const Table& table, double room_mm);

/// "人数（人）", with a line that says that a person fills it, where one does.
[[nodiscard]] std::string heading_of(const Column& column, text::Lang lang);
/// The line under a table with cells to fill in by hand; "" = it has none.
[[nodiscard]] std::string fill_note(const Table& table, text::Lang lang);
/// Lines under a table of a section: its own, and once in the section, under the last one that needs it, the fill note.
[[nodiscard]] std::vector<std::string> notes_of(const Table& table, const Section& section, text::Lang lang);
/// "编制：", room, "日期： 年 月 日"; on a landscape page in one line less.
[[nodiscard]] std::string signature_text(const std::string& role, const Section& section, text::Lang lang);

}  // namespace muster::document
