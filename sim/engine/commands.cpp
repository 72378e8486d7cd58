// SPDX-License-Identifier: Apache-2.0
#include "sim/engine/commands.h"

#include "sim/engine/named_places.h"
#include "sim/model/world.h"

namespace muster::engine {

// Things it names that are not there, what a scenario could not hold either, and what the run has come to.
std::optional<Finding> Commands::check(const Command& command) const {
    const auto refuse = [](const char* code) { return Finding{Severity::error, code, "", "", 0, {}}; };
    if (!all_named_is_there(run_.world(), command)) return refuse("command.no_such_place");
    for (const Finding& f : check_incident(run_.world(), command))
        if (f.severity == Severity::error || f.code == "incident.fire_beside") return f;
    if (const char* code = incidents_.refusal(command)) return refuse(code);
    return std::nullopt;
}

SimTime Commands::submit(const Command& command, SimTime at) {
    const auto index = run_.world().scenario.incidents.size() + given_.size();
    given_.push_back({at.seconds(), command});
    run_.calendar.schedule(at, Phase::incident, IncidentHappens{static_cast<std::uint32_t>(index)});
    return at;
}

void Commands::tell(std::uint32_t index) const {
    const std::size_t own = run_.world().scenario.incidents.size();
    if (index < own) return;
    run_.record.tell_all([&](RunObserver& o) { o.command_given(given_[index - own]); });
}

void Commands::carry_out(std::uint32_t index) {
    const auto& own = run_.world().scenario.incidents;
    incidents_.happen(index < own.size() ? own[index].what : given_[index - own.size()].what);
}

}  // namespace muster::engine
