// SPDX-License-Identifier: Apache-2.0
#include "tools/office/tables/table_values.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <vector>

namespace muster::tables {

namespace {

// Blanks that Excel, WPS and web pages put into cells.
constexpr std::array<std::string_view, 9> blanks = {" ",
                                                    "\t",
                                                    "\r",
                                                    "\n",
                                                    "\xE3\x80\x80" /* full-width */,
                                                    "\xC2\xA0" /* no-break */,
                                                    "\xE2\x80\x8B" /* zero width */,
                                                    "\xEF\xBB\xBF" /* byte order mark */,
                                                    "\v"};

std::size_t blank_at(std::string_view text) {
    for (const std::string_view blank : blanks)
        if (text.starts_with(blank)) return blank.size();
    return 0;
}

// U+FF01..U+FF5E are the printable ASCII characters, full-width: EF BC 81..BF, EF BD 80..9E in UTF-8.
char half_width_at(std::string_view text) {
    if (text.size() < 3 || text[0] != '\xEF') return 0;
    const auto second = static_cast<unsigned char>(text[1]), third = static_cast<unsigned char>(text[2]);
    if (second == 0xBC && third >= 0x81 && third <= 0xBF) return static_cast<char>(third - 0x81 + '!');
    if (second == 0xBD && third >= 0x80 && third <= 0x9E) return static_cast<char>(third - 0x80 + '`');
    return 0;
}

// What may stand after a number.
constexpr std::array<std::string_view, 12> units = {"",    "人", "名", "个",     "秒",     "s",
                                                    "sec", "米", "m",  "pupils", "people", "元"};

struct Leading {
    double value = 0.0;
    std::string_view rest;
};

// Digits with one point, no sign of anything else ("1e5", "inf" and "0x" are no numbers of people).
std::optional<Leading> leading_number(std::string_view text) {
    std::size_t end = text.starts_with('-') || text.starts_with('+') ? 1 : 0;
    while (end < text.size() && ((text[end] >= '0' && text[end] <= '9') || text[end] == '.')) ++end;
    const std::size_t begin = text.starts_with('+') ? 1 : 0;
    double value = 0.0;
    const auto [stop, error] = std::from_chars(text.data() + begin, text.data() + end, value);
    if (error != std::errc{} || stop != text.data() + end || !std::isfinite(value)) return std::nullopt;
    return Leading{value, text.substr(end)};
}

std::string without_thousands(std::string_view text) {
    std::string plain;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool digits_after = text.size() - i > 3 && std::all_of(text.begin() + static_cast<std::ptrdiff_t>(i) + 1,
                                                                     text.begin() + static_cast<std::ptrdiff_t>(i) + 4,
                                                                     [](char c) { return c >= '0' && c <= '9'; });
        if (text[i] != ',' || !digits_after || plain.empty()) plain += text[i];
    }
    return plain;
}

std::optional<std::string> iso_of(int year, int month, int day) {
    const std::chrono::year_month_day date{std::chrono::year{year}, std::chrono::month{static_cast<unsigned>(month)},
                                           std::chrono::day{static_cast<unsigned>(day)}};
    if (!date.ok() || year < 1900 || year > 9999) return std::nullopt;
    std::array<char, 16> text{};
    std::snprintf(text.data(), text.size(), "%04d-%02d-%02d", year, month, day);
    return std::string(text.data());
}

// Marks behind a part of a time; those that end it are seconds.
struct TimeMark {
    std::string_view mark;
    bool ends = false;
};
constexpr std::array<TimeMark, 12> time_marks = {{{"分钟"},
                                                  {"分"},
                                                  {"min"},
                                                  {":"},
                                                  {"'"},
                                                  {"′"},
                                                  {"秒", true},
                                                  {"\"", true},
                                                  {"″", true},
                                                  {"sec", true},
                                                  {"s", true},
                                                  {"m"}}};

// The numbers among the digits of `text`; none when one is too large.
std::vector<int> digit_runs(std::string_view text) {
    std::vector<int> runs;
    for (std::size_t at = 0; at < text.size();) {
        if (text[at] < '0' || text[at] > '9') {
            ++at;
            continue;
        }
        int value = 0;
        const auto [stop, error] = std::from_chars(text.data() + at, text.data() + text.size(), value);
        if (error != std::errc{}) return {};
        runs.push_back(value);
        at = static_cast<std::size_t>(stop - text.data());
    }
    return runs;
}

bool only_of(std::string_view text, std::string_view allowed_ascii, std::initializer_list<std::string_view> words) {
    while (!text.empty()) {
        if (allowed_ascii.find(text.front()) != allowed_ascii.npos) {
            text.remove_prefix(1);
            continue;
        }
        const auto word =
            std::find_if(words.begin(), words.end(), [&](std::string_view w) { return text.starts_with(w); });
        if (word == words.end()) return false;
        text.remove_prefix(word->size());
    }
    return true;
}

}  // namespace

std::string trimmed_blanks(std::string_view text) {
    while (const std::size_t blank = blank_at(text)) text.remove_prefix(blank);
    for (bool more = true; more;) {
        more = false;
        for (const std::string_view blank : blanks) {
            if (!text.ends_with(blank)) continue;
            text.remove_suffix(blank.size());
            more = true;
        }
    }
    return std::string(text);
}

std::string folded(std::string_view text) {
    std::string plain;
    while (!text.empty()) {
        if (const std::size_t blank = blank_at(text)) {
            text.remove_prefix(blank);
            continue;
        }
        const char half = half_width_at(text);
        const char c = half != 0 ? half : text.front();
        plain += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
        text.remove_prefix(half != 0 ? 3 : 1);
    }
    return plain;
}

std::optional<double> number_in(std::string_view text) {
    const std::string plain = without_thousands(folded(text));
    const auto leading = leading_number(plain);
    if (!leading || std::find(units.begin(), units.end(), leading->rest) == units.end()) return std::nullopt;
    return leading->value;
}

std::optional<std::string> excel_date(double serial) {
    if (!(serial >= 0.0) || serial >= 2958466.0) return std::nullopt;
    const auto whole_s = static_cast<std::int64_t>(std::llround(serial * 86400.0));
    const std::int64_t days = whole_s / 86400, rest_s = whole_s % 86400;
    std::array<char, 16> time{};
    std::snprintf(time.data(), time.size(), "%02d:%02d:%02d", static_cast<int>(rest_s / 3600),
                  static_cast<int>(rest_s / 60 % 60), static_cast<int>(rest_s % 60));
    if (days == 0) return std::string(time.data());
    using namespace std::chrono;
    const sys_days start = days < 60 ? sys_days{1899y / 12 / 31} : sys_days{1899y / 12 / 30};
    const year_month_day date{start + std::chrono::days{days}};
    const auto iso = iso_of(static_cast<int>(date.year()), static_cast<int>(static_cast<unsigned>(date.month())),
                            static_cast<int>(static_cast<unsigned>(date.day())));
    if (!iso || rest_s == 0) return iso;
    return *iso + " " + time.data();
}

std::optional<std::string> excel_clock(double days, bool elapsed) {
    if (!(days >= 0.0) || days >= 1000.0) return std::nullopt;
    const auto whole_s = static_cast<int>(std::llround(days * 86400.0));
    std::array<char, 24> text{};
    if (elapsed)
        std::snprintf(text.data(), text.size(), "%d:%02d:%02d", whole_s / 3600, whole_s / 60 % 60, whole_s % 60);
    else
        std::snprintf(text.data(), text.size(), "%d:%02d", whole_s / 3600 % 24, whole_s / 60 % 60);
    return std::string(text.data());
}

std::optional<std::string> iso_date(std::string_view text) {
    const std::string whole = trimmed_blanks(text);
    const std::string day_only = whole.substr(0, whole.find_first_of(" T"));  // a time of day may follow
    const std::string plain = folded(day_only);
    const auto runs = digit_runs(plain);
    if (!only_of(plain, "0123456789-/.", {"年", "月", "日", "号"})) return std::nullopt;
    if (runs.size() == 1 && plain.size() == 8) return iso_of(runs[0] / 10000, runs[0] / 100 % 100, runs[0] % 100);
    if (runs.size() == 1 && plain.size() == 5) return excel_date(runs[0]);
    if (runs.size() != 3) return std::nullopt;
    return iso_of(runs[0], runs[1], runs[2]);
}

std::optional<double> seconds_in(std::string_view text) {
    const std::string plain = folded(text);
    double total_s = 0.0;
    std::string_view rest = plain;
    for (int parts = 0; !rest.empty(); ++parts) {
        const auto leading = leading_number(rest);
        if (!leading || leading->value < 0.0 || parts == 3 || (parts > 0 && leading->value >= 60.0))
            return std::nullopt;
        total_s = total_s * 60.0 + leading->value;
        rest = leading->rest;
        const auto mark = std::find_if(time_marks.begin(), time_marks.end(),
                                       [&](const TimeMark& m) { return rest.starts_with(m.mark); });
        if (mark == time_marks.end() && !rest.empty()) return std::nullopt;
        if (mark == time_marks.end()) continue;
        rest.remove_prefix(mark->mark.size());
        if (mark->ends && !rest.empty()) return std::nullopt;
        if (!mark->ends && rest.empty()) total_s *= 60.0;  // "2分": no seconds given
    }
    if (plain.empty()) return std::nullopt;
    return total_s;
}

}  // namespace muster::tables
