// SPDX-License-Identifier: Apache-2.0
// A run that is computed on a thread of its own while somebody watches, hardly ahead of what is shown, so that a
// command given now acts now. A command given earlier than what is computed, or taken back, makes the run start over
// and keep what was recorded before that moment: the same seed gives the same run up to there.
#pragma once

#include <condition_variable>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <vector>

#include "sim/engine/simulation.h"
#include "sim/record/trace.h"

namespace muster::viewer {

struct GivenCommand {
    SimTime at;
    engine::Command what;
};

class LiveRun {
public:
    /// What was recorded before `keep_before`, by another run of the same, is kept by collect().
    LiveRun(engine::Prepared prepared, std::uint64_t seed, SimTime keep_before = {});
    ~LiveRun();
    LiveRun(const LiveRun&) = delete;
    LiveRun& operator=(const LiveRun&) = delete;

    /// The run may be computed up to `until`; it goes on by itself until then.
    void allow(SimTime until);
    /// Moves what was computed since the last call to the end of `trace` (after cutting it where the run started over).
    /// True when `trace` changed.
    bool collect(Trace& trace);

    /// From now on these commands are given, in this order of time; everything from `changed_from` on is computed anew.
    void set_commands(std::vector<GivenCommand> commands, SimTime changed_from);

    /// The earliest moment at which a command acts without starting over.
    [[nodiscard]] SimTime edge() const;
    [[nodiscard]] SimTime computed() const;
    [[nodiscard]] bool ended() const;
    /// A command that could not be carried out when its moment came, and why; once.
    struct Refused {
        GivenCommand command;
        Finding why;
    };
    [[nodiscard]] std::optional<Refused> take_refused();
    /// What went wrong on the run's thread; empty = nothing.
    [[nodiscard]] std::string failure() const;

private:
    class Recorder;
    /// Between the threads, guarded by mutex_.
    struct Progress {
        SimTime allowed, computed;  // everything before it
        SimTime under_way;          // being computed up to here
        std::vector<GivenCommand> commands;
        std::size_t taken = 0;  // of the commands, by the run under way
        SimTime last_taken;
        std::optional<SimTime> start_over;  // keep what is before
        std::optional<SimTime> cut;         // told to collect()
        Trace fresh;                        // since the last collect()
        bool ended = false, quit = false;
        std::optional<Refused> refused;
        std::string failure;
    };

    void work();
    void begin(SimTime keep_before);
    void advance();
    [[nodiscard]] bool has_work() const;

    engine::Prepared prepared_;
    std::uint64_t seed_;
    mutable std::mutex mutex_;
    std::condition_variable changed_;
    Progress shared_;
    // Of the run's thread only.
    std::unique_ptr<Recorder> recorder_;
    std::optional<engine::Simulation> simulation_;
    std::size_t next_command_ = 0;
    std::jthread thread_;
};

}  // namespace muster::viewer
