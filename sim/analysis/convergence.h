// SPDX-License-Identifier: Apache-2.0
// When enough replications have been run: criteria on the means over runs 1..n as run n + 1 is added.
//
// Names after NIST TN 1822 chapter 4 (TET, SD, ERD, EPC, SC); their definitions here are quoted unchecked. The
// thresholds and the number of runs they have to hold for are assumptions; the note leaves them to its user.
#pragma once

#include <cstddef>
#include <vector>

#include "sim/analysis/results.h"

namespace muster::analysis {

struct ConvergenceLimits {
    double total_time = 0.01;  // change of the mean total time, share of it
    double deviation = 0.05;   // change of its standard deviation, share of it
    double distance = 0.01;    // ERD between successive mean arrival curves; 0 = the same
    double projection = 0.01;  // |EPC - 1|
    double secant = 0.01;      // |SC - 1|
    int in_a_row = 10;         // runs for which all have to hold
};

/// Of the last run added.
struct ConvergenceState {
    double total_time = 1.0, deviation = 1.0, distance = 1.0, projection = 1.0, secant = 1.0;
    int held_for = 0;  // runs in a row, up to the last one
    bool converged = false;
};

/// The arrival curve of a run: when the k-th person had left, s. Runs must have the same number of people out.
class Convergence {
public:
    explicit Convergence(const ConvergenceLimits& limits = {}) : limits_(limits) {}

    /// Adds the next run. `arrivals` sorted; an empty one, or one of another size than those before (somebody stayed
    /// inside), ends all hope of convergence.
    void add(const std::vector<double>& arrivals);
    [[nodiscard]] const ConvergenceState& state() const { return state_; }
    [[nodiscard]] const ConvergenceLimits& limits() const { return limits_; }

private:
    ConvergenceLimits limits_;
    ConvergenceState state_;
    std::vector<double> totals_;
    std::vector<double> sum_;  // of the arrival curves
    bool comparable_ = true;
};

/// Functional analysis of a curve against another of the same size: 0, 1, 1 when they are the same. The secant cosine
/// compares their slopes over `step` points (1 = neighbouring ones).
[[nodiscard]] double relative_difference(const std::vector<double>& a, const std::vector<double>& b);
[[nodiscard]] double projection_coefficient(const std::vector<double>& a, const std::vector<double>& b);
[[nodiscard]] double secant_cosine(const std::vector<double>& a, const std::vector<double>& b, std::size_t step);

}  // namespace muster::analysis
