// SPDX-License-Identifier: Apache-2.0
// What a person orders while it runs: alarm, release, routes, guides, shaking. The same as incidents of a scenario.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "sim/engine/command.h"
#include "sim/engine/incidents.h"
#include "sim/engine/run_state.h"

namespace muster::engine {

class Commands {
public:
    Commands(RunState& run, const Incidents& incidents) : run_(run), incidents_(incidents) {}

    [[nodiscard]] std::optional<Finding> check(const Command& command) const;
    /// When it is carried out.
    SimTime submit(const Command& command, SimTime at);
    /// Given so far, in order.
    [[nodiscard]] std::span<const TimedIncident> given() const { return given_; }

    /// `index`: of a scenario's incident, or from their number on of a command. Observers hear of a command before it
    /// happens.
    void tell(std::uint32_t index) const;
    void carry_out(std::uint32_t index);

private:
    RunState& run_;
    Incidents incidents_;
    std::vector<TimedIncident> given_;
};

}  // namespace muster::engine
