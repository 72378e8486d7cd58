// SPDX-License-Identifier: Apache-2.0
#include "render/text/columns.h"

#include <algorithm>

namespace muster::text {

namespace {

// One character from `at` on: its bytes and its columns.
struct Glyph {
    std::size_t bytes;
    std::size_t columns;
};
Glyph glyph_at(std::string_view text, std::size_t at) {
    const auto byte = static_cast<unsigned char>(text[at]);
    if (byte < 0x80) return {1, 1};
    if (byte < 0xe0) return {2, 1};
    if (byte >= 0xf0) return {4, 2};
    return {3, byte >= 0xe3 && byte <= 0xef ? std::size_t{2} : std::size_t{1}};
}

}  // namespace

std::size_t columns_of(std::string_view text) {
    std::size_t sum = 0;
    for (std::size_t at = 0; at < text.size();) {
        const Glyph g = glyph_at(text, at);
        sum += g.columns;
        at += g.bytes;
    }
    return sum;
}

std::string fitted(std::string_view text, std::size_t columns) {
    std::string out;
    std::size_t used = 0;
    const bool cut = columns_of(text) > columns;
    const std::size_t room = cut && columns > 0 ? columns - 1 : columns;
    for (std::size_t at = 0; at < text.size();) {
        const Glyph g = glyph_at(text, at);
        if (used + g.columns > room) break;
        out += text.substr(at, g.bytes);
        used += g.columns;
        at += g.bytes;
    }
    if (cut) out += "…", ++used;
    return out + std::string(columns - std::min(columns, used), ' ');
}

std::string aligned_table(const std::vector<std::vector<std::string>>& rows, const std::vector<bool>& right) {
    std::vector<std::size_t> widths;
    for (const auto& row : rows) {
        widths.resize(std::max(widths.size(), row.size()));
        for (std::size_t c = 0; c < row.size(); ++c) widths[c] = std::max(widths[c], columns_of(row[c]));
    }
    std::string out;
    const auto line = [&](const std::vector<std::string>& row) {
        for (std::size_t c = 0; c < row.size(); ++c) {
            const std::string blanks(widths[c] - columns_of(row[c]), ' ');
            const bool last = c + 1 == row.size(), to_right = c < right.size() && right[c];
            out += to_right ? blanks + row[c] : last ? row[c] : row[c] + blanks;
            if (!last) out += "  ";
        }
        out += '\n';
    };
    for (std::size_t r = 0; r < rows.size(); ++r) {
        line(rows[r]);
        if (r > 0) continue;
        std::size_t all = widths.empty() ? 0 : 2 * (widths.size() - 1);
        for (const std::size_t w : widths) all += w;
        out += std::string(all, '-') + '\n';
    }
    return out;
}

}  // namespace muster::text
