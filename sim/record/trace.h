// SPDX-License-Identifier: Apache-2.0
// A run kept in memory for analysis: who, what happened, and where everybody was at each sample.
#pragma once

#include <cstdint>
#include <vector>

#include "sim/record/observer.h"

namespace muster {

struct TimedEvent {
    SimTime time;
    Event event;
};

/// One person at one sample.
struct TracePoint {
    float x, y;
    float speed;     // m/s in plan
    float pressure;  // N/m
    SpaceId space;
    PersonState state;
    float dose = 0.0F;  // see Frame::dose
};

struct Trace {
    const World* world = nullptr;
    std::uint64_t seed = 0;
    std::vector<PersonInfo> people;
    std::vector<TimedEvent> events;
    std::vector<TimedIncident> commands;
    std::vector<SimTime> sample_times;
    std::vector<TracePoint> points;  // sample-major: points[sample * people.size() + person]
    std::vector<SimTime> air_times;  // empty when nothing burnt
    std::vector<double> heat_w;      // beside air_times
    std::vector<SpaceAir> air;       // time-major: air[time * spaces + space]
    std::vector<QuakeRecord> quakes;
    Outcome outcome;

    /// Of the scenario, or a command.
    [[nodiscard]] const Incident& incident(const IncidentHappens& event) const;
    [[nodiscard]] const TracePoint* sample(std::size_t i) const { return points.data() + i * people.size(); }
};

/// Fills a Trace as the run goes.
class TraceRecorder final : public RunObserver {
public:
    void run_started(const RunHeader& header) override;
    void event_happened(SimTime time, const Event& event) override;
    void command_given(const TimedIncident& command) override { trace_.commands.push_back(command); }
    void frame(const Frame& frame) override;
    void air(const AirFrame& frame) override;
    void quake(const QuakeRecord& record) override { trace_.quakes.push_back(record); }
    void run_ended(const Outcome& outcome) override;

    [[nodiscard]] const Trace& trace() const { return trace_; }
    [[nodiscard]] Trace take() { return std::move(trace_); }

private:
    Trace trace_;
};

}  // namespace muster
