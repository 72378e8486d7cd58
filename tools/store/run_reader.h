// SPDX-License-Identifier: Apache-2.0
// A finished results folder read back: the world from the inputs that were kept, the first run from its database.
// Whatever is missing, broken, foreign or from a newer program is a finding with what to do about it.
#pragma once

#include <string>
#include <vector>

#include "render/papers/run_report/report_input.h"
#include "scenarios/reader.h"
#include "sim/record/trace.h"

namespace muster::store {

struct StoredRun {
    scenarios::LoadedWorld loaded;
    Trace trace;                            // of the first seed; points to loaded.world
    int runs = 1;                           // replications of the folder; only the first is stored whole
    papers::RunFacts facts;                 // of the first seed
    std::vector<papers::InputFile> inputs;  // as in summary.json
    std::string version, date, command_line;
};

/// `folder` as `muster run --out` wrote it. Findings of the inputs come too, under the names of the original files.
[[nodiscard]] Checked<StoredRun> read_run(const std::string& folder);

/// The trace in `database` of this world. No value when it cannot be had.
[[nodiscard]] Checked<Trace> read_recording(const std::string& database, std::shared_ptr<const World> world);

}  // namespace muster::store
