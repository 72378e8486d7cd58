// SPDX-License-Identifier: Apache-2.0
#include "tools/muster/terminal/window_options.h"

#include <CLI/CLI.hpp>
#include <limits>
#include <sstream>

namespace muster::commands {

void WindowOptions::add_files(CLI::App& app, const Help& help) {
    app.add_option("FILE", files, help("muster.view.files"))->expected(0, 2);
    app.add_option("--size", size, help("muster.view.size"));
}

void WindowOptions::add_script(CLI::App& app, const Help& help) {
    CLI::Option* given = app.add_option("--script", script, help("muster.view.script"));
    app.add_option("--scale", scale, help("muster.view.scale"))->needs(given)->check(CLI::Range(0.75, 3.0));
}

std::vector<std::string> WindowOptions::arguments() const {
    std::vector<std::string> words{"--size=" + size};
    if (!script.empty()) {
        std::ostringstream number;
        number.precision(std::numeric_limits<double>::max_digits10);
        number << scale;
        words.push_back("--script=" + script);
        words.push_back("--scale=" + number.str());
    }
    words.push_back("--");
    words.insert(words.end(), files.begin(), files.end());
    return words;
}

}  // namespace muster::commands
