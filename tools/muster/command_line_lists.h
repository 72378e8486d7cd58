// SPDX-License-Identifier: Apache-2.0
// `muster classes` and `muster drill` on the command line.
#pragma once

#include <CLI/CLI.hpp>
#include <functional>
#include <optional>
#include <variant>

#include "tools/muster/list_options.h"

namespace muster::commands {

using ListRequest = std::variant<ClassesOptions, DrillFormOptions, DrillRecordOptions>;

class ListCommands {
public:
    /// `classes` and `drill` are the subcommands, still empty; `with_language` adds --lang to one of theirs.
    void add(CLI::App& classes, CLI::App& drill, const Console& console,
             const std::function<void(CLI::App&)>& with_language);
    /// What was asked; nothing when it was none of these.
    [[nodiscard]] std::optional<ListRequest> request() const;

private:
    CLI::App* action(CLI::App& under, const char* name, const char* id);
    void add_classes(CLI::App& classes);
    void add_drill(CLI::App& drill);
    [[nodiscard]] std::string text(const char* id) const { return console_->text(id); }

    const Console* console_ = nullptr;
    std::function<void(CLI::App&)> with_language_;
    CLI::App *import_ = nullptr, *form_ = nullptr, *record_ = nullptr;
    ClassesOptions classes_;
    DrillFormOptions form_options_;
    DrillRecordOptions record_options_;
};

}  // namespace muster::commands
