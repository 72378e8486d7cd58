// SPDX-License-Identifier: Apache-2.0
// What was changed from one plan and scenario to another, in sentences: widths, states, furniture, orders, people.
#pragma once

#include <string>
#include <vector>

#include "render/text/language.h"
#include "sim/model/world.h"

namespace muster::rectify {

/// Things are matched by their ids. At most `most` sentences, then how many more there are; empty when nothing differs.
[[nodiscard]] std::vector<std::string> describe_changes(const World& before, const World& after, text::Lang lang,
                                                        std::size_t most = 12);

}  // namespace muster::rectify
