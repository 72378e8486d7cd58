// SPDX-License-Identifier: Apache-2.0
#include "tools/muster/terminal/progress.h"

#include <unistd.h>

#include <algorithm>
#include <iostream>

namespace muster::commands {

void draw_bar(std::size_t done, std::size_t all, const std::string& text) {
    constexpr std::size_t width = 30;
    const std::size_t filled = width * std::min(done, all) / std::max<std::size_t>(1, all);
    const std::string bar = std::string(filled, '#') + std::string(width - filled, '.');
    std::cerr << "\r[" << bar << "] " << text << "\x1b[K" << std::flush;
}

void Progress::draw(const Console& console) const {
    const std::size_t all = std::max<std::size_t>(1, people_ * static_cast<std::size_t>(runs_));
    const std::size_t done = std::min(done_.load(std::memory_order_relaxed), all);
    const std::string text =
        console.text(runs_ == 1 ? "muster.progress.one" : "muster.progress.many",
                     {{"percent", std::to_string(100 * done / all)},
                      {"out", std::to_string(done)},
                      {"people", std::to_string(all)},
                      {"seconds", std::to_string(time_us_.load(std::memory_order_relaxed) / 1'000'000)},
                      {"runs_done", std::to_string(runs_done_.load(std::memory_order_relaxed))},
                      {"runs", std::to_string(runs_)}});
    draw_bar(done, all, text);
}

void clear_bar() { std::cerr << "\r\x1b[K" << std::flush; }

void ProgressObserver::event_happened(SimTime /*time*/, const Event& event) {
    if (std::holds_alternative<PersonLeftBuilding>(event) || std::holds_alternative<PersonArrived>(event))
        progress_.person_done();
}

bool at_a_terminal() { return ::isatty(STDERR_FILENO) == 1; }

}  // namespace muster::commands
