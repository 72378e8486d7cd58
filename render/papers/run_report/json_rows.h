// SPDX-License-Identifier: Apache-2.0
// JSON objects shared by summary.json and bottlenecks.json; inside render/papers only.
#pragma once

#include <nlohmann/json.hpp>
#include <string>

#include "render/papers/run_report/report_input.h"

namespace muster::papers {

using Json = nlohmann::ordered_json;

[[nodiscard]] Json name_json(const Name& name);
/// Rounded to `decimals`, so that files stay legible; not finite = null.
[[nodiscard]] Json number_json(double value, int decimals);
[[nodiscard]] Json clocks_json(const analysis::Clocks& clocks);
[[nodiscard]] Json headcount_json(const analysis::Headcount& people);
/// Persons/s, rounded.
[[nodiscard]] Json flow_json(const std::vector<double>& flow);
/// Row `index` of the ensemble's bottlenecks.
[[nodiscard]] Json bottleneck_json(const ReportInput& input, std::size_t index);
/// Indented text ending in a line feed; bytes that are not UTF-8 are replaced.
[[nodiscard]] std::string json_text(const Json& json);

}  // namespace muster::papers
