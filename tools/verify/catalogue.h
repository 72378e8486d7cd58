// SPDX-License-Identifier: Apache-2.0
// The verification catalogue: one entry per test of a guideline, a standard or an experiment. Data, read from
// tests/verification/<suite>.catalogue.json; each test runs ordinary plan and scenario files beside it.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "floorplans/json_cursor.h"
#include "sim/base/finding.h"
#include "sim/model/name.h"

namespace muster::verify {

/// How much of a test is run: `quick` within a minute for all of them, `normal` in CI, `full` for a release.
enum class Tier : std::uint8_t { quick, normal, full };

/// What the experiment or rule was used for. Verification: the program does what it says; calibration: parameters were
/// chosen on it; validation: kept apart and only compared.
enum class Role : std::uint8_t { verification, calibration, validation };

struct TestEntry {
    std::string id;        // "imo-08"
    std::string suite;     // imo, rimea, nist, iso, hydraulic, experiments, fire
    std::string label;     // "IMO 8"
    std::string document;  // "IMO MSC.1/Circ.1533"
    std::string clause;    // "Annex 3, test 8"
    Name what;             // what is tested
    Name criterion;        // the document's own: decides pass or fail
    Name target;           // what we aim at besides; may be empty
    Name peers;            // figures other programs published; may be empty
    Name remark;           // traps, conflicts, what could not be checked; may be empty
    Role role = Role::verification;
    std::string measure;                   // name of the function that runs and judges it
    std::vector<std::string> cases;        // scenario files, absolute paths
    std::map<std::string, double> limits;  // numbers the measure judges by
    std::map<Tier, int> seeds;             // runs per case; a tier that is missing does not run the test
    std::optional<Name> expected_failure;  // the reason, when we know that it fails
    std::optional<Name> not_applicable;    // the reason, when it is not run at all
};

/// One suite's document; its cases lie under `folder`.
[[nodiscard]] Checked<std::vector<TestEntry>> read_suite(const floorplans::JsonDocument& document,
                                                         const std::string& suite, const std::string& folder);

/// All entries of `folder`, suites in the order above, entries in file order.
[[nodiscard]] Checked<std::vector<TestEntry>> read_catalogue(const std::string& folder);

}  // namespace muster::verify
