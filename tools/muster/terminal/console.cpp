// SPDX-License-Identifier: Apache-2.0
#include "tools/muster/terminal/console.h"

#include <iostream>
#include <map>

namespace muster::commands {

void Console::print(std::string_view line) const { std::cout << line << '\n'; }

void Console::tell_line(std::string_view line) const { std::cerr << line << '\n'; }

std::string Console::lines_of(const Finding& finding) const {
    const std::string hint = text::describe(finding, lang()).hint;
    return text::describe_line(finding, lang()) + '\n' +
           (hint.empty() ? "" : text("muster.hint", {{"hint", hint}}) + '\n');
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

}  // namespace muster::commands
