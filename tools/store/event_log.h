// SPDX-License-Identifier: Apache-2.0
// events.jsonl: what happened, one JSON object a line, in order. Motion steps and samples are left out.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "sim/record/observer.h"
#include "tools/store/output_file.h"

namespace muster::store {

/// {"t_s":12.34,"event":"person_crossed","person":7,"opening":"d1","into":"c1"}: places and groups by their id in the
/// plan and the scenario, persons counted from 1; commands given meanwhile are counted on after the scenario's
/// incidents. Without line end.
[[nodiscard]] std::string event_line(SimTime time, const Event& event, const World& world,
                                     std::span<const TimedIncident> commands = {});

class EventLog final : public RunObserver {
public:
    explicit EventLog(const std::string& path) : file_(path) {}
    void run_started(const RunHeader& header) override { world_ = header.world; }
    void event_happened(SimTime time, const Event& event) override;
    void command_given(const TimedIncident& command) override { commands_.push_back(command); }
    void run_ended(const Outcome& outcome) override;

private:
    OutputFile file_;
    const World* world_ = nullptr;
    std::vector<TimedIncident> commands_;
};

}  // namespace muster::store
