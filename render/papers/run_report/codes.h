// SPDX-License-Identifier: Apache-2.0
// Enumerators as they are written into JSON and CSV files for programs. Never translated.
#pragma once

#include <string_view>

#include "sim/analysis/results.h"
#include "sim/base/finding.h"
#include "sim/model/scenario.h"

namespace muster::papers {

[[nodiscard]] std::string_view code_of(analysis::BottleneckKind kind);
[[nodiscard]] std::string_view code_of(RunMode mode);
[[nodiscard]] std::string_view code_of(DoorMode mode);
[[nodiscard]] std::string_view code_of(ReleasePolicy policy);
[[nodiscard]] std::string_view code_of(Severity severity);

[[nodiscard]] std::string_view code_of(analysis::QuakeHarmKind kind);
[[nodiscard]] std::string_view code_of(analysis::SpaceLoss why);

}  // namespace muster::papers
