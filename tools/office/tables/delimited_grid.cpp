// SPDX-License-Identifier: Apache-2.0
// Separated values as people's programs write them: RFC 4180 quotes, any line end, and the separator told by the text.
#include <algorithm>
#include <array>

#include "tools/office/tables/grid_parts.h"
#include "tools/office/tables/text_encoding.h"

namespace muster::tables {

namespace {

constexpr std::string_view full_width_comma = "，";
constexpr std::array<std::string_view, 4> separators = {",", "\t", ";", full_width_comma};
constexpr std::size_t looked_at = 64U << 10U;  // bytes from which the separator is told

// The separator that stands most often outside quotes at the start of the text; the comma when none does. A full-width
// comma is text wherever there is another separator.
std::string_view separator_of(std::string_view text) {
    if (text.starts_with("sep=") && text.size() > 4) {  // what Excel understands, and some programs write
        for (const std::string_view s : separators)
            if (text.substr(4).starts_with(s)) return s;
    }
    std::array<std::size_t, separators.size()> counts{};
    bool quoted = false;
    const std::string_view start = text.substr(0, looked_at);
    for (std::size_t at = 0; at < start.size(); ++at) {
        if (start[at] == '"') quoted = !quoted;
        if (quoted) continue;
        for (std::size_t s = 0; s < separators.size(); ++s)
            if (start.substr(at).starts_with(separators[s])) ++counts[s];
    }
    const auto most = std::max_element(counts.begin(), counts.end() - 1);
    if (*most == 0 && counts.back() > 0) return separators.back();
    return separators[static_cast<std::size_t>(most - counts.begin())];
}

class DelimitedReader {
public:
    DelimitedReader(std::string_view text, TextGrid& grid, const TableLimits& limits, Findings& findings)
        : text_(text), separator_(grid.separator), builder_(grid, limits, findings), grid_(grid), findings_(findings) {}

    void read() {
        if (text_.starts_with("sep=")) skip_line();
        while (at_ < text_.size()) record();
    }

private:
    void skip_line() {
        at_ = std::min(text_.find('\n'), text_.size() - 1) + 1;
        ++line_, ++row_;
    }

    // True at a line end, which is taken.
    bool line_end() {
        if (text_[at_] != '\r' && text_[at_] != '\n') return false;
        if (text_.substr(at_).starts_with("\r\n")) ++at_;
        ++at_, ++line_;
        return true;
    }

    void record() {
        const int row = row_++, line = line_;
        for (int column = 1;; ++column) {
            const std::string value = field();
            builder_.add(row, column, line, value);
            if (at_ >= text_.size()) return;
            if (line_end()) return;
            at_ += separator_.size();
        }
    }

    bool at_field_end() const {
        return at_ >= text_.size() || text_[at_] == '\r' || text_[at_] == '\n' ||
               text_.substr(at_).starts_with(separator_);
    }

    std::string field() {
        // ="007" is how a number is kept from losing its zeros in Excel.
        const std::size_t start = text_.find_first_not_of(' ', at_);
        if (start != text_.npos && text_.substr(start).starts_with("=\"")) at_ = start + 1;
        if (start != text_.npos && text_[start] == '"') at_ = start;
        std::string value;
        if (at_ < text_.size() && text_[at_] == '"') value = quoted();
        while (!at_field_end()) value += text_[at_++];
        return value;
    }

    std::string quoted() {
        const int opened = line_;
        std::string value;
        for (++at_; at_ < text_.size(); ++at_) {
            if (text_[at_] == '"' && !text_.substr(at_).starts_with("\"\"")) {
                ++at_;
                return value;
            }
            if (text_[at_] == '"') ++at_;
            if (text_[at_] == '\n') ++line_;
            value += text_[at_];
        }
        findings_.push_back({Severity::error, "table.unclosed_quote", "", grid_.file, opened, {}});
        return {};
    }

    std::string_view text_;
    std::string separator_;
    GridBuilder builder_;
    TextGrid& grid_;
    Findings& findings_;
    std::size_t at_ = 0;
    int line_ = 1, row_ = 1;
};

// A comma typed with the Chinese keyboard leaves two values in one cell and a row too short: they are taken apart.
void split_at_full_width_commas(TextGrid& grid, Findings& findings) {
    if (grid.separator == full_width_comma || grid.rows.empty()) return;
    std::size_t widest = 0;
    for (const GridRow& row : grid.rows) widest = std::max(widest, row.cells.size());
    for (GridRow& row : grid.rows) {
        std::vector<std::string> cells;
        for (const std::string& cell : row.cells) {
            std::string_view rest = cell;
            for (std::size_t comma; (comma = rest.find(full_width_comma)) != rest.npos;) {
                cells.emplace_back(rest.substr(0, comma));
                rest.remove_prefix(comma + full_width_comma.size());
            }
            cells.emplace_back(rest);
        }
        if (cells.size() == row.cells.size() || cells.size() != widest) continue;
        row.cells = std::move(cells);
        findings.push_back(
            {Severity::note, "table.full_width_commas", grid.place(row.row, 1), grid.file, row.line, {}});
    }
}

void tell_encoding(const TextGrid& grid, std::string_view text, Findings& findings) {
    if (!grid.encoding.starts_with("UTF-8"))
        findings.push_back(table_finding(Severity::note, "table.encoding", grid.file, {{"encoding", grid.encoding}}));
    if (has_lost_characters(text))
        findings.push_back(table_finding(Severity::warning, "table.lost_characters", grid.file));
}

}  // namespace

Checked<std::vector<TextGrid>> read_delimited(const std::string& bytes, const std::string& file,
                                              const TableLimits& limits) {
    const bool utf16 = bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF");
    if (!utf16 && bytes.find('\0') != bytes.npos)
        return {std::nullopt, {table_finding(Severity::error, "table.binary", file)}};
    const auto text = decoded(bytes);
    if (!text) return {std::nullopt, {table_finding(Severity::error, "table.encoding_unknown", file)}};
    Checked<std::vector<TextGrid>> result;
    if (text->text.size() > limits.unpacked_bytes) {
        result.findings.push_back(table_finding(Severity::error, "table.too_large", file,
                                                {{"limit", std::to_string(limits.unpacked_bytes >> 20U)}}));
        return result;
    }
    TextGrid grid;
    grid.file = file;
    grid.encoding = text->encoding;
    grid.separator = separator_of(text->text);
    DelimitedReader(text->text, grid, limits, result.findings).read();
    split_at_full_width_commas(grid, result.findings);
    tell_encoding(grid, text->text, result.findings);
    if (!has_errors(result.findings)) result.value = std::vector<TextGrid>{std::move(grid)};
    return result;
}

}  // namespace muster::tables
