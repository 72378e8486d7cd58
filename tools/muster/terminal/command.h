// SPDX-License-Identifier: Apache-2.0
// A subcommand of `muster`: what it is asked, and what it does. Each is a pair of files named by what is typed, and a
// line in CMakeLists.txt beside this file: `muster drill form` is drill/form.{h,cpp}, which have make_drill_form().
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "tools/muster/terminal/help.h"

namespace muster::commands {

/// What is the same for whatever was typed.
struct Call {
    const Console& console;
    // to write pages and papers in: --lang, else all
    std::vector<text::Lang> languages;
    // what --lang says, where it stands
    std::optional<std::string> lang;
    // as typed, "muster run ..."
    std::string line;
};

class Command {
public:
    Command() = default;
    Command(const Command&) = delete;
    Command& operator=(const Command&) = delete;
    virtual ~Command() = default;

    /// Texts of the help, where they are not muster.WORDS.about and muster.WORDS.example. `id` is "muster.WORDS".
    [[nodiscard]] virtual HelpIds help_ids(const std::string& id) const { return {id + ".about", id + ".example"}; }
    /// Declares the options. `app` is this subcommand's own, with --help and --lang; it lives as long as this does.
    virtual void setup(CLI::App& app, const Help& help) = 0;
    /// Pre: the line was parsed, and asked for this. Throws only OutputError, FolderInTheWay and Interrupted, which the
    /// program turns into messages.
    [[nodiscard]] virtual Exit run(const Call& call) = 0;
};

}  // namespace muster::commands
