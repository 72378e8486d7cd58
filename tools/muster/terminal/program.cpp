// SPDX-License-Identifier: Apache-2.0
#include "tools/muster/terminal/program.h"

#include <CLI/CLI.hpp>
#include <array>
#include <cstdlib>
#include <exception>
#include <iostream>
#include <regex>
#include <string_view>

#include "tools/muster/terminal/interrupt.h"
#include "tools/muster/terminal/usage_words.h"
#include "tools/store/output_file.h"
#include "tools/store/results_folder.h"

namespace muster::commands {

namespace {

std::string joined(const std::string& name, int argc, char** argv) {
    std::string line = name;
    for (int i = 1; i < argc; ++i) line += std::string(" ") + argv[i];
    return line;
}

const char* environment(const char* name) {
    const char* value = std::getenv(name);
    return value != nullptr ? value : "";
}

// From `--lang`, else from the locale in the environment.
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

// The place where it was to be, not the one beside it where it is made.
std::string without_partial(const std::string& path) {
    static const std::regex made_beside(R"(/?\.partial-[0-9]+)");
    return std::regex_replace(path, made_beside, "");
}

Exit guarded(Program& program, const Console& console) {
    try {
        return program.run();
    } catch (const store::FolderInTheWay& refusal) {
        constexpr std::array ids{"muster.folder_exists", "muster.folder_foreign", "muster.folder_is_source"};
        console.tell(ids.at(static_cast<std::size_t>(refusal.why())), {{"folder", refusal.path()}});
        return Exit::bad_input;
    } catch (const Interrupted&) { console.tell("muster.interrupted"); } catch (const store::OutputError& error) {
        console.tell("muster.cannot_write", {{"file", without_partial(error.path())},
                                             {"reason", system_reason(error.reason(), console.lang())}});
    } catch (const std::bad_alloc&) { console.tell("muster.out_of_memory"); } catch (const std::exception& error) {
        console.tell("muster.failed", {{"reason", error.what()}});
    }
    return Exit::could_not_run;
}

}  // namespace

Program::Program(const ProgramTexts& texts, std::unique_ptr<Command> command, const Console& console)
    : console_(console),
      name_(texts.name),
      command_(std::move(command)),
      app_(std::make_unique<CLI::App>(console.text(texts.about), texts.name)) {
    const Help help(console_, lang_);
    app_->set_help_flag("-h,--help", help("muster.help"));
    app_->set_version_flag("--version", name_ + " " + MUSTER_VERSION, help("muster.version"));
    app_->footer(help(texts.footer));
    help.label(*app_);
    help.add_language(*app_);
    command_->setup(*app_, help);
}

Program::~Program() = default;

std::optional<Exit> Program::parse(int argc, char** argv) {
    line_ = joined(name_, argc, argv);
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
    Call call{console_, {}, lang_, line_};
    if (lang)
        call.languages = {*lang};
    else
        call.languages.assign(text::all_languages.begin(), text::all_languages.end());
    return command_->run(call);
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

int run_program(int argc, char** argv, const ProgramTexts& texts, std::unique_ptr<Command> command) {
    const Console console(language_of(argc, argv));
    watch_for_interrupts();
    Program program(texts, std::move(command), console);
    const std::optional<Exit> done = program.parse(argc, argv);
    Exit exit = done ? *done : guarded(program, console);
    // A result that could not be printed (a full disk behind a redirection) is not a good end.
    if (!std::cout.flush() && exit == Exit::good) exit = Exit::could_not_run;
    return static_cast<int>(exit);
}

}  // namespace muster::commands
