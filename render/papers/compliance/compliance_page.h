// SPDX-License-Identifier: Apache-2.0
// A compliance check as a report, and its storey widths for other reports.
#pragma once

#include "render/document/document.h"
#include "render/text/compliance_words.h"

namespace muster::papers {

[[nodiscard]] document::Document compliance_document(const text::ComplianceText& text);
/// The table of storey widths with its notes.
[[nodiscard]] std::vector<document::DocumentBlock> storey_width_blocks(const text::ComplianceText& text);

}  // namespace muster::papers
