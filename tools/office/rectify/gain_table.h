// SPDX-License-Identifier: Apache-2.0
// Comparisons of figures as cells of documents; for items and for whole plans.
#pragma once

#include <string>
#include <vector>

#include "render/document/document.h"
#include "tools/store/rectification_file.h"

namespace muster::rectify {

/// "236 → 171"; a clock that did not stop is named.
[[nodiscard]] std::string arrow_text(const std::optional<double>& before, const std::optional<double>& after,
                                     int decimals, text::Lang lang);
/// "-65 (-70…-58)"; "" where there is no difference to give.
[[nodiscard]] std::string difference_text(const std::optional<double>& difference, const std::optional<double>& low,
                                          const std::optional<double>& high, int decimals);
/// Digits that are worth printing.
[[nodiscard]] int decimals_of(analysis::Figure figure);
[[nodiscard]] std::string name_of(analysis::Figure figure, text::Lang lang);
[[nodiscard]] std::string names_of(const std::vector<std::string>& figure_codes, text::Lang lang);

/// A row per figure: before, after, difference with its interval, P95, p, and what can be told.
[[nodiscard]] document::Table gain_table(const std::vector<store::ItemGain>& gain, const std::string& key,
                                         text::Lang lang);

}  // namespace muster::rectify
