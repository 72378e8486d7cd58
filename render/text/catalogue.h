// SPDX-License-Identifier: Apache-2.0
// Every sentence the program says, by id, in each language: the .po files beside this. Placeholders are {names}. Names
// of enumerators are in names.h.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "render/text/embedded.h"
#include "render/text/language.h"
#include "sim/base/finding.h"
#include "sim/model/name.h"

namespace muster::text {

using TextArgs = std::vector<std::pair<std::string, std::string>>;

/// Every text of a language. A registered language has its folder: a test sees to it.
[[nodiscard]] const Texts& texts_of(Lang lang);
/// The text with its placeholders open.
[[nodiscard]] std::optional<std::string_view> text_of(std::string_view id, Lang lang);

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

/// The parts in one line, with the text of `separator` between them: "list.separator" (names), "list.clause",
/// "list.sentence", "list.label".
[[nodiscard]] std::string joined(const std::vector<std::string>& parts, std::string_view separator, Lang lang);

/// The same in each language that names are kept in.
[[nodiscard]] Name joined(const Name& first, const Name& next, std::string_view separator);

/// The text in every language that names are kept in.
[[nodiscard]] Name in_all_languages(std::string_view id);

}  // namespace muster::text
