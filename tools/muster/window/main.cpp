// SPDX-License-Identifier: Apache-2.0
// muster-view: the window. `muster view` starts it.
#include "tools/muster/terminal/program.h"
#include "tools/muster/window/show_window.h"

namespace muster::commands {

namespace {

class WindowCommand final : public Command {
public:
    void setup(CLI::App& app, const Help& help) override {
        options_.add_files(app, help);
        options_.add_script(app, help);
    }
    Exit run(const Call& call) override { return show_window(options_, call); }

private:
    WindowOptions options_;
};

}  // namespace

}  // namespace muster::commands

int main(int argc, char** argv) {
    return muster::commands::run_program(argc, argv, {"muster-view", "muster.view.about", "muster.view.example"},
                                         std::make_unique<muster::commands::WindowCommand>());
}
