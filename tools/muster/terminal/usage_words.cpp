// SPDX-License-Identifier: Apache-2.0
#include "tools/muster/terminal/usage_words.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <regex>
#include <string_view>

#include "render/text/catalogue.h"

namespace muster::commands {

namespace {

struct Sentence {
    const char* pattern;  // of CLI11 2; its groups are {1} and {2}
    const char* id;
};
constexpr std::array sentences{
    Sentence{R"((.+) is required)", "muster.usage.required"},
    Sentence{R"((.+) excludes (.+))", "muster.usage.excludes"},
    Sentence{R"((.+) requires (.+))", "muster.usage.requires"},
    Sentence{R"((.+): (.+) not in \{(.+)\})", "muster.usage.not_in"},
    Sentence{R"((.+): Value (.+) not in range (.+) to (.+))", "muster.usage.range"},
    Sentence{R"(Could not convert: (.+) = (.+))", "muster.usage.convert"},
    Sentence{R"((.+): At Most (\d+) required but received (\d+))", "muster.usage.at_most"},
    Sentence{R"((.+): (\d+) required .+)", "muster.usage.no_value"},
    Sentence{R"(The following arguments? w(?:as|ere) not expected: (.+))", "muster.usage.only"}};

constexpr std::array<std::string_view, 5> list_options{"--rules", "--forms", "--formats", "--suite", "--test"};

std::string tidy(const std::string& list) {
    static const std::regex separators("[ \t]*(,|，|、|；|;)[ \t]*");
    return std::regex_replace(list, separators, ",");
}

}  // namespace

std::string usage_detail(const std::string& said, text::Lang lang) {
    for (const Sentence& sentence : sentences) {
        std::smatch parts;
        if (!std::regex_match(said, parts, std::regex(sentence.pattern))) continue;
        text::TextArgs args;
        for (std::size_t i = 1; i < parts.size(); ++i) args.emplace_back(std::to_string(i), parts[i].str());
        return text::Catalogue(lang).text(sentence.id, args);
    }
    return said;
}

std::string system_reason(const std::string& said, text::Lang lang) {
    struct Reason {
        int error;
        const char* id;
    };
    constexpr std::array reasons{Reason{ENOENT, "system.no_such"},    Reason{EACCES, "system.not_allowed"},
                                 Reason{EPERM, "system.not_allowed"}, Reason{EISDIR, "system.is_folder"},
                                 Reason{ENOTDIR, "system.no_folder"}, Reason{ENOSPC, "system.full"},
                                 Reason{EDQUOT, "system.full"},       Reason{EROFS, "system.read_only"},
                                 Reason{EINVAL, "system.no_file"},    Reason{EFBIG, "system.too_big"},
                                 Reason{EIO, "system.broken"},        Reason{ENAMETOOLONG, "system.long_name"},
                                 Reason{EEXIST, "system.exists"},     Reason{ENOTEMPTY, "system.exists"},
                                 Reason{EBUSY, "system.busy"},        Reason{ETXTBSY, "system.busy"},
                                 Reason{EMFILE, "system.many_files"}};
    for (const Reason& r : reasons)
        if (said == std::strerror(r.error)) return text::Catalogue(lang).text(r.id);
    if (said == "database or disk is full") return text::Catalogue(lang).text("system.full");  // in SQLite's words
    if (said == "disk I/O error") return text::Catalogue(lang).text("system.broken");
    return said;
}

std::vector<std::string> tidy_arguments(int argc, char** argv) {
    std::vector<std::string> arguments(argv, argv + argc);
    for (std::size_t i = 1; i < arguments.size(); ++i) {
        const std::string option = arguments[i].substr(0, arguments[i].find('='));
        if (std::find(list_options.begin(), list_options.end(), option) == list_options.end()) continue;
        if (option.size() < arguments[i].size())
            arguments[i] = option + "=" + tidy(arguments[i].substr(option.size() + 1));
        else if (i + 1 < arguments.size())
            arguments[i + 1] = tidy(arguments[i + 1]);
    }
    return arguments;
}

}  // namespace muster::commands
