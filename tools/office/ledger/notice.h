// SPDX-License-Identifier: Apache-2.0
// F15 as sheets to sign and to post or serve: one A4 page for each hazard, its closing slip at the foot.
#pragma once

#include "tools/office/ledger/forms.h"

namespace muster::ledger {

/// Hazards that are not closed, all with `everything`. Who issues, receives and closes signs by hand: those cells stay
/// empty even where the ledger has a name. No sections when there is no such hazard.
[[nodiscard]] document::Document notice_document(const Ledger& ledger, const FormRequest& request);

}  // namespace muster::ledger
