// SPDX-License-Identifier: Apache-2.0
#include "tools/muster/commands.h"
#include "tools/muster/terminal/program.h"

int main(int argc, char** argv) {
    return muster::commands::run_program(argc, argv, {"muster", "muster.about", "muster.footer"},
                                         muster::commands::all_commands());
}
