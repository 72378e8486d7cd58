// SPDX-License-Identifier: Apache-2.0
// The widths of the storeys against the codes.
#include "render/papers/compliance/compliance_page.h"
#include "render/papers/compliance/compliance_tables.h"
#include "render/papers/run_report/report_page.h"

namespace muster::papers {

void add_compliance(ReportPage& page) {
    if (page.input.codes == nullptr || text::storey_widths(page.input.codes->result, false).empty()) return;
    page.heading("compliance.storeys");
    const CodeCheck& codes = *page.input.codes;
    for (document::DocumentBlock& block :
         storey_width_blocks({page.input.world->building, codes.packs, codes.result, page.lang()}))
        page.add(std::move(block));
    page.note("compliance.how.unchecked");
}

}  // namespace muster::papers
