// SPDX-License-Identifier: Apache-2.0
// The texts that options are declared with, and what the help of every subcommand has.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "tools/muster/terminal/console.h"

namespace CLI {
class App;
}

namespace muster::commands {

struct HelpIds {
    std::string about, example;
};

class Help {
public:
    /// `lang` is what --lang says, wherever it stands in the line.
    Help(const Console& console, std::optional<std::string>& lang) : console_(console), lang_(lang) {}

    [[nodiscard]] std::string operator()(std::string_view id) const { return console_.text(id); }
    /// CLI11's own words for headings and kinds of values; of the program's app, before it has subcommands.
    void label(CLI::App& program) const;
    /// A subcommand with its example, headings and --lang.
    [[nodiscard]] CLI::App& add_subcommand(CLI::App& parent, const std::string& word, const HelpIds& ids) const;
    void add_language(CLI::App& app) const;

private:
    const Console& console_;
    std::optional<std::string>& lang_;
};

}  // namespace muster::commands
