// SPDX-License-Identifier: Apache-2.0
// Every sentence the program says, by id, in each language. Rows live in *.inc files, one per part of the program;
// placeholders are {names}. Names of enumerators are in names.h.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "render/text/language.h"
#include "sim/base/finding.h"
#include "sim/model/name.h"

namespace muster::text {

using TextArgs = std::vector<std::pair<std::string, std::string>>;

/// {"report.title", "...", "..."}
struct TextRow {
    const char *id, *zh, *en;
};

/// {"opening.width_differs", "...", "...", "...", "..."}; a hint may be "".
struct FindingRow {
    const char *code, *zh, *en, *zh_hint, *en_hint;
};

[[nodiscard]] std::span<const TextRow> text_rows();
[[nodiscard]] std::span<const FindingRow> finding_rows();

class Catalogue {
public:
    explicit Catalogue(Lang lang) : lang_(lang) {}
    [[nodiscard]] Lang lang() const { return lang_; }
    /// The text with its placeholders filled; a placeholder without argument stays as it is. An unknown id gives the
    /// id.
    [[nodiscard]] std::string text(std::string_view id, const TextArgs& args = {}) const;

private:
    Lang lang_;
};

struct FindingText {
    std::string message;
    std::string hint;  // what to do about it; may be empty
};

/// An unknown code gives the code and the arguments.
[[nodiscard]] FindingText describe(const Finding& finding, Lang lang);
/// One line for a terminal: "plan.json:12: error: message (/openings/2) [opening.width_differs]".
[[nodiscard]] std::string describe_line(const Finding& finding, Lang lang);
/// "file:line", "file" or "" : where the finding is, for tables.
[[nodiscard]] std::string place_of(const Finding& finding);

/// `text` with each {name} replaced. Values are not searched for placeholders again.
[[nodiscard]] std::string fill(std::string_view text, const TextArgs& args);
/// Names of the placeholders in `text`, sorted, once each.
[[nodiscard]] std::vector<std::string> placeholders_of(std::string_view text);

/// The text in every language.
[[nodiscard]] Name in_all_languages(std::string_view id);

}  // namespace muster::text
