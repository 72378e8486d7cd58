// SPDX-License-Identifier: Apache-2.0
// Values as people type them into a table, full-width digits included: numbers, dates, times.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace muster::tables {

/// "４５人", "1,080", " 45 " -> 45; nothing when it is no number, or more than a number and a unit.
[[nodiscard]] std::optional<double> number_in(std::string_view text);
/// "2025年11月23日", "2025/11/23", "2025.11.23", "2025-11-23 00:00:00", "20251123", Excel's 45984 -> "2025-11-23".
[[nodiscard]] std::optional<std::string> iso_date(std::string_view text);
/// "1:42", "1分42秒", "102", "102.5 s", "1'42\"", Excel's "00:01:42" -> seconds.
[[nodiscard]] std::optional<double> seconds_in(std::string_view text);
/// Half-width, lower case of A-Z, without blanks: what words are compared by.
[[nodiscard]] std::string folded(std::string_view text);
/// Without blanks at both ends: spaces, tabs, line ends, the full-width space, the invisible ones.
[[nodiscard]] std::string trimmed_blanks(std::string_view text);
/// Day number of Excel (1900 system; 60, the 29 February 1900 that never was, is passed over) -> "2025-11-23", with
/// " 08:30:00" when there is a fraction; below 1 only the time of day. Nothing outside 0 to 2958466 (the year 9999).
[[nodiscard]] std::optional<std::string> excel_date(double serial);
/// What a cell of the format h:mm shows, "1:42", which a person may have meant as minutes and seconds; `elapsed`: of
/// [h]:mm:ss, "26:10:00". Nothing below 0 or from 1,000 days on.
[[nodiscard]] std::optional<std::string> excel_clock(double days, bool elapsed);

}  // namespace muster::tables
