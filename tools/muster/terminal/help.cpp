// SPDX-License-Identifier: Apache-2.0
#include "tools/muster/terminal/help.h"

#include <CLI/CLI.hpp>

namespace muster::commands {

namespace {

std::vector<std::string> values_of_lang() {
    std::vector<std::string> values(text::language_tags.begin(), text::language_tags.end());
    values.emplace_back("both");
    return values;
}

std::string with_between(const std::vector<std::string>& values, const char* separator) {
    std::string all;
    for (const std::string& value : values) all += (all.empty() ? "" : separator) + value;
    return all;
}

}  // namespace

void Help::label(CLI::App& program) const {
    program.get_help_ptr()->group(console_.text("muster.label.Options"));
    program.get_version_ptr()->group(console_.text("muster.label.Options"));
    program.option_defaults()->group(console_.text("muster.label.Options"));
    const auto formatter = program.get_formatter();
    formatter->column_width(34);
    for (const char* word : {"Usage", "OPTIONS", "SUBCOMMAND", "SUBCOMMANDS", "Positionals", "REQUIRED"})
        formatter->label(word, console_.text(std::string("muster.label.") + word));
    // What CLI11 calls the kinds of values.
    for (const char* number : {"INT", "UINT", "INT:INT in [1 - 100000]", "INT:INT in [1 - 1024]"})
        formatter->label(number, "N");
    formatter->label("TEXT:{" + with_between(values_of_lang(), ",") + "}", with_between(values_of_lang(), "|"));
    formatter->label("TEXT:{docx,xlsx,html,csv}", "docx|xlsx|html|csv");
    formatter->label("TEXT:{imo,rimea,nist,iso,hydraulic,experiments,fire,all}", "NAME");
}

CLI::App& Help::add_subcommand(CLI::App& parent, const std::string& word, const HelpIds& ids) const {
    CLI::App* app = parent.add_subcommand(word, console_.text(ids.about));
    app->footer(console_.text(ids.example));
    app->group(console_.text("muster.label.Subcommands"));
    app->get_help_ptr()->group(console_.text("muster.label.Options"));
    add_language(*app);
    return *app;
}

void Help::add_language(CLI::App& app) const {
    app.add_option("--lang", lang_, console_.text("muster.lang"))->check(CLI::IsMember(values_of_lang()));
}

}  // namespace muster::commands
