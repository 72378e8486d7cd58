// SPDX-License-Identifier: Apache-2.0
// Subcommands under one word, as form and record under `muster drill`, and all of them under the program.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "tools/muster/terminal/command.h"

namespace muster::commands {

class CommandGroup final : public Command {
public:
    /// `id` is that of its texts: "muster", "muster.drill".
    explicit CommandGroup(std::string id) : id_(std::move(id)) {}

    /// `path` is what is typed, "check" or "drill/form"; groups on the way are made.
    void add(std::string_view path, std::unique_ptr<Command> command);

    void setup(CLI::App& app, const Help& help) override;
    [[nodiscard]] Exit run(const Call& call) override;

private:
    struct Member {
        std::string word;
        std::unique_ptr<Command> command;
        // the same, where it is a group
        CommandGroup* group = nullptr;
        // of the parser's, from setup() on
        const CLI::App* app = nullptr;
    };
    [[nodiscard]] CommandGroup& group_called(std::string_view word);
    [[nodiscard]] std::string id_of(std::string_view word) const { return id_ + "." + std::string(word); }

    std::string id_;
    std::vector<Member> members_;
};

}  // namespace muster::commands
