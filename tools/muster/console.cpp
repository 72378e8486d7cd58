// SPDX-License-Identifier: Apache-2.0
#include "tools/muster/console.h"

#include <array>
#include <cerrno>
#include <cstring>
#include <iostream>
#include <map>

namespace muster {

void Console::print(std::string_view line) const { std::cout << line << '\n'; }

void Console::tell(std::string_view line) const { std::cerr << line << '\n'; }

std::string Console::lines_of(const Finding& finding) const {
    const std::string hint = describe(finding, lang()).hint;
    return describe_line(finding, lang()) + '\n' + (hint.empty() ? "" : text("muster.hint", {{"hint", hint}}) + '\n');
}

std::string Console::reason(const std::string& system_words) const {
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
        if (system_words == std::strerror(r.error)) return text(r.id);
    if (system_words == "database or disk is full") return text("system.full");  // in SQLite's words
    if (system_words == "disk I/O error") return text("system.broken");
    return system_words;
}

void Console::print_findings(const Findings& findings) const {
    for (const Finding& finding : findings) std::cout << lines_of(finding);
}

void Console::tell_findings(const Findings& findings) const {
    constexpr int few = 3;
    std::map<std::string, int> of_kind;
    for (const Finding& finding : findings)
        if (finding.severity == Severity::error || ++of_kind[finding.code] <= few) std::cerr << lines_of(finding);
    for (const auto& [code, count] : of_kind)
        if (count > few) tell("muster.more_findings", {{"count", std::to_string(count - few)}, {"code", code}});
}

}  // namespace muster
