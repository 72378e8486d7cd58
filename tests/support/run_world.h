// SPDX-License-Identifier: Apache-2.0
// A world run to its end in a test, and what came of it.
#pragma once

#include <cstdint>
#include <memory>
#include <variant>
#include <vector>

#include "sim/engine/simulation.h"
#include "sim/record/trace.h"

namespace muster::testing {

inline Trace trace_of(const std::shared_ptr<const World>& world, std::uint64_t seed = 1) {
    static std::vector<std::shared_ptr<const World>> kept;  // a trace points to its world
    kept.push_back(world);
    engine::Simulation simulation(engine::prepare(world), seed);
    TraceRecorder recorder;
    simulation.observe(recorder);
    simulation.run();
    return recorder.take();
}

/// When events of that kind happened, s.
template <class What>
std::vector<double> times_of(const Trace& trace) {
    std::vector<double> times;
    for (const TimedEvent& e : trace.events)
        if (std::holds_alternative<What>(e.event)) times.push_back(e.time.seconds());
    return times;
}

}  // namespace muster::testing
