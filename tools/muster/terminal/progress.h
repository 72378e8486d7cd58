// SPDX-License-Identifier: Apache-2.0
// The progress bar of a batch: how many have got out, over all replications. Replications count from any thread; one
// thread draws.
#pragma once

#include <atomic>
#include <cstddef>

#include "sim/record/observer.h"
#include "tools/muster/terminal/console.h"

namespace muster::commands {

/// Rewrites the line of the terminal: a bar, and words after it.
void draw_bar(std::size_t done, std::size_t all, const std::string& text);
/// Takes the line away.
void clear_bar();

class Progress {
public:
    Progress(std::size_t people_per_run, int runs) : people_(people_per_run), runs_(runs) {}
    void person_done() { done_.fetch_add(1, std::memory_order_relaxed); }
    void run_done() { runs_done_.fetch_add(1, std::memory_order_relaxed); }
    void reached(SimTime time) { time_us_.store(time.us, std::memory_order_relaxed); }

    /// Rewrites the line on the terminal.
    void draw(const Console& console) const;

private:
    std::size_t people_;
    int runs_;
    std::atomic<std::size_t> done_ = 0;
    std::atomic<int> runs_done_ = 0;
    std::atomic<std::int64_t> time_us_ = 0;
};

/// Counts one replication's people into a Progress.
class ProgressObserver final : public RunObserver {
public:
    explicit ProgressObserver(Progress& progress) : progress_(progress) {}
    void frame(const Frame& now) override { progress_.reached(now.time); }
    void event_happened(SimTime time, const Event& event) override;
    void run_ended(const Outcome&) override { progress_.run_done(); }

private:
    Progress& progress_;
};

/// True when somebody watches the standard error.
[[nodiscard]] bool at_a_terminal();

}  // namespace muster::commands
