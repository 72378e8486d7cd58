// SPDX-License-Identifier: Apache-2.0
#include "tools/muster/console.h"

#include <iostream>

namespace muster {

void Console::print(std::string_view line) const { std::cout << line << '\n'; }

void Console::tell(std::string_view line) const { std::cerr << line << '\n'; }

std::string Console::lines_of(const Findings& findings) const {
    std::string lines;
    for (const Finding& finding : findings) {
        lines += describe_line(finding, lang()) + '\n';
        const std::string hint = describe(finding, lang()).hint;
        if (!hint.empty()) lines += text("muster.hint", {{"hint", hint}}) + '\n';
    }
    return lines;
}

void Console::print_findings(const Findings& findings) const { std::cout << lines_of(findings); }

void Console::tell_findings(const Findings& findings) const { std::cerr << lines_of(findings); }

}  // namespace muster
