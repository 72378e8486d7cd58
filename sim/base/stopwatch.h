// SPDX-License-Identifier: Apache-2.0
// Adds the wall time of a scope to a total, s. For the benchmark only: nothing in a run reads it.
#pragma once

#include <chrono>

namespace muster {

class Stopwatch {
public:
    explicit Stopwatch(double& total_s) : total_s_(total_s) {}
    ~Stopwatch() { total_s_ += std::chrono::duration<double>(Clock::now() - from_).count(); }
    Stopwatch(const Stopwatch&) = delete;
    Stopwatch& operator=(const Stopwatch&) = delete;

private:
    using Clock = std::chrono::steady_clock;
    double& total_s_;
    Clock::time_point from_ = Clock::now();
};

}  // namespace muster
