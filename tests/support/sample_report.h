// SPDX-License-Identifier: Apache-2.0
// A small made-up school, a run of it and its analysis, to render. Names hold characters that HTML and CSV must escape.
#pragma once

#include <memory>

#include "render/papers/run_report/report_input.h"

namespace muster::testing {

/// Owns what a ReportInput points to. Not copied: `input` refers to the members.
struct SampleReport {
    std::shared_ptr<const World> world;
    Trace trace;
    analysis::Ensemble ensemble;
    papers::ReportInput input;

    /// Seeds 1..`runs`; the last person is out `out_s` after the start plus a second per seed, the alarm at 10 s.
    explicit SampleReport(int runs, double out_s = 100.0);
    SampleReport(const SampleReport&) = delete;
    SampleReport& operator=(const SampleReport&) = delete;
};

/// Two storeys with a stair, a yard with a spot, and a shed in which nobody starts.
[[nodiscard]] Building sample_building();
[[nodiscard]] std::shared_ptr<const World> sample_world();

}  // namespace muster::testing
