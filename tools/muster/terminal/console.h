// SPDX-License-Identifier: Apache-2.0
// Talking to the person at the terminal: results to the standard output, all else to the standard error.
#pragma once

#include <string_view>

#include "render/text/catalogue.h"
#include "sim/base/finding.h"

namespace muster::commands {

/// Exit codes of every subcommand.
enum class Exit : int { good = 0, missed = 1, bad_input = 2, could_not_run = 3 };

class Console {
public:
    explicit Console(text::Lang lang) : catalogue_(lang) {}
    [[nodiscard]] text::Lang lang() const { return catalogue_.lang(); }
    [[nodiscard]] std::string text(std::string_view id, const text::TextArgs& args = {}) const {
        return catalogue_.text(id, args);
    }

    /// A line of the result.
    void print(std::string_view line) const;
    /// A message beside the result, by its id.
    void tell(std::string_view id, const text::TextArgs& args = {}) const { tell_line(text(id, args)); }
    /// One that is in words already.
    void tell_line(std::string_view line) const;
    /// Findings with place, text and suggestion, as the result: all of them.
    void print_findings(const Findings& findings) const;
    /// Beside the result: errors all, of other findings the first few of each kind.
    void tell_findings(const Findings& findings) const;

private:
    [[nodiscard]] std::string lines_of(const Finding& finding) const;

    text::Catalogue catalogue_;
};

}  // namespace muster::commands
