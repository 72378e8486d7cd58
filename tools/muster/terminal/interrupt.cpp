// SPDX-License-Identifier: Apache-2.0
#include "tools/muster/terminal/interrupt.h"

#include <atomic>
#include <csignal>

namespace muster::commands {

namespace {

// A signal handler can reach nothing but a global.
std::atomic<bool> signalled = false;
static_assert(std::atomic<bool>::is_always_lock_free);

void note(int signal) {
    signalled = true;
    std::signal(signal, SIG_DFL);
}

}  // namespace

void watch_for_interrupts() {
    std::signal(SIGINT, note);
    std::signal(SIGTERM, note);
    std::signal(SIGHUP, note);
    std::signal(SIGXFSZ, SIG_IGN);
}

bool interrupted() { return signalled; }

}  // namespace muster::commands
