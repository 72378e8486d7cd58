// SPDX-License-Identifier: Apache-2.0
// What `muster compare` and `muster rectify` are asked.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "tools/muster/console.h"

namespace muster::commands {

struct CompareOptions {
    std::vector<std::string> runs;  // results folders; the first is the base
    std::string out;                // "" = the terminal only
    bool force = false;
    std::vector<text::Lang> report_languages;
};

struct RectifyOptions {
    std::string input;  // a results folder or a scenario
    std::string out;
    std::optional<std::uint64_t> seed;  // first; none = the input's
    int runs = 12;
    int jobs = 1;
    int top = 8;                                                      // bottlenecks to look at
    std::vector<std::string> rules{"gb50099", "gb50016", "gb55037"};  // {"none"} = no check
    std::optional<double> budget_s;  // of the machine's time; what is left then is not run
    bool quiet = false;
    bool force = false;
    std::vector<text::Lang> report_languages;
};

[[nodiscard]] Exit compare(const CompareOptions& options, const Console& console);
[[nodiscard]] Exit rectify(const RectifyOptions& options, const Console& console);

}  // namespace muster::commands
