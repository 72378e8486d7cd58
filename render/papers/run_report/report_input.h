// SPDX-License-Identifier: Apache-2.0
// Everything the writers of a results folder need, put together once by the program. Plain values and pointers to what
// the caller owns; nothing here is computed by render.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "sim/analysis/convergence.h"
#include "sim/analysis/results.h"
#include "sim/base/finding.h"
#include "sim/model/name.h"
#include "sim/model/world.h"
#include "sim/record/trace.h"

namespace muster::papers {

/// One replication, in seed order (same order as Ensemble::runs).
struct RunFacts {
    std::uint64_t seed = 0;
    std::string fingerprint;  // Fingerprint::text()
    double simulated_s = 0.0;
    double wall_s = 0.0;
    bool everybody_accounted_for = true;
    bool ran_out_of_time = false;
    std::vector<std::pair<std::string, double>> parts_s;  // wall seconds per part of the program, for benchmarks
};

struct InputFile {
    std::string path;    // as the user gave it or as the scenario names it
    std::string sha256;  // 64 hexadecimal digits
    std::string copy{};  // kept in the results folder under this name; "" = it was not
};

/// One model parameter as printed: "前瞻时间 / anticipation time", "1.2", "s", where the value comes from.
struct ParameterRow {
    std::string key;  // stable, snake_case with unit, for summary.json
    Name name;
    std::string value;
    std::string unit;  // "" = none
    Name source;       // says so when the value is not calibrated
};

/// The clocks of the same seeds on the two ends of what people may do; the run itself lies between or is one of them.
struct AssumptionBand {
    analysis::ClockSpread quick, slow;
};

struct CodeCheck;  // compliance_tables.h: the plan held against building codes

struct ReportInput {
    const World* world = nullptr;                  // not null
    const analysis::Ensemble* ensemble = nullptr;  // not null, at least one run
    const Trace* trace = nullptr;  // of the first seed, for the class table and the pictures; null = left out
    std::vector<analysis::DensityGrid> density;             // of the first seed; levels without one get a plain plan
    std::vector<RunFacts> runs;                             // same order and length as ensemble->runs
    std::optional<analysis::ConvergenceState> convergence;  // when runs were added until they converged
    std::optional<AssumptionBand> band;                     // when it was asked for
    std::vector<InputFile> inputs;
    Findings findings;                       // warnings and notes of reading and checking (errors never get this far)
    std::vector<ParameterRow> parameters;    // of the motion model
    std::string version;                     // of the program
    std::string command_line;                // as typed; "" = not printed
    std::shared_ptr<const CodeCheck> codes;  // null = left out
    std::string date;                        // ISO date of the run; "" = not printed (the clock is the caller's)
};

}  // namespace muster::papers
