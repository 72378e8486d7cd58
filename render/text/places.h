// SPDX-License-Identifier: Apache-2.0
// Places of a building in words.
#pragma once

#include <string>

#include "render/text/language.h"
#include "sim/analysis/results.h"
#include "sim/model/building.h"

namespace muster::text {

[[nodiscard]] std::string name_of_space(const Building& building, SpaceId id, Lang lang);
[[nodiscard]] std::string name_of_opening(const Building& building, OpeningId id, Lang lang);
[[nodiscard]] std::string name_of_place(const Building& building, const analysis::Bottleneck& bottleneck, Lang lang);

}  // namespace muster::text
