// SPDX-License-Identifier: Apache-2.0
// The report people read and print: one self-contained HTML page, A4, legible in black and white.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "render/report/report_input.h"
#include "render/text/language.h"

namespace muster {

[[nodiscard]] std::string report_html(const ReportInput& input, Lang lang);

/// The same pictures as files: name ("F1.zh-CN.png", "site.zh-CN.png") and bytes.
[[nodiscard]] std::vector<std::pair<std::string, std::string>> report_maps(const ReportInput& input, Lang lang);

}  // namespace muster
