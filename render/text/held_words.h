// SPDX-License-Identifier: Apache-2.0
// Who did not get out, and what held them, in words.
#pragma once

#include <string>

#include "render/text/language.h"
#include "sim/analysis/results.h"
#include "sim/model/building.h"

namespace muster::text {

/// "锁闭、堵塞或卡住 92 人，时限到时仍在排队 3 人；其中 5 人失去行动能力": most first. "" when nobody was held.
[[nodiscard]] std::string held_reasons(const analysis::HeldHere& held, Lang lang);
/// Of one place of a run: "大厅 – 院子：92 人（锁闭、堵塞或卡住）".
[[nodiscard]] std::string held_at(const Building& building, const analysis::Bottleneck& place, Lang lang);

}  // namespace muster::text
