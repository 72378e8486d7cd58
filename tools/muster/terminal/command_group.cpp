// SPDX-License-Identifier: Apache-2.0
#include "tools/muster/terminal/command_group.h"

#include <CLI/CLI.hpp>
#include <algorithm>

namespace muster::commands {

CommandGroup& CommandGroup::group_called(std::string_view word) {
    const auto known = std::find_if(members_.begin(), members_.end(),
                                    [&](const Member& m) { return m.word == word && m.group != nullptr; });
    if (known != members_.end()) return *known->group;
    auto group = std::make_unique<CommandGroup>(id_of(word));
    CommandGroup& made = *group;
    members_.push_back({std::string(word), std::move(group), &made, nullptr});
    return made;
}

void CommandGroup::add(std::string_view path, std::unique_ptr<Command> command) {
    const std::size_t slash = path.find('/');
    if (slash != std::string_view::npos)
        return group_called(path.substr(0, slash)).add(path.substr(slash + 1), std::move(command));
    members_.push_back({std::string(path), std::move(command), nullptr, nullptr});
}

void CommandGroup::setup(CLI::App& app, const Help& help) {
    app.require_subcommand(1);
    for (Member& member : members_) {
        CLI::App& own = help.add_subcommand(app, member.word, member.command->help_ids(id_of(member.word)));
        member.command->setup(own, help);
        member.app = &own;
    }
}

Exit CommandGroup::run(const Call& call) {
    const auto asked = std::find_if(members_.begin(), members_.end(), [](const Member& m) { return m.app->parsed(); });
    return asked->command->run(call);
}

}  // namespace muster::commands
