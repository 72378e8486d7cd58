// SPDX-License-Identifier: Apache-2.0
// Ctrl-C and a polite kill: noted, so that the run can stop and clean up. The second one ends the program at once.
#pragma once

#include <stdexcept>

namespace muster::commands {

/// Also makes a file-size limit an error of the write rather than the end of the program.
void watch_for_interrupts();
[[nodiscard]] bool interrupted();

/// Ends a command that was interrupted; the program says so.
class Interrupted : public std::runtime_error {
public:
    Interrupted() : std::runtime_error("interrupted") {}
};

}  // namespace muster::commands
