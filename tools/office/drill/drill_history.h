// SPDX-License-Identifier: Apache-2.0
// The drills of a school, one line of JSON each, in a file that only ever grows. Clocks by class and fitted
// parameters; no names of persons. Safe under a crash and under two programs at once: a line is written under a lock in
// one go and flushed to the disk; what a crash left half-written at the end is told of and written over.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "sim/base/finding.h"
#include "tools/office/drill/drill_times.h"

namespace muster::drill {

struct DrillRecord {
    std::string date;      // ISO; "" = not known
    std::string scenario;  // key of the scenario, and of its plan
    std::string plan;
    std::string measured_sha256;                                            // of the file of measured times
    ClockTimes measured, predicted;                                         // of the whole school
    std::map<std::string, ClockTimes> measured_classes, predicted_classes;  // by key of the group
    double delay_s = 0.0, speed = 1.0, rms_before_s = 0.0, rms_after_s = 0.0;
    bool separable = true;
};

/// In the order of the file. A file that is not there is an empty history. Errors: a line that is none of ours, one of
/// a newer program. Warning: a half-written last line.
[[nodiscard]] Checked<std::vector<DrillRecord>> read_history(const std::string& path);
/// The same of bytes in memory; `path` is the name in findings.
[[nodiscard]] Checked<std::vector<DrillRecord>> history_in(const std::string& bytes, const std::string& path);

/// Adds `record` as the last line, unless the file has the same measured file of the same scenario and date already:
/// false then. Throws OutputError, and the file is as it was.
bool add_to_history(const std::string& path, const DrillRecord& record);

[[nodiscard]] std::string history_line(const DrillRecord& record);

}  // namespace muster::drill
