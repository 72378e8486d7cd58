// SPDX-License-Identifier: Apache-2.0
// compliance.json of `muster check --rules --out` (FORMAT.md in this folder): what is mandatory and falls short. It
// holds no date, so that the same plan held against the same packs is the same file.
#pragma once

#include <string>
#include <vector>

#include "tools/store/rectification_file.h"

namespace muster::store {

struct Shortfall : FoundHazard {
    std::string item;      // what was measured: "stair_width", "door_width", ...
    bool proposed = true;  // false: another code judges the same thing more strictly
    Name figures;          // required and actual in words
};

struct ComplianceFile {
    std::string program_version;
    std::string plan_id;
    Name plan_name;
    std::string scenario;  // its copy in the folder; "" = a plan alone was checked
    std::vector<Shortfall> shortfalls;
};

inline constexpr const char* compliance_file_name = "compliance.json";
inline constexpr int compliance_schema_version = 1;

[[nodiscard]] std::string compliance_json(const ComplianceFile& file);
/// Findings: compliance.not_one (another format), compliance.newer, and those of JSON.
[[nodiscard]] Checked<ComplianceFile> read_compliance(const std::string& path);
[[nodiscard]] Checked<ComplianceFile> read_compliance(const floorplans::JsonDocument& document);

}  // namespace muster::store
