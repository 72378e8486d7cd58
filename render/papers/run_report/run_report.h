// SPDX-License-Identifier: Apache-2.0
// The report of a run that people read and print.
#pragma once

#include <string>
#include <vector>

#include "render/document/document.h"
#include "render/papers/run_report/report_input.h"

namespace muster::papers {

/// A plan with the density and the numbered bottlenecks: of a storey, or of the whole site with the assembly spots.
struct ReportMap {
    std::string key;    // of the level; "site" for the whole site
    std::string title;  // in the language it was drawn in
    bool whole_site = false;
    std::string png;
};

/// Storeys from the ground upwards, basements after them, the site last.
[[nodiscard]] std::vector<ReportMap> report_maps(const ReportInput& input, text::Lang lang);

/// `maps`: as drawn in the same language.
[[nodiscard]] document::Document run_report(const ReportInput& input, const std::vector<ReportMap>& maps,
                                            text::Lang lang);

}  // namespace muster::papers
