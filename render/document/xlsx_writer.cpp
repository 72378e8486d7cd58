// SPDX-License-Identifier: Apache-2.0
#include "render/document/xlsx_writer.h"

#include <unistd.h>
#include <xlsxwriter.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <ctime>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <numeric>
#include <set>

#include "render/document/layout.h"
#include "render/text/catalogue.h"

namespace muster::document {

namespace {

constexpr std::size_t longest_text = 32'767;     // bytes kept of one cell; a sheet takes as many characters
constexpr std::time_t fixed_date = 946'684'800;  // 2000-01-01: the same tables, the same bytes
constexpr double line_points = 14.0;

std::string cut(std::string text) {
    if (text.size() <= longest_text) return text;
    std::size_t end = longest_text;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;
    text.resize(end);
    return text;
}

// At most 31 characters, none of []:*?/\ and no quote at an end.
std::string sheet_name(const Table& table, std::set<std::string>& taken) {
    std::string name;
    int characters = 0;
    for (const char c : table.title.empty() ? table.key : table.title) {
        if ((static_cast<unsigned char>(c) & 0xC0U) != 0x80U && ++characters > 26) break;
        name += std::string_view("[]:*?/\\'").find(c) == std::string_view::npos ? c : ' ';
    }
    std::string unique = name.empty() ? "Sheet" : name;
    for (int i = 2; !taken.insert(unique).second; ++i) unique = name + " " + std::to_string(i);
    return unique;
}

// In print headers '&' begins a code.
std::string header_text(const std::string& text) {
    std::string out;
    for (const char c : text) out.append(c == '&' ? 2 : 1, c);
    return out.size() > 200 ? std::string() : out;
}

enum class Look : std::uint8_t { title, heading, label, text, number, fill, note };

class Book {
public:
    Book(const Document& document, const std::string& path) : document_(document), book_(workbook_new(path.c_str())) {
        std::string title = document.title, author = "Muster";
        lxw_doc_properties properties{};
        properties.title = title.data();
        properties.author = author.data();
        properties.created = fixed_date;
        workbook_set_properties(book_, &properties);
    }

    void add(const Table& table, const Section& section) {
        sheet_ = workbook_add_worksheet(book_, sheet_name(table, taken_).c_str());
        table_ = &table;
        widths_ = widths_in_characters(table);
        row_ = 0;
        set_up_columns();
        if (!table.title.empty()) title();
        if (table.header) header();
        const lxw_row_t first = row_;
        for (const Row& row : table.rows) body_row(row);
        if (table.header) {
            worksheet_freeze_panes(sheet_, first, 0);
            worksheet_repeat_rows(sheet_, 0, first - 1);
        }
        std::vector<std::string> notes = table.notes;
        if (const std::string note = fill_note(table, document_.lang); !note.empty()) notes.push_back(note);
        for (const std::string& note : notes) note_row(note);
        set_up_print(section);
    }

    std::string close() {
        const lxw_error error = workbook_close(book_);
        return error == LXW_NO_ERROR ? std::string() : lxw_strerror(error);
    }

private:
    [[nodiscard]] lxw_col_t last() const { return static_cast<lxw_col_t>(table_->columns.size() - 1); }

    lxw_format* format(Look look, const std::string& numbers = {}) {
        lxw_format*& format = formats_[{look, numbers}];
        if (format != nullptr) return format;
        format = workbook_add_format(book_);
        const text::Catalogue words(document_.lang);
        const std::string heading = words.text("font.heading"), table = words.text("font.table");
        const bool strong = look == Look::title || look == Look::heading || look == Look::label;
        format_set_font_name(format, (strong ? heading : table).c_str());
        format_set_font_size(format, look == Look::title ? 14.0 : look == Look::note ? 9.0 : 10.5);
        format_set_align(format, LXW_ALIGN_VERTICAL_CENTER);
        format_set_text_wrap(format);
        if (strong) format_set_align(format, LXW_ALIGN_CENTER);
        if (strong && heading == table) format_set_bold(format);
        if (look == Look::number) format_set_align(format, LXW_ALIGN_RIGHT);
        if (look != Look::title && look != Look::note) format_set_border(format, LXW_BORDER_THIN);
        if (look == Look::heading || look == Look::label) format_set_bg_color(format, 0xF0F0F0);
        if (look == Look::fill) {
            format_set_pattern(format, LXW_PATTERN_LIGHT_UP);
            format_set_fg_color(format, 0xD0D0D0);
            format_set_bg_color(format, 0xFFFFFF);
        }
        if (!numbers.empty()) format_set_num_format(format, numbers.c_str());
        return format;
    }

    // A column of a sheet is measured in digits: two to a Chinese character.
    void set_up_columns() {
        for (std::size_t c = 0; c < table_->columns.size(); ++c) {
            lxw_row_col_options options{};
            options.hidden = table_->columns[c].hidden ? LXW_TRUE : LXW_FALSE;
            const auto column = static_cast<lxw_col_t>(c);
            worksheet_set_column_opt(sheet_, column, column, 2.2 * widths_[c] + 1.5, nullptr, &options);
        }
    }

    void put_text(lxw_col_t from, lxw_col_t to, const std::string& text, lxw_format* how) {
        if (to > from)
            worksheet_merge_range(sheet_, row_, from, row_, to, cut(text).c_str(), how);
        else if (text.empty())
            worksheet_write_blank(sheet_, row_, from, how);
        else
            worksheet_write_string(sheet_, row_, from, cut(text).c_str(), how);
    }

    void title() {
        worksheet_set_row(sheet_, row_, 26.0, nullptr);
        put_text(0, last(), table_->title, format(Look::title));
        ++row_;
    }

    void header() {
        int lines = 1;
        for (std::size_t c = 0; c < table_->columns.size(); ++c) {
            const std::string text = heading_of(table_->columns[c], document_.lang);
            lines = std::max(lines, lines_in(text, widths_[c]));
            put_text(static_cast<lxw_col_t>(c), static_cast<lxw_col_t>(c), text, format(Look::heading));
        }
        worksheet_set_row(sheet_, row_++, line_points * lines + 4.0, nullptr);
    }

    void put(const Cell& cell, lxw_col_t from, lxw_col_t to) {
        const Column& column = table_->columns[from];
        if (!cell.number) {
            const Look look = cell.label                 ? Look::label
                              : is_to_fill(column, cell) ? Look::fill
                              : column.numbers           ? Look::number
                                                         : Look::text;
            return put_text(from, to, cell.text, format(look));
        }
        std::string pattern =
            cell.decimals > 0 ? "0." + std::string(static_cast<std::size_t>(cell.decimals), '0') : "0";
        std::string after = cell.text;
        after.erase(std::remove(after.begin(), after.end(), '"'), after.end());
        if (!after.empty()) pattern += '"' + after + '"';
        lxw_format* how = format(Look::number, pattern);
        if (to > from) worksheet_merge_range(sheet_, row_, from, row_, to, "", how);
        worksheet_write_number(sheet_, row_, from, *cell.number, how);
    }

    void body_row(const Row& row) {
        int lines = 1;
        std::size_t column = 0;
        for (const Cell& cell : row) {
            const std::size_t next = column + static_cast<std::size_t>(cell.span);
            double width = 0.0;
            for (std::size_t c = column; c < next; ++c) width += widths_[c];
            lines = std::max(lines, lines_in(printed(cell), width));
            put(cell, static_cast<lxw_col_t>(column), static_cast<lxw_col_t>(next - 1));
            column = next;
        }
        const double hand = table_->row_height_mm / 25.4 * 72.0;
        worksheet_set_row(sheet_, row_++, std::min(400.0, std::max(hand, line_points * lines + 4.0)), nullptr);
    }

    void note_row(const std::string& note) {
        const double width = std::accumulate(widths_.begin(), widths_.end(), 0.0);
        worksheet_set_row(sheet_, row_, line_points * lines_in(note, 1.15 * width), nullptr);
        put_text(0, last(), note, format(Look::note));
        ++row_;
    }

    void set_up_print(const Section& section) {
        constexpr std::uint8_t a3 = 8, a4 = 9, a5 = 11;
        worksheet_set_paper(sheet_, section.paper == Paper::a3 ? a3 : section.paper == Paper::a5 ? a5 : a4);
        if (section.landscape) worksheet_set_landscape(sheet_);
        worksheet_fit_to_pages(sheet_, 1, 0);
        worksheet_center_horizontally(sheet_);
        worksheet_set_margins(sheet_, 0.5, 0.5, 0.7, 0.7);
        const std::string pages = text::Catalogue(document_.lang).text("form.page", {{"page", "&P"}, {"pages", "&N"}});
        worksheet_set_header(sheet_, ("&R&8" + header_text(document_.subtitle)).c_str());
        worksheet_set_footer(sheet_, ("&L&8" + header_text(document_.footer) + "&R&8" + pages).c_str());
    }

    const Document& document_;
    lxw_workbook* book_;
    lxw_worksheet* sheet_ = nullptr;
    const Table* table_ = nullptr;
    std::vector<double> widths_;  // of its columns, in Chinese characters
    lxw_row_t row_ = 0;
    std::map<std::pair<Look, std::string>, lxw_format*> formats_;
    std::set<std::string> taken_;
};

class ScratchFile {
public:
    ScratchFile() {
        std::error_code failed;
        std::string name = (std::filesystem::temp_directory_path(failed) / "muster-XXXXXX").string();
        if (const int descriptor = ::mkstemp(name.data()); descriptor >= 0) {
            ::close(descriptor);
            path_ = name;
        }
    }
    ScratchFile(const ScratchFile&) = delete;
    ScratchFile& operator=(const ScratchFile&) = delete;
    ~ScratchFile() {
        std::error_code ignored;
        if (!path_.empty()) std::filesystem::remove(path_, ignored);
    }
    [[nodiscard]] const std::string& path() const { return path_; }  // "" = could not be made

private:
    std::string path_;
};

// "" = done, else why not.
std::string copied(const std::string& from, const std::string& to) {
    std::ifstream in(from, std::ios::binary);
    const std::string bytes((std::istreambuf_iterator<char>(in)), {});
    std::FILE* file = std::fopen(to.c_str(), "wb");
    if (file == nullptr) return std::strerror(errno);
    const bool written = std::fwrite(bytes.data(), 1, bytes.size(), file) == bytes.size();
    const int reason = errno;
    const bool closed = std::fclose(file) == 0;
    if (written && closed) return {};
    return std::strerror(written ? errno : reason);
}

}  // namespace

std::string write_xlsx(const Document& document, const std::string& path) {
    // The library tells of a full disk itself, on the standard error and in its own words: it writes where there is
    // room for its temporary files anyway.
    const ScratchFile scratch;
    if (scratch.path().empty()) return std::strerror(errno);
    Book book(document, scratch.path());
    for (const Section& section : document.sections)
        for (const DocumentBlock& block : section.blocks)
            if (const auto* table = std::get_if<Table>(&block)) book.add(*table, section);
    if (std::string why = book.close(); !why.empty()) return why;
    return copied(scratch.path(), path);
}

}  // namespace muster::document
