// SPDX-License-Identifier: Apache-2.0
// The parameters of the models with their sources, for every page that prints them.
#pragma once

#include "render/document/document.h"
#include "render/papers/run_report/report_input.h"
#include "render/text/catalogue.h"

namespace muster::papers {

[[nodiscard]] document::Table parameter_table(const std::vector<ParameterRow>& parameters,
                                              const text::Catalogue& words);

}  // namespace muster::papers
