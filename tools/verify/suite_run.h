// SPDX-License-Identifier: Apache-2.0
// Runs tests of the catalogue over several threads. What comes out does not depend on their number.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "tools/verify/measure.h"

namespace muster::verify {

enum class TestVerdict : std::uint8_t {
    passed,
    off_target,  // the document's criterion is met, our own aim is not
    failed,
    expected_failure,  // fails, as the catalogue says with its reason
    unexpected_pass,   // the catalogue says that it fails: counts as a failure until the catalogue is mended
    not_applicable,
    not_run,  // not of this tier, or reference data are missing
};
constexpr std::size_t verdict_count = 7;

/// Whether a suite with such a row has failed.
[[nodiscard]] inline bool is_failure(TestVerdict v) {
    return v == TestVerdict::failed || v == TestVerdict::unexpected_pass;
}

struct TestResult {
    const TestEntry* test = nullptr;  // of the catalogue, which outlives this
    TestVerdict verdict = TestVerdict::not_run;
    Measurement measured;
    std::string failure;  // what went wrong when the test could not be judged; else empty
    int seeds = 0;
    double wall_s = 0.0;
};

struct SuiteSettings {
    Tier tier = Tier::normal;
    int jobs = 1;
    std::string data_folder;
    std::function<void()> tick;                       // once per simulated second, from any thread; may throw
    std::function<void(std::size_t done)> meanwhile;  // ten times a second, from the calling thread
};

/// One result per test, in their order. A test that throws is a failed row; what `tick` throws ends the suite.
class StopSuite {};
[[nodiscard]] std::vector<TestResult> run_suite(const std::vector<const TestEntry*>& tests,
                                                const SuiteSettings& settings);

/// The verdict on a measurement of a test that was run.
[[nodiscard]] TestVerdict judge(const TestEntry& test, const Measurement& measured);

}  // namespace muster::verify
