// SPDX-License-Identifier: Apache-2.0
// The command line as typed -> the subcommand that is asked.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "tools/muster/command.h"

namespace CLI {
class ParseError;
}

namespace muster::commands {

class Program {
public:
    Program(std::unique_ptr<Command> commands, const Console& console);
    ~Program();

    /// Help, the version and complaints are printed here; then how the program ends. Nothing: run() is to follow.
    [[nodiscard]] std::optional<Exit> parse(int argc, char** argv);
    /// Pre: parse() gave nothing.
    [[nodiscard]] Exit run();

private:
    [[nodiscard]] Exit complain(const CLI::ParseError& error) const;

    const Console& console_;
    std::unique_ptr<Command> commands_;
    std::optional<std::string> lang_;
    std::unique_ptr<CLI::App> app_;
    // as typed
    std::string line_;
};

/// From `--lang`, else from the locale in the environment.
[[nodiscard]] text::Lang language_of(int argc, char** argv);

}  // namespace muster::commands
