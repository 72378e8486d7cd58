// SPDX-License-Identifier: Apache-2.0
// A program: the command line as typed -> the subcommand that is asked -> the exit code.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "tools/muster/terminal/command.h"

namespace CLI {
class ParseError;
}

namespace muster::commands {

/// `name` is typed; the others are ids of the help's first and last words.
struct ProgramTexts {
    std::string name, about, footer;
};

class Program {
public:
    Program(const ProgramTexts& texts, std::unique_ptr<Command> command, const Console& console);
    ~Program();

    /// Help, the version and complaints are printed here; then how the program ends. Nothing: run() is to follow.
    [[nodiscard]] std::optional<Exit> parse(int argc, char** argv);
    /// Pre: parse() gave nothing.
    [[nodiscard]] Exit run();

private:
    [[nodiscard]] Exit complain(const CLI::ParseError& error) const;

    const Console& console_;
    std::string name_;
    std::unique_ptr<Command> command_;
    std::optional<std::string> lang_;
    std::unique_ptr<CLI::App> app_;
    // as typed
    std::string line_;
};

/// All of main(): what goes wrong with the world becomes a message here.
[[nodiscard]] int run_program(int argc, char** argv, const ProgramTexts& texts, std::unique_ptr<Command> command);

}  // namespace muster::commands
