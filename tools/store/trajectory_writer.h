// SPDX-License-Identifier: Apache-2.0
// trajectory.sqlite: where everybody was at each sample, in version 2 of the JuPedSim trajectory schema, which PedPy
// and the JuPedSim visualiser open: they take the rows of a frame for all who are there, so everybody on the site has a
// row in every frame, also who stands. All storeys are in the one file: the columns level, pos_z and state, and the
// tables levels, states, people and recording (recording.h), are ours. Coordinates are those of the plan file; ids
// count from 1, as in events.jsonl. The file is of use only after run_ended(): write it in a folder that is renamed
// later.
#pragma once

#include <memory>
#include <string>

#include "sim/record/observer.h"

namespace muster::store {

class TrajectoryWriter final : public RunObserver {
public:
    explicit TrajectoryWriter(const std::string& path);
    ~TrajectoryWriter() override;

    void run_started(const RunHeader& header) override;
    void event_happened(SimTime time, const Event& event) override;
    void frame(const Frame& frame) override;
    void air(const AirFrame& frame) override;
    void quake(const QuakeRecord& record) override;
    void run_ended(const Outcome& outcome) override;

private:
    class Impl;
    std::unique_ptr<Impl> impl_;
};

/// As in the table `states`: "walking", "gone", ...
[[nodiscard]] const char* code_of(PersonState state);

/// A key for a geometry: 63 bits of its text's SHA-256, so that equal geometries have equal keys.
[[nodiscard]] std::int64_t geometry_key(const std::string& wkt);

}  // namespace muster::store
