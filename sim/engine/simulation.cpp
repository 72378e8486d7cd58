// SPDX-License-Identifier: Apache-2.0
#include "sim/engine/simulation.h"

#include "sim/engine/run.h"

namespace muster::engine {

class Simulation::Impl : public Run {
public:
    using Run::Run;
};

Simulation::Simulation(Prepared prepared, std::uint64_t seed)
    : impl_(std::make_unique<Impl>(std::move(prepared), seed)) {}
Simulation::~Simulation() = default;
Simulation::Simulation(Simulation&&) noexcept = default;
Simulation& Simulation::operator=(Simulation&&) noexcept = default;

void Simulation::observe(RunObserver& observer) { impl_->observe(observer); }
bool Simulation::advance_to(SimTime until) { return impl_->advance_to(until); }
void Simulation::run() { impl_->advance_to(SimTime::from_seconds(world().scenario.run.max_s)); }
SimTime Simulation::now() const { return impl_->now(); }
bool Simulation::ended() const { return impl_->ended(); }
const Outcome& Simulation::outcome() const { return impl_->outcome(); }
Frame Simulation::frame() const { return impl_->frame(); }
std::span<const PersonInfo> Simulation::people() const { return impl_->crowd().info; }
const World& Simulation::world() const { return impl_->world(); }
std::optional<Finding> Simulation::check(const Command& command) const { return impl_->check(command); }
SimTime Simulation::submit(const Command& command) { return impl_->submit(command); }
std::span<const TimedIncident> Simulation::commands() const { return impl_->commands(); }
SimulationTimes Simulation::times() const { return impl_->times(); }

}  // namespace muster::engine
