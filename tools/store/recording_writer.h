// SPDX-License-Identifier: Apache-2.0
// Writes the table `recording` (recording.h) as the run goes, in a transaction of the database's owner.
#pragma once

#include <vector>

#include "sim/record/observer.h"
#include "tools/store/bytes.h"
#include "tools/store/recording.h"
#include "tools/store/sqlite.h"

namespace muster::store {

class RecordingWriter {
public:
    /// `database` has the table, and outlives this.
    explicit RecordingWriter(Database& database) : database_(database) {}

    void start(const RunHeader& header);
    void event(SimTime time, const Event& event);
    void sample(const Frame& frame);
    void air(const AirFrame& frame);
    void quake(const QuakeRecord& record);
    void end(const Outcome& outcome);

private:
    void put(std::string_view part, Packer& packed);

    Database& database_;
    Statement insert_;
    Packer events_, part_;
    RecordedEnd end_;
    std::vector<float> speed_;
};

}  // namespace muster::store
