// SPDX-License-Identifier: Apache-2.0
// The subcommands: what each is asked (filled in by command_line) and the function that does it. A command throws only
// OutputError and FolderInTheWay, which main turns into messages.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "tools/muster/console.h"

namespace muster {

struct CheckOptions {
    std::vector<std::string> files;
};

struct RunOptions {
    std::string scenario;
    std::string out;
    std::optional<std::uint64_t> seed;  // none = the scenario's
    int runs = 1;
    bool until_converged = false;
    int most_runs = 200;  // with until_converged
    int jobs = 1;
    bool quiet = false;
    bool force = false;
    std::vector<Lang> report_languages;
    std::string command_line;
};

struct ExportOptions {
    std::string run;
    std::string level;
    std::string route_card;  // id of a group, or "all"; "" = not wanted
    std::string out;
    bool force = false;
};

struct ImportOptions {
    std::vector<std::string> files;
    std::string out;
    std::string scenario;  // "" = none wanted
    bool force = false;
};

struct VerifyOptions {
    std::vector<std::string> suites, tests;  // empty = all
    int jobs = 1;
    bool quick = false, full = false;
    std::string json, markdown, report;  // "" = not wanted
    std::string cases, data;
};

struct ViewOptions {
    std::vector<std::string> files;  // none, one, or two to compare
    int width = 1280, height = 800;  // of the window, px
    double scale = 1.0;              // of words and buttons, in a script
    std::string script;              // "" = a person sits there
    bool language_given = false;
};

[[nodiscard]] Exit check(const CheckOptions& options, const Console& console);
[[nodiscard]] Exit run(const RunOptions& options, const Console& console);
[[nodiscard]] Exit export_level(const ExportOptions& options, const Console& console);
[[nodiscard]] Exit view_window(const ViewOptions& options, const Console& console);
[[nodiscard]] Exit export_route_cards(const ExportOptions& options, const Console& console);
[[nodiscard]] Exit verify(const VerifyOptions& options, const Console& console);
[[nodiscard]] Exit import_aislab_plan(const ImportOptions& options, const Console& console);

}  // namespace muster
