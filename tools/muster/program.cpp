// SPDX-License-Identifier: Apache-2.0
#include "tools/muster/program.h"

#include <CLI/CLI.hpp>
#include <cstdlib>
#include <string_view>

#include "tools/muster/usage_words.h"

namespace muster::commands {

namespace {

std::string joined(int argc, char** argv) {
    std::string line = "muster";
    for (int i = 1; i < argc; ++i) line += std::string(" ") + argv[i];
    return line;
}

const char* environment(const char* name) {
    const char* value = std::getenv(name);
    return value != nullptr ? value : "";
}

}  // namespace

Program::Program(std::unique_ptr<Command> commands, const Console& console)
    : console_(console),
      commands_(std::move(commands)),
      app_(std::make_unique<CLI::App>(console.text("muster.about"), "muster")) {
    const Help help(console_, lang_);
    app_->set_help_flag("-h,--help", help("muster.help"));
    app_->set_version_flag("--version", std::string("muster ") + MUSTER_VERSION, help("muster.version"));
    app_->footer(help("muster.footer"));
    help.label(*app_);
    help.add_language(*app_);
    commands_->setup(*app_, help);
}

Program::~Program() = default;

std::optional<Exit> Program::parse(int argc, char** argv) {
    line_ = joined(argc, argv);
    try {
        const std::vector<std::string> arguments = tidy_arguments(argc, argv);
        std::vector<const char*> words;
        for (const std::string& argument : arguments) words.push_back(argument.c_str());
        app_->parse(static_cast<int>(words.size()), words.data());
        return std::nullopt;
    } catch (const CLI::CallForHelp&) {
        console_.print(app_->help());
        return Exit::good;
    } catch (const CLI::CallForVersion&) {
        console_.print(app_->version());
        return Exit::good;
    } catch (const CLI::ParseError& error) { return complain(error); }
}

Exit Program::run() {
    const auto lang = lang_ ? text::language_from_tag(*lang_) : std::nullopt;
    Call call{console_, {}, lang_.has_value(), line_};
    if (lang)
        call.languages = {*lang};
    else
        call.languages.assign(text::all_languages.begin(), text::all_languages.end());
    return commands_->run(call);
}

Exit Program::complain(const CLI::ParseError& error) const {
    const std::string kind = error.get_name();
    const char* id = kind == "ExtrasError"       ? "muster.usage.unknown"
                     : kind == "RequiredError"   ? "muster.usage.missing"
                     : kind == "ValidationError" ? "muster.usage.value"
                     : kind == "ConversionError" ? "muster.usage.value"
                                                 : "muster.usage.other";
    console_.tell(id, {{"detail", usage_detail(error.what(), console_.lang())}});
    console_.tell("muster.usage.see_help");
    return Exit::bad_input;
}

text::Lang language_of(int argc, char** argv) {
    constexpr std::string_view with_value = "--lang=";
    for (int i = 1; i < argc; ++i) {
        const std::string_view word = argv[i];
        std::optional<text::Lang> lang;
        if (word == "--lang" && i + 1 < argc) lang = text::language_from_tag(argv[i + 1]);
        if (word.starts_with(with_value)) lang = text::language_from_tag(word.substr(with_value.size()));
        if (lang) return *lang;
    }
    for (const char* name : {"LC_ALL", "LC_MESSAGES", "LANG"})
        if (const std::string_view value = environment(name); !value.empty()) return text::language_from_locale(value);
    return text::language_from_locale({});
}

}  // namespace muster::commands
