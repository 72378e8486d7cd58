// SPDX-License-Identifier: Apache-2.0
#include "scenarios/series_csv.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <limits>
#include <stdexcept>

namespace muster::scenarios {

namespace {

std::string trimmed(std::string_view s) {
    const auto first = s.find_first_not_of(" \t\r\"");
    if (first == std::string_view::npos) return {};
    return std::string(s.substr(first, s.find_last_not_of(" \t\r\"") - first + 1));
}

std::vector<std::string> cells(std::string_view line) {
    std::vector<std::string> out;
    bool quoted = false;
    std::size_t from = 0;
    for (std::size_t i = 0; i <= line.size(); ++i) {
        if (i < line.size() && line[i] == '"') quoted = !quoted;
        if (i < line.size() && (line[i] != ',' || quoted)) continue;
        out.push_back(trimmed(line.substr(from, i - from)));
        from = i + 1;
    }
    return out;
}

double number(const std::string& s) {
    double out = 0.0;
    const char* first = s.data();
    if (!s.empty() && *first == '+') ++first;
    const auto [end, error] = std::from_chars(first, s.data() + s.size(), out);
    return error == std::errc{} && end == s.data() + s.size() ? out : std::numeric_limits<double>::quiet_NaN();
}

SeriesTable read(std::string_view text, std::size_t header_rows) {
    SeriesTable out;
    std::vector<std::vector<std::string>> header;
    std::size_t line_number = 0;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        const std::string_view line = text.substr(0, end);
        text.remove_prefix(std::min(end + 1, text.size()));
        ++line_number;
        if (trimmed(line).empty()) continue;
        const std::vector<std::string> row = cells(line);
        if (header.size() < header_rows) {
            header.push_back(row);
            if (header.size() < header_rows) continue;
            for (std::size_t i = 1; i < header.back().size(); ++i) {
                SeriesColumn c;
                const auto of = [&](std::size_t r) { return i < header[r].size() ? header[r][i] : std::string{}; };
                c.name = header_rows == 4 ? of(0) : of(1);
                c.measurement = header_rows == 4 ? of(1) : std::string{};
                c.device = header_rows == 4 ? of(2) : of(1);
                c.unit = header_rows == 4 ? of(3) : of(0);
                out.columns.push_back(std::move(c));
            }
            continue;
        }
        const double time = number(row.front());
        if (!std::isfinite(time)) throw std::runtime_error("line " + std::to_string(line_number) + ": no time");
        if (!out.time_s.empty() && time <= out.time_s.back())
            throw std::runtime_error("line " + std::to_string(line_number) + ": time does not go on");
        out.time_s.push_back(time);
        for (std::size_t i = 0; i < out.columns.size(); ++i)
            out.columns[i].values.push_back(i + 1 < row.size() ? number(row[i + 1])
                                                               : std::numeric_limits<double>::quiet_NaN());
    }
    if (header.size() < header_rows || out.time_s.empty()) throw std::runtime_error("no rows of numbers");
    return out;
}

}  // namespace

const SeriesColumn* SeriesTable::find(std::string_view device, std::string_view measurement) const {
    for (const SeriesColumn& c : columns)
        if (c.device == device && c.measurement == measurement) return &c;
    return nullptr;
}

double SeriesTable::at(const SeriesColumn& column, double t) const {
    if (time_s.empty()) return std::numeric_limits<double>::quiet_NaN();
    const auto it = std::upper_bound(time_s.begin(), time_s.end(), t);
    if (it == time_s.begin()) return column.values.front();
    if (it == time_s.end()) return column.values.back();
    const auto i = static_cast<std::size_t>(it - time_s.begin());
    const double share = (t - time_s[i - 1]) / (time_s[i] - time_s[i - 1]);
    return column.values[i - 1] + share * (column.values[i] - column.values[i - 1]);
}

SeriesTable read_cfast_csv(std::string_view text) { return read(text, 4); }
SeriesTable read_fds_csv(std::string_view text) { return read(text, 2); }

}  // namespace muster::scenarios
